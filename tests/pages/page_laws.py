"""What holds of every page: rows and cells say the same, and a value printed again gives the text of its cell."""

from datetime import date

from cchc_score.text import number

LANGUAGES = ("vi", "en")
NUMBERS = ("points", "percent", "count")


def assert_page_holds(page, lang):
    """The laws of every table of a page."""
    for sheet in page.sheets:
        assert_sheet_holds(sheet, lang)


def assert_sheet_holds(sheet, lang):
    """Rows and cells agree and are as wide as the headings; numbers stand on the right; every value is printed."""
    assert [tuple(cell.text for cell in row) for row in sheet.typed_rows] == list(sheet.rows)
    assert len(sheet.cells) == len(sheet.rows)
    assert {len(row) for row in sheet.rows} <= {len(sheet.headings)}
    for row in sheet.cells:
        for heading, cell in zip(sheet.headings, row, strict=True):
            assert_printed(cell, lang)
            assert heading.align == "right" or cell.kind not in NUMBERS, (heading, cell)


def assert_printed(cell, lang):
    """The value behind a cell, printed again as its text is, gives the text."""
    if cell.value is None:
        return
    if isinstance(cell.value, date):
        assert cell.kind == "date"
        assert cell.text == f"{cell.value:%d/%m/%Y}"
        return
    assert cell.kind in NUMBERS
    text = cell.text.removesuffix("%")
    if text.startswith("+"):
        assert cell.value > 0
        text = text.removeprefix("+")
    _, _, decimals = text.partition("," if lang == "vi" else ".")
    again = {number(cell.value, None, lang), str(cell.value)}
    if "/" not in text:
        again.add(number(cell.value, len(decimals), lang))
    assert text in again, cell


def column(sheet, heading):
    """The cells below a heading."""
    place = [one.text for one in sheet.headings].index(heading)
    return [row[place] for row in sheet.cells]
