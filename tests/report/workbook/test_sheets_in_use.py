"""What a reader has of the sheets beside their numbers: lists to choose from, bars, filters, what is printed."""

import io

import openpyxl
import pytest

from cchc_score.report.workbook.answer_lists import write_answer_lists
from tests.running import EXAMPLES, command

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported.*:UserWarning")


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    path = tmp_path_factory.mktemp("bao-cao") / "a.xlsx"
    command("report", EXAMPLES / "hoang-hoa-2023", "-o", path)
    return openpyxl.load_workbook(io.BytesIO(path.read_bytes()))


def lists(tab) -> dict[str, list[str]]:
    """The answers that a cell offers, by cell."""
    return {
        cell: one.formula1.strip('"').split(",")
        for one in tab.data_validations.dataValidation
        for cell in str(one.sqref).split()
    }


@pytest.mark.full
def test_an_answer_is_chosen_from_the_words_that_formulas_know(book):
    tab, offered = book["Số liệu"], lists(book["Số liệu"])
    asked = {f"G{row[0].row}": row for row in tab.iter_rows(min_row=5) if row[5].value == "có / không"}
    assert asked
    assert all(offered[cell] == ["có", "không"] for cell in asked)
    coded = {f"G{row[0].row}": row[5].value for row in tab.iter_rows(min_row=5) if ": " in str(row[5].value)}
    assert set(offered) == set(asked) | set(coded)
    for cell, words in coded.items():
        assert offered[cell] == [part.partition(": ")[0] for part in words.split("; ")]
        assert tab[cell].value in (None, *offered[cell])


def test_a_list_that_no_file_can_hold_is_left_out():
    class Sheet:
        def data_validation(self, *args):
            raise AssertionError(args)

    write_answer_lists(Sheet(), 6, [4], ["x" * 256], "vi")
    write_answer_lists(Sheet(), 6, [4], ["a,b"], "vi")


@pytest.mark.full
def test_every_sheet_is_printed_whole_on_a4_with_its_headings_on_each_page(book):
    for tab in book:
        assert tab.page_setup.paperSize == 9, tab.title
        assert tab.print_title_rows == "$4:$4", tab.title
        last = tab.print_area.rpartition(":")[2].replace("$", "")
        cell = tab[last]
        assert cell.row >= tab.max_row, tab.title
        assert tab.freeze_panes.endswith("5"), tab.title


@pytest.mark.full
def test_what_is_sorted_by_readers_has_a_filter_over_all_its_lines(book):
    for name in ("Xếp hạng", "Số liệu", "Điểm", "Lĩnh vực"):
        first, last = book[name].auto_filter.ref.split(":")
        assert book[name][last].row == book[name].max_row, name
        assert book[name][first].row <= 5


def test_ranks_of_areas_follow_their_shares_where_all_units_are_ranked(tmp_path):
    command("report", EXAMPLES / "khung-ha-noi", "--what", "areas", "-o", tmp_path / "a.xlsx")
    tab = openpyxl.load_workbook(tmp_path / "a.xlsx")["Lĩnh vực"]
    column = next(cell.column for cell in tab[4] if str(cell.value).endswith("Hạng"))
    ranks = [tab.cell(row, column).value for row in range(5, tab.max_row + 1)]
    assert ranks
    assert all(str(one).startswith("=IF(ISNUMBER(") and "RANK(" in one for one in ranks)


@pytest.mark.full
def test_bars_and_scales_cover_every_unit(book):
    ranking = book["Xếp hạng"]
    (place,) = [one.sqref for one in ranking.conditional_formatting]
    assert str(place).endswith(str(ranking.max_row))
    assert book["Lĩnh vực"].conditional_formatting
