"""Random but valid communes, facts, rules and schemes for Hypothesis: built, never filtered."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from cchc_score.facts import MAX_VALUE
from cchc_score.methods import Method, Rule, Settings
from cchc_score.model import (
    Area,
    ClassLimit,
    Criterion,
    FactRef,
    Indicator,
    Kind,
    Option,
    Ranking,
    Scheme,
    Unit,
    Value,
)
from cchc_score.schemes.point_checks import find_points
from cchc_score.testing.examples import Situation, known_indicators
from cchc_score.testing.random_settings import Maker, days

# The last of eight, for Hypothesis shrinks towards 0: the smallest example has nothing rare in it.
RARELY = st.integers(0, 7).map(lambda drawn: drawn == 7)
LARGE = st.integers(0, MAX_VALUE).map(Fraction)
KINDS: tuple[Kind, ...] = ("count", "decimal", "money", "percent", "points", "yes_no", "option", "date")
Draw = Callable[[st.SearchStrategy[Any]], Any]
Given = st.SearchStrategy[Any] | Sequence[Any]
"""Settings by example: tables as a scheme holds them, or objects, or a strategy of either."""


def values(one: Indicator) -> st.SearchStrategy[Value]:
    """Facts that an indicator can hold, mostly small so that equal ones and zeros are met."""
    if one.kind == "yes_no":
        return st.booleans()
    if one.kind == "option":
        return st.sampled_from([option.code for option in one.options])
    if one.kind == "date":
        # None is a day that never came, and a known fact like any other.
        return st.none() | days()
    # Fine ones up to 100, where percentages end.
    small, fine = st.integers(0, 12), st.integers(0, 100 * 10**one.decimals)
    return small.map(Fraction) | fine.map(lambda steps: Fraction(steps, 10**one.decimals))


@st.composite
def indicators(draw: Draw, least: int = 1, most: int = 5) -> dict[str, Indicator]:
    """A vocabulary of indicators of all kinds, by code."""
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=least, max_size=most))
    found = {}
    for number, kind in enumerate(kinds, 1):
        options = (Option("none", "Không"), Option("late", "Chậm"), Option("on_time", "Đúng hạn"))
        decimals = draw(st.integers(0, 3)) if kind in ("decimal", "money", "percent", "points") else 0
        found[f"fact_{number}"] = Indicator(
            f"fact_{number}", f"Số liệu {number}", kind=kind, decimals=decimals,
            options=options if kind == "option" else (),
        )  # fmt: skip
    return found


def units(least: int = 0, most: int = 8) -> st.SearchStrategy[tuple[Unit, ...]]:
    """Communes, wards and special zones, most of them ranked."""
    each = st.tuples(st.sampled_from(["xã", "phường", "đặc khu"]), RARELY)
    return st.lists(each, min_size=least, max_size=most).map(
        lambda drawn: tuple(
            Unit(f"u{number}", f"Đơn vị {number}", kind, not unranked) for number, (kind, unranked) in enumerate(drawn)
        )
    )


@st.composite
def facts(draw: Draw, indicators: Mapping[str, Indicator], count: int) -> dict[tuple[int, str], Value]:
    """Facts of so many units by place and code, as `cchc_score.facts.table` takes them; about one in eight unknown."""
    return {
        (row, code): draw(values(indicator))
        for row in range(count)
        for code, indicator in indicators.items()
        if not draw(RARELY)
    }


@st.composite
def rules_of(
    draw: Draw,
    method: Method,
    known: Mapping[str, Indicator],
    examples: Given | None,
    decimals: int = 2,
    code: str = "",
) -> tuple[Rule, Mapping[str, Indicator]]:
    """A rule of a method in a scheme of so many decimals, and the indicators that it asks for."""
    most = Fraction(draw(st.integers(1, 10 * 10**decimals)), 10**decimals)
    if examples is None:
        maker = Maker(method.name, draw, most, decimals, code)
        settings = maker.settings(method.settings)
        return Rule("1.1", most, settings, decimals), {**known, **maker.indicators}
    settings = _given(method, draw(examples if isinstance(examples, st.SearchStrategy) else st.sampled_from(examples)))
    amounts = [Fraction(value) for _, value in find_points(settings, ())]
    # Settings given by example keep their points; the rule is made so fine and so large that they fit.
    decimals = max([decimals, *map(_decimals, amounts)])
    return Rule("1.1", max([most, *map(abs, amounts)]), settings, decimals), known


def _given(method: Method, example: Any) -> Settings:
    return example if isinstance(example, Settings) else method.settings.model_validate(dict(example))


def _decimals(points: Fraction) -> int:
    return next(decimals for decimals in range(7) if (points * 10**decimals).denominator == 1)


def examples_of(method: Method, settings: Given | None) -> list[Settings] | None:
    """The settings given as examples, read; None where a strategy makes them."""
    if isinstance(settings, st.SearchStrategy):
        return None
    return [] if settings is None else [_given(method, example) for example in settings]


def rules(
    method: Method, *, settings: Given | None = None, indicators: Iterable[Indicator] = ()
) -> st.SearchStrategy[tuple[Rule, Mapping[str, Indicator]]]:
    """Valid rules of a method, each with the indicators of the facts that it asks for."""
    known = known_indicators(method, examples_of(method, settings), indicators)
    return st.integers(0, 4).flatmap(lambda decimals: rules_of(method, known, settings, decimals))


@st.composite
def situations(draw: Draw, method: Method, known: Mapping[str, Indicator], examples: Given | None) -> Situation:
    """A rule and one to four communes, their facts often at, just below or just above a limit of the rule.

    Sometimes another rule of the method stands beside it, with facts of its own: columns score both at once.
    """
    rule, found = draw(rules_of(method, known, examples, draw(st.integers(0, 4))))
    beside = None
    if draw(st.booleans()):
        # With the decimals of the first, for both rules stand in one scheme.
        beside, more = draw(rules_of(method, known, examples, rule.decimals, "beside"))
        found = {**found, **more}
    refs = [ref for asking in (rule, beside) if asking for ref in method.facts(asking.settings)]
    asked = {code: found[code] for ref in refs if ref for code in ref.codes}
    communes = [_commune(draw, method, rule, asked) for _ in range(draw(st.integers(1, 4)))]
    return Situation(method, asked, rule, tuple(communes), beside)


def _commune(draw: Draw, method: Method, rule: Rule, asked: Mapping[str, Indicator]) -> dict[str, Value]:
    known = {code: draw(values(indicator)) for code, indicator in asked.items()}
    if draw(RARELY):
        # Figures near the largest that can be held: columns must see where they leave their range.
        wide = [code for code, indicator in asked.items() if indicator.kind not in ("yes_no", "option", "date")]
        known |= {code: draw(LARGE) for code in wide if draw(st.booleans())}
    limits = _limits(method, rule)
    if limits and draw(st.booleans()):
        name = draw(st.sampled_from(sorted(limits)))
        _aim(draw, method, rule, asked, known, name, draw(st.sampled_from(list(limits[name]))))
    return known


def _limits(method: Method, rule: Rule) -> dict[str, Collection[Fraction | date]]:
    """Where a rule says that its points change; what it says wrongly is a law's affair."""
    try:
        said = method.limits(rule) if method.limits else {}
        return {name: limits for name, limits in said.items() if limits and all(map(_usable, limits))}
    except Exception:
        return {}


