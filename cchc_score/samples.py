"""For every kind of finding an example: real-looking values for its wording, a place, and what causes it."""

from collections.abc import Mapping
from fractions import Fraction
from string import Formatter
from types import MappingProxyType

from cchc_score.catalogue import CATALOGUE
from cchc_score.catalogue.authors import AUTHORS
from cchc_score.catalogue.plugins import PLUGINS
from cchc_score.catalogue.reports import REPORTS
from cchc_score.catalogue.schemes import SCHEMES
from cchc_score.findings import Finding, Place, Words

_RECEIVED = Words("Số hồ sơ tiếp nhận", "Dossiers received")
_ON_TIME = Words("Số hồ sơ giải quyết đúng hạn", "Dossiers on time")
_VALUES: Mapping[str, object] = MappingProxyType(
    {
        "answer": "Trực tuyến", "answers": ("có", "không"), "blank": "3.1.3",
        "cause": Words("thêm xã khác", "others are added"), "cells": 7, "choices": ("sum", "best"),
        "code": "15865", "codes": ("15865", "15868"), "column": "dossiers_received", "columns": 6,
        "computed": Fraction(3, 2), "contract": 2, "criteria": ("3.1.1", "3.1.2"), "current": 1, "day": "15/02/2024",
        "decimals": 2, "detail": "ZeroDivisionError: division by zero",
        "high": Words("100,00", "100.00"), "low": Words("5,00", "5.00"), "points": Fraction(4),
        "witness": Words("Số hồ sơ tiếp nhận = 0: 5 điểm", "Dossiers received = 0: 5 points"),
        "edge": Words("Số hồ sơ tiếp nhận = 80", "Dossiers received = 80"),
        "doubt": Words("vượt quá số tiếp nhận", "more than were received"), "extra": "word", "fact": _ON_TIME,
        "facts": (_ON_TIME,), "first": Words("Văn bản điện tử", "Electronic documents"), "form": "Phụ lục 01b",
        "format": "html", "function": "words", "got": Fraction(4), "header": 11, "hook": "cchc_methods",
        "hooks": ("cchc_indicators", "cchc_methods"), "id": "e-3f9a1c", "item": "ratio", "key": "metod",
        "kind": "phường", "kinds": ("count", "money"), "label": "Hoàn thành đúng hạn", "largest": Fraction(3),
        "last": "31/01/2024", "limit": 64, "listed": "Xã Hoằng Cát", "method": "local.hotline", "mine": "2",
        "most": 903, "name": "Xã Hoằng Cat", "names": ("minh-hoa-2023",), "near": "method", "new": "2",
        "number": "3.1.2", "old": "1,5", "other": "báo-cáo.txt", "parent": "3.1", "part": _ON_TIME,
        "parts": (_ON_TIME,), "places": "A5, A6", "plugin": "my_methods", "present": "2", "reader": "docx",
        "reason": "không đủ kinh phí", "round": 1, "row": "1.3.1", "rows": ("3.2.1", "3.2.2"), "said": 96,
        "scheme": "tinh-2025.toml", "second": Words("Văn bản giấy", "Paper documents"),
        "share": Words("26,42", "26.42"),
        "sources": ("report", "survey"), "step": Fraction(1, 100), "suffixes": (".csv", ".docx", ".toml"), "sum": 189,
        "text": "1.340", "theirs": "1", "title": "Ban hành kế hoạch", "told": "2022", "unit": "hồ sơ",
        "units": ("Xã An Lộc", "Xã Bình Minh"), "value": 912, "values": ("903 (a.txt:5)", "912 (b.txt:7)"),
        "wanted": Fraction(5), "way": "more", "whole": _RECEIVED, "word": "metod", "year": "2023",
    }
)  # fmt: skip
"""A value for every name that a wording may ask for."""
_OWN: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        "columns-unclear": {"columns": ("Số liệu", "Số liệu")},
        "csv-large": {"rows": 50_000, "cells": 2_000_000},
        "plugin-contract-older": {"contract": 0},
        "toml-large": {"limit": 5_000},
        "table-large": {"rows": 20_000, "cells": 500_000},
        "prose-share-differs": {"said": 100, "part": 56, "most": 212, "text": "trực tuyến đạt 100%"},
        "prose-proposes": {"text": "hài lòng đạt 96%"},
        "prose-differs": {"text": "hài lòng đạt 96%"},
        "value-mixed": {"value": 510, "parts": ("Mức độ 3 = 238", "CT Điện tử = 272")},
        "value-leading-zero": {"text": "01", "value": 1},
        "cell-error": {"text": "#DIV/0!"},
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
        "lint-jump": {"points": Fraction(4), "max": Fraction(5)},
        "value-shifted": {"value": 212, "row": "3.1.2"},
        "exclusive-above-100": {"value": 100, "other": 100},
        "unit-kind-differs": {"listed": "xã"},
        "unit-kinds-alike": {"kinds": ("xa", "xã")},
        "survey-entry": {"told": "90%", "value": "93,4%"},
    }
)
"""Values that only fit one wording."""
_SNIPPETS: Mapping[str, str] = MappingProxyType(
    {
        "value-ambiguous": "dossiers_received = { value = \"1.340\" }",
        "value-unreadable": "dossiers_received = \"1e5\"",
        "value-negative": "dossiers_received = -5",
        "value-not-whole": "dossiers_received = 3.5",
        "value-yes-no": "dialogue_held = \"đúng\"",
        "value-day": "plan_issued_on = \"31/02/2023\"",
        "fact-unknown": "zzzzz = 5",
        "fact-unknown-near": "dossiers_recieved = 5",
        "key-missing": "[report]\nyear = 2023\n\n[facts]\ndossiers_received = 5",
        "toml-broken": "dossiers_received = = 5",
        "csv-unit-absent": "loai,dossiers_received\nxã,5",
        "csv-width": "unit,dossiers_received\n01,5,6",
        "csv-column": "unit,zzzzz\n01,5",
        "csv-column-near": "unit,dossiers_recieved\n01,5",
        "csv-column-twice": "unit,dossiers_received,dossiers_received\n01,5,5",
        "csv-unit-empty": "unit,dossiers_received\n,5",
        "csv-empty": "",
        "csv-broken": "unit,dossiers_received\n01,\"5",
        "part-above-whole": "dossiers_received = 903\ndossiers_on_time = 912",
        "exclusive-above-100": "documents_fully_electronic = 100\ndocuments_with_paper = 100",
        "fact-in-doubt": "dossiers_received = { value = 5, doubt = \"hỏi lại\" }",
    }
)  # fmt: skip
"""What stands in a file that causes a finding, where a few lines show it."""


def sample(code: str) -> Finding:
    """A finding of a kind as it might be told; a KeyError for a code that is none."""
    kind = CATALOGUE[code]
    values = {**_VALUES, **_OWN.get(code, {})}
    asked = [name for _, name, _, _ in Formatter().parse(kind.vi) if name is not None]
    return Finding(code, _place(code), {name: values[name] for name in asked})


def _place(code: str) -> Place:
    if code in SCHEMES or code in AUTHORS:
        return Place("bo-tieu-chi.toml", 41, criterion="3.1.1")
    if code in REPORTS:
        return Place("reports/15865.toml", 12, "Xã Hoằng Cát", "3.3.2")
    return Place("my_methods/hotline.py" if code in PLUGINS else "reports/bao-cao.docx")


def snippet(code: str) -> str:
    """The lines of a file that cause a finding of a kind; nothing where no few lines would show it."""
    return _SNIPPETS.get(code, "")
