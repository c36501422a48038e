"""The lines of a journal's file, read as events; none is believed before its hash has been held against it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from cchc_score.findings import Finding, Place
from cchc_score.journal.events import FIRST, KINDS, Event, Happening, event_line

MAX_LINE = 4 * 1024 * 1024
"""Letters of one event; the longest entry of a year is far shorter."""
MAX_DEPTH = 6
"""Tables in tables of a body; those that the program writes have three."""
_TEXTS = ("time", "by", "on_behalf", "kind", "unit", "target", "before", "hash")
_KEYS = frozenset((*_TEXTS, "number", "body"))


@dataclass(frozen=True, slots=True)
class ReadJournal:
    """The events up to the first line that cannot be trusted, what is wrong with that line, and a line left half.

    `torn` is how many bytes stand behind the last whole line: what a run that was ended while it wrote has left.
    """

    events: tuple[Event, ...] = ()
    faults: tuple[Finding, ...] = ()
    torn: int = 0


class _Untrue(Exception):
    """A line that is no event of this journal; the argument is the code of the finding."""


def read_journal(data: bytes, name: str) -> ReadJournal:
    """The events of a file; reading ends where the chain does, for nothing behind a broken link is proved."""
    whole, _, torn = data.rpartition(b"\n")
    events: list[Event] = []
    try:
        for line in _lines(whole, bool(data) and len(torn) < len(data)):
            events.append(_event(line, events[-1] if events else None))
    except _Untrue as fault:
        finding = Finding(str(fault), Place(name, len(events) + 1), {"number": len(events) + 1})
        return ReadJournal(tuple(events), (finding,), len(torn))
    return ReadJournal(tuple(events), (), len(torn))


def _lines(whole: bytes, any_line: bool) -> Iterator[str]:
    for line in whole.split(b"\n") if any_line else ():
        if len(line) > MAX_LINE:
            raise _Untrue("journal-line")
        try:
            yield line.decode()
        except UnicodeDecodeError:
            raise _Untrue("journal-line") from None


def _event(line: str, last: Event | None) -> Event:
    """The event in a line that follows another one."""
    event = _parsed(line)
    # In this order: what was altered is told as that, even where the alteration broke the order as well.
    if not _genuine(event, line):
        raise _Untrue("journal-altered")
    if event.number != (last.number if last else 0) + 1 or event.before != (last.hash if last else FIRST):
        raise _Untrue("journal-order")
    if event.happening.kind not in KINDS:
        raise _Untrue("journal-kind")
    return event


def _genuine(event: Event, line: str) -> bool:
    """Whether a line has the hash of what it says, in the one spelling that a journal has."""
    # The keys are in order, so that what was sealed is the line without its hash. Nothing before it can look like
    # that: texts have their quotes escaped, and no body can hold the hash that is made of it.
    sealed = line.replace(f'"hash":"{event.hash}",', "", 1)
    return sha256(sealed.encode()).hexdigest() == event.hash and event_line(event) == line


def _parsed(line: str) -> Event:
    try:
        data = _DECODER.decode(line)
    # The second is what a line of thousands of brackets raises.
    except (ValueError, RecursionError):
        raise _Untrue("journal-line") from None
    if not isinstance(data, dict) or data.keys() != _KEYS or not all(isinstance(data[key], str) for key in _TEXTS):
        raise _Untrue("journal-line")
    if type(data["number"]) is not int or not isinstance(data["body"], dict) or not _of_texts(data["body"]):
        raise _Untrue("journal-line")
    happening = Happening(data["kind"], data["unit"], data["target"], data["on_behalf"], data["body"])
    return Event(
        number=data["number"],
        time=data["time"],
        by=data["by"],
        happening=happening,
        before=data["before"],
        hash=data["hash"],
    )


def _no_number(text: str) -> float:
    raise ValueError(text)


_DECODER = json.JSONDecoder(parse_float=_no_number, parse_constant=_no_number)


def _of_texts(value: Any, depth: int = MAX_DEPTH) -> bool:
    """Whether a body holds no number, which another program might round, and no tables in tables without end."""
    if isinstance(value, dict | list):
        items = value.values() if isinstance(value, dict) else value
        return depth > 0 and all(_of_texts(item, depth - 1) for item in items)
    return isinstance(value, str | bool) or value is None
