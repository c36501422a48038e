"""What changed between two schemes, line by line; and, with reports, what that does to a year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc_score.analysis.changes import FieldChange, SchemeChange
from cchc_score.formats import Page, Sheet
from cchc_score.pages.compare_page import differences_page
from cchc_score.pages.page_table import PageColumn, page_table
from cchc_score.pages.rehearsal_page import rehearsal_notes, rehearsal_sheets
from cchc_score.results.scheme_results import SchemeDifferences, changes_data
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
    "days": ("ngày đầu, ngày cuối", "first and last day"),
    "form": ("biểu mẫu", "form"),
    "frame": ("khung", "frame"),
    "max_points": ("điểm tối đa", "maximum"),
    "decimals": ("số chữ số thập phân", "decimals"),
    "rounding": ("làm tròn", "rounding"),
    "printed": ("số chữ số thập phân khi in", "printed decimals"),
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
    "absent": ("điểm trừ chưa ai cho", "a penalty not given"),
    "silent": ("khi chưa gửi gì", "when nothing was sent"),
    "units_on": ("ngày xét đơn vị", "day of the units"),
    "key": ("khóa", "key"),
    "self_score": ("đơn vị tự chấm", "self-scored"),
    "held": ("được đánh giá", "held"),
    "reason": ("lý do", "reason"),
    "rule": ("cách tính điểm", "rule"),
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
    "derived": ("suy ra từ", "derived from"),
    "over_items": ("lấy từ các mục", "taken from items"),
    "last_year_of": ("giá trị năm trước của", "last year's value of"),
    "exclusive_with": ("loại trừ với", "exclusive with"),
}
"""Everything that can change, in words."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A field of a thing that changed; without a field, the thing itself was added or removed."""

    changed: SchemeChange
    change: FieldChange | None


def changes_page(result: SchemeDifferences, names: tuple[str, str], lang: Lang) -> Page:
    """The changes between two schemes of some names and, where reports were scored under both, whom they move."""
    title = pick(lang, f"Thay đổi từ {names[0]} sang {names[1]}", f"Changes from {names[0]} to {names[1]}")
    sheets = [_sheet(result.changes, lang)] if result.changes else []
    notes = [_counts(result.changes, lang)]
    if result.moved is not None:
        moved = differences_page(result.moved, names, lang)
        sheets += moved.sheets
        notes += moved.notes
    if result.rehearsal is not None:
        sheets += rehearsal_sheets(result.rehearsal, lang)
        # Before the notes on both schemes, which are long and say nothing of what changed.
        notes[1:1] = rehearsal_notes(result.rehearsal, lang)
    return Page(title, tuple(sheets), tuple(notes), lambda: changes_data(result, names, lang))


def _sheet(changes: Sequence[SchemeChange], lang: Lang) -> Sheet:
    columns: list[PageColumn[_Line]] = [
        PageColumn(pick(lang, "Cấp", "In"), lambda line: pick(lang, *_KINDS[line.changed.kind])),
        PageColumn(pick(lang, "TT, mã", "No., code"), lambda line: _codes(line.changed), "code"),
        PageColumn(pick(lang, "Tên", "Name"), lambda line: pick(lang, *line.changed.name)),
        PageColumn(pick(lang, "Nội dung thay đổi", "What"), lambda line: _what(line, lang)),
        PageColumn(pick(lang, "Cũ", "Old"), lambda line: _side(line, 0, lang)),
        PageColumn(pick(lang, "Mới", "New"), lambda line: _side(line, 1, lang)),
        PageColumn(pick(lang, "Ảnh hưởng", "Moves"), lambda line: _effect(line, lang)),
    ]
    return page_table(columns, _lines(changes))


def _lines(changes: Sequence[SchemeChange]) -> Iterator[_Line]:
    for changed in changes:
        # What came or went has no changed fields, and still needs its line.
        for change in changed.changes or (None,):
            yield _Line(changed, change)


def _codes(changed: SchemeChange) -> str:
    """What a thing is called before and after, once where that is the same."""
    # `dict.fromkeys` drops the second of two equal codes and keeps their order, which a set would not.
    return " -> ".join(dict.fromkeys(code for code in (changed.before, changed.after) if code))


def _what(line: _Line, lang: Lang) -> str:
    if line.change is not None:
        return pick(lang, *_FIELDS[line.change.field])
    return pick(lang, "thêm", "added") if line.changed.before is None else pick(lang, "bỏ", "removed")


def _side(line: _Line, side: int, lang: Lang) -> str:
    """What a field said before (side 0) or says now (1); of what came or went, its code on the side that has it."""
    if line.change is not None:
        return pick(lang, *(line.change.before, line.change.after)[side]) or "-"
    return (line.changed.before, line.changed.after)[side] or "-"


def _effect(line: _Line, lang: Lang) -> str:
    return pick(lang, *_EFFECTS[line.changed.effect if line.change is None else line.change.effect])


def _counts(changes: Sequence[SchemeChange], lang: Lang) -> str:
    if not changes:
        return pick(lang, "Hai bộ tiêu chí giống nhau.", "The schemes are the same.")
    criteria = [changed for changed in changes if changed.kind == "criterion"]
    added = sum(changed.before is None for changed in criteria)
    removed = sum(changed.after is None for changed in criteria)
    counts = (added, removed, len(criteria) - added - removed, sum(changed.effect == "text" for changed in criteria))
    new, gone, other, worded = (number(count, 0, lang) for count in counts)
    return pick(
        lang,
        f"Tiêu chí: thêm {new}, bỏ {gone}, sửa {other} (trong đó chỉ sửa lời văn: {worded}).",
        f"Criteria: {new} added, {gone} removed, {other} changed (of these only in wording: {worded}).",
    )
