"""What has become of each entry that a unit may answer, at every moment and by every act."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from cchc_score.appraisal.acts import Extension, Verdict
from cchc_score.appraisal.appraisal_model import Explanation, Phases, Window
from cchc_score.appraisal.explanation_states import explanation_states
from cchc_score.appraisal.stages import Stages
from cchc_score.facts import Origin
from tests.appraisal.kit import DAY, SCHEME, TABLE, codes, entry, scored
from tests.strategies import METHODS

PHASES = Phases(explanation=(Window(date(2024, 1, 2), datetime(2024, 1, 5, 17)),))
ENTRY = entry("1.1.1", scored(1), scored(0), id="e")
STAGES = Stages(SCHEME, METHODS, TABLE, entries=(ENTRY,), phases=PHASES)
AFTER = datetime(2024, 1, 5, 17, 1)


def verdict(result, day=8, unit="M01"):
    on = date(2024, 1, day)
    return Verdict(unit=unit, entry="e", result=result, reason="x", by="An", on=on, origin=Origin("a.toml", 1))


ANSWER = Explanation("M01", "e", "Xin xem lại", (), "UBND xã", date(2024, 1, 3), Origin("b.toml", 1))
MORE = Extension(
    unit="M01", phase="explanation", round=1, last=date(2024, 1, 9), reason="x", by="L", on=DAY, origin=Origin("c.toml")
)


@pytest.mark.parametrize(
    ("answers", "acts", "moment", "state"),
    [
        ((), (), date(2024, 1, 2), "open"),
        ((), (), datetime(2024, 1, 5, 17), "open"),
        ((), (), AFTER, "overdue"),
        ((), (MORE,), AFTER, "open"),
        ((), (MORE,), date(2024, 1, 10), "overdue"),
        ((ANSWER,), (), AFTER, "answered"),
        ((ANSWER,), (verdict("accepted"),), AFTER, "accepted"),
        ((ANSWER,), (verdict("rejected", 9), verdict("partly", 8)), AFTER, "rejected"),
        ((), (verdict("accepted"),), AFTER, "overdue"),
    ],
)
def test_a_state(answers, acts, moment, state):
    found = explanation_states(replace(STAGES, explanations=answers, acts=acts), moment)
    assert found == {("M01", "e"): state}


def test_a_round_without_explanations_asks_for_none_and_a_verdict_on_nothing_is_told():
    later = replace(ENTRY, id="f", round=2)
    assert explanation_states(replace(STAGES, entries=(later,)), AFTER) == {}
    assert "verdict-nothing" in codes(replace(STAGES, acts=(verdict("accepted"),)).findings)
    answered = replace(STAGES, explanations=(ANSWER,), acts=(verdict("accepted"),))
    assert "verdict-nothing" not in codes(answered.findings)
