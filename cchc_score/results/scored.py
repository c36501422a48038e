"""A scored stage of a year: the score sheet with all that a reader of it must know beside the numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from cchc_score.engine import groups_of, held_criteria
from cchc_score.engine.ranking import distinct_prints
from cchc_score.findings import Finding
from cchc_score.methods import Method
from cchc_score.model import Outcome, Scheme
from cchc_score.rule_words import used, with_parts
from cchc_score.sheet import Cells, Ints, ScoreSheet, plain_steps

if TYPE_CHECKING:
    # A year of reports alone starts faster without it.
    from cchc_score.appraisal.appraisal_model import Entry
    from cchc_score.appraisal.stages import Stages
    from cchc_score.appraisal.taken_out import TakenOutLeaves


# Without slots, for `cached_property` keeps its value in the dictionary of the instance.
@dataclass(frozen=True)
class ScoredStage:
    """A score sheet with what it rests on, and what was noticed on the way to it.

    `indices` are the printed indices by row, with as many decimals as the ranks need; None where a unit has none.
    `printed_decimals` are those of points by place, `total_decimals` those of totals by row, None where all are alike.
    `plugins` are (name, version) of everything that took part. `facts` are the indicators that decide each criterion,
    `doubtful` the rows of units with any figure in doubt, `assessed` the criteria held this year. `stages` are those
    of a year in which there is more than reports; the sheet is that of `stage`.
    """

    sheet: ScoreSheet
    methods: Mapping[str, Method]
    findings: tuple[Finding, ...]
    engine: str
    plugins: tuple[tuple[str, str], ...]
    indices: Sequence[str | None]
    facts: Mapping[str, tuple[str, ...]]
    doubtful: frozenset[int]
    assessed: frozenset[str]
    printed_decimals: Mapping[str, int]
    total_decimals: Sequence[int] | None = None
    stages: "Stages | None" = None
    stage: str = "final"

    def decimals_at(self, place: str, row: int | None = None) -> int:
        """How many decimals points are printed with in 'total', an area by its code, or a criterion by its number.

        The total of a unit, by its `row`, may need more than others, to be told from one of another rank.
        """
        if place == "total" and row is not None and self.total_decimals is not None:
            return self.total_decimals[row]
        return self.printed_decimals[place]

    @cached_property
    def area_indices(self) -> Mapping[str, Sequence[str | None]]:
        """The printed indices of every area by row: how one prints depends on all units of its column."""
        sheet = self.sheet
        return {code: printed_indices(sheet, cells, sheet.area_ranks[code]) for code, cells in sheet.areas.items()}

    @property
    def taken_out(self) -> "TakenOutLeaves":
        """The leaves that a decision takes out at this stage, by the unit's row and the leaf's number."""
        if self.stages is None:
            return {}
        none, criteria = int(Outcome.NOT_APPLICABLE), self.sheet.criteria
        # An entry of the appraisal may have put one back.
        return {
            (row, number): decision
            for (row, number), decision in self.stages.taken_out_at(self.stage).items()
            if criteria[number].outcome[row] == none
        }

    @property
    def left_out(self) -> "Mapping[int, Sequence[Entry]]":
        """The entries of the appraisal that do not count at this stage, though it is theirs, by the unit's row."""
        if self.stages is None or self.stage in ("reported", "self"):
            return {}
        rows = {unit.code: row for row, unit in enumerate(self.sheet.table.units)}
        found: dict[int, list[Entry]] = {}
        for entry, ending in self.stages.endings(self.stage):
            if ending == "refused" and entry.unit in rows:
                found.setdefault(rows[entry.unit], []).append(entry)
        return found

    @property
    def has_figures(self) -> bool:
        """Whether anything of any unit is known, a figure or a mark by hand: else there is nothing to score."""
        # Self-scores alone are something to rank: no report need stand beside them.
        return bool(self.sheet.by_hand) or any(any(column.known) for column in self.sheet.table.columns.values())


def scored_stage(
    sheet: ScoreSheet,
    methods: Mapping[str, Method],
    findings: Sequence[Finding],
    engine: str,
    plugins: Sequence[tuple[str, str]],
    stages: "Stages | None" = None,
    stage: str = "final",
) -> ScoredStage:
    """A sheet as a result; `findings` are those of the reports and of scoring together."""
    limits = [least for limit in sheet.scheme.classes for least in limit.limits]
    return ScoredStage(
        sheet=sheet,
        methods=methods,
        findings=tuple(findings),
        engine=engine,
        plugins=tuple(plugins),
        indices=printed_indices(sheet, sheet.total, sheet.ranks, limits),
        facts={
            # What a derived fact follows from stands in a report, where the fact itself does not.
            criterion.number: with_parts(used(sheet.scheme, criterion, methods), sheet.scheme.indicators)
            for criterion in sheet.scheme.criteria.values()
        },
        doubtful=frozenset(row for row, _ in sheet.table.doubts),
        assessed=held_criteria(sheet.scheme),
        printed_decimals={place: sheet.scheme.printed_decimals(place) for place in _places(sheet.scheme)},
        total_decimals=_total_decimals(sheet),
        stages=stages,
        stage=stage,
    )


def _places(scheme: Scheme) -> Iterator[str]:
    yield "total"
    yield from (area.code for area in scheme.areas)
    yield from scheme.criteria


def _total_decimals(sheet: ScoreSheet) -> list[int] | None:
    """How many decimals tell each total from those of other ranks; None where printing loses nothing."""
    scheme = sheet.scheme
    least = scheme.printed_decimals("total")
    if least >= scheme.decimals:
        return None
    step = int(10**scheme.decimals)
    totals = [Fraction(plain_steps(low), step) for low in sheet.total.low]
    ranks = [int(rank) for rank in sheet.ranks]
    # Without limits: classes are limits of the index, and not of points.
    prints = distinct_prints(totals, ranks, groups_of(scheme, sheet.table), (), least)
    return [len((text or "").partition(".")[2]) for text in prints]


def printed_indices(sheet: ScoreSheet, cells: Cells, ranks: Ints, limits: Sequence[Fraction] = ()) -> list[str | None]:
    """The index of every unit in one column, with as many decimals as its rank needs."""
    values = sheet.indices(cells)
    # As Python's own numbers: one of NumPy is slow to compare.
    row_ranks = [int(ranks[row]) for row in range(len(values))]
    return distinct_prints(values, row_ranks, groups_of(sheet.scheme, sheet.table), limits, sheet.scheme.index_decimals)
