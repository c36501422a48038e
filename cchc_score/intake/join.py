"""Reports of all documents joined into one table: which unit each is about, and what several say about one unit."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from cchc_score.facts import Table
from cchc_score.findings import Finding, Place, Words, ordered
from cchc_score.intake.agreement import Agreement
from cchc_score.intake.reports import Item, Report, ReportedFact
from cchc_score.intake.unit_facts import UnitFigures, own_reports, unit_figures
from cchc_score.intake.unit_lookup import GoneUnits, UnitLookup
from cchc_score.intake.wide_columns import RowFacts
from cchc_score.intake.year_table import YearFacts
from cchc_score.model import Form, Indicator, Unit
from cchc_score.text import alphabetical, common_noun, same_name

Days = tuple[date, date]
Remembered = Callable[[Unit, Sequence[Report], Callable[[], UnitFigures]], UnitFigures]
"""Gives the figures of a unit that its reports say, as made before or by the call."""


def make_anew(unit: Unit, reports: Sequence[Report], make: Callable[[], UnitFigures]) -> UnitFigures:
    """The figures of a unit, which nobody has kept."""
    return make()


@dataclass(frozen=True, slots=True)
class Gathered:
    """All facts of the year, what was found while reading them, and of each fact in doubt why."""

    table: Table
    findings: tuple[Finding, ...]
    reasons: Mapping[tuple[int, str], tuple[Finding, ...]] = field(default_factory=dict)
    gone: GoneUnits | None = None
    drafts: Mapping[tuple[int, str], ReportedFact] = field(default_factory=dict)
    """Figures that count only once somebody has confirmed them."""
    reports: Mapping[str, Sequence[Report]] = field(default_factory=dict)
    """The reports that count, by the code of their unit."""
    items: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)
    """The items that reports themselves list, by the code of their unit."""

    @property
    def used(self) -> Mapping[str, tuple[tuple[Unit, int], ...]]:
        """The units about which each file has a report that counts, with how many figures of each it gives."""
        counts: dict[str, Counter[Unit]] = defaultdict(Counter)
        for unit in self.table.units:
            for report in self.reports.get(unit.code, ()):
                counts[report.place.file][unit] += len(report.facts)
        return {file: tuple(own.items()) for file, own in counts.items()}


def join(
    reports: Iterable[Report],
    units: Sequence[Unit] | None,
    year: int,
    form: Form | None,
    indicators: Mapping[str, Indicator],
    days: Days | None = None,
    by_others: bool = False,
    units_on: date | None = None,
    accept_drafts: bool = False,
    remembered: Remembered = make_anew,
) -> Gathered:
    """The table of a year. Without a list of units, they are those that the reports name, by name.

    `days` are the first and the last day of a year that is no calendar year. `by_others` says that none of the
    documents is a unit's own, as those of a survey: only such may give what a survey or an appraiser finds.
    The units are those that exist on the day `units_on`, without it on the last day.
    `accept_drafts` takes the figures of drafts as they stand. `remembered` may know the figures of a unit from before,
    for the same unit and the very same reports.
    """
    days = days or (date(year, 1, 1), date(year, 12, 31))
    day = units_on or days[1]
    # The order of files decides which of two equal facts is shown; it must not hang on the order of a folder.
    reports = sorted(reports, key=lambda report: (report.place.file, report.place.line))
    units = _mark_shared_names(_named_units(reports) if units is None else units, day)
    # Units that are gone stay in the look-up: a report about one is told as such, and not as one about nobody.
    current = tuple(unit for unit in units if unit.exists_on(day))
    gone = [unit for unit in units if not unit.exists_on(day)]
    shown_day = f"{day:%d/%m/%Y}"
    findings = [
        Finding("unit-not-valid", Place(unit=unit.label), {"year": str(year), "day": shown_day, "life": _life(unit)})
        for unit in gone
    ]
    by_unit = _by_unit(reports, UnitLookup(units, current), year, findings)
    ended = GoneUnits(tuple(gone), year, day)
    findings += [ended.finding(unit, report.place) for unit in gone for report in by_unit.get(unit.code, ())]
    gathered_files = None if by_others else _files_of_several(by_unit)
    known = YearFacts()
    for index, unit in enumerate(current):
        own = by_unit.get(unit.code, [])
        if gathered_files is not None:
            own = own_reports(own, unit, indicators, gathered_files, findings)
        row = _sure_row(own)
        if row is not None:
            known.rows[index] = row
        else:
            figures = remembered(unit, own, partial(unit_figures, own, unit, form, indicators, days))
            known.add(index, figures.facts, figures.reasons)
            findings += figures.findings
    if not accept_drafts:
        known.keep_drafts_apart()
    findings += _draft_counts(known, current, accept_drafts)
    listed = {unit.code: _items(by_unit.get(unit.code, ()), findings) for unit in current}
    items = {code: items for code, items in listed.items() if items}
    return Gathered(
        table=known.table(current, indicators),
        findings=ordered(findings),
        reasons=known.reasons,
        gone=ended,
        drafts=known.drafts,
        reports=by_unit,
        items=items,
    )


def _items(reports: Sequence[Report], findings: list[Finding]) -> tuple[Item, ...]:
    """The items that the reports of a unit list; `findings` gets those of which two reports say different things."""
    found: dict[str, Item] = {}
    for item in (item for report in reports for item in report.items):
        known = found.setdefault(same_name(item.name), item)
        if known.facts != item.facts:
            findings.append(Finding("item-twice", item.place, {"name": item.name}))
    return tuple(found.values())


def _draft_counts(known: YearFacts, units: Sequence[Unit], accepted: bool) -> Iterator[Finding]:
    """How many figures of a unit each file gives as drafts."""
    drafts = {key: fact for key, fact in (known.drafts or known.facts).items() if fact.origin.draft}
    counts = Counter((row, fact.origin.file) for (row, _), fact in drafts.items())
    for (row, file), count in sorted(counts.items()):
        yield Finding(
            "draft-accepted" if accepted else "draft-figures", Place(file, 0, units[row].label), {"count": count}
        )


def _files_of_several(by_unit: Mapping[str, Sequence[Report]]) -> frozenset[str]:
    """The files that tell of more than one unit: no commune wrote them, but whoever gathers the year."""
    units: dict[str, set[str]] = defaultdict(set)
    for code, reports in by_unit.items():
        for report in reports:
            units[report.place.file].add(code)
    return frozenset(file for file, codes in units.items() if len(codes) > 1)


def _by_unit(
    reports: Sequence[Report], lookup: UnitLookup, year: int, findings: list[Finding]
) -> dict[str, list[Report]]:
    """The reports of the year by the code of their unit; `findings` gets what is wrong with any of them."""
    by_unit: dict[str, list[Report]] = defaultdict(list)
    agreement = Agreement(lookup, reports)
    for report in reports:
        unit = lookup.of(report, findings)
        findings += report.findings if unit is None else _findings_of(report, unit)
        if unit is not None and _is_used(report, unit, year, agreement, findings):
            by_unit[unit.code].append(report)
    return by_unit


def _findings_of(report: Report, unit: Unit) -> Iterable[Finding]:
    """What was found in a report, under its unit's own name, however the report writes it."""
    return [
        replace(finding, place=replace(finding.place, unit=unit.label))
        if finding.place.unit or not report.unit
        else finding
        for finding in report.findings
    ]


