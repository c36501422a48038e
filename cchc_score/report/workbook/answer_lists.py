"""Lists to choose from in the cells of answers: the words that formulas know, and no others."""

from collections.abc import Sequence
from typing import Any

from cchc_score.text import Lang, pick

_LONGEST = 255
"""So many letters a list may have in a file."""
_CELLS = 500
"""So many cells one list is for: programs grow slow over one that names thousands."""


def write_answer_lists(tab: Any, column: int, rows: Sequence[int], words: Sequence[str], lang: Lang) -> None:
    """A list of answers for the cells of a column in some rows, counted from 0; none where it would be too long."""
    # A comma parts the answers of a list.
    if len(",".join(words)) > _LONGEST or any("," in word for word in words):
        return
    for first in range(0, len(rows), _CELLS):
        some = rows[first : first + _CELLS]
        tab.data_validation(
            some[0],
            column,
            some[0],
            column,
            {
                "validate": "list",
                "source": list(words),
                "other_cells": [[row, column, row, column] for row in some[1:]],
                "error_title": pick(lang, "Không có trả lời này", "No such answer"),
                "error_message": pick(lang, "Hãy chọn trong danh sách.", "Choose one of the list."),
            },
        )
