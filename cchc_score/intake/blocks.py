"""Facts of many units read column by column, and told unit by unit only where somebody asks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import add, gt
from typing import Any, cast, overload

from cchc_score.facts import MAX_DECIMALS, Origin, decode, encode
from cchc_score.intake.headings import Heading
from cchc_score.intake.told import Told
from cchc_score.intake.values import Unreadable, fact
from cchc_score.model import NUMBERS


@dataclass(frozen=True, slots=True)
class TextColumn:
    """One column of a table: the cells as written, and what they say as a table of facts stores it.

    `faults` are the codes of the findings about texts that nobody can read; their cells are unknown.
    """

    heading: Heading
    texts: Sequence[str]
    values: Sequence[int]
    known: Sequence[int]
    faults: Mapping[str, str]


class _Texts(dict[str, int | None]):
    """What texts say, each read once; None for one that says nothing."""

    def __init__(self, heading: Heading) -> None:
        super().__init__()
        self._heading = heading
        self.faults: dict[str, str] = {}

    def __missing__(self, text: str) -> int | None:
        indicator = self._heading.indicator
        self[text] = None
        if text.strip():
            try:
                self[text] = encode(indicator, fact(indicator, text.strip(), self._heading.legend))
            except Unreadable as fault:
                self.faults[text] = fault.code
        return self[text]


def read_columns(headings: Sequence[Heading], texts: Sequence[Sequence[str]]) -> dict[str, TextColumn]:
    """The columns of a table by indicator; `texts` are all its columns, those without a heading too."""
    memories: dict[object, _Texts] = {}
    columns = {}
    for heading in headings:
        one = heading.indicator
        # Indicators of one kind read a text alike.
        memory = memories.setdefault((one.kind, one.decimals, one.options, heading.legend), _Texts(heading))
        own = texts[heading.place]
        said = list(map(memory.__getitem__, own))
        faults = {text: memory.faults[text] for text in memory.faults.keys() & set(own)} if memory.faults else {}
        columns[one.code] = TextColumn(heading, own, *_stored(said), faults)
    return columns


def _stored(said: list[int | None]) -> tuple[list[int], bytes]:
    """Values and whether they are known, as a table stores them."""
    if None not in said:
        return cast(list[int], said), b"\1" * len(said)
    return [one or 0 for one in said], bytes([one is not None for one in said])


@dataclass(frozen=True, slots=True)
class Block:
    """The columns of one table, with the file and line of each row, and the rows that may contradict themselves."""

    file: str
    lines: Sequence[int]
    columns: Mapping[str, TextColumn]
    suspects: frozenset[int]
    sheet: str = ""
    letters: Sequence[str] = ()
    faulty: tuple[TextColumn, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "faulty", tuple(column for column in self.columns.values() if column.faults))

    def origin(self, row: int, code: str) -> Origin:
        """Where a fact stands."""
        column = self.columns[code]
        text, cell = column.texts[row].strip(), self.cell(row, column.heading.place)
        return Origin(self.file, self.lines[row], column.heading.row, text, cell=cell)

    def cell(self, row: int, place: int) -> str:
        """The name of a cell of a sheet."""
        return f"{self.sheet}!{self.letters[place]}{self.lines[row]}" if self.letters else ""


class Line(Sequence[Told]):
    """The facts of one row of a block, made when they are asked for."""

    def __init__(self, block: Block, row: int) -> None:
        self.block, self.row = block, row

    @property
    def sure(self) -> bool:
        """Whether no figure of the row contradicts another: then nobody need look at them one by one."""
        return self.row not in self.block.suspects

    @overload
    def __getitem__(self, place: int) -> Told: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Told]: ...
    def __getitem__(self, place: Any) -> Any:
        return self._made()[place]

    def __len__(self) -> int:
        return sum(column.known[self.row] for column in self.block.columns.values())

    def __iter__(self) -> Iterator[Told]:
        return iter(self._made())

    def _made(self) -> list[Told]:
        return [
            Told(code, decode(column.heading.indicator, column.values[self.row]), self.block.origin(self.row, code))
            for code, column in self.block.columns.items()
            if column.known[self.row]
        ]


class Origins(Mapping[tuple[int, str], Origin]):
    """Where every fact of a table stands: some are written down, those of lines are made when asked for."""

    def __init__(self, single: Mapping[tuple[int, str], Origin], lines: Mapping[int, Line]) -> None:
        self._single, self._lines = single, lines

    def __getitem__(self, key: tuple[int, str]) -> Origin:
        line, code = self._lines.get(key[0]), key[1]
        if line is None:
            return self._single[key]
        if code not in line.block.columns or not line.block.columns[code].known[line.row]:
            raise KeyError(key)
        return line.block.origin(line.row, code)

    def __iter__(self) -> Iterator[tuple[int, str]]:
        yield from self._single
        yield from ((place, one.code) for place, line in self._lines.items() for one in line)

    def __len__(self) -> int:
        return len(self._single) + sum(map(len, self._lines.values()))


def suspects(columns: Mapping[str, TextColumn]) -> frozenset[int]:
    """The rows in which a relation between indicators may be broken: none is left out, some may turn out well."""
    numbers = {code: one for code, one in columns.items() if one.heading.indicator.kind in NUMBERS}
    found: set[int] = set()
    for column in numbers.values():
        indicator = column.heading.indicator
        scale = 10**indicator.decimals
        if indicator.kind == "percent":
            found.update(row for row, value in enumerate(column.values) if value > 100 * scale)
        whole = numbers.get(indicator.part_of or "")
        if whole is not None:
            # An unknown whole stands as 0 and is no suspicion; an unknown part is above nothing.
            above = map(gt, *_even(column, whole))
            found.update(row for row, one in enumerate(above) if one and whole.known[row])
        parts = [numbers[part] for part in indicator.sum_of if part in numbers]
        if indicator.sum_of and len(parts) == len(indicator.sum_of):
            every = zip(column.known, *(part.known for part in parts), strict=True)
            found.update(row for row, one in enumerate(every) if all(one) and _differs(column, parts, row))
        for other in indicator.exclusive_with:
            if other in numbers:
                together = map(add, *_even(column, numbers[other]))
                most = 100 * max(scale, 10 ** numbers[other].heading.indicator.decimals)
                found.update(row for row, value in enumerate(together) if value > most)
    return frozenset(found)


def _even(first: TextColumn, second: TextColumn) -> tuple[Sequence[int], Sequence[int]]:
    """The values of two columns in one unit."""
    more = first.heading.indicator.decimals - second.heading.indicator.decimals
    return _times(first.values, -more), _times(second.values, more)


def _times(values: Sequence[int], decimals: int) -> Sequence[int]:
    return values if decimals <= 0 else [value * 10**decimals for value in values]


def _differs(column: TextColumn, parts: Sequence[TextColumn], row: int) -> bool:
    whole, *others = (
        one.values[row] * 10 ** (MAX_DECIMALS - one.heading.indicator.decimals) for one in (column, *parts)
    )
    return bool(whole != sum(others))
