"""Where points are lost: the criteria that cost all units together the most."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.look.bar_picture import Bar, bar
from cchc_score.results.lost_points import CriterionCost, criterion_costs
from cchc_score.results.ranked_units import UnitRanking
from cchc_score.text import Lang, number, pick

SHOWN = 12
"""So many criteria stand open; the others can be opened."""


@dataclass(frozen=True, slots=True)
class CostRow:
    """A criterion and what it costs."""

    number: str
    title: str
    bar: Bar
    mean: str
    total: str
    units: str


def cost_rows(result: UnitRanking, lang: Lang) -> tuple[CostRow, ...]:
    """All criteria that cost any unit points, the dearest first."""
    costs = criterion_costs(result.scored, result.rows)
    most = max((cost.lost for cost in costs), default=Fraction(0))
    return tuple(_row(cost, most, lang) for cost in costs)


def _row(cost: CriterionCost, most: Fraction, lang: Lang) -> CostRow:
    return CostRow(
        number=cost.criterion.number,
        title=cost.criterion.title,
        bar=bar(cost.lost, most=most, width=150),
        mean=number(cost.mean, 2, lang),
        total=number(cost.lost, 2, lang),
        units=_of(cost.units, cost.asked, lang),
    )


def _of(units: int, asked: int, lang: Lang) -> str:
    return pick(lang, f"{units} trên {asked}", f"{units} of {asked}")


def parted(rows: Sequence[CostRow]) -> tuple[Sequence[CostRow], Sequence[CostRow]]:
    """The rows that stand open, and the others; a single one more is shown too."""
    return (rows, ()) if len(rows) <= SHOWN + 1 else (rows[:SHOWN], rows[SHOWN:])
