"""`check_laws`: all laws of one method, each held against random rules and communes, in one line."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import hypothesis
from hypothesis import HealthCheck, Phase, given
from hypothesis import strategies as st
from hypothesis.errors import Flaky, Unsatisfiable

from cchc_score.findings import Finding, Words
from cchc_score.methods import Method
from cchc_score.model import Indicator
from cchc_score.plugin_items import check
from cchc_score.testing.broken import Broken, CannotCheck, both, told
from cchc_score.testing.laws import LAWS, Law
from cchc_score.testing.limits import limits
from cchc_score.testing.situations import Situation, known_indicators
from cchc_score.testing.strategies import Given, examples_of, situations
from cchc_score.text import Lang

LEAST = 5
"""With fewer examples no law has really been asked."""


def check_laws(
    method: Method,
    *,
    settings: Given | None = None,
    indicators: Iterable[Indicator] = (),
    examples: int = 200,
    lang: Lang = "vi",
) -> None:
    """Hold a method against all laws; `LawBroken` tells the smallest example that breaks one.

    `settings` are examples of its settings (or a strategy) where random ones cannot be made up, `indicators` those
    that it names and no plugin gives, `examples` how many situations are looked at.
    """
    # pytest then shows what is told and the line of the test, nothing of what lies between.
    __tracebackhide__ = True
    _shape(method, lang)
    try:
        known = known_indicators(method, examples_of(method, settings), indicators)
        _ask(_laws(method), situations(method, known, settings), examples, method)
    except Broken as broken:
        if broken.finding.code in ("law-settings-type", "law-settings-refused", "law-indicators"):
            raise CannotCheck(broken.finding, lang) from None
        raise told(broken, lang) from None


def _shape(method: Method, lang: Lang) -> None:
    """Refuse at once what no plugin could give: no law says it as clearly."""
    if not isinstance(method, Method):
        args = {"plugin": getattr(method, "__module__", ""), "item": getattr(method, "__name__", repr(method))}
        raise CannotCheck(Finding("plugin-method-plain", args=args), lang)
    for code, args in check(method):
        raise CannotCheck(Finding(code, args={"plugin": method.function.__module__, "item": method.name, **args}), lang)


def _laws(method: Method) -> Sequence[Law]:
    """The laws that a method can break: those of a column form only where it has one."""
    if method.column is None:
        return (*LAWS, limits)
    # It needs NumPy, which a row form does not.
    from cchc_score.testing.columns import columns

    return (*LAWS, limits, columns)


def _ask(laws: Sequence[Law], drawn: st.SearchStrategy[Situation], examples: int, method: Method) -> None:
    """Laws over many situations; the smallest one that breaks one of them is raised as `Broken`."""
    seen: list[tuple[Situation, list[Any]]] = []
    last: list[Broken] = []

    @_profile(examples)
    @given(drawn, st.data())
    def ask(case: Situation, data: st.DataObject) -> None:
        try:
            for law in laws:
                law(case, data.draw)
            seen.append((case, _all_points(case)))
        except Broken as broken:
            last.append(broken)
            raise

    _run(ask, last)
    if len(seen) < min(LEAST, examples):
        raise _refused(method)
    for case, before in seen:
        _still(case, before)


def _all_points(case: Situation) -> list[Any]:
    rule = case.with_peers()
    return [case.points(rule, facts) for facts in case.callable]


def _still(case: Situation, before: Sequence[Any]) -> None:
    """Whether a situation still gives its points after all others were seen: else the method remembers something."""
    for facts, one, other in zip(case.callable, before, _all_points(case), strict=True):
        if one != other:
            raise case.broken("law-purity", [facts, facts], [one, other], first=both(one), second=both(other))


def _profile(examples: int) -> Callable[[Any], Any]:
    """As many examples as asked for, fewer where the profile asks for few; no clock, no file left behind."""
    profile = hypothesis.settings()
    return hypothesis.settings(
        max_examples=min(examples, profile.max_examples) if profile.max_examples < 100 else examples,
        deadline=None,
        database=None,
        report_multiple_bugs=False,
        phases=[phase for phase in profile.phases if phase is not Phase.explain],
        suppress_health_check=list(HealthCheck),
    )


def _run(ask: Callable[[], None], last: list[Broken]) -> None:
    try:
        ask()
    except Flaky:
        # What broke a law did not break it again: the method remembers something.
        raise _impure(last[-1]) from None
    except Unsatisfiable:
        return


def _impure(broken: Broken) -> Broken:
    again = Words("kết quả khác khi hỏi lại", "something else when asked again")
    points = both(broken.got[-1]) if broken.got else Words("một kết quả", "one result")
    args = {"method": broken.finding.args["method"], "first": points, "second": again}
    return Broken(Finding("law-purity", args=args), broken.rule, broken.communes, broken.got)


def _refused(method: Method) -> Broken:
    args = {"method": method.name, "detail": method.settings.__name__}
    return Broken(Finding("law-settings-refused", args=args))
