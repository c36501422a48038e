"""Whether something may still be written: by phases, extensions, returns, the appraisal and the steps of the year."""

from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction

import pytest

from cchc_score.appraisal.acts import Confirmation, Extension, Return, YearStep
from cchc_score.appraisal.appraisal_model import Claim, Phases, Window
from cchc_score.appraisal.locks import Lock, lock_on, open_return
from cchc_score.facts import Origin
from cchc_score.model import Outcome
from cchc_score.sheet import HandMark
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.load import whole_stages
from cchc_score.year.request import Request
from tests.running import EXAMPLES

NOWHERE = Origin("")
END = datetime(2023, 12, 15, 17)
PHASES = Phases(
    self_score=Window(date(2023, 12, 1), END),
    appraisal=(Window(date(2023, 12, 16), date(2023, 12, 20)),),
    explanation=(Window(date(2023, 12, 21), date(2023, 12, 22)),),
)


@pytest.fixture(scope="module")
def stages():
    whole, _ = whole_stages(FolderSource(Request((EXAMPLES / "hoang-hoa-2023",))))
    return replace(whole, phases=PHASES, entries=(), explanations=(), acts=())


def extension(phase, last, round=1):
    return Extension("M01", phase, round, last, "lũ", "Lan", date(2023, 12, 16), NOWHERE)


def returned(last=None):
    return Return("M01", "self-score", last, "thiếu", "Lan", date(2023, 12, 16), NOWHERE)


def sending(stages, moment, *acts, unit="M01", **words):
    return lock_on("self-score", replace(stages, acts=acts), moment, unit, **words)


def test_sending_opens_and_closes_by_the_hour(stages):
    assert sending(stages, datetime(2023, 11, 30, 23, 59)) == Lock("not-begun", date(2023, 12, 1))
    assert sending(stages, END) is None
    assert sending(stages, datetime(2023, 12, 15, 17, 1)) == Lock("day-passed", END)


def test_an_extension_is_for_one_unit_alone(stages):
    more = extension("self-score", date(2023, 12, 18))
    late = datetime(2023, 12, 17, 8)
    assert sending(stages, late, more) is None
    assert sending(stages, late, more, unit="M02") == Lock("day-passed", END)
    assert sending(stages, datetime(2023, 12, 19), more) == Lock("day-passed", date(2023, 12, 18))


def test_a_return_opens_the_way_until_it_was_answered(stages):
    late = datetime(2023, 12, 18, 8)
    assert sending(stages, late, returned()) is None
    assert sending(stages, late, returned(date(2023, 12, 17))) == Lock("day-passed", date(2023, 12, 17))
    assert sending(stages, late, returned(), sent_again=True) == Lock("day-passed", END)
    assert open_return([returned()], "M01", "report", False) is None
    assert open_return([returned()], "M01", "self-score", False, date(2023, 12, 17)) is None
    assert open_return([returned()], "M01", "self-score", False, date(2023, 12, 15)) == returned()


def test_what_is_appraised_stays_as_it_was_sent_until_it_is_returned(stages):
    kept = Confirmation(1, "M01", (), "An", date(2023, 12, 10), NOWHERE)
    day = datetime(2023, 12, 12)
    assert sending(stages, day, kept) == Lock("already-appraised", date(2023, 12, 10))
    assert sending(stages, day, kept, unit="M02") is None
    assert sending(stages, day, kept, returned()) is None


def test_a_round_is_appraised_and_explained_in_its_days(stages):
    def lock(deed, day, *acts, round=1):
        return lock_on(deed, replace(stages, acts=acts), date(2023, 12, day), "M01", round)

    assert lock("appraisal", 15) == Lock("not-begun", date(2023, 12, 16))
    assert lock("appraisal", 18) is None
    assert lock("appraisal", 21) == Lock("day-passed", date(2023, 12, 20))
    assert lock("appraisal", 18, round=2) == Lock("not-begun")
    assert lock("explanation", 23) == Lock("day-passed", date(2023, 12, 22))
    assert lock("explanation", 23, extension("explanation", date(2023, 12, 24))) is None
    assert lock("explanation", 23, extension("explanation", date(2023, 12, 24), round=2)) is not None


@pytest.mark.parametrize("deed", ["report", "self-score", "appraisal", "explanation", "answer", "keeping"])
def test_nothing_is_written_into_a_closed_year(stages, deed):
    step = YearStep("", "frozen", "", "", None, "Lan", date(2023, 12, 10), NOWHERE)
    lock = lock_on(deed, replace(stages, acts=(step, returned())), datetime(2023, 12, 18), "M01", 1)
    assert lock == Lock("year-closed", date(2023, 12, 10))


def test_who_keeps_the_year_and_answers_has_no_other_end(stages):
    for deed in ("answer", "keeping"):
        assert lock_on(deed, stages, date(2025, 1, 1), "M01") is None


def test_what_came_between_two_returns_answers_the_first_alone():
    first = replace(returned(), on=datetime(2023, 12, 16, 8))
    second = replace(returned(), on=datetime(2023, 12, 16, 13, 13))
    sent = datetime(2023, 12, 16, 13, 8)
    assert open_return((first,), "M01", "self-score", False, sent) is None
    assert open_return((first, second), "M01", "self-score", False, sent) == second
    assert open_return((first, second), "M01", "self-score", False, datetime(2023, 12, 16, 14)) is None
    # Of a day without its hour nobody knows that it was after the hour of the return.
    assert open_return((second,), "M01", "self-score", False, date(2023, 12, 16)) == second


def test_more_time_that_was_given_to_an_appraised_unit_opens_the_way(stages):
    kept = Confirmation(1, "M01", (), "Lan", date(2023, 12, 16), NOWHERE)
    late = datetime(2023, 12, 17, 8)
    before = replace(extension("self-score", date(2023, 12, 20)), on=date(2023, 12, 14))
    assert sending(stages, late, kept, before) == Lock("already-appraised", date(2023, 12, 16))
    after = replace(before, on=date(2023, 12, 17))
    assert sending(stages, late, kept, after) is None
    assert sending(stages, datetime(2023, 12, 21), kept, after) == Lock("already-appraised", date(2023, 12, 16))


def test_what_is_given_back_until_a_day_counts_when_it_comes_by_then(stages):
    unit, leaf = stages.reported_table.units[0].code, stages.scheme.leaves[0].number
    claim = Claim(unit, leaf, HandMark(Outcome.SCORED, Fraction(1)), (), "", "Hoa", date(2023, 12, 19), NOWHERE)
    back = replace(returned(date(2023, 12, 20)), unit=unit)
    late = replace(stages, claimed=(claim,), acts=())
    assert not late.claims
    assert replace(late, acts=(back,)).claims
    assert not replace(late, acts=(replace(back, last=date(2023, 12, 18)),)).claims
    assert replace(late, acts=(replace(back, last=None),)).claims
    assert not replace(late, acts=(replace(back, thing="report"),)).claims
