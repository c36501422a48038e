"""Figures tried on one criterion, and the points that the engine gives for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from cchc_score.analysis.fact_values import Facts, facts_words
from cchc_score.analysis.limits import rule_of
from cchc_score.analysis.sample_values import Axis, AxisValues, axes_of, choices
from cchc_score.analysis.shared_figures import axis_value, shared_figures
from cchc_score.engine.leaves import score_leaf
from cchc_score.facts import MAX_VALUE, table
from cchc_score.figure_relations import MOST_TOGETHER, broken_relations
from cchc_score.findings import Words
from cchc_score.methods import Method, within_of
from cchc_score.model import Criterion, FactRef, Indicator, Outcome, Scheme, Unit, Value
from cchc_score.points import fits
from cchc_score.text import LANGUAGES, Lang, pick, points_words


@dataclass(frozen=True, slots=True)
class Trial:
    """Facts of one unit (and of another one of its group), and the points that they give."""

    choice: AxisValues
    facts: Facts
    peer: Facts
    outcome: Outcome
    points: Fraction

    @property
    def size(self) -> tuple[int, Fraction]:
        """What the smallest witness is chosen by: how many facts of another unit, then the sum of all figures."""
        numbers = [value for value in (*self.facts.values(), *self.peer.values()) if isinstance(value, Fraction)]
        return len(self.peer), sum(numbers, Fraction(0))

    def words(self, indicators: Mapping[str, Indicator], lang: Lang) -> str:
        """The facts and what they give, as people read them."""
        facts = facts_words(indicators, self.facts, lang)
        if self.peer:
            facts += f" ({pick(lang, 'đơn vị khác', 'another unit')}: {facts_words(indicators, self.peer, lang)})"
        if self.outcome == Outcome.NOT_APPLICABLE:
            return f"{facts}: {pick(lang, 'không áp dụng', 'not applicable')}"
        if self.outcome == Outcome.FAILED:
            return f"{facts}: {pick(lang, 'lỗi', 'failed')}"
        return f"{facts}: {points_words(self.points, lang)}"


@dataclass(frozen=True, slots=True)
class LeafTrials:
    """One leaf with the figures to try on it."""

    scheme: Scheme
    criterion: Criterion
    method: Method
    axes: tuple[Axis, ...]

    def try_choices(self, chosen: Sequence[AxisValues]) -> list[Trial]:
        """What the engine gives for combinations of values; those that no consistent facts can have are left out."""
        made = [(choice, *facts) for choice in chosen if (facts := self._facts(choice)) is not None]
        return self._scored(made)

    def try_all(self) -> list[Trial]:
        """The trials of all combinations of values, the smallest figures first."""
        found = self.try_choices(list(choices(self.scheme, self.criterion, self.method, self.axes)))
        tried = {frozenset(trial.facts.items()) for trial in found if not trial.peer}
        found += self._scored([one for one in self._of_shared_figures() if frozenset(one[1].items()) not in tried])
        return sorted(found, key=lambda trial: trial.size)

    def try_again(self, trials: Sequence[Trial]) -> list[Trial]:
        """The same figures under rules that may have changed since, in the same order."""
        return self._scored([(trial.choice, trial.facts, trial.peer) for trial in trials])

    def _of_shared_figures(self) -> Iterator[tuple[AxisValues, Facts, Facts]]:
        """Figures of facts that stand in several axes: what one axis fixes, another one may need otherwise."""
        for facts in shared_figures(self.scheme, self.criterion, self.method, self.axes):
            choice = tuple(None if axis.role == "peer" else axis_value(axis, facts) for axis in self.axes)
            if are_consistent(facts, self.scheme.indicators) and self._within(choice):
                yield choice, facts, {}

    def _facts(self, choice: AxisValues) -> tuple[Facts, Facts] | None:
        own = [(axis.ref, value) for axis, value in zip(self.axes, choice, strict=True) if axis.role != "peer"]
        facts, peer = realise(own, self.scheme.indicators), {}
        if facts is None or not self._within(choice):
            return None
        if self.axes[-1].role == "peer" and choice[-1] is not None:
            others = [(axis, value) for axis, value in zip(self.axes, choice, strict=True) if axis.role != "peer"]
            # Where no such unit can be, the commune stands alone in its group, which is a case too.
            peer = realise(list(_other_unit(others, choice[-1])), self.scheme.indicators) or {}
        return facts, peer

    def _within(self, choice: AxisValues) -> bool:
        """Whether no part is above its whole; what contradicts the rule is MISSING, and says nothing about points."""
        values = {axis.role: value for axis, value in zip(self.axes, choice, strict=True)}
        return all(
            sum(values.get(part, 0) for part in parts) <= values.get(whole, MAX_VALUE)
            for parts, whole in within_of(self.method, rule_of(self.scheme, self.criterion))
        )

    def _scored(self, made: Sequence[tuple[AxisValues, Facts, Facts]]) -> list[Trial]:
        units, known = [], {}
        for index, (_, facts, peer) in enumerate(made):
            # A kind of its own makes the two units a group of their own.
            units += [Unit(f"{index}", "", str(index)), Unit(f"{index}'", "", str(index), ranked=bool(peer))]
            known.update({(2 * index, code): value for code, value in facts.items()})
            known.update({(2 * index + 1, code): value for code, value in peer.items()})
        scheme = replace(self.scheme, ranking=replace(self.scheme.ranking, group_by="kind"))
        if not self.method.peers:
            # Without peers the second unit of each pair changes nothing: half as many calls.
            units, known = units[::2], {(row // 2, code): value for (row, code), value in known.items()}
        cells, _ = score_leaf(scheme, self.criterion, self.method, table(units, scheme.indicators, known))
        every = 2 if self.method.peers else 1
        step = 10**scheme.decimals
        return [
            Trial(*figures, Outcome(cells.outcome[index * every]), Fraction(cells.low[index * every]) / step)
            for index, figures in enumerate(made)
        ]


def leaf_trials(scheme: Scheme, criterion: Criterion, method: Method) -> LeafTrials:
    """A leaf with the figures to try on it."""
    return LeafTrials(scheme, criterion, method, axes_of(scheme, criterion, method))


def trial_lines(axes: Sequence[Axis], index: int, trials: Sequence[Trial]) -> list[list[Trial]]:
    """Lines of trials that differ on the axis of an index only, in the order of its values.

    A day that never came has no place in the order: its trials stand in no line.
    """
    found: dict[AxisValues, list[Trial]] = {}
    for trial in trials:
        if axes[index].step is None or trial.choice[index] is not None:
            found.setdefault((*trial.choice[:index], *trial.choice[index + 1 :]), []).append(trial)
    if axes[index].step is not None:
        for line in found.values():
            line.sort(key=lambda trial: trial.choice[index])
    return [line for line in found.values() if len(line) > 1]


def witness_words(trials: Sequence[Trial], indicators: Mapping[str, Indicator]) -> Words:
    """Several trials as one text in both languages."""
    vi, en = ("; ".join(trial.words(indicators, lang) for trial in trials) for lang in LANGUAGES)
    return Words(vi, en)


def realise(wanted: Sequence[tuple[FactRef, Any]], indicators: Mapping[str, Indicator]) -> dict[str, Value] | None:
    """Facts that make references come to values, or None where no consistent facts are found.

    The first indicator of a sum that can carry the whole value does; the others are 0.
    """
    facts: dict[str, Value] = {}
    # Single facts first: a sum has its other terms to make up for what they fix.
    for ref, value in sorted(wanted, key=lambda pair: len(pair[0].terms)):
        if not _fill(facts, ref, value, indicators):
            return None
    return facts if are_consistent(facts, indicators) else None


def _fill(facts: dict[str, Value], ref: FactRef, value: Any, indicators: Mapping[str, Indicator]) -> bool:
    """Put a reference's value into facts; whether that could be done."""
    if not isinstance(value, Fraction):
        code = ref.codes[0]
        stored = value == "yes" if indicators[code].kind == "yes_no" else value
        # Another reference may have fixed the answer already, as the gate of a rule about the same question.
        return bool(facts.setdefault(code, stored) == stored)
    rest = value - sum((times * _amount(facts[code]) for times, code in ref.terms if code in facts), Fraction(0))
    # What another reference has fixed already stays: two references may share a fact.
    free = [(times, code) for times, code in ref.terms if code not in facts]
    # A figure is never negative, so that a rest below 0 needs a term with a minus.
    carriers = [(times, code) for times, code in free if times * rest >= 0]
    if not carriers:
        return not free and rest == 0
    amounts = _shared_out(rest, carriers, indicators)
    if amounts is None:
        return False
    for _, code in free:
        amount = amounts.get(code, Fraction(0))
        facts[code] = bool(amount) if indicators[code].kind == "yes_no" else amount
    return True


