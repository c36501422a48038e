"""Papers of a survey: they are added up exactly, in any order, and what nobody can read has no figure."""

import random
from fractions import Fraction as F
from math import floor

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.builtin.readers import read_csv_grid, read_xlsx
from cchc_score.intake.answer_papers import paper_form, paper_reports, survey_reports
from cchc_score.intake.headings import HeadingNames
from cchc_score.intake.join import join
from cchc_score.model import Indicator, Unit
from cchc_score.office.table_file import table_bytes
from tests.strategies import examples, told

UNITS = (Unit("M01", "Xã Mẫu 01"), Unit("M02", "Xã Mẫu 02"))
ASKED = {
    one.code: one
    for one in (
        Indicator("asked", "Số phiếu", source="survey"),
        Indicator("share", "Tỷ lệ hài lòng", unit="%", kind="percent", decimals=2, source="survey"),
        Indicator("mean", "Điểm điều tra", kind="points", decimals=1, source="survey"),
    )
}
HEAD = "Mã đơn vị;Phiếu số;Số phiếu;Tỷ lệ hài lòng;Điểm điều tra\n"


def gathered(text, asked=ASKED):
    reports = survey_reports(read_csv_grid(text.encode(), "a.csv"), "a.csv", asked, 2023)
    return join(reports, UNITS, 2023, None, asked, by_others=True)


def codes(found):
    return [one.code for one in found.findings if one.severity == "error"]


def test_ticks_are_counted_shares_and_means_taken():
    found = gathered(HEAD + "M01;1;x;x;7,5\nM01;2;x;không;8\nM01;3;;;8\nM02;1;x;x;1\nTổng cộng;;3;;\n")
    assert told(found.table) == {
        (0, "asked"): F(2), (0, "share"): F(50), (0, "mean"): F("7.8"),
        (1, "asked"): F(1), (1, "share"): F(100), (1, "mean"): F(1),
    }  # fmt: skip
    assert codes(found) == []
    assert [one.args["count"] for one in found.findings if one.code == "papers-counted"] == [3, 1]


def test_an_answer_that_nobody_understands_leaves_its_question_blank_for_the_unit():
    found = gathered(HEAD + "M01;1;x;tạm được;7\nM02;1;x;x;1\n")
    assert (0, "share") not in told(found.table)
    assert told(found.table)[0, "mean"] == F(7)
    (one,) = [one for one in found.findings if one.code == "paper-answer"]
    assert (one.place.line, one.args["text"]) == (2, "tạm được")


def test_two_papers_with_one_number_leave_the_unit_blank():
    found = gathered(HEAD + "M01;1;x;x;7\nM01;1;x;x;8\nM02;1;x;x;1\n")
    assert {row for row, _ in told(found.table)} == {1}
    assert codes(found) == ["paper-twice"]


def test_a_unit_that_nobody_knows_is_told():
    assert codes(gathered(HEAD + "M09;1;x;x;7\n")) in (["unit-unknown"], ["unit-unknown-near"])


def test_a_table_with_a_line_a_unit_is_no_table_of_papers():
    assert paper_reports(read_csv_grid(b"unit;asked\nM01;3\n", "a.csv"), "a.csv", ASKED, 2023) is None


def test_the_form_is_one_of_papers():
    sheet = paper_form("P", "PHIẾU", (), list(ASKED.values()), HeadingNames(None, ASKED), UNITS, "vi")
    assert paper_reports(read_xlsx(table_bytes(sheet, "xlsx", "vi"), "a.xlsx"), "a.xlsx", ASKED, 2023) == []


TICKS = st.sampled_from(["x", "không", ""])


@examples(30)
@given(st.lists(st.tuples(st.sampled_from(["M01", "M02"]), TICKS, TICKS, st.integers(0, 100)), max_size=12), st.data())
def test_the_sums_are_those_of_the_papers_in_any_order(papers, data):
    lines = [f"{unit};{at};{tick};{yes};{points}\n" for at, (unit, tick, yes, points) in enumerate(papers)]
    random.Random(data.draw(st.integers(0, 9))).shuffle(lines)
    found = told(gathered(HEAD + "".join(lines)).table)
    for row, unit in enumerate(UNITS):
        own = [paper for paper in papers if paper[0] == unit.code]
        answers = [yes == "x" for _, _, yes, _ in own if yes]
        assert found.get((row, "asked")) == (F(sum(tick == "x" for _, tick, _, _ in own)) if own else None)
        share = F(floor(F(100 * sum(answers), len(answers)) * 100 + F(1, 2)), 100) if answers else None
        assert found.get((row, "share")) == share
        mean = F(floor(F(sum(paper[3] for paper in own), len(own)) * 10 + F(1, 2)), 10) if own else None
        assert found.get((row, "mean")) == mean
