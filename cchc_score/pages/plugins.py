"""The list of plugins: where each comes from, its version, and what it gives."""

from cchc_score.formats import Heading, Page, Sheet
from cchc_score.pages.data import SCHEMA_VERSION
from cchc_score.plugins import Registry
from cchc_score.text import Lang, number, pick


def plugins_page(registry: Registry, lang: Lang) -> Page:
    """Each plugin, where it comes from, its version, and what it gives."""
    headings = tuple(
        Heading(text)
        for text in (
            "Plugin",
            pick(lang, "Gói hoặc tệp", "Distribution or file"),
            pick(lang, "Phiên bản", "Version"),
            pick(lang, "Cung cấp", "Gives"),
        )
    )
    kinds = (
        ("indicators", pick(lang, "chỉ tiêu", "indicators")),
        ("methods", pick(lang, "phương pháp", "methods")),
        ("readers", pick(lang, "đọc tệp", "readers")),
        ("formats", pick(lang, "định dạng", "formats")),
    )
    rows = []
    for plugin in registry.plugins:
        given = [
            f"{words}: {number(len(items), 0, lang) if kind == 'indicators' else ', '.join(items)}"
            for kind, words in kinds
            if (items := getattr(plugin, kind))
        ]
        rows.append((plugin.name, plugin.origin, plugin.version, "; ".join(given)))
    data = {
        "schema_version": SCHEMA_VERSION,
        "plugins": [
            {
                "name": plugin.name,
                "distribution": plugin.origin,
                "version": plugin.version,
                **{kind: list(getattr(plugin, kind)) for kind, _ in kinds},
            }
            for plugin in registry.plugins
        ],
    }
    return Page("", (Sheet(headings, tuple(rows)),), (), lambda: data)
