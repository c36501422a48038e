"""The plain form of an appraisal: in Word and as CSV it asks for what the workbook asks for, and refuses the rest."""

import csv
import io
import subprocess
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.app.export_tables import plain_appraisal_tables
from cchc_score.appraisal.entry_reading import entry_id
from cchc_score.appraisal.plain_appraisal import unmistakable
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.work_context import work_context
from cchc_score.appraisal.workbook_columns import COLUMNS
from cchc_score.appraisal.workbook_export import appraisal_rows, round_start
from cchc_score.appraisal.workbook_import import AppraisalSession, read_workbook
from cchc_score.builtin.readers import convert_documents, read_csv_grid, read_docx
from cchc_score.files.csv_file import safe_cell
from cchc_score.forms.appraisal_form import word_appraisal
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.office.csv_form import cell_text, csv_texts
from cchc_score.sheet import HandMark
from tests.appraisal import filling
from tests.appraisal.filling import ASKED, DAY, exported
from tests.appraisal.kit import SCHEME, TABLE, codes, scored
from tests.appraisal.test_workbook_import import LANGS, bare, changes, entries_of
from tests.office_variants import needs_office
from tests.strategies import METHODS, examples, years

KINDS = ("docx", "csv")
STAGES = Stages(SCHEME, METHODS, TABLE)
ROWS = {
    ("criterion", "M01", "1.1.1"): {"new": "x"},
    ("criterion", "M01", "1.1.2"): {"new": "0", "reason": "Chậm", "evidence": "Công văn 1\nCông văn 2"},
    ("indicator", "M02", "n1"): {"new": "3", "reason": "Đếm lại", "evidence": "không có"},
}


def plain(stages, kind, round=1, lang="vi", rows=None):
    """The plain form of a round, of all units or of some rows."""
    chosen = range(len(stages.reported_table.units)) if rows is None else rows
    tables = plain_appraisal_tables(stages, round, chosen, lang)
    return csv_texts(tables, lang) if kind == "csv" else word_appraisal(tables, lang)


def filled(data, kind, cells, said=None, lang="vi"):
    """A form in which cells are others, {(about, unit, target): {column: value}}, and lines above say something."""
    if kind == "docx":
        return _filled_word(data, cells, said or {}, lang)
    rows, between = csv_rows(data)
    for line in rows:
        line[0] += said.get(line[0], "") if said else ""
    for own in _headed(rows):
        _type(own, [[_Text(line, at) for at in range(len(line))] for line in rows[own[0] + 1 : own[2]]], cells, lang)
    return csv_bytes(rows, between)


def csv_rows(data):
    text = data.decode("utf-8-sig")
    between = ";" if text.splitlines()[0].count(";") else ","
    return list(csv.reader(io.StringIO(text), delimiter=between)), between


def csv_bytes(rows, between):
    stream = io.StringIO()
    csv.writer(stream, delimiter=between, quoting=csv.QUOTE_ALL).writerows(rows)
    return stream.getvalue().encode()


def _filled_word(data, cells, said, lang):
    document = Document(io.BytesIO(data))
    for paragraph in document.paragraphs:
        if paragraph.text in said:
            paragraph.add_run(said[paragraph.text])
    for table in document.tables:
        rows = [list(row.cells) for row in table.rows]
        for own in _headed([[cell.text for cell in row] for row in rows]):
            _type(own, rows[own[0] + 1 :], cells, lang)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


class _Text:
    """A cell of a line of texts, as python-docx has them."""

    def __init__(self, line, at):
        self.line, self.at = line, at

    @property
    def text(self):
        return self.line[self.at]

    @text.setter
    def text(self, text):
        # As the program writes a text that a spreadsheet might take for a formula.
        self.line[self.at] = safe_cell(text)


def _headed(rows):
    """Where tables begin, what their columns hold, what they are about, and where they end."""
    named = {words[at]: role for own in COLUMNS.values() for role, words in own.items() for at in (0, 1)}
    heads = [at for at, row in enumerate(rows) if row[0] in COLUMNS["criterion"]["unit"]]
    for at, end in pairwise([*heads, len(rows)]):
        roles = [named.get(text) for text in rows[at]]
        yield at, roles, end, "criterion" if "criterion" in roles else "indicator"


def _type(own, lines, cells, lang):
    _, roles, _, about = own
    for line in lines:
        values = dict(zip(roles, line, strict=True))
        for role, value in cells.get((about, values["unit"].text, values[about].text), {}).items():
            exact = isinstance(value, Fraction)
            values[role].text = (
                unmistakable(value, lang) if exact else value if isinstance(value, str) else cell_text(value, lang)
            )