def _shared_out(
    value: Fraction, terms: Sequence[tuple[int | Fraction, str]], indicators: Mapping[str, Indicator]
) -> dict[str, Fraction] | None:
    """A value by the indicators that carry it: the first that can alone, else one for each yes; None where none can."""
    for times, code in terms:
        amount = value / times
        if amount in (0, 1) if indicators[code].kind == "yes_no" else _fits(indicators[code], amount):
            return {code: amount}
    # Several questions, each of which counts as much: together they carry as much as there are of them.
    times, asked = terms[0][0], [code for times, code in terms if times == terms[0][0]]
    if (value / times).denominator != 1 or value / times > len(asked):
        return None
    return dict.fromkeys(asked[: int(value / times)], Fraction(1))


def _fits(indicator: Indicator, value: Fraction) -> bool:
    """Whether a figure of an indicator can have the decimals of a value."""
    return fits(value, indicator.decimals)


def are_consistent(facts: Facts, indicators: Mapping[str, Indicator]) -> bool:
    """Whether facts contradict neither what their indicators hold nor the relations between them."""

    def amount(code: str) -> Fraction | None:
        return _amount(facts[code]) if code in facts else None

    return all(
        _holds(indicators[code], value)
        and not any(broken_relations(code, indicators, amount))
        and _exclusive_total(indicators[code], value, facts) <= MOST_TOGETHER
        for code, value in facts.items()
        if isinstance(value, Fraction)
    )


