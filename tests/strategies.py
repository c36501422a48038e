"""Random but valid indicators, facts, rules, schemes and tables: built, never filtered."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as st

from cchc_score.builtin import PLUGINS
from cchc_score.facts import table
from cchc_score.methods import Rule
from cchc_score.model import (
    Area,
    Bounds,
    ClassLimit,
    Criterion,
    Factor,
    FactRef,
    Gate,
    Indicator,
    Option,
    Printed,
    Ranking,
    Scheme,
)
from cchc_score.testing.random_settings import DAY, Maker, points_up_to
from cchc_score.testing.strategies import RARELY, units, values

MODULES = [module for module in PLUGINS.values() if hasattr(module, "cchc_methods")]
METHODS = {method.name: method for module in MODULES for method in module.cchc_methods()}
PEERS = frozenset(name for name, method in METHODS.items() if method.peers)
ALONE = frozenset(METHODS) - PEERS

TREATMENTS = ("full", "zero", "not_applicable")
ROUNDINGS = st.sampled_from(["criterion", "never"])
DECIMALS = st.integers(0, 4)
NUMBERS = ("n1", "n2", "n3", "amount", "money", "rate", "survey", "grade", "flag")
ANSWERED = {"flag": ("no", "yes"), "level": ("none", "light", "serious"), "way": ("online", "paper")}
DATES = ("done_on", "sent_on")
KINDS = {
    "n1": "count",
    "n2": "count",
    "n3": "count",
    "amount": "decimal",
    "money": "money",
    "rate": "percent",
    "survey": "points",
    "grade": "points",
    "flag": "yes_no",
    "level": "option",
    "way": "option",
    "done_on": "date",
    "sent_on": "date",
}
SOURCES = {"survey": "survey", "grade": "appraiser", "level": "appraiser", "sent_on": "appraiser"}
WHOLE_KINDS = frozenset({"count", "yes_no", "option", "date"})


def ref(*codes):
    """A reference to facts: 'a', or a signed sum 'a', '-b'."""
    return FactRef(tuple((-1, code[1:]) if code.startswith("-") else (1, code) for code in codes))


def name(fact, answer=None):
    """A plain namer for the words of a rule."""
    return answer if answer is not None else " + ".join(fact.codes)


def indicator(code, decimals=0):
    """The indicator of a code of this vocabulary."""
    answers = ANSWERED.get(code, ()) if KINDS[code] == "option" else ()
    return Indicator(
        code,
        f"Số liệu {code}",
        kind=KINDS[code],
        decimals=0 if KINDS[code] in WHOLE_KINDS else decimals,
        source=SOURCES.get(code, "report"),
        options=tuple(Option(answer, f"Trả lời {answer}") for answer in answers),
    )


@st.composite
def indicators(draw):
    """The whole vocabulary, each number with its own decimals."""
    return {code: indicator(code, draw(st.integers(0, 3))) for code in KINDS}


def amounts(most=200):
    """Figures of a report: small whole numbers, or with up to three decimals."""
    return st.integers(0, 12).map(Fraction) | st.integers(0, most * 1000).map(lambda steps: Fraction(steps, 1000))


def positive(most=200):
    """Figures above 0."""
    return st.integers(1, 12).map(Fraction) | st.integers(1, most * 1000).map(lambda steps: Fraction(steps, 1000))


@st.composite
def sizes(draw):
    """A scheme's decimals and the maximum of one criterion in whole steps."""
    decimals = draw(DECIMALS)
    return decimals, Fraction(draw(st.integers(1, 10 * 10**decimals)), 10**decimals)


def facts(codes):
    """A fact of a setting: one indicator, or a signed sum of several."""
    signed = st.tuples(
        st.lists(st.sampled_from(codes), min_size=1, max_size=3, unique=True),
        st.lists(st.booleans(), min_size=3),
    )
    sums = signed.map(
        lambda drawn: ref(
            *(f"-{code}" if place and minus else code for place, (code, minus) in enumerate(zip(*drawn, strict=False)))
        )
    )
    coefficients = st.sampled_from([1, 1, -1, Fraction(1, 2), Fraction(-1, 4), 2, Fraction(3, 5)])
    weighed = st.dictionaries(st.sampled_from(codes), coefficients, min_size=1, max_size=3).map(
        lambda drawn: FactRef(tuple((times, code) for code, times in drawn.items()))
    )
    return st.sampled_from(codes).map(ref) | sums | weighed


