"""The rows of a form as facts: what can be read is read, and whatever a person should look at is told with its place."""

import csv
from fractions import Fraction

import pytest

from cchc_score.documents import Lines
from cchc_score.findings import Place
from cchc_score.intake.form_rows import PrintedForm, PrintedRow, form_report
from cchc_score.intake.join import join
from cchc_score.intake.text_report import from_lines
from cchc_score.model import Answer, Form, FormRow, Indicator, Option
from cchc_score.registry.registry import load_registry
from cchc_score.schemes.form_file import read_form
from tests.running import EXAMPLES, ROOT, SHARED

INDICATORS = {
    one.code: one
    for one in (
        Indicator("found", "Phát hiện", unit="vấn đề"),
        Indicator("fixed", "Đã xử lý", unit="vấn đề", part_of="found"),
        Indicator("leaders", "Lãnh đạo", unit="người", part_of="found", share=False),
        Indicator("mode", "Hình thức", kind="option", options=(Option("a", "Trực tuyến"), Option("b", "Phiếu"))),
        Indicator("board", "Niêm yết", kind="yes_no"),
        Indicator("rate", "Tỷ lệ", kind="percent", decimals=2, unit="%"),
    )
}
ROWS = (
    FormRow("1", "Chỉ đạo", "header"),
    FormRow("1.1", "Phát hiện", unit="Vấn đề", indicator="found"),
    FormRow("1.2", "Đã xử lý", unit="Vấn đề", indicator="fixed"),
    FormRow("1.3", "Lãnh đạo", unit="Người", indicator="leaders"),
    FormRow("1.4", "Hình thức", indicator="mode", legend=(Answer(0, "a", "Trực tuyến"), Answer(1, "b", "Phiếu"))),
    FormRow("1.5", "Niêm yết", indicator="board", legend=(Answer(0, "no", "Không"), Answer(1, "yes", "Có"))),
    FormRow("1.6", "Tỷ lệ", unit="%", indicator="rate"),
    FormRow("1.7", "Không tính"),
)
FORM = Form("mau", "Mẫu", {row.code: row for row in ROWS})


def report(*rows):
    """The report on some rows; the others are said to be absent, which no test here asks about."""
    return form_report(PrintedForm(Place("x.txt"), "Xã A", 2023, rows), FORM, INDICATORS)


def found(*rows):
    """What is told about rows: (code, row)."""
    return [(one.code, one.place.row) for one in report(*rows).findings if one.code != "text-rows-absent"]


def row(code, value, unit="x", **more):
    return PrintedRow(code, 5, value, unit=unit, **more)


@pytest.mark.parametrize(
    ("one", "codes"),
    [
        (row("1.1", "5"), []),
        (row("1.1", "05"), ["value-leading-zero"]),
        (row("1.1", "0"), []),
        (row("1.1", "5", unit=""), ["row-unit-absent"]),
        (row("1.1", ""), ["row-blank"]),
        (row("1.7", ""), []),
        (row("1.4", "0"), ["value-coded-zero"]),
        (row("1.4", "1"), []),
        (row("1.4", "00"), ["value-coded-zero"]),
        (row("1.5", "0"), []),
        (row("1.5", "01"), []),
        (row("1.5", "0", unit=""), []),
        (row("1.1", "510", remark="Mức độ 3: 238; CT Điện tử: 272"), ["value-mixed"]),
        (row("1.1", "510", remark="Mức độ 3: 238, CT Điện tử: 272"), ["value-mixed"]),
        (row("1.1", "510", remark="Mức độ 3: 238; CT Điện tử: 271"), []),
        (row("1.1", "510", remark="Tổng: 510"), []),
        (row("1.1", "#DIV/0!", fault="cell-error"), ["cell-error"]),
        (row("1", "x"), ["text-header-value"]),
        (row("1.1", "1.340"), []),
        (row("1.6", "12,5", stored=Fraction("12.4999999")), ["value-rounded"]),
        (row("1.6", "12,5", stored=Fraction("12.5")), []),
        (row("1.1", "1.340", stored=Fraction(1340)), []),
        (row("1.1", "96%", stored=Fraction(96)), ["value-percent"]),
        (row("1.6", "96%", stored=Fraction(96)), []),
        (row("1.1", "TRUE", stored=True), ["value-kind"]),
        (row("1.5", "TRUE", stored=True), []),
        (row("1.5", "1", stored=Fraction(1)), []),
        (row("1.5", "2", stored=Fraction(2)), ["value-yes-no"]),
    ],
)
def test_what_a_row_gives_rise_to(one, codes):
    assert [code for code, _ in found(one)] == codes


def test_a_share_of_nothing_is_told_and_a_breakdown_of_nothing_is_not():
    assert found(row("1.1", "0"), row("1.2", "0"), row("1.3", "0")) == [("zero-of-zero", "1.2")]
    assert found(row("1.1", "1"), row("1.2", "0"), row("1.3", "0")) == []


def test_a_value_that_cannot_be_read_is_no_fact_and_a_blank_one_is_remembered():
    one = report(row("1.1", "3.5"), row("1.2", ""), row("1.7", ""), row("1.6", "9,5"))
    assert {fact.code: fact.value for fact in one.facts} == {"rate": Fraction(19, 2)}
    assert one.blank == {"1.2", "1.7"}


def golden():
    with (ROOT / "tests" / "intake" / "hoang-cat-findings.csv").open(encoding="utf-8", newline="") as file:
        return {(one["code"], one["row"]) for one in csv.DictReader(file)}


def test_the_real_appendix_has_every_fault_that_it_shows_alone_and_no_other():
    registry = load_registry()
    path = ROOT / "scoring_rules" / "forms" / "phu-luc-01b-2023.toml"
    form = read_form(path.read_bytes(), path.name, registry.indicators)
    text = (EXAMPLES / "hoang-hoa-2023" / "reports" / "hoang-cat.txt").read_text(encoding="utf-8")
    one = from_lines(Lines(tuple(enumerate(text.split("\n"), 1))), "x.txt", form, registry.indicators)
    findings = join([one], None, 2023, form, registry.indicators).findings
    assert {(each.code, each.place.row) for each in findings} == golden()


def test_the_prose_of_the_real_report_is_held_against_its_appendix():
    path = SHARED / "reports" / "hoang-cat-2023.txt"
    if not path.exists():
        pytest.skip("the raw report stands beside the project only where it is checked")
    registry = load_registry()
    form_path = ROOT / "scoring_rules" / "forms" / "phu-luc-01b-2023.toml"
    form = read_form(form_path.read_bytes(), form_path.name, registry.indicators)
    lines = tuple(enumerate(path.read_text(encoding="utf-8").split("\n"), 1))
    one = from_lines(Lines(lines), "x.txt", form, registry.indicators)
    findings = join([one], None, 2023, form, registry.indicators).findings
    said = {each.code: each.args for each in findings if each.code.startswith("prose-")}
    proposed = {each.args["said"] for each in findings if each.code == "prose-proposes"}
    assert proposed == {96, 212}
    assert (said["prose-differs"]["said"], said["prose-differs"]["value"]) == (6, 0)
    share = said["prose-share-differs"]
    assert (share["said"], share["part"], share["most"]) == (100, 56, 212)
    rest = {(each.code, each.place.row) for each in findings if not each.code.startswith("prose-")}
    assert rest == golden()
