"""What the prose of a report names: found by the form's patterns, shown with its line, never a fact by itself."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.facts import Origin
from cchc_score.findings import Place
from cchc_score.intake.doubts import Figures, prose_doubts
from cchc_score.intake.prose import find_prose_figures
from cchc_score.intake.reports import ProseFigure, Report, ReportedFact
from cchc_score.model import Form, Indicator, Prose
from tests.strategies import examples

INDICATORS = {code: Indicator(code, code) for code in ("all", "half", "rest", "rate")}
RATE = Prose("rate", ("hài lòng ... đạt {percent}",), "rate")
COUNT = Prose("all", ("tổng số thủ tục ... là {number} thủ tục",), "all")
LIST = Prose("half", ("kiểm tra các bộ phận {list}.",), "half")
SHARE = Prose("share", ("trực tuyến đạt {percent}",), None, ("half", "rest"), "all")
FORM = Form("mau", "Mẫu", {}, prose=(RATE, COUNT, LIST, SHARE))


def said(*lines):
    """What is found: (pattern, value, line)."""
    return [(one.prose.code, one.value, one.line) for one in find_prose_figures(list(enumerate(lines, 1)), FORM)]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["Tỷ lệ hài lòng của người dân đạt 96%"], [("rate", 96, 1)]),
        (["x", "Tỷ lệ hài", "lòng của người", "dân ĐẠT 96,5 %."], [("rate", Fraction(193, 2), 2)]),
        (["Tỷ lệ hài lòng không rõ. Kết quả đạt 96%"], []),
        (["Tỷ lệ hài lòng đạt khá"], []),
        (["Tổng số thủ tục của xã là 212 thủ tục"], [("all", 212, 1)]),
        (["Tổng số thủ tục của xã là 1.212 thủ tục"], []),
        (["Tổng số thủ tục của xã là 12.120 thủ tục"], []),
        (["Tổng số thủ tục của xã là 1212 thủ tục"], [("all", 1212, 1)]),
        (["Đã kiểm tra các bộ phận tư pháp, địa chính và kế toán."], [("half", 3, 1)]),
        (["Đã kiểm tra các bộ phận văn phòng."], [("half", 1, 1)]),
        (["Dịch vụ trực tuyến đạt 100%"], [("share", 100, 1)]),
        (["xtrực tuyến đạt 100%"], []),
        ([], []),
    ],
)
def test_what_is_found(lines, wanted):
    assert said(*lines) == wanted


@examples(100)
@given(st.lists(st.text("hài lòng đạt96%. ,là", max_size=60), max_size=6))
def test_any_prose_is_read_without_a_fault(lines):
    for one in find_prose_figures(list(enumerate(lines, 1)), FORM):
        assert one.value >= 0


def told(*found, **known):
    """The findings of claims beside known facts: (code, doubted)."""
    facts = {code: ReportedFact(code, Fraction(value), Origin("a.txt", 3, code)) for code, value in known.items()}
    report = Report(Place("a.txt"), "x", prose_figures=found)
    doubts = prose_doubts(report, Figures("x", facts, INDICATORS))
    return [(finding.code, sorted(doubted)) for doubted, finding in doubts]


def claim(prose, value, decimals=0):
    return ProseFigure(prose, Fraction(value), "...", 7, decimals)


def test_what_the_appendix_lacks_is_proposed_and_what_it_contradicts_is_in_doubt():
    assert told(claim(RATE, 96)) == [("prose-proposes", [])]
    assert told(claim(RATE, 96), rate=96) == []
    assert told(claim(RATE, 96), rate=95) == [("prose-differs", ["rate"])]
    assert told(claim(RATE, 96), rate=Fraction(965, 10)) == []
    assert told(claim(RATE, 96, 1), rate=Fraction(961, 10)) == [("prose-differs", ["rate"])]


def test_a_share_is_compared_with_what_the_figures_give_even_of_a_proposed_whole():
    assert told(claim(SHARE, 100), half=30, rest=26, all=212) == [("prose-share-differs", ["half", "rest"])]
    assert told(claim(COUNT, 212), claim(SHARE, 100), half=30, rest=26) == [
        ("prose-proposes", []),
        ("prose-share-differs", ["half", "rest"]),
    ]
    assert told(claim(SHARE, 26), half=30, rest=26, all=212) == []
    assert told(claim(SHARE, 27), half=30, rest=26, all=212) == []
    assert told(claim(SHARE, 28), half=30, rest=26, all=212) == [("prose-share-differs", ["half", "rest"])]
    assert told(claim(SHARE, 100), half=30, all=212) == []
    assert told(claim(SHARE, 100), half=30, rest=26) == []
    assert told(claim(SHARE, 100), half=0, rest=0, all=0) == []
