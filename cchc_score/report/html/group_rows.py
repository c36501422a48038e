"""The statistics of groups and kinds of units, and the neighbours that lie close."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.pages.statistics_notes import class_name
from cchc_score.results.near_ties import NearTie, near_ties
from cchc_score.results.ranked_units import RankingLine, UnitRanking
from cchc_score.results.ranking_statistics import UnitStatistics, group_statistics, kind_statistics
from cchc_score.text import Lang, number, pick, shown


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Some units together: how many, their indices, how many of each class."""

    name: str
    units: str
    highest: str
    mean: str
    lowest: str
    classes: tuple[str, ...]


def group_rows(result: UnitRanking, lang: Lang) -> tuple[GroupRow, ...]:
    """Each group that is ranked by itself, and each kind where several are ranked together."""
    decimals = result.scored.sheet.scheme.index_decimals
    heads = class_heads(result, lang)
    return tuple(_row(one, heads, decimals, lang) for one in (*group_statistics(result), *kind_statistics(result)))


def _row(one: UnitStatistics, heads: Sequence[str], decimals: int, lang: Lang) -> GroupRow:
    def words(value: Fraction | None) -> str:
        return "-" if value is None else number(value, decimals, lang)

    indices = one.indices
    counts = {class_name(given, lang): f"{given.count} ({number(given.share, 1, lang)}%)" for given in one.classes}
    return GroupRow(
        name=one.group or pick(lang, "tất cả", "all"),
        units=str(one.units),
        highest=words(indices.highest if indices else None),
        mean=words(indices.mean if indices else None),
        lowest=words(indices.lowest if indices else None),
        # That everybody has a class is said of no group for itself, and stands where one of them differs.
        classes=tuple(counts.get(head, "0") for head in heads),
    )


def class_heads(result: UnitRanking, lang: Lang) -> tuple[str, ...]:
    """The names of the classes, over their counts."""
    rows = (*group_statistics(result), *kind_statistics(result))
    return tuple(class_name(given, lang) for given in max((one.classes for one in rows), key=len, default=()))


@dataclass(frozen=True, slots=True)
class TieRow:
    """Two neighbours with their ranks and indices, and how far they lie apart."""

    upper: str
    lower: str
    apart: str


def tie_rows(result: UnitRanking, lang: Lang) -> tuple[TieRow, ...]:
    """The neighbours that lie close."""
    return tuple(_tie_row(one, lang) for one in near_ties(result))


def _tie_row(one: NearTie, lang: Lang) -> TieRow:
    def words(line: RankingLine) -> str:
        return f"{line.rank}. {line.unit.name} ({shown(line.index or '-', lang)})"

    apart = "0" if not one.apart else number(one.apart, 4, lang)
    return TieRow(words(one.upper), words(one.lower), apart)
