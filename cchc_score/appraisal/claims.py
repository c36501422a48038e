"""Self-scores held against the scheme and the figures: what they are worth, and what a council must look at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cchc_score.appraisal.appraisal_model import Claim, Phases, Window
from cchc_score.findings import Finding, Place, Words
from cchc_score.methods import Method
from cchc_score.model import Criterion, Outcome, Scheme
from cchc_score.rule_words import used
from cchc_score.sheet import HandMark, HandMarks, Mark, ScoreSheet

Claims = Mapping[tuple[int, str], Claim]
"""The claims that count, by the unit's row and the criterion's number."""
UnitRows = Mapping[str, int]
"""The row of every unit by its code."""


def valid_claims(claims: Sequence[Claim], sheet: ScoreSheet, phases: Phases) -> tuple[Claims, tuple[Finding, ...]]:
    """The claims in time and without a rival; findings tell of the others, and of units that claim nothing."""
    rows = _rows(sheet)
    findings: list[Finding] = []
    by_target: dict[tuple[int, str], list[Claim]] = {}
    for claim in claims:
        if claim.unit not in rows:
            findings.append(Finding("entry-unit", _place(claim, sheet, rows)))
        # Before rivals are looked for: a claim that comes too late must not cost an earlier one its place.
        elif _timely(claim, sheet, rows, phases, findings):
            by_target.setdefault((rows[claim.unit], claim.criterion), []).append(claim)
    for rivals in by_target.values():
        findings += _rival_findings(rivals, sheet, rows)
    # Where claims may come at any time nobody needs their dates.
    if phases.self_score != Window():
        findings += _undated(claims, sheet)
    # A year in which nobody has claimed anything yet would name all its units.
    if claims:
        # A unit whose claims do not count, as late ones, has sent something all the same and is not silent.
        silent = set(range(len(sheet.table.units))) - {rows.get(claim.unit) for claim in claims}
        findings += [Finding("claims-absent", Place(unit=sheet.table.units[row].label)) for row in sorted(silent)]
    return {target: rivals[0] for target, rivals in by_target.items() if len(rivals) == 1}, tuple(findings)


def _rival_findings(rivals: Sequence[Claim], sheet: ScoreSheet, rows: UnitRows) -> Iterator[Finding]:
    """A finding about each of several claims for one criterion of a unit, none of which counts."""
    for claim in rivals if len(rivals) > 1 else ():
        other = next(rival for rival in rivals if rival is not claim).origin.place()
        args = {"other": Words(other.words("vi"), other.words("en"))}
        yield Finding("claim-twice", _place(claim, sheet, rows), args)


def _undated(claims: Sequence[Claim], sheet: ScoreSheet) -> Iterator[Finding]:
    """One finding about each unit in each source whose claims bear no date."""
    names = {unit.code: unit.label for unit in sheet.table.units}
    for source, unit in sorted({(claim.origin.source, claim.unit) for claim in claims if claim.on is None}):
        yield Finding("claim-undated", Place(source, unit=names.get(unit, unit)))


def _rows(sheet: ScoreSheet) -> UnitRows:
    return {unit.code: row for row, unit in enumerate(sheet.table.units)}


def _place(claim: Claim, sheet: ScoreSheet, rows: UnitRows) -> Place:
    row = rows.get(claim.unit)
    unit = claim.unit if row is None else sheet.table.units[row].label
    return replace(claim.origin.place(unit), criterion=claim.criterion)


def _timely(claim: Claim, sheet: ScoreSheet, rows: UnitRows, phases: Phases, findings: list[Finding]) -> bool:
    window = phases.self_score
    if claim.on is None or window.holds(claim.on):
        return True
    first, last = (f"{day:%d/%m/%Y}" if day else "..." for day in (window.first, window.last))
    args = {"day": f"{claim.on:%d/%m/%Y}", "first": first, "last": last}
    findings.append(Finding("claim-phase", _place(claim, sheet, rows), args))
    return False


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
    for (row, number), claim in claims.items():
        mark = sheet.mark(row, sheet.criteria[number])
        leaf = sheet.scheme.criteria[number]
        if given_by_others(leaf, sheet.scheme, methods):
            code = "claim-survey"
        else:
            # What the council gives is its answer to the claim, and no figure that the claim should agree with; and
            # what the others have reported no unit can know.
            others = _judged(leaf, sheet.scheme, methods) or methods[leaf.method].peers
            code = "" if others else _doubt(claim, mark)
        place = _place(claim, sheet, rows)
        if code:
            found.append(Finding(code, place, {"value": claim.mark.points, "computed": mark.low}))
        # Nobody has to prove that they have no points.
        if not claim.evidence and claim.mark.points:
            found.append(Finding("claim-evidence", place, {"value": claim.mark.points}))
    return tuple(found)


def _doubt(claim: Claim, mark: Mark) -> str:
    # A unit that says 'not applicable' or 'missing' claims no points that figures could contradict.
    if claim.mark.outcome != Outcome.SCORED:
        return ""
    if mark.outcome == Outcome.NOT_APPLICABLE:
        return "claim-not-applicable"
    # Figures that are still missing cannot contradict a claim.
    possible = mark.low <= claim.mark.points <= mark.high
    return "claim-differs" if mark.outcome == Outcome.SCORED and not possible else ""
