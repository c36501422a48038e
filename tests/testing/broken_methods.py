"""Methods that are wrong on purpose, each with the law that it breaks."""

import decimal
import random
from decimal import Decimal
from fractions import Fraction

from cchc_score.methods import (
    ColumnForm,
    Fact,
    Marks,
    Number,
    OptionFact,
    Settings,
    per_commune,
)


class Share(Settings):
    part: Fact
    whole: Fact


class Value(Settings):
    value: Fact


class Floor(Settings):
    value: Fact
    floor: Number


class Question(Settings):
    fact: OptionFact


class Steps(Settings):
    value: Fact
    limits: list[Number]


def method(name, settings=Value, **extras):
    return per_commune(f"broken.{name}", settings, **extras)


@method("float")
def returns_a_float(rule, value):
    return min(float(value), 0.5)


@method("yes")
def returns_yes(rule, value):
    return value > 0


@method("float-inside", Share)
def computes_in_floats(rule, part, whole):
    share = float(min(part, whole)) / float(whole) if whole else 0
    return min(Fraction(round(share * 1000), 1000) * rule.max_points, rule.max_points)


@method("float-limit", Share)
def compares_with_a_float(rule, part, whole):
    return rule.max_points if part >= 0.8 * whole else 0


@method("float-held")
def holds_a_float_as_a_fraction(rule, value):
    return rule.max_points * Fraction(0.1)


@method("decimal", Share)
def divides_decimals(rule, part, whole):
    most = Decimal(rule.max_points.numerator) / Decimal(rule.max_points.denominator)
    share = Decimal(min(part, whole).numerator) / Decimal(7) if whole else Decimal(0)
    return min(share, most)


@method("above")
def goes_above_the_maximum(rule, value):
    return rule.max_points + 1 if value > 50 else rule.max_points


@method("above-share", Share)
def forgets_that_a_part_may_exceed_its_whole(rule, part, whole):
    return rule.max_points * part / whole if whole else 0


@method("below")
def goes_below_0(rule, value):
    return -value


@method("raises", Share)
def divides_by_a_whole_of_0(rule, part, whole):
    return rule.max_points * min(part, whole) / whole


@method("punishes", better=lambda rule: {"value": "more"})
def punishes_the_best(rule, value):
    return 0 if value > 90 else min(value / 100, 1) * rule.max_points


@method("no-longer-applies", better=lambda rule: {"value": "more"})
def no_longer_applies_when_better(rule, value):
    return None if value > 50 else rule.max_points


@method("rewards-less", better=lambda rule: {"value": "less"})
def rewards_more_though_less_is_better(rule, value):
    return rule.max_points * min(value, 100) / 100


asked = []


@method("counts")
def counts_its_calls(rule, value):
    asked.append(value)
    return rule.max_points if len(asked) % 3 else 0


seen = {"largest": Fraction(0)}


@method("remembers")
def remembers_the_largest(rule, value):
    # No share of what it remembers: divided by a large power of two that could look like a float.
    seen["largest"] = max(seen["largest"], value)
    return rule.max_points if value == seen["largest"] else 0


@method("random")
def draws_lots(rule, value):
    return random.choice([0, rule.max_points])


@method("first")
def keeps_the_first_commune(rule, value):
    return rule.once("first", lambda: min(value, rule.max_points))


@method("first-peer", peers=True)
def compares_with_the_first_of_the_group(rule, value):
    if not rule.peers or not rule.peers[0][0]:
        return 0
    return rule.max_points * min(value / rule.peers[0][0], 1)


@method("sorts", Steps)
def sorts_the_settings(rule, value):
    rule.settings.limits.sort()
    return 0


@method("empties-peers", peers=True)
def empties_its_peers(rule, value):
    object.__setattr__(rule, "peers", rule.peers[1:])
    return 0


@method("context")
def changes_the_context(rule, value):
    decimal.getcontext().prec = 3
    return 0


@method("words-raise", words=lambda rule, lang, name: {"vi": "Một câu"}[lang])
def has_words_in_one_language(rule, value):
    return 0


@method("working-raises", Share, working=lambda rule, lang, part, whole: f"{part / whole}")
def has_a_working_that_divides_by_0(rule, part, whole):
    return 0


@method("working-empty", working=lambda rule, lang, value: "" if lang == "en" else "Một câu")
def has_an_empty_working(rule, value):
    return 0


@method("words-empty", words=lambda rule, lang, name: " ")
def has_empty_words(rule, value):
    return 0


@method("better-unknown", better=lambda rule: {"values": "more"})
def says_better_of_a_fact_that_it_does_not_have(rule, value):
    return 0


@method("better-list", better=lambda rule: ["value"])
def says_better_in_a_list(rule, value):
    return 0


@method("better-raises", better=lambda rule: {"value": rule.settings.way})
def asks_its_settings_for_what_they_lack(rule, value):
    return 0


@method("most-raises", most=lambda rule: 1 / 0)
def fails_to_say_its_most(rule, value):
    return 0


