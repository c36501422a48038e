"""What changed between two schemes: nothing for the same one, everything that a scheme can say, told once and rightly."""

from dataclasses import fields, replace
from datetime import date
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.analysis.changes import SchemeSide, compare_schemes, pair_criteria
from cchc_score.catalogue.labels import CHOICES
from cchc_score.engine import score
from cchc_score.explain.comparison import compare
from cchc_score.model import (
    Area,
    Context,
    Criterion,
    Derived,
    Factor,
    Gate,
    Indicator,
    Option,
    OverItems,
    Printed,
    Ranking,
    Scheme,
)
from cchc_score.pages.changes_page import _FIELDS
from tests.engine.schemes import INDICATORS, leaf, parent, scheme
from tests.explain.test_comparison import adds_up
from tests.strategies import METHODS, examples, ref, schemes, years

SMALL = scheme(
    parent("1.1", 3, "sum", ["1.1.1", "1.1.2"]),
    leaf("1.1.1", 2, "ratio", part="n1", whole="n2", zero_below=F(80), if_none="zero"),
    leaf("1.1.2", 1, "given", points="survey"),
    leaf("2.1", 1, "options", fact="flag", points={"yes": F(1), "no": F(0)}),
)


def found(old, new):
    return compare_schemes(SchemeSide(old, METHODS), SchemeSide(new, METHODS))


def told(old, new):
    """Everything told, as kind, codes, fields and effect."""
    return [
        (one.kind, one.before, one.after, tuple(each.field for each in one.changes), one.effect)
        for one in found(old, new)
    ]


def put(old, **numbers):
    """A scheme with other criteria at some numbers, written with _ for a point."""
    other = {number.strip("c").replace("_", "."): one for number, one in numbers.items()}
    return replace(old, criteria={**old.criteria, **other})


@pytest.mark.full
@examples(60)
@given(schemes())
def test_between_a_scheme_and_itself_nothing_changed(one):
    assert found(one, one) == ()


@pytest.mark.full
@examples(60)
@given(schemes(), schemes())
def test_backwards_the_same_is_told_the_other_way_round(old, new):
    forth, back = found(old, new), found(new, old)
    assert {(one.kind, one.before, one.after) for one in forth} == {(one.kind, one.after, one.before) for one in back}
    both = {(one.before, each.field, each.before, each.after, each.effect) for one in forth for each in one.changes}
    other = {(one.after, each.field, each.after, each.before, each.effect) for one in back for each in one.changes}
    assert both == other
    pairs = pair_criteria(old, new, METHODS, METHODS)
    assert len(set(pairs.values())) == len(pairs)
    for side, scheme_, met in (("before", old, set(pairs)), ("after", new, set(pairs.values()))):
        alone = {getattr(one, side) for one in forth if one.kind == "criterion" and None in (one.before, one.after)} - {
            None
        }
        assert alone == set(scheme_.criteria) - met


@pytest.mark.full
@examples(60)
@given(years(), st.data())
def test_what_is_only_wording_moves_no_points_and_the_moved_titles_are_followed(year, data):
    old, facts = year
    changed = data.draw(st.sets(st.sampled_from(sorted(old.criteria))))
    worded = {
        number: replace(one, title=f"Khác {number}", evidence="Công văn", note="Mới") if number in changed else one
        for number, one in old.criteria.items()
    }
    new = replace(old, version="2", title="Tên mới", criteria=worded)
    assert {one.effect for one in found(old, new)} == {"text"}
    pairs = pair_criteria(old, new, METHODS, METHODS)
    moves = compare(score(old, METHODS, facts), score(new, METHODS, facts), pairs)
    adds_up(moves)
    assert all(not one.change and one.before.rank == one.after.rank for one in moves.moves)
    assert all(not part.change for one in moves.moves for part in one.parts if None not in (part.before, part.after))


@pytest.mark.full
@examples(60)
@given(years(), schemes())
def test_parts_add_up_whatever_criteria_are_taken_for_the_same(year, other):
    old, facts = year
    pairs = pair_criteria(old, other, METHODS, METHODS)
    after = replace(facts, columns=score(other, METHODS, facts).table.columns)
    adds_up(compare(score(old, METHODS, facts), score(other, METHODS, after), pairs))


OTHERS = {
    "title": "Khác", "max_points": F(9), "decimals": 1, "self_score": True, "key": "k", "held": False, "reason": "chưa làm", "method": "best", "choice": "yes",
    "settings": METHODS["given"].settings.model_validate({"points": "grade"}), "combine": "all",
    "chosen_by": ref("flag"), "factor": Factor(ref("way"), {"online": F(1), "paper": F(0)}),
    "gates": (Gate(ref("flag"), None, ("yes",), "zero"),), "reference": "mục 1", "evidence": "công văn",
    "remedy": "rà soát", "note": "lưu ý",
}  # fmt: skip
WORDING = {"title", "self_score", "key", "reason", "reference", "evidence", "remedy", "note"}
RULE = {"method", "settings", "combine", "chosen_by", "factor", "gates"}
PLACE = {"number", "area", "parts", "line"}


@pytest.mark.parametrize("name", [one.name for one in fields(Criterion) if one.name not in PLACE])
def test_every_field_of_a_criterion_is_told(name):
    number = "1.1" if name in ("combine", "chosen_by") else "1.1.2"
    new = put(SMALL, **{number.replace(".", "_"): replace(SMALL.criteria[number], **{name: OTHERS[name]})})
    if name == "method":
        best = METHODS["best"].settings.model_validate({"value": "survey", "if_none": "zero"})
        new = put(SMALL, **{"1_1_2": replace(new.criteria[number], settings=best)})
    (one,) = (one for one in found(SMALL, new) if one.kind == "criterion")
    (change,) = one.changes
    assert change.field == ("rule" if name in RULE else name)
    assert change.effect == ("text" if name in WORDING else "points")
    assert change.before != change.after
    assert (one.before, one.after) == (number, number)


