"""Tables as an address asks for them: rows with a word, an order, the page as a file."""

import re
from io import BytesIO

import openpyxl
import pytest


def names(browser, year, **asked):
    page = browser.get(f"/nam/{year.folder}/tien-do/", asked).content.decode()
    return re.findall(r">(Xã Mẫu \d+)</a></th>", page)


def test_a_column_sorts_up_and_down_and_back(year, browser):
    page = browser.get(f"/nam/{year.folder}/tien-do/", {"loc": "mẫu"}).content.decode()
    assert 'href="?loc=m%E1%BA%ABu&amp;xep=0"' in page
    up = names(browser, year, xep="0")
    assert up == sorted(up)
    assert names(browser, year, xep="-0") == up[::-1]
    sorted_page = browser.get(f"/nam/{year.folder}/tien-do/", {"xep": "0"}).content.decode()
    assert 'aria-sort="ascending"' in sorted_page
    assert 'href="?xep=-0"' in sorted_page


@pytest.mark.full
def test_numbers_are_sorted_as_numbers(year, browser):
    page = browser.get(f"/nam/{year.folder}/so-sanh/", {"xep": "1"}).content.decode()
    points = [float(text.replace(",", ".")) for text in re.findall(r'data-name="Điểm A"[^>]*><span>([\d,]+)<', page)]
    assert points
    assert points == sorted(points)


@pytest.mark.parametrize("word", ["mau 02", "MẪU 02", " Mẫu 02 "])
def test_rows_that_hold_a_word(year, browser, word):
    assert names(browser, year, loc=word) == ["Xã Mẫu 02"]


@pytest.mark.full
@pytest.mark.parametrize("order", ["99", "-", "x", "²", "9" * 50])
def test_an_order_that_is_none_changes_nothing(year, browser, order):
    assert names(browser, year, xep=order) == names(browser, year)


def test_the_page_is_a_workbook_too(year, browser):
    answer = browser.get(f"/nam/{year.folder}/tien-do/", {"tai": "xlsx"})
    assert "attachment" in answer.headers["Content-Disposition"]
    cells = [cell.value for row in openpyxl.load_workbook(BytesIO(answer.content)).active for cell in row]
    assert "Xã Mẫu 02" in cells
    assert browser.get(f"/nam/{year.folder}/tien-do/", {"tai": "exe"}).headers["Content-Type"].startswith("text/html")
