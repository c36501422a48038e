"""Lint against brute force: what is told is so, what is so is told, and every witness really gives its points."""

from dataclasses import replace
from datetime import date
from fractions import Fraction as F
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.analysis.lint import lint
from cchc_score.analysis.sample_values import MOST as COMBINATIONS
from cchc_score.analysis.trials import realise
from cchc_score.analysis.unused import unused_facts
from cchc_score.methods import Fact, Number, Settings, per_commune
from cchc_score.model import Bounds, ClassLimit, Context, Factor, Form, FormRow, Gate, Indicator, Outcome
from cchc_score.schemes import read_scheme
from tests.engine.schemes import leaf, parent, scheme, scored
from tests.running import ROOT
from tests.strategies import METHODS, examples, ref, schemes

MOST = 6
"""The maximum of the rules that are drawn."""
CLASSES = (ClassLimit("Tốt", F(50)), ClassLimit("Còn lại", F(0)))


def found(one, share=F(50), methods=METHODS, form=None):
    """The oddities of the only leaf of a scheme by code, after trying every witness anew."""
    small = scheme(one, classes=CLASSES)
    (linted,) = lint(small, form, methods, share)
    for oddity in linted.oddities:
        for probe in oddity.witness:
            others = [probe.peer] if probe.peer else []
            sheet = scored(small, probe.facts, *others, methods=methods)
            mark = sheet.mark(0, sheet.criteria[one.number])
            assert (mark.outcome, mark.low) == (probe.outcome, probe.points)
    return {oddity.finding.code: oddity for oddity in linted.oddities}


def facts(oddity):
    """The figures of a witness, as whole numbers where they are."""
    return [dict(probe.facts) for probe in oddity.witness]


@st.composite
def bands(draw, top=12):
    """Bands in any order of points, from a limit on or above it."""
    limits = sorted(draw(st.sets(st.integers(1, top), max_size=4)), reverse=True)
    points = st.integers(0, MOST).map(F)
    above = [{draw(st.sampled_from(["from", "above"])): F(limit), "points": draw(points)} for limit in limits]
    return [*above, {"from": F(0), "points": draw(points)}]


def place(listed, value):
    """The band that a value reaches."""
    return next(n for n, one in enumerate(listed) if value >= one.get("from", 0) and value > one.get("above", -1))


@examples(80)
@given(bands(), st.sampled_from([F(0), F(20), F(50), F(90)]))
def test_bands_of_a_count_against_all_its_figures(listed, share):
    got = found(leaf("1.1", MOST, "bands", value="n1", bands=listed), share)
    places = [place(listed, value) for value in range(40)]
    points = [listed[one]["points"] for one in places]
    changes = [later - earlier for earlier, later in pairwise(points)]
    assert ("lint-full" in got) == (max(points) < MOST)
    assert ("lint-unreached" in got) == (set(places) != set(range(len(listed))))
    assert ("lint-turns" in got) == (min(changes) < 0 < max(changes))
    assert ("lint-jump" in got) == (max(map(abs, changes)) > share * MOST / 100)
    assert ("lint-idle" in got) == (len(set(points)) == 1)
    assert "lint-worse" not in got
    if "lint-jump" in got:
        assert got["lint-jump"].finding.args["points"] == max(map(abs, changes))
    assert all(oddity.exact for oddity in got.values())


@examples(40)
@given(bands(top=11), st.sampled_from(["full", "zero", "not_applicable"]))
def test_bands_of_a_share_against_all_small_figures(listed, treatment):
    tenfold = [{key: 10 * value if key in ("from", "above") else value for key, value in one.items()} for one in listed]
    one = leaf("1.1", MOST, "bands", part="n1", whole="n2", bands=tenfold, if_none=treatment)
    got = found(one)
    places = {place(tenfold, F(100 * part, whole)) for whole in range(1, 31) for part in range(2 * whole)}
    points = {tenfold[one]["points"] for one in places} | {{"full": F(MOST), "zero": F(0)}.get(treatment)}
    assert ("lint-full" in got) == (max(one for one in points if one is not None) < MOST)
    assert ("lint-unreached" in got) == (places != set(range(len(tenfold))))
    # Of this criterion alone no index is left where it does not apply.
    assert ("lint-none" in got) == (treatment != "not_applicable")


