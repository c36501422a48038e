"""Who somebody is to the server, and what they may do: one table and one function, which every route asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from cchc_score.app.unit_work import is_published, opened_rounds
from cchc_score.appraisal.assignments import appraisers_of
from cchc_score.appraisal.locks import Deed, Lock, lock_on
from cchc_score.appraisal.moments import Moment
from cchc_score.appraisal.stages import Stages

Role = Literal["coordinator", "appraiser", "clerk", "surveyor", "leader"]
ROLES: tuple[Role, ...] = get_args(Role)
Action = Literal[
    "see-results", "see-unit", "see-progress", "see-journal", "see-files", "see-appraisal", "see-own-work",
    "see-survey", "see-rules", "see-forms", "see-assignments", "see-accounts",
    "fill-in", "hand-in", "explain", "answer", "appraise", "ask", "judge", "keep-year", "survey", "freeze", "publish",
    "keep-accounts", "see-own-units", "hand-in-figures", "note",
    "see-start", "see-own-account", "keep-own-account",
    "begin-year",
]  # fmt: skip
"""What a route lets people do: `see-...` for looking, the others for writing.

`see-own-units` is the list of the units that somebody sends for; `see-own-work`, `fill-in`, `hand-in-figures`,
`hand-in` (a self-score), `explain` and `answer` are of a unit that sends; `keep-year` is what the
coordinator does for the year: accept, return, extend, assign, choose between entries, take in files, set targets.
`note` is a note of one's own beside a cell, which nobody else sees. `begin-year` makes the next year out of one, mostly
after that is closed.
"""
OF_ONESELF: frozenset[Action] = frozenset({"see-start", "see-own-account", "keep-own-account", "see-own-units"})
"""What is about nobody but whoever asks: the start page, the own account, the list of the own units."""


@dataclass(frozen=True, slots=True)
class Permission:
    """The roles that may do something, and which deed of the year it is, where its time passes."""

    roles: frozenset[Role]
    deed: Deed | None = None


def _roles(*roles: Role) -> frozenset[Role]:
    return frozenset(roles)


_EVERYONE = frozenset(ROLES)
_STAFF = _EVERYONE - {"clerk"}
ALLOWED: Mapping[Action, Permission] = MappingProxyType(
    {
        "see-results": Permission(_STAFF),
        "see-unit": Permission(_EVERYONE),
        "see-progress": Permission(_STAFF),
        "see-journal": Permission(_roles("coordinator", "leader")),
        "see-files": Permission(_roles("coordinator", "leader")),
        "see-appraisal": Permission(_roles("coordinator", "appraiser", "leader")),
        "see-own-work": Permission(_roles("clerk")),
        "see-assignments": Permission(_roles("coordinator", "appraiser", "leader")),
        "see-forms": Permission(_roles("coordinator")),
        "see-rules": Permission(_STAFF),
        "see-survey": Permission(_roles("coordinator", "surveyor", "leader")),
        "see-accounts": Permission(_roles("coordinator")),
        # Drafts are saved while nothing may be handed in: what was typed is never lost.
        "fill-in": Permission(_roles("clerk")),
        "hand-in": Permission(_roles("clerk"), "self-score"),
        "explain": Permission(_roles("clerk"), "explanation"),
        "answer": Permission(_roles("clerk"), "answer"),
        "appraise": Permission(_roles("appraiser"), "appraisal"),
        "ask": Permission(_roles("appraiser"), "appraisal"),
        "judge": Permission(_roles("appraiser", "coordinator"), "keeping"),
        "keep-year": Permission(_roles("coordinator"), "keeping"),
        "survey": Permission(_roles("surveyor", "coordinator"), "keeping"),
        "freeze": Permission(_roles("coordinator")),
        "publish": Permission(_roles("leader")),
        "keep-accounts": Permission(_roles("coordinator")),
        "see-own-units": Permission(_roles("clerk")),
        "hand-in-figures": Permission(_roles("clerk"), "report"),
        "note": Permission(_roles("appraiser")),
        "see-start": Permission(_EVERYONE),
        "see-own-account": Permission(_EVERYONE),
        "keep-own-account": Permission(_EVERYONE),
        "begin-year": Permission(_roles("coordinator")),
    }
)


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks: the name that the journal will bear, the roles, and, for a clerk, the codes of the own communes.

    `every_unit` is of whoever runs a server for one person, and fills in for every commune. `login` is what the
    person signs in by; empty on such a server.
    """

    name: str
    roles: frozenset[Role]
    units: frozenset[str] = frozenset()
    every_unit: bool = False
    login: str = ""

    @property
    def key(self) -> str:
        """What tells this person from all others, whatever name they bear."""
        return self.login or self.name

    def is_clerk_of(self, unit: str) -> bool:
        """Whether the person sends for a unit."""
        return "clerk" in self.roles and bool(unit) and (self.every_unit or unit in self.units)


def may(person: Person, action: Action, unit: str = "") -> bool:
    """Whether somebody may do something, for a unit where the action is about one; whenever its time is."""
    roles = person.roles & ALLOWED[action].roles
    if action in OF_ONESELF:
        return bool(roles)
    return bool(roles - {"clerk"}) or ("clerk" in roles and person.is_clerk_of(unit))


def shown_stages(person: Person, stages: Stages, moment: Moment) -> tuple[str, ...]:
    """The stages that somebody may look at, the one that they mean when they name none last.

    Who only sends for units sees what these said themselves, and a round once it is opened to units; everything once
    the year is published.
    """
    if person.roles - {"clerk"} or is_published(stages, moment):
        return (*(name for name in stages.names if name != "final"), "final")
    own = ("reported", "self") if stages.worked else ("reported",)
    return (*own, *(f"round-{round}" for round in sorted(opened_rounds(stages, moment))))


def sees_others(person: Person, stages: Stages, moment: Moment) -> bool:
    """Whether somebody may see what other units have, and so the place of one among them."""
    return bool(person.roles - {"clerk"}) or is_published(stages, moment)


@dataclass(frozen=True, slots=True)
class About:
    """What a deed is about: a unit by code, a round, a criterion by number; as far as it is about one.

    `sent_again` says that the unit has sent once more what was returned to it.
    """

    unit: str = ""
    round: int = 0
    criterion: str = ""
    sent_again: bool = False


NOT_YOURS: Literal["not-yours"] = "not-yours"
"""Why somebody may not appraise a cell that is assigned to others."""


def closed_to(
    person: Person, action: Action, stages: Stages, moment: Moment, about: About
) -> Lock | Literal["not-yours"] | None:
    """Why somebody who may do something may not do it now, or not about this; None where nothing stands in the way."""
    deed = ALLOWED[action].deed
    if deed is None:
        return None
    lock = lock_on(deed, stages, moment, about.unit, about.round, about.sent_again)
    decides = action == "judge" and "coordinator" in person.roles
    if lock is None and action in ("appraise", "ask", "judge") and not decides and not appraises(person, stages, about):
        return NOT_YOURS
    return lock


def appraises(person: Person, stages: Stages, about: About) -> bool:
    """Whether a cell of a round is a person's to appraise: everybody's until somebody is named for it."""
    if not (about.unit and about.criterion):
        return True
    names = appraisers_of(stages, about.round, about.unit, about.criterion)
    return not names or person.name in names
