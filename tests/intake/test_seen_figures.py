"""What the reader of the page sees as the figure is read, or the place is told: Word and Excel, each kind of look."""

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

from cchc_score.builtin.readers import read_docx, read_xlsx
from cchc_score.model import Unit
from tests.appendix_files import codes, facts, table, year_of
from tests.reports import archive, word_file, word_members
from tests.workbooks import OFFICE, PACKAGE, saved, zipped

TITLE = ("THỐNG KÊ CẢI CÁCH HÀNH CHÍNH CỦA UBND XÃ HOẰNG CÁT", "Báo cáo năm 2023")
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
STYLES = "".join(
    f'<w:style w:type="{kind}" w:styleId="{name}"><w:basedOn w:val="{base}"/><w:rPr>{rules}</w:rPr></w:style>'
    for kind, name, base, rules in (
        ("character", "Gach", "", "<w:strike/>"),
        ("character", "GachNua", "Gach", "<w:b/>"),
        ("character", "An", "", "<w:vanish/>"),
        ("character", "Cao", "", '<w:vertAlign w:val="superscript"/>'),
        ("character", "Trang", "", '<w:color w:val="FFFFFF"/>'),
        ("character", "ThoiGach", "Gach", '<w:strike w:val="0"/>'),
        ("paragraph", "DoanGach", "", "<w:strike/>"),
        ("paragraph", "DoanAn", "", "<w:vanish/>"),
        ("table", "BangGach", "", "<w:strike/>"),
    )
)
PLACED = "".join(
    f'<w:style w:type="table" w:styleId="{name}"><w:basedOn w:val="{base}"/>{parts}</w:style>'
    for name, base, parts in (
        ("CotCuoi", "", '<w:tblStylePr w:type="lastCol"><w:rPr><w:strike/></w:rPr></w:tblStylePr>'),
        ("DongCuoi", "", '<w:tblStylePr w:type="lastRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr>'),
        ("DongCuoiNua", "DongCuoi", "<w:rPr><w:b/></w:rPr>"),
        ("Dai", "", '<w:tblStylePr w:type="band2Horz"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:tblStylePr>'),
        ("Dau", "", '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
                    '<w:tcPr><w:shd w:val="clear" w:fill="4472C4"/></w:tcPr></w:tblStylePr>'),
        ("CaBang", "", '<w:tblStylePr w:type="wholeTable"><w:rPr><w:vanish/></w:rPr></w:tblStylePr>'),
        ("Goc", "", '<w:tblStylePr w:type="seCell"><w:rPr><w:strike/></w:rPr></w:tblStylePr>'),
    )
)  # fmt: skip


def t(text, rules=""):
    return f"<w:r><w:rPr>{rules}</w:rPr><w:t>{text}</w:t></w:r>"


def p(content, rules=""):
    return f"<w:p><w:pPr>{rules}</w:pPr>{content}</w:p>"


def tc(content, rules=""):
    return f"<w:tc><w:tcPr>{rules}</w:tcPr>{content if content.startswith('<w:p>') else p(content)}</w:tc>"


def char(name):
    return f'<w:rStyle w:val="{name}"/>'


def para(name):
    return f'<w:pStyle w:val="{name}"/>'


def docx(cells, rules="", row_rules=None, styles=STYLES, **more):
    """A Word appendix whose cells of values are given in XML by the number of their row."""
    rows = []
    for at, texts in enumerate(table()):
        own = [tc(t(text)) for text in texts]
        own[3] = cells.get(at, own[3])
        rows.append(f"<w:tr><w:trPr>{(row_rules or {}).get(at, '')}</w:trPr>{''.join(own)}</w:tr>")
    body = "".join(p(t(text)) for text in TITLE) + f"<w:tbl><w:tblPr>{rules}</w:tblPr>{''.join(rows)}</w:tbl>"
    members = word_members(word_file(body, styles=styles))
    members["word/document.xml"] = members["word/document.xml"].replace(b"<w:document ", f"<w:document {W14} ".encode())
    return year_of(("x.docx", read_docx(archive({**members, **more}), "x.docx")))


def people(got):
    return facts(got).get(("15865", "people"))


