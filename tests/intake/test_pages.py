"""Tables that go on over pages: a cut row is put together where the form says so, and a figure is never made up."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.documents import Cell, CellTable, Tables
from cchc_score.intake.pages import over_pages, unread_tables
from tests.pdf.appendices import FORM, INDICATORS, RIGHT, ROWS, VALUES, figures, findings, wrong, year_of

HEAD = (("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú"),)
TITLE = ((1, "PHỤ LỤC CẢI CÁCH HÀNH CHÍNH CỦA UBND XÃ HOẰNG CÁT"),)


def printed():
    """The rows of the form as texts, with the values of the appendix."""
    codes = {"2.1/1": "Trong đó"}
    return [
        [codes.get(row.code, "" if "/" in row.code else row.code), row.label, "x" if row.legend else row.unit, VALUES.get(row.code, ""), ""]
        for row in ROWS
    ]  # fmt: skip


def paged(*pages, heads=None):
    """A document of pages, each a list of rows as texts, under headings on the pages of those numbers."""
    tables = []
    for number, rows in enumerate(pages, 1):
        lines = [*(HEAD if heads is None or number in heads else ()), *rows]
        cells = tuple(
            (line, tuple(Cell(text, at=f"{'ABCDE'[at]}{line}") for at, text in enumerate(texts)))
            for line, texts in enumerate(lines, 1)
        )
        tables.append(CellTable(cells, after=1, page=number))
    return Tables(tuple(tables), TITLE, draft=True)


@given(
    st.integers(0, len(ROWS) - 1),
    st.integers(0, 60),
    st.sampled_from(["before", "after"]),
    st.booleans(),
    st.booleans(),
)
def test_a_row_cut_anywhere_is_one_row_again(at, letters, side, repeated, numbered):
    rows = printed()
    code, label, unit, value, _ = rows[at]
    first = [code, label[:letters], unit, value if side == "before" else "", ""]
    second = ["", label[letters:], "", value if side == "after" else "", ""]
    below = [["(1)", "(2)", "(3)", "(4)", "(5)"]] if numbered and repeated else []
    # A page on which nothing of the row is left does not begin with it.
    rest = [second] if any(second) else []
    found = paged([*rows[:at], first], [*below, *rest, *rows[at + 1 :]], heads=None if repeated else {1})
    gathered = year_of(found)
    assert not wrong(gathered)
    lost = RIGHT.keys() - figures(gathered).keys()
    # With all of its label on one side of the page and its code on the other nobody can tell that it is one row.
    assert not lost or (not label[:letters].strip() or not label[letters:].strip())
    assert not lost or findings(gathered)


@given(st.permutations(range(len(ROWS))), st.integers(1, len(ROWS) - 1))
def test_whole_rows_are_left_as_they_are(order, cut):
    rows = [printed()[at] for at in order]
    before = paged(rows[:cut], rows[cut:])
    after = over_pages(before, FORM, 2023)
    assert [table.rows for table in after.tables] == [table.rows for table in before.tables]


@given(st.integers(2, len(ROWS) - 2), st.integers(1, len(ROWS) - 1), st.booleans())
def test_headings_typed_anew_in_the_middle_of_a_page_lose_nothing(cut, more, in_two):
    rows = printed()
    code, label, unit, value, _ = rows[cut]
    first = [[code, label[:9], unit, value, ""]] if in_two else []
    rest = [["", label[9:], "", "", ""], *rows[cut + 1 :]] if in_two else rows[cut:]
    below = min(more, len(rest) - 1)
    gathered = year_of(paged([*rows[:cut], *first], [*rest[:below], *map(list, HEAD), *rest[below:]], heads={1}))
    assert not wrong(gathered)
    lost = RIGHT.keys() - figures(gathered).keys()
    # Headings right below what is left of a row are those of what comes.
    assert not lost or (in_two and below == 1 and findings(gathered))


def test_below_a_title_in_the_table_another_appendix_begins():
    rows = printed()
    other = [*row[:3], "5", ""] if (row := rows[1]) else []
    title = ["", "PHỤ LỤC CẢI CÁCH HÀNH CHÍNH CỦA UBND XÃ HOẰNG QUÝ", "", "", ""]
    gathered = year_of(paged(rows[:4], [*rows[4:6], title, *map(list, HEAD), rows[0], other], heads={1}))
    assert not wrong(gathered)


def test_what_both_pages_show_of_one_figure_is_no_figure():
    rows = printed()
    first, second = [*rows[1][:3], "2", ""], ["", "", "", "7", ""]
    gathered = year_of(paged([rows[0], first], [second, *rows[2:]]))
    assert "1.1" not in figures(gathered)
    assert "cell-cut" in findings(gathered)


def test_pages_between_which_one_is_missing_are_not_put_together():
    rows = printed()
    found = paged([rows[0], [*rows[1][:3], "", ""]], [["", "", "", "27", ""], *rows[2:]])
    apart = replace(found, tables=(found.tables[0], replace(found.tables[1], page=3)))
    assert "1.1" not in figures(year_of(apart))
    assert "1.1" in figures(year_of(found))


def test_columns_may_differ_from_page_to_page_where_headings_name_them():
    rows = printed()
    wide = [[*row[:3], "", *row[3:]] for row in rows]
    found = paged(rows[:4], [])
    head = ["STT", "Chỉ tiêu thống kê", "Đơn vị tính", "", "Số liệu", "Ghi chú"]
    other = CellTable(
        tuple(
            (line, tuple(Cell(text, at=f"A{line}") for text in texts))
            for line, texts in enumerate([head, *wide[4:]], 1)
        ),
        after=1,
        page=2,
    )
    gathered = year_of(replace(found, tables=(found.tables[0], other)))
    assert figures(gathered).keys() == RIGHT.keys()
    assert not wrong(gathered)


def test_a_table_that_follows_and_cannot_be_told_is_named():
    found = paged(printed(), [["Ông A", "Chủ tịch", "5", "", ""]], heads={1})
    assert [one.place.page for one in unread_tables(found, FORM, INDICATORS, 2023, "a.pdf")] == [2]
    assert "pdf-table" in findings(year_of(found))
