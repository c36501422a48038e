"""Title, file name, folder, prose and columns: where they disagree on unit, year or period nothing is taken."""

from dataclasses import replace

import pytest

from cchc_score.documents import Grid
from cchc_score.findings import Place
from cchc_score.intake.join import join
from cchc_score.intake.read_document import reports_of
from cchc_score.intake.reports import Report
from tests.appendix_files import (
    FORM,
    HEADINGS,
    INDICATORS,
    KINDS,
    UNITS,
    codes,
    document,
    facts,
    table,
    year_of,
)

TITLE = "THỐNG KÊ KẾT QUẢ CẢI CÁCH HÀNH CHÍNH CỦA UBND XÃ HOẰNG CÁT"
WHOLE = {("15865", "tasks"): 27, ("15865", "done"): 25, ("15865", "people"): 120, ("15865", "board"): True}
HEAD = ("ỦY BAN NHÂN DÂN", "XÃ HOẰNG CÁT", "BÁO CÁO", "Kết quả cải cách hành chính năm 2023", "")


def read(kind, above=(TITLE, "(Báo cáo năm 2023)", ""), name="bao-cao", rows=None):
    return year_of((f"{name}.{kind}", document(kind, above, rows)))


TITLES = {
    "a year behind the name": [TITLE + " NĂM 2023"],
    "the year of the report behind the name": [TITLE + " Năm báo cáo: 2023", "Báo cáo năm: 2023"],
    "a district behind the name": [TITLE + ", HUYỆN HOẰNG HÓA", "(Báo cáo năm 2023)"],
    "a district and no comma": [TITLE + " HUYỆN HOẰNG HÓA NĂM 2023"],
    "the office in full": [TITLE.replace("UBND", "ỦY BAN NHÂN DÂN"), "(Báo cáo năm 2023)"],
    "the office in the other spelling": [TITLE.replace("UBND", "UỶ BAN NHÂN DÂN") + " NĂM 2023"],
    "the date on the next line": [TITLE, "(Kèm theo Báo cáo số 12/BC-UBND ngày 05/01/2024)", "Báo cáo năm 2023"],
    "the period on the next line": [TITLE, "Từ ngày 15/12/2022 đến ngày 14/12/2023", "Báo cáo năm 2023"],
    "a number of the form on the next line": [TITLE, "Biểu số 1", "Báo cáo năm 2023"],
    "a year on the next line": [TITLE, "Năm 2023"],
    "whole months": [TITLE, "12 tháng năm 2023"],
    "the year so far to its end": [TITLE, "(lũy kế đến ngày 31/12/2023)", "Báo cáo năm 2023"],
    "what the year to come brings": [
        *HEAD[:3],
        "Kết quả năm 2023 và phương hướng quý I năm 2024",
        "",
        TITLE,
        "Năm 2023",
    ],
}


@pytest.mark.full
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("above", TITLES.values(), ids=TITLES)
def test_titles_as_offices_write_them_are_understood(kind, above):
    got = read(kind, [*above, ""])
    assert (codes(got), facts(got)) == ([], WHOLE)


@pytest.mark.parametrize(
    ("title", "unit"),
    [("XÃ NĂM CĂN NĂM 2023", "15871"), ("THỊ XÃ BỈM SƠN, TỈNH THANH HÓA NĂM 2023", "15874"), ("Xã Hoằng Quý", "15868")],
)
def test_a_name_that_holds_a_word_of_what_may_follow_stays_whole(title, unit):
    got = read("docx", [TITLE.replace("XÃ HOẰNG CÁT", title), "Báo cáo năm 2023"])
    assert {code for code, _ in facts(got)} == {unit}


OTHERS = {
    "another unit's file": {"name": "Xã Hoằng Quý 2023"},
    "another unit's file without accents": {"name": "hoang-quy"},
    "another unit's code": {"name": "15868-hoang-cat"},
    "another unit within the name": {"name": "BC CCHC Xã Hoằng Quý lần 2"},
    "another unit's folder": {"name": "Xã Hoằng Quý/bao-cao"},
    "another unit's letterhead": {"above": ["ỦY BAN NHÂN DÂN", "XÃ HOẰNG QUÝ", "", TITLE, "Báo cáo năm 2023", ""]},
    "prose about another unit": {"above": ["BÁO CÁO", "UBND xã Hoằng Quý đã ban hành kế hoạch.", "", TITLE, "Báo cáo năm 2023", ""]},
}  # fmt: skip