@st.composite
def band_lists(draw, most, decimals, falling=False):
    """Bands in order, `from` and `above` mixed, sometimes both at one limit; the last one from 0."""
    limits = draw(st.lists(st.integers(0, 1100).map(lambda tenths: Fraction(tenths, 10)), max_size=4))
    above = draw(st.lists(st.booleans(), min_size=4, max_size=4))
    order = {(limit, flag) for limit, flag in zip(limits, above, strict=False)} - {(Fraction(0), False)}
    keys = [*sorted(order, reverse=True), (Fraction(0), False)]
    points = [draw(points_up_to(most, decimals)) for _ in keys]
    if falling:
        points.sort(reverse=True)
    return [
        {"above" if flag else "from": limit, "points": given} for (limit, flag), given in zip(keys, points, strict=True)
    ]


@st.composite
def settings_of(draw, method, most, decimals):
    """Valid settings of a built-in method for a criterion of a maximum."""
    points, number, treatment = points_up_to(most, decimals), facts(NUMBERS), st.sampled_from(TREATMENTS)
    if method == "bands":
        raw = {"bands": draw(band_lists(most, decimals, draw(st.booleans())))}
        if draw(st.booleans()):
            raw |= {"value": draw(number)}
        else:
            raw |= {"part": draw(number), "whole": draw(number), "if_none": draw(treatment)}
    elif method == "ratio":
        raw = {"part": draw(number), "whole": draw(number), "if_none": draw(treatment)}
        raw |= {"zero_below": Fraction(draw(st.integers(0, 1000)), 10)} if draw(st.booleans()) else {}
        raw |= {"full_from": Fraction(draw(st.integers(0, 1000)), 10)} if draw(RARELY) else {}
    elif method == "options":
        code = draw(st.sampled_from(sorted(ANSWERED)))
        entries = points | st.just("not_applicable")
        raw = {"fact": ref(code), "points": {answer: draw(entries) for answer in ANSWERED[code]}}
    elif method == "deadline":
        passed = sorted(draw(st.sets(st.integers(0, 40), min_size=1, max_size=3)))
        steps = [{"by": DAY + timedelta(one), "points": draw(points)} for one in passed]
        raw = {
            "date": ref(draw(st.sampled_from(DATES))),
            "steps": steps,
            "late": draw(points),
            "never": draw(points),
        }
    elif method == "count":
        each = draw(points) * draw(st.sampled_from([1, -1]))
        raw = {"count": draw(number), "each": each, "start": draw(points)}
    elif method == "given":
        raw = {"points": draw(number)}
    elif method == "answers":
        codes = draw(
            st.lists(st.sampled_from([one for one in NUMBERS if one != "flag"]), min_size=1, max_size=4, unique=True)
        )
        share = st.sampled_from([0, 50, 100]).map(Fraction) | st.integers(0, 1000).map(lambda one: Fraction(one, 10))
        raw = {"answers": {code: draw(share) for code in codes}, "if_none": draw(treatment)}
    elif method == "weighted":
        numbers = [one for one in NUMBERS if one != "flag"]
        codes = draw(st.lists(st.sampled_from(numbers), min_size=1, max_size=3, unique=True))
        share = st.sampled_from([0, 50, 100]).map(Fraction) | st.integers(0, 1000).map(lambda one: Fraction(one, 10))
        raw = {"parts": {code: draw(share) for code in codes}, "whole": draw(number), "if_none": draw(treatment)}
        raw |= {"zero_below": Fraction(draw(st.integers(0, 1000)), 10)} if draw(st.booleans()) else {}
    elif method == "share":
        raw = {"value": draw(number)}
        raw |= {"target": Fraction(draw(st.integers(1, 1000)), 10)} if draw(st.booleans()) else {}
        raw |= {"zero_below": Fraction(draw(st.integers(0, 1000)), 10)} if draw(st.booleans()) else {}
    elif method == "compared":
        raw = {"value": draw(number), "against": draw(number)}
        raw |= {key: draw(points) for key in ("above", "equal", "below")}
    elif method == "best":
        raw = {"value": draw(number), "if_none": draw(treatment), "whole": draw(st.none() | number)}
    elif method == "target":
        raw = {"value": draw(number), "target": draw(number), "if_none": draw(treatment)}
        raw |= {"share_at_target": Fraction(draw(st.integers(0, 100)))}
        raw |= {"excess": draw(st.sampled_from(["amount", "share"]))}
    else:
        return _Settings(method, draw, most, decimals).settings(METHODS[method].settings)
    return METHODS[method].settings.model_validate(raw)


