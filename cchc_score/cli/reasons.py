"""The commands that say why: one unit's points, and what makes two results differ."""

from pathlib import Path

from cchc_score.cli.command import WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, ended, rows_of, scored, write_page
from cchc_score.cli.words import say
from cchc_score.pages.why import why_page
from cchc_score.text import nearest, visible


def explain(options: Options, unit: str, criterion: str, stage: str) -> Exit:
    """Print why a unit has its index, or its points of one criterion."""
    if criterion and _is_path(criterion):
        criterion, options = "", options.with_path(criterion)
    context, registry = scored(options, stage)
    criteria = context.sheet.scheme.criteria
    if criterion and criterion not in criteria:
        near = nearest(criterion, criteria)
        phrase = "usage-criterion-near" if near else "usage-criterion"
        raise WrongWord(phrase, word=visible(criterion), near=near)
    row = rows_of(context.sheet.table.units, [unit], say(options.lang, "unit-metavar"))[0]
    write_page(why_page(context, row, criterion), options, registry)
    return ended(context, options)


def _is_path(word: str) -> bool:
    """Whether a word in the place of a criterion is a folder or a file: `explain UNIT FOLDER` means all criteria."""
    return word == "-" or Path(word).exists()
