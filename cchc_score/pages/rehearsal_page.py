"""A new scheme tried on a year that is known: classes gained and lost, limits, criteria that tell nobody apart."""

from collections.abc import Callable, Iterator

from cchc_score.explain.class_changes import ClassCount, ClassMove
from cchc_score.formats import Sheet
from cchc_score.pages.difference_words import state_index_cell
from cchc_score.pages.limits_table import limits_sheet
from cchc_score.pages.mark_cells import rank_cell
from cchc_score.pages.page_table import PageColumn, count_cell, page_table, points_cell
from cchc_score.results.rehearsal import EqualCriterion, Rehearsal
from cchc_score.text import Lang, number, pick


def rehearsal_sheets(result: Rehearsal, lang: Lang) -> Iterator[Sheet]:
    """The tables; those with nothing in them are left out."""
    yield _classes(result, lang)
    if result.reclassed:
        yield _reclassed(result, lang)
    if result.limits:
        yield limits_sheet(result, lang)
    if result.equal:
        yield _equal(result, lang)


def rehearsal_notes(result: Rehearsal, lang: Lang) -> Iterator[str]:
    """What is told beside the tables: how many change class, which days are of another year, what no table tells."""
    yield pick(
        lang, f"Đơn vị đổi xếp loại: {len(result.reclassed)}.", f"Units that change class: {len(result.reclassed)}."
    )
    if result.moved.before.stages is not None:
        yield pick(
            lang,
            "Chấm theo số liệu báo cáo và điều tra; tự chấm và các nội dung điều chỉnh không tính.",
            "By the figures of reports and survey; self-scores and entries of the appraisal do not count.",
        )
    if not result.equal:
        yield pick(lang, "Mọi tiêu chí đều phân biệt các đơn vị.", "Every criterion tells units apart.")
    if result.findings:
        names = ", ".join(finding.place.criterion for finding in result.findings)
        yield pick(
            lang,
            f"Hạn của năm khác với báo cáo, điểm chỉ để tham khảo: tiêu chí {names}.",
            f"Deadlines of another year than the reports, points say nothing: criteria {names}.",
        )
    if result.unlimited:
        names = ", ".join(result.unlimited)
        yield pick(lang, f"Cách chấm không nêu hết ngưỡng: {names}.", f"Methods that do not name all limits: {names}.")


def _classes(result: Rehearsal, lang: Lang) -> Sheet:
    def counted(heading: str, of: Callable[[ClassCount], int]) -> PageColumn[ClassCount]:
        return PageColumn(heading, lambda line: count_cell(of(line), lang), "count")

    columns: list[PageColumn[ClassCount]] = [
        PageColumn(pick(lang, "Xếp loại", "Class"), lambda line: _class_name(line.name, lang)),
        counted(pick(lang, "Trước", "Before"), lambda line: line.before),
        counted(pick(lang, "Thêm", "Gained"), lambda line: line.gained),
        counted(pick(lang, "Bớt", "Lost"), lambda line: line.lost),
        counted(pick(lang, "Sau", "After"), lambda line: line.after),
    ]
    title = pick(lang, "Số đơn vị theo loại", "Units by class")
    return page_table(columns, result.classes, title, tuple(_provisional(result, lang)))


def _provisional(result: Rehearsal, lang: Lang) -> Iterator[str]:
    """How many of the units still lack figures: their classes are those of what is certain."""
    open_ = sum(not (one.move.before.certain and one.move.after.certain) for one in result.units)
    if open_:
        shown = number(open_, 0, lang)
        yield pick(lang, f"Trong đó {shown} đơn vị còn thiếu số liệu: tạm tính.", f"{shown} of them are provisional.")


def _class_name(name: str | None, lang: Lang) -> str:
    return pick(lang, "(không xếp loại)", "(no class)") if name is None else name


def _reclassed(result: Rehearsal, lang: Lang) -> Sheet:
    units, decimals = result.moved.comparison.after.table.units, result.moved.index_decimals
    columns: list[PageColumn[ClassMove]] = [
        PageColumn(pick(lang, "Đơn vị", "Unit"), lambda line: units[line.move.row].label),
        PageColumn(pick(lang, "Loại A", "Class A"), lambda line: _class_name(line.before, lang)),
        PageColumn(pick(lang, "Loại B", "Class B"), lambda line: _class_name(line.after, lang)),
        PageColumn(
            pick(lang, "Chỉ số A", "Index A"),
            lambda line: state_index_cell(line.move.before, decimals, lang),
            "percent",
        ),
        PageColumn(
            pick(lang, "Chỉ số B", "Index B"),
            lambda line: state_index_cell(line.move.after, decimals, lang),
            "percent",
        ),
        PageColumn(pick(lang, "Hạng A", "Rank A"), lambda line: rank_cell(line.move.before.rank or None), "count"),
        PageColumn(pick(lang, "Hạng B", "Rank B"), lambda line: rank_cell(line.move.after.rank or None), "count"),
    ]
    return page_table(columns, result.reclassed, pick(lang, "Đơn vị đổi xếp loại", "Units that change class"))


def _equal(result: Rehearsal, lang: Lang) -> Sheet:
    criteria = result.moved.after.sheet.scheme.criteria

    def counted(heading: str, of: Callable[[EqualCriterion], int]) -> PageColumn[EqualCriterion]:
        return PageColumn(heading, lambda line: count_cell(of(line), lang), "count")

    columns: list[PageColumn[EqualCriterion]] = [
        PageColumn(pick(lang, "TT", "No."), lambda line: line.after.number, "code"),
        PageColumn(pick(lang, "Tiêu chí", "Criterion"), lambda line: criteria[line.after.number].title),
        PageColumn(
            pick(lang, "Điểm", "Points"),
            lambda line: "-" if line.after.points is None else points_cell(line.after.points, None, lang),
            "points",
        ),
        PageColumn(pick(lang, "Tối đa", "Out of"), lambda line: points_cell(line.after.most, None, lang), "points"),
        counted(pick(lang, "Có điểm", "Scored"), lambda line: line.after.scored),
        counted(pick(lang, "Không áp dụng", "Not applicable"), lambda line: line.after.not_applicable),
        counted(pick(lang, "Chưa có điểm", "Open"), lambda line: line.after.open),
        PageColumn(pick(lang, "Ở bộ A", "Under A"), lambda line: _was(line, lang)),
    ]
    title = pick(lang, "Tiêu chí của bộ B không phân biệt ai", "Criteria of B that tell nobody apart")
    return page_table(columns, result.equal, title)


def _was(line: EqualCriterion, lang: Lang) -> str:
    if line.was_equal is None:
        return "-"
    return pick(lang, "cũng thế", "equal too") if line.was_equal else pick(lang, "có phân biệt", "told apart")
