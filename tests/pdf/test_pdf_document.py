"""PDF files as such: what is refused and why, scans, attached data; the library is in another process."""

import contextlib
import io
import json
import random
import sys
import zlib

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject
from reportlab.pdfgen.canvas import Canvas

from cchc_score.builtin.readers import read_pdf
from cchc_score.documents import Grid, Record
from cchc_score.errors import ReportError
from cchc_score.files import child_process
from cchc_score.files.child_process import ChildTimeout, run_child
from cchc_score.pdf import pdf_child, pdf_document
from tests.pdf.appendices import PLAIN, RIGHT, appendix, document, figures, findings, wrong, year_of
from tests.pdf.test_pdf_marked import picture
from tests.pdf_files import Manner, Printer

REPORT = (
    b"[report]\nunit = '15865'\nyear = 2023\n[facts]\nf1_1 = 27\nf1_2 = { value = 25, source = 'm\xe1\xbb\xa5c 2' }\n"
)


def refused(data, name="a.pdf"):
    """The kind of the finding by which a file is refused."""
    with pytest.raises(ReportError) as error:
        read_pdf(data, name)
    (finding,) = error.value.findings
    assert finding.place.file == name
    assert finding.words("vi")
    return finding.code


def in_this_process(monkeypatch):
    """Read PDFs here, which is faster, and by the same functions."""
    monkeypatch.setattr(pdf_document, "run_child", lambda program, data, seconds: answered(data))


def answered(data):
    """What the other process would write."""
    try:
        return json.dumps(pdf_child.read_pdf(data)).encode()
    except Exception as error:
        return json.dumps({"refused": pdf_child.refusal(error)}).encode()