def test_only_in_a_text_a_name_goes_on_in_the_next_line():
    got = read("txt", [TITLE[:-9], TITLE[-9:] + " NĂM 2023", ""])
    assert (codes(got), facts(got)) == ([], WHOLE)


# A sheet has no prose.
@pytest.mark.parametrize(
    ("kind", "changed"),
    [
        pytest.param(kind, changed, id=f"{kind}: {name}")
        for name, changed in OTHERS.items()
        for kind in (("docx", "txt") if "above" in changed else KINDS)
    ],
)
def test_a_neighbour_where_the_title_says_another_is_told_and_nothing_taken(kind, changed):
    got = read(kind, **changed)
    assert (codes(got), facts(got)) == (["unit-contradicted"], {})
    assert "Xã Hoằng Quý" in next(one for one in got.findings if one.code == "unit-contradicted").words()


AGREE = {
    "its own file": {"name": "Xã Hoằng Cát 2023"},
    "its own code": {"name": "15865-hoang-cat"},
    "no name at all": {"name": "phu luc 01b"},
    "a number before the name": {"name": "3. hoang-cat"},
    "the folder of all": {"name": "bao-cao/cac-xa/hoang-cat"},
    "neighbours in its prose": {"above": ["UBND xã Hoằng Cát học tập UBND xã Hoằng Quý.", "", TITLE, "Báo cáo năm 2023", ""]},
    "offices of others": {"above": ["Kính gửi: UBND huyện Hoằng Hóa", "", TITLE, "Báo cáo năm 2023", ""]},
    "the day of sending": {"name": "hoang-cat 05-01-2024"},
    "a folder outside of the year": {"name": "../nam 2022/hoang-cat"},
}  # fmt: skip


@pytest.mark.parametrize("kind", ["docx", "txt"])
@pytest.mark.parametrize("changed", AGREE.values(), ids=AGREE)
def test_what_agrees_is_taken_without_a_word(kind, changed):
    got = read(kind, **changed)
    assert (codes(got), facts(got)) == ([], WHOLE)


PERIODS = {
    "half a year in the title": ({"above": [TITLE, "(6 tháng đầu năm 2023)", ""]}, "period-part"),
    "half a year in words": ({"above": [TITLE, "(Sáu tháng đầu năm 2023)", ""]}, "period-part"),
    "nine months": ({"above": [TITLE, "9 tháng năm 2023", ""]}, "period-part"),
    "a quarter": ({"above": [TITLE, "(Quý III năm 2023)", ""]}, "period-part"),
    "a quarter behind the name": ({"above": [TITLE + " QUÝ 4 NĂM 2023", ""]}, "period-part"),
    "a quarter above the title": ({"above": ["PHỤ LỤC QUÝ I NĂM 2023", TITLE, ""]}, "period-part"),
    "the year so far": ({"above": [TITLE, "(lũy kế đến ngày 30/9/2023)", ""]}, "period-part"),
    "a quarter in the heading of labels": (
        {"rows": table((HEADINGS[0], "Chỉ tiêu thống kê", *HEADINGS[2:])), "above": [TITLE, "Báo cáo năm 2023", "Quý II", ""]},
        "period-part",
    ),
    "half a year in the file's name": ({"name": "hoang-cat 6 thang dau nam 2023"}, "period-part"),
    "a quarter in the file's name": ({"name": "Hoằng Cát quý III-2023"}, "period-part"),
    "half a year in the folder": ({"name": "6 tháng/hoang-cat"}, "period-part"),
    "another year in the file's name": ({"name": "Xã Hoằng Cát 2022"}, "year-contradicted"),
    "another year in the folder": ({"name": "2022/hoang-cat"}, "year-contradicted"),
    "another year in the title": ({"above": [TITLE, "(Năm 2022)", ""]}, "year-differs"),
    "another year behind the name": ({"above": [TITLE + " NĂM 2022", ""], "name": "hoang-cat-2023"}, "year-contradicted"),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("changed", "code"), PERIODS.values(), ids=PERIODS)