def _usable(limit: object) -> bool:
    return isinstance(limit, date) or (isinstance(limit, Fraction | int) and limit >= 0)


def _aim(
    draw: Draw, method: Method, rule: Rule, asked: Mapping[str, Indicator], known: dict[str, Value], name: str,
    limit: Fraction | date,
) -> None:  # fmt: skip
    """Move a commune's figures to a limit, or one step below or above it."""
    refs = {fact.name: fact.ref for fact in method.asked(rule.settings)}
    if isinstance(limit, date):
        ref = refs.get(name)
        if ref is not None and asked[ref.codes[0]].kind == "date":
            known[ref.codes[0]] = limit + timedelta(draw(st.sampled_from([-1, 0, 1])))
        return
    goal, target = name, Fraction(limit)
    if name == "percent":
        whole = draw(st.sampled_from([1, 10, 100, 1000]))
        _set(asked, known, refs.get("whole"), Fraction(whole), 0)
        goal, target = "part", target * whole / 100
    _set(asked, known, refs.get(goal), target, draw(st.sampled_from([-1, 0, 1])))


def _set(
    asked: Mapping[str, Indicator], known: dict[str, Value], ref: FactRef | None, target: Fraction, off: int
) -> None:
    """Make a fact as near to a target as its decimals allow, so many steps off; the rest of a sum becomes 0."""
    numbers = [code for code in ref.codes if asked[code].kind not in ("yes_no", "option", "date")] if ref else []
    if ref is None or len(numbers) < len(ref.codes):
        return
    step = 10 ** asked[ref.codes[0]].decimals
    # The other terms first, so that the sum is what its first term is.
    known |= dict.fromkeys(ref.codes, Fraction(0))
    known[ref.codes[0]] = Fraction(min(max(int(target * step) + off, 0), 10**15), step)