PICTURE = "<w:r><w:drawing/></w:r>"
MARKED = {
    "a run by a style": tc(t("59", char("Gach")) + t("9")),
    "a run by a style on a style": tc(t("59", char("GachNua")) + t("9")),
    "a run hidden by a style": tc(t("5", char("An")) + t("9")),
    "a run raised by a style": tc(t("9") + t("1", char("Cao"))),
    "a paragraph by a style": tc(p(t("59"), para("DoanGach"))),
    "a paragraph hidden by a style": tc(p(t("59"), para("DoanAn"))),
    "white on white": tc(t("5", '<w:color w:val="FFFFFF"/>') + t("9")),
    "white by a style": tc(t("59", char("Trang"))),
    "struck out itself": tc(t("59", "<w:strike/>")),
}


@pytest.mark.parametrize("cell", MARKED.values(), ids=MARKED)
def test_digits_that_a_style_strikes_raises_or_hides_are_no_figure(cell):
    got = docx({4: cell})
    assert (codes(got), people(got)) == (["cell-marked"], None)


SHOWN = {
    "struck out by a style and not by itself": tc(t("120", char("Gach") + '<w:strike w:val="0"/>')),
    "a style that ends what its base began": tc(t("120", char("ThoiGach"))),
    "two styles that strike": tc(p(t("120", char("Gach")), para("DoanGach"))),
    "letters by a style": tc(t("120") + p("")),
    "white on a dark ground": tc(t("120", '<w:color w:val="FFFFFF"/>'), '<w:shd w:val="clear" w:fill="000000"/>'),
    "a prompt beside the figure": tc(t("120") + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + t("Nhập số 5") + "</w:sdtContent></w:sdt>"),
    "an answered control": tc("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + t("120") + "</w:sdtContent></w:sdt>"),
    "a picture beside the figure": tc(t("120") + PICTURE),
}  # fmt: skip


@pytest.mark.parametrize("cell", SHOWN.values(), ids=SHOWN)
def test_what_shows_all_the_same_is_read(cell):
    got = docx({4: cell})
    assert (codes(got), people(got)) == ([], 120)


def test_a_table_that_strikes_everything_has_no_figure():
    got = docx({}, rules='<w:tblStyle w:val="BangGach"/>')
    assert (set(codes(got)), facts(got)) == ({"cell-marked"}, {})


BOARD, PEOPLE = ("15865", "board"), ("15865", "people")


@pytest.mark.parametrize(
    ("style", "look", "lost"),
    [
        # 'lastRow', and all other parts but that one; the row of 'board' is the last.
        ("DongCuoi", '<w:tblLook w:val="0040"/>', {BOARD}),
        ("DongCuoi", '<w:tblLook w:lastRow="1"/>', {BOARD}),
        ("DongCuoi", '<w:tblLook w:val="0040" w:lastRow="0"/>', set()),
        ("DongCuoi", '<w:tblLook w:val="07BF"/>', set()),
        ("DongCuoi", "", set()),
        ("DongCuoiNua", '<w:tblLook w:val="0040"/>', {BOARD}),
        # Rows 3 and 5 of six, where the first is that of headings: 'people' is the fifth.
        ("Dai", '<w:tblLook w:val="0020"/>', {PEOPLE}),
        ("Dai", '<w:tblLook w:val="0220"/>', set()),
        ("Dau", '<w:tblLook w:val="0020"/>', set()),
        ("CaBang", "", {BOARD, PEOPLE}),
        ("CotCuoi", '<w:tblLook w:val="0100"/>', set()),
        ("Goc", '<w:tblLook w:val="0140"/>', set()),
    ],
)
def test_parts_of_a_tables_style_count_where_they_are_shown(style, look, lost):
    got = docx({}, rules=f'<w:tblStyle w:val="{style}"/>{look}', styles=STYLES + PLACED)
    assert {BOARD, PEOPLE} - set(facts(got)) == lost
    assert ("cell-marked" in codes(got)) is bool(lost)


@pytest.mark.parametrize("rules", ["<w:strike/>", "<w:vanish/>", '<w:sz w:val="2"/>', '<w:color w:val="FFFFFF"/>'])
def test_what_everything_looks_like_by_default_counts_too(rules):
    default = f"<w:docDefaults><w:rPrDefault><w:rPr>{rules}</w:rPr></w:rPrDefault></w:docDefaults>"
    assert facts(docx({}, styles=default)) == {}
    got = docx({4: tc(t("120", '<w:strike w:val="0"/><w:vanish w:val="0"/><w:sz w:val="24"/><w:color w:val="000000"/>'))}, styles=default)  # fmt: skip
    assert people(got) == 120


HIDDEN_WORDS = {
    "a hidden word": tc(t("không ", "<w:vanish/>") + t("có")),
    "a white word": tc(t("không ", '<w:color w:val="FFFFFF"/>') + t("có")),
    "a word too small to see": tc(t("không ", '<w:sz w:val="2"/>') + t("có")),
    "an answer struck out": tc(t("Có", "<w:strike/>")),
    "a ticked box struck out": tc('<w:r><w:rPr><w:strike/></w:rPr><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'),
}


@pytest.mark.parametrize("cell", HIDDEN_WORDS.values(), ids=HIDDEN_WORDS)
def test_a_word_that_is_hidden_or_struck_out_is_no_answer(cell):
    got = docx({5: cell})
    assert (codes(got), BOARD in facts(got)) == (["cell-marked"], False)


def test_the_instruction_of_a_field_hides_nothing():
    field = '<w:r><w:rPr><w:vanish/></w:rPr><w:instrText>XE "a"</w:instrText></w:r>'
    got = docx({4: tc(field + t("120"))})
    assert (codes(got), people(got)) == ([], 120)


NOTHING = {
    "a prompt": (tc("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + t("Nhấn để nhập số 5") + "</w:sdtContent></w:sdt>"), "row-blank"),
    "a prompt over its cell": ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + tc(t("Nhập số 5")) + "</w:sdtContent></w:sdt>", "row-blank"),
    "dots": (tc(t("......")), "value-unreadable"),
    "a picture": (tc(PICTURE), "cell-picture"),
    "an object": (tc("<w:r><w:object/></w:r>"), "cell-picture"),
    "an older picture": (tc("<w:r><w:pict/></w:r>"), "cell-picture"),
}  # fmt: skip


@pytest.mark.parametrize(("cell", "code"), NOTHING.values(), ids=NOTHING)
def test_a_prompt_or_a_picture_is_told_and_no_figure(cell, code):
    got = docx({4: cell})
    assert (codes(got), people(got)) == ([code], None)


def old_box(state):
    return tc(f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{state}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')  # fmt: skip


def old_list(chosen):
    entries = "".join(f'<w:listEntry w:val="{word}"/>' for word in ("Không", "Có"))
    return tc(f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>{chosen}{entries}</w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')  # fmt: skip


def box(sign):
    return f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>{t(sign)}</w:sdtContent></w:sdt>'  # fmt: skip


def sign(code, font="Wingdings"):
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


TICKED = {
    "a box": (tc(box("☒")), True),
    "two boxes with words": (tc(box("☐") + t(" Có ") + box("☒") + t(" Không")), False),
    "an older box": (old_box("<w:checked/>"), True),
    "an older box that was ticked at first": (old_box('<w:default w:val="1"/>'), True),
    "an older list": (old_list('<w:result w:val="1"/>'), True),
    "an older list at its first entry": (old_list(""), False),
    "a sign": (tc(sign("F0FE")), True),
    "a sign of an older program": (tc(sign("00FE")), True),
    "a tick": (tc(sign("F0FC")), True),
    "a sign of another font": (tc(sign("F052", "Wingdings 2")), True),
    "a letter of a symbol font": (tc(t("\u00fe", '<w:rFonts w:ascii="Wingdings"/>')), True),
    "a private letter of a symbol font": (
        tc(
            t("\uf0a8", '<w:rFonts w:hAnsi="Wingdings"/>')
            + t(" Có ")
            + t("\uf0fe", '<w:rFonts w:hAnsi="Wingdings"/>')
            + t(" Không")
        ),
        False,
    ),
    "brackets": (tc(t("[x] Có [ ] Không")), True),
    "brackets behind": (tc(t("Có ( ) Không (x)")), False),
    "signs with words": (tc(sign("F0A8") + t(" Có ", "") + sign("F0FE") + t(" Không")), False),
}


@pytest.mark.parametrize(("cell", "value"), TICKED.values(), ids=TICKED)
def test_ticked_boxes_old_and_new_are_answers(cell, value):
    got = docx({5: cell})
    assert (codes(got), facts(got)[("15865", "board")]) == ([], value)


@pytest.mark.parametrize("cell", [old_box(""), old_box('<w:checked w:val="0"/>'), tc(box("☐")), tc(sign("F0A8"))])
def test_an_open_box_is_told_and_no_answer(cell):
    got = docx({5: cell})
    assert (codes(got), ("15865", "board") in facts(got)) == (["value-yes-no"], False)


def test_digits_in_a_symbol_font_are_pictures():
    got = docx({4: tc(t("12", '<w:rFonts w:ascii="Wingdings"/>'))})
    assert (codes(got), people(got)) == (["value-unreadable"], None)
    assert people(sheet(lambda book: setattr(book.active["D7"], "font", Font(name="Wingdings")))) is None


def test_a_hidden_row_of_word_is_told_and_not_taken():
    got = docx({}, row_rules={4: "<w:hidden/>"})
    assert (codes(got), people(got)) == (["cell-hidden"], None)


DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_a_figure_merged_over_two_rows_of_word_is_that_of_neither():
    got = docx({2: tc(t("27"), DOWN), 3: tc("", ON)})
    assert codes(got) == ["cell-merged", "cell-merged"]
    assert set(facts(got)) == {("15865", "people"), ("15865", "board")}


def test_an_empty_merged_cell_is_a_blank_as_others():
    assert codes(docx({2: tc("", DOWN), 3: tc("", ON)})) == ["row-blank", "row-blank"]


def test_a_document_with_a_chart_is_read():
    got = docx({}, **{"word/embeddings/Microsoft_Excel_Sheet.xlsx": b"PK\x03\x04", "word/charts/chart1.xml": b"<a/>"})
    assert (codes(got), people(got)) == ([], 120)


def sheet(change, rows=None):
    """An appendix in Excel after a change of its sheet; the row of people is row 7, its value stands in D7."""
    book = Workbook()
    book.active.title = "PL"
    for line in (*([text] for text in TITLE), *(rows or table())):
        book.active.append([int(text) if text.isdecimal() and at == 3 else text for at, text in enumerate(line)])
    change(book)
    return year_of(("x.xlsx", read_xlsx(saved(book), "x.xlsx")))


def font(**rules):
    def change(book):
        book.active["D7"].font = Font(**rules)

    return change


def form(code):
    def change(book):
        book.active["D7"].number_format = code

    return change


def text_cell(change):
    def both(book):
        book.active["D7"] = "120"
        change(book)

    return both


def ground(color):
    def change(book):
        book.active["D7"].fill = PatternFill("solid", fgColor=color)

    return change


LOOKS = {
    "struck out": font(strike=True),
    "raised": font(vertAlign="superscript"),
    "lowered": font(vertAlign="subscript"),
    "white on white": font(color="FFFFFFFF"),
    "a format that shows nothing": form(";;;"),
    "a text struck out": text_cell(font(strike=True)),
    "too small to see": font(sz=1),
    "the colour of its ground": lambda book: (font(color="FFFF0000")(book), ground("FFFF0000")(book)),
    "white on a white ground": lambda book: (font(color="FFFFFFFF")(book), ground("FFFFFFFF")(book)),
    "a format in white": form("[White]0"),
    "thousands left out": form("#,##0,"),
    "digits added": form('0"00"'),
    "a point put between": form('0"."00'),
}


@pytest.mark.parametrize("change", LOOKS.values(), ids=LOOKS)
def test_a_cell_of_excel_that_is_struck_out_raised_or_not_to_be_seen_is_no_figure(change):
    got = sheet(change)
    assert (codes(got), people(got)) == (["cell-marked"], None)


def dark(book):
    book.active["D7"].font = Font(color="FFFFFFFF")
    book.active["D7"].fill = PatternFill("solid", fgColor="FF000000")


@pytest.mark.parametrize(
    "change",
    [dark, font(bold=True, color="FFFF0000"), form("#,##0"), form("0000"), form('#,##0" người"'), form("0;-0;;@")],
)
def test_a_cell_of_excel_that_shows_is_read(change):
    got = sheet(change)
    assert (codes(got), people(got)) == ([], 120)


@pytest.mark.parametrize("code", ["#,###", "0;-0;;@", "#"])
def test_a_zero_that_the_page_does_not_show_is_told(code):
    def change(book):
        book.active["D7"], book.active["D7"].number_format = 0, code

    got = sheet(change)
    assert (codes(got), people(got)) == (["cell-marked"], None)


@pytest.mark.parametrize(("shown", "value"), [(True, 0), (False, None)])
def test_a_sheet_may_show_no_zeros(shown, value):
    def change(book):
        book.active["D7"] = 0
        book.active.sheet_view.showZeros = shown

    got = sheet(change)
    assert (codes(got, "zero-of-zero"), people(got)) == ([] if shown else ["cell-marked"], value)


def board(value, **rules):
    def change(book):
        cell = book.active["D8"]
        cell.value, cell.font = value, Font(**rules)

    return change


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (board("Có", color="FFFFFFFF"), "cell-hidden"),
        (board("Có", strike=True), "cell-marked"),
        (lambda book: (board("Có")(book), setattr(book.active["D8"], "number_format", ";;;")), "cell-hidden"),
    ],
)
def test_a_word_of_excel_that_is_not_to_be_seen_is_no_answer(change, code):
    got = sheet(change)
    assert (codes(got), BOARD in facts(got)) == ([code], False)


@pytest.mark.parametrize(
    ("value", "rules", "code", "answer"),
    [("\u00fe", {"name": "Wingdings"}, "General", True), ("ü", {"name": "Wingdings"}, "General", True),
     (1, {}, '[=1]"Có";"Không"', True), (0, {}, '[=1]"Có";"Không"', False), ("[ ] Có [x] Không", {}, "General", False)],
)  # fmt: skip
def test_an_answer_of_excel_is_what_its_cell_shows(value, rules, code, answer):
    def change(book):
        board(value, **rules)(book)
        book.active["D8"].number_format = code

    got = sheet(change)
    assert (codes(got), facts(got)[BOARD]) == ([], answer)


def hidden_row(book):
    book.active.row_dimensions[7].hidden = True


def flat_row(book):
    book.active.row_dimensions[7].height = 0.1


@pytest.mark.parametrize("change", [hidden_row, flat_row])
def test_a_row_of_excel_that_nobody_sees_is_told_and_not_taken(change):
    got = sheet(change)
    assert (codes(got), people(got)) == (["rows-hidden", "cell-hidden"], None)


def test_of_a_hidden_and_a_seen_row_the_seen_one_is_taken():
    rows = table()
    old = [*rows[4][:3], "999", ""]
    got = sheet(hidden_row, rows=[*rows[:4], old, *rows[4:]])
    assert (codes(got), people(got)) == (["rows-hidden", "row-hidden"], 120)


@pytest.mark.parametrize("width", ["hidden", "narrow"])
def test_a_column_of_figures_that_nobody_sees_gives_none(width):
    def change(book):
        book.active.column_dimensions["D"].hidden = width == "hidden"
        book.active.column_dimensions["D"].width = 10 if width == "hidden" else 0.1

    got = sheet(change)
    assert (set(codes(got)), facts(got)) == ({"cell-hidden", "columns-hidden"}, {})


def test_a_hidden_sheet_is_told_and_not_read():
    def change(book):
        other = book.copy_worksheet(book.active)
        other["D7"] = 999
        other.sheet_state = "hidden"

    got = sheet(change)
    assert (codes(got), people(got)) == (["sheet-unread"], 120)


def test_a_figure_merged_over_two_rows_of_excel_is_that_of_neither():
    got = sheet(lambda book: book.active.merge_cells("D5:D6"))
    assert codes(got) == ["cell-merged", "cell-merged"]
    assert set(facts(got)) == {("15865", "people"), ("15865", "board")}


def test_a_code_is_what_its_format_shows():
    def change(book):
        book.active["A7"], book.active["A7"].number_format = 1.3, "0.00"

    got = sheet(change)
    # '1.30' is no row of the form, and never the row 1.3.
    assert (codes(got, "text-rows-absent"), people(got)) == (["row-code-differs"], None)
    assert people(sheet(lambda book: book.active.__setitem__("A7", 1.3))) == 120


def test_words_of_a_format_belong_to_a_code():
    book = Workbook()
    for line in (["Mã đơn vị", "people"], [1, 7], [2, 8]):
        book.active.append(line)
    for place in ("A2", "A3"):
        book.active[place].number_format = '"M"00'
    units = (Unit("1", "Xã Một"), Unit("M01", "Xã A"), Unit("M02", "Xã B"))
    got = year_of(("x 2023.xlsx", read_xlsx(saved(book), "x.xlsx")), units=units)
    assert facts(got) == {("M01", "people"): 7, ("M02", "people"): 8}


def test_a_figure_merged_over_two_units_is_told():
    book = Workbook()
    for line in (["Mã đơn vị", "people"], ["15865", 7], ["15868", None]):
        book.active.append(line)
    book.active.merge_cells("B2:B3")
    got = year_of(("x 2023.xlsx", read_xlsx(saved(book), "x.xlsx")))
    assert codes(got) == ["cell-merged"]


def test_a_cell_over_unit_and_value_is_told_with_its_text():
    span = tc(t("31 người"), '<w:gridSpan w:val="2"/>')
    rows = []
    for at, texts in enumerate(table()):
        cells = [tc(t(text)) for text in texts]
        rows.append(f"<w:tr>{''.join([*cells[:2], span, cells[4]] if at == 4 else cells)}</w:tr>")
    body = "".join(p(t(text)) for text in TITLE) + f"<w:tbl>{''.join(rows)}</w:tbl>"
    for got in (
        year_of(("x.docx", read_docx(word_file(body), "x.docx"))),
        sheet(lambda book: (book.active.__setitem__("C7", "31 người"), book.active.merge_cells("C7:D7"))),
    ):
        assert (codes(got), people(got)) == (["row-blank-beside"], None)


def test_a_code_of_a_unit_in_a_list_is_what_its_format_shows():
    book = Workbook()
    for line in (["Mã đơn vị", "people"], [123, 7]):
        book.active.append(line)
    book.active["A2"].number_format = "00000"
    got = year_of(("x 2023.xlsx", read_xlsx(saved(book), "x.xlsx")), units=(Unit("00123", "Xã A"),))
    assert facts(got) == {("00123", "people"): 7}


DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"


def pictured(row, column, kind="pic", value="120"):
    """An appendix in Excel with a drawing that begins in a cell, counted from 0; the value of people stands in D7."""
    book = Workbook()
    for line in (*([text] for text in TITLE), *table(values=("", "27", "25", value, "1"))):
        book.active.append([int(text) if text.isdecimal() and at == 3 else text for at, text in enumerate(line)])
    anchor = (
        f'<d:wsDr xmlns:d="{DRAWING}"><d:twoCellAnchor><d:from><d:col>{column}</d:col><d:row>{row}</d:row></d:from>'
        f"<d:to><d:col>9</d:col><d:row>9</d:row></d:to><d:{kind}/></d:twoCellAnchor></d:wsDr>"
    )
    relation = f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/drawing" Target="../drawings/drawing1.xml"/></Relationships>'  # fmt: skip
    more = {"xl/drawings/drawing1.xml": anchor, "xl/worksheets/_rels/sheet1.xml.rels": relation}
    return year_of(("x.xlsx", read_xlsx(zipped({**word_members(saved(book)), **more}), "x.xlsx")))


def test_a_picture_in_place_of_a_figure_of_excel_is_told():
    got = pictured(6, 3, value="")
    assert (codes(got), people(got)) == (["cell-picture"], None)
    # A chart or a shape over a blank is no figure either, and the blank is told as any other.
    assert codes(pictured(6, 3, kind="sp", value="")) == ["row-blank"]


MC, XDR = "http://schemas.openxmlformats.org/markup-compatibility/2006", DRAWING


@pytest.mark.parametrize(("value", "told"), [("", ["cell-picture"]), ("Có", [])])
def test_a_box_laid_over_a_cell_of_excel_is_told_and_its_cell_decides(value, told):
    book = Workbook()
    for line in (*([text] for text in TITLE), *table(values=("", "27", "25", "120", value))):
        book.active.append([int(text) if text.isdecimal() and at == 3 else text for at, text in enumerate(line)])
    control = (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="x14"><controls><control shapeId="1" name="Check Box 1">'
        f'<controlPr><anchor><from xmlns:x="{XDR}"><x:col>3</x:col><x:row>7</x:row></from></anchor></controlPr></control>'
        "</controls></mc:Choice></mc:AlternateContent></worksheet>"
    )
    members = word_members(saved(book))
    name = "xl/worksheets/sheet1.xml"
    members[name] = members[name].replace(b"</worksheet>", control.encode())
    got = year_of(("x.xlsx", read_xlsx(zipped(members), "x.xlsx")))
    assert (codes(got), facts(got).get(BOARD)) == (told, True if value else None)


@pytest.mark.parametrize(("row", "column"), [(0, 0), (6, 3), (6, 4), (5, 3), (39, 7)])
def test_a_picture_elsewhere_says_nothing(row, column):
    got = pictured(row, column)
    assert (codes(got), people(got)) == ([], 120)
