"""Who somebody is to the server, and what they may do: one table and one function, which every route asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from cchc_score.appraisal.assignments import assigned
from cchc_score.appraisal.locks import Deed, Lock, lock_on
from cchc_score.appraisal.moments import Moment
from cchc_score.appraisal.stages import Stages

Role = Literal["coordinator", "appraiser", "clerk", "surveyor", "leader"]
ROLES: tuple[Role, ...] = get_args(Role)
Action = Literal[
    "see-results", "see-unit", "see-progress", "see-journal", "see-files", "see-appraisal", "see-own-work",
    "see-survey", "see-accounts", "fill-in", "hand-in", "explain", "answer", "appraise", "ask", "judge", "keep-year",
    "survey", "freeze", "publish", "keep-accounts",
    "see-start", "see-own-account", "keep-own-account",
]  # fmt: skip
"""What a route lets people do: `see-...` for looking, the others for writing.

`see-own-work`, `fill-in`, `hand-in`, `explain` and `answer` are of a unit that sends; `keep-year` is what the
coordinator does for the year: accept, return, extend, assign, choose between entries, take in files, set targets.
"""
OF_ONESELF: frozenset[Action] = frozenset({"see-start", "see-own-account", "keep-own-account"})
"""What is about nobody but whoever asks: the start page and the own account."""


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
        "see-start": Permission(_EVERYONE),
        "see-own-account": Permission(_EVERYONE),
        "keep-own-account": Permission(_EVERYONE),
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

    def is_clerk_of(self, unit: str) -> bool:
        """Whether the person sends for a unit."""
        return "clerk" in self.roles and bool(unit) and (self.every_unit or unit in self.units)


def may(person: Person, action: Action, unit: str = "") -> bool:
    """Whether somebody may do something, for a unit where the action is about one; whenever its time is."""
    roles = person.roles & ALLOWED[action].roles
    if action in OF_ONESELF:
        return bool(roles)
    return bool(roles - {"clerk"}) or ("clerk" in roles and person.is_clerk_of(unit))


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
    if lock is None and deed == "appraisal" and not appraises(person, stages, about):
        return NOT_YOURS
    return lock


def appraises(person: Person, stages: Stages, about: About) -> bool:
    """Whether a cell of a round is a person's to appraise: everybody's until somebody is named for it."""
    if not (about.unit and about.criterion):
        return True
    units = stages.reported_table.units
    row = next((row for row, unit in enumerate(units) if unit.code == about.unit), -1)
    names = assigned(stages, about.round).get((row, about.criterion), ())
    return not names or person.name in names
