"""How far a survey has come: what is asked for, by whom it is known, and what nobody has to ask any more."""

from dataclasses import replace
from fractions import Fraction as F

from cchc_score.appraisal.appraisal_model import TakenOut
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.survey_progress import survey_figures
from cchc_score.facts import Origin, table
from tests.appraisal.kit import FACTS, SCHEME, TABLE, UNITS
from tests.engine.schemes import INDICATORS
from tests.strategies import METHODS

STAGES = Stages(SCHEME, METHODS, TABLE)


def test_a_figure_is_known_from_the_survey_or_from_a_report():
    assert survey_figures(STAGES) == ({"survey": False}, {"survey": False}, {"survey": False})
    surveyed = replace(STAGES, survey=table(UNITS, INDICATORS, {(0, "survey"): F(3)}))
    assert survey_figures(surveyed) == ({"survey": True}, {"survey": False}, {"survey": False})
    reported = replace(surveyed, reported_table=table(UNITS, INDICATORS, FACTS | {(1, "survey"): F(4)}))
    assert survey_figures(reported) == ({"survey": True}, {"survey": True}, {"survey": False})


def test_what_decides_nothing_any_more_is_not_asked_for():
    out = TakenOut("2.1", (UNITS[1].code,), "x", "", Origin("cchc.toml"))
    assert survey_figures(replace(STAGES, taken_out=(out,))) == ({"survey": False}, {}, {"survey": False})
    assert survey_figures(replace(STAGES, no_survey="x")) == ({}, {}, {})
