"""The figures of all units added up as a page: a line for each row of the form, and one for each answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from cchc_score.formats import Page, Sheet, TypedCell
from cchc_score.model import Unit
from cchc_score.pages.notes import stage_words
from cchc_score.pages.page_table import PageColumn, count_cell, page_table, percent_cell
from cchc_score.results.figure_sums import FigureSum, SummedFigures, SummedRow, summed_data
from cchc_score.rule_words import answer_name
from cchc_score.text import Lang, number, pick

_SHARE_DECIMALS = 2
Column = PageColumn["_Line"]


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the form, or one answer below it with how many units gave it."""

    row: SummedRow
    answer: str = ""
    count: int = 0

    @property
    def sum(self) -> FigureSum | None:
        """What the row comes to; nothing of a line for one answer, which says it by its count."""
        return None if self.answer else self.row.sum


def summed_page(found: SummedFigures, lang: Lang) -> Page:
    """The whole appendix: one table for each table of the form."""
    title = pick(lang, f"Tổng hợp số liệu năm {found.period}", f"Figures of {found.period}, added up")
    return Page(title, tuple(_sheets(found, lang)), tuple(_notes(found, lang)), lambda: summed_data(found))


def _sheets(found: SummedFigures, lang: Lang) -> Iterator[Sheet]:
    for section in dict.fromkeys(row.section for row in found.rows):
        rows = [row for row in found.rows if row.section == section]
        lines = [line for row in rows for line in _lines(row)]
        table = page_table(_columns(found, rows, lang), lines, section)
        strong = frozenset(at for at, line in enumerate(lines) if line.row.kind == "area")
        yield replace(table, strong=strong)


def _lines(row: SummedRow) -> Iterator[_Line]:
    yield _Line(row)
    for answer, count in row.sum.answers if row.sum else ():
        yield _Line(row, answer, count)


def _columns(found: SummedFigures, rows: Sequence[SummedRow], lang: Lang) -> list[Column]:
    columns: list[Column] = [
        PageColumn(pick(lang, "TT", "No."), lambda line: "" if line.answer else line.row.code, "code"),
        PageColumn(pick(lang, "Chỉ tiêu", "Figure"), lambda line: _label(line, lang)),
        PageColumn(pick(lang, "Đơn vị tính", "Measured in"), lambda line: _measure(line, lang)),
        PageColumn(pick(lang, "Tổng hợp", "Together"), lambda line: _together(line, lang), "count", align="right"),
    ]
    if any(row.sum and row.sum.share for row in rows):
        columns.append(PageColumn(pick(lang, "Tỷ lệ (%)", "Share (%)"), lambda line: _share(line, lang), "percent"))
    columns += [
        PageColumn(
            pick(lang, "Số đơn vị có số liệu", "Units that gave it"),
            lambda line: count_cell(line.sum.given, lang) if line.sum else "",
            "count",
        ),
        PageColumn(pick(lang, "Đơn vị chưa có số liệu", "Units without it"), lambda line: _absent(line, found, lang)),
    ]
    if any(row.sum and row.sum.doubtful for row in rows):
        columns.append(
            PageColumn(
                pick(lang, "Cần soát lại", "In doubt"),
                lambda line: _named(line.sum.doubtful) if line.sum else "",
            )
        )
    return columns


def _label(line: _Line, lang: Lang) -> str:
    indicator = line.row.indicator
    if not line.answer or indicator is None:
        # The words of a form are Vietnamese, whatever language is spoken.
        return line.row.label if line.row.code or lang == "vi" or indicator is None else indicator.label(lang)
    if indicator.kind == "date":
        words = {"came": ("có ngày", "with a day"), "never": ("không có", "never")}[line.answer]
        return f"- {pick(lang, *words)}"
    return f"- {answer_name(indicator, line.answer, lang)}"


def _measure(line: _Line, lang: Lang) -> str:
    return pick(lang, "đơn vị", "units") if line.answer else line.row.unit


def _together(line: _Line, lang: Lang) -> TypedCell | str:
    """The sum, the count of an answer, or from where to where figures go that nobody can add."""
    if line.answer:
        return count_cell(line.count, lang)
    found = line.sum
    if found is None:
        return ""
    if found.total is not None:
        return TypedCell(number(found.total, None, lang), "points", found.total)
    if found.lowest is None or found.highest is None:
        return "" if found.answers else pick(lang, "chưa có", "unknown")
    low, high = (_shown(value, lang) for value in (found.lowest, found.highest))
    return low if low == high else pick(lang, f"từ {low} đến {high}", f"{low} to {high}")


def _shown(value: Fraction | date, lang: Lang) -> str:
    return number(value, None, lang) if isinstance(value, Fraction) else f"{value:%d/%m/%Y}"


def _share(line: _Line, lang: Lang) -> TypedCell | str:
    percent = line.sum.share.percent if line.sum and line.sum.share else None
    return "" if percent is None else percent_cell(percent, _SHARE_DECIMALS, lang)


def _absent(line: _Line, found: SummedFigures, lang: Lang) -> str:
    if line.sum is None or not line.sum.absent:
        return ""
    if len(line.sum.absent) == len(found.units):
        return pick(lang, "mọi đơn vị", "all units")
    return _named(line.sum.absent)


def _named(units: Sequence[Unit]) -> str:
    return ", ".join(unit.label for unit in units)


def _notes(found: SummedFigures, lang: Lang) -> Iterator[str]:
    count = number(len(found.units), 0, lang)
    yield pick(
        lang,
        f"{found.title}; {count} đơn vị; giai đoạn: {stage_words(found.stage, lang)}.",
        f"{found.title}; {count} units; stage: {stage_words(found.stage, lang)}.",
    )
    yield pick(
        lang,
        "Chỉ cộng số liệu đã có; đơn vị chưa có số liệu được nêu tên, không tính là 0."
        " Tỷ lệ tính từ tử số và mẫu số của những đơn vị có cả hai; tỷ lệ và điểm do đơn vị báo thì không cộng được.",
        "Only figures that are known are added; units without one are named and are no 0."
        " Shares are of the parts and wholes of the units that gave both; reported shares and points are not added.",
    )