@method("most-question", Question, most=lambda rule: {"fact": Fraction(1)})
def says_a_most_of_a_question(rule, fact):
    return 0


@method("within-itself", within=lambda rule: [(("value",), "value")])
def says_that_a_fact_is_its_own_whole(rule, value):
    return 0


@method("within-raises", within=lambda rule: 1 / 0)
def fails_to_say_its_wholes(rule, value):
    return 0


@method("limits-raise", limits=lambda rule: rule.settings.limit)
def fails_to_say_its_limits(rule, value):
    return 0


@method("limits-unknown", limits=lambda rule: {"percent": (Fraction(80),)})
def limits_a_percentage_that_it_does_not_have(rule, value):
    return 0


@method("limits-wrong", Floor, limits=lambda rule: {"value": (rule.settings.floor,)})
def names_a_limit_that_is_not_the_one(rule, value):
    return rule.max_points if value >= rule.settings.floor + 10 else 0


@method("limits-fewer", Share, limits=lambda rule: {"percent": (Fraction(90),)})
def names_one_limit_of_two(rule, part, whole):
    if whole == 0 or 100 * part < 70 * whole:
        return 0
    return rule.max_points if 100 * part >= 90 * whole else rule.max_points / 2


def column(function, bound=lambda c, value: 2 * c.most * (value + 1) + 2):
    return ColumnForm(lambda rule, scale, answers: {"most": rule.max_steps, "scale": scale}, function, bound)


@method("column-at-7", column=column(lambda c, value: Marks(c.most * (value >= 5 * c.scale) - (value == 7 * c.scale))))
def differs_in_columns_at_7(rule, value):
    return rule.max_points if value >= 5 else 0


@method(
    "column-shape",
    column=column(lambda c, value: Marks(c.most * value.clip(None, 10 * c.scale).max(), 10 * c.scale)),
)
def mixes_communes_in_columns(rule, value):
    return rule.max_points * min(value, 10) / 10


@method(
    "column-bound",
    column=column(lambda c, value: Marks(c.most * value, value + 100 * c.scale), lambda c, value: 2 * c.most),
)
def names_too_small_a_bound(rule, value):
    return rule.max_points * value / (value + 100)


@method("column-raises", column=column(lambda c, value: Marks(c.most * value, c.none)))
def fails_in_columns(rule, value):
    return 0


@method("column-applies", column=column(lambda c, value: Marks(c.most * (value >= 0))))
def applies_only_in_columns(rule, value):
    return rule.max_points if value else None


@method("column-den", column=column(lambda c, value: Marks(c.most * value * 0, value)))
def divides_by_0_in_columns(rule, value):
    return 0


@method(
    "column-rounded",
    column=column(lambda c, value: Marks(c.most * value.clip(None, 3 * c.scale) // (3 * c.scale))),
)
def rounds_in_columns(rule, value):
    return rule.max_points * min(value, 3) / 3


@method("undeclared")
def looks_at_peers_without_declaring_them(rule, value):
    best = max((other for (other,) in rule.peers), default=0)
    return rule.max_points * min(value, best) / best if best else 0


@method("undeclared-working", working=lambda rule, lang, value: f"{value} / {len(rule.peers)}")
def counts_peers_in_its_working(rule, value):
    return 0


@method("pointless")
def forgets_its_return(rule, value):
    min(value, rule.max_points)


BROKEN = {
    "exactness": [
        returns_a_float, returns_yes, computes_in_floats, compares_with_a_float, holds_a_float_as_a_fraction,
        divides_decimals,
    ],
    "points": [forgets_its_return],
    "bounds": [goes_above_the_maximum, forgets_that_a_part_may_exceed_its_whole, goes_below_0],
    "raised": [divides_by_a_whole_of_0],
    "monotone": [punishes_the_best, no_longer_applies_when_better, rewards_more_though_less_is_better],
    "peers": [looks_at_peers_without_declaring_them, counts_peers_in_its_working],
    "purity": [counts_its_calls, remembers_the_largest, draws_lots],
    "independence": [keeps_the_first_commune, compares_with_the_first_of_the_group],
    "mutation": [sorts_the_settings, empties_its_peers],
    "context": [changes_the_context],
    "working": [has_a_working_that_divides_by_0, has_an_empty_working],
    "words": [has_words_in_one_language, has_empty_words],
    "better": [
        says_better_of_a_fact_that_it_does_not_have, says_better_in_a_list, asks_its_settings_for_what_they_lack,
    ],
    "most": [fails_to_say_its_most, says_a_most_of_a_question],
    "within": [says_that_a_fact_is_its_own_whole, fails_to_say_its_wholes],
    "limits": [
        fails_to_say_its_limits, limits_a_percentage_that_it_does_not_have, names_a_limit_that_is_not_the_one,
        names_one_limit_of_two,
    ],
    "columns": [
        differs_in_columns_at_7, mixes_communes_in_columns, names_too_small_a_bound, fails_in_columns,
        applies_only_in_columns, divides_by_0_in_columns, rounds_in_columns,
    ],
}  # fmt: skip
"""The methods that break each law."""
