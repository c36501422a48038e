"""One guarded call of a method's row form: it gives exact points or a named breach, whatever the method does."""

import decimal
import traceback
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from inspect import unwrap
from pathlib import PurePath
from traceback import walk_tb
from typing import Any

from cchc_score.methods import Method, PeersUndeclared, Rule
from cchc_score.text import brief, described


class Breach(Exception):
    """A method broke its contract: `code` is the finding's code, `detail` the value or the error.

    `trace` is the way through the method's own code to the error that it raised, if that is what it did.
    """

    def __init__(self, code: str, detail: str = "", trace: str = "") -> None:
        self.code, self.detail, self.trace = code, detail, trace


def call(method: Method, rule: Rule, facts: Sequence[Any]) -> Fraction | None:
    """The exact points of one unit, None when the rule does not apply; a Breach otherwise."""
    # A method that changes the decimal context would change the arithmetic of every method after it.
    before, whole = _context(), _fields(rule)
    try:
        points = method.function(rule, *facts)
    except PeersUndeclared:
        raise Breach("method-peers") from None
    # `sys.exit()` in a plugin must not end the scoring of everybody else.
    except (Exception, SystemExit) as error:
        raise Breach("method-raised", _described_at(error, method), _trace(error)) from error
    finally:
        changed = _context() != before
        if changed:
            _restore(before)
        altered = [name for name, old in whole if getattr(rule, name) is not old]
        for name, old in whole if altered else ():
            object.__setattr__(rule, name, old)
    if changed:
        raise Breach("method-context")
    # A frozen rule can be changed all the same, and with it the maximum that the points are held against.
    if altered:
        raise Breach("method-rule", f"rule.{altered[0]}")
    if points is None:
        return None
    if isinstance(points, float):
        raise Breach("method-float", brief(points))
    # To Python a bool is an int.
    if isinstance(points, bool) or not isinstance(points, int | Decimal | Fraction):
        raise Breach("method-type", type(points).__name__)
    if isinstance(points, Decimal) and not points.is_finite():
        raise Breach("method-type", brief(points))
    # Before it becomes a fraction: 1e999999999 is short to write and endless to hold.
    if isinstance(points, Decimal) and points and not -1000 < points.adjusted() < 1000:
        raise Breach("method-range", brief(points))
    # A subclass, as the points of a setting are, becomes a plain fraction; a plain one need not be made again.
    value = points if type(points) is Fraction else Fraction(points)
    if not 0 <= value <= rule.max_points:
        raise Breach("method-range", brief(value))
    return value


def _trace(error: BaseException) -> str:
    """A traceback from the method on: what called it is of no interest, and differs between rows and columns."""
    own = error.__traceback__.tb_next if error.__traceback__ else None
    return "".join(traceback.format_exception(type(error), error, own))


def _fields(rule: Rule) -> tuple[tuple[str, Any], ...]:
    return (
        ("number", rule.number),
        ("max_points", rule.max_points),
        ("settings", rule.settings),
        ("decimals", rule.decimals),
        ("peers", rule.peers),
    )


def _described_at(error: BaseException, method: Method) -> str:
    """What a method failed with, and the last line of its own file that led there."""
    code = getattr(unwrap(method.function), "__code__", None)
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    own = [frame for frame in frames if code is not None and frame[0] == code.co_filename] or frames
    return f"{described(error)}; {PurePath(own[-1][0]).name}:{own[-1][1]}"


def _context() -> tuple[Any, ...]:
    # The object as well as its fields, for a method may put another context in its place; `traps` as a copy, for it is
    # changed in place. Flags are left out: ordinary arithmetic sets them, and no result hangs on them.
    now = decimal.getcontext()
    return now, now.prec, now.rounding, now.Emin, now.Emax, now.capitals, now.clamp, now.traps.copy()


def _restore(before: tuple[Any, ...]) -> None:
    (
        context,
        context.prec,
        context.rounding,
        context.Emin,
        context.Emax,
        context.capitals,
        context.clamp,
        traps,
    ) = before
    context.traps.update(traps)
    decimal.setcontext(context)
