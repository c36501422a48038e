"""A plugin as it was written for contract 0: one thing kept a rule, without a name; a bound without its denominator."""

from dataclasses import replace
from fractions import Fraction

from cchc_score.hookspecs import hookimpl
from cchc_score.methods import ColumnForm, Fact, Marks, Settings, per_commune


class LeadSettings(Settings):
    """`value` against the largest of the group."""

    value: Fact


@per_commune("cu.lead", LeadSettings, better=lambda rule: {"value": "more"}, peers=True)
def lead(rule, value):
    """The maximum times the own value over the largest."""
    largest = rule.once(lambda: max((peer[0] for peer in rule.peers), default=Fraction(0)))
    return rule.max_points * min(value / largest, 1) if largest else 0


class ShareSettings(Settings):
    """`part` of `whole`."""

    part: Fact
    whole: Fact


def _bound(c, part, whole):
    return max(2 * c.most * part, whole + 1)


@per_commune(
    "cu.share",
    ShareSettings,
    column=ColumnForm(
        lambda rule, scale, answers: {"most": rule.max_steps},
        lambda c, part, whole: Marks(c.most * part.clip(None, whole), whole + (whole == 0)),
        _bound,
    ),
)
def share(rule, part, whole):
    """The maximum times part / whole."""
    return rule.max_points * min(part, whole) / whole if whole else 0


@hookimpl
def cchc_methods():
    """Both, as contract 0 declared them."""
    return [replace(method, contract=0) for method in (lead, share)]
