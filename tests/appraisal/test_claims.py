"""Self-scores held against the scheme and the figures."""

from dataclasses import replace
from datetime import date
from fractions import Fraction as F

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.appraisal_model import OPEN, Claim, Evidence, Phases, Window
from cchc_score.appraisal.claims import claim_doubts, given_by_others, self_marks, valid_claims
from cchc_score.engine import score
from cchc_score.facts import Origin, table
from cchc_score.model import Outcome
from cchc_score.sheet import HandMark
from tests.appraisal.kit import SCHEME, TABLE, UNITS, codes, scored
from tests.engine.schemes import INDICATORS, leaf, scheme
from tests.strategies import METHODS, examples, ref

SHEET = score(SCHEME, METHODS, TABLE)
ON = date(2023, 12, 1)
EVIDENCE = (Evidence("KH 02"),)


def claim(number, points, unit="M01", line=1, evidence=EVIDENCE, on=ON):
    mark = points if isinstance(points, HandMark) else scored(points)
    return Claim(unit, number, mark, evidence, "", "Bình", on, Origin(f"self-scores/{unit}.toml", line))


def counting(*claims, phases=OPEN):
    return valid_claims(claims, SHEET, phases)


def about(*claims):
    """What a council must look at in some claims."""
    return codes(claim_doubts(counting(*claims)[0], SHEET, METHODS))


def test_without_claims_nothing_is_said():
    assert counting() == ({}, ())


def test_claims_count_by_unit_and_criterion():
    one, two = claim("1.1.1", 1), claim("1.1.1", 2, "M02")
    claims, findings = counting(one, two)
    assert claims == {(0, "1.1.1"): one, (1, "1.1.1"): two}
    assert codes(findings) == ["claims-absent"]
    assert findings[0].place.unit == "Phường Mẫu 03"


def test_a_criterion_claimed_twice_does_not_count_and_both_places_are_shown():
    claims, findings = counting(claim("1.1.1", 1), claim("1.1.1", 1, line=9), claim("1.2", 1))
    assert set(claims) == {(0, "1.2")}
    assert codes(findings)[:1] == ["claim-twice"]
    assert findings[0].place.line == 1
    assert "self-scores/M01.toml:9" in findings[0].words()


def again(one, **changes):
    """The same claim in the table that the unit sent once more."""
    return replace(one, origin=one.origin._replace(file="self-scores/lai.toml"), **changes)


def test_of_a_table_that_was_sent_again_the_later_one_counts_where_both_claim_the_same():
    first = [claim("1.1.1", 1), claim("1.2", 1, line=2)]
    later = [again(one, on=date(2023, 12, 5), evidence=(Evidence("KH 03"),)) for one in first]
    claims, findings = counting(*first, *later)
    assert set(claims.values()) == set(later)
    assert "claim-twice" not in codes(findings)


def test_two_tables_that_claim_different_points_are_told_once():
    first = [claim("1.1.1", 1), claim("1.2", 1, line=2), claim("1.1.1", 1, "M02")]
    other = [again(one, mark=scored(0)) for one in first[:2]]
    claims, findings = counting(*first, *other)
    assert set(claims) == {(1, "1.1.1")}
    (one,) = [finding for finding in findings if finding.code == "claim-twice"]
    assert one.args["count"] == 2
    assert {"self-scores/M01.toml", "self-scores/lai.toml"} <= set(one.words().replace(":", " ").split())


def test_a_late_table_is_one_warning_and_counts_with_more_time_for_its_unit_alone():
    phases = Phases(self_score=Window(None, date(2023, 11, 30)))
    late = [claim("1.1.1", 1), claim("1.2", 1, line=2), claim("1.1.1", 1, "M02")]
    claims, findings = counting(*late, phases=phases)
    assert claims == {}
    told = [finding for finding in findings if finding.code == "claim-phase"]
    assert [(one.place.unit, one.args["count"], one.severity) for one in told] == [
        ("Xã Mẫu 01", 2, "warning"),
        ("Xã Mẫu 02", 1, "warning"),
    ]
    # It is about the whole file, and names no line of it.
    assert [(one.place.table, one.place.line, one.place.cell) for one in told] == [(0, 0, "")] * 2
    claims, findings = valid_claims(late, SHEET, phases, {"M01": ON})
    assert set(claims) == {(0, "1.1.1"), (0, "1.2")}
    assert [one.place.unit for one in findings if one.code == "claim-phase"] == ["Xã Mẫu 02"]


def test_a_unit_that_is_not_scored_claims_nothing():
    claims, findings = counting(claim("1.1.1", 1, "M99"))
    assert claims == {}
    assert codes(findings) == ["entry-unit", "claims-absent", "claims-absent", "claims-absent"]


def test_a_claim_outside_its_phase_is_told_and_its_unit_is_not_silent():
    phases = Phases(self_score=Window(None, date(2023, 11, 30)))
    claims, findings = counting(claim("1.1.1", 1), claim("1.2", 1, on=None), phases=phases)
    assert set(claims) == {(0, "1.2")}
    assert codes(findings) == ["claim-phase", "claim-undated", "claims-absent", "claims-absent"]
    assert "... - 30/11/2023" in findings[0].words()
    late = Phases(self_score=Window(date(2023, 12, 2), None))
    assert "02/12/2023 - ..." in counting(claim("1.1.1", 1), phases=late)[1][0].words()
    assert codes(counting(claim("1.1.1", 1), phases=phases)[1]) == ["claim-phase", "claims-absent", "claims-absent"]


