"""The formulas of parents, areas and the total: how the engine puts parts together."""

from collections.abc import Callable, Sequence

from cchc_score.formulas import AnswerCell
from cchc_score.model import Area, Criterion, Scheme
from cchc_score.points import plain
from cchc_score.report.workbook.fact_cells import NOT_APPLICABLE, FactCells
from cchc_score.report.workbook.leaf_formulas import factor_share

Cell = Callable[[str], str]
"""The cell of an area or a criterion in the row of a unit."""


def parent_points(scheme: Scheme, criterion: Criterion, points: Cell, reachable: Cell, facts: FactCells) -> str:
    """The points of a parent, from those of its parts."""
    parts = [points(part) for part in criterion.parts]
    text = _combined(scheme, criterion, points, reachable, facts)
    if criterion.factor is not None:
        share, unit = factor_share(criterion.factor, facts)
        coarse = 10 ** (scheme.decimals - scheme.decimals_of(criterion))
        steps, den = f"ROUND({text}*{10**scheme.decimals},0)*{share}", unit * coarse
        text = f"INT((2*{steps}+{den})/{2 * den})/{10 ** scheme.decimals_of(criterion)}"
        unknown = facts.unknown([criterion.factor.fact]) if criterion.factor.unsaid is None else None
        # As the engine has it: nothing is certain until the answer is known.
        if unknown is not None:
            text = f"IF({unknown.text},0,{text})"
    none = ",".join(f'{part}="{NOT_APPLICABLE}"' for part in parts)
    if criterion.combine == "chosen":
        asked = _chosen(criterion, lambda part: f'{points(part)}="{NOT_APPLICABLE}"', "FALSE", scheme, facts)
        return f'IF({asked},"{NOT_APPLICABLE}",{text})'
    return f'IF(AND({none}),"{NOT_APPLICABLE}",{text})'


def _combined(scheme: Scheme, criterion: Criterion, points: Cell, reachable: Cell, facts: FactCells) -> str:
    if criterion.combine in _TOGETHER:
        return _together(scheme, criterion, points)
    if criterion.combine == "all":
        most = plain(criterion.max_points)
        full = ",".join(
            f'OR({points(part)}="{NOT_APPLICABLE}",{points(part)}={reachable(part)})' for part in criterion.parts
        )
        return f"IF(AND({full}),{most},0)"
    return _chosen(criterion, lambda part: f"IF(ISNUMBER({points(part)}),{points(part)},0)", "0", scheme, facts)


_TOGETHER = ("sum", "capped", "best")
"""Ways in which points of parts, and what can be reached in them, are put together alike."""


def _together(scheme: Scheme, criterion: Criterion, of_part: Cell) -> str:
    parts = [of_part(part) for part in criterion.parts]
    if criterion.combine == "best":
        return f"MAX({','.join(parts)})"
    whole = summed(parts, scheme.decimals)
    return whole if criterion.combine == "sum" else f"MIN({whole},{plain(criterion.max_points)})"


def _chosen(criterion: Criterion, of_part: Cell, otherwise: str, scheme: Scheme, facts: FactCells) -> str:
    assert criterion.chosen_by is not None
    answer: AnswerCell = facts.answer(criterion.chosen_by)
    text = otherwise
    for part in reversed(criterion.parts):
        choice = scheme.criteria[part].choice
        assert choice is not None
        text = f"IF({answer.says(choice).text},{of_part(part)},{text})"
    return text


def parent_reachable(scheme: Scheme, criterion: Criterion, points: Cell, reachable: Cell, facts: FactCells) -> str:
    """What a unit can reach in a parent."""
    if criterion.combine in _TOGETHER:
        return _together(scheme, criterion, reachable)
    most = plain(criterion.max_points)
    if criterion.combine == "all":
        return f'IF({points(criterion.number)}="{NOT_APPLICABLE}",0,{most})'
    return _chosen(criterion, reachable, most, scheme, facts)


def area_points(area: Area, points: Cell, decimals: int) -> str:
    """The points of an area: a bonus is capped, and a penalty taken off."""
    parts = [points(number) for number in area.criteria]
    text = summed(parts, decimals)
    if area.kind != "normal":
        text = f"MIN({text},{plain(area.max_points)})"
    if area.kind == "penalty":
        text = f"0-{text}"
    none = ",".join(f'{part}="{NOT_APPLICABLE}"' for part in parts)
    return f'IF(AND({none}),"{NOT_APPLICABLE}",{text})'


def summed(parts: Sequence[str], decimals: int) -> str:
    """A sum of points, with the decimals that they have."""
    return f"ROUND(SUM({','.join(parts)}),{decimals})" if parts else "0"


def share_formula(points: str, reachable: str, decimals: int) -> str:
    """A share in percent: whole steps over whole steps, so that equal shares are equal numbers."""
    step = 10**decimals
    return (
        f"=IF(AND(ISNUMBER({points}),{reachable}>0),100*ROUND({points}*{step},0)/ROUND({reachable}*{step},0),"
        f'"{NOT_APPLICABLE}")'
    )
