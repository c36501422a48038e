"""The reference as a directive: a page says which part in which language, and it is written from the live program."""

from collections.abc import Callable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from cchc_reference.commands import commands
from cchc_reference.contract import contract
from cchc_reference.facts import facts
from cchc_reference.findings import findings
from cchc_reference.methods import methods
from cchc_score.text import Lang

PARTS: dict[str, Callable[[Lang], str]] = {
    "commands": commands,
    "contract": contract,
    "facts": facts,
    "findings": findings,
    "methods": methods,
}


VIETNAMESE = frozenset({"index", "merging", "working-year", "genindex", "search"})
"""Pages outside `vi` that begin in Vietnamese."""


class Reference(SphinxDirective):
    """```{cchc-reference} methods vi```: one part of the reference in one language."""

    required_arguments = 2

    def run(self) -> list[nodes.Node]:
        """The part, read as Markdown."""
        part, lang = self.arguments
        return self.parse_text_to_nodes(PARTS[part](lang), allow_section_headings=True)


def page_language(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Pages under `vi`, and those that begin in Vietnamese, say so; a screen reader asks."""
    context["language"] = "vi" if page.startswith("vi/") or page in VIETNAMESE else "en"


def setup(app: Sphinx) -> dict[str, bool]:
    """What Sphinx calls."""
    app.add_directive("cchc-reference", Reference)
    app.connect("html-page-context", page_language)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
