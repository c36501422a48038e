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
from cchc_score.registry.plugin_checks import check_item
from cchc_score.testing.examples import Situation, known_indicators
from cchc_score.testing.laws import LAWS, Law
from cchc_score.testing.limit_laws import limits
from cchc_score.testing.strategies import Given, examples_of, situations
from cchc_score.testing.violations import CannotCheck, Violation, both_languages, law_broken
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
    except Violation as violation:
        # These say that nothing could be checked, and not that a law is broken.
        if violation.finding.code in ("law-settings-type", "law-settings-refused", "law-indicators"):
            raise CannotCheck(violation.finding, lang) from None
        raise law_broken(violation, lang) from None


def _shape(method: Method, lang: Lang) -> None:
    """Refuse at once what no plugin could give: no law says it as clearly."""
    if not isinstance(method, Method):
        args = {"plugin": getattr(method, "__module__", ""), "item": getattr(method, "__name__", repr(method))}
        raise CannotCheck(Finding("plugin-method-plain", args=args), lang)
    for code, args in check_item(method):
        # A law of its own shows it by an example.
        if code == "method-no-return":
            continue
        raise CannotCheck(Finding(code, args={"plugin": method.function.__module__, "item": method.name, **args}), lang)


def _laws(method: Method) -> Sequence[Law]:
    """The laws that a method can break: those of a column form only where it has one."""
    if method.column is None:
        return (*LAWS, limits)
    # It needs NumPy, which a row form does not.
    from cchc_score.testing.column_laws import columns

    return (*LAWS, limits, columns)


def _ask(laws: Sequence[Law], drawn: st.SearchStrategy[Situation], examples: int, method: Method) -> None:
    """Laws over many situations; the smallest one that breaks one of them is raised as `Violation`."""
    seen: list[tuple[Situation, list[Any]]] = []
    last: list[Violation] = []

    @_profile(examples)
    @given(drawn, st.data())
    def ask(case: Situation, data: st.DataObject) -> None:
        try:
            for law in laws:
                law(case, data.draw)
            # After all laws, so that only situations that broke none are asked once more at the end.
            seen.append((case, _all_points(case)))
        except Violation as violation:
            last.append(violation)
            raise

    _run(ask, last)
    if len(seen) < min(LEAST, examples):
        raise _refused(method)
    if all(points is None for _, given in seen for points in given):
        raise _pointless(seen)
    for case, before in seen:
        _still(case, before)


def _pointless(seen: Sequence[tuple[Situation, Sequence[Any]]]) -> Violation:
    """That a method has never given points, with the figures that are told in the fewest words."""
    case = min((case for case, given in seen if given), key=lambda case: len(str(case.calls)), default=seen[0][0])
    return case.violation("law-points", case.calls[:1], [None])


def _all_points(case: Situation) -> list[Any]:
    rule = case.with_peers()
    return [case.points(rule, facts) for facts in case.calls]


def _still(case: Situation, before: Sequence[Any]) -> None:
    """Whether a situation still gives its points after all others were seen: else the method remembers something."""
    for facts, earlier, later in zip(case.calls, before, _all_points(case), strict=True):
        if earlier != later:
            raise case.impurity(facts, earlier, later)


def _profile(examples: int) -> Callable[[Any], Any]:
    """As many examples as asked for, fewer where the profile asks for few; no clock, no file left behind."""
    profile = hypothesis.settings()
    return hypothesis.settings(
        # 100 is what Hypothesis does unasked; whoever sets fewer wants a quick run.
        max_examples=min(examples, profile.max_examples) if profile.max_examples < 100 else examples,
        deadline=None,
        database=None,
        # One example, the smallest: an author mends one thing at a time.
        report_multiple_bugs=False,
        # Its explanations stand in a report of Hypothesis that nobody is shown here, and cost further calls.
        phases=[phase for phase in profile.phases if phase is not Phase.explain],
        suppress_health_check=list(HealthCheck),
    )


def _run(ask: Callable[[], None], last: list[Violation]) -> None:
    try:
        ask()
    except Flaky:
        # What broke a law did not break it again: the method remembers something.
        raise _impure(last[-1]) from None
    # No settings were accepted: `_ask` tells it, for nothing was seen then.
    except Unsatisfiable:
        return


def _impure(violation: Violation) -> Violation:
    again = Words("kết quả khác khi hỏi lại", "something else when asked again")
    points = both_languages(violation.got[-1]) if violation.got else Words("một kết quả", "one result")
    args = {"method": violation.finding.args["method"], "first": points, "second": again}
    return Violation(Finding("law-purity", args=args), violation.rule, violation.communes, violation.got)


def _refused(method: Method) -> Violation:
    args = {"method": method.name, "detail": method.settings.__name__}
    return Violation(Finding("law-settings-refused", args=args))
