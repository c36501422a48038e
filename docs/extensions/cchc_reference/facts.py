"""Every fact that the installed plugins know: its code, for a scheme, and what it is."""

from cchc_reference.markdown import code, joined, table, text
from cchc_score.registry.registry import load_registry
from cchc_score.text import Lang, pick


def facts(lang: Lang) -> str:
    """The facts of each plugin."""
    registry = load_registry()
    headings = pick(lang, "Mã", "Code"), pick(lang, "Số liệu", "Fact"), pick(lang, "Loại", "Kind")
    parts = []
    for plugin in registry.plugins:
        known = [registry.indicators[fact] for fact in plugin.indicators]
        if known:
            rows = [(code(indicator.code), text(indicator.label(lang)), code(indicator.kind)) for indicator in known]
            parts += [f"## {plugin.name}", table(headings, rows)]
    return joined(parts)
