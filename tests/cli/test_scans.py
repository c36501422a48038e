"""A scan from the command line: refused as ever, made out where somebody asks, with the picture of each cell."""

import re

import pytest
import tomli
from PIL import Image

from tests.pdf_files import real_appendix
from tests.reports import appendix_rows, word_report
from tests.running import command
from tests.scan_files import ASKEW, as_file, needs_tesseract, pages

SCHEME = ("--scheme", "minh-hoa-2023")
FIRST = 28
"""So many rows stand on the first page."""


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The first page of the real appendix, scanned into a picture."""
    path = tmp_path_factory.mktemp("scan") / "15865.png"
    path.write_bytes(as_file(pages(real_appendix(gap=6), ASKEW)[0], "PNG", ASKEW.dpi))
    return path


@pytest.fixture(scope="module")
def imported(page, tmp_path_factory):
    """The folder that `import` makes of it."""
    folder = tmp_path_factory.mktemp("out") / "so-lieu"
    made = command("import", page, "-o", folder, *SCHEME, "--unit", "15865", "--ocr", "-q")
    assert made.code == 0
    return folder


@pytest.mark.full
@needs_tesseract
def test_figures_of_a_scan_are_those_of_the_word_document_or_in_doubt(imported, tmp_path):
    report = tmp_path / "15865.docx"
    report.write_bytes(word_report(appendix_rows()[:FIRST]))
    command("import", report, "-o", tmp_path / "word", *SCHEME, "--unit", "15865", "-q")
    word, scan = (
        tomli.loads((folder / "15865.toml").read_text(encoding="utf-8")) for folder in (tmp_path / "word", imported)
    )
    assert scan["facts"].keys() == word["facts"].keys()
    assert all(fact["draft"] for fact in scan["facts"].values())
    wrong = {code for code, fact in scan["facts"].items() if fact["value"] != word["facts"][code]["value"]}
    assert wrong <= {code for code, fact in scan["facts"].items() if "doubt" in fact}


@pytest.mark.full
@needs_tesseract
def test_each_figure_names_the_picture_of_its_cell(imported):
    facts = tomli.loads((imported / "15865.toml").read_text(encoding="utf-8"))["facts"]
    for code, fact in facts.items():
        (name,) = re.findall("ảnh của ô: (.*)$", fact["source"])
        assert name == f"hinh-quet/15865/{code}.png"
        with Image.open(imported / name) as picture:
            assert picture.format == "PNG"
    assert len(list(imported.rglob("*.png"))) == len(facts)


@pytest.mark.full
@needs_tesseract
def test_pictures_beside_reports_are_no_reports_and_drafts_count_once_they_are_confirmed(imported):
    assert command("rank", imported, *SCHEME).code == 5
    text = (imported / "15865.toml").read_text(encoding="utf-8")
    (imported / "15865.toml").write_text(text.replace("[report]\n", "[report]\nconfirmed = true\n"), encoding="utf-8")
    ranked = command("rank", imported, *SCHEME)
    assert "hinh-quet/15865/plan_tasks.png: " not in ranked.err
    assert ranked.code == 0


@pytest.mark.full
def test_nothing_is_made_out_where_nobody_asks(page, tmp_path):
    for name in ("rank", "score", "check"):
        assert command(name, page, *SCHEME, "--ocr").code == 2
    made = command("import", page, "-o", tmp_path / "out", *SCHEME)
    assert "chạy import với --ocr để có bản nháp" in made.err
    assert not (tmp_path / "out").exists()
    assert command("rank", "-", *SCHEME, "--reader", "image", stdin=page.read_bytes()).code == 2


@pytest.mark.full
def test_what_was_made_out_cannot_be_taken_unseen(page, tmp_path):
    result = command("import", page, "-o", tmp_path / "out", *SCHEME, "--ocr", "--accept-drafts")
    assert result.code == 2
    assert "--accept-drafts" in result.err


@pytest.mark.full
def test_without_tesseract_import_says_what_to_install(page, tmp_path):
    result = command("import", page, "-o", tmp_path / "out", *SCHEME, "--ocr", CCHC_TESSERACT=str(tmp_path / "none"))
    assert result.code == 3
    assert "tesseract-ocr-vie" in result.err
