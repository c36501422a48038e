"""The arithmetic that is shown is the one that was done."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction as F

import pytest
from hypothesis import given

from cchc_score.engine import Leaf, score
from cchc_score.explain.why import Reasons
from cchc_score.explain.working import (
    area_working,
    closed_words,
    index_working,
    leaf_working,
    parent_working,
    rounding_words,
    total_working,
)
from cchc_score.model import Bounds, Factor, Gate, Outcome
from cchc_score.points import round_half_up
from tests.engine.schemes import leaf, parent, scheme, scored
from tests.strategies import METHODS, examples, ref, years


def worked(criterion, *facts, row=0, lang="vi"):
    """The arithmetic of the only criterion of a scheme for one of some units."""
    sheet = scored(scheme(criterion), *facts)
    rule = Leaf(sheet.scheme, criterion, METHODS[criterion.method], sheet.table)
    return leaf_working(rule, row, rule.exact(row, rule.values(row)), lang)


RATIO = {"method": "ratio", "part": "n1", "whole": "n2", "if_none": "zero"}
BANDS = {"method": "bands", "bands": [{"above": 90, "points": 2}, {"from": 70, "points": 1}, {"from": 0, "points": 0}]}
SHARES = {**BANDS, "part": "n1", "whole": "n2", "if_none": "full"}


@pytest.mark.parametrize(
    ("settings", "facts", "vi", "en"),
    [
        (RATIO, {"n1": 1209, "n2": 1340}, "1.209 / 1.340 (≈ 90,224%) x 2 = 1.209/670 ≈ 1,804", "1,209 / 1,340 (≈ 90.224%) x 2 = 1,209/670 ≈ 1.804"),
        (RATIO, {"n1": 0, "n2": 0}, "không phát sinh: 0 điểm = 0", "none arose: 0 points = 0"),
        ({**RATIO, "zero_below": 50}, {"n1": 1, "n2": 4}, "1 / 4 (25%) < 50%: 0 = 0", "1 / 4 (25%) < 50%: 0 = 0"),
        (SHARES, {"n1": 9, "n2": 10}, "9 / 10 (90%) >= 70%: 1 = 1", "9 / 10 (90%) >= 70%: 1 = 1"),
        (SHARES, {"n1": 0, "n2": 0}, "không phát sinh: điểm tối đa = 2", "none arose: full points = 2"),
        ({**BANDS, "value": "rate"}, {"rate": F(9001, 100)}, "90,01 > 90: 2 = 2", "90.01 > 90: 2 = 2"),
        ({"method": "count", "count": "n1", "start": 2, "each": F(-3, 2)}, {"n1": 3}, "2 - 1,5 x 3 = -2,5, trong 0..2 = 0", "2 - 1.5 x 3 = -2.5, in 0..2 = 0"),
        ({"method": "options", "fact": "flag", "points": {"yes": 2, "no": 0}}, {"flag": True}, "có: 2 = 2", "yes: 2 = 2"),
        ({"method": "given", "points": "n1"}, {"n1": 2}, "2 (điểm do điều tra hoặc hội đồng chấm, tối đa 2) = 2", "2 (points given, at most 2) = 2"),
        ({"method": "deadline", "date": "done_on", "steps": [{"by": date(2023, 1, 15), "points": 2}], "late": 1, "never": 0}, {"done_on": date(2023, 1, 20)}, "20/01/2023 > 15/01/2023: 1 = 1", "20/01/2023 > 15/01/2023: 1 = 1"),
    ],
)  # fmt: skip
def test_the_arithmetic_of_each_rule(settings, facts, vi, en):
    criterion = leaf("1.1", 2, **settings)
    assert worked(criterion, facts) == vi
    assert worked(criterion, facts, lang="en") == en


def test_a_rule_relative_to_a_group_shows_the_best_of_it():
    best = leaf("1.1", 2, "best", value="n1", if_none="zero")
    assert worked(best, {"n1": 3}, {"n1": 4}) == "(3) / (cao nhất nhóm: 4) x 2 = 1,5"
    share = leaf("1.1", 2, "best", value="n1", whole="n2", if_none="zero")
    assert worked(share, {"n1": 1, "n2": 4}, {"n1": 1, "n2": 2}) == "(1 / 4 (25%)) / (cao nhất nhóm: 50%) x 2 = 1"
    assert worked(share, {"n1": 0, "n2": 0}, {"n1": 1, "n2": 2}) == "không phát sinh: 0 điểm = 0"
    target = leaf("1.1", 10, "target", value="n1", target="n2", share_at_target=80, excess="share", if_none="zero")
    assert worked(target, {"n1": 3, "n2": 4}, {"n1": 4, "n2": 4}) == "3 / 4 x 8 = 6"
    assert worked(target, {"n1": 5, "n2": 4}, {"n1": 8, "n2": 4}) == (
        "8 + (5 / 4 - 1 = 0,25) / (vượt cao nhất nhóm: 1) x 2 = 8,5"
    )
    assert worked(target, {"n1": 0, "n2": 0}, {"n1": 8, "n2": 4}) == "không phát sinh: 0 điểm = 0"


@pytest.mark.parametrize(
    ("most", "settings", "facts", "vi", "en"),
    [
        (F(5, 2), {"method": "best", "value": "rate", "if_none": "zero"}, [(F(3, 2),), (F(9, 4),)], "(1,5) / (cao nhất nhóm: 2,25) x 2,5 = 5/3 ≈ 1,667", "(1.5) / (best of the group: 2.25) x 2.5 = 5/3 ≈ 1.667"),
        (F(5, 2), {"method": "best", "value": "n1", "whole": "n2", "if_none": "zero"}, [(1, 8), (3, 8)], "(1 / 8 (12,5%)) / (cao nhất nhóm: 37,5%) x 2,5 = 5/6 ≈ 0,833", "(1 / 8 (12.5%)) / (best of the group: 37.5%) x 2.5 = 5/6 ≈ 0.833"),
        (F(5, 2), {"method": "best", "value": "rate", "if_none": "full"}, [(F(0),), (F(0),)], "không phát sinh: điểm tối đa = 2,5", "none arose: full points = 2.5"),
        (F(5, 2), {"method": "target", "value": "rate", "target": "amount", "share_at_target": 60, "excess": "amount", "if_none": "zero"}, [(F(3, 2), F(1, 2)), (F(5, 2), F(1, 4))], "1,5 + (1,5 - 0,5 = 1) / (vượt cao nhất nhóm: 2,25) x 1 = 35/18 ≈ 1,944", "1.5 + (1.5 - 0.5 = 1) / (largest excess of the group: 2.25) x 1 = 35/18 ≈ 1.944"),
        (F(5, 2), {"method": "target", "value": "rate", "target": "amount", "share_at_target": 70, "excess": "share", "if_none": "zero"}, [(F(1, 4), F(1, 2))], "0,25 / 0,5 x 1,75 = 0,875", "0.25 / 0.5 x 1.75 = 0.875"),
        (F(5, 2), {"method": "target", "value": "rate", "target": "amount", "share_at_target": 70, "excess": "share", "if_none": "full"}, [(F(0), F(0))], "không phát sinh: điểm tối đa = 2,5", "none arose: full points = 2.5"),
        (F(5, 2), {"method": "count", "count": "amount", "start": F(1, 2), "each": F(1, 4)}, [(F(3, 2),)], "0,5 + 0,25 x 1,5 = 0,875", "0.5 + 0.25 x 1.5 = 0.875"),
        (F(5, 2), {"method": "count", "count": "amount", "start": F(1, 2), "each": F(5, 4)}, [(F(5, 2),)], "0,5 + 1,25 x 2,5 = 3,625, trong 0..2,5 = 2,5", "0.5 + 1.25 x 2.5 = 3.625, in 0..2.5 = 2.5"),
        (F(5, 2), {"method": "target", "value": "rate", "target": "amount", "share_at_target": 30, "excess": "share", "if_none": "zero"}, [(F(3, 4), F(1, 2)), (F(1), F(1, 2))], "0,75 + (0,75 / 0,5 - 1 = 0,5) / (vượt cao nhất nhóm: 1) x 1,75 = 1,625", "0.75 + (0.75 / 0.5 - 1 = 0.5) / (largest excess of the group: 1) x 1.75 = 1.625"),
        (F(5, 2), {"method": "target", "value": "rate", "target": "amount", "share_at_target": 30, "excess": "share", "if_none": "zero"}, [(F(1, 2), F(1, 2))], "0,5 / 0,5 x 0,75 = 0,75", "0.5 / 0.5 x 0.75 = 0.75"),
        (F(5, 2), {"method": "count", "count": "amount", "start": 0, "each": 1}, [(F(5, 2),)], "0 + 1 x 2,5 = 2,5", "0 + 1 x 2.5 = 2.5"),
        (F(5, 2), {"method": "count", "count": "amount", "start": F(5, 2), "each": -1}, [(F(5, 2),)], "2,5 - 1 x 2,5 = 0", "2.5 - 1 x 2.5 = 0"),
        (F(5, 2), {"method": "count", "count": "amount", "start": 0, "each": F(3, 2)}, [(F(9, 2),)], "0 + 1,5 x 4,5 = 6,75, trong 0..2,5 = 2,5", "0 + 1.5 x 4.5 = 6.75, in 0..2.5 = 2.5"),
        (F(5, 2), {"method": "ratio", "part": "n1", "whole": "n2", "zero_below": F(25, 2), "if_none": "zero"}, [(1, 8)], "1 / 8 (12,5%) x 2,5 = 0,3125", "1 / 8 (12.5%) x 2.5 = 0.3125"),
        (F(5, 2), {"method": "ratio", "part": "n1", "whole": "n2", "zero_below": F(25, 2), "if_none": "zero"}, [(31, 250)], "31 / 250 (12,4%) < 12,5%: 0 = 0", "31 / 250 (12.4%) < 12.5%: 0 = 0"),
        (F(5, 2), {"method": "bands", "value": "rate", "bands": [{"from": F(25, 2), "points": F(5, 2)}, {"from": 0, "points": 0}]}, [(F(25, 2),)], "12,5 >= 12,5: 2,5 = 2,5", "12.5 >= 12.5: 2.5 = 2.5"),
        (F(5, 2), {"method": "answers", "answers": {"amount": 100, "rate": F(25, 2)}, "if_none": "zero"}, [(F(1, 2), F(3, 2))], "(100% x 0,5 + 12,5% x 1,5) / 2 x 2,5 = 0,859375", "(100% x 0.5 + 12.5% x 1.5) / 2 x 2.5 = 0.859375"),
        (F(5, 2), {"method": "answers", "answers": {"amount": 100, "rate": 0}, "if_none": "zero"}, [(F(1, 2), F(2))], "(100% x 0,5 + 0% x 2) / 2,5 x 2,5 = 0,5", "(100% x 0.5 + 0% x 2) / 2.5 x 2.5 = 0.5"),
    ],
)  # fmt: skip
def test_the_arithmetic_in_both_languages_with_decimals(most, settings, facts, vi, en):
    names = [settings[key] for key in ("value", "count", "part", "whole", "target") if key in settings]
    names += settings.get("answers", ())
    criterion = leaf("1.1", most, **settings)
    reports = [dict(zip(names, map(F, own), strict=True)) for own in facts]
    assert worked(criterion, *reports) == vi
    assert worked(criterion, *reports, lang="en") == en


def test_a_factor_stands_behind_the_rule():
    kept = Factor(ref("level"), {"none": F(1), "light": F(1, 2), "serious": F(0)})
    criterion = leaf("1.1", 2, factor=kept, **RATIO)
    assert worked(criterion, {"n1": 1, "n2": 2, "level": "light"}) == "(1 / 2 (50%) x 2) x 50% (Trả lời light) = 0,5"


@pytest.mark.parametrize(
    ("gate", "facts", "vi"),
    [
        (
            Gate(ref("n2"), Bounds(F(1), F(3), open_to=True), (), "zero"),
            {"n2": 3},
            "không đạt điều kiện: Số liệu n2 từ 1 đến dưới 3 (Số liệu n2 = 3): 0 điểm",
        ),
        (
            Gate(ref("n2"), Bounds(None, F(90)), (), "full", ref("n3")),
            {"n2": 91, "n3": 100},
            "không đạt điều kiện: Số liệu n2 / Số liệu n3 không quá 90% (Số liệu n2 = 91, Số liệu n3 = 100): điểm tối đa",
        ),
        (
            Gate(ref("flag"), None, ("yes",), "not_applicable"),
            {"flag": False},
            "không đạt điều kiện: Số liệu flag: có (Số liệu flag = không): không áp dụng",
        ),
        (
            Gate(None, Bounds(F(1), open_from=True), (), "zero", criterion="1.2"),
            {"n2": 1},
            "không đạt điều kiện: tiêu chí 1.2 trên 1 điểm (1 điểm): 0 điểm",
        ),
        (
            Gate(None, None, (), "zero", criterion="1.2", applies=False),
            {"n2": 1},
            "không đạt điều kiện: tiêu chí 1.2 không áp dụng (1 điểm): 0 điểm",
        ),
    ],
)
def test_the_gate_that_keeps_a_unit_from_the_rule_is_told_with_its_figures(gate, facts, vi):
    counted = [leaf(f"1.{place}", 4, "count", count=f"n{place}", each=F(1)) for place in (1, 2)]
    sheet = scored(scheme(replace(counted[0], gates=(gate,)), counted[1]), facts)
    why = Reasons(sheet, METHODS).why(0, "1.1")
    assert (why.closed, why.exact) == (gate, None)
    rule = Reasons(sheet, METHODS).leaf("1.1")
    assert closed_words(rule, why.closed, 0, "vi") == vi


@pytest.mark.full
@examples(60)
@given(years(least=1, most=4))
def test_every_leaf_that_a_rule_scored_ends_in_its_exact_points(year):
    one, facts = year
    sheet = score(one, METHODS, facts)
    for criterion in one.leaves:
        rule = Leaf(one, criterion, METHODS[criterion.method], facts)
        for row in range(len(facts.units)):
            if rule.ruled(row) and (exact := rule.exact(row, rule.values(row))) is not None:
                number = re.search(
                    r"= (-?[0-9./]+)( ≈ [0-9.]+)?$", leaf_working(rule, row, exact, "en").replace(",", "")
                )
                assert F(number[1]) == exact
                said = rounding_words(sheet, criterion, exact, "en")
                assert bool(said) == (one.rounding == "never" or (exact * 10**one.decimals).denominator != 1)


@pytest.mark.full
@examples(60)
@given(years(least=1, most=4))
def test_sums_add_up_as_they_are_shown(year):
    one, facts = year
    sheet = score(one, METHODS, facts)
    for row in range(len(facts.units)):
        shown = [total_working(sheet, row, "en"), *(area_working(sheet, row, area, "en") for area in one.areas)]
        shown += [
            parent_working(sheet, row, each, "en")
            for each in one.criteria.values()
            if each.combine == "sum" and each.parts
        ]
        for text in shown:
            if ".." in text or "cut at" in text or text.endswith("-") or text.startswith("not held") or "x ?" in text:
                continue
            terms, _, result = text.replace(",", "").rpartition(" = ")
            share = F(-1 if terms.startswith("-(") else 1)
            if kept := re.fullmatch(r"\((.*)\) x ([0-9./]+)% \(.*\)", terms):
                terms, share = kept[1], F(kept[2]) / 100
            points = share * sum(F(one) for one in re.findall(r"\] (-?[0-9./]+)", terms))
            if kept and one.rounding == "criterion":
                points = F(round_half_up(points, one.decimals), 10**one.decimals)
            assert points == F(result), text
        index = sheet.mark(row, sheet.total).index
        words = index_working(sheet, row, "en").replace(",", "")
        assert bool(words) == (index is not None)
        if words:
            assert F(re.search(r"= (-?[0-9./]+)", words)[1]) == index


def test_a_cap_is_shown_where_only_the_most_reaches_it():
    one = scheme(
        leaf("1.1", 4, "given", points="n1"),
        leaf("2.1", 5, "given", points="n2"),
        leaf("2.2", 5, "given", points="survey"),
        outside={2: ("penalty", 3)},
    )
    sheet = scored(one, {"n1": 4, "n2": 1})
    assert area_working(sheet, 0, one.areas[1], "vi") == "-([2.1] 1,00 + [2.2] 0,00) = -1,00"
    areas = (one.areas[0], replace(one.areas[1], absent="full"))
    sheet = scored(replace(one, areas=areas), {"n1": 4, "n2": 1})
    text = area_working(sheet, 0, areas[1], "vi")
    assert text == "-([2.1] 1,00 + [2.2] 0,00..5,00 = 1..6, cắt ở 3) = -3,00..-1,00"


def test_what_is_not_held_has_no_sum():
    one = scheme(
        parent("1.1", 2, "sum", ["1.1.1"]), leaf("1.1.1", 2, "given", points="n1"), leaf("2.1", 1, "given", points="n2")
    )
    closed = replace(one.criteria["1.1"], held=False, reason="Chưa hướng dẫn")
    area = replace(one.areas[1], held=False, reason="Không đánh giá")
    year = replace(one, criteria={**one.criteria, "1.1": closed}, areas=(one.areas[0], area))
    sheet = scored(year, {"n1": 1, "n2": 1})
    assert parent_working(sheet, 0, closed, "vi") == "không đánh giá: Chưa hướng dẫn"
    assert area_working(sheet, 0, area, "en") == "not held: Không đánh giá"
    reasons = Reasons(sheet, METHODS)
    assert [reasons.why(0, number).exact for number in ("1.1.1", "2.1")] == [None, None]


def test_caps_are_shown_where_they_take_something():
    one = scheme(
        leaf("1.1", 4, "given", points="n1"), leaf("2.1", 5, "given", points="n2"), outside={2: ("penalty", 3)}
    )
    sheet = scored(one, {"n1": 2, "n2": 5})
    assert area_working(sheet, 0, one.areas[1], "vi") == "-([2.1] 5,00 = 5, cắt ở 3) = -3,00"
    assert total_working(sheet, 0, "vi") == "[1] 2,00 + [2] -3,00 = -1, cắt ở 0 = 0,00"


def test_the_ways_of_combining():
    parts = [leaf("1.1.1", 2, "given", points="n1"), leaf("1.1.2", 2, "given", points="n2")]
    for combine, words in (
        ("best", "cao nhất trong (1.1.1: 1,00, 1.1.2: 2,00) = 2,00"),
        ("all", "tất cả phải đủ điểm (1.1.1: 1,00, 1.1.2: 2,00) = 0,00"),
        ("sum", "[1.1.1] 1,00 + [1.1.2] 2,00 = 3,00"),
    ):
        one = scheme(parent("1.1", 4 if combine == "sum" else 2, combine, ["1.1.1", "1.1.2"]), *parts)
        assert parent_working(scored(one, {"n1": 1, "n2": 2}), 0, one.criteria["1.1"], "vi") == words
    assert scored(one, {}).mark(0, scored(one, {}).at("1.1")).outcome == Outcome.MISSING