class _Settings(Maker):
    """Settings of a method that nothing above is written for, over the facts of this vocabulary."""

    def _fact(self, kinds, name):
        return ref(self.draw(st.sampled_from(self._codes(kinds))))

    def _listed(self, kinds, name):
        return self.draw(st.lists(st.sampled_from(self._codes(kinds)), min_size=1, max_size=4, unique=True))

    def _codes(self, kinds):
        codes = sorted(code for code, kind in KINDS.items() if kind in kinds.accepted)
        self.indicators |= {code: indicator(code) for code in codes}
        return codes


@st.composite
def rules(draw, method):
    """A rule of a built-in method with random settings."""
    decimals, most = draw(sizes())
    return Rule("1.1", most, draw(settings_of(method, most, decimals)), decimals)


@st.composite
def gates(draw):
    """A gate on a number, on a sum of several, on a share, or on an answer."""
    otherwise = draw(st.sampled_from(TREATMENTS))
    if draw(st.booleans()):
        whole = draw(st.none() | st.none() | facts(NUMBERS))
        return Gate(draw(facts(NUMBERS)), draw(bounds(10 if whole is None else 110)), (), otherwise, whole)
    code = draw(st.sampled_from(sorted(ANSWERED)))
    return Gate(ref(code), None, (draw(st.sampled_from(ANSWERED[code])),), otherwise)


@st.composite
def bounds(draw, most):
    """Bounds with one end or both, between which there are numbers."""
    limits = st.integers(0, 2 * most).map(lambda halves: Fraction(halves, 2))
    ends = draw(st.sampled_from([("from",), ("to",), ("from", "to")]))
    low, high = sorted(draw(st.lists(limits, min_size=2, max_size=2, unique=True)))
    return Bounds(
        low if "from" in ends else None,
        high if "to" in ends else None,
        "from" in ends and draw(st.booleans()),
        "to" in ends and draw(st.booleans()),
    )


@st.composite
def factors(draw):
    """A factor with a share for each answer."""
    code = draw(st.sampled_from(sorted(ANSWERED)))
    shares = st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(0), Fraction(333, 1000)])
    values = {answer: draw(shares) for answer in ANSWERED[code]}
    return Factor(ref(code), values, draw(st.none() | st.none() | shares))


