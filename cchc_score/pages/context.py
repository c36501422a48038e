"""What every page of a score sheet needs besides the sheet itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.appraisal.stages import Stages
from cchc_score.engine import groups_of, held
from cchc_score.explain import used
from cchc_score.findings import Finding
from cchc_score.methods import Method
from cchc_score.ranking import printed
from cchc_score.sheet import Cells, Ints, ScoreSheet
from cchc_score.text import Lang


@dataclass(frozen=True, slots=True)
class Context:
    """A score sheet with the language, and the indices printed as the ranks ask for.

    `indices` are texts for machines, None where a unit has no index. `plugins` are the names and versions of
    everything that took part. `facts` are the indicators that decide each criterion, `doubtful` the
    rows of units with any figure in doubt, `assessed` the criteria that are held this year. `stages` are those of a
    year in which there is more than reports; the sheet is that of `stage`.
    """

    sheet: ScoreSheet
    methods: Mapping[str, Method]
    findings: tuple[Finding, ...]
    lang: Lang
    engine: str
    plugins: tuple[tuple[str, str], ...]
    indices: Sequence[str | None]
    facts: Mapping[str, tuple[str, ...]]
    doubtful: frozenset[int]
    assessed: frozenset[str]
    stages: Stages | None = None
    stage: str = "final"

    @property
    def decimals(self) -> int:
        """How many decimals points and indices are printed with."""
        return self.sheet.scheme.decimals


def context_of(
    sheet: ScoreSheet,
    methods: Mapping[str, Method],
    findings: Sequence[Finding],
    lang: Lang,
    engine: str,
    plugins: Sequence[tuple[str, str]],
    stages: Stages | None = None,
    stage: str = "final",
) -> Context:
    """The context of a sheet; `findings` are those of the reports and of scoring together."""
    limits = [one.at_least for one in sheet.scheme.classes]
    return Context(
        sheet,
        methods,
        tuple(findings),
        lang,
        engine,
        tuple(plugins),
        indices_of(sheet, sheet.total, sheet.ranks, limits),
        {one.number: used(one, methods) for one in sheet.scheme.criteria.values()},
        frozenset(row for row, _ in sheet.table.doubts),
        held(sheet.scheme),
        stages,
        stage,
    )


def indices_of(sheet: ScoreSheet, cells: Cells, ranks: Ints, limits: Sequence[Fraction] = ()) -> list[str | None]:
    """The index of every unit in one column, with as many decimals as its rank needs."""
    values = sheet.indices(cells)
    places = [int(ranks[row]) for row in range(len(values))]
    return printed(values, places, groups_of(sheet.scheme, sheet.table), limits, sheet.scheme.decimals)
