"""What a command that writes files has made: a skeleton, a draft, entries, a merged folder."""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.findings import Words
from cchc_score.formats import Page
from cchc_score.pages.page_table import PageColumn, count_cell, page_table
from cchc_score.pages.reason_words import state_cell
from cchc_score.results.receipts import (
    AppraisalReceipt,
    DraftReceipt,
    FolderReceipt,
    KeptReceipt,
    MergeReceipt,
    appraisal_data,
    draft_data,
    folder_data,
    kept_data,
    merge_data,
)
from cchc_score.text import Lang, number, pick

_MADE: Mapping[str, Words] = MappingProxyType(
    {
        "year": Words(
            "Đã tạo {folder} với bộ tiêu chí của Lâm Đồng năm 2025, đơn vị và số liệu giả định."
            " Tiếp theo: cchc-score rank {folder}",
            "Made {folder} with the scheme of Lâm Đồng for 2025, made-up units and figures."
            " Next: cchc-score rank {folder}",
        ),
        "small-year": Words(
            "Đã tạo {folder} với bộ tiêu chí minh họa và số liệu giả định. Tiếp theo: cchc-score rank {folder}",
            "Made {folder} with an illustrative scheme and made-up figures. Next: cchc-score rank {folder}",
        ),
        "empty-year": Words(
            "Đã tạo {folder}, chưa có số liệu nào. Tiếp theo: ghi các đơn vị vào {folder}/don-vi.csv, rồi"
            " cchc-score export form commune {folder} -o SỔ_TRỐNG; xem {folder}/DOC-TRUOC.md",
            "Made {folder}, without any figures. Next: list the units in {folder}/don-vi.csv, then"
            " cchc-score export form commune {folder} -o BLANK_BOOKS; see {folder}/DOC-TRUOC.md",
        ),
        "copied-scheme": Words(
            "Đã tạo {folder}: bản nháp chép từ bộ tiêu chí của Lâm Đồng, các trường hợp mẫu và một ví dụ."
            " Tiếp theo: cchc-score check {folder}",
            "Made {folder}: a draft copied from the scheme of Lâm Đồng, its golden cases and an example."
            " Next: cchc-score check {folder}",
        ),
        "moved-scheme": Words(
            "Đã tạo {folder}: bản nháp chép từ bộ tiêu chí của Lâm Đồng, ngày và năm đã dời, các trường hợp mẫu"
            " và một ví dụ. Tiếp theo: xác nhận mọi dòng có 'dời năm', xóa dòng draft của bảng [scheme], rồi"
            " cchc-score check {folder}",
            "Made {folder}: a draft copied from the scheme of Lâm Đồng, days and years moved, its golden cases and an"
            " example. Next: confirm every line marked 'dời năm', delete the line draft of [scheme], then"
            " cchc-score check {folder}",
        ),
        "scheme": Words(
            "Đã tạo {folder}: bộ tiêu chí nhỏ để minh họa, các trường hợp mẫu và một ví dụ."
            " Tiếp theo: cchc-score check {folder}",
            "Made {folder}: a small illustrative scheme, its golden cases and an example."
            " Next: cchc-score check {folder}",
        ),
        "form": Words(
            "Đã tạo {folder}: mẫu báo cáo và một báo cáo ví dụ. Tiếp theo: cchc-score check {folder}",
            "Made {folder}: a report form and an example report. Next: cchc-score check {folder}",
        ),
        "plugin": Words(
            "Đã tạo {folder}: plugin, trường hợp mẫu và kiểm thử."
            " Tiếp theo: cchc-score check --scheme {folder}/thi-du.toml --plugins {folder}",
            "Made {folder}: a plugin, golden cases and tests."
            " Next: cchc-score check --scheme {folder}/thi-du.toml --plugins {folder}",
        ),
    }
)


def folder_page(receipt: FolderReceipt, lang: Lang) -> Page:
    """The files of a new folder, and what to do next."""
    columns: list[PageColumn[str]] = [PageColumn(pick(lang, "Tệp", "File"), lambda file: file)]
    note = pick(lang, *_MADE[receipt.kind]).format(folder=receipt.folder)
    return Page("", (page_table(columns, receipt.files),), (note,), lambda: folder_data(receipt))


