"""Entries, explanations and self-scores in TOML: everything mandatory, every fault told at once."""

from datetime import date
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.appraisal_model import Evidence, Known
from cchc_score.appraisal.entries_toml import from_work_record
from cchc_score.appraisal.entry_reading import entry_id
from cchc_score.documents import Record
from cchc_score.facts import Origin
from cchc_score.model import Outcome
from cchc_score.sheet import HandMark
from tests.appraisal.kit import DAY, RULES, codes, scored, work
from tests.strategies import examples

ENTRY = {
    "round": "1",
    "unit": '"M01"',
    "criterion": '"1.2"',
    "old": "1",
    "new": "0.5",
    "reason": '"Chậm"',
    "evidence": '"KH 02"',
    "by": '"An"',
    "on": "2023-12-20",
}
FACT = {key: one for key, one in ENTRY.items() if key != "criterion"} | {"indicator": '"n1"', "old": "2", "new": "3"}


def written(table, head="[[entry]]"):
    return "\n".join([head, *(f"{key} = {value}" for key, value in table.items())]) + "\n"


def test_an_entry_about_a_mark():
    (one,) = work(written(ENTRY)).entries
    assert (one.unit, one.criterion, one.indicator, one.round) == ("M01", "1.2", "", 1)
    assert (one.old, one.new) == (scored(1), scored("0.5"))
    assert (one.reason, one.evidence, one.by, one.on) == ("Chậm", (Evidence("KH 02"),), "An", DAY)
    assert one.origin == Origin("appraisal/vong-1.toml", 1)
    assert one.target == ("M01", "1.2")


def test_an_entry_about_a_fact_of_a_unit_named_in_words():
    (one,) = work(written(FACT | {"unit": '"xã mẫu 02"', "evidence": '"không có"', "old": '"chưa có"'})).entries
    assert (one.unit, one.indicator, one.old, one.new) == ("M02", "n1", None, Known(F(3)))
    assert one.evidence == ()
    assert one.target == ("M02", "n1")


def test_what_is_there_may_be_a_fraction_and_what_is_set_must_be_whole_steps():
    (one,) = work(written(ENTRY | {"old": '"2/3"', "new": '"theo số liệu"'})).entries
    assert (one.old, one.new) == (scored(F(2, 3)), None)
    assert codes(work(written(ENTRY | {"new": '"2/3"'})).findings) == ["mark-step"]


def test_the_same_entry_has_the_same_id_wherever_it_is_written():
    (one,) = work(written(ENTRY)).entries
    (same,) = work(written(dict(reversed(ENTRY.items()))) + "\n", "b.toml").entries
    (named,) = work(written(ENTRY | {"unit": '"Xã Mẫu 01"', "old": '"1,0"'})).entries
    assert one.id == same.id == named.id == entry_id(one)
    others = [
        *(ENTRY | change for change in (
            {"new": "0"}, {"reason": '"Khác"'}, {"by": '"Bình"'}, {"on": "2023-12-21"}, {"round": "2"}, {"old": "2"},
            {"evidence": '"KH 03"'}, {"unit": '"M02"'}, {"criterion": '"1.3"'}, {"supersedes": '"x"'},
        )),
        FACT,
    ]  # fmt: skip
    ids = {work(written(other)).entries[0].id for other in others}
    assert len(ids | {one.id}) == len(others) + 1
    (own,) = work(written(ENTRY | {"id": '"vong-1.so-3"', "supersedes": '"so-2"'})).entries
    assert (own.id, own.supersedes) == ("vong-1.so-3", "so-2")


@pytest.mark.parametrize("key", sorted(set(ENTRY) - {"criterion"}))
def test_every_key_of_an_entry_is_mandatory(key):
    told = work(written({name: one for name, one in ENTRY.items() if name != key}))
    assert told.entries == ()
    assert codes(told.findings) == ["key-missing"]
    assert told.findings[0].args == {"key": key}
    assert told.findings[0].place.line == 1


