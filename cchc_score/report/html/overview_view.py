"""The overview as a template needs it: every word and every length is ready to be written down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc_score.look.strip_picture import Strip
from cchc_score.report.html.basis_notes import basis_notes, unassessed_notes
from cchc_score.report.html.cost_rows import CostRow, cost_rows, parted
from cchc_score.report.html.group_rows import GroupRow, TieRow, class_heads, group_rows, tie_rows
from cchc_score.report.html.headline import Figure, figures, lede, over_line, title_sentence
from cchc_score.report.html.move_rows import MovesView, moves_view
from cchc_score.report.html.quality_pills import quality_legend
from cchc_score.report.html.ranking_rows import AreaHead, RankingGroup, area_heads, ranking_groups, tint_legend
from cchc_score.report.html.spread_rows import SpreadRow, spread_picture, spread_rows
from cchc_score.results.year_report import YearReport
from cchc_score.text import Lang

FITTING = 9
"""With so many columns of areas the ranking is no wider than a desk's screen; a wider one scrolls within the page."""
PILLS = 3
"""The words on the data are as wide as so many areas."""


@dataclass(frozen=True, slots=True)
class OverviewView:
    """All that the overview says, in the order in which it says it."""

    over: str
    title: str
    lede: str
    figures: tuple[Figure, ...]
    heads: tuple[AreaHead, ...]
    groups: tuple[RankingGroup, ...]
    kinds: tuple[str, ...]
    has_claims: bool
    has_classes: bool
    has_pills: bool
    fits: bool
    tints: tuple[str, ...]
    pills_legend: str
    costs: Sequence[CostRow]
    more_costs: Sequence[CostRow]
    spread: Strip
    spread_rows: tuple[SpreadRow, ...]
    moves: MovesView | None
    class_heads: tuple[str, ...]
    group_rows: tuple[GroupRow, ...]
    ties: tuple[TieRow, ...]
    unassessed: tuple[str, ...]
    basis: tuple[str, ...]


def overview_view(report: YearReport, files: Mapping[int, str], lang: Lang) -> OverviewView:
    """The overview of a report; `files` are those of the pages of units, by row, '' for pages in the same file."""
    result = report.ranking
    groups = ranking_groups(result, files, lang)
    rows = [row for group in groups for row in group.rows]
    has_pills = any(row.pills or row.remark for row in rows)
    shown, more = parted(cost_rows(result, lang))
    return OverviewView(
        over=over_line(result, lang),
        title=title_sentence(result, lang),
        lede=lede(result, lang),
        figures=figures(result, lang),
        heads=area_heads(report.scored.sheet.scheme, lang),
        groups=groups,
        kinds=tuple(sorted({row.kind for row in rows})),
        has_claims=any(row.bar is not None and row.bar.ring is not None for row in rows),
        has_classes=bool(report.scored.sheet.scheme.classes),
        has_pills=has_pills,
        fits=len(report.scored.sheet.scheme.areas) + (PILLS if has_pills else 0) <= FITTING,
        tints=tint_legend(lang),
        pills_legend=quality_legend(lang),
        costs=shown,
        more_costs=more,
        spread=spread_picture(result, lang),
        spread_rows=spread_rows(result, lang),
        moves=moves_view(report.last_year, lang),
        class_heads=class_heads(result, lang),
        group_rows=group_rows(result, lang),
        ties=tie_rows(result, lang),
        unassessed=unassessed_notes(result, lang),
        basis=basis_notes(report, lang),
    )
