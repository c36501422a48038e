"""Findings: what is printed of one, and the order of many."""

from itertools import permutations

import pytest

from cchc_score.catalogue import CATALOGUE
from cchc_score.findings import MOST_LETTERS, MOST_LISTED, Finding, Place, example, ordered


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_a_message_is_what_is_wrong_and_what_to_do(code):
    finding = example(code)
    for lang in ("vi", "en"):
        assert finding.message(lang) == f"{finding.what(lang)}; {finding.remedy(lang)}"
        assert finding.words(lang) == f"{finding.place.words(lang)}: {finding.message(lang)}"


IN_ORDER = (
    Finding("csv-empty"),
    Finding("csv-empty", Place("a.csv")),
    Finding("fact-in-doubt", Place("a.toml", 3), {"fact": "a", "doubt": "b"}),
    Finding("key-missing", Place("b.toml", 2), {"key": "unit"}),
    Finding("key-missing", Place("b.toml", 2), {"key": "year"}),
    Finding("key-missing", Place("b.toml", 10), {"key": "unit"}),
    Finding("value-limit", Place("c.toml"), {"key": "a", "value": "x"}),
    Finding("value-limit", Place("c.toml"), {"value": 1, "key": "b"}),
    Finding("key-missing", Place("d.toml", criterion="3.2"), {"key": "a"}),
    Finding("key-missing", Place("d.toml", criterion="3.10"), {"key": "a"}),
)


def test_findings_stand_in_the_order_of_their_places_however_they_were_found():
    assert ordered(reversed(IN_ORDER)) == IN_ORDER
    for some in permutations(IN_ORDER[3:7]):
        assert ordered(some) == IN_ORDER[3:7]


def test_the_gravest_finding_of_a_place_comes_first():
    place = Place("a.toml", 1)
    kinds = [Finding(code, place, example(code).args) for code in ("row-unused", "claim-parent", "key-missing")]
    assert [finding.severity for finding in ordered(kinds)] == ["error", "warning", "note"]


def test_what_is_found_twice_is_told_once_whatever_the_order_of_its_values():
    place = Place("a.toml", 1)
    same = [
        Finding("value-limit", place, {"key": "a", "value": 1}),
        Finding("value-limit", place, {"value": 1, "key": "a"}),
    ]
    assert len(ordered(same)) == 1
    assert len(ordered([*same, Finding("value-limit", place, {"key": "a", "value": 2})])) == 2


@pytest.mark.parametrize(
    ("count", "more"), [(MOST_LISTED, ""), (MOST_LISTED + 1, ", ... (+1)"), (5_030, ", ... (+5.000)")]
)
def test_a_long_list_is_named_in_part_and_counted(count, more):
    codes = [f"{number:05}" for number in range(count)]
    named = Finding("unit-ambiguous", args={"name": "Xã Một", "codes": codes}).words("vi")
    assert ", ".join(codes[:MOST_LISTED]) + more in named
    assert len(named) < 500


def test_a_long_text_of_a_file_is_cut():
    named = Finding("unit-ambiguous", args={"name": "x" * 100_000, "codes": ["1"]}).words("vi")
    assert f"{'x' * MOST_LETTERS}..." in named
    assert len(named) < MOST_LETTERS + 300
