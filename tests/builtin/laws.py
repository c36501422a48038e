"""Laws that every built-in method keeps, asked of one method at a time."""

from decimal import Decimal
from fractions import Fraction

from cchc_score.methods import Rule
from cchc_score.text import LANGUAGES, number
from tests.strategies import METHODS, name


def points(rule, method, *facts):
    """What a method gives, checked: exact, from 0 to the maximum, or None."""
    given = METHODS[method](rule, *facts)
    if given is not None:
        assert isinstance(given, int | Decimal | Fraction)
        assert not isinstance(given, bool)
        assert 0 <= given <= rule.max_points
    return given


def better_of(rule, method):
    """For which facts more (or less) never costs points."""
    declared = METHODS[method].better
    assert declared is not None
    found = declared(rule)
    assert set(found) <= {one.name for one in METHODS[method].asked(rule.settings)}
    assert set(found.values()) <= {"more", "less"}
    return found


def words(rule, method, *amounts):
    """The words of a rule in both languages, each of which names these points."""
    both = [METHODS[method].words(rule, lang, name) for lang in LANGUAGES]
    assert all(both)
    assert both[0] != both[1]
    for text, lang in zip(both, LANGUAGES, strict=True):
        for amount in amounts:
            assert number(amount, None, lang) in text
    return both


def treated(rule, treatment):
    """What a treatment of 'nothing arose' should give."""
    return {"full": rule.max_points, "zero": 0, "not_applicable": None}[treatment]


def with_peers(rule, *peers):
    """The rule of a group with these figures."""
    return Rule(rule.number, rule.max_points, rule.settings, rule.decimals, tuple(peers))
