"""What `if_none` does: the points of a unit where nothing arose, and how far its index can still go."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from cchc_score.analysis.edges import nothing_arose
from cchc_score.analysis.oddities import Oddity, oddity
from cchc_score.analysis.probes import Probe, Trial
from cchc_score.analysis.values import Facts, answered, summed
from cchc_score.engine import held, score_rows
from cchc_score.facts import table
from cchc_score.findings import Words
from cchc_score.methods import Method
from cchc_score.model import Criterion, Outcome, Scheme, Unit, Value
from cchc_score.sheet import HandMark
from cchc_score.text import LANGUAGES, number


def none_effects(trial: Trial, probes: Sequence[Probe], methods: Mapping[str, Method]) -> Iterator[Oddity]:
    """The smallest figures where nothing arose, and the ends of the index with them."""
    wholes = list(nothing_arose(trial.criterion, trial.method))
    zero = [one for one in probes if any(summed(one.facts, whole) == 0 for whole in wholes)]
    # A closed gate would say nothing of the treatment.
    opened = [one for one in zero if _let_in(trial, one)]
    if opened:
        low, high = index_ends(trial.scheme, trial.criterion, opened[0].facts, methods)
        if low is not None and high is not None:
            yield oddity(trial, "lint-none", opened[:1], True, low=_index(low), high=_index(high))


def _index(value: Fraction) -> Words:
    """An index with two decimals: how far it reaches matters here, not which of two is larger."""
    return Words(*(number(value, 2, lang) for lang in LANGUAGES))


def _let_in(trial: Trial, probe: Probe) -> bool:
    gate = trial.criterion.gate
    if gate is None:
        return True
    if gate.at_least is None:
        return answered(probe.facts, gate.fact) in gate.answers
    return summed(probe.facts, gate.fact) >= gate.at_least


def index_ends(
    scheme: Scheme, criterion: Criterion, facts: Facts, methods: Mapping[str, Method]
) -> tuple[Fraction | None, Fraction | None]:
    """The index of a unit with some facts of one criterion when all other criteria give nothing, and when all are full.

    Bonus and penalty criteria give nothing in both.
    """
    units = [Unit("0", "0"), Unit("1", "1")]
    known: dict[tuple[int, str], Value] = {}
    for row in range(2):
        known |= {(row, code): value for code, value in (_choices(scheme, criterion) | dict(facts)).items()}
    normal = {area.code for area in scheme.areas if area.kind == "normal"}
    marks = {}
    for leaf in scheme.leaves:
        if leaf.number in held(scheme) and leaf.number != criterion.number:
            full = leaf.max_points if leaf.area in normal else Fraction(0)
            marks[0, leaf.number] = HandMark(Outcome.SCORED, Fraction(0))
            marks[1, leaf.number] = HandMark(Outcome.SCORED, full)
    sheet = score_rows(scheme, methods, table(units, scheme.indicators, known), marks)
    low, high = sheet.indices(sheet.total)
    return low, high


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
