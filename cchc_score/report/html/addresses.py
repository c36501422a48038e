"""Addresses on the page: '#unit/criterion', which can be quoted in a letter."""

from urllib.parse import quote


def anchor(unit: str, place: str = "") -> str:
    """The name of a place on the page: a unit, or what it has of a criterion, an area, or in total.

    Spaces, which no name of a place may hold, become underscores.
    """
    return "_".join(f"{unit}/{place}".removesuffix("/").split())


def address(unit: str, place: str = "", file: str = "") -> str:
    """The address of a place, in another file where one is named."""
    return f"{quote(file)}#{quote(anchor(unit, place))}"
