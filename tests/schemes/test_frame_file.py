"""Frames: areas alone, with criteria, or a whole scheme; every fault told at once."""

from fractions import Fraction as F

import pytest
from hypothesis import given

from cchc_score.errors import SchemeError
from cchc_score.schemes.frame_file import FramePart, read_frame
from tests.running import EXAMPLES, ROOT
from tests.scheme_toml import scheme_toml
from tests.strategies import examples, schemes

FRAME = """\
[scheme]
code = "khung"
title = "Khung"
max_points = 10

[area.b]
number = 2
name = "Hai"
held = false
reason = "chưa có"

[area.a]
number = 1
name = "Một"
max_points = 6

[criterion."1.2"]
title = "Một hai"
max_points = 2
key = "cu"

[criterion."1.1"]
title = "Một một"
max_points = 4
method = "of_nobody"
anything = 5
"""


def told(text):
    with pytest.raises(SchemeError) as caught:
        read_frame(text.encode(), "k.toml")
    return sorted((one.code, one.place.line, one.place.area or one.place.criterion) for one in caught.value.findings)


def test_areas_and_criteria_stand_in_order_with_what_the_frame_fixes_of_them():
    frame = read_frame(FRAME.encode(), "k.toml")
    assert (frame.code, frame.title, frame.file, frame.max_points) == ("khung", "Khung", "k.toml", 10)
    assert frame.areas == (
        FramePart("1", "1", "Một", F(6), True, line=12),
        FramePart("2", "2", "Hai", None, False, line=6),
    )
    assert frame.criteria == (
        FramePart("1.1", "1.1", "Một một", F(4), True, line=22),
        FramePart("1.2", "cu", "Một hai", F(2), True, line=17),
    )


def test_the_frame_of_the_example_has_areas_alone_whose_maxima_are_open():
    data = (EXAMPLES / "khung-ha-noi" / "khung-ha-noi.toml").read_bytes()
    frame = read_frame(data, "khung.toml")
    assert [area.number for area in frame.areas] == list("1234567")
    assert {area.max_points for area in frame.areas} == {None}
    assert (frame.max_points, frame.criteria) == (100, ())


@examples(40)
@given(schemes())
def test_every_scheme_is_a_frame_of_its_areas_and_criteria(scheme):
    frame = read_frame(scheme_toml(scheme), "x.toml")
    assert frame.max_points == scheme.max_points
    areas = [(str(one.number), one.name, one.max_points, one.held, one.kind) for one in scheme.areas]
    assert [(one.number, one.title, one.max_points, one.held, one.kind) for one in frame.areas] == areas
    criteria = [(one.number, one.title, one.max_points, one.held) for one in scheme.criteria.values()]
    assert [(one.number, one.title, one.max_points, one.held) for one in frame.criteria] == criteria


def test_the_shipped_scheme_is_a_frame():
    assert len(read_frame((ROOT / "scoring_rules" / "minh-hoa-2023.toml").read_bytes(), "m.toml").areas) == 7


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ('code = "khung"\n', "", [("key-missing", 1, "")]),
        ("max_points = 10", "max_points = 0", [("not-positive", 4, "")]),
        ("[area.b]\nnumber = 2\n", "[area.b]\nnumber = 2\nmax_points = 3\n", [("sum-scheme", 4, "")]),
        ("max_points = 6", "max_point = 6", [("key-unknown-near", 15, "a")]),
        ('title = "Một hai"\n', "", [("key-missing", 17, "1.2")]),
        ('[criterion."1.1"]', '[criterion."3.1"]', [("criterion-area", 22, "3.1")]),
        ('[criterion."1.1"]', '[criterion."1.3.1"]', [("criterion-parent", 22, "1.3.1")]),
        ('[criterion."1.1"]', '[criterions."1.1"]', [("key-unknown-near", 0, "")]),
        ('title = "Khung"', "title = ", [("toml-value-absent", 3, "")]),
    ],
)
def test_a_fault_is_told_with_its_line(old, new, wanted):
    assert FRAME.count(old) == 1
    assert told(FRAME.replace(old, new)) == wanted


def test_faults_of_all_tables_are_told_at_once():
    text = FRAME.replace('title = "Khung"\n', "").replace("number = 2", "number = 0").replace('"cu"', '"c u"')
    assert [code for code, _, _ in told(text)] == ["key-missing", "value-limit", "value-slug"]


def test_an_area_that_is_no_table_and_criteria_that_are_none_are_told():
    assert told("area = 1\n" + FRAME.split("[area.b]")[0]) == [("value-table", 1, "")]
    assert told(FRAME.split("[criterion")[0] + "[criterion]\n'1.1' = 5\n") == [("value-table", 18, "1.1")]
