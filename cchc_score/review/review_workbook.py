"""The workbook of a review: the files that were read, and every figure with room for what is right."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from cchc_score.appraisal.entry_states import fact_cell_value
from cchc_score.appraisal.workbook_columns import row_key
from cchc_score.facts import Origin
from cchc_score.findings import located
from cchc_score.office.form_sheet import FormColumn, FormLink, FormSheet, FormValue
from cchc_score.review.file_links import FilePaths, file_link
from cchc_score.review.file_words import reading_words, units_words, years_words
from cchc_score.review.read_files import ReadFile
from cchc_score.review.review_columns import AUTHOR, COLUMNS, FIGURES, FILES, FILLED, FIXED, WRAPPED
from cchc_score.review.review_rows import ReviewRow
from cchc_score.text import Lang, brief, pick

MOST_WORDS = 400
"""So long a text of a report, or of what was found in it, stands in a cell."""


def review_sheets(
    files: Sequence[ReadFile], rows: Sequence[ReviewRow], paths: FilePaths, folder: Path, lang: Lang
) -> tuple[FormSheet, FormSheet]:
    """The sheets of files and of figures, with links from a folder to the files."""
    return _files_sheet(files, paths, folder, lang), _figures_sheet(rows, paths, folder, lang)


def _files_sheet(files: Sequence[ReadFile], paths: FilePaths, folder: Path, lang: Lang) -> FormSheet:
    headings = (
        ("Tệp", "File", 40), ("Cách đọc", "Read as", 24), ("Đơn vị", "Unit", 28), ("Năm", "Year", 10),
        ("Số liệu", "Figures", 10), ("Số dòng của biểu", "Rows of the form", 10), ("Trống", "Blank", 10),
        ("Nghi vấn", "In doubt", 10), ("Bản nháp", "Drafts", 10), ("Lỗi", "Errors", 10),
        ("Cần xem", "To look at", 90),
    )  # fmt: skip
    links = [file_link(file.file, paths, folder) for file in files]
    return FormSheet(
        name=pick(lang, *FILES),
        title=pick(lang, "CÁC TỆP ĐÃ ĐỌC", "FILES THAT WERE READ"),
        lines=(),
        columns=tuple(FormColumn(pick(lang, vi, en), width, wrapped=True) for vi, en, width in headings),
        rows=[_file_row(file, lang) for file in files],
        long=True,
        locked=True,
        links={(at, 0): link for at, link in enumerate(links) if link is not None},
    )


def _file_row(file: ReadFile, lang: Lang) -> tuple[FormValue, ...]:
    counts = (file.figures, file.rows, file.blank, file.doubts, file.drafts, file.count("error"))
    return (
        file.file,
        reading_words(file, lang),
        units_words(file, lang),
        years_words(file),
        *map(Fraction, counts),
        brief(file.look_words(lang), MOST_WORDS),
    )


def _figures_sheet(rows: Sequence[ReviewRow], paths: FilePaths, folder: Path, lang: Lang) -> FormSheet:
    shapes = tuple(
        FormColumn(pick(lang, vi, en), width, role in FILLED, role in FILLED, wrapped=role in WRAPPED)
        for role, (vi, en, width) in COLUMNS.items()
    )
    lines = (
        f"{pick(lang, *AUTHOR)}:",
        pick(
            lang,
            "Chỉ điền các cột tô màu: giá trị đúng khi số liệu sai, x khi số liệu đúng, kèm lý do và người soát"
            " (hoặc ghi tên một lần ở ô trên). Ghi 'chưa có' khi báo cáo không có số liệu ấy.",
            "Fill the coloured columns only: the correct value of a wrong figure, an x for a right one, with the reason"
            " and who checked it (or the name once in the cell above). Write 'unknown' where the report has no figure.",
        ),
        pick(
            lang,
            "Các dòng cần xem đứng trước. Trang được khóa không có mật khẩu.",
            "Rows that need a look stand first. The sheet is locked without a password.",
        ),
    )
    place = list(COLUMNS).index("file")
    return FormSheet(
        name=pick(lang, *FIGURES),
        title=pick(lang, "SOÁT SỐ LIỆU ĐÃ NHẬP", "REVIEW OF IMPORTED FIGURES"),
        lines=lines,
        columns=shapes,
        rows=[_figure_row(row, lang) for row in rows],
        long=True,
        asked=frozenset({0}),
        locked=True,
        links={(at, place): link for at, row in enumerate(rows) if (link := _link(row, paths, folder)) is not None},
    )


def _figure_row(row: ReviewRow, lang: Lang) -> tuple[FormValue, ...]:
    origin = row.origin or Origin("")
    values: dict[str, FormValue] = {
        "unit": row.unit.code,
        "name": row.unit.name,
        "row": row.row.code if row.row else "",
        "title": row.row.label if row.row else row.indicator.label(lang),
        "indicator": row.indicator.code,
        "printed": brief(origin.printed, MOST_WORDS),
        "value": fact_cell_value(row.known, row.indicator, lang) if row.known is not None else None,
        "state": row.state_words(lang),
        "why": brief("; ".join(finding.message(lang) for finding in row.why), MOST_WORDS),
        "file": origin.file,
        "place": _place_words(origin, lang),
    }
    values["key"] = row_key([values[role] for role in FIXED])
    return tuple(values.get(role) for role in COLUMNS)


def _place_words(origin: Origin, lang: Lang) -> str:
    if not origin.table and not origin.cell and not origin.page:
        return pick(lang, f"dòng {origin.line}", f"line {origin.line}") if origin.line else ""
    return located("", origin.line, origin.table, origin.cell, lang, origin.page).removeprefix(": ")


def _link(row: ReviewRow, paths: FilePaths, folder: Path) -> FormLink | None:
    return file_link(row.origin.file, paths, folder, row.origin) if row.origin is not None else None
