"""What people write for marks, facts and evidence."""

from contextlib import suppress
from datetime import date
from decimal import Decimal
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.appraisal_model import Evidence, Known
from cchc_score.appraisal.entry_states import state_code
from cchc_score.appraisal.marks import (
    claimed_mark,
    evidence_of,
    fact_of,
    mark_fault,
    mark_of,
    new_mark,
    points_of,
    says_nothing,
)
from cchc_score.intake.printed_values import Unreadable
from cchc_score.model import Outcome
from cchc_score.sheet import HandMark
from tests.appraisal.kit import SCHEME, scored
from tests.engine.schemes import INDICATORS
from tests.strategies import examples, values

ANYTHING = (
    st.text(max_size=20)
    | st.integers()
    | st.decimals()
    | st.booleans()
    | st.none()
    | st.dates()
    | st.lists(st.text(max_size=5), max_size=2)
    | st.sampled_from(["9" * 6000, "1/0", "0/0", "1" * 16 + "/1", "٣", "½", "1e5", "1_0"])
)


@pytest.mark.parametrize(
    ("raw", "points"),
    [
        (1, F(1)), ("1", F(1)), (Decimal("0.5"), F(1, 2)), ("0,5", F(1, 2)), (" 0.25 ", F(1, 4)), ("1/3", F(1, 3)), ("0." + "0" * 78 + "5", F(1, 2 * 10**78)),
        (F(2, 3), F(2, 3)), ("0,125", F(1, 8)),
    ],
)  # fmt: skip
def test_points_are_exact(raw, points):
    assert points_of(raw) == points
    assert mark_of(raw) == HandMark(Outcome.SCORED, points)


@pytest.mark.parametrize(
    ("raw", "outcome"),
    [
        ("không áp dụng", "NOT_APPLICABLE"), ("Không Áp Dụng", "NOT_APPLICABLE"), ("not_applicable", "NOT_APPLICABLE"),
        ("thiếu", "MISSING"), ("thiếu số liệu", "MISSING"), ("chờ", "PENDING"), ("pending", "PENDING"),
    ],
)  # fmt: skip
def test_an_outcome_may_stand_for_points(raw, outcome):
    assert mark_of(raw) == HandMark(Outcome[outcome])


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("đạt", "mark-unreadable"), ("", "mark-unreadable"), ("1.125", "mark-ambiguous"), ("-1", "mark-negative"),
        ("1/0", "mark-unreadable"), (True, "mark-unreadable"), (None, "mark-unreadable"), ([], "mark-unreadable"),
        (date(2023, 1, 1), "mark-unreadable"), (10**400, "mark-unreadable"), (Decimal("inf"), "mark-unreadable"),
        ("9" * 5000, "mark-unreadable"), (Decimal("1e99999"), "mark-unreadable"),
    ],
)  # fmt: skip
def test_what_is_no_mark_is_refused(raw, code):
    with pytest.raises(Unreadable) as error:
        mark_of(raw)
    assert error.value.code == code


@examples(200)
@given(ANYTHING)
def test_whatever_stands_there_is_a_value_or_unreadable(raw):
    for read in (mark_of, claimed_mark, new_mark, *(lambda raw, one=one: fact_of(raw, one) for one in FACTS)):
        with suppress(Unreadable):
            mark = read(raw)
            assert not isinstance(mark, HandMark) or mark.points >= 0
    with suppress(ValueError):
        assert all(evidence_of(raw))


FACTS = [INDICATORS[code] for code in ("n1", "amount", "rate", "flag", "level", "done_on")]


def test_a_claim_of_one_of_two_is_not_taken_for_half_a_point():
    with pytest.raises(Unreadable):
        claimed_mark("1/2")
    assert claimed_mark("0,5") == scored("0.5")
    assert claimed_mark(F(1, 2)) == scored("0.5")


@pytest.mark.parametrize("raw", ["theo số liệu", " Theo số liệu", "computed"])
def test_a_new_mark_may_leave_it_to_the_rule(raw):
    assert new_mark(raw) is None


def test_any_other_new_mark_is_a_mark():
    assert new_mark("chờ") == HandMark(Outcome.PENDING)


def test_facts():
    assert fact_of("chưa có", INDICATORS["n1"]) is None
    assert fact_of("Unknown", INDICATORS["n1"]) is None
    assert fact_of(912, INDICATORS["n1"]) == Known(F(912))
    assert fact_of("không", INDICATORS["done_on"]) == Known(None)
    assert fact_of(date(2023, 1, 2), INDICATORS["done_on"]) == Known(date(2023, 1, 2))


@pytest.mark.full
@examples(80)
@given(st.data())
def test_a_state_written_out_is_read_again(data):
    one = data.draw(st.sampled_from(FACTS))
    state = data.draw(st.none() | values(one).map(Known))
    # In TOML it stands as text, and a decimal that looks like thousands is refused there.
    written = state_code(state, "")
    if isinstance(written, str) and written.count(".") == 1 and len(written.rpartition(".")[2]) == 3:
        written = Decimal(written)
    assert fact_of(written, one) == state
    mark = data.draw(st.sampled_from([HandMark(one) for one in (Outcome.PENDING, Outcome.MISSING)]) | st.just(None))
    assert new_mark(state_code(mark, "1.1")) == mark


@pytest.mark.parametrize(
    ("points", "number", "code"),
    [
        (2, "1.2", ""),
        (0, "1.2", ""),
        ("2.01", "1.2", "mark-above"),
        ("0.125", "1.2", "mark-step"),
        (3, "1.2", "mark-above"),
    ],
)
def test_a_mark_stays_within_its_criterion(points, number, code):
    assert mark_fault(scored(points), SCHEME.criteria[number], 2) == code


@pytest.mark.parametrize(
    ("raw", "cited"),
    [
        ("KH 02/KH-UBND", (Evidence("KH 02/KH-UBND"),)),
        ("KH 02; KH  03\nKH 04", (Evidence("KH 02"), Evidence("KH 03"), Evidence("KH 04"))),
        ("không có", ()),
        ("Không", ()),
        ("none", ()),
        ("", ()),
        ({"document": "KH", "date": date(2023, 1, 2)}, (Evidence("KH", date(2023, 1, 2)),)),
        (
            ["KH", {"file": "a.pdf"}, {"address": "https://x"}],
            (Evidence("KH"), Evidence(file="a.pdf"), Evidence(address="https://x")),
        ),
    ],
)
def test_evidence(raw, cited):
    assert evidence_of(raw) == cited


@pytest.mark.parametrize("raw", [5, True, None, {}, {"file": 5}, {"strange": "x"}, {"date": date(2023, 1, 2)}, [5]])
def test_what_cites_nothing_is_no_evidence(raw):
    with pytest.raises(ValueError, match=r"."):
        evidence_of(raw)


def test_saying_nothing_is_not_saying_that_there_is_none():
    assert all(map(says_nothing, (None, "", "  ", [])))
    assert not any(map(says_nothing, ("không có", "none", "KH", ["KH"], {})))


def test_evidence_in_words():
    one = Evidence("KH 02", date(2023, 1, 10), "a.pdf", "https://x")
    assert one.words() == "KH 02 ngày 10/01/2023, a.pdf, https://x"
    assert one.words("en") == "KH 02 of 10/01/2023, a.pdf, https://x"
    assert Evidence(file="a.pdf").words() == "a.pdf"
