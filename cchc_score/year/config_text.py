"""The text of `cchc.toml` with other values in it; comments, order and everything else stay as somebody wrote them."""

import re
from collections.abc import Mapping, MutableMapping, Sequence
from itertools import zip_longest
from typing import Any

import tomlkit
from tomlkit.items import Array

from cchc_score.appraisal.appraisal_model import Phases, Window
from cchc_score.appraisal.moments import Moment
from cchc_score.files.disk import decode_text
from cchc_score.files.text_encoding import encoding_of
from cchc_score.year.config import NAME

_WORDS = (("from", "opens"), ("to", "closes"))
"""The words for the beginning of a phase and for its end; the first where neither stands there."""
_WINDOW = re.compile(r"\{ ?((?:from|to|opens|closes) = [^{}\"'#]*[^{}\"'# ]) ?\}")
_OF_ONE_YEAR = {"survey": ("held", "reason"), "annex": ("number", "date", "attached_to")}


def with_phases(data: bytes, phases: Phases) -> bytes:
    """A `cchc.toml` that can be read, with other phases."""
    document = tomlkit.parse(decode_text(data, NAME))
    if "phases" not in document:
        document.add(tomlkit.nl())
        document["phases"] = tomlkit.table()
    table: Any = document["phases"]
    if phases.self_score != Window() or "self_score" in table:
        _set_window(table.setdefault("self_score", tomlkit.inline_table()), phases.self_score)
    for name, windows in (("appraisal", phases.appraisal), ("explanation", phases.explanation)):
        _set_rounds(table, name, windows)
    return _written(document, data)


def for_next_year(data: bytes, keys: Mapping[str, str]) -> bytes:
    """A `cchc.toml` that can be read, with texts under some keys at its top, and without what was decided for its year.

    That are the criteria taken out, that no survey is held, and the number and the day of the printed result.
    """
    document: Any = tomlkit.parse(decode_text(data, NAME))
    document.pop("taken_out", None)
    for table, gone in _OF_ONE_YEAR.items():
        for key in gone:
            document.get(table, {}).pop(key, None)
    for key, text in keys.items():
        if key in document:
            _replace(document, key, text)
        else:
            # Keys stand above the tables: what is new comes behind one that is always there.
            document._insert_after("scheme", key, tomlkit.item(text))
    return _written(document, data)


def _set_rounds(table: MutableMapping[str, Any], name: str, windows: Sequence[Window]) -> None:
    rounds = table.get(name)
    if rounds is None:
        if not windows:
            return
        rounds = table[name] = tomlkit.array()
    del rounds[len(windows) :]
    for at, window in enumerate(windows):
        if at == len(rounds):
            rounds.append(tomlkit.inline_table() if isinstance(rounds, Array) else tomlkit.table())
        _set_window(rounds[at], window)


def _set_window(table: MutableMapping[str, Any], window: Window) -> None:
    for words, moment in zip_longest(_WORDS, (window.first, window.last)):
        _set_moment(table, words, moment)


def _set_moment(table: MutableMapping[str, Any], words: Sequence[str], moment: Moment | None) -> None:
    word = next((word for word in words if word in table), words[0])
    if moment is None:
        table.pop(word, None)
    elif word not in table or table[word] != moment:
        _replace(table, word, moment)


def _replace(table: MutableMapping[str, Any], key: str, value: str | Moment) -> None:
    new = tomlkit.item(value)
    if key in table:
        # The blanks and the comment behind a value are part of it.
        old = table[key].trivia
        new.trivia.indent, new.trivia.comment_ws = old.indent, old.comment_ws
        new.trivia.comment, new.trivia.trail = old.comment, old.trail
    table[key] = new


def _written(document: tomlkit.TOMLDocument, before: bytes) -> bytes:
    """The bytes of a document, in the encoding and with the line ends of the file that it stands for."""
    mark = b"\xef\xbb\xbf"
    encoding = encoding_of(before) if before.startswith(mark) or b"\0" in before else "utf-8"
    own = before.decode(encoding)
    # Written anew an inline table loses the blank at its end, also where nothing in it has changed.
    lines = {_squeezed(line): line for line in decode_text(before, NAME).split("\n")}
    new = tomlkit.dumps(document).split("\n")
    kept = (lines.get(_squeezed(line)) or _WINDOW.sub(r"{ \1 }", line) for line in new)
    return ("\r\n" if "\r\n" in own else "\n").join(kept).encode(encoding)


def _squeezed(line: str) -> str:
    return line.replace(" }", "}")
