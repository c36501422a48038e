"""The JSON of a ranking: the units as `score` gives them, in its order, and what it says of many of them together."""

from typing import Any

from cchc_score.formats import Entries, whole_data
from cchc_score.results.ranked_units import UnitRanking
from cchc_score.results.ranking_statistics import group_statistics, kind_statistics, statistics_data
from cchc_score.text import Lang


def ranking_data(result: UnitRanking, lang: Lang) -> dict[str, Any]:
    """The units as `score` gives them, in the order of the ranking; by what else than the total they are ranked."""
    return whole_data(ranking_entries(result, lang))


def ranking_entries(result: UnitRanking, lang: Lang) -> dict[str, Any]:
    """The same, the data of each unit made when it is asked for."""
    # A table is made without the score sheets that the data of units need.
    from cchc_score.results.unit_sheet import sheets_entries

    data = sheets_entries(result.scored, result.rows, lang)
    decimals = result.scored.sheet.scheme.index_decimals
    data["summary"] = [statistics_data(one, decimals) for one in group_statistics(result)]
    kinds = kind_statistics(result)
    if kinds:
        data["summary_by_kind"] = [statistics_data(one, decimals) for one in kinds]
    # The rank by the total stands in every unit already.
    if result.by == "total":
        return data
    data["by"] = result.by
    communes = data["communes"]
    data["communes"] = Entries(
        lambda: ({**commune, "rank_by": line.rank} for commune, line in zip(communes, result.lines, strict=True))
    )
    return data
