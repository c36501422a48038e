"""How far units lie apart, in total and by area: a strip with a tick for each, and the numbers of it."""

from dataclasses import dataclass
from fractions import Fraction

from cchc_score.look.strip_picture import Strip, strip
from cchc_score.report.html.area_names import short_names
from cchc_score.results.area_spread import Spread, spread_at
from cchc_score.results.ranked_units import UnitRanking
from cchc_score.text import Lang, number, pick


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """The numbers of a place, in percent: in words as they stand in a table."""

    name: str
    lowest: str
    median: str
    mean: str
    highest: str


def spreads(result: UnitRanking, lang: Lang) -> list[tuple[str, Spread]]:
    """The spread of the ranked units in total and in each normal area, with its name."""
    scheme, scored = result.scored.sheet.scheme, result.scored
    rows = [line.row for line in result.lines if line.rank is not None]
    names = short_names(scheme, lang)
    places = [("total", pick(lang, "Chỉ số", "Index"))]
    places += [(area.code, f"{area.number}. {names[area.code]}") for area in scheme.areas if area.kind == "normal"]
    found = ((name, spread_at(scored, place, rows)) for place, name in places)
    return [(name, spread) for name, spread in found if spread is not None]


def spread_rows(result: UnitRanking, lang: Lang) -> tuple[SpreadRow, ...]:
    """The numbers of every place."""
    decimals = result.scored.sheet.scheme.index_decimals

    def words(value: Fraction) -> str:
        return number(value, decimals, lang)

    return tuple(
        SpreadRow(name, words(one.lowest), words(one.median), words(one.mean), words(one.highest))
        for name, one in spreads(result, lang)
    )


def spread_picture(result: UnitRanking, lang: Lang) -> Strip:
    """The strip of every place, with the shares from which classes are given on its scale."""
    title = pick(lang, "Phần đạt được, mỗi vạch là một đơn vị", "Share reached, a tick for each unit")
    places = [(name, number(one.median, 1, lang), one.shares, one.median) for name, one in spreads(result, lang)]
    signs = [(Fraction(at), f"{at}%") for at in (0, 25, 50, 75, 100)]
    return strip(title, places, signs)