def test_a_table_without_a_day_is_told_once_where_the_phase_has_days():
    both = (claim("1.1.1", 1, on=None), claim("1.2", 1, on=None))
    claims, findings = counting(*both, phases=Phases(self_score=Window(date(2023, 12, 1))))
    assert len(claims) == 2
    assert codes(findings).count("claim-undated") == 1
    assert "claim-undated" not in codes(counting(*both)[1])


def test_the_marks_of_a_self_score():
    claims, _ = counting(claim("1.1.1", 2), claim("2.1", 3), claim("1.3", HandMark(Outcome.PENDING)))
    marks = self_marks(claims, SHEET, METHODS)
    assert marks[0, "1.1.1"] == scored(2)
    # What a survey gives, nobody claims; and what does not apply need not be claimed.
    assert not any(number == "2.1" for _, number in marks)
    assert (1, "1.2") not in marks
    assert marks[0, "1.2"] == HandMark(Outcome.MISSING)
    assert marks[2, "1.1.2"] == HandMark(Outcome.MISSING)


def test_only_what_others_alone_give_is_not_claimed():
    given = [leaf.number for leaf in SCHEME.leaves if given_by_others(leaf, SCHEME, METHODS)]
    assert given == ["1.3", "2.1", "2.2"]


def test_the_scheme_may_say_who_claims_a_criterion():
    def others(number, self_score):
        return given_by_others(replace(SCHEME.criteria[number], self_score=self_score), SCHEME, METHODS)

    assert [others(number, True) for number in ("1.1.1", "1.3", "2.1")] == [False] * 3
    assert [others(number, False) for number in ("1.1.1", "1.3", "2.1")] == [True] * 3


def test_a_claim_of_what_the_council_gives_is_compared_with_no_figure():
    leaf = replace(SCHEME.criteria["1.3"], self_score=True)
    claimed = replace(SCHEME, criteria={**SCHEME.criteria, "1.3": leaf})
    sheet = score(claimed, METHODS, TABLE)
    claims, _ = valid_claims([claim("1.3", 2)], sheet, OPEN)
    assert codes(claim_doubts(claims, sheet, METHODS)) == []
    assert self_marks(claims, sheet, METHODS)[0, "1.3"] == scored(2)


def test_doubts():
    assert about(claim("1.1.1", 1)) == []
    assert about(claim("1.1.1", "1.5")) == ["claim-differs"]
    assert about(claim("1.1.1", 1, evidence=())) == ["claim-evidence"]
    assert about(claim("1.1.1", 0, evidence=())) == ["claim-differs"]
    assert about(claim("1.1.1", 2, evidence=())) == ["claim-differs", "claim-evidence"]
    assert about(claim("1.2", 1, "M02")) == ["claim-not-applicable"]
    assert about(claim("1.2", 1, "M03")) == []
    assert about(claim("2.1", 1)) == ["claim-survey"]
    assert about(claim("1.1.1", HandMark(Outcome.MISSING), evidence=())) == []


def test_a_doubt_shows_what_is_claimed_and_what_the_figures_give():
    (one,) = claim_doubts(counting(claim("1.1.1", "1.5"))[0], SHEET, METHODS)
    assert "tự chấm 1,5 điểm, tính từ số liệu được 1" in one.words()
    assert (one.place.unit, one.place.criterion) == ("Xã Mẫu 01", "1.1.1")


KEYS = st.tuples(
    st.sampled_from(["M01", "M02", "M09"]), st.sampled_from(["1.1.1", "1.2"]), st.sampled_from("abc"), st.integers(0, 1)
)


@examples(60)
@given(st.lists(KEYS, max_size=6), st.randoms(use_true_random=False))
def test_no_claim_is_lost_and_their_order_means_nothing(keys, random):
    claims = [
        replace(claim(number, F(points), unit, line), origin=Origin(f"self-scores/{file}.toml", line))
        for line, (unit, number, file, points) in enumerate(keys, 1)
    ]
    found, findings = counting(*claims)
    counted = {(one.unit, one.criterion): one for one in found.values()}
    strangers = {one.place.line for one in findings if one.code == "entry-unit"}
    disputed = {one.place.unit for one in findings if one.code == "claim-twice"}
    for one in claims:
        kept = counted.get((one.unit, one.criterion))
        told = one.origin.line in strangers or {"M01": "Xã Mẫu 01", "M02": "Xã Mẫu 02"}.get(one.unit) in disputed
        # It counts, or another that claims the same does, or somebody is told.
        assert kept.mark == one.mark if kept else told
    mixed, again = counting(*random.sample(claims, len(claims)))
    assert mixed == found
    assert sorted(codes(again)) == sorted(codes(findings))


def test_what_hangs_on_the_figures_of_others_is_no_doubt_about_a_claim():
    one = scheme(leaf("1.1", 4, "best", value=ref("n1"), if_none="zero"))
    sheet = score(one, METHODS, table(UNITS, INDICATORS, {(0, "n1"): F(2), (1, "n1"): F(4), (2, "n1"): F(4)}))
    claims, _ = valid_claims([claim("1.1", 4)], sheet, OPEN)
    assert sheet.mark(0, sheet.criteria["1.1"]).low == 2
    assert codes(claim_doubts(claims, sheet, METHODS)) == []
