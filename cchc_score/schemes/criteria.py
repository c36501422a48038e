"""The criteria of a scheme file: each table read, put into the tree, and the tree checked."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from cchc_score.findings import Finding
from cchc_score.model import Criterion
from cchc_score.schemes import criterion_tree as tree
from cchc_score.schemes import point_checks as points
from cchc_score.schemes.areas import check_held
from cchc_score.schemes.leaf_rules import LeafReader
from cchc_score.schemes.scheme_tables import MOST_DECIMALS, AreaTable, CriterionTable
from cchc_score.validation import validated


def criterion_decimals(
    raw: Mapping[str, Any], areas: Mapping[str, AreaTable | None], usual: int | None
) -> dict[str, int | None]:
    """To how many decimals each criterion is rounded: its own, else those of what it belongs to, else the usual."""
    owners = {str(table.number): table.decimals for table in areas.values() if table}

    def own(number: str) -> int | None:
        table = raw.get(number)
        said = table.get("decimals") if isinstance(table, Mapping) else None
        # Whether it is a number that may stand there is found when the table itself is read.
        if isinstance(said, int) and not isinstance(said, bool) and 0 <= said <= MOST_DECIMALS:
            return said
        above = tree.parent(number)
        if above in raw:
            return own(above)
        area = owners.get(above)
        return usual if area is None else area

    return {number: own(number) for number in raw}


def read_criteria(
    raw: Mapping[str, Any], areas: Mapping[str, AreaTable | None], leaves: LeafReader
) -> dict[str, Criterion]:
    """The criteria that can be read, each after its parent; all faults are among those of `leaves`."""
    file, findings = leaves.file, leaves.findings
    misplaced = dict(tree.check_numbers(raw, areas, file))
    findings += misplaced.values()
    numbers = sorted((number for number in raw if number not in misplaced), key=tree.order)
    parts = tree.children(numbers)
    owner = {str(table.number): code for code, table in areas.items() if table}
    criteria: dict[str, Criterion] = {}
    for number in numbers:
        area = owner.get(number.partition(".")[0], "")
        built = _criterion(number, raw[number], parts.get(number, ()), area, leaves)
        if built is not None and built.key:
            other = next((one.number for one in criteria.values() if one.key == built.key), None)
            if other is not None:
                place = file.place(("criterion", number, "key"), criterion=number)
                findings.append(Finding("key-twice", place, {"key": built.key, "other": other}))
        if built is not None:
            criteria[number] = built
    # Parents are checked once all are read, and only where every part could be: one fault is not told twice.
    for criterion in criteria.values():
        below = [criteria[number] for number in criterion.parts if number in criteria]
        findings += tree.check_chosen(criterion, below, leaves.known, file)
        if below and len(below) == len(criterion.parts):
            findings += points.check_parent(criterion, below, file)
        findings += tree.check_gates(criterion, criteria, raw, file)
        if criterion.choice is not None and "." not in tree.parent(criterion.number):
            findings.append(tree.choice_alone(criterion, file))
    findings += tree.check_gate_circle(criteria, file)
    return criteria


def _criterion(number: str, raw: object, parts: tuple[str, ...], area: str, leaves: LeafReader) -> Criterion | None:
    file, findings, path = leaves.file, leaves.findings, ("criterion", number)
    own, rest = _split(raw)
    table = validated(CriterionTable, own, file, path, findings, criterion=number)
    settings = None
    method = own.get("method") if isinstance(own, Mapping) else None
    if isinstance(method, str) and method and not parts:
        settings = leaves.rule(number, method, Fraction(table.max_points) if table else None, rest)
    if table is None:
        return None
    findings += tree.check_role(number, table, rest, bool(parts), file)
    findings += check_held(table, file, path, criterion=number)
    if table.draft:
        # Nobody has confirmed it: points by it would look like those of the decision.
        findings.append(Finding("criterion-draft", file.place((*path, "draft"), criterion=number)))
    decimals = leaves.decimals[number]
    if decimals is not None:
        findings += points.check_steps(table, decimals, file, path, criterion=number)
    return Criterion(
        number=number,
        area=area,
        title=table.title,
        key=table.key or "",
        max_points=Fraction(table.max_points),
        parts=parts,
        combine=table.combine or "sum",
        chosen_by=table.chosen_by,
        choice=table.choice,
        held=table.held,
        reason=table.reason,
        decimals=decimals,
        self_score=table.self_score,
        method=table.method or "",
        settings=settings,
        factor=leaves.factor(number, table.factor),
        gates=leaves.gates(number, table.gate),
        reference=table.reference,
        evidence=table.evidence,
        remedy=table.remedy,
        note=table.note,
        line=file.line(path),
    )


def _split(raw: object) -> tuple[object, dict[str, Any]]:
    if not isinstance(raw, Mapping):
        return raw, {}
    own = {key: value for key, value in raw.items() if key in CriterionTable.model_fields}
    return own, {key: value for key, value in raw.items() if key not in own}
