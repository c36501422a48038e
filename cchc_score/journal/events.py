"""Events: acts of people in the order in which they were written down, each sealed by the one before it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, Literal, get_args

Kind = Literal["file", "file-gone", "entry", "explanation", "act"]
"""What may have happened: a file taken in or taken away, an entry, an explanation, an act about what was handed in."""
KINDS: tuple[Kind, ...] = get_args(Kind)
FIRST = ""
"""What stands where an event would name the one before, and there is none."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What is to be written down; `target` is the path, the entry or the criterion that it is about.

    `body` says what happened, in texts, lists and tables of texts, true, false and null: numbers are texts, so that
    no program rounds them. `on_behalf` is who did it, where that is somebody else than who writes it down.
    """

    kind: Kind
    unit: str = ""
    target: str = ""
    on_behalf: str = ""
    body: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the journal: its number from 1 on, when it was written (ISO 8601 with zone) and by whom.

    `before` is the hash of the line before it, `hash` its own, over everything else in it.
    """

    number: int
    time: str
    by: str
    happening: Happening
    before: str
    hash: str


def sealed(number: int, time: str, by: str, happening: Happening, before: str) -> Event:
    """An event with its hash."""
    unsealed = Event(number=number, time=time, by=by, happening=happening, before=before, hash="")
    return replace(unsealed, hash=seal(unsealed))


def seal(event: Event) -> str:
    """The SHA-256, in hexadecimal, over the canonical JSON of everything in an event but its hash."""
    return sha256(canonical(_data(event)).encode()).hexdigest()


def event_line(event: Event) -> str:
    """An event as its line in the file, without the line's end; equal events have equal lines."""
    return canonical(_data(event) | {"hash": event.hash})


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(data: object) -> str:
    """The one spelling of some JSON: keys in order, no spaces, letters as they are."""
    return _ENCODER.encode(data)


def added(last: Event | None, happenings: Iterable[Happening], time: str, by: str) -> Iterator[Event]:
    """Events for what happened, in its order, behind the last one of a journal."""
    number, before = (last.number, last.hash) if last else (0, FIRST)
    for happening in happenings:
        number += 1
        event = sealed(number, time, by, happening, before)
        before = event.hash
        yield event


def _data(event: Event) -> dict[str, Any]:
    happening = event.happening
    return {
        "number": event.number,
        "time": event.time,
        "by": event.by,
        "on_behalf": happening.on_behalf,
        "kind": happening.kind,
        "unit": happening.unit,
        "target": happening.target,
        "body": happening.body,
        "before": event.before,
    }