def _holds(indicator: Indicator, value: Fraction) -> bool:
    """Whether an indicator can hold a value."""
    most = 100 if indicator.kind == "percent" else MAX_VALUE
    return value <= most and _fits(indicator, value)


def _exclusive_total(indicator: Indicator, value: Fraction, facts: Facts) -> Fraction:
    """A figure with all that it excludes, 0 where it excludes none.

    Stricter than the relation, which holds for each pair: an example with three shares of 50% would convince nobody.
    """
    together = [_amount(facts[code]) for code in indicator.exclusive_with if code in facts]
    return value + sum(together) if together else Fraction(0)


def _amount(value: Value) -> Fraction:
    return value if isinstance(value, Fraction) else Fraction(int(bool(value)))


def _other_unit(others: Sequence[tuple[Axis, Any]], amount: Fraction) -> Iterator[tuple[FactRef, Any]]:
    """The facts of the other unit: its first figure is the amount, the others are 10; answers as the unit's own."""
    first = True
    for axis, value in others:
        if isinstance(value, Fraction) and axis.role not in ("gate", "factor"):
            # Any figure will do for the others, as long as it is not 0: a share of nothing compares with nobody.
            yield axis.ref, amount if first else Fraction(10)
            first = False
        else:
            yield axis.ref, value
