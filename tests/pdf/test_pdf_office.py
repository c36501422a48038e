"""PDF as an office program makes it of the real appendix: rows cut at the end of every page, headings repeated."""

import shutil
import subprocess

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Pt

from tests.reports import appendix_rows, word_report
from tests.running import command

OFFICE = shutil.which("soffice")
SCHEME = ("--scheme", "minh-hoa-2023", "--unit", "15865", "-q")


def facts(path, folder):
    """What is imported of a document, by lines without their sources."""
    assert command("import", path, "-o", folder, *SCHEME).code == 0
    lines = (folder / "15865.toml").read_text(encoding="utf-8").partition("[facts]")[2].splitlines()
    return {line.partition(", source")[0] for line in lines if line}


@pytest.mark.full
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_every_figure_of_the_real_appendix_is_read_from_the_pdf_of_an_office_program(tmp_path):
    rows = appendix_rows()
    (tmp_path / "mot.docx").write_bytes(word_report(rows))
    (tmp_path / "hai.docx").write_bytes(word_report(rows, split_at=30))
    turned = Document(tmp_path / "mot.docx")
    for section in turned.sections:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    turned.save(tmp_path / "ngang.docx")
    large = Document(tmp_path / "mot.docx")
    large.styles["Normal"].font.size = Pt(13)
    large.save(tmp_path / "to.docx")
    names = ("mot", "hai", "ngang", "to")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [tmp_path / f"{name}.docx" for name in names]
    subprocess.run([OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files], check=True, capture_output=True, timeout=300)  # fmt: skip
    right = facts(tmp_path / "mot.docx", tmp_path / "word")
    assert len(right) == 56
    for name in names:
        assert facts(tmp_path / f"{name}.pdf", tmp_path / name) == right
