"""Why a unit has its points: from the index down to one criterion, or all criteria with what each one cost."""

from collections.abc import Sequence

from cchc_score.explain import origin_words, rule_words, unheld, unheld_words, value_words
from cchc_score.findings import Place
from cchc_score.formats import Heading, Page, Sheet
from cchc_score.model import Area, Criterion, Outcome, Unit
from cchc_score.pages.context import Context
from cchc_score.pages.notes import hand_words, outcome_words, scheme_notes
from cchc_score.pages.rank import index, points, reachable
from cchc_score.pages.reasons import (
    ENDINGS,
    change_words,
    claimed_words,
    evidence_words,
    source_words,
    step_words,
)
from cchc_score.pages.why_data import why_data
from cchc_score.reasons.why import Reasons, Why
from cchc_score.reasons.working import (
    area_working,
    exact_words,
    index_working,
    leaf_working,
    parent_working,
    rounding_words,
    total_working,
)
from cchc_score.sheet import Mark
from cchc_score.text import number, pick

Line = tuple[str, ...]


def why_page(context: Context, row: int, criterion: str = "") -> Page:
    """Why a unit has its index and, with a criterion's number, what that criterion gives it."""
    unit = context.sheet.table.units[row]
    reasons = Reasons(context.sheet, context.methods, context.stages, context.stage)
    title = pick(context.lang, f"Vì sao {unit.name} ({unit.code})", f"Why {unit.name} ({unit.code})")
    if criterion:
        why = reasons.why(row, criterion)
        sheets = (_way(context, row, why.criterion), _criterion(context, why, reasons), *_details(context, why))
        shown = [why]
    else:
        shown = [reasons.why(row, one.number) for one in context.sheet.scheme.criteria.values()]
        sheets = (_way(context, row, None), _all(context, unit, shown, reasons))
    notes = [one.words(context.lang) for one in context.findings if _about(context, one.place, row, criterion)]
    return Page(
        f"{title} - {context.sheet.scheme.title}",
        sheets,
        (*notes, *scheme_notes(context)),
        lambda: why_data(context, row, shown, reasons),
    )


def _about(context: Context, place: Place, row: int, criterion: str) -> bool:
    """Whether a finding is about a unit and, where one criterion is explained, about it or one of its figures."""
    table = context.sheet.table
    if place.unit != table.units[row].label:
        return False
    if not criterion or not (place.criterion or place.row):
        return True
    origins = [table.origins.get((row, code)) for code in context.facts[criterion]]
    return place.criterion == criterion or place.row in {one.row for one in origins if one}


def _way(context: Context, row: int, criterion: Criterion | None) -> Sheet:
    """The sums from the index down: of every area, or of the one in which a criterion stands and all above it."""
    sheet, lang = context.sheet, context.lang
    areas = [one for one in sheet.scheme.areas if criterion is None or one.code == criterion.area]
    total = sheet.mark(row, sheet.total)
    rank = str(sheet.ranks[row]) if sheet.ranks[row] else "-"
    shown = f"{index(context, sheet.total, row, context.indices[row])}%"
    lines: list[Line] = [
        (pick(lang, f"Chỉ số (hạng {rank})", f"Index (rank {rank})"), shown, "", index_working(sheet, row, lang)),
        (
            pick(lang, "Tổng", "Total"),
            points(context, total),
            reachable(context, total),
            total_working(sheet, row, lang),
        ),
    ]
    for area in areas:
        mark = sheet.mark(row, sheet.areas[area.code])
        name = f"{area.number} {_area_name(context, area)}"
        lines.append((name, points(context, mark), reachable(context, mark), area_working(sheet, row, area, lang)))
    for parent in _above(context, criterion) if criterion else ():
        mark = sheet.mark(row, sheet.criteria[parent.number])
        working = parent_working(sheet, row, parent, lang)
        lines.append((f"{parent.number} {parent.title}", points(context, mark), reachable(context, mark), working))
    headings = (
        Heading(pick(lang, "Từ chỉ số xuống", "From the index down")),
        Heading(pick(lang, "Điểm", "Points"), "right"),
        Heading(pick(lang, "Tối đa", "Out of"), "right"),
        Heading(pick(lang, "Phép tính", "Working")),
    )
    return Sheet(headings, tuple(lines))


def _area_name(context: Context, area: Area) -> str:
    return area.name_en if context.lang == "en" and area.name_en else area.name


def _above(context: Context, criterion: Criterion) -> list[Criterion]:
    """The parents of a criterion, the highest first, and itself where it is a parent."""
    criteria = context.sheet.scheme.criteria
    found = [] if criterion.is_leaf else [criterion]
    number = criterion.number.rpartition(".")[0]
    while number in criteria:
        found.insert(0, criteria[number])
        number = number.rpartition(".")[0]
    return found


def _criterion(context: Context, why: Why, reasons: Reasons) -> Sheet:
    """What one criterion asks, how its points come about, and what would have been full."""
    lang, criterion = context.lang, why.criterion
    rows = [
        (pick(lang, "Điều khoản", "Paragraph"), criterion.reference),
        (pick(lang, "Cách cho điểm", "Rule"), rule_words(context.sheet.scheme, criterion, context.methods, lang)),
        (pick(lang, "Phép tính", "Working"), working_words(context, why, reasons)),
        (pick(lang, "Làm tròn", "Rounding"), _rounding(context, why)),
        (pick(lang, "Điểm", "Points"), points_words(context, why.mark)),
        (pick(lang, "Kết quả", "Outcome"), result_words(context, why)),
        (pick(lang, "Cao nhất nhóm", "Best of the group"), _best(context, why)),
        (pick(lang, "Để đủ điểm", "For full points"), full_words(context, why)),
        (pick(lang, "Minh chứng cần có", "Evidence asked for"), criterion.evidence),
        (pick(lang, "Khắc phục", "Remedy"), criterion.remedy),
        (pick(lang, "Tự chấm", "Self-score"), claimed_words(why.claim, lang) if why.claim else ""),
        (
            pick(lang, "Minh chứng của đơn vị", "The unit's evidence"),
            evidence_words(why.claim.evidence, lang) if why.claim else "",
        ),
        (pick(lang, "Giải trình", "Explanation"), why.claim.explanation if why.claim else ""),
    ]
    headings = (Heading(pick(lang, "Mục", "Item")), Heading(pick(lang, "Nội dung", "Content")))
    return Sheet(headings, tuple(row for row in rows if row[1]), f"{criterion.number} {criterion.title}")


def points_words(context: Context, mark: Mark) -> str:
    """Points of what was reachable: '1,36 / 2', with the most that they may become while figures are missing."""
    text = f"{points(context, mark)} / {reachable(context, mark)}"
    if mark.high == mark.low:
        return text
    most = number(mark.high, context.decimals, context.lang)
    return f"{text} ({pick(context.lang, 'nhiều nhất', 'at most')} {most})"


def working_words(context: Context, why: Why, reasons: Reasons) -> str:
    """How the exact points of a criterion come about; empty where no rule gave them."""
    if why.criterion.parts:
        return parent_working(context.sheet, why.row, why.criterion, context.lang)
    if why.exact is None:
        return ""
    return leaf_working(reasons.leaf(why.criterion.number), why.row, why.exact, context.lang)


def _rounding(context: Context, why: Why) -> str:
    return "" if why.exact is None else rounding_words(context.sheet, why.exact, context.lang)


def result_words(context: Context, why: Why) -> str:
    """The outcome of a criterion; a mark that a person set says so."""
    lang = context.lang
    reason = unheld(context.sheet.scheme, why.criterion)
    if reason is not None:
        return unheld_words(reason, lang)
    words = outcome_words(context, why.mark.outcome) or pick(lang, "đã chấm", "scored")
    if not why.by_hand:
        return words
    computed = "" if why.exact is None else f", {pick(lang, 'theo số liệu', 'by the figures')} {_exact(context, why)}"
    return ", ".join(one for one in (words, hand_words(context, why.mark.outcome)) if one) + computed


def _exact(context: Context, why: Why) -> str:
    assert why.exact is not None
    return exact_words(why.exact, context.lang)


def _best(context: Context, why: Why) -> str:
    return ", ".join(context.sheet.table.units[row].label for row in why.best[:3])


def full_words(context: Context, why: Why) -> str:
    """What would have given full points, one change at a time; no figure changes what a council set."""
    if why.by_hand and context.stage != "self" and why.mark.low != why.mark.reachable:
        ids = ", ".join(entry.id for entry, ended in why.entries if ended == "applied" and entry.criterion)
        return pick(
            context.lang,
            f"điểm do mục thẩm định {ids} đặt, số liệu không thay đổi được",
            f"the mark is set by the entry {ids}, no figure changes it",
        )
    either = pick(context.lang, "; hoặc ", "; or ")
    return either.join(change_words(one, context.sheet.scheme.indicators, context.lang) for one in why.full)


def _details(context: Context, why: Why) -> tuple[Sheet, ...]:
    tables = [_facts(context, why), _parts(context, why), _entries(context, why), _explanations(context, why)]
    return tuple(one for one in tables if one.rows)


def _facts(context: Context, why: Why) -> Sheet:
    lang, table, scheme = context.lang, context.sheet.table, context.sheet.scheme
    rows = []
    for code in context.facts[why.criterion.number]:
        indicator, key = scheme.indicators[code], (why.row, code)
        origin = table.origins.get(key)
        known = table.known(why.row, code)
        rows.append(
            (
                indicator.label(lang),
                value_words(indicator, table.value(why.row, code), lang)
                if known
                else pick(
                    lang, f"chưa có ({source_words(indicator, lang)})", f"unknown ({source_words(indicator, lang)})"
                ),
                origin.printed if origin else "",
                origin.row if origin else "",
                origin_words(table, why.row, code, lang),
                origin.remark if origin else "",
                pick(lang, "có", "yes") if key in table.doubts else "",
            )
        )
    headings = (
        Heading(pick(lang, "Số liệu", "Figure")),
        Heading(pick(lang, "Giá trị", "Value"), "right"),
        Heading(pick(lang, "In là", "As printed")),
        Heading(pick(lang, "Hàng", "Row")),
        Heading(pick(lang, "Ở đâu", "Where")),
        Heading(pick(lang, "Ghi chú", "Remark")),
        Heading(pick(lang, "Nghi vấn", "In doubt")),
    )
    return Sheet(headings, tuple(rows), pick(lang, "Số liệu", "Figures"))


def _parts(context: Context, why: Why) -> Sheet:
    sheet, lang = context.sheet, context.lang
    rows = []
    for number_ in why.criterion.parts:
        mark = sheet.mark(why.row, sheet.criteria[number_])
        title = sheet.scheme.criteria[number_].title
        rows.append(
            (number_, title, points(context, mark), reachable(context, mark), outcome_words(context, mark.outcome))
        )
    headings = (
        Heading(pick(lang, "Số", "No.")),
        Heading(pick(lang, "Tiêu chí", "Criterion")),
        Heading(pick(lang, "Điểm", "Points"), "right"),
        Heading(pick(lang, "Tối đa", "Out of"), "right"),
        Heading(pick(lang, "Kết quả", "Outcome")),
    )
    return Sheet(headings, tuple(rows), pick(lang, "Thành phần", "Parts"))


def _entries(context: Context, why: Why) -> Sheet:
    lang, scheme = context.lang, context.sheet.scheme
    rows = [
        (
            str(entry.round),
            *step_words(scheme, entry, lang),
            entry.reason,
            evidence_words(entry.evidence, lang),
            f"{entry.by}, {entry.on:%d/%m/%Y}",
            pick(lang, *ENDINGS[ended]),
            entry.id,
        )
        for entry, ended in why.entries
    ]
    headings = (
        Heading(pick(lang, "Vòng", "Round"), "right"),
        Heading(pick(lang, "Về", "About")),
        Heading(pick(lang, "Cũ", "Old"), "right"),
        Heading(pick(lang, "Mới", "New"), "right"),
        Heading(pick(lang, "Lý do", "Reason")),
        Heading(pick(lang, "Minh chứng", "Evidence")),
        Heading(pick(lang, "Người, ngày", "Who, when")),
        Heading(pick(lang, "Kết cục", "Ending")),
        Heading(pick(lang, "Mã", "Id")),
    )
    return Sheet(headings, tuple(rows), pick(lang, "Thẩm định", "Appraisal"))


def _explanations(context: Context, why: Why) -> Sheet:
    lang = context.lang
    rows = [
        (one.entry, one.text, evidence_words(one.evidence, lang), f"{one.by}, {one.on:%d/%m/%Y}")
        for one in why.explanations
    ]
    headings = (
        Heading(pick(lang, "Về mục", "On entry")),
        Heading(pick(lang, "Giải trình", "Explanation")),
        Heading(pick(lang, "Minh chứng", "Evidence")),
        Heading(pick(lang, "Người, ngày", "Who, when")),
    )
    return Sheet(headings, tuple(rows), pick(lang, "Giải trình của đơn vị", "The unit's explanations"))


def _all(context: Context, unit: Unit, shown: Sequence[Why], reasons: Reasons) -> Sheet:
    """Every criterion with how its points come about, what it cost, and what would have been full."""
    lang = context.lang
    rows = []
    for why in shown:
        mark = why.mark
        rows.append(
            (
                why.criterion.number,
                why.criterion.title,
                points(context, mark),
                reachable(context, mark),
                _lost(context, why),
                "; ".join(part for part in (_brief(context, why), working_words(context, why, reasons)) if part),
                full_words(context, why),
            )
        )
    headings = (
        Heading(pick(lang, "Số", "No.")),
        Heading(pick(lang, "Tiêu chí", "Criterion")),
        Heading(pick(lang, "Điểm", "Points"), "right"),
        Heading(pick(lang, "Tối đa", "Out of"), "right"),
        Heading(pick(lang, "Mất", "Lost"), "right"),
        Heading(pick(lang, "Phép tính", "Working")),
        Heading(pick(lang, "Để đủ điểm", "For full points")),
    )
    return Sheet(headings, tuple(rows), f"{unit.name} ({unit.code})")


def _lost(context: Context, why: Why) -> str:
    """The points that a criterion cost; a penalty costs what it takes, a bonus nothing."""
    kind = next(area.kind for area in context.sheet.scheme.areas if area.code == why.criterion.area)
    if why.mark.outcome == Outcome.NOT_APPLICABLE or kind == "bonus":
        return ""
    lost = why.mark.low if kind == "penalty" else why.mark.reachable - why.mark.low
    return number(lost, context.decimals, context.lang) if lost else "0"


def _brief(context: Context, why: Why) -> str:
    """The outcome where it is not simply that a rule scored."""
    simple = why.mark.outcome == Outcome.SCORED and not why.by_hand
    return "" if simple or (why.criterion.parts and not why.by_hand) else result_words(context, why)
