"""What a reader of a table must know: what is missing, pending, not applicable, in doubt; and by which scheme."""

from collections.abc import Sequence
from fractions import Fraction

from cchc_score.engine import not_chosen
from cchc_score.model import Outcome
from cchc_score.pages.context import Context
from cchc_score.text import pick

_OUTCOMES = {
    Outcome.FAILED: ("phương pháp lỗi", "method failed"),
    Outcome.MISSING: ("thiếu số liệu", "figures missing"),
    Outcome.PENDING: ("chờ kết quả điều tra, thẩm định", "survey or appraisal pending"),
    Outcome.NOT_APPLICABLE: ("không áp dụng", "not applicable"),
}


def outcome_words(context: Context, outcome: Outcome) -> str:
    """An outcome as people read it; empty for what was simply scored."""
    return pick(context.lang, *_OUTCOMES[outcome]) if outcome in _OUTCOMES else ""


def in_doubt(context: Context, row: int, number: str) -> bool:
    """Whether a criterion of a unit rests on a figure in doubt."""
    return row in context.doubtful and context.sheet.table.doubted(row, context.facts[number])


def _mattering(context: Context, row: int, by: str) -> list[str]:
    """The criteria that decide a unit's total, area or criterion: held this year, and of alternatives the chosen."""
    scheme = context.sheet.scheme
    others = not_chosen(scheme, context.sheet.table, row)
    assessed = context.assessed
    return [
        one.number
        for one in scheme.criteria.values()
        if one.number in assessed
        and one.number not in others
        and (by in ("total", one.area, one.number) or one.number.startswith(f"{by}."))
    ]


def unit_remark(context: Context, row: int, by: str = "total") -> str:
    """The short remark beside a unit: provisional, failed, with doubtful figures, outside the ranking."""
    sheet, lang = context.sheet, context.lang
    outcome = sheet.at(by).outcome[row]
    words = []
    if outcome == Outcome.FAILED:
        words.append(outcome_words(context, Outcome.FAILED))
    elif outcome in (Outcome.MISSING, Outcome.PENDING):
        words.append(pick(lang, "tạm tính", "provisional"))
    if row in context.doubtful and any(in_doubt(context, row, number) for number in _mattering(context, row, by)):
        words.append(pick(lang, "có số liệu nghi vấn", "figures in doubt"))
    if by == "total" and _capped(context, row):
        words.append(pick(lang, "tổng đã cắt ở mức tối đa", "total cut at the maximum"))
    if not sheet.table.units[row].ranked:
        words.append(pick(lang, "không xếp hạng", "not ranked"))
    return "; ".join(words)


def _capped(context: Context, row: int) -> bool:
    """Whether a bonus would have led above what is reachable, and the scheme does not let it."""
    sheet = context.sheet
    added = sum((sheet.mark(row, cells).low for cells in sheet.areas.values()), Fraction(0))
    return sheet.scheme.ranking.above_100 == "cap" and added > sheet.mark(row, sheet.total).low


def unit_notes(context: Context, rows: Sequence[int], by: str = "total") -> tuple[str, ...]:
    """For each unit the criteria that are not simply scored, by outcome."""
    return tuple(note for row in rows if (note := _unit_note(context, row, by)))


def _unit_note(context: Context, row: int, by: str) -> str:
    sheet = context.sheet
    mattering = _mattering(context, row, by)
    leaves = [number for number in mattering if sheet.scheme.criteria[number].is_leaf]
    parts = []
    for outcome in _OUTCOMES:
        numbers = [number for number in leaves if sheet.criteria[number].outcome[row] == outcome]
        if numbers:
            parts.append(f"{outcome_words(context, outcome)}: {', '.join(numbers)}")
    doubtful = [number for number in mattering if in_doubt(context, row, number)]
    if doubtful:
        parts.append(f"{pick(context.lang, 'số liệu nghi vấn', 'figures in doubt')}: {', '.join(doubtful)}")
    return f"{sheet.table.units[row].name}: {'; '.join(parts)}." if parts else ""


def scheme_notes(context: Context) -> tuple[str, ...]:
    """By which scheme, and which version of the program."""
    scheme, lang = context.sheet.scheme, context.lang
    held = [
        pick(
            lang,
            f"Không đánh giá năm nay: {one.number} {one.title} ({one.reason}).",
            f"Not held this year: {one.number} {one.title} ({one.reason}).",
        )
        for one in scheme.criteria.values()
        if not one.held
    ]
    version = pick(lang, "phiên bản", "version")
    basis = f"{pick(lang, 'Bộ tiêu chí', 'Scheme')}: {scheme.code}, {version} {scheme.version}, sha256 {scheme.sha256}."
    if scheme.illustrative:
        real = pick(
            lang,
            "Minh họa: không phải bộ tiêu chí của một quyết định nào.",
            "Illustrative: it is no real decision's scheme.",
        )
    else:
        real = f"{pick(lang, 'Quyết định', 'Decision')}: {scheme.decision}."
    return (*held, basis, real, f"{pick(lang, 'Chương trình', 'Program')}: {context.engine}.")
