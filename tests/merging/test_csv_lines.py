"""Tables merged line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.merging.csv_lines import LineConflict, keyed_table, merge_rows, one_sided_change, order_lost
from tests.strategies import examples

VERSIONS = st.none() | st.sampled_from("ab")


@given(VERSIONS, VERSIONS, VERSIONS, st.booleans())
def test_one_side_decides_what_the_other_left_alone(first, second, base, based):
    agreed, found = one_sided_change(first, second, base, based)
    assert (agreed, found) == one_sided_change(second, first, base, based)
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
    lines = keyed_table(data).lines
    for key in first.keys() | second.keys() | base.keys():
        agreed, value = one_sided_change(first.get(key), second.get(key), base.get(key), True)
        assert (key in {one.key for one in clashes}) == (not agreed)
        assert lines.get(key) == (f"{key},{value}".encode() if agreed and value is not None else None)


def test_line_ends_and_marks_stay():
    first, second = b"\xef\xbb\xbfunit;x\r\nA;1\r\n", b"\xef\xbb\xbfunit;x\r\nB;2\r\n"
    assert merge_rows(first, second, None, False) == (b"\xef\xbb\xbfunit;x\r\nA;1\r\nB;2\r\n", ())


def test_a_line_of_one_side_only_is_new_without_a_base_and_gone_with_it():
    first, second = b"unit,x\nA,1\nB,2\n", b"unit,x\nA,1\n"
    assert merge_rows(first, second, None, False) == (first, ())
    assert merge_rows(first, second, first, True) == (second, ())
    assert merge_rows(first, second, b"unit,x\nA,1\nB,3\n", True)[1] == (LineConflict("B", b"B,2", None),)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"unit,x\nA,1\nA,2\n", b"unit,x\n,1\n", b"unit,x\nA,1,2\n", b"unit,x\nA,1\n,\nB,2\n", b'unit,x\nA,"1\n',
        b"\xff\xfe",
    ],
)  # fmt: skip
def test_lines_that_cannot_be_told_apart_are_not_merged(data):
    good = b"unit,x\nA,1\n"
    assert keyed_table(data) is None
    assert merge_rows(good, data, None, False) is None
    assert merge_rows(data, good, None, False) is None
    assert merge_rows(good, b"unit,x\nB,1\n", data, True) is None


def test_tables_with_other_headings_are_not_merged():
    assert merge_rows(b"unit,x\nA,1\n", b"unit,y\nA,1\n", None, False) is None


BASE = 'unit,x,y\nA,1,"a, b"\nB,2,"c;d"\nC,3,"e\nf"\n'
REWRITTEN = {
    "semicolons": 'unit;x;y\nA;1;a, b\nB;2;"c;d"\nC;3;"e\nf"\n',
    "quotes": '"unit","x","y"\n"A","1","a, b"\n"B","2","c;d"\n"C","3","e\nf"\n',
    "a mark": "\ufeff" + BASE,
    "line ends": BASE.replace("\n", "\r\n"),
    "empty lines": BASE.replace("B,2", "\n\nB,2"),
}


@pytest.mark.parametrize("name", REWRITTEN)
@pytest.mark.parametrize("based", [False, True])
def test_a_table_that_a_spreadsheet_saved_has_changed_nothing(name, based):
    saved, changed = REWRITTEN[name].encode(), BASE.replace("A,1", "A,9").encode()
    base = BASE.encode() if based else None
    same, clashes = merge_rows(BASE.encode(), saved, base, based)
    assert not clashes
    assert keyed_table(same).cells == keyed_table(BASE.encode()).cells
    both, clashes = merge_rows(changed, saved, base, based)
    assert both == merge_rows(saved, changed, base, based)[0]
    # Without a base nobody can say which of two values is the new one.
    assert [one.key for one in clashes] == ([] if based else ["A"])
    if based:
        assert keyed_table(both).cells == keyed_table(changed).cells


ORDERED = [b"unit,x\nA,1\nB,2\nC,3\n", b"unit,x\nC,3\nA,1\nB,2\n", b"unit,x\nB,2\nA,1\nC,3\n"]


@pytest.mark.parametrize(
    ("first", "second", "base", "kept", "lost"),
    [(0, 1, 0, 1, False), (1, 0, 0, 1, False), (1, 2, 0, None, True), (0, 1, None, None, True), (1, 1, None, 1, False)],
)
def test_an_order_that_one_side_changed_is_kept_and_one_that_both_changed_is_told(first, second, base, kept, lost):
    old = None if base is None else ORDERED[base]
    data, clashes = merge_rows(ORDERED[first], ORDERED[second], old, base is not None)
    assert not clashes
    assert kept is None or data == ORDERED[kept]
    assert order_lost(ORDERED[first], ORDERED[second], old) == lost


def test_a_new_order_and_a_change_of_the_other_side_are_both_kept():
    data, _ = merge_rows(ORDERED[1], ORDERED[0].replace(b"B,2", b"B,7"), ORDERED[0], True)
    assert data == b"unit,x\nC,3\nA,1\nB,7\n"