def read(data, kind, stages=STAGES, asked=ASKED):
    """What a filled form asks for."""
    units = stages.reported_table.units
    start = round_start(stages, asked.round)
    document = (read_docx if kind == "docx" else read_csv_grid)(data, f"a.{kind}")
    known = work_context(stages.scheme, UnitLookup(units, units))
    return read_workbook(
        document,
        f"a.{kind}",
        known,
        start,
        lambda lang: appraisal_rows(stages, start, range(len(units)), lang),
        asked,
    )


def asked_for(found):
    """The entries and the kept marks, without where they stand."""
    return bare(found.entries), [(one.unit, one.seen, one.by, one.on) for one in found.kept]


@st.composite
def appraised(draw, stages, least=0):
    """Entries in the name of one person on one day, and marks kept by them: {(unit, criterion)}."""
    drawn = draw(entries_of(stages, 1, {}, stages.reported_table, stages.reported))
    entries = [replace(one, by=ASKED.by, on=DAY, id="") for one in drawn]
    entries = [replace(one, id=entry_id(one)) for one in entries]
    start = round_start(stages, 1)
    rows = appraisal_rows(stages, start, range(len(stages.reported_table.units)), "vi").rows["criterion"]
    free = sorted(key for key in rows if key[1] not in start.closed and key not in {one.target for one in entries})
    return entries, draw(st.lists(st.sampled_from(free), unique=True, min_size=least)) if free else []


@examples(10)
@given(years(least=1, most=2), LANGS, st.data())
@pytest.mark.full
def test_one_appraisal_is_the_same_in_every_kind_of_file(year, lang, data):
    stages = Stages(year[0], METHODS, year[1])
    wanted, kept = data.draw(appraised(stages))
    cells = changes(wanted, lang, year[0]) | {("criterion", *key): {"new": "x"} for key in kept}
    book = filling.read(filling.filled(exported(stages, 1, lang), cells), stages)
    assert bare(book.entries) == bare(wanted)
    for kind in KINDS:
        found = read(filled(plain(stages, kind, lang=lang), kind, cells, lang=lang), kind, stages)
        assert not found.findings
        assert asked_for(found) == asked_for(book)
        assert not read(plain(stages, kind, lang=lang), kind, stages).entries


@needs_office
@pytest.mark.full
def test_it_is_the_same_after_libreoffice(tmp_path):
    wanted = asked_for(filling.read(filling.filled(exported(STAGES), ROWS), STAGES))
    assert len(wanted[0]) == 2
    as_csv = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1066,true,true"
    for kind, suffix, form in (
        ("docx", "docx", "docx:Office Open XML Text"),
        ("docx", "odt", "odt"),
        ("docx", "doc", "doc:MS Word 97"),
        ("csv", "csv", as_csv),
    ):
        path = tmp_path / f"a.{kind}"
        path.write_bytes(filled(plain(STAGES, kind), kind, ROWS))
        own = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        # As Vietnamese people open it: semicolons between, texts in quotes, UTF-8, their own marks of numbers.
        how = ["--infilter=CSV:59,34,76,1,,1066"] if kind == "csv" else []
        command = ("soffice", own, "--headless", *how, "--convert-to", form, "--outdir", tmp_path / "out", path)
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        data = (tmp_path / "out" / f"a.{suffix}").read_bytes()
        if suffix in ("odt", "doc"):
            (made,) = convert_documents([(f"a.{suffix}", data)])
            data = made.data
        found = read(data, kind)
        assert not [one for one in found.findings if one.severity == "error"], suffix
        assert asked_for(found) == wanted, suffix


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_who_and_when_are_said_once_above_the_tables(kind, lang):
    said = {"Người thẩm định:": " Trần Bình", "Ngày:": " ngày 21 tháng 12 năm 2023"}
    said |= {"Appraised by:": " Trần Bình", "Date:": " 21/12/2023"}
    data = filled(plain(STAGES, kind, lang=lang), kind, ROWS, said, lang)
    found = read(data, kind, asked=AppraisalSession(1, "", DAY))
    assert not found.findings
    assert {(one.by, one.on) for one in found.entries} == {("Trần Bình", date(2023, 12, 21))}
    assert [(one.unit, one.seen, one.by) for one in found.kept] == [("M01", (("1.1.1", scored(1)),), "Trần Bình")]


@pytest.mark.parametrize("kind", KINDS)
def test_dots_name_nobody_and_a_day_that_is_none_is_told(kind):
    said = {"Người thẩm định:": " ..........", "Ngày:": " hôm qua"}
    found = read(filled(plain(STAGES, kind), kind, ROWS, said), kind, asked=AppraisalSession(1, "", DAY))
    assert set(codes(found.findings)) == {"workbook-blank", "workbook-day"}


