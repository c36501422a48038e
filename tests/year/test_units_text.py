"""A list of units as text: read again it is the same list."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.intake.units_file import read_units
from cchc_score.model import Unit
from cchc_score.year.units_text import units_csv

DAYS = st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(DAYS, DAYS, st.booleans(), st.sampled_from(['Xã "A", B', "Phường Đông"]), st.lists(st.sampled_from(["M1", "M2"]), unique=True))  # fmt: skip
def test_a_list_of_units_reads_back_as_it_was(first, last, ranked, name, before):
    first, last = (first, last) if first is None or last is None or first <= last else (last, first)
    one = Unit("M9", name, "xã", ranked, first, last, tuple(before), grade="loại II")
    other = Unit("M10", "Xã C", "xã")
    assert read_units(units_csv([(one, one.valid_to), (other, None)]), "units.csv") == (one, other)
