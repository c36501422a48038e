"""Word documents that are broken or made to harm: refused with a finding, or read, soon and never with a traceback."""

import copy
import io
import time
from zipfile import ZIP_DEFLATED

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cchc_score.builtin.readers import read_docx
from cchc_score.documents import Tables
from cchc_score.errors import ReportError
from tests.reports import SPACES, archive, word_file, word_members, word_report
from tests.strategies import examples

SECONDS = 5
ROW = {
    "code_as_printed": "1.1",
    "label_vi": "Kế hoạch CCHC",
    "unit_or_legend_as_printed": "Văn bản",
    "value_as_printed": "27",
    "ghi_chu_as_printed": "",
}
VALID = word_report([ROW, {**ROW, "code_as_printed": "(Trong đó)"}, {**ROW, "code_as_printed": "(Trong đó)"}])
MAIN = "word/document.xml"


def main(content):
    """A Word document whose main part is such bytes."""
    return archive({MAIN: content.encode() if isinstance(content, str) else content})


def root(content):
    return f"<w:document {SPACES}>{content}</w:document>"


def table(content):
    return word_file(f"<w:tbl>{content}</w:tbl>")


def cells(count, inner="<w:p/>"):
    return "<w:tr>" + f"<w:tc>{inner}</w:tc>" * count + "</w:tr>"


def span(name, value, place="tc", rules="tcPr"):
    own = f"<w:{rules}><w:{name} w:val='{value}'/></w:{rules}>"
    return table(f"<w:tr>{own}</w:tr>" if place == "tr" else f"<w:tr><w:tc>{own}</w:tc></w:tr>")


def renamed(old, new):
    members = word_members(VALID)
    return archive({new if name == old else name: content for name, content in members.items()})


