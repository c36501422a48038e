"""Documents of .doc, .odt and .rtf: converted by an office program, right or told, and hostile ones before it starts."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.builtin.readers import READERS, convert_documents, read_docx
from cchc_score.documents import Tables
from cchc_score.files.office_program import SETTING
from cchc_score.intake.canonical_toml import report_toml
from cchc_score.word.foreign_text import CELL, Broken, doc_text, rtf_text
from cchc_score.year.document_files import DocumentSource, read_all
from tests.appendix_files import codes, facts, year_of
from tests.office_variants import KINDS, VARIANTS, needs_office, report, saved_as, saved_once
from tests.reports import archive

RIGHT = {"tasks": 27, "done": 25, "people": 120, "board": 1}
NAME = "reports/Xã Hoằng Cát 2023.doc"
QUIET = ("office-converted", "year-absent")
ODT = b"application/vnd.oasis.opendocument.text"


def read(sources):
    """What is read of some files, as (name, path or content)."""
    found = [
        DocumentSource(name, data=one) if isinstance(one, bytes) else DocumentSource(name, one) for name, one in sources
    ]
    readers = {reader.name: reader for reader in READERS}
    return read_all(
        [DocumentSource(one.name, one.path, one.data, "office" if one.path is None else "") for one in found],
        readers,
        lambda done, total: None,
    )


def year(document, kind="doc"):
    """The year of one document under the name of its unit."""
    return year_of((f"Xã Hoằng Cát 2023.{kind}", document))


def told(gathered):
    """The facts of the only unit, and the kinds of findings."""
    return {code: value for (_, code), value in facts(gathered).items()}, codes(gathered, *QUIET)


def check(paths):
    """Each manner, saved in each kind, gives what the .docx gives, or tells that its table is lost."""
    reading = read(paths.items())
    assert not reading.faults
    documents = dict(reading.documents)
    assert sorted(documents) == sorted(paths)
    for file, document in documents.items():
        name, _, kind = file.rpartition(".")
        found, expected = told(year(document, kind)), told(year(read_docx(VARIANTS[name](), "a.docx")))
        assert document.converted.startswith("LibreOffice ")
        # What this program writes into .doc it does not always find there again.
        lost = "office-tables-lost" in found[1]
        assert found == (({}, ["text-no-rows", "office-tables-lost"]) if lost else expected), file


FEW = ("plain", "two-headings", "table-last")


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    """A few manners in every kind."""
    return saved_once(tmp_path_factory, FEW)


@pytest.fixture(scope="module")
def doc(few):
    """One .doc."""
    return few["plain.doc"].read_bytes()


@pytest.mark.full
@needs_office
def test_what_the_office_program_saves_in_other_kinds_is_read_as_its_docx(few):
    assert len(few) == len(FEW) * len(KINDS)
    check(few)


@needs_office
@pytest.mark.full
def test_every_manner_of_an_office_in_every_kind(tmp_path):
    paths = saved_as(tmp_path)
    assert len(paths) == len(VARIANTS) * len(KINDS) >= 60
    check(paths)


@pytest.mark.full
def test_the_manners_are_right_or_told_in_docx():
    """What the kinds are held against: a value is right, or a finding names why there is none or that it is doubtful."""
    for name, make in VARIANTS.items():
        values, findings = told(year(read_docx(make(), "a.docx")))
        wrong = {code for code in RIGHT if values.get(code) != RIGHT[code]}
        # Two manners have other values; each of their figures is as it stands there.
        if name == "thousands":
            wrong = {
                code
                for code, value in {"tasks": 1527, "done": 1325, "people": 25120}.items()
                if values.get(code) != value
            }
        assert not wrong or findings, name


@pytest.mark.full
@needs_office
def test_a_figure_says_which_program_converted_its_file(doc, tmp_path):
    reading = read([(NAME, doc)])
    (_, document), *others = reading.documents
    assert isinstance(document, Tables)
    assert not others
    gathered = year(document)
    row = [unit.code for unit in gathered.table.units].index("15865")
    origin = gathered.table.origins[row, "tasks"]
    assert origin.source_words("vi") == f"chuyển bằng {document.converted}"
    assert origin.source_words("en") == f"converted by {document.converted}"
    assert f"chuyển bằng {document.converted}" in report_toml(gathered, row, 2023, "mau", (), "vi")
    assert [one.code for one in document.findings] == ["office-converted"]


@pytest.mark.full
@needs_office
def test_a_conversion_that_loses_figures_is_told(doc):
    from cchc_score.files.office_program import ConvertedFile
    from cchc_score.word.conversion import _Foreign, _made

    whole = report()
    thinner = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(thinner, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b">120<", b"><"))
    foreign = _Foreign("a.doc", "doc", doc, doc_text(doc))
    assert [one.code for one in _made(foreign, ConvertedFile("done", whole)).findings] == ["office-converted"]
    lost = _made(foreign, ConvertedFile("done", thinner.getvalue())).findings
    assert [(one.code, one.args.get("values")) for one in lost][1:] == [("office-figures-lost", ["120"])]


@pytest.mark.full
@needs_office
@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda data: data[: len(data) // 3], "archive-broken"),
        (lambda data: data[:600], "archive-broken"),
        (lambda data: flagged(data, 10, b"\x00\x01"), "archive-encrypted"),
        (lambda data: flagged(data, 2, b"\x65\x00"), "document-old"),
    ],
)
def test_a_doc_that_cannot_be_read_is_told_before_any_program_starts(change, code, doc, monkeypatch):
    monkeypatch.setenv(SETTING, "/nowhere")
    assert refused(change(doc), "a.doc") == [code]


def flagged(data, at, value):
    """A .doc with other bytes in the head of its main stream."""
    start = data.index(b"\xec\xa5\x01\x01") + at
    return data[:start] + value + data[start + len(value) :]


def refused(data, name):
    """Why a document is not converted."""
    (made,) = convert_documents([(name, data)])
    assert not made.data
    return [one.code for one in made.findings]


def odt(content=b"<x/>", manifest=b"<x/>", **others):
    """An .odt of some parts."""
    members = {"mimetype": ODT, "content.xml": content, "META-INF/manifest.xml": manifest}
    return archive({**members, **others}, zipfile.ZIP_DEFLATED)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"<html><table><tr><td>1.1</td></tr></table></html>", "a.doc", "document-kind"),
        (b"MIME-Version: 1.0\n", "a.doc", "document-kind"),
        (b"%PDF-1.4", "a.doc", "document-kind"),
        (b"chi la chu", "a.rtf", "document-kind"),
        (archive({"xl/workbook.xml": b"<x/>"}), "a.doc", "document-kind"),
        (archive({"mimetype": b"application/vnd.oasis"}), "a.odt", "document-kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc", "archive-broken"),
        (b"PK\3\4" + bytes(40), "a.odt", "archive-broken"),
        (b"{\\rtf1 {\\b 12", "a.rtf", "archive-broken"),
        (b"{\\rtf1 " + b"{" * 5000 + b"}" * 5001, "a.rtf", "archive-broken"),
        (odt(b"0" * 3_000_000), "a.odt", "archive-large"),
        (odt(manifest=b"<manifest:encryption-data/>"), "a.odt", "archive-encrypted"),
        (odt(b"<!DOCTYPE x><x/>"), "a.odt", "archive-doctype"),
        (archive({"mimetype": ODT}), "a.odt", "archive-kind"),
        (odt(**{"Object 1.docx": b"PK"}), "a.odt", "archive-nested"),
        (b"{\\rtf1 " + bytes(33 * 1024 * 1024), "a.rtf", "file-too-large"),
    ],
)
def test_hostile_and_misnamed_files_are_told_before_any_program_starts(data, name, code, monkeypatch):
    monkeypatch.setenv(SETTING, "/nowhere")
    assert refused(data, name) == [code]


def test_a_docx_under_another_ending_is_read_as_what_it_is():
    (made,) = convert_documents([("a.doc", report())])
    assert [one.code for one in made.findings] == ["ending-differs"]
    assert told(year(read_docx(made.data, "a.doc")))[0] == RIGHT


def test_without_the_program_it_is_said_how_to_save_the_file_otherwise(monkeypatch):
    monkeypatch.setenv(SETTING, "/nowhere/soffice")
    reading = read([("a.rtf", b"{\\rtf1 12}")])
    assert [one.code for one in reading.faults] == ["office-absent"]
    assert ".docx" in reading.faults[0].words("vi")
    assert "Save As" in reading.faults[0].words("en")


def test_a_program_that_cannot_be_run_is_told(monkeypatch, tmp_path):
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 0\n")
    program.chmod(0o755)
    monkeypatch.setenv(SETTING, str(program))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "absent"))
    assert refused(b"{\\rtf1 12}", "a.rtf") == ["office-unusable"]


@pytest.mark.full
@needs_office
def test_an_rtf_under_the_name_of_a_doc_is_read(monkeypatch):
    (made,) = convert_documents([("a.doc", b"{\\rtf1 27\\par}")])
    assert [one.code for one in made.findings] == ["ending-differs", "office-converted"]
    assert [text for _, text in read_docx(made.data, "a.doc").lines if text] == ["27"]


def test_a_file_that_the_program_does_not_convert_is_told(tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 0\n")
    program.chmod(0o755)
    monkeypatch.setenv(SETTING, str(program))
    assert refused(b"{\\rtf1 12}", "a.rtf") == ["office-failed"]
    program.write_text("#!/bin/sh\nexit 77\n")
    assert refused(b"{\\rtf1 12}", "a.rtf") == ["office-stopped"]


def test_the_text_of_rtf_keeps_figures_and_cells_and_leaves_out_what_is_not_shown():
    data = rb"{\rtf1{\fonttbl{\f0 Arial 95;}}{\*\generator 7}{\info{\title 9}}\trowd 1.1\cell 2\'37\cell\row {\pict 88}\par 3\u52 ?}"
    assert rtf_text(data) == f"1.1{CELL}27{CELL}{CELL}\n34?"


@given(st.binary(max_size=200))
def test_no_bytes_break_the_look_at_an_rtf(data):
    try:
        rtf_text(b"{\\rtf1 " + data)
    except Broken:
        return


@given(st.binary(max_size=600))
def test_no_bytes_break_the_look_at_a_doc(data):
    with pytest.raises(Broken):
        doc_text(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data)
