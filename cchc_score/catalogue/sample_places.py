"""Where the example of each kind of finding stands: the file and cell in which people meet it."""

from collections.abc import Mapping, Sequence

from cchc_score.catalogue.author_findings import AUTHORS
from cchc_score.catalogue.law_findings import LAWS
from cchc_score.catalogue.pdf_findings import PDF
from cchc_score.catalogue.plugin_findings import PLUGINS
from cchc_score.catalogue.report_findings import REPORTS
from cchc_score.catalogue.scheme_findings import SCHEMES

# The first beginning that fits: where findings of such codes are met.
_PLACES: Sequence[tuple[tuple[str, ...], Mapping[str, str | int]]] = (
    (("csv-",), {"file": "reports/so-lieu.csv", "line": 12}),
    (("toml-",), {"file": "reports/15865.toml", "line": 12}),
    (("last-year-absent", "folder-absent", "value-control", "phase-", "scheme-unnamed"), {"file": "cchc.toml", "line": 3}),
    (("input-closed", "output-lost"), {"file": "-"}),
    (("folder-gone",), {"file": "."}),
    (("nothing-",), {"file": "reports"}),
    (("folder-", "files-many"), {"file": "reports"}),
    (("output-not-empty", "output-folder", "output-twice"), {"file": "ket-qua"}),
    (("output-nowhere",), {"file": "ket-qua/xep-hang.csv"}),
    (("output-", "disk-", "system-", "open-", "memory-", "name-long"), {"file": "ket-qua.csv"}),
    (("office-", "ending-differs", "document-kind", "document-old"), {"file": "reports/hoang-cat.doc"}),
    (("file-slow", "sheets-unseen"), {"file": "reports/bao-cao.xls"}),
    (("cell-conditional",),
     {"file": "reports/hoang-cat.xlsx", "cell": "PL01!C5", "unit": "Xã Hoằng Cát", "row": "3.3.2"}),
    (("pdf-claims",), {"file": "self-scores/mau-02.pdf"}),
    (("pdf-table",), {"file": "reports/15865.pdf", "page": 3}),
    (("draft-figures", "draft-accepted"), {"file": "reports/15865.pdf", "unit": "Xã Hoằng Cát"}),
    (("cell-covered", "cell-cut", "draft-differs"),
     {"file": "reports/15865.pdf", "page": 3, "cell": "D5", "unit": "Xã Hoằng Cát", "row": "1.1.1"}),
    (("scan-differs", "scan-unsure", "scan-unread", "scan-row-unplaced"),
     {"file": "reports/15865.pdf", "page": 3, "cell": "D5", "unit": "Xã Hoằng Cát", "row": "1.1.1"}),
    (("scan-large", "scan-broken"), {"file": "reports/15865.png"}),
    (("scan-", "tesseract-absent"), {"file": "reports/15865.pdf"}),
    (("rows-blank",), {"file": "reports/hoang-cat.xlsx", "unit": "Xã Hoằng Cát"}),
    (("sheet", "rows-", "columns-hidden"), {"file": "reports/bao-cao.xlsx", "cell": "PL01!C5"}),
    (("claim",), {"file": "self-scores/mau-02.csv", "line": 9, "unit": "Xã Hoằng Cát", "criterion": "1.1.1"}),
    (("mark-", "evidence-", "entry-", "entries-", "criterion-unknown", "criterion-of-parts", "criterion-not-held",
      "indicator-absent"),
     {"file": "appraisal/vong-1.toml", "line": 12, "unit": "Xã Hoằng Cát", "criterion": "1.1.1"}),
    (("assignment-",), {"file": "appraisal/phan-cong.xlsx"}),
    (("workbook-",), {"file": "tham-dinh.xlsx", "cell": "Điểm!H7"}),
    (("server-folder",), {"file": "nam-2025"}),
    (("server-outside", "server-plugin"), {"file": "cchc.toml"}),
    (("review-",), {"file": "soat.xlsx", "cell": "Số liệu!L7"}),
    (("explanation-",), {"file": "appraisal/giai-trinh.toml", "line": 4, "unit": "Xã Hoằng Cát"}),
    (("survey-draft", "survey-batch-reason"), {"file": "appraisal/dot-dieu-tra.toml", "line": 2}),
    (("survey-",), {"file": "survey/dieu-tra.csv", "line": 3, "unit": "Xã Hoằng Cát"}),
    (("journal-join-apart", "journal-join-behind"), {"file": "usb/cchc-2025"}),
    (("journal-join-entry",), {"file": "appraisal/vong-1.toml", "line": 12, "unit": "Xã Hoằng Cát"}),
    (("journal-join-",), {"file": "reports/hoang-cat.docx"}),
    (("journal-absent",), {"file": "cchc-2025"}),
    (("journal-rules",), {"file": "cchc.toml"}),
    (("journal-waits",), {"file": "reports/hoang-cat.docx"}),
    (("journal-file-lost",), {"file": "nhat-ky/tep/6f2c0e.docx"}),
    (("journal-entry-",), {"file": "appraisal/vong-1.toml", "line": 12, "unit": "Xã Hoằng Cát"}),
    (("journal-",), {"file": "nhat-ky/su-kien.jsonl", "line": 12}),
    (("area-named",), {"file": "appraisal/phan-cong.toml", "line": 3}),
    (("verdict-",), {"file": "appraisal/ket-luan.toml", "line": 2, "unit": "Xã Hoằng Cát"}),
    (("answer-", "question-"), {"file": "appraisal/hoi-dap.toml", "line": 9, "unit": "Xã Hoằng Cát"}),
    (("settlement-",), {"file": "appraisal/hoi-dong.toml", "line": 2, "unit": "Xã Hoằng Cát", "criterion": "1.1.1"}),
    (("year-frozen-later",), {"file": "appraisal/vong-2.toml", "line": 12, "unit": "Xã Hoằng Cát"}),
    (("year-step",), {"file": "appraisal/viec-khac.toml", "line": 4}),
    (("year-frozen", "freeze-open", "step-refused"), {"file": "nhat-ky"}),
    (("receipt-broken",), {"file": "bien-nhan.json"}),
    (("receipt-",), {"file": "nhat-ky/su-kien.jsonl"}),
    (("merge-folder", "merge-target", "merge-inside"), {"file": "chung"}),
    (("merge-row", "merge-order"), {"file": "an/reports/so-lieu.csv", "line": 3}),
    (("merge-",), {"file": "an/appraisal/vong-1.toml"}),
    (("units-day-outside",), {"file": "bo-tieu-chi.toml"}),
    (("units-",), {"file": "units.csv", "line": 3}),
    (("unit-predecessor",), {"unit": "Xã Hoằng Cát"}),
    (("unit-kind", "unit-answer", "unit-not-valid"), {"file": "units.csv"}),
    (("cases-", "case-"), {"file": "bo-tieu-chi.cases.toml", "line": 41, "criterion": "3.1.1"}),
    (("result-",), {"file": "phu-luc.pdf"}),
    (("annex-",), {"file": "phu-luc.docx", "table": 1, "line": 7}),
    (("form-", "row-unknown", "row-unused"), {"file": "bieu-mau.toml", "line": 41}),
    (("sum-scheme", "class-", "above-100-", "scheme-", "days-order", "title-other-year", "deadlines-year-before"),
     {"file": "bo-tieu-chi.toml", "line": 7}),
    (("sum-area", "area-", "absent-", "lint-indicator", "indicator-known", "indicator-kind", "indicator-code",
      "derived-", "unit-column-kind", "items-", "last-year-kind", "count-condition"),
     {"file": "bo-tieu-chi.toml", "line": 21}),
    (("unit-", "year-", "period-", "text-", "table-", "columns-unclear", "figures-", "list-heading", "lines-", "tabs-"), {"file": "reports/hoang-cat.docx"}),
    (("peers-",), {"criterion": "3.1.1"}),
    (("method-raised", "method-rule", "method-context", "method-float", "method-peers", "method-type",
      "method-range"),
     {"unit": "Xã Hoằng Cát", "criterion": "3.1.1"}),
)  # fmt: skip


def place_of_sample(code: str) -> Mapping[str, str | int]:
    """The fields of the place of a finding's example."""
    if code in LAWS:
        return {"file": "my_methods/hotline.py"}
    for beginnings, place in _PLACES:
        if code.startswith(beginnings) and not (code == "indicator-kind-wrong" or code.startswith("table-large")):
            return place
    if code in SCHEMES or code in AUTHORS:
        return {"file": "bo-tieu-chi.toml", "line": 41, "criterion": "3.1.1"}
    if code in REPORTS:
        return {"file": "reports/15865.toml", "line": 12, "unit": "Xã Hoằng Cát", "row": "3.3.2"}
    if code in PDF:
        return {"file": "reports/15865.pdf"}
    return {"file": "my_methods/hotline.py" if code in PLUGINS else "reports/bao-cao.docx"}
