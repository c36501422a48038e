"""Years as results: random ones, and a small one in which people claimed, appraised and answered."""

from fractions import Fraction as F

from hypothesis import strategies as st

from cchc_score.appraisal.appraisal_model import Claim, Evidence, Explanation, Known
from cchc_score.appraisal.stages import Stages
from cchc_score.engine import score
from cchc_score.facts import Origin
from cchc_score.model import Outcome
from cchc_score.results.scored import scored_stage
from cchc_score.sheet import HandMark
from tests.appraisal.kit import DAY, SCHEME, TABLE, appraisals, entry, scored
from tests.engine.schemes import scored as scored_sheet
from tests.strategies import METHODS, years

ENTRIES = (
    entry("n1", Known(F(2)), Known(F(1)), id="a", line=1),
    entry("1.3", scored(1), scored(2), id="b", line=2),
    entry("1.2", scored(1), HandMark(Outcome.NOT_APPLICABLE), id="c", line=3),
    entry("flag", Known(True), None, id="d", line=4),
)
CLAIM = Claim("M01", "1.3", scored(2), (Evidence("KH 02", DAY),), "Có hồ sơ", "An", DAY, Origin("M01.docx", 4, table=1))
ANSWER = Explanation("M01", "b", "Xin giữ điểm", (), "Bình", DAY, Origin("tra-loi.docx", 9, table=2))
STAGES = Stages(SCHEME, METHODS, TABLE, (CLAIM,), ENTRIES, (ANSWER,))
FINAL = scored_stage(STAGES.final, METHODS, STAGES.findings, "cchc-score 0", (), STAGES)


def stage_of(one_scheme, *facts):
    """Some units scored by their reports alone, as a result."""
    return scored_stage(scored_sheet(one_scheme, *facts), METHODS, (), "cchc-score 0", ())


@st.composite
def scored_years(draw, **limits):
    """A random year as a result, also one in which people worked, at any of its stages."""
    if draw(st.booleans()):
        scheme, facts = draw(years(**limits))
        return scored_stage(score(scheme, METHODS, facts), METHODS, (), "cchc-score 0", ())
    scheme, facts, entries = draw(appraisals(rounds=2))
    stages = Stages(scheme, METHODS, facts, entries=tuple(entries))
    stage = draw(st.sampled_from(stages.names))
    return scored_stage(stages.sheet(stage), METHODS, stages.findings, "cchc-score 0", (), stages, stage)
