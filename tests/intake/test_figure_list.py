"""Lists of figures by their own codes, in a year with a form and without one."""

from fractions import Fraction as F

import pytest

from cchc_score.intake.figure_list import LIST_HEADINGS
from tests.appendix_files import FORM, UNITS, codes, document, facts, table, year_of

HEAD = ["Mã số liệu", "Tên số liệu", "Đơn vị tính", "Giá trị", "Ghi chú"]
LINE = "Đơn vị: Xã Hoằng Cát (15865)"


def listed(*rows, kind="xlsx", form=None, above=(LINE, "Năm 2023"), heads=HEAD):
    """The year of one list of figures."""
    read = document(kind, above, [heads, *([*row, *[""] * (5 - len(row))] for row in rows)])
    return year_of((f"a.{kind}", read), form=form, units=UNITS)


@pytest.mark.parametrize("kind", ["xlsx", "docx", "csv"])
def test_figures_are_met_by_their_codes(kind):
    year = listed(["tasks", "Nhiệm vụ", "", "27"], ["board", "Niêm yết", "", "có"], ["done", "", "", ""], kind=kind)
    assert facts(year) == {("15865", "tasks"): F(27), ("15865", "board"): True}
    assert codes(year) == []


def test_english_headings_are_known():
    heads = [LIST_HEADINGS[role][1] for role in ("code", "label", "unit", "value", "remark")]
    assert facts(listed(["tasks", "", "", "27"], heads=heads)) == {("15865", "tasks"): F(27)}


def test_what_cannot_be_read_or_is_unknown_is_told():
    year = listed(["tasks", "", "", "nhiều"], ["zzz", "", "", "5"], ["people", "", "", "12"])
    assert facts(year) == {("15865", "people"): F(12)}
    assert sorted(codes(year)) == ["text-unmatched", "value-unreadable"]


def test_a_list_beside_the_form_makes_one_report():
    rows = table(values=("", "27", "25", "", ""))
    above = ["CẢI CÁCH HÀNH CHÍNH CỦA UBND XÃ HOẰNG CÁT", "Báo cáo năm 2023"]
    read = document("csv", above, [*rows, ["", "", "", "", ""], HEAD, ["people", "Người dự", "", "12", ""]])
    year = year_of(("a.csv", read), form=FORM)
    assert facts(year) == {("15865", "tasks"): F(27), ("15865", "done"): F(25), ("15865", "people"): F(12)}
    assert "unit-twice" not in codes(year)
