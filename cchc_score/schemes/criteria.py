"""The criteria of a scheme file: each table read, put into the tree, and the tree checked."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from cchc_score.borders import validated
from cchc_score.model import Criterion
from cchc_score.schemes import points, tree
from cchc_score.schemes.areas import check_held
from cchc_score.schemes.leaves import Leaves
from cchc_score.schemes.tables import AreaTable, CriterionTable


def read_criteria(
    raw: Mapping[str, Any], areas: Mapping[str, AreaTable | None], leaves: Leaves
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
        if built is not None:
            criteria[number] = built
    for criterion in criteria.values():
        below = [criteria[number] for number in criterion.parts if number in criteria]
        findings += tree.check_chosen(criterion, below, leaves.known, file)
        if below and len(below) == len(criterion.parts):
            findings += points.check_parent(criterion, below, file)
        if criterion.choice is not None and "." not in tree.parent(criterion.number):
            findings.append(tree.choice_alone(criterion, file))
    return criteria


def _criterion(number: str, raw: object, parts: tuple[str, ...], area: str, leaves: Leaves) -> Criterion | None:
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
    if leaves.decimals is not None:
        findings += points.check_steps(table, leaves.decimals, file, path, criterion=number)
    return Criterion(
        number, area, table.title, Fraction(table.max_points), parts, table.combine or "sum", table.chosen_by,
        table.choice, table.held, table.reason, table.method or "", settings, leaves.factor(number, table.factor),
        leaves.gate(number, table.gate), table.reference, table.evidence, table.remedy, table.note, file.line(path),
    )  # fmt: skip


def _split(raw: object) -> tuple[object, dict[str, Any]]:
    if not isinstance(raw, Mapping):
        return raw, {}
    own = {key: value for key, value in raw.items() if key in CriterionTable.model_fields}
    return own, {key: value for key, value in raw.items() if key not in own}
