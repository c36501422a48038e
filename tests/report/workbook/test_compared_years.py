"""The year before in the workbook: index and rank of both years, and who is new or gone."""

import openpyxl
import pytest

from tests.running import command
from tests.year.test_last_year import write

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported.*:UserWarning")


@pytest.fixture
def folder(tmp_path):
    write(
        tmp_path, 2024, {"A": {"revenue": 100, "revenue_last_year": 100}, "B": {"revenue": 70, "revenue_last_year": 1}}
    )
    return write(tmp_path, 2025, {"A": {"revenue": 110}, "N": {"revenue": 70}}, 'last_year = "../2024"\n')


def test_a_sheet_compares_with_the_year_before(folder, tmp_path):
    command("report", folder, "--what", "comparison", "-o", tmp_path / "a.xlsx")
    tab = openpyxl.load_workbook(tmp_path / "a.xlsx")["Năm trước"]
    assert tab["A1"].value == "So sánh năm 2024 với năm 2025"
    line = next(row for row in tab.iter_rows(min_row=5, values_only=True) if row[0] == "Xã A")
    # Half of the points in 2024, all of them in 2025.
    assert {50, 100} <= set(line)


def test_without_a_year_before_there_is_no_such_sheet(folder, tmp_path):
    command("report", tmp_path / "2024", "--what", "comparison", "-o", tmp_path / "a.xlsx")
    assert "Năm trước" not in openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames
