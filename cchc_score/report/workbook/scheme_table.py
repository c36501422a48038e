"""The scheme as a table: areas and criteria with their maxima and their rules in words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from cchc_score.formats import Sheet
from cchc_score.pages.page_table import PageColumn, page_table, points_cell
from cchc_score.report.workbook.book_plan import BookPlan
from cchc_score.rule_words import rule_words, unheld, unheld_words
from cchc_score.text import pick


@dataclass(frozen=True, slots=True)
class _Line:
    """An area or a criterion."""

    number: str
    title: str
    most: Fraction
    rule: str
    evidence: str = ""
    reference: str = ""
    note: str = ""
    area: bool = False


def scheme_table(plan: BookPlan) -> Sheet:
    """The whole scheme."""
    lang, lines = plan.lang, list(_lines(plan))
    columns: list[PageColumn[_Line]] = [
        PageColumn(pick(lang, "STT", "No."), lambda line: line.number, "code"),
        PageColumn(pick(lang, "Lĩnh vực, tiêu chí", "Area, criterion"), lambda line: line.title),
        PageColumn(pick(lang, "Điểm tối đa", "Out of"), lambda line: points_cell(line.most, None, lang), "points"),
        PageColumn(pick(lang, "Cách tính điểm", "Rule"), lambda line: line.rule),
        PageColumn(pick(lang, "Tài liệu kiểm chứng", "Evidence"), lambda line: line.evidence),
        PageColumn(pick(lang, "Căn cứ", "Reference"), lambda line: line.reference),
        PageColumn(pick(lang, "Ghi chú", "Note"), lambda line: line.note),
    ]
    filled = [column for column in columns if any(cell.text for cell in column.typed_cells(lines))]
    table = page_table(filled, lines)
    return replace(table, strong=frozenset(at for at, line in enumerate(lines) if line.area))


def _lines(plan: BookPlan) -> Iterator[_Line]:
    scheme, lang = plan.scored.sheet.scheme, plan.lang
    for area in scheme.areas:
        yield _Line(str(area.number), area.label(lang), area.max_points, area.reason, area=True)
        for criterion in scheme.criteria.values():
            if criterion.area != area.code:
                continue
            reason = unheld(scheme, criterion)
            rule = rule_words(scheme, criterion, plan.scored.methods, lang)
            yield _Line(
                number=criterion.number,
                title=criterion.title,
                most=criterion.max_points,
                rule=rule if reason is None else unheld_words(reason, lang),
                evidence=criterion.evidence,
                reference=criterion.reference,
                note=criterion.note,
            )
