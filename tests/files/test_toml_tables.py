"""TOML that the program writes is read back as it was."""

from datetime import date
from decimal import Decimal

import tomli
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.files.toml_file import toml_tables
from tests.strategies import examples

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NUMBERS = st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=6)
VALUES = st.one_of(
    TEXTS,
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    NUMBERS,
    st.dates(date(1, 1, 1)),
    st.lists(TEXTS, max_size=3),
)
KEYS = st.text("abcdefgh_", min_size=1, max_size=5)


@examples(300)
@given(st.lists(st.dictionaries(KEYS, VALUES, max_size=4), min_size=1, max_size=3))
def test_tables_are_read_back_as_they_were(tables):
    read = tomli.loads(toml_tables("entry", tables), parse_float=Decimal)["entry"]
    assert read == tables
    assert [{key: type(value) for key, value in one.items()} for one in read] == [
        {key: type(value) for key, value in one.items()} for one in tables
    ]
