"""A year from its source: its figures joined, and its work in stages."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cchc_score.appraisal.moments import day_of, moment_words
from cchc_score.documents import CellPlace, Document, Tables, carried
from cchc_score.engine.derived_facts import listed_answer
from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place, Words, ordered
from cchc_score.intake.join import Gathered, join
from cchc_score.intake.read_document import as_told, read_document
from cchc_score.intake.reports import ReadDocument
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.model import Scheme, Unit
from cchc_score.schemes.doubtful_limits import scheme_doubts
from cchc_score.text import bare
from cchc_score.year.parallel import Progress
from cchc_score.year.source import Reading, YearRules, YearSource, YearWork

if TYPE_CHECKING:
    from cchc_score.appraisal.stages import Stages
    from cchc_score.intake.item_lists import Item

MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class Year:
    """The rules and figures of a year, its documents, why others could not be read, and cells of scans as pictures."""

    rules: YearRules
    gathered: Gathered
    unread: tuple[Finding, ...] = ()
    documents: tuple[ReadDocument, ...] = ()
    pictures: Mapping[tuple[str, CellPlace], bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class YearStages:
    """The stages of a year, what was noticed while reading its work, and what could not be read of it.

    `stages` is None where there is nothing but reports and nobody asked for stages all the same.
    """

    stages: "Stages | None"
    findings: tuple[Finding, ...] = ()
    unread: tuple[Finding, ...] = ()


def no_progress(done: int, total: int) -> None:
    """Tell nobody how far reading has come."""


def load_year(
    source: YearSource,
    progress: Progress = no_progress,
    unit: str = "",
    period: int | None = None,
    scheme: Scheme | None = None,
) -> Year:
    """The rules and figures of a year; what is wrong with the figures is among the findings.

    `unit` and `period` stand for what the documents do not say, or say wrongly; `scheme` for that of the source.
    """
    # Rules first: no document can be understood without them, and a broken scheme is told before any wait.
    rules = source.rules()
    scheme = scheme or rules.scheme
    rules = replace(rules, scheme=scheme)
    year = period or scheme.period
    units = source.units()
    reading = source.documents(progress)
    before = reading.kept.of("report", (rules.form, scheme.indicators, year))

    def read(name: str, document: Document) -> ReadDocument:
        return before.made(name, [document], lambda: read_document(document, name, rules.form, scheme.indicators, year))

    documents = tuple(as_told(read(name, document), unit, period) for name, document in reading.documents)
    # What the scheme says of its own year holds for no other.
    days, units_on = (scheme.days, scheme.ranking.units_on) if period is None else (None, None)
    figures = reading.kept.of("figures", (rules.form, scheme.indicators, year, days))
    gathered = join(
        [report for document in documents for report in document.reports],
        units,
        year,
        rules.form,
        scheme.indicators,
        days,
        units_on=units_on,
        accept_drafts=rules.accept_drafts,
        remembered=figures.made,
    )
    listed = (*rules_doubts(rules), *_list_findings(scheme, gathered.table.units))
    gathered = _with_last_year(source, scheme, gathered, progress)
    gathered, items = _with_items(source, scheme, gathered, progress)
    findings = ordered((*gathered.findings, *reading.findings, *listed))
    return Year(
        rules=rules,
        gathered=replace(gathered, findings=findings),
        unread=(*reading.faults, *items.faults),
        documents=documents,
        pictures=reading.pictures(),
    )


def load_stages(
    source: YearSource, year: Year, progress: Progress = no_progress, work: YearWork | None = None
) -> YearStages:
    """The stages of a year, of one without any work too; `work` stands for that of the source."""
    # A year of reports alone, as every year is at first, starts faster without all that its work needs.
    from cchc_score.appraisal.stages import Stages
    from cchc_score.appraisal.survey import without_survey
    from cchc_score.appraisal.taken_out import known_decisions
    from cchc_score.appraisal.work_context import work_context
    from cchc_score.year.survey_reading import read_survey

    rules, table = year.rules, year.gathered.table
    methods = rules.registry.methods
    scheme = without_survey(rules.scheme, methods, rules.no_survey)[0] if rules.no_survey else rules.scheme
    owners = UnitLookup(table.units, table.units, year.gathered.gone)
    if work is None:
        work = source.work(work_context(scheme, owners), progress)
    taken_out, unknown = known_decisions(rules.taken_out, scheme, owners)
    survey, surveyed = read_survey(source, rules, year.gathered, work.acts, progress)
    stages = Stages(
        full_scheme=rules.scheme,
        methods=methods,
        reported_table=table,
        claimed=work.claims,
        entries=work.entries,
        explanations=work.answers,
        survey=survey,
        no_survey=rules.no_survey,
        phases=rules.phases,
        reasons=year.gathered.reasons,
        taken_out=taken_out,
        acts=work.acts,
    )
    return YearStages(stages, (*unknown, *work.findings, *surveyed.findings), (*work.faults, *surveyed.faults))


def stages_if_worked(source: YearSource, year: Year, progress: Progress = no_progress) -> YearStages:
    """The stages of a year in which there is more than reports; only such a year pays for reading its work."""
    return load_stages(source, year, progress) if source.has_work() else YearStages(None)


def read_whole_year(source: YearSource, progress: Progress = no_progress) -> tuple[Year, YearStages]:
    """A year of which every document could be read: points without those of one would be wrong.

    A ReportError tells why documents could not be read.
    """
    year = load_year(source, progress)
    if year.unread:
        raise ReportError(year.unread)
    staged = stages_if_worked(source, year, progress)
    if staged.unread:
        raise ReportError(staged.unread)
    return year, staged


def whole_stages(source: YearSource, progress: Progress = no_progress) -> "tuple[Stages, tuple[Finding, ...]]":
    """The stages of a year of which every document could be read, and what was noticed while reading its work."""
    year = load_year(source, progress)
    if year.unread:
        raise ReportError(year.unread)
    staged = load_stages(source, year, progress)
    if staged.unread:
        raise ReportError(staged.unread)
    assert staged.stages is not None
    return staged.stages, staged.findings


def rules_doubts(rules: YearRules) -> tuple[Finding, ...]:
    """What is doubtful about scheme and phases, before any report is read."""
    return (*scheme_doubts(rules.scheme, rules.registry.methods), *_far_phases(rules))


def _far_phases(rules: YearRules) -> Iterator[Finding]:
    """Phases in another year than that of the scheme, or the one after it, in which most of the work is done."""
    phases, (first, last) = rules.phases, rules.scheme.first_and_last_day
    windows = [(Words("Tự chấm", "Self-score"), phases.self_score)]
    for number, window in enumerate(phases.appraisal, 1):
        windows.append((Words(f"Thẩm định vòng {number}", f"Appraisal, round {number}"), window))
    for number, window in enumerate(phases.explanation, 1):
        windows.append((Words(f"Giải trình vòng {number}", f"Explanation, round {number}"), window))
    for name, window in windows:
        days = [day for day in (window.first, window.last) if day is not None]
        if any(day_of(day) < first or day.year > last.year + 1 for day in days):
            args = {"phase": name, "days": [moment_words(day) for day in days], "year": str(rules.scheme.period)}
            yield Finding("phase-far", Place("cchc.toml"), args)


def _list_findings(scheme: Scheme, units: Sequence[Unit]) -> list[Finding]:
    """What is wrong with the list of units for a scheme: kinds that rank apart, columns that hold no answer."""
    found = _kind_findings(scheme, units)
    for indicator in scheme.indicators.values():
        derived = indicator.derived
        if derived is not None and derived.kind == "unit":
            absent = [unit.label for unit in units if listed_answer(indicator, derived, unit) is None]
            args = {"column": derived.column, "units": _few(absent), "options": [one.name for one in indicator.options]}
            found += [Finding("unit-answer-absent", args=args)] if absent else []
    return found


def _with_last_year(source: YearSource, scheme: Scheme, gathered: Gathered, progress: Progress) -> Gathered:
    """What was gathered, with the figures of the year before that the scheme asks for, from where that year is kept."""
    before = source.last_year()
    if before is None or not any(indicator.last_year_of for indicator in scheme.indicators.values()):
        return gathered
    # Loaded only for the few schemes that compare with the year before.
    from cchc_score.year.added_figures import with_figures
    from cchc_score.year.last_year import LastYear, last_years_figures

    name, kept = before
    year, staged = read_whole_year(kept, progress)
    table = year.gathered.table if staged.stages is None else staged.stages.sheet("final").table
    figures = last_years_figures(scheme, gathered.table, LastYear(name, table))
    return with_figures(gathered, scheme, figures, "last-year-differs")


def _with_items(source: YearSource, scheme: Scheme, gathered: Gathered, progress: Progress) -> tuple[Gathered, Reading]:
    """What was gathered, with the figures that the scheme takes from lists of items; and how those were read."""
    asked = {code: indicator.over_items for code, indicator in scheme.indicators.items() if indicator.over_items}
    reading = source.items(progress) if asked else Reading(())
    if not asked:
        return gathered, reading
    # Loaded only for schemes that look at items.
    from cchc_score.intake.item_lists import item_figure, new_items, read_items
    from cchc_score.year.added_figures import with_figures

    units, findings = gathered.table.units, list(reading.findings)
    owners = UnitLookup(units, units, gathered.gone)
    items: dict[str, list[Item]] = defaultdict(list)
    for code, listed in gathered.items.items():
        items[code] += listed
    for name, document in reading.documents:
        if isinstance(document, Tables) and document.draft:
            findings.append(Finding("pdf-claims", Place(name)))
            continue
        found = read_items(carried(document), name, scheme.indicators, scheme.period, owners, findings)
        for code, own in found.items():
            items[code] += new_items(own, gathered.items.get(code, ()), findings)
    figures = {}
    for row, unit in enumerate(units):
        for code, over in asked.items():
            figure = item_figure(scheme.indicators[code], over, items[unit.code])
            if figure is not None:
                figures[row, code] = (figure.value, figure.origin)
            elif not gathered.table.known(row, code):
                args = {"fact": scheme.indicators[code].words}
                findings.append(Finding("items-unknown", Place(unit=unit.label), args))
    whole = with_figures(gathered, scheme, figures, "items-differ")
    return replace(whole, findings=(*whole.findings, *findings)), reading


def _few(labels: Sequence[str]) -> tuple[str, ...]:
    return (*labels[:MOST_NAMES], *(["..."] if len(labels) > MOST_NAMES else []))


def _kind_findings(scheme: Scheme, units: Sequence[Unit]) -> list[Finding]:
    """What would rank units apart that belong together, where each kind is ranked by itself."""
    if scheme.ranking.group_by != "kind":
        return []
    absent = [unit.label for unit in units if not unit.kind]
    alike: dict[str, list[str]] = defaultdict(list)
    for kind in sorted({unit.kind for unit in units}):
        alike[bare(kind)].append(kind)
    found = [Finding("unit-kind-absent", args={"units": _few(absent)})] if absent else []
    return [*found, *(Finding("unit-kinds-alike", args={"kinds": kinds}) for kinds in alike.values() if len(kinds) > 1)]
