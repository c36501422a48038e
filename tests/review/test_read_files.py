"""What was read from each file: whose figures, how many, and what needs a look, also of a file that failed."""

import pytest

from cchc_score.documents import Tables
from cchc_score.findings import Finding, Place
from cchc_score.intake.read_document import read_document
from cchc_score.review.read_files import place_within, read_files
from tests.appendix_files import FORM, INDICATORS, KINDS, document, table, year_of
from tests.review.kit import appendix, files_of, year


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_of_any_kind_says_whose_it_is_and_how_many_rows_it_fills(kind):
    read = appendix(("", "27", "", "120", "1"), kind)
    name = f"a.{kind}"
    (file,) = files_of(name, read, year_of((name, read)))
    assert [unit.name for unit in file.units] == ["Xã Hoằng Cát"]
    assert (file.read, file.years, file.figures, file.rows, file.blank, file.ending) == (
        True,
        # A text says its year in its title alone.
        () if kind == "txt" else (2023,),
        3,
        4,
        1,
        f".{kind}",
    )


def test_a_report_that_does_not_count_gives_no_figure_and_says_whom_it_names():
    read = document("csv", ["CẢI CÁCH HÀNH CHÍNH CỦA UBND XÃ LẠ", "Báo cáo năm 2023"], table())
    (file,) = files_of("a.csv", read, year_of(("a.csv", read)))
    assert (file.units, file.figures) == ((), 0)
    assert file.others
    assert file.count("error") == 1
    assert file.look_words("vi")


def test_doubts_are_counted_for_the_file_in_which_the_figures_stand():
    gathered = year(("", "20", "25", "120", "1"))
    (file,) = files_of("a.csv", appendix(("", "20", "25", "120", "1")), gathered)
    assert file.doubts == 2
    assert file.looks


def test_files_stand_by_their_names_with_those_that_failed():
    gathered = year()
    faults = (Finding("archive-broken", Place("z.docx")), Finding("file-empty", Place("0.txt")))
    read = [read_document(appendix(), "a.csv", FORM, INDICATORS, 2023)]
    files = read_files(gathered, read, faults, FORM)
    assert [(file.file, file.read) for file in files] == [("0.txt", False), ("a.csv", True), ("z.docx", False)]
    assert files[2].look_words("en") == faults[0].what("en")


def test_data_that_a_document_carries_are_of_that_document():
    inner = appendix()
    carrier = Tables((), attached=("cchc-score.csv", inner))
    gathered = year_of(("a.pdf", carrier))
    (file,) = files_of("a.pdf", carrier, gathered)
    assert (file.carried, file.draft, file.figures) == ("cchc-score.csv", False, 4)


@pytest.mark.parametrize(
    ("place", "vi"),
    [
        (Place("a.docx", 7, "Xã A", "1.1", table=2), "bảng 2, dòng 7: dòng 1.1"),
        (Place("a.xlsx", 7, "Xã A", cell="PL!C7"), "PL!C7"),
        (Place("a.txt", 7, "Xã A", "1.1"), "dòng 1.1"),
        (Place("a.toml", 7, "Xã A"), "dòng 7 của tệp"),
        (Place("a.pdf", page=3, cell="D5"), "trang 3, ô D5"),
        (Place("a.docx", paragraph=5), "đoạn 5"),
        (Place("a.docx", unit="Xã A"), ""),
    ],
)
def test_a_place_within_a_file_names_neither_the_file_nor_the_unit(place, vi):
    assert place_within(place, "vi") == vi