def draft_page(receipt: DraftReceipt, lang: Lang) -> Page:
    """What a draft of a scheme holds, and what to do next."""
    lines = [
        (pick(lang, "Tiêu chí phải chấm", "Criteria that are scored"), receipt.leaves),
        (pick(lang, "Nhận ra cách chấm", "Rule recognised"), receipt.recognised),
        (pick(lang, "Chưa nhận ra", "Not recognised"), receipt.leaves - receipt.recognised),
    ]
    columns: list[PageColumn[tuple[str, int]]] = [
        PageColumn(pick(lang, "Bản nháp", "Draft"), lambda line: line[0]),
        PageColumn(pick(lang, "Số", "Count"), lambda line: count_cell(line[1], lang), "count"),
    ]
    note = pick(
        lang,
        f"Đã ghi {receipt.file}. Đối chiếu từng tiêu chí với quyết định rồi xóa dòng draft của nó; "
        f"cchc-score check --scheme {receipt.file} cho biết còn những tiêu chí nào.",
        f"Wrote {receipt.file}. Hold each criterion against the decision, then delete its line draft; "
        f"cchc-score check --scheme {receipt.file} tells which are left.",
    )
    return Page("", (page_table(columns, lines),), (note,), lambda: draft_data(receipt, lang))


def kept_page(receipt: KeptReceipt, lang: Lang) -> Page:
    """Which scheme went along in the file of an annex."""
    scheme = receipt.scheme
    lines = [
        (pick(lang, "Mã", "Code"), scheme.code),
        (pick(lang, "Phiên bản", "Version"), scheme.version),
        (pick(lang, "Năm", "Year"), str(scheme.period)),
        ("SHA-256", scheme.sha256),
    ]
    columns: list[PageColumn[tuple[str, str]]] = [
        PageColumn(pick(lang, "Bộ tiêu chí", "Scheme"), lambda line: line[0]),
        PageColumn(scheme.title, lambda line: line[1], "code"),
    ]
    note = pick(
        lang,
        f"Đã ghi {receipt.file}: đúng bộ tiêu chí kèm trong tệp, vì bảng vẫn nói như nó.",
        f"Wrote {receipt.file}: the very scheme that goes along in the file, for the table still says what it says.",
    )
    return Page("", (page_table(columns, lines),), (note,), lambda: kept_data(receipt))


def appraisal_page(receipt: AppraisalReceipt, lang: Lang) -> Page:
    """The entries that were written into a file."""
    scheme = receipt.scheme
    labels = {unit.code: unit.label for unit in receipt.units}
    columns: list[PageColumn[Entry]] = [
        PageColumn(pick(lang, "Mã mục", "Entry"), lambda entry: entry.id, "code"),
        PageColumn(pick(lang, "Đơn vị", "Unit"), lambda entry: labels[entry.unit]),
        PageColumn(
            pick(lang, "Tiêu chí, số liệu", "Criterion or indicator"),
            lambda entry: entry.criterion or scheme.indicators[entry.indicator].label(lang),
        ),
        PageColumn(pick(lang, "Cũ", "Old"), lambda entry: state_cell(scheme, entry, entry.old, lang), align="right"),
        PageColumn(pick(lang, "Mới", "New"), lambda entry: state_cell(scheme, entry, entry.new, lang), align="right"),
        PageColumn(pick(lang, "Lý do", "Reason"), lambda entry: entry.reason),
    ]
    count, kept = (number(value, 0, lang) for value in (len(receipt.entries), receipt.kept_count))
    note = pick(lang, f"Đã ghi {count} mục vào {receipt.file}.", f"Wrote {count} entries into {receipt.file}.")
    if receipt.kept:
        note += pick(lang, f" Giữ nguyên {kept} điểm.", f" {kept} marks are kept.")
    return Page(
        "", (page_table(columns, receipt.entries),) if receipt.entries else (), (note,), lambda: appraisal_data(receipt)
    )


def merge_page(receipt: MergeReceipt, lang: Lang) -> Page:
    """The files that do not stand alike on both sides, and how many do."""
    sources: Mapping[str, str] = {
        "first": receipt.names[0],
        "second": receipt.names[1],
        "merged": pick(lang, "gộp từ cả hai", "merged from both"),
    }
    files = {name: taken.source for name, taken in receipt.merged.files.items()}
    columns: list[PageColumn[str]] = [
        PageColumn(pick(lang, "Tệp", "File"), lambda name: name),
        PageColumn(pick(lang, "Lấy từ", "Taken from"), lambda name: sources[files[name]]),
    ]
    # Most files of two people's folders are the same, and would hide those that are not.
    differing = [name for name, source in files.items() if source != "both"]
    same, whole = (number(count, 0, lang) for count in (Counter(files.values())["both"], len(files)))
    note = pick(
        lang,
        f"Đã ghi {whole} tệp vào {receipt.folder}, trong đó {same} tệp giống nhau ở hai bên.",
        f"Wrote {whole} files into {receipt.folder}, {same} of them alike on both sides.",
    )
    return Page("", (page_table(columns, differing),) if differing else (), (note,), lambda: merge_data(receipt))
