"""What every method keeps: each law looks at one situation and raises `Violation` with what it found."""

import decimal
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from cchc_score.analysis.fact_values import Facts
from cchc_score.findings import Words
from cchc_score.methods import UNDECLARED, PeersUndeclared, Rule
from cchc_score.model import FactRef, Outcome
from cchc_score.rule_words import fact_name
from cchc_score.testing.examples import Situation
from cchc_score.testing.float_watch import FloatUsed, from_float, watch
from cchc_score.testing.strategies import Draw, values
from cchc_score.testing.violations import both_languages
from cchc_score.text import LANGUAGES, described

Law = Callable[[Situation, Draw], None]
ASKED_AGAIN = 6
"""So often a method is asked again: two lots that are drawn are soon the same, six hardly ever."""


def bounds(case: Situation, draw: Draw) -> None:
    """Exact points from 0 to the maximum or None, whatever the figures; the decimal context stays as it was."""
    rule = case.with_peers()
    for facts in case.calls:
        case.points(rule, facts)


def _again(case: Situation, rule: Rule, backwards: bool) -> list[Fraction | None]:
    """The points of the communes from the last to the first by the same rule, or from the first by an equal one."""
    if backwards:
        return [case.points(rule, facts) for facts in reversed(case.calls)][::-1]
    # A copy, because whatever a method remembers by identity must not be found again.
    anew = deepcopy(case.with_peers())
    return [case.points(anew, deepcopy(facts)) for facts in case.calls]


def exactness(case: Situation, draw: Draw) -> None:
    """No float anywhere inside, and no digit that depends on the precision of decimals."""
    rule = case.with_peers()
    figures = [figure for facts in case.calls for figure in facts]
    for facts in case.calls:
        points = case.points(rule, facts)
        if points is not None and from_float(points, figures):
            detail = Words("một số thực nằm trong kết quả", "there is a float in the result")
            raise case.violation("law-exactness", [facts], [points], detail=detail)
        try:
            case.points(_watched(rule), watch(facts))
        # A BaseException, which the guard of a call lets through.
        except FloatUsed as error:
            detail = Words(f"dùng số thực: {error}", f"it uses a float: {error}")
            raise case.violation("law-exactness", [facts], [points], detail=detail) from None
        # Results of Decimal hang on a setting of the process that anybody may change.
        with decimal.localcontext(prec=60):
            finer = case.points(rule, facts)
        if finer != points:
            detail = Words("đổi theo độ chính xác của Decimal", "changes with the precision of Decimal")
            raise case.violation("law-exactness", [facts, facts], [points, finer], detail=detail)


def _watched(rule: Rule) -> Rule:
    most, settings = watch(rule.max_points), watch(rule.settings)
    peers = rule.peers if rule.peers is UNDECLARED else watch(rule.peers)
    return Rule(rule.number, most, settings, rule.decimals, peers)


def purity(case: Situation, draw: Draw) -> None:
    """The same points for the same arguments, asked again, after another commune, and with equal ones made anew."""
    rule = case.with_peers()
    first = [case.points(rule, facts) for facts in case.calls]
    for turn in range(ASKED_AGAIN):
        again = _again(case, rule, backwards=turn % 2 == 0)
        for facts, earlier, later in zip(case.calls, first, again, strict=True):
            if later != earlier:
                raise case.impurity(facts, earlier, later)


def mutation(case: Situation, draw: Draw) -> None:
    """The rule, its settings and its peers are left as they were."""
    rule = case.with_peers()
    for facts in case.calls:
        # A frozen rule still holds lists and tables that can be changed.
        before = deepcopy(rule)
        case.points(rule, facts)
        for name in ("number", "max_points", "settings", "decimals", "peers"):
            if getattr(rule, name) != getattr(before, name):
                raise case.violation("law-mutation", [facts], detail=f"rule.{name}")


def words(case: Situation, draw: Draw) -> None:
    """A sentence for each language, made from the rule and the names of its facts."""
    if case.method.words is None:
        return

    for lang in LANGUAGES:

        def name(ref: FactRef | str, answer: str | None = None) -> str:
            return fact_name(case.indicators, lang, ref, answer)  # noqa: B023 - used up before the next language

        said = _extra(case, "law-words", lambda: case.method.words(case.rule, lang, name))  # type: ignore[misc] # noqa: B023
        if not isinstance(said, str) or not said.strip():
            raise case.violation("law-words", [], detail=f"{lang}: {said!r}")


def working(case: Situation, draw: Draw) -> None:
    """A sentence for each language, made from the rule and the figures, wherever they give points."""
    method, rule = case.method, case.with_peers()
    if method.working is None:
        return
    for facts in case.calls:
        if case.points(rule, facts) is None:
            continue
        for lang in LANGUAGES:
            said = _extra(case, "law-working", lambda: method.working(rule, lang, *facts), facts)  # type: ignore[misc] # noqa: B023
            if not isinstance(said, str) or not said.strip():
                raise case.violation("law-working", [facts], detail=f"{lang}: {said!r}")


def better(case: Situation, draw: Draw) -> None:
    """Names of parameters, each with 'more' or 'less'."""
    if case.method.better is None:
        return
    said = _mapping(case, "law-better", lambda: case.method.better(case.rule))  # type: ignore[misc]
    for name, way in said.items():
        if name not in case.names or way not in ("more", "less"):
            raise case.violation("law-better", [], detail=f"{name}: {way}")


