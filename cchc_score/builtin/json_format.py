"""Writes JSON: the same result for machines."""

from cchc_score.formats import Format, Page
from cchc_score.hookspecs import hookimpl


def write(page: Page) -> str:
    """The page's data, keys in the order of the documentation."""
    # Loaded only when JSON is written: other formats need nothing of it.
    import json

    return json.dumps(page.data, ensure_ascii=False, indent=2) + "\n"


@hookimpl
def cchc_formats() -> list[Format]:
    """The format `json`."""
    return [Format("json", ".json", write)]
