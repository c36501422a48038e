"""What `if_none` does: the points of a unit where nothing arose, and the classes that it can then no longer get."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from cchc_score.analysis.fact_values import Facts, answer_code
from cchc_score.analysis.index_ends import BothEnds, index_ends
from cchc_score.analysis.limits import facts_of_nothing
from cchc_score.analysis.lint_checks import Oddity, make_oddity
from cchc_score.analysis.trials import LeafTrials, Trial
from cchc_score.findings import Words
from cchc_score.model import Gate, Scheme, gates_before
from cchc_score.signed_sums import signed_sum
from cchc_score.text import LANGUAGES, number


def find_none_effects(leaf: LeafTrials, trials: Sequence[Trial], ends: BothEnds) -> Iterator[Oddity]:
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
