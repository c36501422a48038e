"""The JSON of a result within a page: packed, because it is ten times as long as the page otherwise."""

import json
from base64 import b64encode
from collections.abc import Sequence
from gzip import compress
from typing import Any

from cchc_score.results.ranked_units import UnitRanking
from cchc_score.results.ranking_json import ranking_data
from cchc_score.results.scored import ScoredStage
from cchc_score.results.unit_sheet import sheets_data
from cchc_score.text import Lang

DATA_TYPE = "application/gzip;base64"
"""What the element with the data holds: JSON in UTF-8, packed by gzip, written in base64."""


def ranking_packed(result: UnitRanking, with_facts: bool, lang: Lang) -> str:
    """The JSON of `rank`; without the facts of each criterion where the page itself tells them of every unit."""
    data = ranking_data(result, lang)
    if not with_facts:
        for commune in data["communes"]:
            for criterion in commune["criteria"]:
                del criterion["facts"]
    return packed(data)


def units_packed(scored: ScoredStage, rows: Sequence[int], lang: Lang) -> str:
    """The JSON of `score` for some units."""
    return packed(sheets_data(scored, rows, lang))


def packed(data: Any) -> str:
    """Data as JSON, packed; letters, digits and signs that no page can mistake for markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
    # Without the time of its making: the same data give the same bytes.
    return b64encode(compress(text, 9, mtime=0)).decode()