def test_another_year_or_a_part_of_one_is_told_and_nothing_taken(kind, changed, code):
    got = read(kind, **changed)
    assert (codes(got), facts(got)) == ([code], {})


SUBJECTS = {
    "half a year": (["BÁO CÁO", "Kết quả cải cách hành chính 6 tháng đầu năm 2023"], "period-part"),
    "a quarter in the same line": (["BÁO CÁO KẾT QUẢ CCHC QUÝ III NĂM 2023"], "period-part"),
    "another year": (["BÁO CÁO", "Kết quả cải cách hành chính", "năm 2022"], "year-contradicted"),
}


@pytest.mark.parametrize("kind", ["docx", "txt"])
@pytest.mark.parametrize(("subject", "code"), SUBJECTS.values(), ids=SUBJECTS)
def test_the_subject_of_the_report_counts_as_well(kind, subject, code):
    got = read(kind, ["UBND XÃ HOẰNG CÁT", *subject, "I. Kết quả quý I, 6 tháng", "", TITLE, "Báo cáo năm 2023", ""])
    assert (codes(got), facts(got)) == ([code], {})


def two(first, second):
    rows = table()
    values = [row[3] for row in rows]
    return [
        [*row[:3], value if at else first, f"9{value}" if at and value else second if not at else "", row[4]]
        for at, (row, value) in enumerate(zip(rows, values, strict=True))
    ]


def one(heading):
    return table((*HEADINGS[:3], heading, HEADINGS[4]))


COLUMNS = {
    "figures of another year": (one("Số liệu năm 2022"), ["year-contradicted"]),
    "the year so far beside": (two("Số liệu", "Lũy kế từ đầu năm"), ["columns-unclear"]),
    "quarters": (two("Quý III", "Quý IV"), ["columns-unclear"]),
    "the year so far alone": (one("Lũy kế từ đầu năm"), ["columns-unclear"]),
}


@pytest.mark.parametrize("kind", ["docx", "xlsx", "csv"])
@pytest.mark.parametrize(("rows", "told"), COLUMNS.values(), ids=COLUMNS)
def test_columns_of_another_period_give_nothing(kind, rows, told):
    got = read(kind, rows=rows)
    assert (codes(got, "unit-unnamed"), facts(got)) == (told, {})


HEADED = ("Số liệu báo cáo", "Thực hiện", "Năm nay", "Thực hiện năm 2023", "Số liệu (Báo cáo năm 2023)")


@pytest.mark.parametrize("kind", ["docx", "xlsx", "csv"])
@pytest.mark.parametrize("heading", HEADED)
def test_headings_of_figures_as_offices_write_them(kind, heading):
    got = read(kind, rows=one(heading))
    assert (codes(got), facts(got)) == ([], WHOLE)


@pytest.mark.parametrize("kind", KINDS)
def test_the_heading_of_the_ministrys_form(kind):
    label = "Chỉ tiêu thống kê (Sử dụng trong kỳ báo cáo hàng quý, 6 tháng, năm)"
    got = read(kind, rows=table((HEADINGS[0], label, *HEADINGS[2:])))
    assert (codes(got), facts(got)) == ([], WHOLE)


@pytest.mark.parametrize("word", ["Đơn vị", "Xã", "Mã", "Tên đơn vị"])
@pytest.mark.parametrize("kind", ["docx", "xlsx", "csv"])
def test_a_unit_of_measure_makes_no_row_a_heading(kind, word):
    rows = table(units=("", word, word, word, word))
    rows[3][0] = "(1.2)"
    rows[4][0] = ""
    got = read(kind, rows=rows)
    assert ("15865", "tasks") in facts(got)
    assert not {"csv-column", "unit-unknown", "csv-unit-empty"} & set(codes(got))


