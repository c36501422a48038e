"""Tables merged line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.merging.rows import Clash, keyed, merge_rows, one_sided
from tests.strategies import examples

VERSIONS = st.none() | st.sampled_from("ab")


@given(VERSIONS, VERSIONS, VERSIONS, st.booleans())
def test_one_side_decides_what_the_other_left_alone(first, second, base, based):
    agreed, found = one_sided(first, second, base, based)
    assert (agreed, found) == one_sided(second, first, base, based)
    assert agreed == (first == second or (based and base in (first, second)) or (not based and None in (first, second)))
    if based and agreed and first != second:
        assert found == (second if first == base else first)


LINES = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 3), max_size=6)


def written(lines, end=b"\n"):
    return end.join([b"unit,x", *(f"{key},{value}".encode() for key, value in lines.items())]) + end


@examples(100)
@given(LINES, LINES, LINES)
def test_every_line_is_merged_or_clashes(first, second, base):
    data, clashes = merge_rows(written(first), written(second), written(base), True)
    again, others = merge_rows(written(second), written(first), written(base), True)
    assert data == again
    assert [(one.key, one.first, one.second) for one in clashes] == [(one.key, one.second, one.first) for one in others]
    lines = keyed(data).lines
    for key in first.keys() | second.keys() | base.keys():
        agreed, value = one_sided(first.get(key), second.get(key), base.get(key), True)
        assert (key in {one.key for one in clashes}) == (not agreed)
        assert lines.get(key) == (f"{key},{value}".encode() if agreed and value is not None else None)


def test_line_ends_and_marks_stay():
    first, second = b"\xef\xbb\xbfunit;x\r\nA;1\r\n", b"\xef\xbb\xbfunit;x\r\nB;2\r\n"
    assert merge_rows(first, second, None, False) == (b"\xef\xbb\xbfunit;x\r\nA;1\r\nB;2\r\n", ())


def test_a_line_of_one_side_only_is_new_without_a_base_and_gone_with_it():
    first, second = b"unit,x\nA,1\nB,2\n", b"unit,x\nA,1\n"
    assert merge_rows(first, second, None, False) == (first, ())
    assert merge_rows(first, second, first, True) == (second, ())
    assert merge_rows(first, second, b"unit,x\nA,1\nB,3\n", True)[1] == (Clash("B", b"B,2", None),)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"unit,x\nA,1\nA,2\n", b"unit,x\n,1\n", b"unit,x\nA,1,2\n", b'unit,x\nA,"1\n2"\n', b'unit,x\nA,"1\n',
        b"\xff\xfe",
    ],
)  # fmt: skip
def test_lines_that_cannot_be_told_apart_are_not_merged(data):
    good = b"unit,x\nA,1\n"
    assert keyed(data) is None
    assert merge_rows(good, data, None, False) is None
    assert merge_rows(data, good, None, False) is None
    assert merge_rows(good, b"unit,x\nB,1\n", data, True) is None


def test_tables_with_other_headings_are_not_merged():
    assert merge_rows(b"unit,x\nA,1\n", b"unit,y\nA,1\n", None, False) is None