def _sure_row(reports: Sequence[Report]) -> RowFacts | None:
    """The unit's only source, where that is one row of a wide table without contradictions; else None.

    Nothing in such a row needs a look, so that it need not be taken apart.
    """
    # With a second report of the unit every fact must be compared with what that says.
    facts = reports[0].facts if len(reports) == 1 else ()
    return facts if isinstance(facts, RowFacts) and facts.sure else None


def _named_units(reports: Sequence[Report]) -> tuple[Unit, ...]:
    """The units that reports name, by name; one that several name is as the first of them writes it."""
    found: dict[str, Unit] = {}
    for report in reports:
        if report.unit:
            unit = Unit(report.unit, report.name or report.unit, common_noun(report.kind))
            # Reports come sorted by file, so that 'the first' is the same on every machine.
            found.setdefault(same_name(report.unit), unit)
    return tuple(sorted(found.values(), key=lambda unit: (alphabetical(unit.name), unit.code)))


def _mark_shared_names(units: Sequence[Unit], day: date) -> Sequence[Unit]:
    """The units; `shared` is set for those that share their name with another unit of the year."""
    bearers = Counter(unit.name for unit in units if unit.exists_on(day))
    # Nearly always no name is shared, and then no unit is made anew.
    if len(bearers) == bearers.total():
        return units
    return [replace(unit, shared=bearers[unit.name] > 1 and unit.exists_on(day)) for unit in units]


def _life(unit: Unit) -> Words:
    """From when, or until when, a unit exists."""
    first, last = unit.valid_from, unit.valid_to
    vi = [f"từ {first:%d/%m/%Y}"] if first else []
    en = [f"from {first:%d/%m/%Y}"] if first else []
    if last:
        vi.append(f"đến {last:%d/%m/%Y}")
        en.append(f"until {last:%d/%m/%Y}")
    return Words(" ".join(vi), " ".join(en))


def _is_used(report: Report, unit: Unit, year: int, agreement: Agreement, findings: list[Finding]) -> bool:
    """Whether a report is one of the year that is scored; one that does not say its year is taken for it.

    Nothing that names its unit or its period may contradict that.
    """
    faults = [agreement.unit_fault(report, unit), agreement.period_fault(report, unit)]
    findings += [fault for fault in faults if fault is not None]
    if any(faults):
        return False
    reported = agreement.year(report)
    if reported == year:
        return True
    place = Place(report.place.file, report.place.line, unit.label)
    if reported is None:
        findings.append(Finding("year-absent", place, {"year": str(year)}))
        return True
    findings.append(Finding("year-differs", place, {"told": str(reported), "year": str(year)}))
    return False
