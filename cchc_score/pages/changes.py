"""What changed between two schemes, line by line; and, where reports were scored under both, who moved."""

from collections.abc import Sequence
from typing import Any

from cchc_score.analysis.changes import Changed
from cchc_score.findings import Words
from cchc_score.formats import Heading, Page, Sheet
from cchc_score.pages.data import SCHEMA_VERSION
from cchc_score.text import Lang, number, pick

_KINDS = {
    "scheme": ("bộ tiêu chí", "scheme"),
    "area": ("lĩnh vực", "area"),
    "criterion": ("tiêu chí", "criterion"),
    "fact": ("số liệu", "fact"),
}
_EFFECTS = {
    "points": ("điểm, hạng", "points, ranks"),
    "ranks": ("hạng, xếp loại", "ranks, classes"),
    "text": ("chỉ lời văn", "wording only"),
}
_FIELDS = {
    "code": ("mã", "code"),
    "title": ("tên", "title"),
    "version": ("phiên bản", "version"),
    "decision": ("quyết định", "decision"),
    "period": ("năm", "period"),
    "form": ("biểu mẫu", "form"),
    "max_points": ("điểm tối đa", "maximum"),
    "decimals": ("số chữ số thập phân", "decimals"),
    "rounding": ("làm tròn", "rounding"),
    "above_100": ("khi quá 100", "above 100"),
    "group_by": ("xếp hạng theo nhóm", "ranking groups"),
    "compare": ("so bằng", "compared by"),
    "ties": ("khi bằng điểm", "ties"),
    "incomplete": ("khi thiếu số liệu", "when incomplete"),
    "classes": ("xếp loại", "classes"),
    "context": ("số liệu bối cảnh", "context"),
    "number": ("số", "number"),
    "name": ("tên", "name"),
    "name_en": ("tên tiếng Anh", "English name"),
    "kind": ("loại", "kind"),
    "held": ("được đánh giá", "held"),
    "reason": ("lý do", "reason"),
    "rule": ("cách cho điểm", "rule"),
    "choice": ("câu trả lời chọn nó", "answer that chooses it"),
    "reference": ("căn cứ", "reference"),
    "evidence": ("tài liệu kiểm chứng", "evidence"),
    "remedy": ("cách cải thiện", "remedy"),
    "note": ("ghi chú", "note"),
    "unit": ("đơn vị tính", "unit"),
    "source": ("nguồn", "source"),
    "options": ("các câu trả lời", "answers"),
    "part_of": ("thuộc", "part of"),
    "sum_of": ("là tổng của", "sum of"),
    "exclusive_with": ("loại trừ với", "exclusive with"),
}
"""Everything that can change, in words."""


def changes_page(found: Sequence[Changed], names: tuple[str, str], moved: Page | None, lang: Lang) -> Page:
    """The changes and, when given, the page of the units that they move."""
    title = pick(lang, f"Thay đổi từ {names[0]} sang {names[1]}", f"Changes from {names[0]} to {names[1]}")
    sheets = [_sheet(found, lang)] if found else []
    notes = [_counts(found, lang)]
    if moved is not None:
        sheets += moved.sheets
        notes += moved.notes
    return Page(title, tuple(sheets), tuple(notes), lambda: _data(found, names, moved, lang))


def _sheet(found: Sequence[Changed], lang: Lang) -> Sheet:
    headings = (
        Heading(pick(lang, "Ở", "In")),
        Heading(pick(lang, "Số, mã", "No., code")),
        Heading(pick(lang, "Tên", "Name")),
        Heading(pick(lang, "Điều đổi", "What")),
        Heading(pick(lang, "Cũ", "Old")),
        Heading(pick(lang, "Mới", "New")),
        Heading(pick(lang, "Ảnh hưởng", "Moves")),
    )
    return Sheet(headings, tuple(row for one in found for row in _rows(one, lang)))


def _rows(one: Changed, lang: Lang) -> list[tuple[str, ...]]:
    shown = " -> ".join(dict.fromkeys(place for place in (one.before, one.after) if place))
    start = (pick(lang, *_KINDS[one.kind]), shown, _worded(one.name, lang))
    if not one.changes:
        said = pick(lang, "thêm", "added") if one.before is None else pick(lang, "bỏ", "removed")
        return [(*start, said, *(place or "-" for place in (one.before, one.after)), pick(lang, *_EFFECTS[one.effect]))]
    return [
        (
            *start,
            pick(lang, *_FIELDS[each.field]),
            _worded(each.before, lang) or "-",
            _worded(each.after, lang) or "-",
            pick(lang, *_EFFECTS[each.effect]),
        )
        for each in one.changes
    ]


def _worded(words: Words, lang: Lang) -> str:
    return pick(lang, *words)


def _counts(found: Sequence[Changed], lang: Lang) -> str:
    if not found:
        return pick(lang, "Hai bộ tiêu chí giống nhau.", "The schemes are the same.")
    own = [one for one in found if one.kind == "criterion"]
    added, removed = (sum(getattr(one, side) is None for one in own) for side in ("before", "after"))
    counts = (added, removed, len(own) - added - removed, sum(one.effect == "text" for one in own))
    new, gone, changed, worded = (number(count, 0, lang) for count in counts)
    return pick(
        lang,
        f"Tiêu chí: thêm {new}, bỏ {gone}, sửa {changed} (trong đó chỉ sửa lời văn: {worded}).",
        f"Criteria: {new} added, {gone} removed, {changed} changed (of these only in wording: {worded}).",
    )


def _data(found: Sequence[Changed], names: tuple[str, str], moved: Page | None, lang: Lang) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "old": names[0],
        "new": names[1],
        "changes": [
            {
                "kind": one.kind,
                "before": one.before,
                "after": one.after,
                "name": _worded(one.name, lang),
                "effect": one.effect,
                "fields": [
                    {
                        "field": each.field,
                        "before": _worded(each.before, lang),
                        "after": _worded(each.after, lang),
                        "effect": each.effect,
                    }
                    for each in one.changes
                ],
            }
            for one in found
        ],
        "moves": None if moved is None else moved.data,
    }