def most(case: Situation, draw: Draw) -> None:
    """Names of parameters that arrive as numbers, each with a number from 0 on."""
    if case.method.most is None:
        return
    said = _mapping(case, "law-most", lambda: case.method.most(case.rule))  # type: ignore[misc]
    named = {fact.name: fact.number for fact in case.asked_facts}
    for name, value in said.items():
        # False for a fact that is no number, and None for a name that no parameter has: neither has a largest value.
        if not named.get(name) or not isinstance(value, Fraction | int) or value < 0:
            raise case.violation("law-most", [], detail=f"{name}: {value}")


def within(case: Situation, draw: Draw) -> None:
    """Pairs of names of parameters that arrive as numbers: some parts, and their whole."""
    if case.method.within is None:
        return
    numbers = {fact.name for fact in case.asked_facts if fact.number and fact.ref is not None}
    try:
        said = [(tuple(parts), whole) for parts, whole in case.method.within(case.rule)]
    except Exception as error:
        raise case.violation("law-within", [], detail=described(error)) from None
    for parts, whole in said:
        if not numbers.issuperset((*parts, whole)) or whole in parts:
            raise case.violation("law-within", [], detail=f"{parts}: {whole}")


def monotone(case: Situation, draw: Draw) -> None:
    """A figure that is better by the method's own word never costs its commune points."""
    if case.method.better is None:
        return
    ways = case.method.better(case.rule)
    for name, way in ways.items():
        ref = case.asked_facts[case.names.index(name)].ref
        if ref is None:
            continue
        worse, improved = _ordered(case, draw, ref, name, way)
        others = case.communes[1:]
        before, after = (case.results([facts, *others])[0] for facts in (worse, improved))
        # Outcomes are compared first, so that becoming not applicable counts as a loss of points too.
        if before[0] == Outcome.SCORED and after[0] in (Outcome.SCORED, Outcome.NOT_APPLICABLE) and before > after:
            pair = [case.arguments(facts) for facts in (worse, improved)]
            points = [_points(result) for result in (before, after)]
            args = {"fact": name, "way": way, "first": both_languages(points[0]), "second": both_languages(points[1])}
            raise case.violation("law-monotone", pair, points, **args)


def _ordered(case: Situation, draw: Draw, ref: FactRef, name: str, way: str) -> tuple[Facts, Facts]:
    """The first commune twice, with two values of a fact, the worse one first."""
    own = case.communes[0]
    other = {**own, **{code: draw(values(case.indicators[code])) for code in ref.codes}}
    # Figures of another commune are often near a limit, where a random change seldom is.
    near = draw(st.sampled_from(range(len(case.communes))))
    other = {**other, **{code: case.communes[near][code] for code in ref.codes if near}}
    index = case.names.index(name)
    pair = [candidate for candidate in (own, other) if case.arguments(candidate)[index] is not None]
    if len(pair) < 2 or isinstance(case.arguments(own)[index], str):
        # 'Never' and the answers to a question stand in no order.
        return own, own
    pair.sort(key=lambda facts: case.arguments(facts)[index], reverse=way == "less")
    return pair[0], pair[1]


def independence(case: Situation, draw: Draw) -> None:
    """Another commune, and another order of them, change nobody's points (peers: one that is ranked may)."""
    together = case.results()
    # `order[n]` is the commune that now stands n-th; below everybody is put back into the old place.
    order = draw(st.permutations(range(len(case.communes))))
    shuffled = case.results([case.communes[row] for row in order])
    cause = Words("các xã đứng theo thứ tự khác", "the communes stand in another order")
    _same(case, together, [shuffled[order.index(row)] for row in range(len(order))], cause)
    if case.method.peers:
        fewer = case.results(case.communes, unranked=1)
        alone = case.results(case.communes[:-1])
        # Those that are compared have the same peers both times: a unit outside the ranking is no peer.
        cause = Words("thêm một xã không xếp hạng", "a commune that is not ranked is added")
        _same(case, alone, fewer[:-1], cause)
        return
    cause = Words("thêm xã khác", "other communes are added")
    _same(case, [case.results([facts])[0] for facts in case.communes], together, cause)


Results = Sequence[tuple[Outcome, Any]]


def _same(case: Situation, wanted: Results, got: Results, cause: Words) -> None:
    for before, after in zip(wanted, got, strict=True):
        if before != after:
            communes = [case.arguments(facts) for facts in case.communes]
            args = {"first": both_languages(_points(before)), "second": both_languages(_points(after)), "cause": cause}
            raise case.violation("law-independence", communes, [], **args)


def _points(result: tuple[Outcome, Any]) -> Fraction | None:
    return None if result[0] == Outcome.NOT_APPLICABLE else result[1]


def _mapping(case: Situation, code: str, compute: Callable[[], Any]) -> Mapping[Any, Any]:
    said = _extra(case, code, compute)
    if not isinstance(said, Mapping):
        raise case.violation(code, [], detail=repr(said))
    return said


def _extra(case: Situation, code: str, compute: Callable[[], Any], *facts: Sequence[Any]) -> Any:
    """What a method's `words`, `limits`, `better` or `most` gives; one that fails breaks its law."""
    try:
        return compute()
    except PeersUndeclared:
        raise case.violation("law-peers", facts) from None
    except (Exception, SystemExit) as error:
        raise case.violation(code, facts, detail=described(error)) from None


LAWS: Sequence[Law] = (
    most,
    within,
    mutation,
    bounds,
    purity,
    exactness,
    words,
    working,
    better,
    monotone,
    independence,
)
"""In the order in which they are asked: each may rely on those before it, and what is changed is seen first."""
