"""The full score sheet: every criterion of a unit with its figures, its rule in words, its points and its outcome."""

from collections.abc import Sequence

from cchc_score.engine import not_chosen
from cchc_score.explain import rule_words, value_words
from cchc_score.formats import Heading, Page, Sheet
from cchc_score.model import Area, Criterion
from cchc_score.pages.context import Context
from cchc_score.pages.data import sheet_data
from cchc_score.pages.notes import hand_words, outcome_words, scheme_notes, unit_remarks
from cchc_score.pages.rank import index, points, reachable
from cchc_score.pages.work import work_cells, work_headings
from cchc_score.sheet import Mark
from cchc_score.text import brief, number, pick


def score_page(context: Context, rows: Sequence[int]) -> Page:
    """The sheets of some units, one table each."""
    title = context.sheet.scheme.title
    return Page(
        title, tuple(_sheet(context, row) for row in rows), scheme_notes(context), lambda: sheet_data(context, rows)
    )


def _sheet(context: Context, row: int) -> Sheet:
    lang, sheet = context.lang, context.sheet
    headings = (
        Heading(pick(lang, "Số", "No.")),
        Heading(pick(lang, "Tiêu chí", "Criterion")),
        Heading(pick(lang, "Số liệu", "Figures")),
        Heading(pick(lang, "Cách cho điểm", "Rule")),
        Heading(pick(lang, "Điểm", "Points"), "right"),
        Heading(pick(lang, "Tối đa", "Out of"), "right"),
        Heading(pick(lang, "Kết quả", "Outcome")),
        *(work_headings(lang) if context.stages else ()),
    )
    others = not_chosen(sheet.scheme, sheet.table, row)
    lines = []
    for area in sheet.scheme.areas:
        lines.append(_area_line(context, row, area))
        own = [one for one in sheet.scheme.criteria.values() if one.area == area.code]
        lines += [_line(context, row, criterion, criterion.number in others) for criterion in own]
    lines.append(_total_line(context, row))
    unit = sheet.table.units[row]
    return Sheet(headings, tuple(lines), f"{unit.name} ({unit.code})", _notes(context, row))


def _notes(context: Context, row: int) -> tuple[str, ...]:
    sheet, lang = context.sheet, context.lang
    rank = str(sheet.ranks[row]) if sheet.ranks[row] else "-"
    remark = unit_remarks(context, [row])[0]
    result = "; ".join(
        part
        for part in (
            f"{pick(lang, 'Chỉ số', 'Index')}: {index(context, sheet.total, row, context.indices[row])}%",
            f"{pick(lang, 'hạng', 'rank')}: {rank}",
            f"{pick(lang, 'xếp loại', 'class')}: {sheet.class_name(row) or '-'}",
            remark,
        )
        if part
    )
    unit = sheet.table.units[row].label
    return (result, *(one.words(lang) for one in context.findings if one.place.unit == unit))


def _area_line(context: Context, row: int, area: Area) -> tuple[str, ...]:
    name = area.name_en if context.lang == "en" and area.name_en else area.name
    mark = context.sheet.mark(row, context.sheet.areas[area.code])
    return (
        str(area.number),
        name.upper(),
        "",
        area.reason,
        points(context, mark),
        reachable(context, mark),
        _outcome(context, mark),
        *_work(context, row, area.code),
    )


def _line(context: Context, row: int, criterion: Criterion, aside: bool) -> tuple[str, ...]:
    sheet, lang = context.sheet, context.lang
    mark = sheet.mark(row, sheet.criteria[criterion.number])
    rule = rule_words(sheet.scheme, criterion, context.methods, lang)
    return (
        criterion.number,
        criterion.title,
        "; ".join(_fact(context, row, code) for code in context.facts[criterion.number]),
        criterion.reason or rule,
        points(context, mark),
        reachable(context, mark),
        pick(lang, "không chọn", "not chosen") if aside else _leaf_outcome(context, row, criterion.number, mark),
        *_work(context, row, criterion.number),
    )


def _work(context: Context, row: int, place: str) -> tuple[str, ...]:
    return work_cells(context, context.stages, row, place) if context.stages else ()


def _leaf_outcome(context: Context, row: int, number: str, mark: Mark) -> str:
    words = _outcome(context, mark)
    hand = hand_words(context, mark.outcome) if (row, number) in context.sheet.by_hand else ""
    return ", ".join(one for one in (words, hand) if one)


def _outcome(context: Context, mark: Mark) -> str:
    words = outcome_words(context, mark.outcome)
    if mark.high == mark.low:
        return words
    most = number(mark.high, context.decimals, context.lang)
    return f"{words} ({pick(context.lang, 'nhiều nhất', 'at most')} {most})"


def _fact(context: Context, row: int, code: str) -> str:
    table, lang = context.sheet.table, context.lang
    indicator = context.sheet.scheme.indicators[code]
    if not table.known(row, code):
        return f"{indicator.label(lang)}: {pick(lang, 'chưa có', 'unknown')}"
    origin = table.origins.get((row, code))
    where = f" [{origin.row}]" if origin and origin.row else f" [{origin.source}]" if origin and origin.source else ""
    doubt = f" ({pick(lang, 'nghi vấn', 'in doubt')})" if (row, code) in table.doubts else ""
    remark = f" ({pick(lang, 'ghi chú', 'remark')}: {brief(origin.remark)})" if origin and origin.remark else ""
    return f"{indicator.label(lang)}: {value_words(indicator, table.value(row, code), lang)}{where}{doubt}{remark}"


def _total_line(context: Context, row: int) -> tuple[str, ...]:
    mark = context.sheet.mark(row, context.sheet.total)
    name = pick(context.lang, "TỔNG", "TOTAL")
    return (
        "",
        name,
        "",
        "",
        points(context, mark),
        reachable(context, mark),
        _outcome(context, mark),
        *_work(context, row, "total"),
    )