def test_a_share_cannot_pass_100_where_the_part_belongs_to_the_whole():
    listed = [{"from": F(120), "points": F(6)}, {"from": F(90), "points": F(4)}, {"from": F(0), "points": F(0)}]
    one = leaf("1.1", MOST, "bands", part="n1", whole="n2", bands=listed, if_none="zero")
    assert "lint-full" not in found(one)
    small = scheme(one)
    part = replace(small.indicators["n1"], part_of="n2")
    (linted,) = lint(replace(small, indicators={**small.indicators, "n1": part}), None, METHODS)
    codes = {oddity.finding.code: oddity for oddity in linted.oddities}
    assert codes["lint-full"].finding.args["points"] == 4
    assert facts(codes["lint-full"]) == [{"n1": 1, "n2": 1}]
    assert codes["lint-unreached"].finding.args["key"] == "bands.1.points"


def test_a_jump_is_shown_by_the_smallest_figures_on_its_limit():
    floor = leaf("1.1", 5, "ratio", part="n1", whole="n2", zero_below=F(80), if_none="zero")
    jump = found(floor)["lint-jump"]
    assert facts(jump) == [{"n1": 3, "n2": 5}, {"n1": 4, "n2": 5}]
    assert jump.finding.args["points"] == 4
    assert "lint-jump" not in found(floor, F(80))
    smooth = leaf("1.1", 5, "ratio", part="n1", whole="n2", if_none="zero")
    assert "lint-jump" not in found(smooth, F(1))


def test_a_day_too_late_is_a_jump_and_a_later_day_with_more_points_is_worse():
    days = [{"by": date(2023, 1, 15), "points": F(1)}, {"by": date(2023, 1, 31), "points": F(2)}]
    got = found(leaf("1.1", 2, "deadline", date="done_on", steps=days, late=F(0), never=F(0)))
    assert facts(got["lint-worse"]) == [{"done_on": date(2023, 1, 15)}, {"done_on": date(2023, 1, 16)}]
    assert facts(got["lint-jump"]) == [{"done_on": date(2023, 1, 31)}, {"done_on": date(2023, 2, 1)}]


class Hidden(Settings):
    """A limit that the method does not tell."""

    fact: Fact
    limit: Number


@per_commune("test.hidden", Hidden, better=lambda rule: {"fact": "more"})
def hidden(rule, fact):
    """Full beyond three times the limit and a bit, and nothing from a thousand on."""
    return rule.max_points if 3 * rule.settings.limit + 7 <= fact < 1000 else 0


def test_what_a_method_does_not_tell_is_searched_by_halving():
    settings = Hidden.model_validate({"fact": "n1", "limit": F(15)})
    one = replace(leaf("1.1", 2, "given", points="n1"), method="test.hidden", settings=settings)
    got = found(one, methods={"test.hidden": hidden})
    assert facts(got["lint-jump"]) in ([{"n1": 51}, {"n1": 52}], [{"n1": 999}, {"n1": 1000}])
    assert not got["lint-jump"].exact
    worse = facts(got["lint-worse"])
    assert (worse[0]["n1"], worse[1]["n1"]) == (999, 1000)


class Many(Settings):
    """More facts than can be tried together."""

    a: Fact
    b: Fact
    c: Fact
    d: Fact
    e: Fact
    f: Fact


@per_commune("test.many", Many)
def many(rule, a, b, c, d, e, f):
    """A sixth for each fact that there is; a float where the last one stands without the first."""
    return 0.5 if f and not a else rule.max_points * sum(map(bool, (a, b, c, d, e, f))) / 6


