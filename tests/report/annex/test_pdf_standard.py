"""A PDF is what it says of itself, PDF/A-3a: unsigned, signed, of every content; and it reads as it looks."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from cchc_score.pdf.annex_child import read_tagged
from cchc_score.registry.registry import load_registry
from cchc_score.report.annex.annex_attachments import attachments
from cchc_score.report.annex.annex_pdf import annex_pdf
from cchc_score.report.annex.annex_texts import texts_beside_tables
from cchc_score.results.year_report import PIECES
from tests.report.annex.made import bare, document_of, report_of
from tests.report.annex.pdf_standard import faults
from tests.report.annex.signing import signed
from tests.report.random_books import scored_case

SEED = 3


@pytest.fixture(scope="module")
def scored():
    return scored_case(SEED, load_registry())


def pdf_of(scored, *pieces) -> bytes:
    document = document_of(scored, pieces=pieces)
    return annex_pdf(document, attachments(report_of(scored, pieces, scheme_text=b"x = 1"), document))


@pytest.mark.parametrize("piece", PIECES)
def test_each_content_is_pdf_a_3a(scored, piece):
    assert not faults(pdf_of(scored, piece))


@pytest.mark.full
def test_a_signed_copy_is_still_pdf_a_3a(scored):
    assert not faults(signed(pdf_of(scored, "ranking"), "Nguyễn Văn An"))


def test_a_plain_pdf_is_told_what_it_lacks():
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(72, 72, "x")
    canvas.save()
    told = faults(stream.getvalue())
    assert {"part and conformance", "not marked", "no tags", "output intent", "font not embedded: /Helvetica"} <= set(
        told
    )


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_letter_reads_back_twice(scored, lang):
    document = document_of(scored, lang, pieces=("summary",))
    read = read_tagged(annex_pdf(document))
    assert bare(read["other"]) == bare("".join(texts_beside_tables(document)))
