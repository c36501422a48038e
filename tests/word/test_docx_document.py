"""Word documents: what is seen in Word is what is read, on the grid where it stands."""

import dataclasses
import io
import sys

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.builtin.readers import read_docx
from cchc_score.errors import ReportError
from tests import reports
from tests.reports import HEADER, SPACES, appendix_rows, printed_cells, word_file, word_report
from tests.strategies import examples


def p(text, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(content="", properties=""):
    shown = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{shown}</w:tc>"


def tr(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows, columns=0):
    return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def word(body, **parts):
    return read_docx(word_file(body, **parts), "a.docx")


def shown(table):
    return [[cell.text for cell in row] for _, row in table.rows]


def grid(*rows, columns=0, **parts):
    (table,) = word(tbl(*rows, columns=columns), **parts).tables
    return shown(table)


def only(content):
    """The text of a paragraph of such content, the same alone and in a cell."""
    (alone,) = word(f"<w:p>{content}</w:p>").lines
    assert grid(tr(tc(f"<w:p>{content}</w:p>"))) == [[alone[1]]]
    return alone[1]


@pytest.mark.full
@pytest.mark.parametrize("split_at", [None, 40, 1, 76])
def test_the_77_rows_of_the_appendix_are_read_as_printed(split_at):
    rows = appendix_rows()
    got = read_docx(word_report(rows, split_at), "a.docx")
    cells = [row for table in got.tables for row in shown(table)[2:]]
    assert [row[1:] for row in cells] == [list(printed_cells(row)[1:]) for row in rows]
    assert [row[0] for row in cells if row[0] and row[0] != reports.PART] == [
        row["code_as_printed"] for row in rows if "(" not in row["code_as_printed"]
    ]
    assert all(shown(table)[:2] == [list(line) for line in HEADER] for table in got.tables)
    assert [text for _, text in got.lines if "PHỤ LỤC" in text] == [reports.TITLE[1]]
    assert not got.findings


def test_a_merged_part_stands_in_its_first_row():
    (table,) = read_docx(word_report(appendix_rows()), "a.docx").tables
    firsts = {number: row[0].text for number, row in table.rows}
    assert [number for number, text in firsts.items() if text == reports.PART] == [39, 44, 72]
    assert not any(firsts[number] for number in (40, 41, 42, 45, 46, 47, 73))


def test_paragraphs_and_tables_are_numbered_by_their_place():
    table = tbl(tr(tc("x")))
    got = word(p("a") + table + table + p("") + p("b") + table)
    assert got.lines == ((1, "a"), (4, ""), (5, "b"))
    assert [(one.number, one.name, one.after) for one in got.tables] == [(1, "", 1), (2, "", 1), (3, "", 5)]
    assert word(table + p("a")).tables[0].after == 0


SPAN, DOWN, ON = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
GRIDS = {
    "merged to the right": ([tr(tc("a", SPAN), tc("b")), tr(tc("c"), tc("d"), tc("e"))], ["a  b", "c d e"]),
    "merged downwards": ([tr(tc("a", DOWN), tc("b")), tr(tc("x", ON), tc("d"))], ["a b", " d"]),
    "merged both ways": (
        [tr(tc("a", SPAN + DOWN), tc("b")), tr(tc("", SPAN + ON), tc("c"))],
        ["a  b", "  c"],
    ),
    "going on in so many words": (
        [tr(tc("a", DOWN), tc("b")), tr(tc("", '<w:vMerge w:val="continue"/>'), tc("d"))],
        ["a b", " d"],
    ),
    "going on from nothing": ([tr(tc("a", ON), tc("b")), tr(tc("c", ON), tc("d", ON))], ["a b", " d"]),
    "begun twice": ([tr(tc("a", DOWN)), tr(tc("b", DOWN)), tr(tc("c", ON))], ["a", "b", ""]),
    "merged the old way": (
        [tr(tc("a", '<w:hMerge w:val="restart"/>'), tc("x", "<w:hMerge/>"), tc("b"))],
        ["a  b"],
    ),
    "columns skipped": (
        [
            tr(tc("b"), properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
            tr(tc("a"), tc("b"), tc("c")),
        ],
        [" b ", "a b c"],
    ),
    "a short row": ([tr(tc("a")), tr(tc("b"), tc("c"))], ["a ", "b c"]),
    "a span that is no number": ([tr(tc("a", '<w:gridSpan w:val="-2"/>'), tc("b", '<w:gridSpan w:val="0"/>'))], ["a b"]),
    "an old span in a tracked change": (
        [tr(tc("a", '<w:tcPrChange><w:tcPr><w:gridSpan w:val="5"/></w:tcPr></w:tcPrChange>'), tc("b"))],
        ["a b"],
    ),
    "a heading that is repeated": ([tr(tc("a"), properties="<w:tblHeader/>"), tr(tc("b"))], ["a", "b"]),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "wanted"), GRIDS.values(), ids=GRIDS)
def test_the_grid_of_a_table(rows, wanted):
    assert grid(*rows) == [line.split(" ") for line in wanted]


def test_a_row_has_as_many_cells_as_the_grid_has_columns():
    assert grid(tr(tc("a")), columns=3) == [["a", "", ""]]


def sdt(content):
    return f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_content_controls_are_read_at_every_level():
    run = sdt("<w:r><w:t>5</w:t></w:r>")
    table = tbl(sdt(tr(sdt(tc(sdt(f"<w:p>{run}</w:p>"))), tc("b"))) + tr(tc("c"), tc("d")))
    got = word(sdt(p("a") + sdt(table)) + f"<w:customXml>{p('z')}</w:customXml>")
    assert got.lines == ((1, "a"), (3, "z"))
    assert shown(got.tables[0]) == [["5", "b"], ["c", "d"]]


def box(words):
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>"
        f"{words}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
        f"{words}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


TEXT = "<w:r><w:t>{}</w:t></w:r>"
INSTRUCTION = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
PARAGRAPHS = {
    "runs": ("<w:r><w:t>1</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>2</w:t></w:r>", "12"),
    "tabs and breaks": ("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:cr/></w:r>", "a\tb\n\n"),
    "hyphens and spaces": ("<w:r><w:t>a\u00adb\u00a0c</w:t><w:softHyphen/><w:noBreakHyphen/></w:r>", "ab\u00a0c-"),
    "spaces that do not show": ("<w:r><w:t> 5 </w:t></w:r><w:r><w:t xml:space='preserve'> %</w:t></w:r>", "5 %"),
    "lines of the file": ("<w:r><w:t>\n  một\n cửa\n</w:t></w:r>", "một  cửa"),
    "a deletion": (TEXT.format(2) + "<w:del><w:r><w:delText>9</w:delText><w:t>9</w:t></w:r></w:del>", "2"),
    "an insertion": (TEXT.format(2) + "<w:ins>" + TEXT.format(7) + "</w:ins>", "27"),
    "something moved": ("<w:moveFrom>" + TEXT.format(1) + "</w:moveFrom><w:moveTo>" + TEXT.format(2) + "</w:moveTo>", "2"),
    "hidden text": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>", "a"),
    "a simple field": ("<w:fldSimple w:instr='PAGE'>" + TEXT.format(3) + "</w:fldSimple>", "3"),
    "a field": (field("begin") + INSTRUCTION + field("separate") + TEXT.format(4) + field("end") + TEXT.format(5), "45"),
    "a field in an instruction": (
        field("begin") + INSTRUCTION + field("begin") + field("separate") + TEXT.format(1) + field("end")
        + field("separate") + TEXT.format(2) + field("end"),
        "2",
    ),
    "a field that never ends": (field("begin") + TEXT.format(6), "6"),
    "the end of a field": (field("separate") + field("end") + TEXT.format(6), "6"),
    "a link": ("<w:hyperlink>" + TEXT.format("hoangcat.vn") + "</w:hyperlink>", "hoangcat.vn"),
    "a smart tag": ("<w:smartTag>" + TEXT.format("xã") + "</w:smartTag>", "xã"),
    "a text box": (TEXT.format("a") + box(p("PHỤ LỤC") + p("2023")) + TEXT.format("b"), "ab\nPHỤ LỤC\n2023"),
    "a picture's other version alone": ("<mc:AlternateContent><mc:Fallback>" + TEXT.format("a") + "</mc:Fallback></mc:AlternateContent>", "a"),
    "a comment in a number": ("<w:r><w:t>12<!-- x -->34</w:t></w:r>", "1234"),
    "an element in a number": ("<w:r><w:t>12<w:x/>34</w:t></w:r>", "1234"),
    "a symbol": ("<w:r><w:sym w:font='Symbol' w:char='F033'/></w:r>", "\uf033"),
    "a symbol that is none": ("<w:r><w:sym w:char='x'/><w:sym w:char='0'/><w:sym w:char='FFFFFFFFFFFF'/></w:r>", "\ufffd" * 3),
    "a formula": ("<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><m:t>7</m:t></m:oMath>", "7"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "wanted"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_the_text_of_a_paragraph(content, wanted):
    assert only(content) == wanted


def run(words, mark=""):
    return f"<w:r><w:rPr>{mark}</w:rPr><w:t>{words}</w:t></w:r>"


MATH = "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
MARKED = {
    "struck out": run(12, "<w:strike/>") + run(1340),
    "struck out twice": run(12, "<w:dstrike w:val='1'/>") + run(1340),
    "all of it struck out": run(12, "<w:strike/>"),
    "raised": run(1340) + run(1, "<w:vertAlign w:val='superscript'/>"),
    "moved up": run(1340) + run(1, "<w:position w:val='6'/>"),
    "hidden": run(1340) + run(9, "<w:vanish/>"),
    "read aloud": f"<w:r><w:ruby><w:rt>{run(9)}</w:rt><w:rubyBase>{run(1340)}</w:rubyBase></w:ruby></w:r>",
    "in a fraction": f"<m:oMath {MATH}><m:f><m:num><m:r><m:t>13</m:t></m:r></m:num><m:den><m:r><m:t>40</m:t></m:r></m:den></m:f></m:oMath>",
}
PLAIN = {
    "not struck out after all": run(1340, "<w:strike w:val='0'/><w:vertAlign w:val='baseline'/>"),
    "letters raised": run("5 m") + run("a", "<w:vertAlign w:val='superscript'/>"),
    "the end of a paragraph": "<w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>" + run(1340),
    "bold": run(1340, "<w:b/><w:i/>"),
}


@pytest.mark.parametrize("content", MARKED.values(), ids=MARKED)
def test_digits_that_do_not_count_as_they_stand_are_no_figure(content):
    (table,) = word(tbl(tr(tc(f"<w:p>{content}</w:p>"), tc("5")))).tables
    assert [cell.fault for cell in table.rows[0][1]] == ["cell-marked", ""]


@pytest.mark.parametrize("content", PLAIN.values(), ids=PLAIN)
def test_marks_on_other_signs_change_nothing(content):
    (table,) = word(tbl(tr(tc(f"<w:p>{content}</w:p>")))).tables
    assert not table.rows[0][1][0].fault


def test_a_cell_has_its_paragraphs_one_below_the_other():
    assert grid(tr(tc(p("Có = 1") + p("Không = 0") + "<w:p/>"))) == [["Có = 1\nKhông = 0\n"]]


def test_a_table_in_a_cell_is_text_of_the_cell_and_a_table_of_its_own():
    inner = tbl(tr(tc("a"), tc("b")), tr(tc("c"), tc("d")))
    line = tbl(tr(tc("e"), tc("f")))
    got = word(p("0") + tbl(tr(tc(p("x") + inner + p("y") + line))) + tbl(tr(tc("z"))))
    assert [(one.number, one.after, shown(one)) for one in got.tables] == [
        (1, 1, [["x\na\nb\nc\nd\ny\ne\nf"]]),
        (2, 1, [["a", "b"], ["c", "d"]]),
        (3, 1, [["z"]]),
    ]


def test_a_table_in_a_text_box_is_a_table_of_its_own():
    inner = tbl(tr(tc("a"), tc("b")), tr(tc("c"), tc("d")))
    got = word(p("0") + f"<w:p>{box(inner)}</w:p>")
    assert [(one.number, one.after, shown(one)) for one in got.tables] == [(1, 2, [["a", "b"], ["c", "d"]])]
    assert got.lines == ((1, "0"), (2, "\na\nb\nc\nd"))


def codes(document):
    return [(one.code, one.severity, one.place.table, one.place.line) for one in document.findings]


GONE = "<w:rPr><w:del/></w:rPr>"
CHANGED = {
    "a row": (tr(tc("1"), properties="<w:del/>") + tr(tc("2")), [["2"]]),
    "a cell": (tr(tc("1", "<w:cellDel/>"), tc("2")), [["2"]]),
    "an end of a paragraph": (tr(tc(p("1", GONE) + p("2", GONE) + p("3") + p("4"))), [["123\n4"]]),
    "the last end of a paragraph": (tr(tc(p("1", GONE))), [["1"]]),
    "an end before a table": (tr(tc(p("1", GONE) + tbl(tr(tc("2"))) + p("3"))), [["1\n2\n3"]]),
    "a row that came": (tr(tc("1"), properties="<w:ins/>"), [["1"]]),
    "a cell that came": (tr(tc("1", "<w:cellIns/>")), [["1"]]),
}


@pytest.mark.parametrize(("rows", "wanted"), CHANGED.values(), ids=CHANGED)
def test_tracked_changes_are_accepted_and_told(rows, wanted):
    got = word(tbl(rows))
    assert shown(got.tables[0]) == wanted
    assert codes(got) == [("revisions", "warning", 0, 0)]
    assert "Track Changes" in got.findings[0].words()


def test_a_document_without_changes_tells_of_none():
    assert codes(word(p("a", "<w:pPrChange><w:pPr/></w:pPrChange>") + tbl(tr(tc("b"))))) == []


def level(at, text, kind="decimal", more=""):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels, number=""):
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{number}'
    )


def n(at, text="", number=1):
    return tc(p(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'))


CODES = (level(0, "%1"), level(1, "%1.%2."), level(2, "%1.%2.%3", more='<w:suff w:val="nothing"/>'))
SECOND = (
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)
NUMBERS = {
    "levels": ([n(0), n(1), n(2), n(2), n(1), n(2), n(0), n(1)], CODES, "1|1.1.|1.1.1|1.1.2|1.2.|1.2.1|2|2.1."),
    "before a text": ([n(0, "Kế hoạch"), n(2, "a")], CODES, "1 Kế hoạch|1.1.1a"),
    "a deeper level first": ([n(1), n(0)], CODES, "1.1.|1"),
    "two lists of one kind": ([n(0), n(0, number=2), n(0), n(1, number=2)], CODES, "1|5|6|6.1."),
    "letters": ([n(0)] * 28, [level(0, "%1)", "lowerLetter")], None),
    "roman": ([n(0)] * 4, [level(0, "%1.", "upperRoman")], "I.|II.|III.|IV."),
    "zeros": ([n(0)] * 2, [level(0, "%1", "decimalZero")], "01|02"),
    "legal": ([n(1)], [level(0, "%1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>")], "1.1"),
    "never restarted": ([n(0), n(1), n(0), n(1)], [level(0, "%1"), level(1, "%2", more='<w:lvlRestart w:val="0"/>')], "1|1|2|2"),
    "a first number that nobody gave": ([n(0)], ['<w:lvl w:ilvl="0"><w:lvlText w:val="%1"/></w:lvl>'], "0"),
    "bullets in what a merged cell hides": (
        [tc("a", DOWN), n(0).replace("<w:tcPr>", "<w:tcPr>" + ON)],
        [level(0, "-", "bullet")],
        "a|",
    ),
    "bullets": ([n(0, "a")], [level(0, "-", "bullet")], "a"),
    "no list": ([n(0, "a", number=0), n(0, "b", number=9)], CODES, "a|b"),
}  # fmt: skip


@pytest.mark.parametrize(("cells", "levels", "wanted"), NUMBERS.values(), ids=NUMBERS)
def test_automatic_numbers_are_read_as_they_show(cells, levels, wanted):
    got = word(tbl(*map(tr, cells)), numbering=numbering(*levels, number=SECOND))
    wanted = wanted or "|".join([*(f"{chr(97 + at)})" for at in range(26)), "aa)", "bb)"])
    assert "|".join(row[0] for row in shown(got.tables[0])) == wanted
    assert not got.findings


def test_numbers_count_on_from_the_paragraphs_outside_of_tables():
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    got = word(p("a", numbered) + tbl(tr(n(0))), numbering=numbering(*CODES))
    assert (got.lines, shown(got.tables[0])) == (((1, "a"),), [["2"]])


def test_numbers_may_come_from_a_style():
    styles = (
        '<w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="E"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style><w:style w:styleId="C"><w:basedOn w:val="C"/></w:style>'
    )
    rules = numbering(CODES[0], level(1, "%1.%2", more='<w:pStyle w:val="A"/>'))
    cells = [tc(p("", f'<w:pStyle w:val="{style}"/>')) for style in "ABCDE"]
    assert grid(tr(*cells), numbering=rules, styles=styles) == [["1.1", "1.2", "", "", "1.3"]]


UNSURE = {
    "a way of counting": ([n(0)], [level(0, "%1", "hebrew1")]),
    "a newer way of counting": ([n(0)], ['<w:lvl w:ilvl="0"><mc:AlternateContent/><w:lvlText w:val="%1"/></w:lvl>']),
    "a level that is not there": ([n(3)], CODES),
    "an upper level that is not there": ([n(1)], [level(1, "%1.%2")]),
    "a count without a letter": ([n(0)], ['<w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/></w:lvl>']),
    "a long pattern": ([n(0)], [level(0, "%1" * 100)]),
    "a number in what a merged cell hides": ([tc("a", DOWN), n(0).replace("<w:tcPr>", "<w:tcPr>" + ON)], CODES),
}  # fmt: skip


@pytest.mark.parametrize(("cells", "levels"), UNSURE.values(), ids=UNSURE)
def test_a_number_that_cannot_be_made_out_is_told_once(cells, levels):
    rows = [tr(tc("0")), *map(tr, cells), *map(tr, cells)]
    got = word(tbl(tr(tc("0"))) + tbl(*rows), numbering=numbering(*levels))
    assert codes(got) == [("numbering-automatic", "warning", 2, 1 + len(cells))]
    assert "bảng 2" in got.findings[0].words()


def test_a_document_in_the_strict_namespace_reads_the_same():
    body = p("a") + tbl(tr(tc("1", SPAN), tc("2")), tr(tc("", ON), tc("4")))
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    plain = word_file(body)
    other = reports.word_members(plain)
    other["word/document.xml"] = other["word/document.xml"].replace(SPACES.split('"')[1].encode(), strict.encode())
    assert strict.encode() in other["word/document.xml"]
    assert read_docx(reports.archive(other), "a.docx") == read_docx(plain, "a.docx")


def test_headers_footnotes_and_comments_are_not_read():
    got = word(p("a"), header1=p("b"), footnotes=p("c"), comments=p("d"))
    assert got.lines == ((1, "a"),)


def test_without_the_extra_one_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    with pytest.raises(ReportError) as error:
        word(p("a"))
    (found,) = error.value.findings
    assert found.code == "reader-absent"
    assert "cchc-score[word]" in found.words()


LETTERS = st.characters(
    codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Cf"], include_characters="\n\t\u00a0\u200b", exclude_characters="\r"
)  # fmt: skip
CELLS = st.lists(st.lists(st.text(LETTERS, max_size=12), min_size=3, max_size=3), min_size=1, max_size=4)


@pytest.mark.full
@given(CELLS, st.text(LETTERS, max_size=20))
@examples(40)
def test_what_python_docx_writes_is_read_the_same(cells, line):
    document = Document()
    document.add_paragraph(line)
    table = document.add_table(len(cells), 3)
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    got = read_docx(stream.getvalue(), "a.docx")
    assert got.lines == ((1, line),)
    assert shown(got.tables[0]) == cells
    assert dataclasses.replace(got, tables=(), lines=()) == type(got)(())


def test_the_parts_may_have_other_names():
    members = reports.word_members(word_report(appendix_rows()))
    renamed = {
        name.replace("/document.xml", "/document2.xml").replace("/styles.xml", "/s.xml"): content.replace(
            b"/document.xml", b"/document2.xml"
        ).replace(b"styles.xml", b"s.xml")
        for name, content in members.items()
    }
    usual, other = (read_docx(reports.archive(one), "a.docx") for one in (members, renamed))
    assert usual.tables == other.tables
