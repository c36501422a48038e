"""Texts of an older encoding in a document: put into Unicode where that is asked for, and told in any case."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from cchc_score.documents import Cell, Tables
from cchc_score.findings import Finding, Place
from cchc_score.legacy_text import (
    NAMES,
    Encoding,
    decode,
    font_encoding,
    guess,
    is_coded,
    looks_coded,
    shows_capitals,
)
from cchc_score.text import brief

_SHOWN = 40
_LATIN = "latin-1"
"""One letter for each byte: what a program shows that knows nothing of an older encoding."""


@dataclass(slots=True)
class Recoding:
    """The texts of one file while they are looked at; `encoding` is what a person has asked for."""

    name: str
    encoding: Encoding | None
    done: int = 0
    first: tuple[str, str] = ("", "")
    left: dict[Encoding, tuple[int, str]] = field(default_factory=dict)

    def meets(self, own: Encoding, text: str, plain: str) -> bool:
        """Count a text of an encoding, and what it is in Unicode; whether it is to be put into it."""
        if own == self.encoding:
            self.done += 1
            self.first = self.first if any(self.first) else (text, plain)
            return True
        count, sample = self.left.get(own, (0, plain))
        self.left[own] = (count + 1, sample)
        return False

    def findings(self) -> Iterator[Finding]:
        """What was put into Unicode, and what was not."""
        place = Place(self.name)
        if self.encoding is not None and self.done:
            text, plain = map(_sample, self.first)
            args = {"encoding": NAMES[self.encoding], "count": self.done, "text": text, "plain": plain}
            yield Finding("text-converted", place, args)
        for encoding, (count, plain) in self.left.items():
            args = {**coded_args(encoding, plain), "count": count}
            yield Finding("text-legacy", place, args)


def coded_args(encoding: Encoding, plain: str) -> dict[str, object]:
    """What the findings about text of an encoding name."""
    return {"encoding": NAMES[encoding], "code": encoding, "plain": _sample(plain)}


def _sample(text: str) -> str:
    return brief(" ".join(text.split()), _SHOWN)


def recode_tables(document: Tables, encoding: Encoding | None, name: str) -> Tables:
    """A document of cells, those in a font of the encoding asked for in Unicode, and what looks so by its words."""
    if encoding is None and not any(cell.font for table in document.tables for _, row in table.rows for cell in row):
        return document
    recoding = Recoding(name, encoding)
    tables = tuple(
        replace(table, rows=tuple((line, tuple(_cell(cell, recoding) for cell in cells)) for line, cells in table.rows))
        for table in document.tables
    )
    lines = tuple((line, _by_words(text, recoding)) for line, text in document.lines)
    return replace(document, tables=tables, lines=lines, findings=(*document.findings, *recoding.findings()))


def _cell(cell: Cell, recoding: Recoding) -> Cell:
    own = font_encoding(cell.font)
    text = _by_words(cell.text, recoding) if own is None else cell.text
    if own is not None:
        plain = decode(text, own, shows_capitals(cell.font))
        text = plain if recoding.meets(own, text, plain) else text
    merged = _by_words(cell.merged, recoding)
    # Nearly all cells stay as they are.
    return cell if (text, merged) == (cell.text, cell.merged) else replace(cell, text=text, merged=merged)


def _by_words(text: str, recoding: Recoding) -> str:
    encoding = recoding.encoding
    if encoding is None or not is_coded(text) or not looks_coded(text, encoding):
        return text
    plain = decode(text, encoding)
    recoding.meets(encoding, text, plain)
    return plain


def recode_bytes(data: bytes, encoding: Encoding, name: str) -> tuple[bytes, tuple[Finding, ...]]:
    """A text file in UTF-8, its lines in an encoding put into Unicode."""
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        lines = data.decode(_LATIN).split("\n")
    # By the file as a whole: a short line may be good words in either way.
    if guess(lines) != encoding:
        return data, ()
    recoding = Recoding(name, encoding)
    found = []
    for line in lines:
        plain = decode(line, encoding)
        if is_coded(line):
            recoding.meets(encoding, line, plain)
        found.append(plain)
    return "\n".join(found).encode(), tuple(recoding.findings())


def texts_encoding(texts: list[str]) -> tuple[Encoding, str] | None:
    """The encoding of some texts by their words, and the first of them in Unicode; None for Unicode."""
    encoding = guess(texts)
    if encoding is None:
        return None
    return encoding, next(decode(text, encoding) for text in texts if looks_coded(text, encoding))
