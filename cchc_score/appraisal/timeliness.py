"""Whether something is in time: the one place that says so, for claims, entries, explanations and those who ask now."""

from datetime import datetime

from cchc_score.appraisal.appraisal_model import Window
from cchc_score.appraisal.moments import Moment, day_of, is_by


def in_time(moment: Moment | None, window: Window, extended: Moment | None = None) -> bool:
    """Whether a moment falls into a phase, or into the extension of it that a unit has.

    Nobody knows that of a paper without a day, which counts.
    """
    if moment is None:
        return True
    begun = window.first is None or is_by(window.first, moment)
    within = window.last is None or is_by(moment, window.last)
    return begun and (within or (extended is not None and is_by(moment, extended)))


def has_begun(window: Window, moment: Moment) -> bool:
    """Whether a phase that says when it begins has begun."""
    return window.first is not None and is_by(window.first, moment)


def is_over(window: Window, moment: Moment) -> bool:
    """Whether a phase that says when it ends has ended."""
    return window.last is not None and not is_by(moment, window.last)


def as_exact(moment: Moment, window: Window) -> Moment:
    """A moment as exactly as a phase asks for it: with its hour only where the phase has one."""
    asked = any(isinstance(limit, datetime) for limit in (window.first, window.last))
    return moment if asked else day_of(moment)


def has_closed(window: Window, moment: Moment, extended: Moment | None = None) -> bool:
    """Whether a phase has ended, and the extension of it that a unit has."""
    return is_over(window, moment) and (extended is None or not is_by(moment, extended))