class _Tree:
    """Grows the criteria of a scheme from their maxima downwards, each after its parent."""

    def __init__(self, draw, decimals, methods, combines, plain, on_criteria, kept):
        self.draw, self.decimals, self.plain = draw, decimals, plain
        self.on_criteria, self.kept = on_criteria, kept
        self.methods, self.combines = sorted(methods), combines
        self.criteria = {}

    def grow(self, number, area, steps, depth, choice=None):
        draw = self.draw
        combines = [one for one in self.combines if one != "sum" or steps >= 2]
        if depth and combines and draw(st.integers(0, 2)) == 0:
            self._parent(number, area, steps, depth, choice, draw(st.sampled_from(combines)))
        else:
            self._leaf(number, area, steps, choice)

    def _held(self):
        left_out = not self.plain and self.draw(RARELY)
        return {"held": not left_out, "reason": "Không điều tra năm nay" if left_out else ""}

    def _leaf(self, number, area, steps, choice):
        draw, most = self.draw, Fraction(steps, 10**self.decimals)
        method = draw(st.sampled_from(self.methods))
        # Coarser than the scheme's steps, now and then, where the maximum is still a whole number of them.
        coarser = [own for own in range(self.decimals) if (most * 10**own).denominator == 1]
        decimals = draw(st.sampled_from(coarser)) if coarser and draw(RARELY) else self.decimals
        self.criteria[number] = Criterion(
            number,
            area,
            f"Tiêu chí {number}",
            most,
            choice=choice,
            method=method,
            settings=draw(settings_of(method, most, decimals)),
            decimals=decimals,
            factor=None if self.plain else draw(st.none() | factors()),
            gates=self._gates(number, st.integers(0, 5).map(lambda drawn: max(0, drawn - 3))),
            **self._held(),
        )

    def _gates(self, number, counts):
        """Gates on facts, and now and then one on a criterion that is whole already, so that none waits for another."""
        draw = self.draw
        if self.plain:
            return ()
        found = [draw(gates()) for _ in range(draw(counts))]
        done = [other for other in self.criteria if not f"{number}.".startswith(f"{other}.")]
        if done and self.on_criteria and draw(RARELY):
            other = draw(st.sampled_from(done))
            applies, otherwise = draw(st.booleans()), draw(st.sampled_from(TREATMENTS))
            # A scheme whose gate asks for more than the other criterion has is refused.
            most = self.criteria[other].max_points
            limits = draw(st.none() | st.builds(Bounds, st.sampled_from([Fraction(0), most / 2, most])))
            if limits is None or draw(st.booleans()):
                limits = limits and replace(limits, to=most, open_to=limits.from_ != most)
            found.append(Gate(None, limits, (), otherwise, criterion=other, applies=limits is not None or applies))
        return tuple(draw(st.permutations(found)))

    def _parent(self, number, area, steps, depth, choice, combine):
        draw = self.draw
        code = draw(st.sampled_from(sorted(ANSWERED))) if combine == "chosen" else None
        count = len(ANSWERED[code]) if code else draw(st.integers(2, min(3, steps) if combine == "sum" else 3))
        # Before its parts are grown: whatever is whole by then can be looked at by its gates.
        conditions = self._gates(number, RARELY.map(int))
        factor = draw(factors()) if not self.plain and self.kept and draw(RARELY) else None
        maxima = {
            "sum": lambda: self._split(steps, count),
            "best": lambda: draw(st.permutations([steps, *(draw(st.integers(1, steps)) for _ in range(count - 1))])),
            "all": lambda: [draw(st.integers(1, 3 * 10**self.decimals)) for _ in range(count)],
            "capped": lambda: [steps, *(draw(st.integers(1, steps)) for _ in range(count - 1))],
            "chosen": lambda: draw(
                st.permutations([steps, *(draw(st.just(steps) | st.integers(1, steps)) for _ in range(count - 1))])
            ),
        }[combine]()
        numbers = tuple(f"{number}.{place}" for place in range(1, count + 1))
        self.criteria[number] = Criterion(
            number,
            area,
            f"Tiêu chí {number}",
            Fraction(steps, 10**self.decimals),
            numbers,
            combine,
            ref(code) if code else None,
            choice,
            factor=factor,
            gates=conditions,
            decimals=self.decimals,
            **self._held(),
        )
        choices = ANSWERED[code] if code else [None] * count
        for part, most, chosen in zip(numbers, maxima, choices, strict=True):
            self.grow(part, area, most, depth - 1, chosen)

    def _split(self, steps, count):
        cuts = sorted(self.draw(st.sets(st.integers(1, steps - 1), min_size=count - 1, max_size=count - 1)))
        return [upper - lower for lower, upper in zip([0, *cuts], [*cuts, steps], strict=True)]


def rankings():
    """Every way of comparing units."""
    return st.builds(
        Ranking,
        st.sampled_from(["none", "kind"]),
        st.sampled_from(["exact", "published"]),
        st.sampled_from(["standard", "dense", "list"]),
        st.sampled_from(["low", "unranked"]),
        st.sampled_from(["keep", "cap"]),
        st.sampled_from(["unranked", "ranked"]),
    )


@st.composite
def class_limits(draw, most=1200):
    """Classes that descend to one open to all, the upper ones sometimes with conditions; limits in tenths."""
    limits = sorted(draw(st.sets(st.integers(1, most), max_size=3)), reverse=True)
    share = st.none() | st.integers(0, 100).map(Fraction)
    upper = [
        ClassLimit(f"Loại {place}", Fraction(tenths, 10), draw(share), draw(share))
        for place, tenths in enumerate(limits, 1)
    ]
    return (*upper, ClassLimit("Còn lại", Fraction(0)))


