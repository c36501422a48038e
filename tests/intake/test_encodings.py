"""The same table in every encoding that office programs save gives the same facts."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.builtin.readers import read_csv_grid, read_text
from tests.appendix_files import codes, facts, table, year_of
from tests.strategies import examples

TITLE = "PHỤ LỤC SỐ LIỆU CẢI CÁCH HÀNH CHÍNH CỦA UBND XÃ HOẰNG CÁT"
ENCODINGS = {
    "UTF-8": ("", "utf-8"),
    "UTF-8 with a mark": ("\ufeff", "utf-8"),
    "UTF-16 LE": ("\ufeff", "utf-16-le"),
    "UTF-16 BE": ("\ufeff", "utf-16-be"),
    "UTF-16 LE without a mark": ("", "utf-16-le"),
    "UTF-16 BE without a mark": ("", "utf-16-be"),
}


def saved(values, between, ends="\r\n"):
    """The appendix as a spreadsheet saves it as text: every row as wide as the others."""
    rows = [[TITLE, "", "", "", ""], ["Báo cáo năm 2023", "", "", "", ""], *table(values=values)]
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=between, lineterminator=ends).writerows(rows)
    return stream.getvalue()


def told(read, name, data):
    """The facts and the findings of one file."""
    gathered = year_of((name, read(data, name)))
    return facts(gathered), codes(gathered)


VALUES = st.lists(st.sampled_from(["", "0", "7", "25", "27", "1.340", "12 340", "x"]), min_size=3, max_size=3)


@examples(60)
@given(values=VALUES, between=st.sampled_from([",", ";", "\t"]), ends=st.sampled_from(["\r\n", "\n"]))
def test_a_table_gives_the_same_facts_in_every_encoding(values, between, ends):
    text = saved(("", *values, "1"), between, ends)
    expected = told(read_csv_grid, "a.csv", text.encode())
    assert (("15865", "board") in expected[0]) is True
    for mark, encoding in ENCODINGS.values():
        assert told(read_csv_grid, "a.csv", (mark + text).encode(encoding)) == expected
        # Excel calls a sheet with tabs "Unicode text", and gives it the ending of a text.
        if between == "\t":
            assert told(read_text, "a.txt", (mark + text).encode(encoding)) == expected


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad", "\ufeff", "\u2060"])
def test_characters_that_nobody_sees_hide_no_row_of_a_text_file(encoding, unseen):
    mark, codec = ENCODINGS[encoding]
    rows = [[TITLE, "", "", "", ""], *table()]
    rows[2:] = [
        [f"{code[:2]}{unseen}{code[2:]}", f"{label[:4]}{unseen}{label[4:]}", *rest] for code, label, *rest in rows[2:]
    ]
    text = "".join("\t".join(row) + "\n" for row in rows)
    known, _ = told(read_text, "a.txt", (mark + text).encode(codec))
    assert known == {("15865", "tasks"): 27, ("15865", "done"): 25, ("15865", "people"): 120, ("15865", "board"): True}


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad"])
def test_a_figure_with_a_character_that_nobody_sees_is_told(unseen):
    known, found = told(read_csv_grid, "a.csv", saved(("", f"2{unseen}7", "25", "120", "1"), ",").encode())
    assert ("15865", "tasks") not in known
    assert "value-unreadable" in found
