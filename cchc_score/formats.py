"""What a format gets: a page of titled tables and notes for people, and the same result as data for machines."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from cchc_score.text import Lang


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading, and on which side its cells stand."""

    text: str
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a page: all cells are text, ready to print."""

    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    notes: tuple[str, ...] = ()


def _no_data() -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Page:
    """One result: what people read, and a function that gives the same for machines.

    The data hold only dicts, lists, text, numbers, true, false and null; a format that writes none never makes them.
    """

    title: str
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()
    make_data: Callable[[], Mapping[str, Any]] = _no_data
    lang: Lang = "vi"

    @property
    def data(self) -> Mapping[str, Any]:
        """The result for machines."""
        return self.make_data()


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a page. `write` gives text; `suffix` is the usual ending of such a file."""

    name: str
    suffix: str
    write: Callable[[Page], str]
