"""Tables for people: a cell is broken over lines only where it is too wide."""

import textwrap
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.builtin.formats.text_tables import WIDTH, _plain, _table, _wrapped
from cchc_score.formats import Heading, Sheet
from cchc_score.text import display_width, visible
from tests.strategies import examples


@examples(200)
@given(st.text("ab ộ80,\t\n\u00a0\u200e", max_size=WIDTH + 10))
def test_a_cell_is_wrapped_as_any_text_is_whether_it_fits_or_not(text):
    assert _wrapped(text) == textwrap.fill(visible(text), WIDTH, break_long_words=False, break_on_hyphens=False)


CELLS = st.text("ab ộ80,.-\t\n", max_size=WIDTH + 10)


@st.composite
def sheets(draw):
    headings = draw(st.lists(st.builds(Heading, CELLS, st.sampled_from(["left", "right"])), min_size=1, max_size=4))
    # A row without a single word is none to tabulate where another has several lines.
    row = st.tuples(*[CELLS] * len(headings)).filter(lambda cells: any(map(str.strip, cells)))
    rows = draw(st.lists(row, max_size=4))
    return Sheet(tuple(headings), tuple(rows))


@examples(300)
@given(sheets())
def test_a_terminal_table_is_laid_out_as_tabulate_does(sheet):
    assert _plain(sheet) == _table(sheet, "simple", _wrapped)


NAMES = st.text("abộ漢ｶ字 ", min_size=1, max_size=12).map(str.strip).filter(bool)


@examples(200)
@given(names=st.lists(st.tuples(NAMES, st.sampled_from(["NFC", "NFD"])), min_size=1, max_size=5))
def test_columns_stay_aligned_whatever_letters_are_made_of_and_however_wide_they_are(names):
    rows = tuple((normalize(form, name), f"1.{at}0") for at, (name, form) in enumerate(names))
    lines = _plain(Sheet((Heading("Đơn vị"), Heading("Mã")), rows)).split("\n")
    ends = {display_width(line[: line.rindex("1.")]) for line in lines[2:]}
    assert len(ends) == 1
    # A code is no number: its last zero stays.
    assert [line.split()[-1] for line in lines[2:]] == [row[1] for row in rows]


def test_a_mark_takes_no_place_and_a_wide_letter_two():
    assert [display_width(text) for text in ("Hòa", normalize("NFD", "Hòa"), "漢字", "1.234,56", "đ\u200d", "")] == [
        3, 3, 4, 8, 1, 0,
    ]  # fmt: skip