NEST = "<w:tbl><w:tr><w:tc>"
TSEN = "</w:tc></w:tr></w:tbl>"
UTF7 = b"<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE a +AFs +ADwAIQ-ENTITY e 'x'+AD4 +AF0 +AD4- <a/>"
LAUGHS = "<!DOCTYPE a [<!ENTITY a 'ha'>]>"
REFUSED = {
    "nothing": (b"", "archive-broken"),
    "text": ("Báo cáo".encode(), "archive-broken"),
    "the end cut off": (VALID[:-30], "archive-broken"),
    "the middle cut out": (VALID[:500] + VALID[900:], "archive-broken"),
    "only the signature": (b"PK\x03\x04", "archive-broken"),
    "an old document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "archive-old"),
    "a renamed workbook": (archive({"xl/workbook.xml": b"<workbook/>"}), "archive-kind"),
    "no main part": (renamed(MAIN, "word/other.xml"), "archive-kind"),
    "another document inside": (archive({MAIN: b"<a/>", "word/a.xlsx": b"PK"}), "archive-nested"),
    "one part twice": (archive({MAIN: b"<a/>", "WORD/document.xml": b"<a/>"}), "archive-twice"),
    "a part packed too tightly": (archive({MAIN: b"<a/>", "word/b.xml": bytes(3_000_000)}, ZIP_DEFLATED), "archive-large"),
    "a DOCTYPE": (main(LAUGHS + root("<w:body/>")), "archive-doctype"),
    "a DOCTYPE in UTF-16": (main((LAUGHS + root("<w:body/>")).encode("utf-16")), "archive-doctype"),
    "a DOCTYPE in another part": (archive({MAIN: b"<a/>", "word/styles.xml": LAUGHS.encode()}), "archive-doctype"),
    "an entity that nobody declared": (main(root("<w:body><w:p>&a;</w:p></w:body>")), "archive-broken"),
    "an empty main part": (main(""), "archive-broken"),
    "bytes that are no UTF-8": (main(root("<w:body>\xff</w:body>").encode("latin-1")), "archive-broken"),
    "an encoding that nobody knows": (main("<?xml version='1.0' encoding='x-nobody'?><a/>"), "archive-broken"),
    "a namespace that nobody declared": (main("<w:document><w:body/></w:document>"), "archive-broken"),
    "another namespace": (main("<w:document xmlns:w='urn:x'><w:body/></w:document>"), "archive-kind"),
    "no namespace": (main("<document><body/></document>"), "archive-kind"),
    "no body": (main(root("")), "archive-kind"),
    "another root": (main(f"<w:body {SPACES}/>"), "archive-kind"),
    "a tag left open": (main(root("<w:body>")), "archive-broken"),
    "a broken list of numbers": (archive({**word_members(VALID), "word/numbering.xml": b"<"}), "archive-broken"),
    "broken styles": (archive({**word_members(VALID), "word/styles.xml": b"\0"}), "archive-broken"),
    "XML nested deep": (word_file("<w:p>" * 300 + "</w:p>" * 300), "archive-broken"),
    "XML nested without end": (word_file("<w:p>" * 90_000 + "</w:p>" * 90_000), "archive-broken"),
    "tables nested deep": (word_file(NEST * 90 + TSEN * 90), "archive-broken"),
    "one word of 11 MB": (word_file("<w:p><w:r><w:t>" + "ấ ạ" * 1_600_000 + "</w:t></w:r></w:p>"), "archive-broken"),
    "17 MB of text": (word_file("<w:p><w:r><w:t>x</w:t></w:r></w:p>" + " " * 17_000_000), "document-large"),
    "too many elements": (word_file("<w:p a='b'>ấ</w:p>" * 250_000), "document-large"),
    "too many attributes": (
        word_file("<w:p " + " ".join(f"a{at}='{at}'" for at in range(601_000)) + "/>"),
        "document-large",
    ),
    "a span of 20 million": (span("gridSpan", 20_000_000), "table-wide"),
    "a span of 5,000 digits": (span("gridSpan", "9" * 5_000), "table-wide"),
    "20 million columns skipped": (span("gridBefore", 20_000_000, "tr", "trPr"), "table-wide"),
    "20 million columns left": (span("gridAfter", 20_000_000, "tr", "trPr"), "table-wide"),
    "a grid of 1,000 columns": (table("<w:tblGrid>" + "<w:gridCol/>" * 1000 + "</w:tblGrid>" + cells(1)), "table-wide"),
    "a row of 64 cells": (table(cells(64)), "table-wide"),
    "many wide cells": (
        table("<w:tr>" + "<w:tc><w:tcPr><w:gridSpan w:val='200'/></w:tcPr></w:tc>" * 63 + "</w:tr>"),
        "table-wide",
    ),
    "20,001 rows": (table("<w:tr/>" * 20_001), "table-large"),
    "20,001 rows in many tables": (word_file("<w:tbl><w:tr/></w:tbl>" * 20_001), "table-large"),
    "rows of skipped columns": (
        table(cells(1) + "<w:tr><w:trPr><w:gridAfter w:val='150'/></w:trPr></w:tr>" * 3_500),
        "table-large",
    ),
}  # fmt: skip
READ = {
    "an empty body": word_file(""),
    "a table without rows": table(""),
    "a row without cells": table("<w:tr/>"),
    "a cell without a paragraph": table("<w:tr><w:tc/></w:tr>"),
    "cells outside of tables": word_file("<w:tc><w:tr/></w:tc><w:r><w:t>a</w:t></w:r>"),
    "properties in odd places": word_file(
        "<w:rPr><w:del/></w:rPr><w:trPr><w:del/></w:trPr><w:tcPr><w:cellDel/></w:tcPr>"
    ),
    "a body in a deletion": main(root("<w:del><w:body/></w:del><w:body/>")),
    "a list without parts": word_file("<w:p/>", numbering="<w:abstractNum/><w:num/><w:lvl/>", styles="<w:style/>"),
    "120,000 cells": table(cells(60) * 2_000),
    "many tables nested": word_file((NEST * 60 + TSEN * 60) * 250),
    "many paragraphs deleted": word_file("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r/></w:p>" * 40_000),
    "deletions in deletions": word_file(("<w:del>" * 200 + "</w:del>" * 200) * 1_000),
    "paragraphs in paragraphs": word_file(("<w:p>" * 200 + "</w:p>" * 200) * 500),
    "fields that never end": word_file("<w:p>" + "<w:fldChar w:fldCharType='begin'/>a" * 50_000 + "</w:p>"),
}
NUMBERED = "<w:p><w:pPr><w:numPr><w:ilvl w:val='{}'/><w:numId w:val='1'/></w:numPr></w:pPr></w:p>"


def outcome(data):
    """What became of a document: the codes of its findings, and whether it was read."""
    begun = time.process_time()
    try:
        got = read_docx(data, "a.docx")
    except ReportError as error:
        got = error
    read_, findings = isinstance(got, Tables), got.findings
    assert time.process_time() - begun < SECONDS
    assert read_ or findings
    assert all(finding.place.file == "a.docx" and finding.words() for finding in findings)
    return [finding.code for finding in findings], read_


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_used_is_refused_with_its_reason(data, code):
    assert outcome(data) == ([code], False)


