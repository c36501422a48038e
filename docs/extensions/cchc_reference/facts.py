"""Every fact that the installed plugins know: its code, for a scheme, and what it is."""

from cchc_reference.markdown import code, joined, table, text
from cchc_score.plugins import load
from cchc_score.text import Lang, pick


def facts(lang: Lang) -> str:
    """The facts of each plugin."""
    registry = load()
    headings = pick(lang, "Mã", "Code"), pick(lang, "Chỉ tiêu", "Fact"), pick(lang, "Loại", "Kind")
    parts = []
    for plugin in registry.plugins:
        known = [registry.indicators[one] for one in plugin.indicators]
        if known:
            rows = [(code(one.code), text(one.label(lang)), code(one.kind)) for one in known]
            parts += [f"## {plugin.name}", table(headings, rows)]
    return joined(parts)
