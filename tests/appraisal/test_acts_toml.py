"""Extensions, confirmations and returns in TOML: written as they are read, every fault told, and what they change."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
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
from cchc_score.appraisal.acts_toml import acts_text
from cchc_score.appraisal.appraisal_model import Evidence
from cchc_score.facts import Origin
from cchc_score.files.toml_file import read_toml
from cchc_score.model import Outcome
from cchc_score.sheet import HandMark
from tests.appraisal.kit import SCHEME, codes, scored, work

EXTENSION = """
[[extension]]
unit = "Xã Mẫu 01"
phase = "tu-cham"
to = 2023-12-22
reason = "Mất điện"
by = "Lan"
on = 2023-12-16
"""
CONFIRMATION = """
[[confirmation]]
round = 1
unit = "M02"
by = "An"
on = 2023-12-20
marks = { "1.1.1" = 1, "1.2" = "thiếu" }
"""
RETURNED = """
[[returned]]
unit = "M01"
what = "report"
to = 2023-12-18
reason = "thiếu phụ lục"
by = "Lan"
on = 2023-12-10
"""
SETTLEMENT = """
[[settlement]]
round = 1
unit = "M01"
criterion = "1.1.1"
between = ["a", "b"]
reason = "họp"
by = "Hội đồng"
on = 2023-12-20
"""
LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf"]), min_size=1, max_size=20
)
WORDS = LINES.map(str.strip).filter(bool)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
MADE = {"unit": st.sampled_from(["M01", "M02"]), "by": WORDS, "on": DAYS, "origin": st.just(Origin(""))}
IDS = st.from_regex("[a-z][a-z0-9]{3,9}", fullmatch=True)
MARKS = st.sampled_from([scored(0), scored(1), HandMark(Outcome.MISSING), HandMark(Outcome.NOT_APPLICABLE)])
ACTS = st.one_of(
    st.builds(
        Extension,
        phase=st.sampled_from(["self-score", "explanation"]),
        round=st.integers(1, 9),
        last=DAYS,
        reason=WORDS,
        **MADE,
    ),
    st.builds(Return, thing=st.sampled_from(["report", "self-score"]), last=st.none() | DAYS, reason=WORDS, **MADE),
    st.builds(
        Confirmation,
        round=st.integers(1, 9),
        seen=st.dictionaries(st.sampled_from(["1.1.1", "1.2"]), MARKS, min_size=1).map(
            lambda seen: tuple(seen.items())
        ),
        **MADE,
    ),
    st.builds(
        Settlement,
        id=IDS,
        round=st.integers(1, 9),
        criterion=st.just("1.1.1"),
        indicator=st.just(""),
        between=st.just(("a", "b")),
        chosen=st.just(""),
        new=st.none() | MARKS,
        reason=WORDS,
        evidence=st.lists(st.sampled_from([Evidence("BB 01"), Evidence("CV 2/UBND")]), max_size=2).map(tuple),
        **MADE,
    ),
    st.builds(
        Settlement,
        id=IDS,
        round=st.integers(1, 9),
        criterion=st.just(""),
        indicator=st.just("n1"),
        between=st.just(("a", "b")),
        chosen=st.sampled_from(["a", "b"]),
        new=st.none(),
        reason=WORDS,
        evidence=st.just(()),
        **MADE,
    ),
    st.builds(
        Question, id=IDS, round=st.integers(1, 9), criterion=st.sampled_from(["1.1.1", "1.2"]), text=WORDS, **MADE
    ),
    st.builds(Answer, question=IDS, text=WORDS, evidence=st.sampled_from([(), (Evidence("BB 01"),)]), **MADE),
    st.builds(
        Assignment,
        round=st.integers(0, 9),
        appraisers=st.lists(WORDS, min_size=1, max_size=2, unique=True).map(tuple),
        units=st.sampled_from([(), ("M01",), ("M01", "M02")]),
        areas=st.sampled_from([(), (SCHEME.areas[0].code,)]),
        **(MADE | {"unit": st.just("")}),
    ),
    st.builds(
        SurveyBatch,
        batch=WORDS,
        files=st.lists(WORDS, min_size=1, max_size=2, unique=True).map(tuple),
        state=st.sampled_from(["draft", "checked", "closed"]),
        reason=WORDS,
        **(MADE | {"unit": st.just("")}),
    ),
    st.builds(Verdict, entry=IDS, result=st.sampled_from(["accepted", "partly", "rejected"]), reason=WORDS, **MADE),
    st.builds(
        YearStep,
        step=st.sampled_from(["frozen", "published", "reopened"]),
        reason=WORDS,
        decision=WORDS,
        dated=st.none() | DAYS,
        **(MADE | {"unit": st.just("")}),
    ),
)


def test_acts_say_who_what_and_when():
    extension, confirmation, returned = work(EXTENSION + CONFIRMATION + RETURNED).acts
    assert (extension.unit, extension.phase, extension.last) == ("M01", "self-score", date(2023, 12, 22))
    assert confirmation.seen == (("1.1.1", scored(1)), ("1.2", HandMark(Outcome.MISSING)))
    assert (returned.thing, returned.last, returned.reason) == ("report", date(2023, 12, 18), "thiếu phụ lục")
    assert (extension.origin.line, confirmation.origin.line) == (2, 10)


@pytest.mark.full
@given(st.lists(ACTS, max_size=5))
def test_what_is_written_is_read(acts):
    text = acts_text(acts)
    read_toml(text.encode(), "a.toml")
    told = work(text)
    assert codes(told.findings) == []
    # A file lists them by kind.
    assert sorted((replace(act, origin=Origin("")) for act in told.acts), key=repr) == sorted(acts, key=repr)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (EXTENSION.replace("Xã Mẫu 01", "Xã Lạ"), "unit-unknown"),
        (EXTENSION.replace("tu-cham", "mai"), "value-choice"),
        (EXTENSION.replace('reason = "Mất điện"\n', ""), "key-missing"),
        (CONFIRMATION.replace("1.1.1", "9.9"), "criterion-unknown"),
        (CONFIRMATION.replace('"thiếu"', '"nhiều"'), "mark-unreadable"),
        (CONFIRMATION.replace("round = 1", "round = 0"), "value-limit"),
        (RETURNED.replace('"report"', '"all"'), "value-choice"),
        (SETTLEMENT, "settlement-choice"),
        (SETTLEMENT + 'chosen = "a"\nnew = 1\n', "settlement-choice"),
        (SETTLEMENT + 'chosen = "c"\n', "settlement-choice"),
        (SETTLEMENT.replace('"a", "b"', '"a", "a"') + 'chosen = "a"\n', "settlement-choice"),
        (SETTLEMENT + "new = 99\n", "mark-above"),
        (SETTLEMENT.replace("criterion", "indicator") + "new = 1\n", "indicator-absent"),
        (SETTLEMENT.replace('criterion = "1.1.1"\n', "") + "new = 1\n", "entry-target"),
        (
            '[[question]]\nround = 1\nunit = "M01"\ncriterion = "9.9"\ntext = "?"\nby = "An"\non = 2023-12-20\n',
            "criterion-unknown",
        ),
        ('[[answer]]\nunit = "Xã Lạ"\nquestion = "q"\ntext = "!"\nby = "An"\non = 2023-12-20\n', "unit-unknown"),
        ('[[assignment]]\nappraisers = []\nby = "Lan"\non = 2023-12-20\n', "value-"),
        ('[[assignment]]\nappraisers = ["An"]\nareas = ["99"]\nby = "Lan"\non = 2023-12-20\n', "area-named"),
        ('[[assignment]]\nappraisers = ["An"]\nunits = ["Lạ"]\nby = "Lan"\non = 2023-12-20\n', "unit-unknown"),
        ('[[survey_batch]]\nbatch = "1"\nfiles = []\nstate = "nhap"\nby = "K"\non = 2023-12-20\n', "value-"),
        ('[[survey_batch]]\nbatch = "1"\nfiles = ["a"]\nstate = "x"\nby = "K"\non = 2023-12-20\n', "value-choice"),
        (
            '[[verdict]]\nunit = "M01"\nentry = "a"\nresult = "x"\nreason = "y"\nby = "K"\non = 2024-01-20\n',
            "value-choice",
        ),
        ('[[year_step]]\nstep = "chot"\nby = "Lan"\n', "key-missing"),
        ('[[year_step]]\nstep = "cong-bo"\nby = "Lan"\non = 2024-01-20\n', "key-missing"),
        ('[[year_step]]\nstep = "mo-lai"\nby = "Lan"\non = 2024-01-20\n', "key-missing"),
        ('[[year_step]]\nstep = "xong"\nby = "Lan"\non = 2024-01-20\n', "value-choice"),
    ],
)
def test_what_cannot_be_used_is_told(text, code):
    told = work(text)
    assert any(one.startswith(code) for one in codes(told.findings)), codes(told.findings)
    assert told.acts == ()
