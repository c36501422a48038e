"""Add up the figures of the units, row by row of the form: the superior's own appendix."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cchc_score.app.choices import rows_of_units
from cchc_score.app.score_stage import score_stage, year_of
from cchc_score.engine import held_criteria
from cchc_score.findings import Finding
from cchc_score.results.figure_sums import SummedFigures, summed_rows
from cchc_score.results.scored import ScoredStage
from cchc_score.rule_words import used, with_parts
from cchc_score.year.letterhead import Letterhead
from cchc_score.year.load import Year, YearStages, no_progress
from cchc_score.year.parallel import Progress
from cchc_score.year.source import YearSource


@dataclass(frozen=True, slots=True)
class FigureSummary:
    """The sums, the stage whose figures they are, and the letterhead of a document with them."""

    summed: SummedFigures
    scored: ScoredStage
    letterhead: Letterhead


def sum_figures(
    source: YearSource, units: Sequence[str] = (), stage: str = "reported", progress: Progress = no_progress
) -> FigureSummary:
    """The figures of a stage, of the units named by code or name, or of all; every document must be readable."""
    year, staged = year_of(source, progress)
    scored = score_stage(year, staged, stage)
    table, rules = scored.sheet.table, year.rules
    rows = rows_of_units(table.units, units) if units else range(len(table.units))
    summed = SummedFigures(
        title=rules.form.title if rules.form else rules.scheme.title,
        period=rules.scheme.period,
        stage=scored.stage,
        units=tuple(table.units[row] for row in rows),
        rows=summed_rows(rules.form, rules.scheme.indicators, _asked(year), table, list(rows)),
    )
    findings = tuple(finding for finding in scored.findings if finding not in _about_points(staged, scored.stage))
    return FigureSummary(summed, replace(scored, findings=findings), rules.letterhead)


def _about_points(staged: YearStages, stage: str) -> tuple[Finding, ...]:
    """What was noticed about the work of the year and changes no figure of a stage: claims never do."""
    found = (*staged.findings, *(staged.stages.findings_at(stage) if staged.stages else ()))
    return found if stage == "reported" else tuple(one for one in found if one.code.startswith("claim"))


def _asked(year: Year) -> tuple[str, ...]:
    """The figures of reports that the criteria ask for."""
    scheme, methods = year.rules.scheme, year.rules.registry.methods
    held = held_criteria(scheme)
    codes = with_parts(
        (code for one in scheme.criteria.values() if one.number in held for code in used(scheme, one, methods)),
        scheme.indicators,
    )
    return tuple(code for code in codes if scheme.indicators[code].source == "report")
