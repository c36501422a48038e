"""Entries and explanations as bodies of events, and back: exact, with numbers as texts."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from cchc_score.appraisal.appraisal_model import (
    Act,
    Confirmation,
    Entry,
    Evidence,
    Explanation,
    ExtendedPhase,
    Extension,
    Known,
    Return,
    SentThing,
    State,
)
from cchc_score.appraisal.moments import moment_of
from cchc_score.facts import Origin
from cchc_score.journal.events import canonical
from cchc_score.model import Outcome, Value
from cchc_score.points import plain
from cchc_score.sheet import HandMark

Body = dict[str, Any]


class BrokenBody(Exception):
    """A body that says nothing of its kind: sealed by a program, but not by this one."""


_WRONG = (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError)
"""What comes of a body that lacks something, or has something else in its place."""


def entry_body(entry: Entry) -> Body:
    """Everything that an entry says, and where it stood."""
    return {
        "id": entry.id,
        "round": str(entry.round),
        "unit": entry.unit,
        "criterion": entry.criterion,
        "indicator": entry.indicator,
        "old": _state_body(entry.old),
        "new": _state_body(entry.new),
        "reason": entry.reason,
        "evidence": _evidence_body(entry.evidence),
        "by": entry.by,
        "on": entry.on.isoformat(),
        "supersedes": entry.supersedes,
        "origin": _origin_body(entry.origin),
    }


def entry_of(body: Mapping[str, Any]) -> Entry:
    """The entry that a body says; a BrokenBody for one that says none."""
    try:
        return Entry(
            id=_text(body, "id"),
            round=int(body["round"]),
            unit=_text(body, "unit"),
            criterion=_text(body, "criterion"),
            indicator=_text(body, "indicator"),
            old=_state_of(body["old"]),
            new=_state_of(body["new"]),
            reason=_text(body, "reason"),
            evidence=_evidence_of(body["evidence"]),
            by=_text(body, "by"),
            on=moment_of(body["on"]),
            supersedes=_text(body, "supersedes"),
            origin=_origin_of(body["origin"]),
        )
    except _WRONG as error:
        raise BrokenBody from error


def explanation_body(answer: Explanation) -> Body:
    """Everything that an explanation says, and where it stood."""
    return {
        "unit": answer.unit,
        "entry": answer.entry,
        "text": answer.text,
        "evidence": _evidence_body(answer.evidence),
        "by": answer.by,
        "on": answer.on.isoformat(),
        "origin": _origin_body(answer.origin),
    }


def explanation_of(body: Mapping[str, Any]) -> Explanation:
    """The explanation that a body says; a BrokenBody for one that says none."""
    try:
        return Explanation(
            unit=_text(body, "unit"),
            entry=_text(body, "entry"),
            text=_text(body, "text"),
            evidence=_evidence_of(body["evidence"]),
            by=_text(body, "by"),
            on=moment_of(body["on"]),
            origin=_origin_of(body["origin"]),
        )
    except _WRONG as error:
        raise BrokenBody from error


def act_body(act: Act) -> Body:
    """Everything that an act says, and where it stood."""
    body: Body = {"unit": act.unit, "by": act.by, "on": act.on.isoformat(), "origin": _origin_body(act.origin)}
    if isinstance(act, Confirmation):
        seen = {number: _state_body(mark) for number, mark in act.seen}
        return body | {"act": "confirmation", "round": str(act.round), "seen": seen}
    last = act.last.isoformat() if act.last else None
    if isinstance(act, Return):
        return body | {"act": "returned", "of": act.thing, "to": last, "reason": act.reason}
    return body | {"act": "extension", "of": act.phase, "round": str(act.round), "to": last, "reason": act.reason}


def act_of(body: Mapping[str, Any]) -> Act:
    """The act that a body says; a BrokenBody for one that says none."""
    try:
        unit, by, on = _text(body, "unit"), _text(body, "by"), moment_of(body["on"])
        origin, kind = _origin_of(body["origin"]), body["act"]
        if kind == "confirmation":
            seen = tuple((number, _mark_of(said)) for number, said in body["seen"].items())
            return Confirmation(round=int(body["round"]), unit=unit, seen=seen, by=by, on=on, origin=origin)
        last = moment_of(body["to"]) if body["to"] is not None else None
        reason = _text(body, "reason")
        if kind == "returned":
            thing = _THINGS[body["of"]]
            return Return(unit=unit, thing=thing, last=last, reason=reason, by=by, on=on, origin=origin)
        if kind != "extension" or last is None:
            raise BrokenBody
        return Extension(
            unit=unit,
            phase=_PHASES[body["of"]],
            round=int(body["round"]),
            last=last,
            reason=reason,
            by=by,
            on=on,
            origin=origin,
        )
    except _WRONG as error:
        raise BrokenBody from error


_THINGS: Mapping[str, SentThing] = MappingProxyType({"report": "report", "self-score": "self-score"})
_PHASES: Mapping[str, ExtendedPhase] = MappingProxyType({"self-score": "self-score", "explanation": "explanation"})


def _mark_of(body: Body) -> HandMark:
    mark = _state_of(body)
    if not isinstance(mark, HandMark):
        raise BrokenBody
    return mark


Statement = Entry | Explanation | Act


def statement_body(statement: Statement) -> Body:
    """Everything that one of them says."""
    if isinstance(statement, Entry):
        return entry_body(statement)
    return explanation_body(statement) if isinstance(statement, Explanation) else act_body(statement)


def statement_key(statement: Statement) -> str:
    """What is the same for an entry, an explanation or an act wherever it stands: a hash of all that it says."""
    body = statement_body(statement)
    del body["origin"]
    return sha256(canonical(body).encode()).hexdigest()[:20]


def _state_body(state: State) -> Body | None:
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


def _state_of(body: Body | None) -> State:
    if body is None:
        return None
    if "outcome" in body:
        return HandMark(Outcome[body["outcome"].upper()], Fraction(body["points"]))
    ((kind, said),) = body.items()
    return Known(_READ[kind](said))


def _evidence_body(evidence: Sequence[Evidence]) -> list[Body]:
    return [
        {
            "document": cited.document,
            "date": cited.day.isoformat() if cited.day else None,
            "file": cited.file,
            "address": cited.address,
        }
        for cited in evidence
    ]


def _evidence_of(body: Sequence[Body]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            document=_text(cited, "document"),
            day=date.fromisoformat(cited["date"]) if cited["date"] else None,
            file=_text(cited, "file"),
            address=_text(cited, "address"),
        )
        for cited in body
    )


def _origin_body(origin: Origin) -> Body:
    """Where something stood, without the fields that say nothing."""
    said = {name: value for name, value in origin._asdict().items() if value}
    return {name: str(value) if type(value) is int else value for name, value in said.items()}


def _origin_of(body: Body) -> Origin:
    said: dict[str, Any] = {name: _origin_field(name, body) for name in body}
    return Origin(**{"file": ""} | said)


def _origin_field(name: str, body: Body) -> str | int | bool:
    """A field by the kind of its default: a number came as a text."""
    kind = type(Origin._field_defaults.get(name, ""))
    if kind is bool:
        return body[name] is True
    return int(body[name]) if kind is int else _text(body, name)


def _text(body: Mapping[str, Any], key: str) -> str:
    text = body[key]
    if not isinstance(text, str):
        raise TypeError(key)
    return text
