"""Random happenings, entries and explanations, near everything that JSON and hashes might stumble over."""

from datetime import date, datetime

from hypothesis import strategies as st

from cchc_score.appraisal.acts import (
    Answer,
    Assignment,
    Confirmation,
    Extension,
    Question,
    Return,
    Settlement,
    SurveyBatch,
    Verdict,
    YearStep,
)
from cchc_score.appraisal.appraisal_model import Entry, Evidence, Explanation, Known
from cchc_score.facts import Origin
from cchc_score.journal.events import KINDS, Happening, added
from cchc_score.model import Outcome
from cchc_score.sheet import HandMark

LETTERS = st.text(st.characters(codec="utf-8"), max_size=12)
CODES = st.sampled_from(["M01", "M02", "LD087"])
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
MOMENTS = DAYS | st.datetimes(datetime(2020, 1, 1), datetime(2030, 12, 31))
NUMBERS = st.fractions(0, 10**15, max_denominator=10**6)
MARKS = st.builds(HandMark, st.just(Outcome.SCORED), NUMBERS) | st.sampled_from(
    [HandMark(Outcome.NOT_APPLICABLE), HandMark(Outcome.MISSING), HandMark(Outcome.PENDING)]
)
VALUES = NUMBERS | LETTERS | st.booleans() | DAYS | st.none()
STATES = st.none() | MARKS | VALUES.map(Known)
EVIDENCE = st.lists(
    st.builds(Evidence, document=LETTERS, day=st.none() | DAYS, file=LETTERS, address=LETTERS), max_size=3
).map(tuple)
ORIGINS = st.builds(
    Origin,
    file=LETTERS,
    line=st.integers(0, 10**6),
    row=LETTERS,
    printed=LETTERS,
    cell=LETTERS,
    page=st.integers(0, 99),
    draft=st.booleans(),
)
ENTRIES = st.builds(
    Entry,
    id=LETTERS,
    round=st.integers(1, 9),
    unit=CODES,
    criterion=LETTERS,
    indicator=LETTERS,
    old=STATES,
    new=STATES,
    reason=LETTERS,
    evidence=EVIDENCE,
    by=LETTERS,
    on=MOMENTS,
    supersedes=LETTERS,
    origin=ORIGINS,
)
EXPLANATIONS = st.builds(
    Explanation, unit=CODES, entry=LETTERS, text=LETTERS, evidence=EVIDENCE, by=LETTERS, on=MOMENTS, origin=ORIGINS
)
EXTENSIONS = st.builds(
    Extension,
    unit=CODES,
    phase=st.sampled_from(["self-score", "explanation"]),
    round=st.integers(1, 9),
    last=MOMENTS,
    reason=LETTERS,
    by=LETTERS,
    on=MOMENTS,
    origin=ORIGINS,
)
RETURNS = st.builds(
    Return,
    unit=CODES,
    thing=st.sampled_from(["report", "self-score"]),
    last=st.none() | MOMENTS,
    reason=LETTERS,
    by=LETTERS,
    on=MOMENTS,
    origin=ORIGINS,
)
CONFIRMATIONS = st.builds(
    Confirmation,
    round=st.integers(1, 9),
    unit=CODES,
    seen=st.dictionaries(LETTERS, MARKS, max_size=3).map(lambda marks: tuple(sorted(marks.items()))),
    by=LETTERS,
    on=MOMENTS,
    origin=ORIGINS,
)
STEPS = st.builds(
    YearStep,
    unit=st.just(""),
    step=st.sampled_from(["frozen", "published", "reopened"]),
    reason=LETTERS,
    decision=LETTERS,
    dated=st.none() | DAYS,
    by=LETTERS,
    on=MOMENTS,
    origin=ORIGINS,
)
SETTLEMENTS = st.builds(
    Settlement,
    id=LETTERS,
    round=st.integers(1, 9),
    unit=CODES,
    criterion=LETTERS,
    indicator=LETTERS,
    between=st.lists(LETTERS, max_size=3).map(tuple),
    chosen=LETTERS,
    new=STATES,
    reason=LETTERS,
    evidence=EVIDENCE,
    by=LETTERS,
    on=MOMENTS,
    origin=ORIGINS,
)
QUESTIONS = st.builds(
    Question,
    id=LETTERS,
    round=st.integers(1, 9),
    unit=CODES,
    criterion=LETTERS,
    text=LETTERS,
    by=LETTERS,
    on=MOMENTS,
    origin=ORIGINS,
)
ANSWERS = st.builds(
    Answer, unit=CODES, question=LETTERS, text=LETTERS, evidence=EVIDENCE, by=LETTERS, on=MOMENTS, origin=ORIGINS
)
ASSIGNMENTS = st.builds(
    Assignment,
    unit=st.just(""),
    round=st.integers(0, 9),
    appraisers=st.lists(LETTERS, max_size=2).map(tuple),
    units=st.lists(CODES, max_size=2).map(tuple),
    areas=st.lists(LETTERS, max_size=2).map(tuple),
    by=LETTERS,
    on=MOMENTS,
    origin=ORIGINS,
)
BATCHES = st.builds(
    SurveyBatch,
    unit=st.just(""),
    batch=LETTERS,
    files=st.lists(LETTERS, max_size=2).map(tuple),
    state=st.sampled_from(["draft", "checked", "closed"]),
    reason=LETTERS,
    by=LETTERS,
    on=MOMENTS,
    origin=ORIGINS,
)
VERDICTS = st.builds(
    Verdict,
    unit=CODES,
    entry=LETTERS,
    result=st.sampled_from(["accepted", "partly", "rejected"]),
    reason=LETTERS,
    by=LETTERS,
    on=MOMENTS,
    origin=ORIGINS,
)
ACTS = (
    EXTENSIONS | RETURNS | CONFIRMATIONS | STEPS | SETTLEMENTS | QUESTIONS | ANSWERS | ASSIGNMENTS | BATCHES | VERDICTS
)
BODIES = st.dictionaries(LETTERS, LETTERS | st.booleans() | st.none() | st.lists(LETTERS, max_size=3), max_size=4)
HAPPENINGS = st.builds(
    Happening, kind=st.sampled_from(KINDS), unit=CODES, target=LETTERS, on_behalf=LETTERS, body=BODIES
)
TIME = "2026-01-15T17:00:00+07:00"


def journal(happenings):
    """The events of some happenings, from the first on."""
    return tuple(added(None, happenings, TIME, "Nguyễn Văn An"))


JOURNALS = st.lists(HAPPENINGS, max_size=6).map(journal)
