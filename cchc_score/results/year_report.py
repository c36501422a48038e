"""The report of a year: the pieces that an office hands out, before they become a file of one kind or another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, get_args

from cchc_score.model import Criterion, Outcome, Unit
from cchc_score.results.area_parts import AreaParts
from cchc_score.results.ranked_units import RankingLine, UnitRanking
from cchc_score.results.scored import ScoredStage
from cchc_score.results.unit_sheet import UnitSheets
from cchc_score.text import alphabetical
from cchc_score.year.letterhead import BLANK, Letterhead

if TYPE_CHECKING:
    from cchc_score.appraisal.appraisal_model import Entry, EntryEnding, TakenOut
    from cchc_score.results.differences import Differences

Piece = Literal["ranking", "areas", "sheets", "changes", "not-applicable", "comparison", "summary"]
"""What a report can hold: the ranking, the areas, the sheet of each unit, what the appraisal has changed, what does
not apply to whom, a comparison with the first stage, the statistics."""
PIECES: tuple[Piece, ...] = get_args(Piece)
PictureName = Literal["ranking", "heat", "losses", "commune"]
"""A picture that can stand alone: the ranking, points by area, points lost by criterion, the areas of one unit."""
PICTURES: tuple[PictureName, ...] = get_args(PictureName)
UNIT_PIECES: frozenset[Piece] = frozenset({"sheets", "changes", "not-applicable"})
"""The pieces that can be about one unit alone."""


@dataclass(frozen=True, slots=True)
class Inapplicable:
    """A criterion that does not count for a unit; `decision` where a paper takes it out, else its rule says so."""

    row: int
    unit: Unit
    criterion: Criterion
    decision: "TakenOut | None"


@dataclass(frozen=True, slots=True)
class YearReport:
    """The report of a stage of a year: which pieces it holds, and about which units beside the ranking.

    `rows` are the units whose sheets, changes and criteria that do not apply are in it, by the Vietnamese alphabet.
    `comparison` is that of an earlier stage with this one, `last_year` that of the year before with this one, None
    where there is none to compare with. `letterhead` and `scheme_text`, the scheme's file, are for documents.
    """

    ranking: UnitRanking
    pieces: frozenset[Piece]
    rows: tuple[int, ...]
    parts: tuple[AreaParts, ...] = ()
    comparison: "Differences | None" = None
    last_year: "Differences | None" = None
    letterhead: Letterhead = BLANK
    scheme_text: bytes = b""

    @property
    def scored(self) -> ScoredStage:
        """The stage that it is about."""
        return self.ranking.scored

    @property
    def sheets(self) -> UnitSheets:
        """The score sheets of its units, each made when it is asked for."""
        return UnitSheets(self.scored, self.rows)

    @property
    def units(self) -> tuple[Unit, ...]:
        """Its units."""
        return tuple(self.scored.sheet.table.units[row] for row in self.rows)

    @property
    def changes(self) -> "tuple[tuple[Entry, EntryEnding], ...]":
        """The entries of the appraisal about its units with what became of each at this stage, by unit and number."""
        stages = self.scored.stages
        if stages is None:
            return ()
        place = {unit.code: at for at, unit in enumerate(self.units)}
        found = [(entry, ending) for entry, ending in stages.endings(self.scored.stage) if entry.unit in place]
        return tuple(sorted(found, key=lambda one: (place[one[0].unit], one[0].round)))

    @property
    def not_applicable(self) -> Iterator[Inapplicable]:
        """What does not apply to its units of the criteria that are held, each parent for all its parts."""
        sheet, taken_out = self.scored.sheet, self.scored.taken_out
        for row in self.rows:
            above: set[str] = set()
            for number, criterion in sheet.scheme.criteria.items():
                if sheet.criteria[number].outcome[row] != int(Outcome.NOT_APPLICABLE):
                    continue
                above.add(number)
                # What is held for nobody is told of once, with the scheme.
                if number not in self.scored.assessed or number.rpartition(".")[0] in above:
                    continue
                yield Inapplicable(row, sheet.table.units[row], criterion, taken_out.get((row, number)))

    def about(self, row: int) -> "YearReport":
        """The same about one unit: the pieces that a unit can have."""
        return replace(self, pieces=self.pieces & UNIT_PIECES, rows=(row,))


def by_name(lines: Sequence[RankingLine]) -> list[RankingLine]:
    """The lines of a ranking by the names of their units, in the order of the Vietnamese alphabet."""
    return sorted(lines, key=lambda line: (alphabetical(line.unit.name), line.row))
