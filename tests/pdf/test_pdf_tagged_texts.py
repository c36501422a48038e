"""What is said of glyphs stands for them only where they can be that; what no tag names is not lost."""

import pytest

from cchc_score.pdf.annex_child import read_tagged
from cchc_score.pdf.pdf_marked import can_be
from cchc_score.report.annex.annex_pdf import annex_pdf
from tests.report.annex.made import document_of
from tests.report.annex.test_annex_files import named


@pytest.mark.parametrize(
    ("said", "own"),
    [("h", ["h\u200b"]), ("h\u200b", ["h"]), ("ơ", ["o", "ơ"]), ("ư", ["u", "ơ"]), ("ffi", ["ffi"]), ("Đ", ["Ð"])],
)
def test_other_marks_and_spaces_without_width_may_be_said(said, own):
    assert can_be(said, own)


@pytest.mark.parametrize(
    ("said", "own"), [("4", ["9"]), ("1", ["1", "9"]), ("19", ["1"]), ("An", ["Bình"]), ("9", []), ("", ["9"])]
)
def test_other_letters_may_not_be_said(said, own):
    assert not can_be(said, own)


def test_every_letter_of_an_annex_is_named_by_a_tag_but_numbers_of_pages_and_repeated_headings():
    long = "https://example.org/" + "duong-dan-" * 30
    read = read_tagged(annex_pdf(document_of(named(long, "Xã An"))))
    assert [row[1].replace("\u200b", "") for row in read["tables"][0][1:]] == [long, "Xã An"]
    assert [loose[:1] for loose in read["loose"]] == ["", *(str(page) for page in range(2, len(read["loose"]) + 1))]
