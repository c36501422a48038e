"""A form of several tables: every figure goes to its own fact, and a table that cannot be told gives none."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.builtin.readers import read_csv_grid, read_docx, read_text, read_xlsx
from cchc_score.documents import Cell, CellTable, Tables
from cchc_score.intake.form_sections import tell_section
from cchc_score.intake.read_document import reports_of
from cchc_score.model import Form, FormRow, FormSection, Indicator, row_code
from cchc_score.registry.registry import load_registry
from cchc_score.schemes.form_file import read_form
from tests.running import ROOT
from tests.section_reports import HEADINGS, as_csv, as_text, as_word, as_workbook, printed_row, printed_tables
from tests.strategies import examples

REGISTRY = load_registry()
PATH = ROOT / "scoring_rules" / "forms" / "bnv-2025.toml"
REAL = read_form(PATH.read_bytes(), PATH.name, REGISTRY.indicators)

ONE, TWO, THREE = "Biểu mẫu 1", "Biểu mẫu 2", "Biểu mẫu 3"
INDICATORS = {code: Indicator(code, code) for code in ("a", "b", "c", "d", "e", "f", "g")}
COLUMNS = {
    "code": ("STT",),
    "label": HEADINGS[1:2],
    "unit": ("Đơn vị tính",),
    "value": ("Số liệu",),
    "remark": ("Ghi chú",),
}


def rows_in(section, *rows):
    return {
        row_code(section, code): FormRow(row_code(section, code), label, unit="Việc", indicator=fact, section=section)
        for code, label, fact in rows
    }


FORM = Form(
    "mau",
    "Mẫu",
    # '1 Tổng số' stands in the first two tables: its code and its label do not tell them apart.
    rows_in(ONE, ("1", "Tổng số", "a"), ("2", "Kế hoạch", "b"))
    | rows_in(TWO, ("1", "Tổng số", "c"), ("2", "Văn bản", "d"))
    | rows_in(THREE, ("1", "Thủ tục", "e"), ("1/1", "Của tỉnh", "f"), ("2", "Văn bản", "g")),
    "CỦA ỦY BAN NHÂN DÂN",
    "CẢI CÁCH HÀNH CHÍNH NĂM",
    ("STT", HEADINGS[1], "Đơn vị tính", "Số liệu", "Ghi chú"),
    columns=COLUMNS,
    sections=(FormSection(ONE, "Chỉ đạo"), FormSection(TWO, "Thể chế"), FormSection(THREE, "Thủ tục hành chính")),
)
VALUES = {code: str(10 + at) for at, code in enumerate(FORM.rows)}
GOOD = printed_tables(FORM, VALUES)
ALL = dict(zip("abcdefg", range(10, 17), strict=True))

KINDS = {
    "text": lambda tables: read_text(as_text(tables), "x.txt"),
    "csv": lambda tables: read_csv_grid(as_csv(tables), "x.csv"),
    "word": lambda tables: read_docx(as_word(tables), "x.docx"),
    "sheets": lambda tables: read_xlsx(as_workbook(tables), "x.xlsx"),
    "one sheet": lambda tables: read_xlsx(as_workbook(tables, apart=False), "x.xlsx"),
}
each_kind = pytest.mark.parametrize("kind", KINDS)
CELLS = pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "text"])


def read(kind, tables, form=FORM, indicators=INDICATORS):
    (report,) = reports_of(KINDS[kind](tables), "x", form, indicators, 2025)
    return report


def told(report):
    return {one.code: one.value for one in report.facts}


def codes(report):
    return sorted(one.code for one in report.findings)


def without_titles(name):
    return ((), GOOD[name][1])


# A part has no code of its own.
GOOD[THREE][1][2] = ("", *GOOD[THREE][1][2][1:])


@each_kind
def test_every_figure_goes_to_its_own_fact(kind):
    report = read(kind, list(GOOD.values()))
    assert told(report) == ALL
    assert codes(report) == []
    assert (report.unit, report.year) == ("XÃ AN LỘC", 2025)


@each_kind
def test_the_place_of_a_figure_names_table_and_row(kind):
    report = read(kind, list(GOOD.values()))
    assert {one.code: one.origin.row for one in report.facts} == dict(zip("abcdefg", FORM.rows, strict=True))
    place = report.facts[2].place("Xã An Lộc").words()
    assert place.endswith("Xã An Lộc, dòng Biểu mẫu 2: 1")


@each_kind
def test_the_order_of_the_tables_changes_nothing(kind):
    report = read(kind, [GOOD[name] for name in (THREE, ONE, TWO)])
    assert told(report) == ALL
    assert codes(report) == []


@each_kind
@pytest.mark.parametrize("absent", [ONE, TWO, THREE])
def test_a_table_that_is_not_there_is_told(kind, absent):
    report = read(kind, [table for name, table in GOOD.items() if name != absent])
    assert told(report) == {
        row.indicator: Fraction(VALUES[code]) for code, row in FORM.rows.items() if row.section != absent
    }
    (finding,) = report.findings
    assert (finding.code, finding.args) == ("text-table-absent", {"name": absent})


@each_kind
def test_a_title_whose_table_is_not_there_names_nothing(kind):
    report = read(kind, [((*GOOD[ONE][0], "", *GOOD[TWO][0]), GOOD[TWO][1])])
    assert told(report) == {"c": 12, "d": 13}
    shared = [HEADINGS, GOOD[TWO][1][1]]
    assert told(read(kind, [((ONE, TWO), shared)])) == {"c": 12}


@pytest.mark.parametrize("kind", ["csv", "one sheet"])
def test_a_note_may_stand_between_a_title_and_the_headings(kind):
    tables = [((name, "Đơn vị tính: việc"), [HEADINGS, GOOD[name][1][1]]) for name in (ONE, TWO, THREE)]
    report = read(kind, tables)
    assert told(report) == {"a": 10, "c": 12, "e": 14}
    assert set(codes(report)) == {"text-rows-absent"}


@CELLS
def test_a_table_without_a_title_is_known_by_its_rows(kind):
    report = read(kind, [GOOD[ONE], without_titles(THREE), without_titles(TWO)])
    assert told(report) == ALL
    assert codes(report) == []


@CELLS
def test_tables_that_cannot_be_told_apart_are_not_read(kind):
    first, second = ((), [HEADINGS, GOOD[ONE][1][1]]), ((), [HEADINGS, GOOD[TWO][1][1]])
    report = read(kind, [GOOD[THREE], first, second])
    assert told(report) == {"e": 14, "f": 15, "g": 16}
    unclear = [one for one in report.findings if one.code == "table-unclear"]
    assert [one.args["names"] for one in unclear] == [(ONE, TWO), (ONE, TWO)]
    assert len({one.place for one in unclear}) == 2


def test_a_text_without_titles_is_not_guessed_at():
    report = read("text", [without_titles(name) for name in GOOD])
    assert told(report) == {}
    assert "table-unclear" in codes(report)


@pytest.mark.parametrize("text", ["", "\n\n", "Kính gửi UBND tỉnh", "STT\nChỉ tiêu\n1\nViệc khác"])
def test_a_text_without_any_row_of_the_form_says_so(text):
    (report,) = reports_of(read_text(text.encode(), "x.txt"), "x.txt", FORM, INDICATORS, 2025)
    assert codes(report) == ["text-no-rows"]


def test_a_text_of_one_table_without_a_title_is_known_by_its_rows():
    assert told(read("text", [without_titles(TWO)])) == {"c": 12, "d": 13}


@each_kind
def test_swapped_titles_are_told_and_neither_table_is_read(kind):
    swapped = [(GOOD[THREE][0], GOOD[ONE][1]), (GOOD[ONE][0], GOOD[THREE][1]), GOOD[TWO]]
    report = read(kind, swapped)
    assert told(report) == {"c": 12, "d": 13}
    differs = [one.args for one in report.findings if one.code == "table-title-differs"]
    assert differs == [{"title": THREE, "names": (ONE,)}, {"title": ONE, "names": (THREE,)}]


@each_kind
@pytest.mark.parametrize("titles", [(ONE,), ("Chỉ đạo",), ("BIỂU MẪU 1: Chỉ đạo",), ("Biểu mẫu 1 – chỉ đạo.",)])
def test_name_or_title_alone_is_enough(kind, titles):
    first = (titles, [HEADINGS, printed_row(FORM.rows["Biểu mẫu 1: 1"], "7")])
    assert told(read(kind, [first, GOOD[TWO]])) == {"a": 7, "c": 12, "d": 13}


@CELLS
def test_a_name_and_a_title_of_two_tables_leave_it_open(kind):
    first = ((ONE, "Thể chế"), [HEADINGS, printed_row(FORM.rows["Biểu mẫu 1: 1"], "7")])
    report = read(kind, [first, GOOD[THREE]])
    assert told(report) == {"e": 14, "f": 15, "g": 16}
    assert "table-unclear" in codes(report)


@CELLS
def test_a_row_of_another_table_is_told_and_not_taken(kind):
    rows = [*GOOD[ONE][1], ("2.", "Văn bản", "Việc", "99", "")]
    report = read(kind, [(GOOD[ONE][0], rows), GOOD[TWO], GOOD[THREE]])
    assert told(report) == ALL
    (finding,) = report.findings
    assert (finding.code, finding.place.row) == ("row-label-differs", "Biểu mẫu 1: 2")


@CELLS
def test_a_part_belongs_to_a_row_of_its_own_table(kind):
    rows = [HEADINGS, ("", "Của tỉnh", "Việc", "99", ""), *GOOD[ONE][1][1:]]
    titles, third = GOOD[THREE]
    # The part comes right after the row of another table that has such a part.
    report = read(kind, [(titles, third[:2]), (GOOD[ONE][0], rows)])
    assert told(report) == {"a": 10, "b": 11, "e": 14}
    assert "text-unmatched" in codes(report)


@CELLS
def test_headings_that_a_page_repeats_begin_no_other_table(kind):
    rows = GOOD[ONE][1]
    report = read(kind, [(GOOD[ONE][0], [*rows[:2], HEADINGS, *rows[2:]]), GOOD[TWO], GOOD[THREE]])
    assert told(report) == ALL
    assert codes(report) == []


def test_a_table_goes_on_in_another_where_its_rows_leave_no_doubt():
    def parts(name, at):
        titles, rows = GOOD[name]
        return [(titles, rows[:at]), ((), [HEADINGS, *rows[at:]])]

    report = read("word", [*parts(ONE, 2), GOOD[TWO], GOOD[THREE]])
    assert told(report) == ALL
    assert codes(report) == []
    # '2 Văn bản' may be a row of the second table as well.
    report = read("word", [GOOD[ONE], *parts(THREE, 3)])
    assert told(report) == {"a": 10, "b": 11, "e": 14, "f": 15}
    assert [one.args["names"] for one in report.findings if one.code == "table-unclear"] == [(TWO, THREE)]


def test_one_heading_may_serve_all_tables_of_a_sheet():
    first, *others = GOOD.values()
    headings = [(*HEADINGS[:2], "Kết quả", "", "Ghi chú"), ("", "", *HEADINGS[2:4], "")]
    rows = [((), headings), (first[0], first[1][1:]), *((titles, rows[1:]) for titles, rows in others)]
    for kind in ("csv", "one sheet"):
        report = read(kind, rows)
        assert told(report) == ALL
        assert codes(report) == []


def test_a_table_that_comes_twice_on_a_sheet_is_of_the_same_unit():
    reports = reports_of(KINDS["one sheet"]([*GOOD.values(), GOOD[ONE]]), "x.xlsx", FORM, INDICATORS, 2025)
    assert [(one.unit, one.year) for one in reports] == [("XÃ AN LỘC", 2025)] * 2


def test_several_units_may_stand_on_one_sheet_each_under_its_title():
    titles, rows = GOOD[ONE]
    second = (("SỐ LIỆU CỦA ỦY BAN NHÂN DÂN XÃ BÌNH MINH", *titles), rows)
    document = KINDS["one sheet"]([*GOOD.values(), second, GOOD[TWO]])
    reports = reports_of(document, "x.xlsx", FORM, INDICATORS, 2025)
    assert [(one.unit, len(one.facts)) for one in reports] == [("XÃ AN LỘC", 7), ("XÃ BÌNH MINH", 4)]


def test_titles_alone_part_the_tables_of_a_text():
    report = read("text", [(titles, rows[1:]) for titles, rows in GOOD.values()])
    assert told(report) == ALL
    assert codes(report) == []


def test_a_table_of_other_columns_does_not_go_on_with_those_of_the_one_before():
    narrow = CellTable(
        tuple((at, (Cell(text), Cell(""))) for at, text in enumerate((TWO, "Ghi chú", TWO, "1"), 1)), number=2
    )
    first = read_docx(as_word([GOOD[ONE]]), "x.docx")
    (report,) = reports_of(Tables((*first.tables, narrow), first.lines), "x.docx", FORM, INDICATORS, 2025)
    assert told(report) == {"a": 10, "b": 11}


def test_a_sheet_is_known_by_its_name():
    rows = [HEADINGS, printed_row(FORM.rows["Biểu mẫu 2: 1"], "5")]
    document = read_xlsx(as_workbook([((), rows)]), "x.xlsx")
    named = document.tables[0]
    for name, facts in (("Biểu mẫu 2", {"c": 5}), ("BIỂU MẪU 1", {"a": 5}), ("Sheet", {})):
        tables = type(document)((type(named)(named.rows, name, 1),))
        (report,) = reports_of(tables, "x.xlsx", FORM, INDICATORS, 2025)
        assert told(report) == facts


def test_workbooks_of_several_units_begin_anew_with_each():
    tables = list(GOOD.values())
    more = [(titles, [[cell.replace("1", "2") if at == 3 else cell for at, cell in enumerate(row)] for row in rows])
            for titles, rows in tables]  # fmt: skip
    reports = reports_of(KINDS["sheets"]([*tables, *more]), "x.xlsx", FORM, INDICATORS, 2025)
    assert [told(one)["g"] for one in reports] == [16, 26]
    assert [len(one.facts) for one in reports] == [7, 7]


def test_each_unit_may_have_a_column():
    def columns(rows):
        head = (*HEADINGS[:3], "Xã An Lộc", "Xã Bình Minh")
        return [head, *((*row[:4], f"{row[3]}0") for row in rows[1:])]

    tables = [(titles, columns(rows)) for titles, rows in GOOD.values()]
    for kind in ("csv", "word", "one sheet"):
        reports = reports_of(KINDS[kind](tables), "x", FORM, INDICATORS, 2025)
        assert [(one.unit, told(one)) for one in reports] == [
            ("Xã An Lộc", ALL),
            ("Xã Bình Minh", {code: 10 * value for code, value in ALL.items()}),
        ]


def test_a_name_in_the_prose_is_no_title():
    prose = "Số liệu ở Biểu mẫu 2 được lập theo Biểu mẫu 1.\nThể chế\nĐã ban hành văn bản.\n\n"
    text = prose.encode() + as_text(list(GOOD.values()))
    (report,) = reports_of(read_text(text, "x.txt"), "x.txt", FORM, INDICATORS, 2025)
    assert told(report) == ALL
    assert (report.unit, report.year) == ("XÃ AN LỘC", 2025)


def test_wide_headings_name_a_row_by_its_table_where_codes_are_not_enough():
    head = "unit,Biểu mẫu 1: 1,Biểu mẫu 2: 1,Kế hoạch,Biểu mẫu 3: 2\n"
    (report,) = reports_of(read_csv_grid(f"{head}01,1,2,3,4\n".encode(), "x.csv"), "x.csv", FORM, INDICATORS, 2025)
    table = {one.code: one.value for one in report.facts}
    assert table == {"a": 1, "c": 2, "b": 3, "g": 4}
    grid = read_csv_grid(b"unit,1,2\n01,1,2\n", "x.csv")
    assert {one.code for report in reports_of(grid, "x.csv", FORM, INDICATORS, 2025) for one in report.findings} == {
        "csv-column"
    }


@given(st.sets(st.sampled_from("ABC")), *[st.frozensets(st.integers(0, 4))] * 3)
@examples(200)
def test_a_table_is_told_only_by_what_speaks_for_it_alone(titled, a, b, c):
    matches = dict(zip("ABC", (a, b, c), strict=True))
    found = tell_section(titled, matches)
    assert bool(found.section) != bool(found.fault)
    if found.section:
        own = matches[found.section]
        assert not titled or found.section in titled
        assert titled == {found.section} or own
        # No table has more of its rows, and without one title none has as many.
        assert all(len(rows) <= len(own) for rows in matches.values())
        rivals = [name for name in (titled or matches) if name != found.section and matches[name] == own]
        assert titled == {found.section} or not rivals


def value_of(row):
    """A printed value of a row of the real form, with the fact that it says."""
    indicator = REGISTRY.indicators[row.indicator]
    if row.legend:
        answers = {"yes": True, "no": False}
        return st.sampled_from(row.legend).map(lambda one: (str(one.number), answers.get(one.option, one.option)))
    if indicator.kind == "percent":
        return st.integers(0, 10_000).map(lambda n: (f"{n // 100},{n % 100:02}", Fraction(n, 100)))
    if indicator.kind == "money":
        return st.integers(10**6, 10**9).map(lambda n: (f"{n:,}".replace(",", "."), Fraction(n)))
    return st.integers(0, 10**6).map(lambda n: (str(n), Fraction(n)))


LEAVES = [row for row in REAL.rows.values() if row.indicator]


@st.composite
def filled_forms(draw):
    """Values of the rows of the real form, some of them blank, and the tables in some order, some left out."""
    chosen = draw(st.lists(st.sampled_from(LEAVES), min_size=1, unique_by=lambda row: row.code))
    values = {row.code: draw(value_of(row)) for row in chosen}
    order = draw(st.permutations([section.name for section in REAL.sections]))
    return values, order[: draw(st.integers(1, len(order)))]


@pytest.mark.full
@each_kind
@given(filled_forms())
@examples(12)
def test_what_is_written_into_the_seven_tables_is_read_back(kind, filled):
    values, order = filled
    tables = printed_tables(REAL, {code: text for code, (text, _) in values.items()})
    report = read(kind, [tables[name] for name in order], REAL, REGISTRY.indicators)
    rows = {code: row for code, row in REAL.rows.items() if row.section in order}
    assert told(report) == {row.indicator: values[code][1] for code, row in rows.items() if code in values}
    absent = {one.args["name"] for one in report.findings if one.code == "text-table-absent"}
    assert absent == {section.name for section in REAL.sections} - set(order)
    assert report.blank == {row.code for row in rows.values() if row.kind == "leaf" and row.code not in values}


def test_the_real_form_has_the_rows_of_seven_tables():
    assert len(REAL.sections) == 7
    assert len(REAL.rows) == 123
    firsts = [row.code for row in REAL.rows.values() if row.printed_code == "1"]
    assert firsts == [f"Biểu mẫu {number}: 1" for number in range(1, 8)]
    assert all((row.kind == "leaf") == (row.indicator is not None) for row in REAL.rows.values())


def test_no_code_and_label_of_the_real_form_stand_in_two_tables():
    keys = [(row.printed_code, row.label) for row in REAL.rows.values()]
    assert len(set(keys)) == len(keys)
