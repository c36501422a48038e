"""The days, texts and names in a moved scheme one by one, and the scheme with what somebody says of them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import tomli

from cchc_score.files.toml_file import toml_string
from cchc_score.files.toml_lines import KeyPath, key_lines
from cchc_score.schemes.next_year import MARK, MovedKind, MovedLine, NextYear

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_DATE = re.compile(r"(?<![0-9])20[0-9]{2}-[0-9]{2}-[0-9]{2}(?![0-9])")
_PERIOD = re.compile(r"20[0-9]{2}")
_DRAFT = re.compile(r"draft +=")


@dataclass(frozen=True, slots=True)
class MovedValue:
    """A value of a moved line: where it stands in the text, under which key, as it was and as it is proposed.

    Days are as ISO 8601 writes them; texts are without their quotes. `place` is the line of the moved text, and the
    how manieth of its kind in it.
    """

    place: tuple[int, int]
    path: KeyPath
    kind: MovedKind
    before: str
    after: str


def moved_values(new: NextYear) -> tuple[MovedValue, ...]:
    """Every value that has moved or has to be put in anew, in the order of the text."""
    paths = {line: path for path, line in key_lines(new.text)}
    return tuple(
        MovedValue((line.line, at), paths.get(line.line, ()), line.kind, before, after)
        for line in new.moved
        for at, before, after in _values(line)
    )


def with_values(new: NextYear, values: Mapping[tuple[int, int], str]) -> str:
    """The moved text with other values in their places, and without its marks: somebody has confirmed all of it."""
    kinds = {line.line: line.kind for line in new.moved}
    lines = [
        _with_values(line, kinds[number], {at: text for (on, at), text in values.items() if on == number})
        if number in kinds
        else line
        for number, line in enumerate(new.text.split("\n"), 1)
    ]
    return "\n".join(line for line in lines if not (_DRAFT.match(line) and MARK.removeprefix("# ") in line))


def _shape(kind: MovedKind) -> re.Pattern[str]:
    return {"period": _PERIOD, "date": _DATE, "text": _STRING, "kept": _STRING}[kind]


def _values(line: MovedLine) -> Iterator[tuple[int, str, str]]:
    shape = _shape(line.kind)
    found = zip(_found(shape, line.before), _found(shape, line.after), strict=True)
    for at, (before, after) in enumerate(found):
        if before != after or (line.kind == "kept" and at == 0):
            yield at, _said(before), _said(after)


def _found(shape: re.Pattern[str], line: str) -> list[str]:
    return [found[0] for found in shape.finditer(line.removesuffix(MARK))]


def _said(found: str) -> str:
    return str(tomli.loads(f"x = {found}")["x"]) if found.startswith('"') else found


def _with_values(line: str, kind: MovedKind, values: Mapping[int, str]) -> str:
    line, ats = line.removesuffix(MARK).rstrip(), iter(range(len(line)))

    def put(found: re.Match[str]) -> str:
        at = next(ats)
        # As it was proposed it stays as it was written.
        if at not in values or values[at] == _said(found[0]):
            return found[0]
        return toml_string(values[at]) if kind in ("text", "kept") else values[at]

    return _shape(kind).sub(put, line)
