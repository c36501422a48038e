"""Writes JSON: the same result for machines."""

import json

from cchc_score.formats import Format, Page
from cchc_score.hookspecs import hookimpl


def write(page: Page) -> str:
    """The page's data, keys in the order of the documentation."""
    return json.dumps(page.data, ensure_ascii=False, indent=2) + "\n"


@hookimpl
def cchc_formats() -> list[Format]:
    """The format `json`."""
    return [Format("json", ".json", write)]
