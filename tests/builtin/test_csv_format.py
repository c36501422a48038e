"""CSV for spreadsheets: columns and numbers of their language, no formula, nothing that a terminal obeys."""

import csv
import io
import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.builtin.formats.csv_format import write
from cchc_score.builtin.formats.json_format import write as json_text
from cchc_score.builtin.formats.text_tables import latex, markdown, terminal
from cchc_score.files.csv_file import csv_text, read_csv, safe_cell, unsafe_cell
from cchc_score.formats import Heading, Page, Sheet, TypedCell
from tests.strategies import examples

ODD = st.text("ab1,;\t\"'=+-@ \n\rệ", max_size=12)
PLAIN = st.text("ab1 ,;\"'.ệ", max_size=8).map(str.strip)
NUMBER = re.compile(r"[+-][0-9.,]*")


def triggers(cell):
    """Whether a spreadsheet would run a cell, and not take it for a text or a number."""
    text = cell.strip()
    # A row whose first cell is a number begins with that number, wherever it is split.
    head = re.split("[,;\t]", text)[0].strip('"')
    return text.startswith(("=", "+", "-", "@")) and not NUMBER.fullmatch(head)


@examples(500)
@given(rows=st.lists(st.lists(ODD, min_size=1, max_size=4), max_size=4), lang=st.sampled_from(["vi", "en"]))
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("quoted", [False, True])
def test_no_cell_runs_whichever_separator_a_spreadsheet_takes(rows, lang, quoted, separator):
    text = csv_text(rows, lang, quoted).removeprefix("\ufeff")
    cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) for cell in row]
    assert not [cell for cell in cells if triggers(cell)]


@examples(300)
@given(
    rows=st.lists(st.lists(PLAIN, min_size=3, max_size=3), max_size=5),
    title=PLAIN,
    lang=st.sampled_from(["vi", "en"]),
    quoted=st.booleans(),
)
def test_what_is_written_is_read_again(rows, title, lang, quoted):
    table = [["unit", "name", "x"], *rows]
    text = csv_text([[title], *table] if title else table, lang, quoted)
    read = [cells for _, cells in read_csv(text.encode(), "x.csv")]
    wanted = [tuple(map(safe_cell, row)) for row in table if any(row)]
    assert read[-len(wanted) :] == wanted


@examples(500)
@given(cell=st.text("ab1,;=+-@ ", max_size=8))
def test_a_cell_is_found_again_under_what_made_it_safe(cell):
    assert unsafe_cell(safe_cell(cell)) == cell
    assert safe_cell(safe_cell(cell)) == safe_cell(cell)


@pytest.mark.parametrize("number", ["-1", "-1,25", "-1.234,5", "+7,31", "0", "97,57", "-"])
def test_a_number_stays_one(number):
    assert safe_cell(number) == number


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("a;=1+1", "a;'=1+1"),
        ("a, +x", "a, '+x"),
        ('a;"=1"', 'a;"\'=1"'),
        ("-1-1", "'-1-1"),
        ("@sum", "'@sum"),
        ("Xã A-B, C=D", "Xã A-B, C=D"),
    ],
)
def test_where_a_formula_could_begin_stands_a_mark(cell, safe):
    assert safe_cell(cell) == safe


def typed(*pairs):
    cells = tuple(TypedCell(text, "points", value) for text, value in pairs)
    return Page("t", (Sheet((Heading("a"),) * len(cells), (tuple(cell.text for cell in cells),), cells=(cells,)),))


def test_a_rise_is_a_number_as_a_fall_is():
    rows = write(typed(("+7,31", Fraction(731, 100)), ("-7,31", Fraction(-731, 100)), ("+84 90", None))).splitlines()
    assert rows[1] == '"7,31";"-7,31";\'+84 90'


SPOILED = "A\x1b]0;x\x07\x9b31m\u202eB"


@pytest.mark.parametrize("write", [terminal, markdown, latex, write, json_text])
def test_no_control_character_leaves_by_any_part_of_a_page(write):
    sheet = Sheet((Heading(SPOILED),), ((SPOILED,),), SPOILED, (SPOILED,))
    text = write(Page(SPOILED, (sheet,), (SPOILED,), lambda: {"a": SPOILED}))
    text = text.decode() if isinstance(text, bytes) else text
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e]", text)
    assert "B" in text
