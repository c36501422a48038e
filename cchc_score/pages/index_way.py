"""The way from a unit's index down: the sums of total and areas and, for one criterion, of all that it is part of."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_score.explain.missed_class import missed_class
from cchc_score.explain.working import area_working, index_working, parent_working, total_working
from cchc_score.formats import Sheet, TypedCell
from cchc_score.model import Criterion
from cchc_score.pages.class_words import missed_words
from cchc_score.pages.mark_cells import certain_cell, index_cell, reachable_cell
from cchc_score.pages.page_table import PageColumn, page_table
from cchc_score.results.scored import ScoredStage
from cchc_score.sheet import Mark
from cchc_score.text import Lang, pick


@dataclass(frozen=True, slots=True)
class _Step:
    """One sum on the way: what it is of, its points of what was reachable, and how they come about."""

    name: str
    points: TypedCell
    reachable: TypedCell
    working: str


def way_sheet(scored: ScoredStage, row: int, criterion: Criterion | None, lang: Lang) -> Sheet:
    """The sums of every area or, with a criterion, of its area and of all above the criterion."""
    columns: list[PageColumn[_Step]] = [
        PageColumn(pick(lang, "Diễn giải chỉ số", "From the index down"), lambda step: step.name),
        PageColumn(pick(lang, "Điểm", "Points"), lambda step: step.points, "points"),
        PageColumn(pick(lang, "Tối đa", "Out of"), lambda step: step.reachable, "points"),
        PageColumn(pick(lang, "Phép tính", "Working"), lambda step: step.working),
    ]
    return page_table(columns, _steps(scored, row, criterion, lang))


def _steps(scored: ScoredStage, row: int, criterion: Criterion | None, lang: Lang) -> Iterator[_Step]:
    sheet = scored.sheet
    total = sheet.mark(row, sheet.total)
    # Not by `number`: a rank is never grouped in thousands.
    rank = str(sheet.ranks[row]) if sheet.ranks[row] else "-"
    yield _Step(
        pick(lang, f"Chỉ số (hạng {rank})", f"Index (rank {rank})"),
        index_cell(total, scored.indices[row], sheet.scheme.index_decimals, lang, sign="%"),
        TypedCell("", "points"),
        index_working(sheet, row, lang),
    )

    def step(name: str, place: str, mark: Mark, working: str) -> _Step:
        points = certain_cell(mark, scored.decimals_at(place, row), lang)
        return _Step(name, points, reachable_cell(mark, lang), working)

    # The class follows from the index; only one that does not needs a reason.
    missed = missed_class(sheet, row)
    if missed is not None:
        name = f"{pick(lang, 'Xếp loại', 'Class')}: {sheet.class_name(row) or '-'}"
        none = TypedCell("", "points")
        yield _Step(name, none, none, missed_words(sheet.scheme, missed, lang))
    yield step(pick(lang, "Tổng", "Total"), "total", total, total_working(sheet, row, lang))
    for area in sheet.scheme.areas:
        if criterion is None or area.code == criterion.area:
            mark = sheet.mark(row, sheet.areas[area.code])
            yield step(f"{area.number} {area.label(lang)}", area.code, mark, area_working(sheet, row, area, lang))
    for parent in _parents(scored, criterion) if criterion else ():
        mark = sheet.mark(row, sheet.criteria[parent.number])
        yield step(f"{parent.number} {parent.title}", parent.number, mark, parent_working(sheet, row, parent, lang))


def _parents(scored: ScoredStage, criterion: Criterion) -> list[Criterion]:
    """The parents of a criterion, the highest first, and itself where it is a parent."""
    criteria = scored.sheet.scheme.criteria
    parents = [] if criterion.is_leaf else [criterion]
    number = criterion.number.rpartition(".")[0]
    while number in criteria:
        parents.insert(0, criteria[number])
        number = number.rpartition(".")[0]
    return parents
