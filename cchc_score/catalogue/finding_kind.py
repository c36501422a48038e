"""The shape of a catalogue entry."""

from collections.abc import Callable, Mapping
from functools import cache
from string import Formatter
from types import MappingProxyType
from typing import Literal, NamedTuple

Cause = Literal["data", "method"]
"""What has to be mended: the data and rules given, or a scoring method, which decides the exit code."""


class Words(NamedTuple):
    """A text in both languages: a part of a wording, or a name that is a value of one."""

    vi: str
    en: str


class Example(NamedTuple):
    """A finding as it might be met: values for its wording, the fields of its place, and lines of a file that cause it.

    Plain data, since what a finding is stands above the catalogue; `lines` is empty where no few lines would show it.
    """

    args: Mapping[str, object] = MappingProxyType({})
    place: Mapping[str, str | int] = MappingProxyType({})
    lines: str = ""


class FindingKind(NamedTuple):
    """A kind of finding: how much it weighs, what is wrong, what to do about it, and what has to be mended."""

    severity: Literal["error", "warning", "note"]
    what: Words
    remedy: Words
    cause: Cause = "data"
    make_example: Callable[["FindingKind"], Example] = lambda _: Example()

    @property
    def example(self) -> Example:
        """A finding of this kind as it might be met."""
        return self.make_example(self)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the values that the wording asks for, in the order in which the English one has them."""
        return _names(self.what.en + self.remedy.en)


@cache
def _names(template: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for _, name, _, _ in Formatter().parse(template) if name is not None))


FindingKinds = dict[str, FindingKind]


def error(what_vi: str, remedy_vi: str, what_en: str, remedy_en: str, cause: Cause = "data") -> FindingKind:
    """What makes a file or its data unfit, or a method's points unusable."""
    return FindingKind("error", Words(what_vi, what_en), Words(remedy_vi, remedy_en), cause)


def warning(what_vi: str, remedy_vi: str, what_en: str, remedy_en: str) -> FindingKind:
    """What somebody has to look at."""
    return FindingKind("warning", Words(what_vi, what_en), Words(remedy_vi, remedy_en))


def note(what_vi: str, remedy_vi: str, what_en: str, remedy_en: str) -> FindingKind:
    """What is good to know."""
    return FindingKind("note", Words(what_vi, what_en), Words(remedy_vi, remedy_en))


def unknown(code: str, what_vi: str, remedy_vi: str, what_en: str, remedy_en: str) -> FindingKinds:
    """Two entries for a name that nobody knows: with the remedy, and with the name that was probably meant."""
    return {
        code: error(what_vi, remedy_vi, what_en, remedy_en),
        f"{code}-near": error(what_vi, "có phải ý là '{near}'?", what_en, "did you mean '{near}'?"),
    }
