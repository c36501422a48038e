"""Deadlines of another year than the reports: early or late by a whole year, every unit would get the same points."""

from collections.abc import Iterator, Mapping
from datetime import date

from cchc_score.analysis.changes import SchemeSide
from cchc_score.analysis.limits import edges_of
from cchc_score.findings import Finding, Place
from cchc_score.model import Criterion


def other_year_deadlines(old: SchemeSide, new: SchemeSide, pairs: Mapping[str, str]) -> Iterator[Finding]:
    """A finding for every criterion of a new scheme whose days are not those of the year of the old one's reports.

    `pairs` are the numbers of criteria in the old scheme with theirs in the new one.
    """
    if old.scheme.period == new.scheme.period:
        return
    origins = {after: before for before, after in pairs.items()}
    for criterion in new.scheme.leaves:
        days, before = _days(new, criterion), origins.get(criterion.number)
        # A scheme that only says another year, and keeps the days, still fits the reports.
        if days and (before is None or days != _days(old, old.scheme.criteria[before])):
            place = Place(new.scheme.file, criterion.line, criterion=criterion.number)
            # Years as text: as numbers they would be printed in thousands.
            years = {"year": str(new.scheme.period), "told": str(old.scheme.period)}
            shown = [f"{day:%d/%m/%Y}" for day in days]
            yield Finding("deadline-other-year", place, {"days": shown, **years})


def _days(side: SchemeSide, criterion: Criterion) -> tuple[date, ...]:
    """The days at which a leaf's points change; none for a parent."""
    if not criterion.is_leaf:
        return ()
    edges = edges_of(side.scheme, criterion, side.methods[criterion.method])
    return tuple(edge.at for edge in edges if isinstance(edge.at, date))
