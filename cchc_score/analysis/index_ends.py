"""How far the index of a unit can go when the figures of one criterion are known and nothing else is."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.analysis.fact_values import Facts
from cchc_score.analysis.trials import LeafTrials
from cchc_score.engine import held_criteria, total_of, total_with
from cchc_score.engine.leaf_order import gates_on_criteria
from cchc_score.engine.leaves import score_leaf
from cchc_score.facts import Table, table
from cchc_score.model import Criterion, Outcome, Scheme, Unit, Value
from cchc_score.sheet import Cells, plain_steps


@dataclass(frozen=True, slots=True)
class BothEnds:
    """The marks of two units, of which one has nothing in any leaf and the other everything, and their totals.

    `asked` are the facts by which parents choose among their parts or keep a share of their points.
    """

    columns: Mapping[str, Cells]
    total: Cells
    asked: frozenset[str]


def both_ends(scheme: Scheme) -> BothEnds:
    """The two units; bonus and penalty criteria give them nothing."""
    # Full points of a penalty would lower the index that is to be the highest.
    normal = {area.code for area in scheme.areas if area.kind == "normal"}
    held, step = held_criteria(scheme), 10**scheme.decimals
    none, scored = (Outcome.NOT_APPLICABLE,) * 2, (Outcome.SCORED,) * 2
    columns = {}
    for leaf in scheme.leaves:
        most = int(leaf.max_points * step)
        points = (0, most if leaf.area in normal else 0)
        given = Cells(scored, points, points, (most, most))
        columns[leaf.number] = given if leaf.number in held else Cells(none, (0, 0), (0, 0), (0, 0))
    parents = [parent for parent in scheme.criteria.values() if parent.parts]
    chosen = [parent.chosen_by for parent in parents if parent.chosen_by is not None]
    asked = {code for ref in (*chosen, *(one.factor.fact for one in parents if one.factor)) for code in ref.codes}
    derived = {part for code in asked for part in scheme.indicators[code].parts_of_it}
    total = total_of(scheme, _two_units(scheme, _choices(scheme, "")), columns)
    return BothEnds(columns, total, frozenset(asked | derived))


def index_ends(leaf: LeafTrials, facts: Facts, ends: BothEnds) -> tuple[Fraction | None, Fraction | None]:
    """The index of a unit with some facts of one criterion when all others give nothing, and when all are full."""
    scheme, criterion, number = leaf.scheme, leaf.criterion, leaf.criterion.number
    # The figures of the criterion win, where an answer that chooses is one of them.
    units = _two_units(scheme, _choices(scheme, number) | dict(facts))
    if not _adds_up(scheme, criterion) or not ends.asked.isdisjoint(facts):
        # Marks that are given need no figures of the other criteria, which would have to be made up.
        total = total_with(scheme, leaf.method, units, criterion, ends.columns)
        return _share(total, 0), _share(total, 1)
    # Going through the whole scheme for each of its criteria would take the square of their number.
    cells, before = score_leaf(scheme, criterion, leaf.method, units)[0], ends.columns[number]
    low = tuple(ends.total.low[row] - before.low[row] + cells.low[row] for row in range(2))
    reachable = tuple(ends.total.reachable[row] - before.reachable[row] + cells.reachable[row] for row in range(2))
    total = Cells(cells.outcome, low, low, reachable)
    return _share(total, 0), _share(total, 1)


def _adds_up(scheme: Scheme, criterion: Criterion) -> bool:
    """Whether the points of a leaf are a term of the total, and hang on nothing but its own facts."""
    number, parents = criterion.number, []
    while (number := number.rpartition(".")[0]) in scheme.criteria:
        parents.append(scheme.criteria[number])
    area = next(area for area in scheme.areas if area.code == criterion.area)
    alone = not gates_on_criteria(scheme.criteria, criterion)
    return area.kind == "normal" and alone and all(parent.is_plain_sum for parent in parents)


def _two_units(scheme: Scheme, facts: Facts) -> Table:
    units = [Unit("0", "0"), Unit("1", "1")]
    return table(units, scheme.indicators, {(row, code): value for row in range(2) for code, value in facts.items()})


def _share(cells: Cells, row: int) -> Fraction | None:
    if not cells.reachable[row] or cells.outcome[row] == Outcome.FAILED:
        return None
    return Fraction(100 * plain_steps(cells.low[row]), plain_steps(cells.reachable[row]))


def _choices(scheme: Scheme, number: str) -> dict[str, Value]:
    """The answers by which a criterion itself is chosen, and of other alternatives the first."""
    found: dict[str, Value] = {}
    for parent in scheme.criteria.values():
        if parent.chosen_by is not None:
            own = [part for part in parent.parts if f"{number}.".startswith(f"{part}.")]
            choice = scheme.criteria[(own or list(parent.parts))[0]].choice
            code = parent.chosen_by.codes[0]
            found[code] = choice == "yes" if scheme.indicators[code].kind == "yes_no" else choice
    return found
