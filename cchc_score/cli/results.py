"""The commands `rank` and `score`."""

from collections.abc import Sequence

from cchc_score.cli.command import WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, ended, known, rows_of, scored, write_page
from cchc_score.pages.rank import rank_page
from cchc_score.pages.score import score_page
from cchc_score.text import same_name


def rank(options: Options, by: str, kind: str | None, stage: str) -> Exit:
    """Print the ranking."""
    context, registry = scored(options, stage)
    scheme = context.sheet.scheme
    # An area is also known by the number that heads its column.
    by = next((area.code for area in scheme.areas if str(area.number) == by), by)
    if by not in ("total", *(area.code for area in scheme.areas), *scheme.criteria):
        places = ("total", *(f"{area.number} ({area.code})" for area in scheme.areas))
        raise WrongWord("usage-by", word=by, places=", ".join(places))
    kinds = sorted({unit.kind for unit in context.sheet.table.units})
    if kind is not None:
        named = next((one for one in kinds if same_name(one) == same_name(kind)), None)
        if named is None:
            raise WrongWord("usage-unknown", what="--group", word=kind, names=", ".join(kinds))
        kind = named
    if known(context):
        write_page(rank_page(context, by, kind), options, registry)
    return ended(options, context)


def score_sheets(options: Options, units: Sequence[str], stage: str) -> Exit:
    """Print the score sheets of all units, or of those named."""
    context, registry = scored(options, stage)
    listed = context.sheet.table.units
    rows = rows_of(listed, units) if units else list(range(len(listed)))
    if known(context):
        write_page(score_page(context, rows), options, registry)
    return ended(options, context)