def test_all_missing_keys_are_told_at_once():
    told = work("[[entry]]\n")
    assert {one.args["key"] for one in told.findings} == set(ENTRY) - {"criterion"}


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"indicator": '"n1"'}, ["entry-target"]),
        ({"unit": '"Xã Mâu 02"'}, ["unit-unknown-near"]),
        ({"unit": '"Xã Mẫu 09"'}, ["unit-unknown"]),
        ({"criterion": '"1.1"'}, ["criterion-of-parts"]),
        ({"criterion": '"2.2"'}, ["criterion-not-held"]),
        ({"criterion": '"9.9.9.9"'}, ["criterion-unknown"]),
        ({"old": '"đạt"'}, ["mark-unreadable"]),
        ({"new": "2.5"}, ["mark-above"]),
        ({"new": "-1"}, ["mark-negative"]),
        ({"old": "[]", "new": "true"}, ["mark-unreadable", "mark-unreadable"]),
        ({"evidence": '""'}, ["entry-evidence"]),
        ({"evidence": "[]"}, ["entry-evidence"]),
        ({"evidence": "5"}, ["evidence-unreadable"]),
        ({"reason": '" "'}, ["value-empty"]),
        ({"by": '""'}, ["value-empty"]),
        ({"on": '"20/12/2023"'}, ["value-date"]),
        ({"on": "2023-12-20T10:00:00+07:00"}, ["value-zone"]),
        ({"round": "0"}, ["value-limit"]),
        ({"round": "true"}, ["value-whole"]),
        ({"id": '"số 1"'}, ["value-slug"]),
        ({"supersedes": '"số 1"'}, ["value-slug"]),
        ({"reson": '"x"'}, ["key-unknown-near"]),
    ],
)
def test_what_is_wrong_with_an_entry(change, found):
    told = work(written(ENTRY | change))
    assert told.entries == ()
    assert codes(told.findings) == found


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"indicator": '"zzzzzz"'}, ["indicator-absent"]),
        ({"indicator": '"survei"'}, ["indicator-absent-near"]),
        ({"old": '"khoảng 5"', "new": "-3"}, ["value-unreadable", "value-negative"]),
        ({"indicator": '"level"', "old": '"light"', "new": '"heavy"'}, ["value-option"]),
    ],
)
def test_what_is_wrong_with_an_entry_about_a_fact(change, found):
    told = work(written(FACT | change))
    assert told.entries == ()
    assert codes(told.findings) == found


def test_all_faults_of_an_entry_and_of_a_file_are_told_at_once():
    text = written(ENTRY | {"unit": '"Z"', "criterion": '"9.9.9.9"', "old": '"x"', "new": '"y"', "evidence": "7"})
    told = work(text + written(FACT | {"new": '"x"'}) + written(ENTRY))
    assert codes(told.findings) == [
        "unit-unknown", "criterion-unknown", "mark-unreadable", "mark-unreadable", "evidence-unreadable",
        "value-unreadable",
    ]  # fmt: skip
    assert len(told.entries) == 1


def test_a_file_that_holds_something_else_is_refused_whole():
    assert codes(work("[entries]\n" + written(ENTRY)).findings) == ["key-unknown-near"]
    assert codes(work("entry = 5\n").findings) == ["value-list"]
    assert codes(work("entry = [5]\n").findings) == ["value-table"]
    assert work("") == work("# nothing\n")


EXPLANATION = {
    "unit": '"M01"',
    "entry": '"e-1"',
    "text": '"Đã gửi đúng hạn"',
    "evidence": '"Sổ công văn"',
    "by": '"Bình"',
    "on": "2023-12-25",
}


def test_an_explanation():
    (one,) = work(written(EXPLANATION, "[[explanation]]")).explanations
    assert (one.unit, one.entry, one.text, one.by) == ("M01", "e-1", "Đã gửi đúng hạn", "Bình")
    assert (one.evidence, one.on, one.origin.line) == ((Evidence("Sổ công văn"),), date(2023, 12, 25), 1)


