"""Deadlines of another year than the reports are told, of every criterion that has any; days that fit are not."""

from dataclasses import replace
from datetime import date
from fractions import Fraction as F

from cchc_score.analysis.changes import SchemeSide
from cchc_score.analysis.deadline_years import other_year_deadlines
from tests.engine.schemes import leaf, scheme
from tests.strategies import METHODS


def by(number, *days):
    steps = [{"by": day, "points": F(2 - place)} for place, day in enumerate(days)]
    return leaf(number, 2, "deadline", date="done_on", steps=steps, late=0, never=0)


def told(old, new, pairs):
    found = other_year_deadlines(SchemeSide(old, METHODS), SchemeSide(new, METHODS), pairs)
    return [(one.place.criterion, one.args["days"], one.args["year"], one.args["told"]) for one in found]


FIRST, SECOND = date(2023, 1, 31), date(2023, 2, 28)
OLD = scheme(by("1.1", FIRST), leaf("1.2", 1, "given", points="n1"))
SAME = {"1.1": "1.1", "1.2": "1.2"}


def test_days_of_the_next_year_are_told_whatever_they_were_before():
    new = replace(scheme(by("1.1", date(2024, 1, 31), date(2024, 2, 29)), OLD.criteria["1.2"]), period=2024)
    days = ["31/01/2024", "29/02/2024"]
    assert told(OLD, new, SAME) == [("1.1", days, "2024", "2023")]
    assert told(OLD, new, {}) == [("1.1", days, "2024", "2023")]
    assert told(new, OLD, SAME) == [("1.1", ["31/01/2023"], "2023", "2024")]


def test_days_of_the_reports_year_fit():
    later = scheme(by("1.1", SECOND), OLD.criteria["1.2"])
    assert told(OLD, later, SAME) == []
    assert told(OLD, replace(OLD, period=2024), SAME) == []
    assert told(OLD, replace(later, period=2024), SAME) == [("1.1", ["28/02/2023"], "2024", "2023")]
