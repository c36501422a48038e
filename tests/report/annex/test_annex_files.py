"""Laws of the files: every cell of the document is in them and nothing else, texts are never code, bytes are the same."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.errors import WriteError
from cchc_score.model import Unit
from cchc_score.pdf.annex_child import read_tagged
from cchc_score.report.annex.annex_docx import annex_docx
from cchc_score.report.annex.annex_pdf import annex_pdf
from cchc_score.results.scored import scored_stage
from cchc_score.text import nfc
from cchc_score.year.letterhead import Letterhead
from tests.engine.schemes import leaf, scheme, scored
from tests.report.annex.made import TEXTS, bare, document_of, docx_tables, filled, pdf_tables, wanted_tables
from tests.results.years import FINAL, scored_years
from tests.strategies import METHODS, examples, ref

ONE = scheme(leaf("1.1", 2, "given", points=ref("n1")), leaf("2.1", 3, "given", points=ref("n2")))


def named(*names, fact=1):
    """Units of some names, of which each has as many points."""
    listed = [Unit(f"u{at}", name, "xã") for at, name in enumerate(names)]
    sheet = scored(ONE, *({"n1": fact, "n2": 1} for _ in names), listed=listed)
    return scored_stage(sheet, METHODS, (), "cchc-score 0", ())


@pytest.mark.full
@examples(25)
@given(result=scored_years(), lang=st.sampled_from(["vi", "en"]))
def test_each_cell_of_the_document_stands_in_both_files(result, lang):
    document = document_of(result, lang)
    wanted = wanted_tables(document)
    assert docx_tables(annex_docx(document)) == wanted
    assert pdf_tables(annex_pdf(document)) == filled(wanted)


@pytest.mark.full
@examples(25)
@given(names=st.lists(TEXTS, min_size=1, max_size=4), words=TEXTS)
def test_no_text_becomes_markup_a_link_or_a_field(names, words):
    document = document_of(named(*names))
    document = replace(document, about=words, notes=(words,), letterhead=replace(document.letterhead, signer=words))
    word, pdf = annex_docx(document), annex_pdf(document)
    assert docx_tables(word) == wanted_tables(document)
    assert pdf_tables(pdf) == filled(wanted_tables(document))
    members = zipfile.ZipFile(BytesIO(word)).read("word/document.xml")
    assert b"w:hyperlink" not in members
    assert b"w:instrText" not in members
    # The one field of the document is that for the signature.
    assert read_tagged(pdf)["marks"] == ["Sig"]


@pytest.mark.full
@examples(10)
@given(result=scored_years(), lang=st.sampled_from(["vi", "en"]))
def test_the_same_document_gives_the_same_bytes(result, lang):
    document = document_of(result, lang)
    assert annex_docx(document) == annex_docx(document)
    assert annex_pdf(document) == annex_pdf(document)


@pytest.mark.full
@pytest.mark.parametrize("count", [0, 1, 168])
def test_none_one_and_many_units_all_of_one_rank(count):
    document = document_of(named(*(f"Xã số {at}" for at in range(count))))
    wanted = wanted_tables(document)
    assert docx_tables(annex_docx(document)) == wanted
    assert pdf_tables(annex_pdf(document)) == filled(wanted)
    ranks = [row[0] for row in wanted[0][1:]] if count else []
    assert set(ranks) <= {"1"}


def test_units_of_which_nothing_is_known_stand_in_a_table_of_their_own():
    listed = [Unit("u0", "Xã An", "xã"), Unit("u1", "Xã Bình", "xã"), Unit("u2", "Sở Tư pháp", "sở", ranked=False)]
    sheet = scored(ONE, {"n1": 1, "n2": 1}, {}, {"n1": 2, "n2": 1}, listed=listed)
    document = document_of(scored_stage(sheet, METHODS, (), "cchc-score 0", ()), pieces=["ranking"])
    ranked, classed = wanted_tables(document)[:2]
    assert [row[1] for row in ranked[1:]] == ["XãAn"]
    assert "SởTưpháp" in [row[1] for row in classed[1:]]


@pytest.mark.full
def test_a_name_of_as_many_letters_as_a_cell_of_a_workbook_holds_is_cut_where_it_is_seen():
    document = document_of(named("a" * 32_768))
    wanted = wanted_tables(document)
    assert docx_tables(annex_docx(document)) == wanted
    assert pdf_tables(annex_pdf(document)) == filled(wanted)
    assert wanted[0][1][1].endswith("a…")


@pytest.mark.parametrize("name", ["Xã 漢字", "Xã \U0001f600"])
def test_a_letter_that_the_font_of_the_pdf_lacks_is_refused_and_never_a_box(name):
    with pytest.raises(WriteError) as refused:
        annex_pdf(document_of(named(name)))
    (finding,) = refused.value.findings
    assert finding.code == "result-letters"
    assert any(letter in str(finding.args["text"]) for letter in name[3:])


def test_every_vietnamese_letter_has_a_glyph():
    letters = (
        nfc("".join(vowel + tone for vowel in "aăâeêioôơuưy" for tone in ("", *"\u0300\u0301\u0303\u0309\u0323"))) + "đ"
    )
    document = document_of(named(f"Xã {letters}", f"XÃ {letters.upper()}"))
    assert bare(f"Xã {letters}") in [cell for row in pdf_tables(annex_pdf(document))[0] for cell in row]


def test_what_the_appraisal_changed_stands_with_its_reason_and_the_answer():
    tables = wanted_tables(document_of(FINAL, pieces=["changes"]))
    texts = ["".join(row) for row in tables[0]]
    assert any("Xingiữđiểm" in text for text in texts)
    assert any("Vòng1" in text for text in texts)


def test_kinds_of_units_stand_together_or_apart_with_the_ranks_of_all():
    listed = [Unit("u0", "Xã An", "xã"), Unit("u1", "Phường Bình", "phường"), Unit("u2", "Xã Cát", "xã")]
    sheet = scored(ONE, {"n1": 2, "n2": 1}, {"n1": 1, "n2": 1}, {"n1": 0, "n2": 1}, listed=listed)
    result = scored_stage(sheet, METHODS, (), "cchc-score 0", ())
    (together,) = wanted_tables(document_of(result, pieces=["ranking"]))
    assert [row[0] for row in together[1:]] == ["1", "2", "3"]
    apart = wanted_tables(document_of(result, pieces=["ranking"], letterhead=Letterhead(by_kind=True)))
    assert [[row[:2] for row in table[1:]] for table in apart] == [
        [["1", "XãAn"], ["3", "XãCát"]], [["2", "PhườngBình"]],
    ]  # fmt: skip
