"""One column of a table of many units: its texts, and what they say as a table of facts stores it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from operator import is_not
from typing import cast

from cchc_score.facts import encode
from cchc_score.intake.headings import ColumnHeading
from cchc_score.intake.printed_values import StoredValue, Unreadable, cell_fact, cell_remarks
from cchc_score.model import Indicator

Remarks = tuple[tuple[str, dict[str, object]], ...]
"""Codes of findings with their arguments."""


@dataclass(frozen=True, slots=True)
class TextColumn:
    """One column of a table: the cells as written, and what they say as a table of facts stores it.

    `faults` are the codes of the findings about texts that nobody can read; their cells are unknown. `remarks` are
    what a reader should know of others, by their text.
    """

    heading: ColumnHeading
    texts: Sequence[str]
    values: Sequence[int]
    known: Sequence[int]
    faults: Mapping[str, str]
    remarks: Mapping[str, Remarks] = field(default_factory=dict)

    @property
    def indicator(self) -> Indicator:
        """The indicator that the column holds."""
        return self.heading.indicator


class _TextValues(dict[str, int | None]):
    """What cells say by their texts, each read once; None for one that says nothing."""

    def __init__(self, heading: ColumnHeading) -> None:
        super().__init__()
        self._heading = heading
        self.faults: dict[str, str] = {}
        self.remarks: dict[str, Remarks] = {}

    def __missing__(self, text: str) -> int | None:
        # Called by dict for a text that it has not yet: the usual case of a text that is known takes no call in Python.
        return self.read(text, None)

    def read(self, text: str, stored: StoredValue | None) -> int | None:
        """What a cell with a text says, whose file stores a value or not (None)."""
        indicator = self._heading.indicator
        # Before it is tried, so that an unreadable text too is read only once.
        self[text] = None
        if text.strip():
            try:
                self[text] = encode(indicator, cell_fact(indicator, text.strip(), stored, self._heading.legend))
                remarks = tuple(cell_remarks(indicator, text.strip(), stored, self._heading.legend))
                if remarks:
                    self.remarks[text] = remarks
            except Unreadable as fault:
                self.faults[text] = fault.code
        return self[text]


def read_columns(
    headings: Sequence[ColumnHeading], texts: Sequence[Sequence[str]], stored: Sequence[Sequence[StoredValue | None]]
) -> dict[str, TextColumn]:
    """The columns of a table by indicator; `texts` are all its columns, those without a heading too.

    `stored` are the values that a workbook keeps beside the texts, column by column; nothing for a file of texts.
    """
    memories: dict[object, _TextValues] = {}
    columns = {}
    for heading in headings:
        indicator = heading.indicator
        # Indicators of one kind read a text alike.
        key = (indicator.kind, indicator.decimals, indicator.options, heading.legend)
        memory = memories.setdefault(key, _TextValues(heading))
        own = texts[heading.column]
        if stored:
            # Cells that show the same text in this spelling hold the same value, so one of them is enough.
            cells = zip(own, stored[heading.column], strict=True)
            said = [memory[text] if text in memory else memory.read(text, value) for text, value in cells]
        else:
            said = list(map(memory.__getitem__, own))
        # A memory may serve several columns: only what stands in this one is its fault.
        faults = {text: memory.faults[text] for text in memory.faults.keys() & set(own)} if memory.faults else {}
        remarks = {text: memory.remarks[text] for text in memory.remarks.keys() & set(own)} if memory.remarks else {}
        columns[indicator.code] = TextColumn(heading, own, *_as_stored(said), faults, remarks)
    return columns


def _as_stored(said: list[int | None]) -> tuple[list[int], bytes]:
    """Values and whether they are known, as a table stores them."""
    if None not in said:
        return cast(list[int], said), b"\1" * len(said)
    # Unknown stands as 0 beside a flag, for a column of whole numbers has no room for None.
    return [value or 0 for value in said], bytes(map(is_not, said, repeat(None)))
