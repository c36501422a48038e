"""Texts of the scheme that stand on the page many times, and in the file once: as content that its styles give.

A cell has the number of its criterion as text, and its title as content: without styles the number still leads to the
text itself in the list of criteria.
"""

from collections.abc import Iterator, Sequence

from cchc_score.look.page_styles import css_text
from cchc_score.report.html.commune_losses import texts_of
from cchc_score.results.scored import ScoredStage
from cchc_score.text import Lang, points_words

BEFORE_AREAS = {False: 3, True: 4}
"""How many cells of the ranking stand before those of areas beside the name, without and with a class."""


def column_css(names: Sequence[str], with_classes: bool) -> str:
    """The names of the areas beside their points, where the columns of the ranking have no head."""
    first = BEFORE_AREAS[with_classes] + 1
    rules = "".join(
        f'.ranking td:nth-of-type({first + at})::before{{content:"{css_text(name)}"}}' for at, name in enumerate(names)
    )
    return f"@media screen and (max-width:1000px){{{rules}}}"


def scheme_css(scored: ScoredStage, lang: Lang) -> str:
    """The titles of criteria behind their numbers, and what the scheme says of them below their losses."""
    return "".join((*_title_rules(scored, lang), *_loss_rules(scored, lang)))


def _title_rules(scored: ScoredStage, lang: Lang) -> Iterator[str]:
    """By the place of a criterion in the scheme, which is its line in the table of all criteria of a unit."""
    for place, criterion in enumerate(scored.sheet.scheme.criteria.values()):
        line = f".all tbody tr:nth-child({place + 1})>th::after"
        title = css_text(f" {criterion.title} ({points_words(criterion.max_points, lang)})")
        yield f'.k{place}::after,.l{place} b::after,{line}{{content:"{title}"}}'


def _loss_rules(scored: ScoredStage, lang: Lang) -> Iterator[str]:
    for place, criterion in enumerate(scored.sheet.scheme.criteria.values()):
        lines = [f"{name}: {words}" for name, words in texts_of(scored, criterion, lang) if words]
        text = "\\a ".join(css_text(line) for line in lines)
        yield f'.l{place}::after{{content:"{text}"}}'
