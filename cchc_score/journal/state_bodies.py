"""States, evidence and origins in bodies of events, and back: exact, with numbers as texts."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from cchc_score.appraisal.appraisal_model import Evidence, Known, State
from cchc_score.facts import Origin
from cchc_score.model import Outcome, Value
from cchc_score.points import plain
from cchc_score.sheet import HandMark

Body = dict[str, Any]


class BrokenBody(Exception):
    """A body that says nothing of its kind: sealed by a program, but not by this one."""


WRONG = (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError)
"""What comes of a body that lacks something, or has something else in its place."""


def state_body(state: State) -> Body | None:
    """A mark, or a known fact; null for an unknown fact, and for a mark that the rule gives."""
    if state is None:
        return None
    if isinstance(state, HandMark):
        return {"outcome": state.outcome.name.lower(), "points": plain(state.points)}
    return _value_body(state.value)


# Each value says its kind: '1' may be a number or the code of an answer.
def _value_body(value: Value) -> Body:
    if value is None:
        return {"never": True}
    if isinstance(value, bool):
        return {"yes": value}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return {"number": plain(value)} if isinstance(value, Fraction) else {"answer": value}


_READ: Mapping[str, Callable[[Any], Value]] = MappingProxyType(
    {"never": lambda _: None, "yes": bool, "date": date.fromisoformat, "number": Fraction, "answer": str}
)
"""What each kind of value is read by."""


def state_of(body: Body | None) -> State:
    """The state that a body says."""
    if body is None:
        return None
    if "outcome" in body:
        return HandMark(Outcome[body["outcome"].upper()], Fraction(body["points"]))
    ((kind, said),) = body.items()
    return Known(_READ[kind](said))


def evidence_body(evidence: Sequence[Evidence]) -> list[Body]:
    """What is cited, each with all its parts."""
    return [
        {
            "document": cited.document,
            "date": cited.day.isoformat() if cited.day else None,
            "file": cited.file,
            "address": cited.address,
        }
        for cited in evidence
    ]


def evidence_of(body: Sequence[Body]) -> tuple[Evidence, ...]:
    """What a body cites."""
    return tuple(
        Evidence(
            document=text_of(cited["document"]),
            day=date.fromisoformat(cited["date"]) if cited["date"] else None,
            file=text_of(cited["file"]),
            address=text_of(cited["address"]),
        )
        for cited in body
    )


def origin_body(origin: Origin) -> Body:
    """Where something stood, without the fields that say nothing."""
    said = {name: value for name, value in origin._asdict().items() if value}
    return {name: str(value) if type(value) is int else value for name, value in said.items()}


def origin_of(body: Body) -> Origin:
    """Where something stood."""
    said: dict[str, Any] = {name: _origin_field(name, body) for name in body}
    return Origin(**{"file": ""} | said)


def _origin_field(name: str, body: Body) -> str | int | bool:
    """A field by the kind of its default: a number came as a text."""
    kind = type(Origin._field_defaults.get(name, ""))
    if kind is bool:
        return body[name] is True
    return int(body[name]) if kind is int else text_of(body[name])


def mark_of(body: Body) -> HandMark:
    """The mark that a body says; a BrokenBody for a fact."""
    mark = state_of(body)
    if not isinstance(mark, HandMark):
        raise BrokenBody
    return mark


def text_of(said: object) -> str:
    """A text; a TypeError for anything else."""
    if not isinstance(said, str):
        raise TypeError
    return said


def text_in(body: Mapping[str, Any], key: str) -> str:
    """The text under a key."""
    return text_of(body[key])