@pytest.mark.full
def test_many_facts_are_searched_with_few_figures_and_a_method_that_fails_is_told():
    settings = Many.model_validate(dict(zip("abcdef", ("n1", "n2", "n3", "money", "rate", "amount"), strict=True)))
    small = scheme(replace(leaf("1.1", 3, "given", points="n1"), method="test.many", settings=settings))
    (linted,) = lint(small, None, {"test.many": many})
    assert (linted.exact, linted.low, linted.high) == (False, 0, 3)
    assert linted.tried <= COMBINATIONS
    failed = next(one for one in linted.oddities if one.finding.code == "lint-failed")
    assert (failed.finding.severity, failed.witness[0].outcome) == ("error", Outcome.FAILED)
    assert failed.witness[0].facts["amount"] > 0 == failed.witness[0].facts["n1"]


@pytest.mark.parametrize(
    ("one", "fact"),
    [
        (leaf("1.1", 1, "count", count="n1", each=F(0), start=F(1)), "n1"),
        (leaf("1.1", 1, "given", points="survey", gate=Gate(ref("n1"), Bounds(F(0)), (), "zero")), "n1"),
        (leaf("1.1", 1, "given", points="survey", factor=Factor(ref("way"), {"online": F(1), "paper": F(1)})), "way"),
        (leaf("1.1", 1, "options", fact="flag", points={"yes": F(1), "no": F(1)}), "flag"),
    ],
)
def test_a_fact_that_changes_nothing_is_told(one, fact):
    idle = found(one)["lint-idle"]
    assert idle.finding.args["fact"].vi == f"Số liệu {fact}"
    first, second = facts(idle)
    assert [code for code in first if first[code] != second[code]] == [fact]


def test_a_level_behind_a_gate_on_the_same_fact_is_never_given():
    listed = [{"from": F(9), "points": F(6)}, {"from": F(5), "points": F(3)}, {"from": F(0), "points": F(1)}]
    gate = Gate(ref("n1"), Bounds(F(5)), (), "zero")
    got = found(leaf("1.1", MOST, "bands", value="n1", bands=listed, gate=gate))
    assert got["lint-unreached"].finding.args["key"] == "bands.3.points"
    assert "lint-full" not in got
    assert facts(found(leaf("1.1", MOST, "given", points="n1", gate=gate), F(60))["lint-jump"]) == [
        {"n1": 4}, {"n1": 5},
    ]  # fmt: skip


def test_a_gate_on_the_whole_is_a_jump_that_is_told():
    small = {"part": "n1", "whole": "n2", "if_none": "full"}
    gated = found(leaf("1.1", 5, "ratio", gate=Gate(ref("n2"), Bounds(F(10)), (), "zero"), **small))
    jump = gated["lint-jump"]
    before, after = facts(jump)
    assert (before["n2"], after["n2"], before["n1"]) == (9, 10, after["n1"])
    # 9 of 10, since nine are all that there are while the gate is closed.
    assert jump.finding.args["points"] == F(9, 2)
    assert "lint-none" not in gated
    assert "lint-jump" not in found(leaf("1.1", 5, "ratio", gate=Gate(ref("n2"), Bounds(F(0)), (), "zero"), **small))


@pytest.mark.full
@pytest.mark.parametrize("method", ["best", "target"])
def test_a_method_that_compares_units_is_searched_with_another_unit(method):
    raw = {"best": {"value": "n1", "if_none": "zero"}, "target": {
        "value": "n1", "target": "n2", "share_at_target": F(80), "excess": "amount", "if_none": "zero"}}[method]  # fmt: skip
    small = scheme(leaf("1.1", 4, method, **raw))
    (linted,) = lint(small, None, METHODS)
    assert (linted.exact, linted.low, linted.high) == (False, 0, 4)
    assert not [one for one in linted.oddities if one.finding.severity == "warning"]


