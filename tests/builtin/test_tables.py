"""Tables for people: a cell is broken over lines only where it is too wide."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.builtin.tables import WIDTH, _wrapped
from cchc_score.text import visible
from tests.strategies import examples


@examples(200)
@given(st.text("ab ộ80,\t\n\u00a0\u200e", max_size=WIDTH + 10))
def test_a_cell_is_wrapped_as_any_text_is_whether_it_fits_or_not(text):
    assert _wrapped(text) == textwrap.fill(visible(text), WIDTH, break_long_words=False, break_on_hyphens=False)
