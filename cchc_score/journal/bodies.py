"""Entries, explanations and acts as bodies of events, and back: exact, with numbers as texts."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from cchc_score.appraisal.acts import Act
from cchc_score.appraisal.appraisal_model import Entry, Explanation
from cchc_score.appraisal.moments import moment_of
from cchc_score.journal.act_bodies import act_body
from cchc_score.journal.events import canonical
from cchc_score.journal.state_bodies import (
    WRONG,
    Body,
    BrokenBody,
    evidence_body,
    evidence_of,
    origin_body,
    origin_of,
    state_body,
    state_of,
    text_in,
)


def entry_body(entry: Entry) -> Body:
    """Everything that an entry says, and where it stood."""
    return {
        "id": entry.id,
        "round": str(entry.round),
        "unit": entry.unit,
        "criterion": entry.criterion,
        "indicator": entry.indicator,
        "old": state_body(entry.old),
        "new": state_body(entry.new),
        "reason": entry.reason,
        "evidence": evidence_body(entry.evidence),
        "by": entry.by,
        "on": entry.on.isoformat(),
        "supersedes": entry.supersedes,
        "origin": origin_body(entry.origin),
    }


def entry_of(body: Mapping[str, Any]) -> Entry:
    """The entry that a body says; a BrokenBody for one that says none."""
    try:
        return Entry(
            id=text_in(body, "id"),
            round=int(body["round"]),
            unit=text_in(body, "unit"),
            criterion=text_in(body, "criterion"),
            indicator=text_in(body, "indicator"),
            old=state_of(body["old"]),
            new=state_of(body["new"]),
            reason=text_in(body, "reason"),
            evidence=evidence_of(body["evidence"]),
            by=text_in(body, "by"),
            on=moment_of(body["on"]),
            supersedes=text_in(body, "supersedes"),
            origin=origin_of(body["origin"]),
        )
    except WRONG as error:
        raise BrokenBody from error


def explanation_body(answer: Explanation) -> Body:
    """Everything that an explanation says, and where it stood."""
    return {
        "unit": answer.unit,
        "entry": answer.entry,
        "text": answer.text,
        "evidence": evidence_body(answer.evidence),
        "by": answer.by,
        "on": answer.on.isoformat(),
        "origin": origin_body(answer.origin),
    }


def explanation_of(body: Mapping[str, Any]) -> Explanation:
    """The explanation that a body says; a BrokenBody for one that says none."""
    try:
        return Explanation(
            unit=text_in(body, "unit"),
            entry=text_in(body, "entry"),
            text=text_in(body, "text"),
            evidence=evidence_of(body["evidence"]),
            by=text_in(body, "by"),
            on=moment_of(body["on"]),
            origin=origin_of(body["origin"]),
        )
    except WRONG as error:
        raise BrokenBody from error


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
