"""What `if_none` does: the points of a unit where nothing arose, and the classes that it can then no longer get."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from cchc_score.analysis.fact_values import Facts, answer_code
from cchc_score.analysis.limits import facts_of_nothing
from cchc_score.analysis.lint_checks import Oddity, make_oddity
from cchc_score.analysis.trials import LeafTrials, Trial
from cchc_score.engine import held_criteria, total_with
from cchc_score.facts import table
from cchc_score.findings import Words
from cchc_score.model import Criterion, Gate, Outcome, Scheme, Unit, Value, gates_before
from cchc_score.sheet import Cells, plain_steps
from cchc_score.signed_sums import signed_sum
from cchc_score.text import LANGUAGES, number


def find_none_effects(leaf: LeafTrials, trials: Sequence[Trial], ends: Mapping[str, Cells]) -> Iterator[Oddity]:
    """The smallest figures where nothing arose, where they decide about a class; `ends` are `both_ends`.

    That the index moves is what `if_none` is for: worth a word is one criterion that keeps a unit out of a class.
    """
    wholes = list(facts_of_nothing(leaf.criterion, leaf.method))
    zero = [trial for trial in trials if any(signed_sum(whole, trial.facts.__getitem__) == 0 for whole in wholes)]
    # A closed gate would say nothing of the treatment.
    opened = [trial for trial in zero if _let_in(leaf, trial)]
    if opened:
        low, high = index_ends(leaf, opened[0].facts, ends)
        if low is not None and high is not None and (lost := _lost_classes(leaf.scheme, low, high)):
            args = {"low": _index(low), "high": _index(high), "names": lost}
            yield make_oddity(leaf, "lint-none", opened[:1], True, **args)


def _lost_classes(scheme: Scheme, low: Fraction, high: Fraction) -> tuple[str, ...]:
    """The classes that some index of 0 to 100 gives, and none between two ends."""
    lost = []
    above: Fraction | None = None
    for limit in scheme.classes:
        begins = limit.at_least
        could = begins <= 100 and (above is None or above > 0)
        if could and (begins > high or (above is not None and above <= low)):
            lost.append(limit.name)
        above = begins
    return tuple(lost)


def _index(value: Fraction) -> Words:
    """An index with two decimals: how far it reaches matters here, not which of two is larger."""
    return Words(*(number(value, 2, lang) for lang in LANGUAGES))


def _let_in(leaf: LeafTrials, trial: Trial) -> bool:
    return all(_lets_pass(gate, trial.facts) for gate in gates_before(leaf.scheme.criteria, leaf.criterion))


def _lets_pass(gate: Gate, facts: Facts) -> bool:
    """Whether facts open a gate; one that looks at another criterion is taken for open."""
    if gate.fact is None:
        return True
    if gate.bounds is None:
        return answer_code(facts, gate.fact) in gate.answers
    value = signed_sum(gate.fact, facts.__getitem__)
    if gate.whole is None:
        return gate.bounds.hold(value)
    whole = signed_sum(gate.whole, facts.__getitem__)
    return whole == 0 or gate.bounds.hold(100 * value, whole)


def index_ends(leaf: LeafTrials, facts: Facts, ends: Mapping[str, Cells]) -> tuple[Fraction | None, Fraction | None]:
    """The index of a unit with some facts of one criterion when all other criteria give nothing, and when all are full.

    Bonus and penalty criteria give nothing in both.
    """
    scheme, criterion = leaf.scheme, leaf.criterion
    # Both ends in one table: a unit with nothing else, and one with everything.
    units = [Unit("0", "0"), Unit("1", "1")]
    known: dict[tuple[int, str], Value] = {}
    for row in range(2):
        # The figures of the criterion win, where an answer that chooses is one of them.
        known |= {(row, code): value for code, value in (_choices(scheme, criterion) | dict(facts)).items()}
    # Marks that are given need no figures of the other criteria, which would have to be made up.
    facts_table = table(units, scheme.indicators, known)
    total = total_with(scheme, leaf.method, facts_table, criterion, ends)
    return _share(total, 0), _share(total, 1)


def both_ends(scheme: Scheme) -> dict[str, Cells]:
    """The marks of a unit that has nothing in any leaf, and of one that has everything."""
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
    return columns


def _share(cells: Cells, row: int) -> Fraction | None:
    if not cells.reachable[row] or cells.outcome[row] == Outcome.FAILED:
        return None
    return Fraction(100 * plain_steps(cells.low[row]), plain_steps(cells.reachable[row]))


def _choices(scheme: Scheme, criterion: Criterion) -> dict[str, Value]:
    """The answers by which the criterion itself is chosen, and of other alternatives the first."""
    found: dict[str, Value] = {}
    for parent in scheme.criteria.values():
        if parent.chosen_by is not None:
            own = [part for part in parent.parts if f"{criterion.number}.".startswith(f"{part}.")]
            choice = scheme.criteria[(own or list(parent.parts))[0]].choice
            code = parent.chosen_by.codes[0]
            found[code] = choice == "yes" if scheme.indicators[code].kind == "yes_no" else choice
    return found