@st.composite
def schemes(draw: Draw, methods: Collection[Method], most_leaves: int = 4) -> Scheme:
    """A small valid scheme: one or two areas, each with some leaves, scored by these methods."""
    decimals = draw(st.integers(0, 4))
    vocabulary: dict[str, Indicator] = {}
    criteria: dict[str, Criterion] = {}
    areas = []
    # Sorted, for a set of methods would let the same seed draw another scheme in every process.
    by_name = sorted(methods, key=lambda method: method.name)
    for position in range(1, draw(st.integers(1, 2)) + 1):
        numbers = [f"{position}.{leaf}" for leaf in range(1, draw(st.integers(1, most_leaves)) + 1)]
        for number in numbers:
            criteria[number] = _leaf(draw, number, by_name, decimals, vocabulary)
        most = sum((criteria[number].max_points for number in numbers), Fraction(0))
        areas.append(Area(f"area{position}", position, f"Lĩnh vực {position}", most, tuple(numbers)))
    return Scheme(
        code="ngau-nhien",
        title="Bộ tiêu chí ngẫu nhiên",
        version="1",
        period=2025,
        form="",
        max_points=sum((area.max_points for area in areas), Fraction(0)),
        decimals=decimals,
        rounding=draw(st.sampled_from(["criterion", "never"])),
        ranking=Ranking("none", "exact", "standard", "low"),
        classes=(ClassLimit("Đạt", Fraction(50)), ClassLimit("Chưa đạt", Fraction(0))),
        areas=tuple(areas),
        criteria=criteria,
        indicators=vocabulary,
        context=(),
        sha256="0" * 64,
    )


def _leaf(
    draw: Draw, number: str, methods: Sequence[Method], decimals: int, vocabulary: dict[str, Indicator]
) -> Criterion:
    method = draw(st.sampled_from(methods))
    most = Fraction(draw(st.integers(1, 10 * 10**decimals)), 10**decimals)
    # Every leaf asks for facts of its own: a method's own indicators are the same for all of its leaves.
    maker = Maker(method.name, draw, most, decimals, f"{method.name}_".replace(".", "_") + number.replace(".", "_"))
    settings = maker.settings(method.settings)
    vocabulary |= {**known_indicators(method, [], ()), **maker.indicators}
    return Criterion(
        number, f"area{number.partition('.')[0]}", f"Tiêu chí {number}", most, method=method.name, settings=settings
    )
