"""What a row prints as its unit of measure or its legend, held against the form's."""

from fractions import Fraction

import pytest

from cchc_score.findings import Place
from cchc_score.intake.form_rows import PrintedForm, PrintedRow, form_report
from cchc_score.intake.join import join
from cchc_score.intake.printed_units import Measure, legend_differs, measure, unit_differs
from cchc_score.model import Answer, Form, FormRow, Indicator, Unit

MONEY = Indicator("money", "Số tiền", kind="money", decimals=2, unit="triệu đồng")
DOSSIERS = Indicator("dossiers", "Hồ sơ", unit="hồ sơ")
RATE = Indicator("rate", "Tỷ lệ", kind="percent", decimals=2)
BOARD = Indicator("board", "Họp", kind="yes_no")
UNITS = frozenset({"triệu đồng", "hồ sơ", "văn bản", "thủ tục", "%"})
LEGEND = (Answer(1, "yes", "Có"), Answer(0, "no", "Chưa có"))
MODES = (Answer(0, "a", "Trực tuyến"), Answer(1, "b", "Phát phiếu"), Answer(2, "c", "Kết hợp"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("đồng", (1, "đồng")),
        ("VNĐ", (1, "đồng")),
        ("Nghìn đồng", (1000, "đồng")),
        ("ngàn  đồng", (1000, "đồng")),
        ("1.000 đồng", (1000, "đồng")),
        ("1000đ", (1000, "đồng")),
        ("Triệu đồng", (10**6, "đồng")),
        ("Trđ", (10**6, "đồng")),
        ("tr.đ", (10**6, "đồng")),
        ("(Tỷ đồng)", (10**9, "đồng")),
        ("tỉ đồng", (10**9, "đồng")),
        ("Nghìn văn bản", (1000, "văn bản")),
        ("%", (1, "%")),
        ("Tỷ lệ %", (1, "%")),
        ("Tỷ lệ (%)", (1, "%")),
        ("Phần trăm", (1, "%")),
        ("‰", (1, "‰")),
        ("Hồ sơ", (1, "hồ sơ")),
        ("Tỷ lệ", (1, "tỷ lệ")),
        ("Trường hợp", (1, "trường hợp")),
        ("", (1, "")),
    ],
)
def test_a_unit_of_measure_is_how_many_of_what(text, wanted):
    assert measure(text) == Measure(*wanted)


@pytest.mark.parametrize(
    ("printed", "indicator", "differs"),
    [
        ("Triệu đồng", MONEY, False),
        ("trđ", MONEY, False),
        ("đồng", MONEY, True),
        ("Nghìn đồng", MONEY, True),
        ("Tỷ đồng", MONEY, True),
        ("%", MONEY, True),
        ("Hồ sơ", DOSSIERS, False),
        ("Số hồ sơ đã giải quyết", DOSSIERS, False),
        ("Nghìn hồ sơ", DOSSIERS, True),
        ("Văn bản", DOSSIERS, True),
        ("%", DOSSIERS, True),
        ("‰", DOSSIERS, True),
        ("Số lượng", DOSSIERS, False),
        ("nt", DOSSIERS, False),
        ("", DOSSIERS, False),
        ("%", RATE, False),
        ("Tỷ lệ (%)", RATE, False),
        ("Tỷ lệ", RATE, False),
        ("‰", RATE, True),
        ("Thủ tục", RATE, True),
        ("Nghìn đồng", RATE, True),
    ],
)
def test_another_measure_and_another_thing_differ_and_words_for_the_same_do_not(printed, indicator, differs):
    assert unit_differs(printed, indicator, UNITS) is differs


@pytest.mark.parametrize(
    ("printed", "legend", "differs"),
    [
        ("Có = 1 Chưa có = 0", LEGEND, False),
        ("Có = 0, Chưa có = 1", LEGEND, True),
        ("Có=0;Chưa có=1", LEGEND, True),
        ("Chưa có = 0; Có = 1", LEGEND, False),
        ("Trực tuyến = 0 Phát phiếu = 1 Kết hợp = 2", MODES, False),
        ("Trực tuyến = 1, Phát phiếu = 2, Kết hợp = 3", MODES, True),
        ("Trực tuyến = 0, Phát phiếu = 2", MODES, True),
        ("Khác = 7", MODES, False),
        ("", LEGEND, False),
        ("Văn bản", LEGEND, False),
    ],
)
def test_another_number_for_an_answer_differs(printed, legend, differs):
    assert legend_differs(printed, legend) is differs


INDICATORS = {one.code: one for one in (MONEY, DOSSIERS, RATE, BOARD)}
ROWS = (
    FormRow("1", "Số tiền", indicator="money"),
    FormRow("2", "Hồ sơ", unit="Số lượng HS", indicator="dossiers"),
    FormRow("3", "Tỷ lệ", indicator="rate"),
    FormRow("4", "Họp", indicator="board", legend=LEGEND),
)
FORM = Form("mau", "Mẫu", {row.code: row for row in ROWS})


@pytest.mark.parametrize(
    ("code", "value", "unit", "finding", "doubted"),
    [
        ("1", "900", "đồng", "row-unit-differs", "money"),
        ("1", "900", "Triệu đồng", None, None),
        ("2", "97", "%", "row-unit-differs", "dossiers"),
        ("2", "97", "Số lượng HS", None, None),
        ("3", "64", "Hồ sơ", "row-unit-differs", "rate"),
        ("4", "1", "Có = 0, Chưa có = 1", "row-legend-differs", "board"),
        ("4", "1", "Có = 1, Chưa có = 0", None, None),
    ],
)
def test_a_row_that_prints_another_unit_or_legend_is_in_doubt_and_read_as_it_stands(
    code, value, unit, finding, doubted
):
    report = form_report(
        PrintedForm(Place("x.txt"), "01", 2023, [PrintedRow(code, 5, value, unit=unit)]), FORM, INDICATORS
    )
    gathered = join([report], [Unit("01", "Xã A")], 2023, FORM, INDICATORS)
    told = [(one.code, one.place.unit, one.place.line) for one in gathered.findings if one.severity == "warning"]
    told = [one for one in told if one[0] != "text-rows-absent"]
    assert told == ([(finding, "Xã A", 5)] if finding else [])
    assert gathered.table.doubts == (frozenset({(0, doubted)}) if doubted else frozenset())
    read = [fact.value for fact in report.facts]
    assert read == [value == "1" if code == "4" else Fraction(value)]
