"""Export tables that people fill in: the self-score table of a unit, the workbook of an appraisal."""

from collections.abc import Collection, Sequence

from cchc_score.app.choices import rows_of_units
from cchc_score.appraisal.self_score_sheet import template
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.survey import without_survey
from cchc_score.errors import ReportError
from cchc_score.intake.join import join
from cchc_score.model import Unit
from cchc_score.office.form_sheet import FormSheet
from cchc_score.text import Lang
from cchc_score.year.load import load_year, no_progress
from cchc_score.year.parallel import Progress
from cchc_score.year.source import YearSource


def units_of(source: YearSource, words: Sequence[str] = (), progress: Progress = no_progress) -> list[Unit]:
    """The units of the year that are named by code or name, or all; without a list of units, those that report."""
    scheme, listed = source.rules().scheme, source.units()
    if listed is None:
        year = load_year(source, progress)
        # Without a list the reports name the units, and one that cannot be read would leave its unit out.
        if year.unread:
            raise ReportError(year.unread)
        units: Sequence[Unit] = year.gathered.table.units
    else:
        # The list alone names the units; nobody's reports need be read.
        day = scheme.units_day
        units = join((), listed, scheme.period, None, scheme.indicators, scheme.days, units_on=day).table.units
    return [units[row] for row in rows_of_units(units, words)] if words else list(units)


def self_score_table(source: YearSource, unit: Unit | None, lang: Lang) -> FormSheet:
    """The table for one unit, or without a unit for whoever fills it; without what no survey gives this year."""
    rules = source.rules()
    scheme, methods = rules.scheme, rules.registry.methods
    # What no survey gives this year is nothing that a unit can claim.
    if rules.no_survey:
        scheme, _ = without_survey(scheme, methods, rules.no_survey)
    return template(scheme, methods, unit, lang)


def appraisal_rows(stages: Stages, words: Sequence[str]) -> Sequence[int]:
    """The rows of the units named by code or name, or of all."""
    units = stages.reported_table.units
    return rows_of_units(units, words) if words else range(len(units))


def appraisal_workbook(
    stages: Stages, round: int, rows: Sequence[int], lang: Lang, cells: Collection[tuple[str, str]] | None = None
) -> bytes:
    """The workbook of a round: every mark and every fact of some units that the council can correct.

    With `cells`, by the unit's code and the criterion's number, only those, and the figures that decide them.
    """
    # Loaded only for a command that writes one.
    from cchc_score.appraisal.workbook_export import appraisal_rows, round_start
    from cchc_score.office.workbook import write_workbook

    found = appraisal_rows(stages, round_start(stages, round), rows, lang, round)
    if cells is not None:
        found = found.only(cells, stages)
    return write_workbook(found.sheets(stages, round, lang))


def plain_appraisal_tables(stages: Stages, round: int, rows: Sequence[int], lang: Lang) -> list[FormSheet]:
    """The same as tables for paper: two of each unit, which people can fill by hand or in Word."""
    from cchc_score.appraisal.plain_appraisal import plain_appraisal
    from cchc_score.appraisal.workbook_export import appraisal_rows, round_start

    found = appraisal_rows(stages, round_start(stages, round), rows, lang, round)
    return plain_appraisal(found, stages, [stages.reported_table.units[row] for row in rows], round, lang)
