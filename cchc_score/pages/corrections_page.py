"""What was corrected in imported reports, by whom and why: a line for each figure."""

from cchc_score.appraisal.appraisal_model import Known
from cchc_score.catalogue.labels import UNKNOWN
from cchc_score.formats import Page
from cchc_score.pages.page_table import PageColumn, page_table
from cchc_score.results.correction_receipt import CorrectionReceipt, corrections_data
from cchc_score.review.report_changes import FigureChange
from cchc_score.rule_words import value_words
from cchc_score.text import Lang, number, pick


def corrections_page(receipt: CorrectionReceipt, lang: Lang) -> Page:
    """The corrections that were written, and how many stood there before."""

    def words(change: FigureChange, state: Known | None) -> str:
        return pick(lang, *UNKNOWN) if state is None else value_words(change.indicator, state.value, lang)

    def new_words(change: FigureChange) -> str:
        # What was found right has no other value.
        confirmed = not change.correction.changed
        return pick(lang, "xác nhận", "confirmed") if confirmed else words(change, change.new)

    columns: list[PageColumn[FigureChange]] = [
        PageColumn(pick(lang, "Đơn vị", "Unit"), lambda change: change.correction.place.unit),
        PageColumn(pick(lang, "Số liệu", "Figure"), lambda change: change.indicator.label(lang)),
        PageColumn(pick(lang, "Cũ", "Old"), lambda change: words(change, change.old), align="right"),
        PageColumn(pick(lang, "Mới", "New"), new_words, align="right"),
        PageColumn(pick(lang, "Người soát", "Checked by"), lambda change: change.correction.by),
        PageColumn(pick(lang, "Lý do", "Reason"), lambda change: change.correction.reason),
        PageColumn(pick(lang, "Tệp", "File"), lambda change: change.file),
    ]
    written, files, before = (
        number(count, 0, lang)
        for count in (len(receipt.written), len(receipt.files), len(receipt.changes) - len(receipt.written))
    )
    notes = [
        pick(
            lang,
            f"Đã ghi {written} dòng soát vào {files} tệp của {receipt.folder}; {before} dòng đã có từ trước.",
            f"Wrote {written} checked rows into {files} files of {receipt.folder}; {before} were there before.",
        )
    ]
    table = (page_table(columns, receipt.written),) if receipt.written else ()
    return Page("", table, tuple(notes), lambda: corrections_data(receipt, lang))
