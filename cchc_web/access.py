"""Who somebody is to the server, and what they may do: one table, which every route asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

Role = Literal["coordinator", "appraiser", "clerk", "surveyor", "leader"]
ROLES: tuple[Role, ...] = get_args(Role)
Action = Literal["see-results", "see-unit", "see-progress", "see-journal"]
"""What a route lets people do. That of a unit is allowed to whoever may do it for that unit."""

_EVERYONE: frozenset[Role] = frozenset(ROLES)
_STAFF: frozenset[Role] = frozenset({"coordinator", "appraiser", "surveyor", "leader"})
ALLOWED: Mapping[Action, frozenset[Role]] = MappingProxyType(
    {
        "see-results": _STAFF,
        "see-unit": _EVERYONE,
        "see-progress": _STAFF,
        "see-journal": frozenset({"coordinator", "leader"}),
    }
)


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks: the name that the journal will bear, the roles, and, for a clerk, the codes of the own communes."""

    name: str
    roles: frozenset[Role]
    units: frozenset[str] = frozenset()


def may(person: Person, action: Action, unit: str = "") -> bool:
    """Whether somebody may do something, for a unit where the action is about one."""
    roles = person.roles & ALLOWED[action]
    return bool(roles - {"clerk"}) or ("clerk" in roles and unit in person.units)
