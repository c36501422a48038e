"""Self-scores held against the scheme and the figures: what they are worth, and what a council must look at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from types import MappingProxyType

from cchc_score.appraisal.appraisal_model import Claim, Phases, Window
from cchc_score.appraisal.moments import Moment, moment_words, start_of
from cchc_score.appraisal.timeliness import in_time
from cchc_score.findings import Finding, Place, Words
from cchc_score.methods import Method
from cchc_score.model import Criterion, Outcome, Scheme
from cchc_score.rule_words import used
from cchc_score.sheet import Cells, HandMark, HandMarks, ScoreSheet

Claims = Mapping[tuple[int, str], Claim]
"""The claims that count, by the unit's row and the criterion's number."""
NOBODY: Mapping[str, Moment] = MappingProxyType({})
"""The units that have more time, where none has."""
SCORED, NOT_APPLICABLE = int(Outcome.SCORED), int(Outcome.NOT_APPLICABLE)
UnitRows = Mapping[str, int]
"""The row of every unit by its code."""


def valid_claims(
    claims: Sequence[Claim], sheet: ScoreSheet, phases: Phases, extended: Mapping[str, Moment] = NOBODY
) -> tuple[Claims, tuple[Finding, ...]]:
    """The claims in time and without a rival; findings tell of the others, and of units that claim nothing.

    `extended` is the last day of units that have more time than the others, by their codes.
    """
    rows = _rows(sheet)
    findings = [Finding("entry-unit", _place(claim, sheet, rows)) for claim in claims if claim.unit not in rows]
    late: dict[tuple[str, str, Moment | None], list[Claim]] = defaultdict(list)
    by_target: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.unit not in rows:
            continue
        # Before rivals are looked for: a claim that comes too late must not cost an earlier one its place.
        if in_time(claim.on, phases.self_score, extended.get(claim.unit)):
            by_target[rows[claim.unit], claim.criterion].append(claim)
        else:
            late[claim.origin.file, claim.unit, claim.on].append(claim)
    by_target = {target: _of_own_files(rivals) for target, rivals in by_target.items()}
    findings += [_late_finding(own, sheet, rows, phases.self_score) for own in late.values()]
    findings += _rival_findings(by_target.values(), sheet, rows)
    # Where claims may come at any time nobody needs their dates.
    if phases.self_score != Window():
        findings += _undated(claims, sheet)
    # A year in which nobody has claimed anything yet would name all its units.
    if claims:
        # A unit whose claims do not count, as late ones, has sent something all the same and is not silent.
        silent = set(range(len(sheet.table.units))) - {rows.get(claim.unit) for claim in claims}
        findings += [Finding("claims-absent", Place(unit=sheet.table.units[row].label)) for row in sorted(silent)]
    # Of a table that was sent twice the later one counts, which may bring more evidence.
    agreed = {target: max(rivals, key=age_of_claim) for target, rivals in by_target.items() if not _differ(rivals)}
    return agreed, tuple(findings)


def _of_own_files(rivals: list[Claim]) -> list[Claim]:
    """The claims without those of files that are named for another unit, where the unit has a file of its own."""
    if len(rivals) == 1:
        return rivals
    return [claim for claim in rivals if not claim.misnamed] or rivals


def age_of_claim(claim: Claim) -> tuple[datetime, str, int]:
    """What claims are ordered by, the oldest first."""
    return start_of(claim.on) if claim.on else datetime.min, claim.origin.file, claim.origin.line


def last_claims(claimed: Iterable[Claim], counting: Claims, unit: str, row: int) -> list[Claim]:
    """What the unit of a row has claimed last of each criterion; what counts goes before what does not."""
    sent = {claim.criterion: claim for claim in sorted((one for one in claimed if one.unit == unit), key=age_of_claim)}
    return list((sent | {number: claim for (own, number), claim in counting.items() if own == row}).values())


def _differ(rivals: Sequence[Claim]) -> bool:
    """Whether a unit says different things of one criterion: other points in another file, or two lines in one."""
    # Nearly every claim stands alone.
    if len(rivals) == 1:
        return False
    return len({rival.mark for rival in rivals}) > 1 or len({rival.origin.file for rival in rivals}) < len(rivals)


def _rival_findings(targets: Iterable[Sequence[Claim]], sheet: ScoreSheet, rows: UnitRows) -> Iterator[Finding]:
    """One finding about two files in which a unit claims different points, or two lines of one; neither counts."""
    found: dict[tuple[str, ...], list[tuple[Claim, Claim]]] = defaultdict(list)
    for rivals in targets:
        if not _differ(rivals):
            continue
        ordered = sorted(rivals, key=age_of_claim)
        for first, other in pairwise(ordered):
            # Lines of one file are told one by one: somebody must look at each.
            line = first.criterion if first.origin.file == other.origin.file else ""
            found[first.unit, first.origin.file, other.origin.file, line].append((first, other))
    for pairs in found.values():
        first, other = pairs[0]
        place = other.origin.place()
        args = {"other": Words(place.words("vi"), place.words("en")), "count": len(pairs)}
        yield Finding("claim-twice", _place(first, sheet, rows), args)


def _late_finding(claims: Sequence[Claim], sheet: ScoreSheet, rows: UnitRows, window: Window) -> Finding:
    """One finding about all claims of a table that is out of time."""
    day = claims[0].on
    first, last = (moment_words(limit) if limit else "..." for limit in (window.first, window.last))
    args = {"day": moment_words(day) if day else "", "first": first, "last": last, "count": len(claims)}
    return Finding("claim-phase", replace(_place(claims[0], sheet, rows), criterion="", line=0, cell="", table=0), args)


def _undated(claims: Sequence[Claim], sheet: ScoreSheet) -> Iterator[Finding]:
    """One finding about each unit in each source whose claims bear no date."""
    names = {unit.code: unit.label for unit in sheet.table.units}
    for file, unit in sorted({(claim.origin.file, claim.unit) for claim in claims if claim.on is None}):
        yield Finding("claim-undated", Place(file, unit=names.get(unit, unit)))


def _rows(sheet: ScoreSheet) -> UnitRows:
    return {unit.code: row for row, unit in enumerate(sheet.table.units)}


def _place(claim: Claim, sheet: ScoreSheet, rows: UnitRows) -> Place:
    row = rows.get(claim.unit)
    unit = claim.unit if row is None else sheet.table.units[row].label
    return replace(claim.origin.place(unit), criterion=claim.criterion)


def self_marks(claims: Claims, sheet: ScoreSheet, methods: Mapping[str, Method]) -> HandMarks:
    """The marks of the self-score: what is claimed; nothing claimed is missing, where there was something to claim."""
    marks: dict[tuple[int, str], HandMark] = {}
    for leaf in sheet.scheme.leaves:
        if not given_by_others(leaf, sheet.scheme, methods):
            for row, outcome in enumerate(sheet.criteria[leaf.number].outcome):
                if (row, leaf.number) in claims:
                    marks[row, leaf.number] = claims[row, leaf.number].mark
                # What does not apply to a unit by its figures is nothing that it failed to claim.
                elif outcome != Outcome.NOT_APPLICABLE:
                    marks[row, leaf.number] = HandMark(Outcome.MISSING)
    return marks


def given_by_others(leaf: Criterion, scheme: Scheme, methods: Mapping[str, Method]) -> bool:
    """Whether a survey or the council gives a criterion, so that a unit has nothing to claim.

    The scheme says so, or else the sources of the facts do.
    """
    return _judged(leaf, scheme, methods) if leaf.self_score is None else not leaf.self_score


def _judged(leaf: Criterion, scheme: Scheme, methods: Mapping[str, Method]) -> bool:
    """Whether no figure of a report decides a criterion."""
    facts = used(scheme, leaf, methods)
    # One that rests on no facts at all is nobody else's to give, and one that rests on both kinds can be claimed.
    return bool(facts) and all(scheme.indicators[code].source != "report" for code in facts)


def claim_doubts(claims: Claims, sheet: ScoreSheet, methods: Mapping[str, Method]) -> tuple[Finding, ...]:
    """What a council must look at: claims without evidence, and claims that the figures do not give."""
    rows = _rows(sheet)
    found = []
    # Once a criterion: thousands of claims are about the same few.
    leaves = {number: sheet.scheme.criteria[number] for _, number in claims}
    survey = {number for number, leaf in leaves.items() if given_by_others(leaf, sheet.scheme, methods)}
    # What the council gives is its answer to the claim, and no figure that the claim should agree with; and what the
    # others have reported no unit can know.
    others = {
        number for number, leaf in leaves.items() if _judged(leaf, sheet.scheme, methods) or methods[leaf.method].peers
    }
    cells, step = {number: sheet.criteria[number] for number in leaves}, 10**sheet.scheme.decimals
    for (row, number), claim in claims.items():
        own = cells[number]
        code = "claim-survey" if number in survey else "" if number in others else _doubt(claim, own, row, step)
        if code:
            args = {"value": claim.mark.points, "computed": sheet.mark(row, own).low}
            found.append(Finding(code, _place(claim, sheet, rows), args))
        # Nobody has to prove that they have no points.
        if not claim.evidence and claim.mark.points:
            found.append(Finding("claim-evidence", _place(claim, sheet, rows), {"value": claim.mark.points}))
    return tuple(found)


def _doubt(claim: Claim, cells: Cells, row: int, step: int) -> str:
    outcome = cells.outcome[row]
    # A unit that says 'not applicable' or 'missing' claims no points that figures could contradict.
    if claim.mark.outcome != SCORED:
        return ""
    if outcome == NOT_APPLICABLE:
        return "claim-not-applicable"
    # Figures that are still missing cannot contradict a claim. Products of fractions would look for common divisors.
    num, den = claim.mark.points.numerator * step, claim.mark.points.denominator
    possible = cells.low[row] * den <= num <= cells.high[row] * den
    return "claim-differs" if outcome == SCORED and not possible else ""