@pytest.mark.parametrize(
    ("treatment", "limits", "lost"),
    [
        ("full", (80, 25, 0), ("C",)),
        ("full", (80, 26, 0), ()),
        ("zero", (80, 50, 0), ("A",)),
        ("zero", (75, 50, 0), ()),
        ("zero", (90, 76, 0), ("A", "B")),
        ("zero", (101, 75, 0), ()),
        ("not_applicable", (100, 50, 0), ()),
    ],
)
def test_if_none_is_told_where_one_criterion_shuts_a_class(treatment, limits, lost):
    low, high = {"full": (25, 100), "zero": (0, 75)}.get(treatment, (0, 100))
    small = scheme(
        leaf("1.1", 1, "ratio", part="n1", whole="n2", if_none=treatment),
        parent("1.2", 2, "chosen", ["1.2.1", "1.2.2"], ref("flag")),
        leaf("1.2.1", 2, "given", "no", points="n1"),
        leaf("1.2.2", 2, "given", "yes", points="n2"),
        leaf("1.3", 1, "given", points="survey"),
        leaf("2.1", 3, "given", points="survey"),
        outside={2: ("penalty", 3)},
        classes=[ClassLimit(name, F(limit)) for name, limit in zip("ABC", limits, strict=True)],
    )
    effects = [one for one in lint(small, None, METHODS)[0].oddities if one.finding.code == "lint-none"]
    assert [effect.finding.args["names"] for effect in effects] == ([lost] if lost else [])
    for effect in effects:
        assert [effect.finding.args[end].en for end in ("low", "high")] == [f"{low}.00", f"{high}.00"]
        assert facts(effect) == [{"n1": 0, "n2": 0}]


@pytest.mark.full
def test_nobody_who_answered_is_nothing_that_arose():
    one = leaf("1.1", 2, "answers", answers={"n1": F(100), "n2": F(50), "n3": F(0)}, if_none="zero")
    assert facts(found(one)["lint-none"]) == [{"n1": 0, "n2": 0, "n3": 0}]
    assert {"lint-worse", "lint-full", "lint-idle"}.isdisjoint(found(one))


def test_the_effect_of_if_none_is_shown_where_the_gate_lets_through():
    one = leaf("1.1", 1, "ratio", part="n1", whole="n2", if_none="full", gate=Gate(ref("flag"), None, ("yes",), "zero"))
    assert facts(found(one)["lint-none"]) == [{"n1": 0, "n2": 0, "flag": True}]


def test_a_row_with_numbered_rows_below_is_a_header_whatever_it_says():
    one = leaf("1.1", 1, "count", count="n1", each=F(1))

    def form(*codes):
        return Form("f", "F", {code: FormRow(code, code, indicator="n1" if code == "3" else None) for code in codes})

    header = found(one, form=form("3", "3.1", "3.2"))["lint-header"]
    assert (header.finding.args["row"], header.finding.args["rows"]) == ("3", ("3.1", "3.2"))
    assert facts(header) == [{"n1": 0}, {"n1": 1}]
    assert "lint-header" not in found(one, form=form("3", "3/1", "30.1"))


def test_a_fact_declared_and_never_used_is_told_unless_it_is_context():
    small = scheme(leaf("1.1", 1, "given", points="survey"))
    own = replace(small, indicators={**small.indicators, "radio": Indicator("radio", "Tin bài")})
    assert [one.args["code"] for one in unused_facts(own, small.indicators, METHODS)] == ["radio"]
    assert not list(unused_facts(replace(own, context=(Context("radio", "bối cảnh"),)), small.indicators, METHODS))


def test_a_yes_that_counts_as_one_may_open_the_gate_and_decide_the_factor_too():
    one = leaf("1.1", 2, "count", count="flag", each=F(2), gate=Gate(ref("flag"), None, ("yes",), "zero"),
               factor=Factor(ref("flag"), {"yes": F(1), "no": F(0)}))  # fmt: skip
    assert facts(found(one)["lint-jump"]) == [{"flag": False}, {"flag": True}]


@examples(12)
@given(schemes())
@pytest.mark.full
def test_every_scheme_can_be_linted_and_every_oddity_worded(one):
    for linted in lint(one, None, METHODS, F(30)):
        assert 0 <= linted.low <= linted.high <= linted.criterion.max_points
        for oddity in linted.oddities:
            # Of a relation that nobody declared no figure is a witness.
            assert oddity.witness or oddity.finding.code == "lint-relation"
            assert all(oddity.finding.message(lang) for lang in ("vi", "en"))


