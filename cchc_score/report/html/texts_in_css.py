"""Texts of the scheme that stand on the page many times, and in the file once: as content that its styles give.

A cell has the text's class and, as text, its number: without styles, and for a search, the number still leads to the
text itself in the list of criteria.
"""

from collections.abc import Iterator, Sequence

from cchc_score.look.page_styles import css_text

BEFORE_AREAS = {False: 4, True: 5}
"""How many columns of the ranking stand before the areas, without and with a column of classes."""


def column_css(names: Sequence[str], with_classes: bool) -> str:
    """The names of the areas beside their points, where the columns of the ranking have no head."""
    first = BEFORE_AREAS[with_classes] + 1
    rules = "".join(
        f'.ranking td:nth-child({first + at})::before{{content:"{css_text(name)}"}}' for at, name in enumerate(names)
    )
    return f"@media screen and (max-width:1000px){{{rules}}}"


def title_css(titles: Sequence[str]) -> str:
    """The titles of criteria behind their numbers, by the place of the criterion in the scheme."""
    return "".join(_title_rules(titles))


def _title_rules(titles: Sequence[str]) -> Iterator[str]:
    for place, title in enumerate(titles):
        yield f'.k{place}::after{{content:" {css_text(title)}"}}'
