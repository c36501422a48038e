"""A scheme tried on a year: with itself it moves nobody; the other way round everything is mirrored."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.analysis.changes import pair_criteria
from cchc_score.analysis.equal_marks import mark_spreads
from cchc_score.engine import score
from cchc_score.explain.comparison import compare
from cchc_score.results.differences import Differences
from cchc_score.results.rehearsal import rehearsal, rehearsal_data
from cchc_score.results.scored import scored_stage
from tests.engine.schemes import leaf, scheme, scored
from tests.strategies import METHODS, examples, schemes, years


def tried(before, after, pairs=None):
    """What a sheet and one under another scheme show."""
    old, new = (scored_stage(sheet, METHODS, (), "x", ()) for sheet in (before, after))
    if pairs is None:
        pairs = pair_criteria(before.scheme, after.scheme, METHODS, METHODS)
    return rehearsal(Differences(old, new, compare(before, after, pairs)), pairs)


def of_year(year, new):
    """A random year under its own scheme and under another one."""
    old, facts = year
    return score(old, METHODS, facts), score(new, METHODS, facts)


@pytest.mark.full
@examples(60)
@given(years())
def test_with_itself_a_scheme_moves_nobody(year):
    sheet, same = of_year(year, year[0])
    found = tried(sheet, same)
    assert found.reclassed == ()
    assert all((one.before, one.gained, one.lost) == (one.after, 0, 0) for one in found.classes)
    assert all(one.was_equal and one.before == one.after for one in found.equal)
    assert all(not move.change and move.before == move.after for move in found.moved.moves)


@pytest.mark.full
@examples(60)
@given(years(), st.data())
def test_the_other_way_round_everything_is_mirrored(year, data):
    old, facts = year
    other = data.draw(schemes())
    new = replace(old, classes=other.classes, ranking=other.ranking)
    forth, back = tried(*of_year((old, facts), new)), tried(*of_year((new, facts), old))
    assert {(one.name, one.before, one.gained) for one in forth.classes} == {
        (one.name, one.after, one.lost) for one in back.classes
    }
    assert [(one.before, one.after) for one in forth.units] == [(one.after, one.before) for one in back.units]


def test_equal_criteria_are_mirrored_over_the_pairs():
    old = scheme(leaf("1.1", 2, "given", points="n1"), leaf("1.2", 1, "given", points="n2"))
    titled = {number: replace(one, title=old.criteria[was].title) for number, was, one in (
        ("1.1", "1.2", leaf("1.1", 1, "given", points="n2")), ("1.2", "1.1", leaf("1.2", 2, "given", points="n1")),
    )}  # fmt: skip
    new = replace(scheme(*titled.values()), criteria=titled)
    reports = ({"n1": 2, "n2": 0}, {"n1": 2, "n2": 1}, {})
    forth, back = (
        tried(scored(old, *reports), scored(new, *reports)),
        tried(scored(new, *reports), scored(old, *reports)),
    )
    assert [(one.after.number, one.was_equal, one.after.open) for one in forth.equal] == [("1.2", True, 1)]
    assert [(one.after.number, one.was_equal, one.after.open) for one in back.equal] == [("1.1", True, 1)]


def test_what_was_told_apart_before_or_was_not_there_is_said():
    old = scheme(leaf("1.1", 2, "ratio", part="n1", whole="n2", if_none="full"))
    new = scheme(
        leaf("1.1", 2, "ratio", part="n1", whole="n2", full_from=50, if_none="full"), leaf("1.2", 1, "given", points="n3")
    )  # fmt: skip
    reports = [{"n1": part, "n2": 4, "n3": 1} for part in (2, 3, 4)]
    found = tried(scored(old, *reports), scored(new, *reports))
    assert [(one.after.number, one.was_equal) for one in found.equal] == [("1.1", False), ("1.2", None)]
    assert mark_spreads(found.moved.before.sheet)["1.1"].points is None


@pytest.mark.full
@examples(30)
@given(years(), schemes())
def test_its_json_is_json_with_exact_numbers(year, new):
    found = tried(*of_year(year, new))
    for lang in ("vi", "en"):
        data = rehearsal_data(found, lang)
        assert json.loads(json.dumps(data)) == data
        assert [one["criterion"] for one in data["equal"]] == [one.after.number for one in found.equal]
        assert len(data["limits"]) == len(found.limits)
        assert len(data["class_changes"]) == len(found.reclassed)
