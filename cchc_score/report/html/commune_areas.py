"""The areas of a commune, each with its criteria; its bar stands against the median and the best of all units."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_score.explain.why import Why
from cchc_score.explain.working import area_working
from cchc_score.look.pictures import Bar, bar, heat_step
from cchc_score.model import Area
from cchc_score.pages.mark_cells import certain_cell, reachable_cell
from cchc_score.report.html.addresses import anchor
from cchc_score.report.html.commune_setting import CommuneSetting
from cchc_score.report.html.criterion_rows import CriterionRow, criterion_row
from cchc_score.results.area_spread import Spread
from cchc_score.text import Lang, number, pick


@dataclass(frozen=True, slots=True)
class AreaBlock:
    """An area of a unit; `rules` is the address of how its criteria are scored, '' where that stands in each row."""

    id: str
    name: str
    points: str
    most: str
    share: str
    step: int | None
    rank: str
    bar: Bar | None
    against: str
    working: str
    rules: str
    rows: tuple[CriterionRow, ...]


def area_blocks(setting: CommuneSetting, row: int, reasons: Sequence[Why]) -> tuple[AreaBlock, ...]:
    """The areas of a unit, in the order of the scheme."""
    keyed = list(enumerate(reasons))
    return tuple(
        _block(setting, row, area, [criterion_row(setting, why, key) for key, why in keyed if why.criterion.area == area.code])
        for area in setting.scored.sheet.scheme.areas
    )


def _block(setting: CommuneSetting, row: int, area: Area, rows: Sequence[CriterionRow]) -> AreaBlock:
    scored, lang = setting.scored, setting.lang
    mark = scored.sheet.mark(row, scored.sheet.areas[area.code])
    rank = int(scored.sheet.area_ranks[area.code][row])
    spread = setting.spreads[area.code]
    share, decimals = mark.index, scored.sheet.scheme.index_decimals
    return AreaBlock(
        id=anchor(scored.sheet.table.units[row].code, area.code),
        name=f"{area.number}. {setting.area_names[area.code] if setting.once else area.label(lang)}",
        points=certain_cell(mark, scored.decimals_at(area.code), lang).text,
        most=reachable_cell(mark, lang).text,
        share="-" if share is None else f"{number(share, decimals, lang)}%",
        step=heat_step(share),
        rank=pick(lang, f"hạng {rank}", f"rank {rank}") if rank else "",
        bar=None if share is None or spread is None else bar(share, None, spread.median, spread.highest, width=120),
        against="" if spread is None else _against(spread, decimals, lang),
        working=area_working(scored.sheet, row, area, lang),
        rules=f"#{anchor('rules', area.code)}" if setting.once else "",
        rows=tuple(rows),
    )


def _against(spread: Spread, decimals: int, lang: Lang) -> str:
    median, best = number(spread.median, decimals, lang), number(spread.highest, decimals, lang)
    return pick(lang, f"Trung vị {median}%, cao nhất {best}%.", f"Median {median}%, highest {best}%.")
