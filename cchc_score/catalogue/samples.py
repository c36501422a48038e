"""For every kind of finding an example: real-looking values for its wording, a place, and what causes it."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from cchc_score.catalogue.author_findings import AUTHORS
from cchc_score.catalogue.example_values import EXAMPLE_VALUES
from cchc_score.catalogue.finding_kind import Example, FindingKind, Words
from cchc_score.catalogue.law_findings import LAWS
from cchc_score.catalogue.pdf_findings import PDF
from cchc_score.catalogue.plugin_findings import PLUGINS
from cchc_score.catalogue.report_findings import REPORTS
from cchc_score.catalogue.scheme_findings import SCHEMES

_RECEIVED = Words("Số hồ sơ tiếp nhận", "Dossiers received")
_ON_TIME = Words("Số hồ sơ giải quyết đúng hạn", "Dossiers on time")
_OLD_WORD = Words("Word 97-2003 (.doc)", "Word 97-2003 (.doc)")
_VALUES: Mapping[str, object] = MappingProxyType(
    {
        "answer": "Trực tuyến", "answers": ("có", "không"), "blank": "3.1.3",
        "cause": Words("thêm xã khác", "others are added"), "cells": 7, "choices": ("sum", "best"),
        "code": "15865", "count": 3, "codes": ("15865", "15868"), "column": "dossiers_received", "columns": 6,
        "computed": Fraction(3, 2), "contract": 2, "criteria": ("3.1.1", "3.1.2"), "current": 1, "day": "15/02/2024",
        "days": ("15/02/2024", "28/02/2024"),
        "decimals": 2, "detail": "ZeroDivisionError: division by zero",
        "high": Words("100,00", "100.00"), "low": Words("5,00", "5.00"), "points": Fraction(4),
        "witness": Words("Số hồ sơ tiếp nhận = 0: 5 điểm", "Dossiers received = 0: 5 points"),
        "encoding": "TCVN3 (.VnTime)",
        "edge": Words("Số hồ sơ tiếp nhận = 80", "Dossiers received = 80"),
        "doubt": Words("vượt quá số tiếp nhận", "more than were received"), "extra": "word", "fact": _ON_TIME,
        "facts": (_ON_TIME,), "first": Words("Văn bản điện tử", "Electronic documents"), "form": "Phụ lục 01b",
        "format": "html", "function": "words", "got": Fraction(4), "header": 11, "hook": "cchc_methods",
        "hooks": ("cchc_indicators", "cchc_methods"), "id": "e-3f9a1c", "item": "ratio", "key": "metod",
        "kind": "phường", "kinds": ("count", "money"), "label": "Hoàn thành đúng hạn", "largest": Fraction(3),
        "last": "31/01/2024", "limit": 64, "listed": "Xã Hoằng Cát", "method": "local.hotline", "mine": "2",
        "most": 903, "name": "Xã Hoằng Cat", "names": ("minh-hoa-2023",), "near": "method", "new": "2",
        "number": "3.1.2", "options": ("Xã", "Phường"), "old": "1,5", "other": "báo-cáo.txt", "parent": "3.1", "part": _ON_TIME,
        "parts": (_ON_TIME,), "places": "A5, A6", "plain": "Tổng số hồ sơ", "plugin": "my_methods", "present": "2", "program": "LibreOffice 7.4", "reader": "docx",
        "reason": "không đủ kinh phí", "round": 1, "row": "1.3.1", "rows": ("3.2.1", "3.2.2"), "said": 96,
        "scheme": "tinh-2025.toml", "second": Words("Văn bản giấy", "Paper documents"),
        "share": Words("26,42", "26.42"),
        "sources": ("report", "survey"), "step": Fraction(1, 100), "suffix": ".doc", "suffixes": (".csv", ".docx", ".toml"), "sum": 189,
        "text": "1.340", "theirs": "1", "title": "Ban hành kế hoạch", "told": "2022", "unit": "hồ sơ",
        "units": ("Xã An Lộc", "Xã Bình Minh"), "value": 912, "values": ("903 (a.txt:5)", "912 (b.txt:7)"),
        "wanted": Fraction(5), "way": "more", "whole": _RECEIVED, "word": "metod", "year": "2023",
    }
)  # fmt: skip
"""A value for every name that a wording may ask for."""
_OWN: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        "columns-unclear": {"columns": ("Số liệu", "Số liệu")},
        "gate-circle": {"criteria": ("3.1", "3.2", "3.1")},
        "gate-criterion": {"word": "3.9"},
        "gate-criterion-near": {"word": "3.11", "near": "3.1"},
        "gate-above": {"value": Fraction(4), "most": Fraction(3), "other": "3.1"},
        "frame-area": {"number": "3", "title": "Cải cách thủ tục hành chính", "other": "khung.toml:21"},
        "frame-criterion": {"other": "khung.toml:40"},
        "frame-differs": {
            "key": Words("điểm tối đa", "maximum"), "new": Words("2,5", "2.5"), "old": Words("2", "2"), "other": "khung.toml:40",
        },
        "unit-answer-absent": {"column": "grade", "options": ("Loại I", "Loại II")},
        "last-year-differs": {"told": Words("1.340", "1,340"), "value": Words("1.304", "1,304")},
        "items-differ": {"told": Words("1.340", "1,340"), "value": Words("1.304", "1,304")},
        "items-column": {"columns": ("mục", "thủ tục")},
        "item-twice": {"name": "Cấp bản sao trích lục"},
        "last-year-absent": {"name": "../2024"},
        "form-table-name": {"name": "Biểu 1/2"},
        "form-table-twice": {"name": "Biểu mẫu 1", "other": "Biểu mẫu 2"},
        "unit-contradicted": {"name": "Xã Hoằng Quý", "where": Words("tên tệp", "the file's name"), "other": "Xã Hoằng Cát"},
        "year-contradicted": {
            "first": Words("tiêu đề", "the title"), "second": Words("tên tệp", "the file's name"), "other": "2022",
        },
        "cell-merged": {"text": "31"},
        "cell-hidden": {"text": "31"},
        "cell-conditional": {"text": "31"},
        "row-hidden": {"text": "31"},
        "row-blank-beside": {"text": "31 nhiệm vụ"},
        "value-several": {"text": "119 120"},
        "value-or-remark": {"text": "15 thủ tục đang chờ"},
        "text-appendix-second": {"name": "Xã Hoằng Quý"},
        "period-part": {"where": Words("tiêu đề", "the title"), "text": "6 tháng đầu"},
        "text-table-absent": {"name": "Biểu mẫu 3"},
        "table-unclear": {"names": ("Biểu mẫu 2", "Biểu mẫu 3")},
        "table-title-differs": {"title": "Biểu mẫu 2", "names": ("Biểu mẫu 3",)},
        "csv-year": {"text": "năm nay"},
        "csv-short": {"cells": 6, "columns": 7},
        "cases-failing": {"value": 2, "most": 40},
        "output-lost": {"detail": "No space left on device"},
        "system-refuses": {"detail": "Input/output error"},
        "csv-large": {"rows": 50_000, "cells": 2_000_000},
        "toml-key-twice": {"key": "dossiers_received", "earlier": 5},
        "toml-number": {"text": "96,5", "near": "96.5"},
        "toml-value": {"text": "15/02/2023", "near": "2023-02-15"},
        "toml-quote": {"text": "có"},
        "toml-quote-inside": {"text": "\"Mô hình \"một cửa\" mới\""},
        "toml-quote-curly": {"text": "“có”"},
        "toml-backslash": {"text": "\"D:\\Xã\""},
        "toml-bracket": {"text": "{", "near": "}"},
        "toml-equals": {"text": "dossiers_received 5"},
        "toml-key-bare": {"key": "số hồ sơ"},
        "toml-character": {
            "text": Words("ký tự '＝' (U+FF1D)", "the character '＝' (U+FF1D)"), "near": Words("gõ lại thành '='", "type '=' instead"),
        },
        "toml-large": {"limit": 5_000},
        "table-large": {"rows": 20_000, "cells": 500_000},
        "prose-share-differs": {"said": 100, "part": 56, "most": 212, "text": "trực tuyến đạt 100%"},
        "prose-proposes": {"text": "hài lòng đạt 96%"},
        "prose-differs": {"text": "hài lòng đạt 96%"},
        "value-mixed": {"value": 510, "parts": ("Mức độ 3 = 238", "CT Điện tử = 272")},
        "value-leading-zero": {"text": "01", "value": 1},
        "cell-error": {"text": "#DIV/0!"},
        "text-legacy": {"code": "tcvn3"},
        "text-legacy-unread": {"code": "tcvn3"},
        "text-converted": {"text": "Tæng sè hå s¬"},
        "ending-differs": {"kind": Words("RTF (.rtf)", "RTF (.rtf)")},
        "document-kind": {"kind": Words("trang web (.html)", "a web page (.html)")},
        "office-absent": {"kind": _OLD_WORD},
        "office-unusable": {"kind": _OLD_WORD, "program": "/usr/bin/soffice"},
        "office-failed": {"kind": _OLD_WORD},
        "office-stopped": {"limit": 60},
        "office-converted": {"kind": _OLD_WORD},
        "office-tables-lost": {"cells": 36, "most": 36},
        "office-figures-lost": {"values": ("27", "120")},
        "cell-marked": {"text": "121340"},
        "cell-uncalculated": {"text": "=C5+C6"},
        "value-negative": {"text": "-5"},
        "value-unreadable": {"text": "khoảng 5"},
        "value-percent": {"text": "96%"},
        "mark-unreadable": {"text": "đạt"},
        "mark-ambiguous": {"text": "1.125"},
        "mark-negative": {"text": "-1"},
        "mark-above": {"value": Fraction(5, 2), "most": Fraction(2)},
        "mark-step": {"value": Fraction(1, 8)},
        "evidence-file-absent": {"name": "minh-chung/ke-hoach.pdf"},
        "claim-evidence": {"value": Fraction(2)},
        "claim-differs": {"value": Fraction(2)},
        "claim-not-applicable": {"value": Fraction(2)},
        "claim-maximum": {"told": Fraction(3), "most": Fraction(2)},
        "claim-title": {"listed": "Ban hành kế hoạch đúng hạn"},
        "claim-parent": {"value": Fraction(12), "sum": Fraction(23, 2)},
        "claim-phase": {"first": "01/12/2023"},
        "workbook-large": {"limit": 400_000},
        "workbook-column": {"column": Words("Điểm mới", "New mark")},
        "workbook-round": {"told": "1", "round": 2},
        "workbook-changed": {"text": "1,5"},
        "workbook-row-twice": {"other": "Điểm!C7"},
        "workbook-blank": {"column": Words("Lý do", "Reason")},
        "workbook-day": {"text": "31/02/2024"},
        "header-differs": {"value": 15},
        "class-above-100": {"name": "Xuất sắc", "limit": 800},
        "limits-fractions": {"limits": (Fraction(9, 10), Fraction(7, 10)), "meant": 90},
        "value-ambiguous": {"thousands": "1340", "fraction": Words("1,3400", "1.3400")},
        "value-rounded": {"text": "99.2307692307692%", "value": Fraction(9923, 100)},
        "row-unit-differs": {"text": "Nghìn đồng", "unit": "triệu đồng"},
        "row-legend-differs": {"text": "Có = 0, Chưa có = 1", "form": "Có = 1, Chưa có = 0"},
        "deadline-far": {"days": ("15/01/2013",), "year": "2023"},
        "title-other-year": {"told": ("2022",), "year": "2023"},
        "units-day-outside": {"day": "30/06/2022", "first": "01/01/2023", "last": "31/12/2023"},
        "unit-gone-report": {"day": "31/12/2023"},
        "unit-not-valid": {"day": "31/12/2023", "life": Words("đến 30/06/2023", "until 30/06/2023")},
        "deadlines-year-before": {"count": 11, "all": 12, "year": "2024", "day": "01/01/2024"},
        "day-far": {"day": "10/01/2203"},
        "phase-far": {"phase": Words("Tự chấm", "Self-score"), "days": ("15/02/2014",)},
        "lint-relation": {"key": "[indicator.tasks_done] part_of = \"tasks\""},
        "lint-none": {"low": Words("0,00", "0.00"), "high": Words("60,00", "60.00"), "names": ("Tốt", "Khá")},
        "lint-jump": {"points": Fraction(4), "max": Fraction(5)},
        "value-shifted": {"value": 212, "row": "3.1.2"},
        "exclusive-above-100": {"value": 100, "other": 100},
        "unit-kind-differs": {"listed": "xã"},
        "unit-kinds-alike": {"kinds": ("xa", "xã")},
        "pdf-pages": {"limit": 300},
        "pdf-heavy": {"seconds": 120, "megabytes": 1536},
        "pdf-scan": {"pages": ("3", "4")},
        "pdf-attachments": {"names": ("ke-hoach.docx",)},
        "pdf-attached": {"name": "cchc-score.toml"},
        "cell-covered": {"text": "31"},
        "cell-cut": {"text": "1.3"},
        "result-letters": {"text": "漢"},
        "result-data": {"name": "cchc-score-result.json", "reason": Words("không có", "it is absent")},
        "result-scored": {"place": Words("Xã An, tổng", "Xã An, total"), "told": "81,00", "anew": "80,50"},
        "result-printed": {"place": "1/5/4", "printed": "81,00", "told": "80,50"},
        "result-added": {"what": ("FreeText",)},
        "result-signature": {"who": "Nguyễn Văn An"},
        "result-after": {"who": "Nguyễn Văn An"},
        "draft-figures": {"count": 56},
        "draft-accepted": {"count": 56},
    }
)
"""Values that only fit one wording."""
# A test reads each and looks for its finding; what is no whole file stands under the `[facts]` of a report.
_SNIPPETS: Mapping[str, str] = MappingProxyType(
    {
        "value-ambiguous": "revenue_collected = { value = \"1.340\" }",
        "value-unreadable": "dossiers_received = \"1e5\"",
        "value-negative": "dossiers_received = -5",
        "value-not-whole": "dossiers_received = 3.5",
        "value-yes-no": "dialogue_held = \"đúng\"",
        "value-day": "plan_issued_on = \"31/02/2023\"",
        "fact-unknown": "zzzzz = 5",
        "fact-unknown-near": "dossiers_recieved = 5",
        "key-missing": "[report]\nyear = 2023\n\n[facts]\ndossiers_received = 5",
        "toml-broken": "dossiers_received = = 5",
        "toml-key-twice": "dossiers_received = 5\ndossiers_received = 6",
        "toml-number": "satisfaction = 96,5",
        "toml-value": "plan_issued_on = 15/02/2023",
        "toml-value-absent": "dossiers_received =",
        "toml-quote": "dialogue_held = có",
        "toml-quote-inside": "note = \"Mô hình \"một cửa\" mới\"",
        "toml-quote-curly": "dialogue_held = “có”",
        "toml-backslash": "note = \"D:\\Xã\"",
        "toml-bracket": "dossiers_received = { value = 5",
        "toml-comma": "dossiers_received = { value = 5 doubt = \"hỏi lại\" }",
        "toml-equals": "dossiers_received 5",
        "toml-key-bare": "số hồ sơ = 5",
        "toml-character": "dossiers_received ＝ 5",
        "csv-unit-absent": "loai,dossiers_received\nxã,5",
        "csv-width": "unit,dossiers_received\n01,5,6",
        "csv-column": "unit,zzzzz\n01,5",
        "csv-column-near": "unit,dossiers_recieved\n01,5",
        "csv-column-twice": "unit,dossiers_received,dossiers_received\n01,5,5",
        "csv-unit-empty": "unit,dossiers_received\n,5",
        "csv-year": "unit,year,dossiers_received\n01,năm nay,5",
        "csv-short": "unit,dossiers_received,dossiers_on_time\n01,5",
        "csv-empty": ",,",
        "csv-broken": "unit,dossiers_received\n01,\"5",
        "part-above-whole": "dossiers_received = 903\ndossiers_on_time = 912",
        "exclusive-above-100": "documents_fully_electronic = 100\ndocuments_with_paper = 100",
        "fact-in-doubt": "dossiers_received = { value = 5, doubt = \"hỏi lại\" }",
        "draft-figures": "dossiers_received = { value = 5, draft = true }",
    }
)  # fmt: skip
"""What stands in a file that causes a finding, where a few lines show it."""


def example(code: str, kind: FindingKind) -> Example:
    """The example of a kind of finding."""
    values = {**_VALUES, **EXAMPLE_VALUES.get(code, {}), **_OWN.get(code, {})}
    # A wording that asks for a value without a sample is a KeyError, so that none is forgotten.
    return Example({name: values[name] for name in kind.names}, _place(code), _SNIPPETS.get(code, ""))


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
    (("sheet", "rows-", "columns-hidden"), {"file": "reports/bao-cao.xlsx", "cell": "PL01!C5"}),
    (("claim",), {"file": "self-scores/mau-02.csv", "line": 9, "unit": "Xã Hoằng Cát", "criterion": "1.1.1"}),
    (("mark-", "evidence-", "entry-", "entries-", "criterion-unknown", "criterion-of-parts", "criterion-not-held",
      "indicator-absent"),
     {"file": "appraisal/vong-1.toml", "line": 12, "unit": "Xã Hoằng Cát", "criterion": "1.1.1"}),
    (("workbook-",), {"file": "tham-dinh.xlsx", "cell": "Điểm!H7"}),
    (("explanation-",), {"file": "appraisal/giai-trinh.toml", "line": 4, "unit": "Xã Hoằng Cát"}),
    (("survey-",), {"file": "survey/dieu-tra.csv", "line": 3, "unit": "Xã Hoằng Cát"}),
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
    (("unit-", "year-", "period-", "text-", "table-", "columns-unclear"), {"file": "reports/hoang-cat.docx"}),
    (("peers-",), {"criterion": "3.1.1"}),
    (("method-raised", "method-rule", "method-context", "method-float", "method-peers", "method-type",
      "method-range"),
     {"unit": "Xã Hoằng Cát", "criterion": "3.1.1"}),
)  # fmt: skip


def _place(code: str) -> Mapping[str, str | int]:
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
