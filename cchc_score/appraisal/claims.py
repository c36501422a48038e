"""Self-scores held against the scheme and the figures: what they are worth, and what a council must look at."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cchc_score.appraisal.nouns import Claim, Phases, Window
from cchc_score.explain import used
from cchc_score.findings import Finding, Place, Words
from cchc_score.methods import Method
from cchc_score.model import Criterion, Outcome, Scheme
from cchc_score.sheet import HandMark, HandMarks, Mark, ScoreSheet

Claims = Mapping[tuple[int, str], Claim]
"""The claims that count, by the unit's place and the criterion's number."""


def counted(claims: Sequence[Claim], sheet: ScoreSheet, phases: Phases) -> tuple[Claims, tuple[Finding, ...]]:
    """The claims in time and without a rival; findings tell of the others, and of units that claim nothing."""
    places = {unit.code: row for row, unit in enumerate(sheet.table.units)}
    findings: list[Finding] = []
    found: dict[tuple[int, str], list[Claim]] = {}
    for claim in claims:
        if claim.unit not in places:
            findings.append(Finding("entry-unit", _place(claim, sheet)))
        elif _timely(claim, sheet, phases, findings):
            found.setdefault((places[claim.unit], claim.criterion), []).append(claim)
    for rivals in found.values():
        for one in rivals if len(rivals) > 1 else ():
            other = next(two for two in rivals if two is not one).origin.place()
            place = _place(one, sheet)
            findings.append(Finding("claim-twice", place, {"other": Words(other.words("vi"), other.words("en"))}))
    if phases.self_score != Window():
        undated = {(claim.origin.source, claim.unit): claim for claim in reversed(claims) if claim.on is None}
        names = {unit.code: unit.label for unit in sheet.table.units}
        findings += [
            Finding("claim-undated", Place(source, unit=names.get(unit, unit))) for source, unit in sorted(undated)
        ]
    if claims:
        silent = set(range(len(sheet.table.units))) - {places.get(claim.unit) for claim in claims}
        findings += [Finding("claims-absent", Place(unit=sheet.table.units[row].label)) for row in sorted(silent)]
    return {key: rivals[0] for key, rivals in found.items() if len(rivals) == 1}, tuple(findings)


def _place(claim: Claim, sheet: ScoreSheet) -> Place:
    names = {unit.code: unit.label for unit in sheet.table.units}
    return replace(claim.origin.place(names.get(claim.unit, claim.unit)), criterion=claim.criterion)


def _timely(claim: Claim, sheet: ScoreSheet, phases: Phases, findings: list[Finding]) -> bool:
    window = phases.self_score
    if claim.on is None or window.holds(claim.on):
        return True
    first, last = (f"{day:%d/%m/%Y}" if day else "..." for day in (window.first, window.last))
    args = {"day": f"{claim.on:%d/%m/%Y}", "first": first, "last": last}
    findings.append(Finding("claim-phase", _place(claim, sheet), args))
    return False


def self_marks(claims: Claims, sheet: ScoreSheet, methods: Mapping[str, Method]) -> HandMarks:
    """The marks of the self-score: what is claimed; nothing claimed is missing, where there was something to claim."""
    marks: dict[tuple[int, str], HandMark] = {}
    for leaf in sheet.scheme.leaves:
        if not given_by_others(leaf, sheet.scheme, methods):
            for row, outcome in enumerate(sheet.criteria[leaf.number].outcome):
                if (row, leaf.number) in claims:
                    marks[row, leaf.number] = claims[row, leaf.number].mark
                elif outcome != Outcome.NOT_APPLICABLE:
                    marks[row, leaf.number] = HandMark(Outcome.MISSING)
    return marks


def given_by_others(leaf: Criterion, scheme: Scheme, methods: Mapping[str, Method]) -> bool:
    """Whether a survey or an appraiser gives a criterion, so that a unit has nothing to claim."""
    facts = used(leaf, methods)
    return bool(facts) and all(scheme.indicators[code].source != "report" for code in facts)


def doubts(claims: Claims, sheet: ScoreSheet, methods: Mapping[str, Method]) -> tuple[Finding, ...]:
    """What a council must look at: claims without evidence, and claims that the figures do not give."""
    found = []
    for (row, number), claim in claims.items():
        mark = sheet.mark(row, sheet.criteria[number])
        code = _doubt(claim, mark, given_by_others(sheet.scheme.criteria[number], sheet.scheme, methods))
        place = _place(claim, sheet)
        if code:
            found.append(Finding(code, place, {"value": claim.mark.points, "computed": mark.low}))
        if not claim.evidence and claim.mark.points:
            found.append(Finding("claim-evidence", place, {"value": claim.mark.points}))
    return tuple(found)


def _doubt(claim: Claim, mark: Mark, others: bool) -> str:
    if others:
        return "claim-survey"
    if claim.mark.outcome != Outcome.SCORED:
        return ""
    if mark.outcome == Outcome.NOT_APPLICABLE:
        return "claim-not-applicable"
    return "claim-differs" if mark.outcome == Outcome.SCORED and mark.low != claim.mark.points else ""
