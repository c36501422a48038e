"""Pages that are no score sheets: what a check found, and what the plugins give."""

from collections.abc import Sequence

from cchc_score.findings import Finding
from cchc_score.formats import Heading, Page, Sheet
from cchc_score.pages.data import SCHEMA_VERSION
from cchc_score.plugins import Registry
from cchc_score.text import Lang, number, pick

_SEVERITIES = {"error": ("lỗi", "error"), "warning": ("cảnh báo", "warning"), "note": ("ghi chú", "note")}


def severity_words(severity: str, lang: Lang) -> str:
    """How much a finding weighs, in words."""
    return pick(lang, *_SEVERITIES[severity])


def check_page(findings: Sequence[Finding], checked: str, lang: Lang) -> Page:
    """All findings of a check, or the sentence that there are none; `checked` says what was looked at."""
    headings = tuple(Heading(text) for text in (
        pick(lang, "Mức", "Severity"), pick(lang, "Ở đâu", "Where"), pick(lang, "Điều gì; làm gì", "What; what to do"),
    ))
    rows = tuple((severity_words(one.severity, lang), one.place.words(lang), one.message(lang)) for one in findings)
    counts = {severity: sum(one.severity == severity for one in findings) for severity in _SEVERITIES}
    total = ", ".join(f"{number(count, 0, lang)} {severity_words(severity, lang)}" for severity, count in counts.items() if count)
    result = total or pick(lang, "không có lỗi nào", "nothing found")
    data = {
        "schema_version": SCHEMA_VERSION,
        "findings": [
            {"code": one.code, "severity": one.severity, "place": one.place.words(lang), "message": one.message(lang)}
            for one in findings
        ],
    }
    sheets = (Sheet(headings, rows),) if rows else ()
    return Page("", sheets, (f"{pick(lang, 'Đã kiểm tra', 'Checked')}: {checked}. {pick(lang, 'Kết quả', 'Result')}: {result}.",), data)


def plugins_page(registry: Registry, lang: Lang) -> Page:
    """Each plugin, where it comes from, its version, and what it gives."""
    headings = tuple(Heading(text) for text in (
        "Plugin", pick(lang, "Gói hoặc tệp", "Distribution or file"), pick(lang, "Phiên bản", "Version"),
        pick(lang, "Cung cấp", "Gives"),
    ))
    kinds = (
        ("indicators", pick(lang, "chỉ tiêu", "indicators")), ("methods", pick(lang, "phương pháp", "methods")),
        ("readers", pick(lang, "đọc tệp", "readers")), ("formats", pick(lang, "định dạng", "formats")),
    )
    rows = []
    for plugin in registry.plugins:
        given = [
            f"{words}: {number(len(items), 0, lang) if kind == 'indicators' else ', '.join(items)}"
            for kind, words in kinds if (items := getattr(plugin, kind))
        ]
        rows.append((plugin.name, plugin.origin, plugin.version, "; ".join(given)))
    data = {
        "schema_version": SCHEMA_VERSION,
        "plugins": [
            {
                "name": plugin.name, "distribution": plugin.origin, "version": plugin.version,
                **{kind: list(getattr(plugin, kind)) for kind, _ in kinds},
            }
            for plugin in registry.plugins
        ],
    }
    return Page("", (Sheet(headings, tuple(rows)),), (), data)
