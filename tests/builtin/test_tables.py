"""Tables for people: a cell is broken over lines only where it is too wide."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.builtin.formats.text_tables import WIDTH, _plain, _table, _wrapped
from cchc_score.formats import Heading, Sheet
from cchc_score.text import visible
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