@st.composite
def schemes(
    draw,
    methods=frozenset(METHODS),
    combines=("sum", "capped", "best", "all", "chosen"),
    on_criteria=True,
    kept=True,
    rounding=ROUNDINGS,
    outside=True,
    plain=False,
    ranking=None,
):
    """A whole scheme. `outside` allows bonus and penalty areas; `plain` leaves out gates, factors and held.

    `on_criteria` allows gates on other criteria, `kept` factors of parents.
    """
    decimals = draw(DECIMALS)
    tree = _Tree(draw, decimals, methods, combines, plain, on_criteria, kept)
    kinds = ["normal"] * draw(st.integers(1, 2))
    kinds += [kind for kind in ("bonus", "penalty") if outside and draw(st.booleans())]
    areas = []
    for number, kind in enumerate(kinds, 1):
        maxima = draw(st.lists(st.integers(1, 10 * 10**decimals), min_size=1, max_size=2))
        tops = tuple(f"{number}.{place}" for place in range(1, len(maxima) + 1))
        for top, steps in zip(tops, maxima, strict=True):
            tree.grow(top, f"area{number}", steps, 2)
        steps = sum(maxima) if kind == "normal" else draw(st.integers(1, 10 * 10**decimals))
        most = Fraction(steps, 10**decimals)
        left_out = not plain and draw(RARELY)
        reason = "Không đánh giá năm nay" if left_out else ""
        absent = draw(st.sampled_from(["none", "full"])) if kind == "penalty" else "none"
        area = Area(
            f"area{number}", number, f"Lĩnh vực {number}", most, tops, kind, not left_out, reason, absent=absent
        )
        areas.append(area)
    return Scheme(
        code="ngau-nhien",
        title="Chỉ số ngẫu nhiên",
        version="1",
        period=2023,
        form="",
        max_points=sum((area.max_points for area in areas if area.kind == "normal"), Fraction(0)),
        decimals=decimals,
        rounding=draw(rounding),
        ranking=draw(ranking if ranking is not None else rankings()),
        classes=draw(class_limits(1200 if "bonus" in kinds else 1000)),
        areas=tuple(areas),
        criteria=tree.criteria,
        indicators=draw(indicators()),
        context=(),
        sha256="0" * 64,
        printed=draw(st.none() | st.builds(Printed, DECIMALS, DECIMALS)),
    )


def used(scheme):
    """The indicators that a scheme asks for."""
    codes = set()
    for criterion in scheme.criteria.values():
        asked = [criterion.chosen_by]
        asked += [fact for gate in criterion.gates for fact in gate.refs]
        asked += [criterion.factor.fact] if criterion.factor else []
        if criterion.is_leaf and criterion.method in METHODS:
            asked += METHODS[criterion.method].facts(criterion.settings)
        codes |= {code for one in asked if one for code in one.codes}
    return sorted(codes)


@st.composite
def known_facts(draw, scheme, count, codes=None):
    """Facts of units for the indicators that a scheme asks for, about one in eight unknown."""
    return {
        (row, code): draw(values(scheme.indicators[code]))
        for row in range(count)
        for code in (used(scheme) if codes is None else codes)
        if not draw(RARELY)
    }


@st.composite
def years(draw, least=0, most=8, **limits):
    """A scheme, and a table of units with facts for it."""
    scheme = draw(schemes(**limits))
    listed = draw(units(least, most))
    return scheme, table(listed, scheme.indicators, draw(known_facts(scheme, len(listed))))


def told(facts_table):
    """The known facts of a table, keyed by row and code."""
    return {
        (row, code): facts_table.value(row, code)
        for code in facts_table.columns
        for row in range(len(facts_table.units))
        if facts_table.known(row, code)
    }


def examples(count):
    """Settings for a law: so many examples, no clock, no file left behind; fewer where the profile asks for few."""
    few = settings().max_examples
    if few < 100:
        return settings(max_examples=min(count, few))
    return settings(max_examples=count, deadline=None, database=None, print_blob=True)
