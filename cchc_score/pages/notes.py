"""What a reader of a table must know: what is missing, pending, not applicable, in doubt; and by which scheme."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction

from cchc_score.engine import not_chosen
from cchc_score.model import Outcome
from cchc_score.pages.context import Context
from cchc_score.text import Lang, pick

_OUTCOMES = {
    Outcome.FAILED: ("phương pháp lỗi", "method failed"),
    Outcome.MISSING: ("thiếu số liệu", "figures missing"),
    Outcome.PENDING: ("chờ kết quả điều tra, thẩm định", "survey or appraisal pending"),
    Outcome.NOT_APPLICABLE: ("không áp dụng", "not applicable"),
}


def outcome_words(context: Context, outcome: Outcome) -> str:
    """An outcome as people read it; empty for what was simply scored."""
    return pick(context.lang, *_OUTCOMES[outcome]) if outcome in _OUTCOMES else ""


_STAGES = {
    "reported": ("theo số liệu báo cáo", "as reported"),
    "self": ("tự chấm", "self-score"),
    "appraised": ("thẩm định", "appraised"),
    "final": ("kết quả cuối cùng", "final"),
}


def stage_words(stage: str, lang: Lang) -> str:
    """The name of a stage."""
    if stage in _STAGES:
        return pick(lang, *_STAGES[stage])
    return pick(lang, f"sau vòng {stage.removeprefix('round-')}", f"after round {stage.removeprefix('round-')}")


def hand_words(context: Context, outcome: int = Outcome.SCORED) -> str:
    """What is said of a mark that no rule gave; nothing where a unit claims nothing."""
    if context.stage == "self":
        return "" if outcome == Outcome.MISSING else pick(context.lang, "tự chấm", "claimed")
    return pick(context.lang, "điểm do hội đồng đặt", "set by the council")


def in_doubt(context: Context, row: int, number: str) -> bool:
    """Whether a criterion of a unit rests on a figure in doubt."""
    return row in context.doubtful and context.sheet.table.doubted(row, context.facts[number])


def _deciding(context: Context, by: str) -> list[str]:
    """The criteria held this year that decide the total, an area or a criterion."""
    return [
        one.number
        for one in context.sheet.scheme.criteria.values()
        if one.number in context.assessed and (by in ("total", one.area, one.number) or one.number.startswith(f"{by}."))
    ]


def _doubtful(context: Context, row: int, deciding: Sequence[str]) -> list[str]:
    """Those of some criteria that rest on a figure in doubt and, of alternatives, were chosen."""
    if row not in context.doubtful:
        return []
    others = not_chosen(context.sheet.scheme, context.sheet.table, row)
    return [number for number in deciding if number not in others and in_doubt(context, row, number)]


def unit_remarks(context: Context, rows: Sequence[int], by: str = "total") -> list[str]:
    """The short remark beside each unit: provisional, failed, with doubtful figures, outside the ranking."""
    deciding = _deciding(context, by)
    outcomes = context.sheet.at(by).outcome
    return [_remark(context, row, by, int(outcomes[row]), deciding) for row in rows]


def _remark(context: Context, row: int, by: str, outcome: int, deciding: Sequence[str]) -> str:
    sheet, lang = context.sheet, context.lang
    words = []
    if outcome == Outcome.FAILED:
        words.append(outcome_words(context, Outcome.FAILED))
    elif outcome in (Outcome.MISSING, Outcome.PENDING):
        words.append(pick(lang, "tạm tính", "provisional"))
    if _doubtful(context, row, deciding):
        words.append(pick(lang, "có số liệu nghi vấn", "figures in doubt"))
    if by == "total" and _capped(context, row):
        words.append(pick(lang, "tổng đã cắt ở mức tối đa", "total cut at the maximum"))
    if not sheet.table.units[row].ranked:
        words.append(pick(lang, "không xếp hạng", "not ranked"))
    return "; ".join(words)


def _capped(context: Context, row: int) -> bool:
    """Whether a bonus would have led above what is reachable, and the scheme does not let it."""
    sheet = context.sheet
    if sheet.scheme.ranking.above_100 != "cap":
        return False
    added = sum((sheet.mark(row, cells).low for cells in sheet.areas.values()), Fraction(0))
    return added > sheet.mark(row, sheet.total).low


def unit_notes(context: Context, rows: Sequence[int], by: str = "total") -> tuple[str, ...]:
    """For each unit the criteria that are not simply scored, by outcome."""
    deciding = _deciding(context, by)
    unscored = _unscored(context, deciding)
    return tuple(note for row in rows if (note := _unit_note(context, row, deciding, unscored.get(row, {}))))


def _unscored(context: Context, deciding: Sequence[str]) -> dict[int, dict[int, list[str]]]:
    """For each unit the leaves that are not simply scored, by outcome; of alternatives only the chosen."""
    sheet, scored = context.sheet, int(Outcome.SCORED)
    found: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for number in deciding:
        if sheet.scheme.criteria[number].is_leaf:
            outcomes = sheet.criteria[number].outcome
            for row in [row for row, outcome in enumerate(outcomes) if outcome != scored]:
                found[row][int(outcomes[row])].append(number)
    if any(one.chosen_by is not None for one in sheet.scheme.criteria.values()):
        for row, by_outcome in found.items():
            others = not_chosen(sheet.scheme, sheet.table, row)
            for outcome, numbers in by_outcome.items():
                by_outcome[outcome] = [number for number in numbers if number not in others]
    return found


def _unit_note(context: Context, row: int, deciding: Sequence[str], unscored: Mapping[int, Sequence[str]]) -> str:
    sheet = context.sheet
    parts = [
        f"{outcome_words(context, outcome)}: {', '.join(unscored[outcome])}"
        for outcome in _OUTCOMES
        if unscored.get(outcome)
    ]
    doubtful = _doubtful(context, row, deciding)
    if doubtful:
        parts.append(f"{pick(context.lang, 'số liệu nghi vấn', 'figures in doubt')}: {', '.join(doubtful)}")
    set_by_hand = [number for number in deciding if (row, number) in sheet.by_hand] if sheet.by_hand else []
    if set_by_hand and context.stage != "self":
        parts.append(f"{hand_words(context)}: {', '.join(set_by_hand)}")
    return f"{sheet.table.units[row].label}: {'; '.join(parts)}." if parts else ""


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
    stage: tuple[str, ...] = ()
    if context.stages is not None:
        stage = (f"{pick(lang, 'Giai đoạn', 'Stage')}: {stage_words(context.stage, lang)}.",)
    return (*stage, *held, basis, real, f"{pick(lang, 'Chương trình', 'Program')}: {context.engine}.")
