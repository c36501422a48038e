"""The areas of a commune; the bar of each stands against the median and the best of all units."""

from dataclasses import dataclass
from fractions import Fraction

from cchc_score.explain.working import area_working
from cchc_score.look.bar_picture import Bar, bar
from cchc_score.look.heat_picture import heat_step
from cchc_score.model import Area
from cchc_score.pages.mark_cells import certain_cell, reachable_cell
from cchc_score.report.html.addresses import address, anchor
from cchc_score.report.html.commune_setting import CommuneSetting
from cchc_score.results.area_spread import Spread
from cchc_score.sheet import Mark
from cchc_score.text import Lang, number, pick

WIDTH = 120


@dataclass(frozen=True, slots=True)
class AreaBlock:
    """An area of a unit: `key` is its place in the scheme, `reason` the address of its first criterion.

    `beside` is what else is to be said of it.
    """

    id: str
    name: str
    points: str
    reason: str
    share: str
    step: int | None
    rank: str
    bar: Bar | None
    beside: str
    key: int


def area_blocks(setting: CommuneSetting, row: int) -> tuple[AreaBlock, ...]:
    """The areas of a unit, in the order of the scheme."""
    return tuple(_block(setting, row, area) for area in setting.scored.sheet.scheme.areas)


def _block(setting: CommuneSetting, row: int, area: Area) -> AreaBlock:
    scored, lang = setting.scored, setting.lang
    mark = scored.sheet.mark(row, scored.sheet.areas[area.code])
    rank = int(scored.sheet.area_ranks[area.code][row])
    spread = setting.spreads[area.code]
    share, decimals = mark.index, scored.sheet.scheme.index_decimals
    unit = scored.sheet.table.units[row].code
    return AreaBlock(
        id=anchor(unit, area.code),
        name=f"{area.number}. {setting.area_names[area.code] if setting.once else area.label(lang)}",
        points=of_most(mark, scored.decimals_at(area.code), lang),
        reason=address(unit, area.criteria[0]) if area.criteria else "",
        share="-" if share is None else f"{number(share, decimals, lang)}%",
        step=heat_step(share),
        rank=str(rank or "-"),
        bar=None if share is None or spread is None else bar(share, width=WIDTH),
        # On the pages of all units what is the same of all stands once, with the ranking.
        beside="; ".join(
            filter(
                None,
                (
                    _working(setting, row, area),
                    "" if setting.once or spread is None else _against(spread, decimals, lang),
                ),
            )
        ),
        key=scored.sheet.scheme.areas.index(area),
    )


def _working(setting: CommuneSetting, row: int, area: Area) -> str:
    """That points of criteria add up is seen; what is cut, taken off, or not held is said."""
    if area.kind == "normal" and area.held:
        return ""
    return area_working(setting.scored.sheet, row, area, setting.lang)


def of_most(mark: Mark, decimals: int, lang: Lang) -> str:
    """Points of what was reachable: '1,36/2'; a dash alone for what does not apply."""
    points, most = certain_cell(mark, decimals, lang).text, reachable_cell(mark, lang).text
    return points if points == most == "-" else f"{points}/{most}"


def area_mark(spread: Spread | None) -> Bar:
    """The median and the best of an area on the scale of its bars, which are the same for all units."""
    if spread is None:
        return bar(Fraction(0), width=WIDTH)
    return bar(Fraction(0), middle=spread.median, best=spread.highest, width=WIDTH)


def _against(spread: Spread, decimals: int, lang: Lang) -> str:
    median, best = number(spread.median, decimals, lang), number(spread.highest, decimals, lang)
    return pick(lang, f"trung vị {median}%, cao nhất {best}%", f"median {median}%, highest {best}%")
