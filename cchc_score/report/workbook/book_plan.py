"""Where everything stands in a workbook, before anything is written: its units, facts, criteria and sheets."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from cchc_score.engine import Leaf
from cchc_score.model import Criterion
from cchc_score.pages.notes import stage_words
from cchc_score.report.workbook.sheet_frame import FIRST
from cchc_score.report.workbook.sheet_names import sheet_names
from cchc_score.results.ranked_units import RankingLine
from cchc_score.results.scored import ScoredStage
from cchc_score.results.year_report import YearReport, by_name
from cchc_score.rule_words import with_parts
from cchc_score.text import Lang, pick

TABS: Mapping[str, tuple[str, str]] = {
    "ranking": ("Xếp hạng", "Ranking"),
    "summary": ("Thống kê", "Statistics"),
    "areas": ("Lĩnh vực", "Areas"),
    "points": ("Điểm", "Points"),
    "reachable": ("Điểm tối đa", "Maximum"),
    "facts": ("Số liệu", "Figures"),
    "best": ("Cao nhất nhóm", "Best of group"),
    "changes": ("Điều chỉnh", "Changes"),
    "not-applicable": ("Không áp dụng", "Not applicable"),
    "comparison": ("So sánh", "Comparison"),
    "last-year": ("Năm trước", "Last year"),
    "classes": ("Thang xếp loại", "Classes"),
    "scheme": ("Bộ tiêu chí", "Scheme"),
    "findings": ("Lưu ý", "Findings"),
}
"""The names of the sheets; those of units come after them."""
FACT_VALUE = 6
"""The column of a figure's value on its sheet, from 0."""
FIRST_PLACE = 5
"""The column of the first area among the points, from 0; before it stand the unit, its total, maximum and index."""
TOTAL, MOST, INDEX = 2, 3, 4
POINTS_FIRST = FIRST + 1
"""The row of the first unit among the points, from 0; above it stand the maxima."""


# Without slots, for `cached_property` keeps its value in the dictionary of the instance.
@dataclass(frozen=True)
class BookPlan:
    """What a workbook holds, and where: `ranked` says whether every unit of the ranking is in it."""

    report: YearReport
    lang: Lang

    @property
    def scored(self) -> ScoredStage:
        """The stage that it is about."""
        return self.report.scored

    @property
    def ranked(self) -> bool:
        """Whether it has a table of all units, so that ranks can be calculated."""
        return bool(self.report.pieces & {"ranking", "areas", "summary"})

    @cached_property
    def lines(self) -> tuple[RankingLine, ...]:
        """Its units, by the Vietnamese alphabet."""
        lines = by_name(self.report.ranking.lines)
        return tuple(line for line in lines if self.ranked or line.row in self.report.rows)

    @cached_property
    def position(self) -> Mapping[int, int]:
        """The place of each unit among the lines, by its row in the score sheet."""
        return {line.row: at for at, line in enumerate(self.lines)}

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The facts that decide anything, each once."""
        scored, indicators = self.scored, self.scored.sheet.scheme.indicators
        asked = [code for facts in scored.facts.values() for code in facts]
        for limit in scored.sheet.scheme.classes:
            asked += limit.by_answer.fact.codes if limit.by_answer else ()
        return with_parts(dict.fromkeys(asked), indicators)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The areas, each with its criteria behind it."""
        scheme = self.scored.sheet.scheme
        return tuple(
            place
            for area in scheme.areas
            for place in (area.code, *(one.number for one in scheme.criteria.values() if one.area == area.code))
        )

    @cached_property
    def columns(self) -> Mapping[str, int]:
        """The column of each area and criterion among the points, from 0."""
        return {place: FIRST_PLACE + at for at, place in enumerate(self.places)}

    @cached_property
    def tabs(self) -> Mapping[str, str]:
        """The names of the sheets by what they hold."""
        return {key: pick(self.lang, *names) for key, names in TABS.items()}

    @cached_property
    def unit_tabs(self) -> Mapping[int, str]:
        """The names of the sheets of single units, by the units' rows."""
        if "sheets" not in self.report.pieces:
            return {}
        units = self.report.units
        names = sheet_names([unit.name or unit.code for unit in units], self.tabs.values())
        return dict(zip(self.report.rows, names, strict=True))

    @cached_property
    def subtitle(self) -> tuple[str, str]:
        """By which decision and at which stage the numbers are."""
        scheme = self.scored.sheet.scheme
        decision = scheme.decision or pick(self.lang, "Minh họa, không theo quyết định nào", "Illustrative scheme")
        stage = stage_words(self.scored.stage, self.lang)
        year = pick(self.lang, f"Năm {scheme.period}", f"Year {scheme.period}")
        return decision, f"{year}; {pick(self.lang, 'giai đoạn', 'stage')}: {stage}"

    @cached_property
    def taken_out(self) -> Mapping[tuple[int, str], object]:
        """The leaves that a decision takes out, by the unit's row and the leaf's number."""
        return self.scored.taken_out

    def leaf(self, criterion: Criterion) -> Leaf | None:
        """A leaf with its figures; None where one of its gates looks at a parent, whose points come after its own."""
        sheet, method = self.scored.sheet, self.scored.methods[criterion.method]
        leaf = Leaf(sheet.scheme, criterion, method, sheet.table, sheet.criteria)
        looked_at = (self.criterion(gate.criterion) for gate in leaf.gates if gate.criterion)
        return None if any(one is not None and not one.is_leaf for one in looked_at) else leaf

    def criterion(self, place: str) -> Criterion | None:
        """The criterion of a column; None for an area."""
        return self.scored.sheet.scheme.criteria.get(place)

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The groups of units that are held against each other."""
        return tuple(dict.fromkeys(line.group for line in self.lines))

    @cached_property
    def peers(self) -> tuple[RankingLine, ...]:
        """The ranked units group by group, each by the Vietnamese alphabet."""
        ranked = [line for line in self.lines if line.unit.ranked]
        return tuple(line for group in self.groups for line in ranked if line.group == group)

    def best_row(self, group: str) -> int:
        """The row with the best of a group, as spreadsheets count."""
        return FIRST + 1 + self.groups.index(group)

    def fact_row(self, position: int) -> int:
        """The row of a unit's first figure, as spreadsheets count."""
        return FIRST + 1 + position * len(self.codes)

    def points_row(self, position: int) -> int:
        """The row of a unit among the points, as spreadsheets count."""
        return POINTS_FIRST + 1 + position

    @cached_property
    def _quoted(self) -> Mapping[str, str]:
        return {tab: f"'{name}'!" for tab, name in self.tabs.items()}

    def quoted(self, tab: str) -> str:
        """The name of a sheet as it stands in formulas."""
        return self._quoted[tab]

    @cached_property
    def _letters(self) -> tuple[str, ...]:
        from xlsxwriter.utility import xl_col_to_name

        return tuple(xl_col_to_name(column) for column in range(FIRST_PLACE + len(self.places)))

    def cell(self, tab: str, row: int, column: int) -> str:
        """The cell of a unit, by its row in the score sheet, on a sheet that is shaped like that of the points."""
        return f"{self._quoted[tab]}{self._letters[column]}{self.points_row(self.position[row])}"
