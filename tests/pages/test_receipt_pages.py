"""What commands that write files have made: the laws of a page, the numbers behind the cells, and the JSON."""

from dataclasses import replace
from fractions import Fraction as F

import pytest

from cchc_score.appraisal.appraisal_model import Known
from cchc_score.merging.merge import Merged, Taken
from cchc_score.model import Outcome
from cchc_score.pages.receipt_pages import appraisal_page, folder_page, merge_page
from cchc_score.results.receipts import AppraisalReceipt, FolderReceipt, MergeReceipt
from cchc_score.sheet import HandMark
from tests.appraisal.kit import SCHEME, UNITS, entry, scored
from tests.pages.page_laws import LANGUAGES, assert_page_holds, column


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["year", "small-year", "scheme", "copied-scheme", "moved-scheme", "form", "plugin"])
def test_a_new_folder_lists_its_files_and_says_what_to_do_next(kind, lang):
    page = folder_page(FolderReceipt(kind, "nam/moi", ("a.toml", "b/c.csv")), lang)
    assert_page_holds(page, lang)
    assert page.sheets[0].rows == (("a.toml",), ("b/c.csv",))
    assert "cchc-score" in page.notes[0]
    assert "nam/moi" in page.notes[0]
    assert page.data == {"schema_version": 1, "folder": "nam/moi", "files": ["a.toml", "b/c.csv"]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_entries_show_what_they_found_and_set_with_its_value(lang):
    entries = (
        entry("n1", Known(F(2)), Known(F(1)), id="a", line=1),
        replace(entry("1.3", scored(1), HandMark(Outcome.NOT_APPLICABLE), id="b", line=2), supersedes="x"),
        entry("flag", None, Known(True), id="c", line=3),
    )
    page = appraisal_page(AppraisalReceipt("vong-1.toml", SCHEME, UNITS, entries), lang)
    assert_page_holds(page, lang)
    old, new = (column(page.sheets[0], heading) for heading in (("Cũ", "Mới") if lang == "vi" else ("Old", "New")))
    assert [(cell.kind, cell.value) for cell in old] == [("count", F(2)), ("points", F(1)), ("text", None)]
    assert [(cell.kind, cell.value) for cell in new] == [("count", F(1)), ("text", None), ("text", None)]
    states = [(line["old"], line["new"], line["supersedes"]) for line in page.data["entries"]]
    assert states == [("2", "1", ""), ("1", "not_applicable", "x"), ("unknown", True, "")]
    assert [row[1] for row in page.sheets[0].rows] == [UNITS[0].label] * 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_merge_names_only_the_files_that_differ_and_counts_all(lang):
    files = {"a.csv": Taken("both", b""), "b.csv": Taken("first", b""), "c.csv": Taken("second", b""),
             "d.csv": Taken("merged", b"")}  # fmt: skip
    page = merge_page(MergeReceipt("chung", ("an", "binh"), Merged(files, ())), lang)
    assert_page_holds(page, lang)
    both = "gộp từ cả hai" if lang == "vi" else "merged from both"
    assert page.sheets[0].rows == (("b.csv", "an"), ("c.csv", "binh"), ("d.csv", both))
    assert "4" in page.notes[0]
    assert [line["source"] for line in page.data["files"]] == ["both", "first", "second", "merged"]


def test_a_merge_of_two_alike_has_no_table():
    page = merge_page(MergeReceipt("chung", ("an", "binh"), Merged({"a.csv": Taken("both", b"")}, ())), "en")
    assert page.sheets == ()
    assert page.notes == ("Wrote 1 files into chung, 1 of them alike on both sides.",)