@pytest.mark.parametrize("key", sorted(set(EXPLANATION) - {"evidence"}))
def test_an_explanation_needs_everything_but_evidence(key):
    told = work(written({name: one for name, one in EXPLANATION.items() if name != key}, "[[explanation]]"))
    assert (told.explanations, codes(told.findings)) == ((), ["key-missing"])


def test_all_faults_of_an_explanation_are_told_at_once():
    told = work(written(EXPLANATION | {"unit": '"Z"', "evidence": "[1]"}, "[[explanation]]"))
    assert codes(told.findings) == ["unit-unknown", "evidence-unreadable"]


SELF = '[self_score]\nunit = "M01"\nby = "Bình"\non = 2023-12-01\n\n[claims]\n'


def test_self_scores_short_and_whole():
    told = work(SELF + '"1.1.1" = 1.5\n"1.3" = { points = "chờ", evidence = ["KH", "BC"], explanation = "Vì" }\n')
    short, whole = told.claims
    assert (short.unit, short.criterion, short.mark, short.evidence) == ("M01", "1.1.1", scored("1.5"), ())
    assert (short.by, short.on, short.origin.line, short.origin.printed) == ("Bình", date(2023, 12, 1), 7, "1.5")
    assert (whole.mark, whole.evidence, whole.explanation) == (
        HandMark(Outcome.PENDING), (Evidence("KH"), Evidence("BC")), "Vì",
    )  # fmt: skip
    assert told.findings == ()


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ('"1.1.1" = 2.5', ["mark-above"]),
        ('"1.1.1" = 0.125', ["mark-step"]),
        ('"1.1.1" = "1/2"', ["mark-unreadable"]),
        ('"1.1" = 1', ["criterion-of-parts"]),
        ('"2.2" = 1', ["criterion-not-held"]),
        ('"1.1.1" = { evidence = "KH" }', ["key-missing"]),
        ('"1.1.1" = { points = 1, evidence = 5 }', ["evidence-unreadable"]),
        ('"9.9.9.9" = { points = "x", evidence = 5 }', ["criterion-unknown", "mark-unreadable", "evidence-unreadable"]),
    ],
)
def test_what_is_wrong_with_a_claim(claim, found):
    told = work(SELF + claim + '\n"1.2" = 1\n')
    assert [one.criterion for one in told.claims] == ["1.2"]
    assert codes(told.findings) == found


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("", ["key-missing"] * 3),
        ('[self_score]\nunit = "Z"\nby = "An"\non = 2023-12-01\n', ["unit-unknown"]),
        ('[self_score]\nunit = "M01"\n', ["key-missing"] * 2),
    ],
)
def test_claims_of_nobody_are_told_with_all_their_own_faults(head, found):
    told = work(f'{head}[claims]\n"1.1.1" = 9\n"1.2" = 1\n')
    assert told.claims == ()
    assert codes(told.findings) == [*found, "mark-above"]


def test_a_self_score_without_claims_is_empty():
    assert work(SELF).claims == ()


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals() | st.text(max_size=8) | st.dates() | st.datetimes(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from([*ENTRY, "indicator", "id", "supersedes", "points", "explanation", "document", "file"])


@pytest.mark.full
@examples(150)
@given(
    st.dictionaries(
        st.sampled_from(["entry", "explanation", "self_score", "claims", "x"]),
        JUNK
        | st.lists(st.dictionaries(KEYS, JUNK, max_size=10), max_size=2)
        | st.dictionaries(st.sampled_from(["1.1.1", "9"]), JUNK),
    )
)
def test_hostile_tables_are_findings_and_nothing_else(data):
    told = from_work_record(Record(data), "x.toml", RULES)
    assert all(one.words("vi") and one.words("en") for one in told.findings)
