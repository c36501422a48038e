"""The files and the bulletin of this plugin: `python -m pytest`."""

from cchc_bieu_huyen import bulletin

from cchc_score.formats import Heading, Page, Sheet
from cchc_score.testing import run_cases


def test_cases():
    assert run_cases("cchc_bieu_huyen:huong-dan") == 4


def test_a_row_is_a_sentence_without_its_empty_cells():
    sheet = Sheet((Heading("Hạng"), Heading("Đơn vị"), Heading("Ghi chú")), (("1", "Xã Ví dụ", ""),))
    assert bulletin(Page("Xếp hạng", (sheet,), ("Hết.",))) == "Xếp hạng\nHạng: 1; Đơn vị: Xã Ví dụ.\nHết.\n"
