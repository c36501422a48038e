"""Notes below a ranking: highest, mean and lowest index, and how many units have each class."""

from cchc_score.results.ranked_units import UnitRanking
from cchc_score.results.ranking_statistics import (
    SHARE_DECIMALS,
    ClassShare,
    UnitStatistics,
    group_statistics,
    kind_statistics,
)
from cchc_score.text import Lang, number, pick


def statistics_notes(result: UnitRanking, lang: Lang) -> list[str]:
    """Two lines for each group that is ranked by itself, and for each kind where several share a ranking."""
    decimals = result.scored.sheet.scheme.index_decimals
    notes = []
    for one in (*group_statistics(result), *kind_statistics(result)):
        notes += _index_notes(one, decimals, lang) + _class_notes(one, lang)
    return notes


def _index_notes(one: UnitStatistics, decimals: int, lang: Lang) -> list[str]:
    if one.indices is None:
        return []
    highest, mean, lowest = (
        number(index, decimals, lang) for index in (one.indices.highest, one.indices.mean, one.indices.lowest)
    )
    words = pick(
        lang,
        f"cao nhất {highest}; trung bình {mean}; thấp nhất {lowest}; {one.ranked} đơn vị có hạng",
        f"highest {highest}; mean {mean}; lowest {lowest}; {one.ranked} ranked units",
    )
    return [f"{pick(lang, 'Chỉ số (%)', 'Index (%)')}{_of_group(one)}: {words}."]


def _class_notes(one: UnitStatistics, lang: Lang) -> list[str]:
    if not one.classes:
        return []
    words = "; ".join(_class_words(given, lang) for given in one.classes)
    return [f"{pick(lang, 'Xếp loại', 'Classes')}{_of_group(one)}: {words}."]


def _class_words(given: ClassShare, lang: Lang) -> str:
    return f"{class_name(given, lang)} {number(given.count, 0, lang)} ({number(given.share, SHARE_DECIMALS, lang)}%)"


def class_name(given: ClassShare, lang: Lang) -> str:
    """The name of a class; that a unit has none where it has none."""
    return given.name or pick(lang, "không xếp loại", "no class")


def _of_group(one: UnitStatistics) -> str:
    return f", {one.group}" if one.group else ""
