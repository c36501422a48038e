"""A scheme held against its frame: what is lacking, what differs, and what is the scheme's own."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.analysis.frame_check import check_frame
from cchc_score.findings import Finding
from cchc_score.schemes.frame_file import Frame, FramePart, read_frame
from tests.engine.schemes import leaf, parent, scheme
from tests.scheme_toml import scheme_toml
from tests.strategies import examples, schemes

OWN = scheme(
    parent("1.1", 5, "sum", ["1.1.1", "1.1.2"]),
    leaf("1.1.1", 2, "count", count="n1", each=F(1)),
    leaf("1.1.2", 3, "count", count="n1", each=F(1)),
    leaf("1.2", 4, "count", count="n1", each=F(1)),
)


def title(number):
    return OWN.criteria[number].title


def part(number, most=None, **more):
    told = {"key": number, "title": OWN.areas[0].name if "." not in number else title(number), "held": True, **more}
    return FramePart(number=number, max_points=None if most is None else F(most), line=7, **told)


AREAS = (part("1"),)


def frame(*criteria, areas=AREAS, most=OWN.max_points):
    return Frame("k", "K", "k.toml", F(most), areas, criteria)


def told(found):
    return [(one.code, one.place.area or one.place.criterion, one.message("en")) for one in found]


def test_what_the_scheme_adds_below_and_beside_is_its_own():
    assert not [*check_frame(OWN, frame(part("1.1", 5)))]
    assert not [*check_frame(OWN, frame())]
    assert not [*check_frame(OWN, frame(areas=()))]


def test_every_area_and_criterion_that_is_lacking_is_told_by_its_number_and_name():
    areas = (part("1"), replace(part("1"), number="2", key="2", title="Hai"))
    lacking = replace(part("1.2", 4), number="2.1", key="2.1", title="Hai một")
    assert told(check_frame(OWN, frame(lacking, areas=areas))) == [
        ("frame-area", "", "the frame (k.toml:7) has area 2 'Hai', which the scheme lacks; add it, or correct 'frame'"),
        (
            "frame-criterion",
            "",
            "the frame (k.toml:7) has criterion 2.1 'Hai một', which the scheme lacks; add it; where its number"
            " changed, state its 'key'",
        ),
    ]


UNLESS = "; correct it by the frame, unless it is meant"


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (part("1.1", F(11, 2)), "maximum: '5', the frame (k.toml:7) says '5.5'"),
        (part("1.1", 5, title="Khác"), f"name: '{title('1.1')}', the frame (k.toml:7) says 'Khác'"),
        (part("1.1", 5, held=False), "held: 'yes', the frame (k.toml:7) says 'no'"),
    ],
)
def test_a_criterion_that_differs_is_told_with_both_values(wanted, words):
    assert told(check_frame(OWN, frame(wanted))) == [("frame-differs", "1.1", words + UNLESS)]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"max_points": F(8)}, "maximum: '9', the frame (k.toml:7) says '8'"),
        ({"title": "Khác"}, f"name: '{OWN.areas[0].name}', the frame (k.toml:7) says 'Khác'"),
        ({"kind": "bonus"}, "kind: 'normal', the frame (k.toml:7) says 'bonus'"),
    ],
)
def test_an_area_that_differs_is_told_with_both_values(changed, words):
    found = check_frame(OWN, frame(areas=(replace(part("1"), **changed),)))
    assert told(found) == [("frame-differs", OWN.areas[0].code, words + UNLESS)]


def test_another_total_is_told_and_a_maximum_that_the_frame_leaves_open_is_not():
    assert told(check_frame(OWN, frame(most=100))) == [
        ("frame-differs", "", "maximum: '9', the frame (k.toml) says '100'" + UNLESS)
    ]


def test_everything_that_differs_is_told_of_one_criterion():
    assert len([*check_frame(OWN, frame(part("1.1", 4, title="Khác", held=False)))]) == 3


def test_a_criterion_is_found_by_its_key_wherever_it_stands_now():
    moved = replace(
        OWN,
        criteria={number: replace(one, key="1.1" if number == "1.2" else "") for number, one in OWN.criteria.items()},
    )
    same = part("1.1", 4, title=title("1.2"))
    assert not [*check_frame(moved, frame(same))]
    (other,) = check_frame(moved, frame(part("1.1", 5, title=title("1.2"))))
    assert (other.code, other.place.criterion) == ("frame-differs", "1.2")
    # A key that only the frame states does not hide the criterion with the number.
    assert not [*check_frame(OWN, frame(part("1.2", 4, key="cu")))]


@pytest.mark.full
@examples(40)
@given(schemes(), st.data())
def test_a_scheme_keeps_to_itself_and_to_any_part_of_itself_and_each_change_is_one_finding(own, data):
    whole = read_frame(scheme_toml(own), "x.toml")
    assert not [*check_frame(own, whole)]
    kept = tuple(one for one in whole.criteria if data.draw(st.booleans()))
    assert not [*check_frame(own, replace(whole, criteria=kept))]
    place = data.draw(st.integers(0, len(whole.criteria) - 1))
    one = whole.criteria[place]
    changes = {"title": f"{one.title} khác", "max_points": one.max_points + 1, "held": not one.held}
    field = data.draw(st.sampled_from(sorted(changes)))
    changed = replace(one, **{field: changes[field]})
    criteria = (*whole.criteria[:place], changed, *whole.criteria[place + 1 :])
    (found,) = check_frame(own, replace(whole, criteria=criteria))
    assert isinstance(found, Finding)
    assert (found.code, found.place.criterion) == ("frame-differs", one.number)
