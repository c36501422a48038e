"""The contract between the core and its plugins: four hooks, each asked once, each only giving things."""

from collections.abc import Sequence

import pluggy

from cchc_score.documents import Reader
from cchc_score.formats import Format
from cchc_score.methods import Method
from cchc_score.model import Indicator

PROJECT = "cchc_score"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a function of a plugin as the implementation of the hook that has its name."""


@hookspec
def cchc_indicators() -> Sequence[Indicator]:  # type: ignore[empty-body]
    """The facts that this plugin knows by name.

    >>> @hookimpl
    ... def cchc_indicators():
    ...     return [Indicator(code="calls_received", name="Cuộc gọi đến", unit="cuộc")]
    """


@hookspec
def cchc_methods() -> Sequence[Method]:  # type: ignore[empty-body]
    """The ways of giving points that schemes may name.

    >>> from cchc_score.methods import per_commune
    >>> @per_commune("local.any_call")
    ... def any_call(rule, calls_received):
    ...     return rule.max_points if calls_received else 0
    >>> @hookimpl
    ... def cchc_methods():
    ...     return [any_call]
    """


@hookspec
def cchc_readers() -> Sequence[Reader]:  # type: ignore[empty-body]
    """The kinds of files that can be read as reports, by the ending of their names.

    >>> from cchc_score.documents import Lines
    >>> @hookimpl
    ... def cchc_readers():
    ...     return [Reader("note", (".note",), lambda data, name: Lines(((1, data.decode()),)))]
    """


@hookspec
def cchc_formats() -> Sequence[Format]:  # type: ignore[empty-body]
    """The formats in which a result can be written.

    >>> @hookimpl
    ... def cchc_formats():
    ...     return [Format("title", ".txt", lambda page: page.title)]
    """
