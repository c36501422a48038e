"""The workbook of a review: what needs a look stands first, links lead to files alone, and no text is a formula."""

import io
import os
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from cchc_score.errors import WriteError
from cchc_score.excel import xlsx_parts
from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place
from cchc_score.intake.join import join
from cchc_score.intake.read_document import read_document
from cchc_score.model import Unit
from cchc_score.office.form_sheet import FormLink
from cchc_score.office.workbook import write_workbook
from cchc_score.review.file_links import file_link
from cchc_score.review.read_files import ReadFile
from cchc_score.review.review_columns import COLUMNS
from cchc_score.review.review_workbook import review_sheets
from tests.appendix_files import FORM, INDICATORS, UNITS
from tests.review.kit import appendix, files_of, read, rows_of, workbook, year
from tests.strategies import examples

HOSTILE = ("=1+1", "=HYPERLINK(\"http://a.vn\";\"x\")", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "http://a.vn", "javascript:alert(1)")  # fmt: skip


def pages(data):
    return load_workbook(io.BytesIO(data)).worksheets


def column(page, role):
    place = list(COLUMNS).index(role) + 1
    return [page.cell(row, place).value for row in range(7, page.max_row + 1)]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_row_of_the_form_has_a_line_and_those_to_look_at_stand_first(lang):
    _, page = pages(workbook(year(("", "20", "25", "", "1")), lang))
    assert page.title == ("Số liệu" if lang == "vi" else "Figures")
    headings = [cell.value for cell in page[6]]
    assert headings == [vi if lang == "vi" else en for vi, en, _ in COLUMNS.values()]
    assert sorted(column(page, "row")) == ["1.1", "1.2", "1.3", "1.4"]
    doubt, blank = ("nghi vấn", "trống") if lang == "vi" else ("in doubt", "blank")
    assert column(page, "state") == [doubt, doubt, blank, None]
    assert column(page, "value")[:3] == [20, 25, None]
    assert column(page, "value")[3] == ("có" if lang == "vi" else "yes")
    assert all(column(page, "why")[:2])
    assert column(page, "file")[0] == "a.csv"


def test_labels_are_locked_headings_frozen_and_the_page_is_a4_across():
    for page in pages(workbook(year())):
        assert page.protection.sheet
        assert not page.protection.password
        assert not page.protection.autoFilter
        assert page.page_setup.orientation == "landscape"
        assert page.page_setup.paperSize == 9
        assert page.auto_filter.ref
    _, page = pages(workbook(year()))
    assert page.freeze_panes == "A7"
    letters = {role: "ABCDEFGHIJKLMNOP"[at] for at, role in enumerate(COLUMNS)}
    locked = {role: page.column_dimensions[letter].protection.locked for role, letter in letters.items()}
    assert {role for role, shut in locked.items() if not shut} == {"new", "confirmed", "reason", "by"}
    assert not page["B2"].protection.locked
    assert page["A2"].protection.locked


def test_drafts_are_marked():
    gathered = year()
    rows = rows_of(gathered)
    assert [row.states for row in rows] == [(), (), (), ()]
    draft = replace(appendix(kind="docx"), draft=True)
    found = read_document(draft, "a.pdf", FORM, INDICATORS, 2023)
    waiting = join(found.reports, UNITS, 2023, FORM, INDICATORS)
    assert [row.state_words("vi") for row in rows_of(waiting)] == ["bản nháp"] * 4
    (file,) = files_of("a.pdf", draft, waiting)
    assert (file.draft, file.drafts, file.figures, file.rows) == (True, 4, 4, 4)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_document_is_a_formula_or_a_link(text):
    gathered = year()
    unit = Unit("15865", text)
    rows = rows_of(gathered)
    hostile = [
        replace(row, unit=unit, origin=Origin(text, printed=text, cell=f"{text}!C5", remark=text), why=())
        for row in rows
    ]
    files = (ReadFile(text, units=(unit,), findings=(Finding("archive-broken", Place(text)),)),)
    data = write_workbook(review_sheets(files, hostile, lambda name: Path("/bao-cao") / name, Path("/"), "vi"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/")}
    assert not any(re.search(r"<f[ >]", xml) for name, xml in parts.items() if name.endswith(".xml"))
    targets = [target for xml in parts.values() for target in re.findall(r'Target="([^"]*)"', xml)]
    assert len(targets) == len(rows) + 1
    assert all(re.fullmatch(r"[A-Za-z0-9._~/%-]+", target) for target in targets)
    assert all(unquote(target).startswith("bao-cao/") for target in targets if "http" not in target)
    assert not re.search(r'location="[^"]*(?:http|HYPERLINK|cmd)', "".join(parts.values()))
    assert read(data) == ([], [])


@examples(60)
@given(
    name=st.text(min_size=1, max_size=30).filter(
        lambda text: "\0" not in text and "/" not in text and text not in (".", "..")
    ),
    folder=st.sampled_from(["/a", "/a/b c", "/x/ý"]),
)
def test_a_link_leads_from_the_folder_to_the_file_and_nowhere_else(name, folder):
    link = file_link(name, lambda shown: Path("/a/bao cáo") / shown, Path(folder))
    assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", link.target)
    assert not link.location
    path = os.path.normpath(os.path.join(folder, unquote(link.target, errors="surrogateescape")))
    assert path == f"/a/bao cáo/{name}"


@pytest.mark.parametrize(
    ("file", "cell", "location"),
    [
        ("a.xlsx", "PL 01!C5", "'PL 01'!C5"),
        ("a.ods", "Phụ lục!AB12", "'Phụ lục'!AB12"),
        ("a.xlsx", "'x'!C5", ""),
        ("a.xlsx", "a#b!C5", ""),
        ("a.xlsx", "x!C5:D6", ""),
        ("a.xlsx", "x!R1C1", ""),
        ("a.pdf", "D5", ""),
        ("a.docx", "PL!C5", ""),
    ],
)
def test_a_link_names_a_cell_only_of_a_sheet_with_a_plain_name(file, cell, location):
    link = file_link(file, Path, Path(), Origin(file, cell=cell))
    assert link == FormLink(file, location)


def test_what_stands_in_no_file_has_no_link():
    assert file_link("-", lambda name: None, Path()) is None


def test_a_review_too_large_to_be_read_back_is_refused(monkeypatch):
    monkeypatch.setattr(xlsx_parts, "MAX_ELEMENTS", 100)
    with pytest.raises(WriteError) as caught:
        workbook(year())
    assert [finding.code for finding in caught.value.findings] == ["workbook-large"]