def with_attached(*files, data=None):
    """A PDF with files attached to it, as (name, bytes)."""
    writer = PdfWriter(clone_from=io.BytesIO(data or appendix()))
    for name, content in files:
        writer.add_attachment(name, content)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def scanned(text=""):
    """A page that is one picture, and another of text."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(300, 400), invariant=1)
    canvas.drawImage(picture((60, 80)), 0, 0, 300, 400)
    if text:
        canvas.drawString(20, 20, text)
    canvas.showPage()
    canvas.drawString(30, 300, "Trang 2")
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.mark.full
def test_a_pdf_is_read_in_a_process_of_its_own():
    gathered = year_of(read_pdf(appendix(), "15865.pdf"))
    assert not wrong(gathered)
    assert figures(gathered).keys() == RIGHT.keys()
    assert "pdfplumber" not in pdf_document.__dict__


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 a document of Word", "pdf-kind"),
        (b"%PDF-1.4\n1 0 obj\n<<>>\n", "pdf-broken"),
        (b"%PDF-1.4\n%%EOF", "pdf-broken"),
        (appendix()[:-900] + b"%%EOF", "pdf-broken"),
    ],
)
def test_what_is_no_whole_pdf_is_refused(data, code, monkeypatch):
    in_this_process(monkeypatch)
    assert refused(data) == code


def test_a_cut_stream_is_told_and_not_read_as_far_as_it_goes(monkeypatch):
    in_this_process(monkeypatch)
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=PLAIN.size, pageCompression=1, invariant=1)
    for number in range(200):
        canvas.drawString(30, 3 * number, f"dòng {number}")
    canvas.save()
    reader = PdfReader(io.BytesIO(stream.getvalue()))
    writer = PdfWriter(clone_from=reader)
    content = writer.pages[0]["/Contents"].get_object()
    packed = zlib.compress(content.get_data())
    content._data = packed[: len(packed) // 2]
    content[NameObject("/Filter")] = NameObject("/FlateDecode")
    stream = io.BytesIO()
    writer.write(stream)
    assert refused(stream.getvalue()) == "pdf-broken"


def test_a_password_is_told_and_none_is_needed_where_only_printing_is_forbidden(monkeypatch):
    in_this_process(monkeypatch)
    for word, owner in (("bi-mat", None), ("", "chu")):
        writer = PdfWriter(clone_from=io.BytesIO(appendix()))
        writer.encrypt(word, owner, algorithm="AES-128")
        stream = io.BytesIO()
        writer.write(stream)
        if word:
            assert refused(stream.getvalue()) == "pdf-password"
        else:
            assert not wrong(year_of(read_pdf(stream.getvalue(), "15865.pdf")))


def test_too_many_pages_are_refused(monkeypatch):
    in_this_process(monkeypatch)
    monkeypatch.setattr(pdf_child, "MAX_PAGES", 2)
    printer = Printer(PLAIN)
    printer.end_page()
    printer.end_page()
    assert refused(printer.done()) == "pdf-pages"


def test_what_takes_too_long_or_ends_its_process_is_refused(monkeypatch):
    def late(module, data, seconds):
        raise ChildTimeout

    monkeypatch.setattr(pdf_document, "run_child", late)
    assert refused(appendix()) == "pdf-heavy"
    monkeypatch.setattr(pdf_document, "run_child", lambda program, data, seconds: None)
    assert refused(appendix()) == "pdf-heavy"
    monkeypatch.setattr(pdf_document, "run_child", lambda program, data, seconds: b'{"pages"')
    assert refused(appendix()) == "pdf-broken"


@pytest.mark.full
@pytest.mark.skipif(sys.platform == "win32", reason="only the clock ends a process there")
def test_a_bomb_ends_in_its_own_process():
    bomb = zlib.compress(bytes(3 * 1024**3 // 4), 9)
    for _ in range(2):
        bomb = zlib.compress(bomb, 9)
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj\n"
    filters = b"4 0 obj<</Length %d/Filter[/FlateDecode/FlateDecode/FlateDecode]>>stream\n" % len(bomb)
    assert refused(head + page + filters + bomb + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF") == "pdf-heavy"


def test_a_child_does_not_run_the_script_that_runs_now_and_its_time_is_limited():
    assert run_child(("-m", "cchc_score.pdf.pdf_child"), b"nothing", 60) == b'{"refused": "pdf-broken"}'
    assert run_child(("-m", "cchc_score.no_such_module"), b"", 60) is None
    with pytest.raises(ChildTimeout):
        run_child(("-m", "cchc_score.pdf.pdf_child"), b"nothing", 0.001)


def test_a_child_imports_nothing_from_where_somebody_stands(tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(child_process.sys, "path", ["", *sys.path])
    assert run_child(("-m", "cchc_score.pdf.pdf_child"), b"nothing", 60) == b'{"refused": "pdf-broken"}'


@pytest.mark.parametrize("text", ["", "Nguoi ky: UBND xa"])
def test_a_scan_is_told_by_its_pages_and_gives_nothing(text, monkeypatch):
    in_this_process(monkeypatch)
    found = read_pdf(scanned(text), "a.pdf")
    assert [finding.code for finding in found.findings] == ["pdf-scan"]
    assert "trang 1 " in found.findings[0].words("vi")
    assert not figures(year_of(found))
    assert findings(year_of(found)) == ["pdf-scan"]


def test_fonts_without_meaning_are_told(monkeypatch):
    in_this_process(monkeypatch)
    page = pdf_child.read_pdf(appendix())["pages"][0]
    monkeypatch.setattr(pdf_child, "read_pdf", lambda data: {"pages": [{**page, "strange": page["letters"] // 2}]})
    assert [one.code for one in read_pdf(appendix(), "a.pdf").findings] == ["pdf-letters"]


def test_data_of_this_program_is_read_from_the_attached_file_and_is_no_draft(monkeypatch):
    in_this_process(monkeypatch)
    found = read_pdf(with_attached(("cchc-score.toml", REPORT), ("ke-hoach.docx", b"PK")), "15865.pdf")
    assert isinstance(found.attached[1], Record)
    assert [one.code for one in found.findings] == ["pdf-attachments", "pdf-attached"]
    gathered = year_of(found, accept=False)
    assert figures(gathered) == {"1.1": 27, "1.2": 25}
    assert gathered.drafts == {}
    assert gathered.table.origins[0, "f1_2"].place().words() == "15865.pdf/cchc-score.toml:6"


def test_a_table_of_many_units_may_be_attached_too(monkeypatch):
    in_this_process(monkeypatch)
    lines = b"unit,year,f1_1\n15865,2023,27\n15868,2023,31\n"
    found = read_pdf(with_attached(("cchc-score.csv", lines)), "bang.pdf")
    assert isinstance(found.attached[1], Grid)
    table = year_of(found, accept=False, name="bang.pdf").table
    assert [table.value(row, "f1_1") for row in (0, 1)] == [27, 31]


def test_two_attached_files_of_this_program_are_none(monkeypatch):
    in_this_process(monkeypatch)
    data = with_attached(("cchc-score.toml", REPORT), ("cchc-score.csv", b"unit\n"))
    assert refused(data) == "pdf-attached-twice"


def test_a_broken_attached_file_is_told_by_its_own_name(monkeypatch):
    in_this_process(monkeypatch)
    with pytest.raises(ReportError) as error:
        read_pdf(with_attached(("cchc-score.toml", b"x = [")), "a.pdf")
    assert error.value.findings[0].place.words() == "a.pdf/cchc-score.toml:1"


def test_other_attached_files_are_only_named(monkeypatch):
    in_this_process(monkeypatch)
    found = read_pdf(with_attached(("minh-chung.xlsx", b"PK")), "15865.pdf")
    assert [one.code for one in found.findings] == ["pdf-attachments"]
    assert not wrong(year_of(found))


def test_layers_that_are_turned_off_are_told(monkeypatch):
    in_this_process(monkeypatch)
    writer = PdfWriter(clone_from=io.BytesIO(appendix()))
    layer = writer._add_object(DictionaryObject({NameObject("/Type"): NameObject("/OCG")}))
    default = DictionaryObject({NameObject("/OFF"): ArrayObject([layer])})
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject({NameObject("/D"): default})
    stream = io.BytesIO()
    writer.write(stream)
    assert [one.code for one in read_pdf(stream.getvalue(), "a.pdf").findings] == ["pdf-layers"]


def test_a_page_that_is_drawn_as_a_form_of_its_own_is_read_too(monkeypatch):
    in_this_process(monkeypatch)
    page = PdfReader(io.BytesIO(appendix())).pages[0]
    writer = PdfWriter()
    writer.add_blank_page(*PLAIN.size)
    # The whole page becomes an object that the new one draws, as programs that put pages together do.
    form = page["/Contents"].get_object()
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): page["/MediaBox"],
            NameObject("/Resources"): page["/Resources"],
        }
    )
    held = writer._add_object(form.clone(writer))
    content = DecodedStreamObject()
    content.set_data(b"q /F0 Do Q")
    target = writer.pages[0]
    target[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/F0"): held})}
    )
    target[NameObject("/Contents")] = writer._add_object(content)
    stream = io.BytesIO()
    writer.write(stream)
    gathered = year_of(read_pdf(stream.getvalue(), "15865.pdf"))
    assert not wrong(gathered)
    assert figures(gathered).keys() == RIGHT.keys()


@pytest.mark.full
@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_is_read_right_or_refused(seed, monkeypatch):
    in_this_process(monkeypatch)
    chance = random.Random(seed)
    data = bytearray(appendix(Manner(size=(420, 330))))
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(data) - 64)
        data[at : at + chance.randint(1, 8)] = chance.randbytes(chance.randint(0, 8))
    with contextlib.suppress(ReportError):
        year_of(read_pdf(bytes(data), "15865.pdf"))


def test_the_library_is_asked_for_in_one_sentence(monkeypatch):
    monkeypatch.setattr("cchc_score.builtin.readers.find_spec", lambda name: None)
    assert refused(appendix()) == "reader-absent"
    assert refused(b"PK") == "pdf-kind"


def test_a_wide_table_goes_on_over_pages_only_under_its_headings():
    rows = [("15865", "Xã Hoằng Cát", "27", "25", "16"), ("15868", "Xã Hoằng Quý", "31", "1.340", "9")]
    for repeat in (True, False):
        printer = Printer(Manner(size=(420, 120), widths=(50, 60, 60, 60, 60), repeat=repeat))
        printer.table([("Mã đơn vị", "Tên đơn vị", "f1_1", "f1_3", "f3_2")], rows)
        found = document(printer.done())
        assert len(found.tables) == 2
        gathered = year_of(found, name="bang.pdf")
        assert gathered.table.known(1, "f1_3") is repeat
        # What cannot be told is never lost without a word.
        assert findings(gathered) == ([] if repeat else ["pdf-table"])


def test_a_wide_table_of_units_is_read_as_drafts_too():
    printer = Printer(Manner(widths=(50, 100, 60, 60, 60)))
    rows = [("15865", "Xã Hoằng Cát", "27", "25", "16"), ("15868", "Xã Hoằng Quý", "31", "1.340", "9")]
    printer.table([("Mã đơn vị", "Tên đơn vị", "f1_1", "f1_3", "f3_2")], rows)
    found = document(printer.done())
    table = year_of(found, name="bang.pdf").table
    assert [table.value(row, "f1_3") for row in (0, 1)] == [25, 1340]
    assert table.origins[1, "f1_3"].place().words() == "bang.pdf: trang 1, ô D3: dòng 1.3"
    waiting = year_of(found, accept=False, name="bang.pdf")
    assert len(waiting.drafts) == 6
    assert not any(any(column.known) for column in waiting.table.columns.values())