@pytest.mark.full
@pytest.mark.parametrize("kind", KINDS)
def test_what_a_survey_gives_is_left_out(kind):
    data = plain(STAGES, kind)
    document = (read_docx if kind == "docx" else read_csv_grid)(data, "a")
    rows = [row for table in document.tables for row in table.rows] if kind == "docx" else document.rows
    texts = {cell if isinstance(cell, str) else cell.text for _, cells in rows for cell in cells}
    assert {"1.1.1", "1.3"} <= texts
    assert not {"2.1", "2.2", "survey"} & texts
    cells = {("criterion", "M01", "1.3"): {"criterion": "2.1", "title": SCHEME.criteria["2.1"].title, "new": "3"}}
    assert codes(read(filled(data, kind, cells), kind).findings) == ["workbook-survey"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [({"unit": "M09"}, "M09"), ({"criterion": "9.9"}, "9.9"), ({"criterion": "1.2"}, ""), ({"title": "Khác"}, "Khác")],
)
@pytest.mark.parametrize("kind", KINDS)
def test_a_row_that_is_of_nothing_is_refused_with_its_place(kind, cell, text):
    found = read(filled(plain(STAGES, kind), kind, {("criterion", "M01", "1.1.1"): {**cell, "new": "x"}}), kind)
    (told,) = [one for one in found.findings if one.code == "workbook-changed"]
    assert text in told.args["text"]
    place = {"docx": "a.docx: bảng 2, dòng 2", "csv": "a.csv:9"}[kind]
    assert told.place.words("vi").startswith(place)
    assert not found.kept


def test_a_row_that_is_there_twice_names_the_other():
    rows, between = csv_rows(filled(plain(STAGES, "csv"), "csv", ROWS))
    (told,) = read(csv_bytes([*rows[:9], rows[8], *rows[9:]], between), "csv").findings
    assert told.code == "workbook-row-twice"
    assert (told.place.line, "dòng 9" in told.message("vi"), "line 9" in told.message("en")) == (10, True, True)


@pytest.mark.parametrize("kind", KINDS)
def test_another_round_and_no_round_are_told_once_a_table(kind):
    data = filled(plain(STAGES, kind), kind, ROWS)
    tables = 2 * len(TABLE.units)
    assert codes(read(data, kind, asked=replace(ASKED, round=2)).findings) == ["workbook-round"] * tables


@pytest.mark.parametrize("role", ["title", "old", "reason", "evidence"])
def test_a_heading_that_is_changed_is_named(role):
    rows, between = csv_rows(plain(STAGES, "csv", rows=[0]))
    heading = COLUMNS["criterion"][role][0]
    rows = [["Khác" if cell == heading else cell for cell in row] for row in rows]
    told = {str(one.args["column"].vi) for one in read(csv_bytes(rows, between), "csv").findings}
    assert heading in told


def test_a_document_of_no_appraisal_is_refused():
    assert codes(read(b'"a";"b"\r\n"1";"2"\r\n', "csv").findings) == ["workbook-nothing"]


def test_columns_and_rows_that_people_add_harm_nothing():
    rows, between = csv_rows(filled(plain(STAGES, "csv"), "csv", ROWS))
    wanted = asked_for(read(csv_bytes(rows, between), "csv"))
    wider = [["", *row, "Ghi chú" if row[0] == "Mã đơn vị" else "hỏi lại" if row[1] else ""] for row in rows]
    total = ["", "", "", "Tổng cộng", *[""] * (len(wider[0]) - 4)]
    assert asked_for(read(csv_bytes([*wider, total], between), "csv")) == wanted


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.full
def test_whoever_exported_after_another_had_entered_supersedes_that(kind):
    (first,) = [one for one in read(filled(plain(STAGES, kind), kind, ROWS), kind).entries if one.criterion]
    after = Stages(SCHEME, METHODS, TABLE, entries=(first,))
    again = {("criterion", "M01", "1.1.2"): {"new": "1", "reason": "Xem lại", "evidence": "không có"}}
    named = replace(ASKED, by="Người thứ hai")
    (entry,) = read(filled(plain(after, kind), kind, again), kind, after, named).entries
    assert (entry.supersedes, entry.old) == (first.id, HandMark(first.new.outcome, Fraction(0)))
    # What was exported before stands beside it.
    (entry,) = read(filled(plain(STAGES, kind), kind, again), kind, after, named).entries
    assert (entry.supersedes, entry.old) == ("", first.old)
    # The same file once more is passed over.
    found = read(filled(plain(STAGES, kind), kind, {key: ROWS[key] for key in [*ROWS][1:2]}), kind, after)
    assert (found.entries, found.passed) == ((), 1)
