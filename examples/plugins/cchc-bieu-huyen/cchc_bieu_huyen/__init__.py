"""What a district brings of its own: two facts, the form that asks for them, a scheme, and a bulletin as an output."""

from cchc_score.formats import Format, Page, Sheet
from cchc_score.hookspecs import hookimpl
from cchc_score.model import Indicator


@hookimpl
def cchc_indicators() -> list[Indicator]:
    """The facts that stand in no shipped form."""
    return [
        Indicator("villages", "Số thôn, tổ dân phố", "Villages", unit="thôn"),
        Indicator(
            "villages_visited",
            "Số thôn, tổ dân phố được hướng dẫn nộp hồ sơ trực tuyến tại chỗ",
            "Villages visited to show online filing",
            unit="thôn",
            part_of="villages",
        ),
    ]


@hookimpl
def cchc_formats() -> list[Format]:
    """The bulletin: for each row a line, as it is read out over the village loudspeaker."""
    return [Format("ban-tin", ".txt", bulletin)]


def bulletin(page: Page) -> str:
    """A page as sentences, one a row."""
    lines = [page.title, *(line for sheet in page.sheets for line in _lines(sheet)), *page.notes]
    return "\n".join(line for line in lines if line) + "\n"


def _lines(sheet: Sheet) -> list[str]:
    names = [heading.text for heading in sheet.headings]
    rows = [
        "; ".join(f"{name}: {cell}" for name, cell in zip(names, row, strict=True) if cell) + "." for row in sheet.rows
    ]
    return [sheet.title, *rows, *sheet.notes]
