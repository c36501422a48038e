"""Acts as bodies of events, and back: each field under its name, by what that name means in every act."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from cchc_score.appraisal.act_reading import BATCH_STATES, PHASES, RESULTS, STEPS, THINGS
from cchc_score.appraisal.acts import (
    Act,
    Answer,
    Assignment,
    Confirmation,
    Extension,
    Question,
    Return,
    Settlement,
    SurveyBatch,
    Verdict,
    YearStep,
)
from cchc_score.appraisal.moments import moment_of
from cchc_score.journal.state_bodies import (
    WRONG,
    Body,
    BrokenBody,
    evidence_body,
    evidence_of,
    mark_of,
    origin_body,
    origin_of,
    state_body,
    state_of,
    text_of,
)

_KINDS: Mapping[str, type[Act]] = MappingProxyType(
    {
        "extension": Extension,
        "confirmation": Confirmation,
        "returned": Return,
        "settlement": Settlement,
        "question": Question,
        "answer": Answer,
        "assignment": Assignment,
        "survey-batch": SurveyBatch,
        "verdict": Verdict,
        "year": YearStep,
    }
)
_NAMES = MappingProxyType({kind: name for name, kind in _KINDS.items()})
_KEYS = MappingProxyType({"phase": "of", "thing": "of", "last": "to"})
"""The fields that stand under another name."""


def _moment_body(moment: Any) -> str | None:
    return moment.isoformat() if moment else None


def _moment(said: str | None) -> Any:
    return None if said is None else moment_of(said)


def _texts(said: Any) -> tuple[str, ...]:
    if not isinstance(said, list):
        raise TypeError
    return tuple(map(text_of, said))


_Field = tuple[Callable[[Any], Any], Callable[[Any], Any]]
_TEXT: _Field = (str, text_of)
_FIELDS: Mapping[str, _Field] = MappingProxyType(
    {
        "on": (_moment_body, moment_of),
        "last": (_moment_body, _moment),
        "dated": (_moment_body, _moment),
        "round": (str, int),
        "phase": (str, PHASES.__getitem__),
        "thing": (str, THINGS.__getitem__),
        "step": (str, STEPS.__getitem__),
        "origin": (origin_body, origin_of),
        "new": (state_body, state_of),
        "evidence": (evidence_body, evidence_of),
        "between": (list, _texts),
        "result": (str, RESULTS.__getitem__),
        "files": (list, _texts),
        "state": (str, BATCH_STATES.__getitem__),
        "appraisers": (list, _texts),
        "units": (list, _texts),
        "areas": (list, _texts),
        "seen": (
            lambda seen: {number: state_body(mark) for number, mark in seen},
            lambda said: tuple((number, mark_of(mark)) for number, mark in said.items()),
        ),
    }
)
"""How the fields that are no texts are written and read."""


def act_body(act: Act) -> Body:
    """Everything that an act says, and where it stood."""
    body: Body = {"act": _NAMES[type(act)]}
    for field in fields(act):
        write, _ = _FIELDS.get(field.name, _TEXT)
        body[_KEYS.get(field.name, field.name)] = write(getattr(act, field.name))
    return body


def act_of(body: Mapping[str, Any]) -> Act:
    """The act that a body says; a BrokenBody for one that says none."""
    try:
        kind = _KINDS[body["act"]]
        said = {}
        for field in fields(kind):
            _, read = _FIELDS.get(field.name, _TEXT)
            said[field.name] = read(body[_KEYS.get(field.name, field.name)])
        act = kind(**said)
    except WRONG as error:
        raise BrokenBody from error
    # More time without an end would be for ever.
    if isinstance(act, Extension) and act.last is None:
        raise BrokenBody
    return act