@pytest.mark.parametrize("data", READ.values(), ids=READ)
@pytest.mark.full
def test_what_is_odd_or_large_is_read_in_its_time(data):
    assert outcome(data)[1]


def test_a_doctype_in_an_odd_encoding_changes_nothing():
    assert outcome(main(UTF7)) in [([code], False) for code in ("archive-doctype", "archive-broken", "archive-kind")]


def test_a_table_in_a_table_in_a_table_is_listed_and_no_deeper():
    row = "<w:tr><w:tc/><w:tc/></w:tr>"
    inside = f"<w:tbl>{row}<w:tr><w:tc/><w:tc>" * 6 + "</w:tc></w:tr></w:tbl>" * 6
    assert len(read_docx(word_file(inside), "a.docx").tables) == 3


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(-1, 9)), max_size=12), st.sampled_from(["%9", "%1.%2", ""]))
@examples(40)
def test_any_rules_of_numbers_are_survived(levels, pattern):
    rules = "".join(
        f"<w:lvl w:ilvl='{at}'><w:start w:val='{start}'/><w:lvlText w:val='{pattern}'/>"
        f"<w:lvlRestart w:val='{start}'/></w:lvl>"
        for at, start in levels
    )
    numbering = f"<w:abstractNum w:abstractNumId='0'>{rules}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    rows = "".join(f"<w:tr><w:tc>{NUMBERED.format(start)}</w:tc></w:tr>" for _, start in levels)
    assert outcome(word_file(f"<w:tbl>{rows}</w:tbl>", numbering=numbering))[1]


@given(st.data())
@examples(150)
def test_any_changed_bytes_give_tables_or_a_reason(data):
    changed = bytearray(VALID)
    for _ in range(data.draw(st.integers(1, 4))):
        at, to = sorted(data.draw(st.tuples(*[st.integers(0, len(changed))] * 2)))
        way = data.draw(st.sampled_from(["cut", "end", "twice", "set"]))
        if way == "cut":
            del changed[at : min(to, at + 40)]
        elif way == "end":
            del changed[to:]
        elif way == "twice":
            changed[at:at] = changed[at : min(to, at + 40)]
        else:
            changed[at : at + 1] = data.draw(st.binary(min_size=1, max_size=3))
    outcome(bytes(changed))


MEMBERS = word_members(VALID)
PARTS = {name: MEMBERS[name] for name in (MAIN, "word/numbering.xml", "word/styles.xml")}


@given(st.data())
@examples(60)
def test_any_changed_bytes_of_a_part_give_tables_or_a_reason(data):
    name = data.draw(st.sampled_from(sorted(PARTS)))
    part = PARTS[name]
    at = data.draw(st.integers(0, len(part)))
    filling = data.draw(st.one_of(st.binary(max_size=4), st.sampled_from([b"<", b"</w:p>", b"&#0;", b"<w:tbl>", b"'"])))
    outcome(archive({**PARTS, name: part[:at] + filling + part[at + data.draw(st.integers(0, 20)) :]}))


@given(st.data())
@examples(120)
def test_any_elements_moved_copied_or_taken_away_give_tables_or_a_reason(data):
    name = data.draw(st.sampled_from([MAIN, MAIN, MAIN, "word/numbering.xml"]))
    tree = etree.parse(io.BytesIO(PARTS[name]))
    for _ in range(data.draw(st.integers(1, 6))):
        elements = [one for one in tree.iter() if one.getparent() is not None]
        if not elements:
            break
        one, other = (data.draw(st.sampled_from(elements)) for _ in range(2))
        way = data.draw(st.sampled_from(["take", "copy", "move", "name", "value"]))
        if way == "take":
            one.getparent().remove(one)
        elif way == "copy" or one in (other, *other.iterancestors()):
            other.append(copy.deepcopy(one))
        elif way == "move":
            other.append(one)
        elif way == "name":
            one.tag = other.tag
        else:
            for key in one.attrib:
                one.set(key, data.draw(st.sampled_from(["", "-1", "0", "7", "99999999999", "restart", "x"])))
    outcome(archive({**PARTS, name: etree.tostring(tree)}))
