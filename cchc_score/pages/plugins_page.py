"""The list of plugins: where each comes from, its version, and what it gives."""

from collections.abc import Mapping
from types import MappingProxyType

from cchc_score.findings import Words
from cchc_score.formats import Page
from cchc_score.pages.page_table import PageColumn, page_table
from cchc_score.registry.registry import PluginInfo, Registry
from cchc_score.results.checks import GIVEN, plugins_data
from cchc_score.text import Lang, number, pick

_GIVEN: Mapping[str, Words] = MappingProxyType(
    {
        "indicators": Words("số liệu", "indicators"),
        "methods": Words("phương pháp", "methods"),
        "readers": Words("đọc tệp", "readers"),
        "formats": Words("định dạng", "formats"),
    }
)


def plugins_page(registry: Registry, lang: Lang) -> Page:
    """Each plugin, where it comes from, its version, and what it gives."""
    columns: list[PageColumn[PluginInfo]] = [
        PageColumn("Plugin", lambda plugin: plugin.name),
        PageColumn(pick(lang, "Gói hoặc tệp", "Distribution or file"), lambda plugin: plugin.origin),
        PageColumn(pick(lang, "Phiên bản", "Version"), lambda plugin: plugin.version),
        PageColumn(pick(lang, "Cung cấp", "Gives"), lambda plugin: _given_words(plugin, lang)),
    ]
    return Page("", (page_table(columns, registry.plugins),), (), lambda: plugins_data(registry))


def _given_words(plugin: PluginInfo, lang: Lang) -> str:
    """What a plugin gives, by name; its indicators are many and are only counted."""
    parts = []
    for kind in GIVEN:
        names = getattr(plugin, kind)
        if names:
            given = number(len(names), 0, lang) if kind == "indicators" else ", ".join(names)
            parts.append(f"{pick(lang, *_GIVEN[kind])}: {given}")
    return "; ".join(parts)