def test_a_person_who_says_whose_and_of_which_year_a_report_is_wins():
    (report,) = reports_of(
        document("docx", OTHERS["another unit's letterhead"]["above"]), "2022.docx", FORM, INDICATORS, 2023
    )
    got = join([replace(report, given_unit=True, given_year=True)], UNITS, 2023, FORM, INDICATORS)
    assert (codes(got), facts(got)) == ([], WHOLE)
    told = join([report], UNITS, 2023, FORM, INDICATORS)
    assert codes(told) == ["unit-contradicted", "year-contradicted"]


def test_a_file_of_many_units_is_named_for_none_of_them():
    reports = [Report(Place("15865.csv", line), code, year=2023) for line, code in ((2, "15865"), (3, "15868"))]
    assert codes(join(reports, UNITS, 2023, None, INDICATORS)) == []
    (alone,) = reports[1:]
    assert codes(join([alone], UNITS, 2023, None, INDICATORS)) == ["unit-contradicted"]


@pytest.mark.parametrize(("above", "name", "code"), [
    (["Số liệu quý III năm 2023"], "x", "period-part"),
    (["Số liệu năm 2022"], "x 2023", "year-contradicted"),
    (["Số liệu"], "2022/x", "year-differs"),
    (["Số liệu năm 2023"], "2022/x", "year-contradicted"),
])  # fmt: skip
def test_a_list_of_many_units_says_its_period_too_and_that_is_told_once(above, name, code):
    rows = [[text, ""] for text in above] + [["Mã đơn vị", "tasks"], ["15865", "7"], ["15868", "8"]]
    grid = Grid(tuple((number, tuple(row)) for number, row in enumerate(rows, 1)))
    got = year_of((f"{name}.csv", grid), form=None)
    assert (set(codes(got)), facts(got)) == ({code}, {})
    assert len(codes(got)) == (2 if code == "year-differs" else 1)


NOBODY = {
    "its file": {"name": "Xã Hoằng Thịnh 2023"},
    "its file after other words": {"name": "BC CCHC xã Hoằng Thịnh lần 2"},
    "its letterhead": {"above": ["ỦY BAN NHÂN DÂN", "XÃ HOẰNG THỊNH", "", TITLE, "Báo cáo năm 2023", ""]},
    "its prose": {"above": ["UBND xã Hoằng Thịnh đã họp.", "", TITLE, "Báo cáo năm 2023", ""]},
}


@pytest.mark.parametrize("units", [None, UNITS[:1]], ids=["no list", "a list"])
@pytest.mark.parametrize("changed", NOBODY.values(), ids=NOBODY)
def test_a_neighbour_whom_no_list_names_is_told_as_well(changed, units):
    above = changed.get("above", (TITLE, "(Báo cáo năm 2023)", ""))
    got = year_of((f"{changed.get('name', 'x')}.docx", document("docx", above)), units=units)
    assert (codes(got), facts(got)) == (["unit-contradicted"], {})
    (told,) = [one for one in got.findings if one.code == "unit-contradicted"]
    assert "hoằng thịnh" in told.words().casefold()


SILENT = {
    "a headline": {"above": ["UBND XÃ", "BÁO CÁO", "Kết quả cải cách hành chính năm 2023", "", TITLE, "Báo cáo năm 2023", ""]},
    "a file of the level": {"name": "Phụ lục cấp xã 2023"},
    "a file of the year": {"name": "Báo cáo xã năm 2023"},
    "an abbreviation": {"name": "BC xã HC 2023"},
    "its own name": {"name": "XÃ HOẰNG CÁT 2023"},
    "its own name in the other spelling": {"name": "Xã Hoằng Cát - phụ lục"},
    "the commune without a name": {"above": ["UBND xã đã họp.", "", TITLE, "Báo cáo năm 2023", ""]},
}  # fmt: skip


@pytest.mark.parametrize("units", [None, UNITS[:1]], ids=["no list", "a list"])
@pytest.mark.parametrize("changed", SILENT.values(), ids=SILENT)
def test_words_that_name_nobody_contradict_nothing(changed, units):
    above = changed.get("above", (TITLE, "(Báo cáo năm 2023)", ""))
    got = year_of((f"{changed.get('name', 'x')}.docx", document("docx", above)), units=units)
    assert (codes(got), len(facts(got))) == ([], 4)
