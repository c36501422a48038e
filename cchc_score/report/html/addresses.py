"""Addresses on the page: '#unit/criterion', which can be quoted in a letter; the page's own begin with '/'."""

import re
from urllib.parse import quote

_UNFIT = re.compile(r"[\s/~]")
"""What the code of a unit may not hold within a name: spaces, and what parts it from the place."""


def anchor(unit: str, place: str = "") -> str:
    """The name of a place on the page: a unit, or what it has of a criterion, an area, or in total."""
    # With the numbers of signs that do not fit, so that two units never have one name.
    code = _UNFIT.sub(lambda sign: f"~{ord(sign[0]):x}~", unit)
    return f"{code}/{place}" if place else code


def own_anchor(place: str) -> str:
    """The name of a place of the page itself, which no unit's is: theirs never begin with a slash."""
    return f"/{place}"


def address(unit: str, place: str = "", page: str = "") -> str:
    """The address of a place, on another page where the address of one is given."""
    return f"{page}#{quote(anchor(unit, place))}"
