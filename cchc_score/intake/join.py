"""Reports of all documents joined into one table: who each is about, and what happens when two tell the same fact."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from pathlib import PurePosixPath

from cchc_score.facts import Batch, Origin, Table, table
from cchc_score.findings import Finding, Place, Words, ordered
from cchc_score.intake.blocks import Line, Origins
from cchc_score.intake.doubts import Doubt, Figures, contradictions, header_doubts, prose_doubts
from cchc_score.intake.owners import YEAR, Owners
from cchc_score.intake.told import Report, Told
from cchc_score.model import Form, Indicator, Unit, Value
from cchc_score.text import alphabetical, common_noun, same_name


@dataclass(frozen=True, slots=True)
class Gathered:
    """All facts of the year, what was found while reading them, and of each fact in doubt why."""

    table: Table
    findings: tuple[Finding, ...]
    reasons: Mapping[tuple[int, str], tuple[Finding, ...]] = field(default_factory=dict)


def join(
    reports: Iterable[Report],
    units: Sequence[Unit] | None,
    year: int,
    form: Form | None,
    indicators: Mapping[str, Indicator],
) -> Gathered:
    """The table of a year. Without a list of units, they are those that the reports name, by name."""
    reports = sorted(reports, key=lambda report: (report.place.file, report.place.line))
    findings: list[Finding] = []
    if units is None:
        units = _named(reports)
    units = _told_apart(units, year)
    current = tuple(unit for unit in units if _valid(unit, year))
    gone = [unit for unit in units if not _valid(unit, year)]
    findings += [Finding("unit-not-valid", Place(unit=unit.label), {"year": str(year)}) for unit in gone]
    owners = Owners(units, current)
    by_unit: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        found = owners.of(report, findings)
        findings += report.findings if found is None else _about(report, found)
        if found is not None and _this_year(report, found, year, findings):
            by_unit[found.code].append(report)
    findings += [
        Finding("unit-gone-report", report.place, {"unit": unit.label, "year": str(year)})
        for unit in gone
        for report in by_unit[unit.code]
    ]
    facts: dict[tuple[int, str], Value] = {}
    origins: dict[tuple[int, str], Origin] = {}
    reasons: dict[tuple[int, str], tuple[Finding, ...]] = defaultdict(tuple)
    lines: dict[int, Line] = {}
    for place, unit in enumerate(current):
        line = _line(by_unit[unit.code])
        if line is not None:
            lines[place] = line
            continue
        if not by_unit[unit.code]:
            findings.append(Finding("unit-without-report", Place(unit=unit.label), {"code": unit.code}))
        findings += _twice(by_unit[unit.code], unit)
        told = _agreed(by_unit[unit.code], unit, indicators, findings)
        for code, one in told.items():
            facts[place, code], origins[place, code] = one.value, one.origin
        for doubted, finding in _doubts(by_unit[unit.code], unit, told, form, indicators):
            if doubted and all(code in told and told[code].confirmed for code in doubted):
                continue
            findings.append(finding)
            for code in doubted:
                if code in told and not told[code].confirmed:
                    reasons[place, code] += (finding,)
        for code, one in told.items():
            if one.doubt and not one.confirmed and (place, code) not in reasons:
                args = {"fact": indicators[code].words, "doubt": one.doubt}
                findings.append(Finding("fact-in-doubt", one.place(unit.label), args))
                reasons[place, code] = (findings[-1],)
    where = Origins(origins, lines) if lines else origins
    known = table(current, indicators, facts, where, frozenset(reasons), _batches(lines))
    return Gathered(known, ordered(findings), reasons)


def _about(report: Report, unit: Unit) -> Iterable[Finding]:
    """What was found in a report, under its unit's own name, however the report writes it."""
    return [
        replace(one, place=replace(one.place, unit=unit.label)) if one.place.unit or not report.unit else one
        for one in report.findings
    ]


def _line(reports: Sequence[Report]) -> Line | None:
    """The line of a table that alone tells of a unit, with nothing in it to look at: it need not be taken apart."""
    told = reports[0].told if len(reports) == 1 else ()
    return told if isinstance(told, Line) and told.sure else None