@examples(100)
@given(st.integers(0, 20), st.integers(0, 20))
def test_facts_are_found_for_sums(part, whole):
    indicators = {code: Indicator(code, code) for code in ("n1", "n2", "n3")}
    made = realise([(ref("n1", "-n2"), F(part)), (ref("n1"), F(whole))], indicators)
    assert (made is not None) == (part <= whole)
    if made is not None:
        assert made["n1"] == whole
        assert made["n1"] - made["n2"] == part


@pytest.mark.full
def test_the_shipped_schemes_are_sane(registry):
    for path in ("scoring_rules/minh-hoa-2023.toml", "tests/rule_forms/rule-forms.toml"):
        one = read_scheme((ROOT / path).read_bytes(), path, registry.methods, registry.indicators)
        linted = lint(one, None, registry.methods)
        assert not [oddity for each in linted for oddity in each.oddities if oddity.finding.severity == "warning"]
        assert all(each.high == each.criterion.max_points for each in linted)
        assert all(each.exact for each in linted if not registry.methods[each.criterion.method].peers)


@pytest.mark.parametrize(
    ("codes", "value", "wanted"),
    [
        (("a", "b"), 2, {"a": True, "b": True}),
        (("a", "b"), 1, {"a": True, "b": False}),
        (("a", "b"), 3, None),
        (("a", "b"), F(1, 2), None),
        (("a", "n"), 5, {"a": False, "n": F(5)}),
    ],
)
def test_questions_that_are_counted_carry_a_sum_together(codes, value, wanted):
    known = {code: Indicator(code, code, kind="yes_no") for code in "ab"} | {"n": Indicator("n", "N")}
    assert realise([(ref(*codes), F(value))], known) == wanted


def test_a_share_of_what_is_itself_behind_a_gate_is_not_idle():
    """All that were issued are lawful, of those that had to be issued: the whole is a part of the gate's figure."""
    bands = [{"from": F(100), "points": F(2)}, {"from": F(0), "points": F(0)}]
    known = {**scheme(leaf("1.1", 1, "given", points="n1")).indicators}
    known["n1"] = replace(known["n1"], part_of="n2")
    one = leaf(
        "1.1", 2, "bands", part=ref("n1", "-n3"), whole="n1", if_none="zero", bands=bands,
        gate=Gate(ref("n2"), Bounds(F(1)), (), "full"),
    )  # fmt: skip
    small = replace(scheme(one), indicators=known)
    (linted,) = lint(small, None, METHODS, F(50))
    assert "lint-idle" not in {oddity.finding.code for oddity in linted.oddities}


@pytest.mark.parametrize(
    ("declared", "told"), [({}, True), ({"n1": "n2"}, False), ({"n1": "n3", "n3": "n2"}, False), ({"n1": "n3"}, True)]
)
def test_a_part_that_no_indicator_calls_one_is_noted(declared, told):
    small = scheme(leaf("1.1", 4, "ratio", part=ref("n1"), whole=ref("n2"), if_none="zero"))
    indicators = {code: replace(one, part_of=declared.get(code)) for code, one in small.indicators.items()}
    (linted,) = lint(replace(small, indicators=indicators), None, METHODS)
    found_notes = [one.finding for one in linted.oddities if one.finding.code == "lint-relation"]
    assert [one.severity for one in found_notes] == (["note"] if told else [])
    if told:
        assert 'part_of = "n2"' in found_notes[0].words("vi")


@pytest.mark.parametrize("more", [{"part": ref("n1", "n3")}, {"whole": ref("n2", "-n3")}, {"may_exceed": True}])
def test_of_a_sum_and_of_what_may_exceed_its_whole_no_relation_is_missed(more):
    small = scheme(leaf("1.1", 4, "ratio", **{"part": ref("n1"), "whole": ref("n2"), "if_none": "zero"} | more))
    (linted,) = lint(small, None, METHODS)
    assert "lint-relation" not in [one.finding.code for one in linted.oddities]
