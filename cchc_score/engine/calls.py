"""One guarded call of a method's row form: whatever it does, the result is exact points or a named breach."""

import decimal
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cchc_score.methods import Method, PeersUndeclared, Rule
from cchc_score.text import brief, described


class Breach(Exception):
    """A method broke its contract; `code` is the finding's, `detail` what it did."""

    def __init__(self, code: str, detail: str = "") -> None:
        self.code, self.detail = code, detail


def call(method: Method, rule: Rule, facts: Sequence[Any]) -> Fraction | None:
    """The exact points of one unit, None when the rule does not apply; a Breach otherwise."""
    before = _context()
    try:
        points = method.function(rule, *facts)
    except PeersUndeclared:
        raise Breach("method-peers") from None
    except (Exception, SystemExit) as error:
        raise Breach("method-raised", described(error)) from None
    finally:
        changed = _context() != before
        if changed:
            _restore(before)
    if changed:
        raise Breach("method-context")
    if points is None:
        return None
    if isinstance(points, float):
        raise Breach("method-float", brief(points))
    if isinstance(points, bool) or not isinstance(points, int | Decimal | Fraction):
        raise Breach("method-type", type(points).__name__)
    if isinstance(points, Decimal) and not points.is_finite():
        raise Breach("method-type", brief(points))
    # Before it becomes a fraction: 1e999999999 is short to write and endless to hold.
    if isinstance(points, Decimal) and points and not -1000 < points.adjusted() < 1000:
        raise Breach("method-range", brief(points))
    value = points if type(points) is Fraction else Fraction(points)
    if not 0 <= value <= rule.max_points:
        raise Breach("method-range", brief(value))
    return value


def _context() -> tuple[Any, ...]:
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