def _batches(lines: Mapping[int, Line]) -> list[Batch]:
    """The lines of every table together, in the order of their places."""
    together: dict[int, list[int]] = defaultdict(list)
    for place, line in lines.items():
        together[id(line.block)].append(place)
    return [_batch(places, [lines[place] for place in places]) for places in together.values()]


def _batch(places: Sequence[int], lines: Sequence[Line]) -> Batch:
    columns = lines[0].block.columns
    values = {code: column.values for code, column in columns.items()}
    known = {code: column.known for code, column in columns.items()}
    return Batch(places, [line.row for line in lines], values, known)


def _named(reports: Sequence[Report]) -> tuple[Unit, ...]:
    found: dict[str, Unit] = {}
    for report in reports:
        if report.unit:
            found.setdefault(same_name(report.unit), _unit(report))
    return tuple(sorted(found.values(), key=lambda unit: (alphabetical(unit.name), unit.code)))


def _unit(report: Report) -> Unit:
    return Unit(report.unit, report.name or report.unit, common_noun(report.kind))


def _told_apart(units: Sequence[Unit], year: int) -> Sequence[Unit]:
    """The units, of which those know it that share their name with another of the year."""
    bearers = Counter(unit.name for unit in units if _valid(unit, year))
    if len(bearers) == bearers.total():
        return units
    return [replace(unit, shared=bearers[unit.name] > 1 and _valid(unit, year)) for unit in units]


def _valid(unit: Unit, year: int) -> bool:
    begun = unit.valid_from is None or unit.valid_from <= date(year, 12, 31)
    return begun and (unit.valid_to is None or unit.valid_to >= date(year, 1, 1))


def _this_year(report: Report, unit: Unit, year: int, findings: list[Finding]) -> bool:
    told = report.year
    if told is None:
        years = YEAR.findall(PurePosixPath(report.place.file).stem)
        told = int(years[0]) if len(years) == 1 else None
    if told == year:
        return True
    place = Place(report.place.file, report.place.line, unit.label)
    if told is None:
        findings.append(Finding("year-absent", place, {"year": str(year)}))
        return True
    findings.append(Finding("year-differs", place, {"told": str(told), "year": str(year)}))
    return False


def _twice(reports: Sequence[Report], unit: Unit) -> Iterator[Finding]:
    """Whole reports of one unit beside another: somebody sent it twice, or in two versions."""
    whole = [report.place for report in reports if report.whole]
    for place in whole[1:]:
        args = {"other": Words(whole[0].words("vi"), whole[0].words("en"))}
        yield Finding("unit-twice", replace(place, unit=unit.label), args)


def _agreed(
    reports: Sequence[Report], unit: Unit, indicators: Mapping[str, Indicator], findings: list[Finding]
) -> dict[str, Told]:
    """The facts of one unit; one that is told with different values is unknown."""
    versions: dict[str, list[Told]] = defaultdict(list)
    for report in reports:
        for one in report.told:
            versions[one.code].append(one)
    agreed = {}
    for code, told in sorted(versions.items()):
        if len(told) == 1 or len({one.value for one in told}) == 1:
            agreed[code] = min(told, key=lambda one: (not one.confirmed, one.origin.file, one.origin.line))
            continue
        first = told[0]
        args = {"fact": indicators[code].words, "values": [_version(one) for one in told]}
        findings.append(Finding("fact-conflict", first.place(unit.label), args))
    return agreed


def _version(one: Told) -> Words:
    value = one.origin.printed or _shown(one.value)
    place = replace(one.place(), row="")
    return Words(f"{value} ({place.words('vi')})", f"{value} ({place.words('en')})")


def _shown(value: Value) -> str:
    if isinstance(value, Fraction):
        return str(value)
    if value is None or isinstance(value, bool):
        return "có" if value else "không"
    return str(value)


def _doubts(
    reports: Sequence[Report],
    unit: Unit,
    told: Mapping[str, Told],
    form: Form | None,
    indicators: Mapping[str, Indicator],
) -> Iterable[Doubt]:
    figures = Figures(unit.label, told, indicators)
    yield from contradictions(figures)
    for report in reports:
        yield from prose_doubts(report, figures)
    if form is not None:
        for report in reports:
            yield from header_doubts(report, figures, form)
