"""Batches of a survey: the last act about each counts, and a closed one is opened again with a reason only."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.acts import SurveyBatch
from cchc_score.appraisal.survey_batches import survey_batches
from cchc_score.facts import Origin
from tests.appraisal.kit import DAY


def batch(state, days=0, name="1", files=("survey/a.csv",), reason=""):
    on = DAY + timedelta(days=days)
    return SurveyBatch(
        unit="", batch=name, files=files, state=state, reason=reason, by="K", on=on, origin=Origin("a.toml")
    )


def test_the_last_act_counts():
    found = survey_batches([batch("closed", 2), batch("draft"), batch("checked", 1)])
    assert found.state_of("survey/a.csv") == "closed"
    assert found.state_of("survey/b.csv") == "checked"
    assert survey_batches([batch("draft")]).state_of("survey/a.csv") == "draft"


def test_a_closed_batch_is_opened_again_with_a_reason_only():
    silent = survey_batches([batch("closed"), batch("draft", 1)])
    assert silent.state_of("survey/a.csv") == "closed"
    assert [act.state for act in silent.unfounded] == ["draft"]
    assert survey_batches([batch("closed"), batch("draft", 1, reason="nhầm")]).state_of("survey/a.csv") == "draft"


def test_a_batch_may_be_a_folder():
    found = survey_batches([batch("draft", files=("survey/dot-1/",))])
    assert found.state_of("survey/dot-1/a.csv") == "draft"
    assert found.state_of("survey/dot-10/a.csv") == "checked"
    # Of two batches that name a file the one that was spoken of last.
    found = survey_batches([batch("draft"), batch("checked", 1, name="0", files=("survey",))])
    assert found.state_of("survey/a.csv") == "checked"


def test_within_one_second_a_batch_goes_along_its_way():
    begun = [batch("draft"), batch("checked"), batch("closed")]
    assert survey_batches(begun).state_of("survey/a.csv") == "closed"
    opened = survey_batches([*begun, batch("draft", reason="nhầm")])
    assert (opened.state_of("survey/a.csv"), opened.unfounded) == ("draft", ())
    checked = [batch("checked"), batch("closed", 1), batch("draft", 1, reason="nhầm")]
    assert survey_batches(checked).state_of("survey/a.csv") == "draft"


ACTS = st.lists(
    st.builds(
        batch,
        st.sampled_from(["draft", "checked", "closed"]),
        st.integers(0, 3),
        st.sampled_from(["1", "2"]),
        st.sampled_from([("survey/a.csv",), ("survey",)]),
        st.sampled_from(["", "nhầm"]),
    ),
    max_size=6,
)


@given(ACTS, st.randoms())
def test_where_acts_stand_means_nothing(acts, random):
    assert survey_batches(acts) == survey_batches(random.sample(acts, len(acts)))