INDICATOR = {
    "name": "Khác", "name_en": "Other", "unit": "lần", "kind": "option", "decimals": 1, "source": "appraiser",
    "options": (Option("b", "B"),), "part_of": "n2", "sum_of": ("n3",), "exclusive_with": ("n3",), "derived": Derived("lowest", ("n2",)), "last_year_of": "n2", "over_items": OverItems("sum", "n2"),
}  # fmt: skip


@pytest.mark.parametrize("name", [one.name for one in fields(Indicator) if one.name not in ("code", "share")])
def test_every_field_of_a_fact_that_is_asked_for_is_told(name):
    survey = SMALL.indicators["survey"]
    new = replace(SMALL, indicators={**INDICATORS, "survey": replace(survey, **{name: INDICATOR[name]})})
    got = [one for one in found(SMALL, new) if one.kind == "fact"]
    assert [(one.after, [each.field for each in one.changes]) for one in got] == [("survey", [name])]
    unused = replace(SMALL, indicators={**INDICATORS, "n3": replace(INDICATORS["n3"], unit="khác")})
    assert found(SMALL, unused) == ()


SCHEME = {
    "code": "khac", "title": "Khác", "version": "2", "period": 2024, "form": "mau", "max_points": F(99),
    "decimals": 3, "rounding": "never", "classes": (), "decision": "1/QĐ",
    "printed": Printed(1, 1), "days": (date(2022, 7, 1), date(2023, 6, 30)), "frame": "khung",
}  # fmt: skip
HELD = {"areas", "criteria", "indicators", "context", "sha256", "file", "ranking"}


@pytest.mark.parametrize("name", [one.name for one in fields(Scheme) if one.name not in HELD])
def test_every_field_of_a_scheme_is_told(name):
    # The criteria here have the scheme's decimals, so that they are told of too where those change.
    (one,) = (one for one in found(SMALL, replace(SMALL, **{name: SCHEME[name]})) if one.kind == "scheme")
    assert [each.field for each in one.changes] == [name]


@pytest.mark.parametrize("name", [one.name for one in fields(Ranking)])
def test_every_choice_of_the_ranking_is_told_in_words(name):
    others = [date(2025, 6, 30)] if name == "units_on" else set(CHOICES[name]) - {getattr(SMALL.ranking, name)}
    for other in others:
        (one,) = found(SMALL, replace(SMALL, ranking=replace(SMALL.ranking, **{name: other})))
        assert [each.field for each in one.changes] == [name]
        assert name == "units_on" or one.changes[0].after == CHOICES[name][other]
        assert one.effect == ("points" if name in ("above_100", "units_on") else "ranks")


AREA = {"number": 7, "name": "Khác", "max_points": F(5), "kind": "bonus", "held": False, "reason": "chưa",
        "name_en": "Other", "absent": "full"}  # fmt: skip


@pytest.mark.parametrize("name", [one.name for one in fields(Area) if one.name not in ("code", "criteria")])
def test_every_field_of_an_area_is_told(name):
    first, *rest = SMALL.areas
    (one,) = found(SMALL, replace(SMALL, areas=(replace(first, **{name: AREA[name]}), *rest)))
    assert (one.kind, one.after, [each.field for each in one.changes]) == ("area", first.code, [name])


def test_what_comes_and_goes_is_told_with_its_facts():
    less = {number: one for number, one in SMALL.criteria.items() if number != "2.1"}
    assert told(SMALL, replace(SMALL, criteria=less)) == [
        ("criterion", "2.1", None, (), "points"),
        ("fact", "flag", None, (), "points"),
    ]
    listed = replace(SMALL, context=(Context("money", "bối cảnh"),))
    assert told(SMALL, listed) == [("fact", "money", "money", ("context",), "text")]


def test_a_criterion_that_moved_or_was_renamed_is_followed():
    moved = replace(SMALL.criteria["2.1"], number="2.2")
    criteria = {number: one for number, one in SMALL.criteria.items() if number != "2.1"} | {"2.2": moved}
    assert told(SMALL, replace(SMALL, criteria=criteria)) == [("criterion", "2.1", "2.2", ("number",), "text")]
    elsewhere = replace(moved, number="1.2", area="area1")
    criteria = {number: one for number, one in SMALL.criteria.items() if number != "2.1"} | {"1.2": elsewhere}
    assert told(SMALL, replace(SMALL, criteria=criteria)) == [("criterion", "2.1", "1.2", ("number",), "points")]
    other = leaf("2.1", 1, "given", points="grade")
    renamed = put(SMALL, **{"2_1": replace(other, title="Khác hẳn")})
    assert told(SMALL, renamed)[:2] == [
        ("criterion", None, "2.1", (), "points"),
        ("criterion", "2.1", None, (), "points"),
    ]


def test_settings_that_the_words_of_a_rule_do_not_show_are_named():
    silent = {"count": replace(METHODS["count"], words=None)}
    one, other = (scheme(leaf("1.1", 1, "count", count="n1", each=each)) for each in (F(1), F("0.5")))
    (changed,) = compare_schemes(SchemeSide(one, silent), SchemeSide(other, silent))
    (change,) = changed.changes
    assert (change.before.en, change.after.en) == ("each = 1", "each = 0.5")


def test_every_field_has_words():
    named = {"number", "context", "rule", *SCHEME, *INDICATOR, *AREA, *(WORDING | {"choice", "held", "max_points"})}
    named |= {one.name for one in fields(Ranking)}
    assert set(_FIELDS) == named
