"""A scheme moved to the next year: the lines that somebody has to confirm."""

from collections.abc import Mapping
from types import MappingProxyType

from cchc_score.findings import Words
from cchc_score.formats import Page
from cchc_score.pages.page_table import PageColumn, page_table
from cchc_score.results.moved_scheme import MovedScheme, moved_scheme_data
from cchc_score.schemes.next_year import MovedLine
from cchc_score.text import Lang, brief, pick

_KINDS: Mapping[str, Words] = MappingProxyType(
    {
        "period": Words("năm được chấm", "the year scored"),
        "date": Words("ngày", "day"),
        "text": Words("năm trong lời", "year in a text"),
        "kept": Words("giữ nguyên, phải thay", "kept, to be replaced"),
    }
)
_WIDTH = 60


def moved_scheme_page(result: MovedScheme, lang: Lang) -> Page:
    """Every line of the scheme and of its golden cases that carries a year."""
    columns: list[PageColumn[MovedLine]] = [
        PageColumn(pick(lang, "Dòng", "Line"), lambda line: str(line.line), align="right"),
        PageColumn(pick(lang, "Là gì", "What"), lambda line: pick(lang, _KINDS[line.kind].vi, _KINDS[line.kind].en)),
        PageColumn(pick(lang, "Cũ", "Before"), lambda line: brief(line.before, _WIDTH)),
        PageColumn(pick(lang, "Mới", "After"), lambda line: brief(line.after, _WIDTH)),
    ]
    sheets = [page_table(columns, result.scheme.moved, result.file)]
    if result.cases is not None:
        cases = result.file.removesuffix(".toml") + ".cases.toml"
        sheets.append(page_table(columns, result.cases.moved, cases))
    note = pick(
        lang,
        f"Đã ghi {result.file}, cho năm {result.period}. Xác nhận từng dòng có 'dời năm', ghi số quyết định mới, rồi "
        "xóa dòng draft của bảng [scheme]; trước đó bộ tiêu chí chưa chấm được.",
        f"Wrote {result.file}, for {result.period}. Confirm each line marked 'dời năm', put in the new decision, then "
        "delete the line draft of [scheme]; until then the scheme scores nothing.",
    )
    return Page("", tuple(sheets), (note,), lambda: moved_scheme_data(result))
