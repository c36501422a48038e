"""Pictures that are none, are cut, or ask for too much: refused with what to do, before they are unpacked."""

import io
import json
import struct
import subprocess
import zlib

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from cchc_score.builtin import readers
from cchc_score.builtin.readers import read_image, read_scanned_pdf
from cchc_score.errors import ReportError
from cchc_score.files.child_process import ChildTimeout
from cchc_score.scans import scan_child, scan_document, tesseract_program
from cchc_score.scans.page_pictures import image_pictures
from cchc_score.scans.scan_limits import MAX_PAGES
from tests.scan_files import as_file

WHITE = Image.new("L", (400, 600), 255)


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch):
    """Read scans here, by the same functions; no page of these tests needs an engine."""
    monkeypatch.setattr(scan_document, "run_child", lambda program, data, seconds: answered(program, data))
    monkeypatch.setattr(scan_document, "find_tesseract", lambda: "no-such-program")


def answered(program, data):
    """What the other process would write."""
    try:
        return json.dumps(scan_child.read_scan(data, program[2], [int(page) for page in program[3:]])).encode()
    except Exception as error:
        return json.dumps({"refused": scan_child.refusal(error)}).encode()


def refused(data, read=read_image):
    """The kind of the finding by which a file is refused."""
    with pytest.raises(ReportError) as error:
        read(data, "a.png")
    (finding,) = error.value.findings
    assert finding.words("vi") != finding.words("en")
    return finding.code


def bomb(width, height):
    """A PNG of a few bytes that says it is huge."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def pdf_of(size, draw):
    """A PDF with one page of a size, on which something is drawn."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_an_empty_page_has_no_table_and_says_so(kind):
    document = read_image(as_file(WHITE, kind), "a.png")
    assert document.tables == ()
    assert [finding.code for finding in document.findings] == ["scan-read", "scan-no-table"]


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"GIF89a", b"\0" * 5000, b"<svg/>"])
def test_what_is_no_picture_is_refused(data):
    assert refused(data) == "scan-broken"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_a_cut_picture_is_refused_and_never_read_half(kind):
    data = as_file(Image.effect_noise((400, 600), 90), kind)
    assert {refused(data[: len(data) * part // 8]) for part in range(1, 8)} == {"scan-broken"}


@pytest.mark.parametrize("size", [(30_000, 30_000), (2**31 - 1, 1), (100_000, 400)])
def test_a_picture_that_says_it_is_huge_is_refused_unread(size):
    assert refused(bomb(*size)) == "scan-large"


def test_more_pages_than_any_appendix_has_are_refused():
    pages = [WHITE.resize((20, 30))] * (MAX_PAGES + 1)
    assert refused(as_file(pages[0], "TIFF", save_all=True, append_images=pages[1:])) == "scan-large"


def test_a_page_too_large_to_be_drawn_is_refused():
    def cover(canvas):
        canvas.drawInlineImage(WHITE, 0, 0, 14_000, 14_000)

    assert refused(pdf_of((14_000, 14_000), cover), read_scanned_pdf) == "scan-large"


def test_more_scanned_pages_than_any_appendix_has_are_refused():
    with pytest.raises(ReportError) as error:
        scan_document.read_scans(b"", "a.pdf", range(1, MAX_PAGES + 2))
    assert [finding.code for finding in error.value.findings] == ["scan-pages"]


def test_a_pdf_with_text_needs_no_engine(monkeypatch):
    monkeypatch.setattr(readers, "find_spec", lambda name: None if name == "rapidocr" else object())
    data = pdf_of((300, 300), lambda canvas: canvas.drawString(50, 50, "Bao cao"))
    assert [text for _, text in read_scanned_pdf(data, "a.pdf").lines] == ["Bao cao"]


def test_without_the_extra_what_to_install_is_said(monkeypatch):
    monkeypatch.setattr(readers, "find_spec", lambda name: None)
    assert refused(as_file(WHITE, "PNG")) == "reader-absent"


def test_without_tesseract_what_to_install_is_said(monkeypatch):
    monkeypatch.setattr(scan_document, "find_tesseract", lambda: None)
    assert refused(as_file(WHITE, "PNG")) == "tesseract-absent"


def test_a_program_that_is_not_tesseract_or_knows_no_vietnamese_is_none(monkeypatch, tmp_path):
    monkeypatch.setenv(tesseract_program.SETTING, str(tmp_path / "tesseract"))
    assert tesseract_program.find_tesseract() is None
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho eng\n")
    program.chmod(0o755)
    assert tesseract_program.find_tesseract() is None
    program.write_text("#!/bin/sh\necho vie\n")
    assert tesseract_program.find_tesseract() == str(program)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (None, "scan-heavy"),
        (b"", "scan-heavy"),
        (b'{"pages": [', "scan-heavy"),
        (b'{"refused": "scan-broken"}', "scan-broken"),
    ],
)
def test_a_process_that_fails_is_told(monkeypatch, answer, code):
    monkeypatch.setattr(scan_document, "run_child", lambda program, data, seconds: answer)
    assert refused(as_file(WHITE, "PNG")) == code


def test_a_process_that_never_ends_is_told(monkeypatch):
    def hang(program, data, seconds):
        raise ChildTimeout

    monkeypatch.setattr(scan_document, "run_child", hang)
    assert refused(as_file(WHITE, "PNG")) == "scan-heavy"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (subprocess.TimeoutExpired("tesseract", 1), "scan-heavy"),
        (subprocess.CalledProcessError(-9, "tesseract"), "scan-heavy"),
        (subprocess.CalledProcessError(1, "tesseract"), "tesseract-absent"),
        (MemoryError(), "scan-heavy"),
        (ImportError(), "reader-absent"),
        (ValueError(), "scan-broken"),
    ],
)
def test_what_went_wrong_has_its_code(error, code):
    assert scan_child.refusal(error) == code


def test_a_photograph_without_its_size_is_taken_for_one_page_of_a4():
    data = as_file(Image.new("L", (827, 1169), 255), "PNG", dpi=72)
    ((number, picture),) = image_pictures(data)
    assert number == 1
    assert abs(picture.shape[0] - 11.69 * 300) < 5


def test_what_a_picture_lets_through_is_white_paper():
    ((_, picture),) = image_pictures(as_file(Image.new("RGBA", (400, 600), (0, 0, 0, 0)), "PNG"))
    assert picture.min() == 255
