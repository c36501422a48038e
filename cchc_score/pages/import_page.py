"""What an import has read from where, and what of it needs a look: a line for each file."""

from cchc_score.formats import Page, TypedCell
from cchc_score.pages.page_table import PageColumn, count_cell, page_table
from cchc_score.results.receipts import ImportReceipt, import_data
from cchc_score.review.file_words import reading_words, units_words, years_words
from cchc_score.review.read_files import ReadFile
from cchc_score.text import Lang, number, pick


def import_page(receipt: ImportReceipt, lang: Lang) -> Page:
    """Every file that was to be read, by its name, and how many files were written."""
    columns = [
        PageColumn(pick(lang, "Tệp", "File"), lambda file: file.file),
        PageColumn(pick(lang, "Cách đọc", "Read as"), lambda file: reading_words(file, lang)),
        PageColumn(pick(lang, "Đơn vị", "Unit"), lambda file: units_words(file, lang)),
        PageColumn(pick(lang, "Năm", "Year"), years_words),
        *_counts(receipt, lang),
        PageColumn(pick(lang, "Cần xem", "To look at"), lambda file: file.look_words(lang)),
    ]
    notes = (_written(receipt, lang), *_looked(receipt, lang))
    return Page("", (page_table(columns, receipt.documents),), notes, lambda: import_data(receipt, lang))


def _counts(receipt: ImportReceipt, lang: Lang) -> list[PageColumn[ReadFile]]:
    def counted(vi: str, en: str, count: str) -> PageColumn[ReadFile]:
        return PageColumn(pick(lang, vi, en), lambda file: count_cell(_number(file, count), lang), "count")

    def rows(file: ReadFile) -> str | TypedCell:
        # What is no form of one unit has no rows that could be counted.
        return count_cell(file.rows, lang) if file.rows else TypedCell("", "count")

    # Only of documents that give drafts, which few do.
    drafts = [counted("Bản nháp", "Drafts", "drafts")] if any(file.drafts for file in receipt.documents) else []
    return [
        counted("Số liệu", "Figures", "figures"),
        PageColumn(pick(lang, "Số dòng của biểu", "Rows of the form"), rows, "count"),
        counted("Trống", "Blank", "blank"),
        counted("Nghi vấn", "In doubt", "doubts"),
        *drafts,
        counted("Lỗi", "Errors", "error"),
    ]


def _number(file: ReadFile, count: str) -> int:
    return file.count("error") if count == "error" else getattr(file, count)


def _written(receipt: ImportReceipt, lang: Lang) -> str:
    count = number(len(receipt.reports), 0, lang)
    if not receipt.reports:
        return pick(lang, "Không ghi tệp nào.", "Wrote no file.")
    return pick(lang, f"Đã ghi {count} tệp vào {receipt.folder}.", f"Wrote {count} files into {receipt.folder}.")


def _looked(receipt: ImportReceipt, lang: Lang) -> list[str]:
    looks = sum(bool(file.looks) for file in receipt.documents)
    if not looks:
        return []
    some, whole = (number(count, 0, lang) for count in (looks, len(receipt.documents)))
    return [pick(lang, f"{some}/{whole} tệp cần xem lại.", f"{some} of {whole} files need a look.")]
