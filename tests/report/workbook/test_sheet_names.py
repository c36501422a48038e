"""Names of sheets: legal for every program, each once, and the name itself where it can be."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.report.workbook.sheet_names import MOST_UNITS, sheet_names

HOSTILE = st.text(alphabet=st.sampled_from("aAăĐ[]:*?/\\' =+@\u202e\x00\x1f\ufffe😀ß_x0041_#"), max_size=60)


@given(st.lists(st.one_of(st.text(max_size=50), HOSTILE), max_size=30))
def test_names_are_legal_and_differ(wanted):
    names = sheet_names(wanted, ["Xếp hạng"])
    folded = [name.casefold() for name in names]
    assert len(set(folded)) == len(wanted)
    assert not {"history", "xếp hạng"} & set(folded)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) <= 2 * MOST_UNITS
        assert not set(name) & set("[]:*?/\\")
        assert name == name.strip(" '")
        assert not any(unicodedata.category(letter) in ("Cc", "Cf", "Cs") for letter in name)


def test_a_plain_name_stays():
    assert sheet_names(["Xã Hoằng Cát", "Phường B’Lao"]) == ["Xã Hoằng Cát", "Phường B’Lao"]


def test_equal_names_are_numbered_and_long_ones_cut():
    assert sheet_names(["Xã A", "xã a", "Xã A"]) == ["Xã A", "xã a (2)", "Xã A (3)"]
    assert sheet_names(["x" * 40, "x" * 40]) == ["x" * 31, "x" * 27 + " (2)"]
    assert sheet_names(["History", "''", ""]) == ["History (2)", "-", "- (2)"]
