"""A method that breaks its contract costs its own unit index and rank, and nothing else."""

import decimal
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction as F
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine.score import MANY
from cchc_score.errors import PluginError
from cchc_score.methods import NoSettings, per_commune
from cchc_score.model import Ranking
from tests.engine.schemes import leaf, parent, scheme, scored
from tests.strategies import METHODS, examples, ref


class Wordless(Exception):
    def __str__(self):
        raise ValueError("no words")


def raising(error):
    def breach():
        raise error

    return breach


def changing(**fields):
    def breach():
        for name, value in fields.items():
            setattr(decimal.getcontext(), name, value)
        return 1

    return breach


def trapping():
    decimal.getcontext().traps[decimal.Inexact] = True
    return 1


def replacing():
    decimal.setcontext(decimal.Context(prec=3))
    return 1


def changing_and_raising():
    decimal.getcontext().prec = 2
    raise ValueError("both")


BREACHES = {
    "raises": (raising(ValueError("bad")), "method-raised"),
    "divides by zero": (lambda: 1 // 0, "method-raised"),
    "recurses": (raising(RecursionError()), "method-raised"),
    "exits": (raising(SystemExit(3)), "method-raised"),
    "raises without words": (raising(Wordless()), "method-raised"),
    "raises control characters": (raising(ValueError("\x1b[2J")), "method-raised"),
    "float": (lambda: 0.5, "method-float"),
    "whole float": (lambda: 1.0, "method-float"),
    "nan": (lambda: float("nan"), "method-float"),
    "bool": (lambda: True, "method-type"),
    "text": (lambda: "1", "method-type"),
    "complex": (lambda: 1j, "method-type"),
    "decimal nan": (lambda: Decimal("NaN"), "method-type"),
    "decimal infinity": (lambda: Decimal("Infinity"), "method-type"),
    "below 0": (lambda: -1, "method-range"),
    "just below 0": (lambda: F(-1, 10**9), "method-range"),
    "above the maximum": (lambda: 6, "method-range"),
    "just above the maximum": (lambda: 5 + F(1, 10**9), "method-range"),
    "huge": (lambda: 10**5000, "method-range"),
    "endless": (lambda: Decimal("1e999999"), "method-range"),
    "precision": (changing(prec=5), "method-context"),
    "rounding": (changing(rounding=decimal.ROUND_UP), "method-context"),
    "exponents": (changing(Emax=10, Emin=-10), "method-context"),
    "traps": (trapping, "method-context"),
    "another context": (replacing, "method-context"),
    "context and raises": (changing_and_raising, "method-raised"),
}


def test_a_failing_method_is_told_with_the_line_of_its_own_file():
    (found,) = scored(scheme(with_broken()), {"n1": 13}, methods=broken(BREACHES["divides by zero"][0])).findings
    line = next(n for n, text in enumerate(Path(__file__).read_text("utf-8").splitlines(), 1) if '"divides' in text)
    assert found.args["detail"] == f"ZeroDivisionError: integer division or modulo by zero; test_breaches.py:{line}"
    assert str(found.args["trace"]).splitlines()[-1].startswith("ZeroDivisionError: ")


@pytest.mark.parametrize("name", ["number", "max_points", "settings", "decimals", "peers"])
def test_points_are_held_against_the_maximum_of_the_core_whatever_a_method_does_to_its_rule(name):
    def method(rule, n1):
        object.__setattr__(rule, name, F(100))
        return 50 if name == "max_points" else 5

    methods = METHODS | {"law.broken": per_commune("law.broken")(method)}
    sheet = scored(scheme(with_broken()), {"n1": 1}, {"n1": 2}, methods=methods)
    assert [mark.outcome.name for mark in (sheet.mark(row, sheet.total) for row in (0, 1))] == ["FAILED"] * 2
    assert [(one.code, one.args["detail"]) for one in sheet.findings] == [("method-rule", f"rule.{name}")] * 2


def broken(breach):
    @per_commune("law.broken")
    def method(rule, n1):
        return breach() if n1 == 13 else 5

    return METHODS | {"law.broken": method}


def with_broken(number="1.1", **more):
    one = leaf(number, 5, "law.broken", **more)
    return type(one)(**{name: getattr(one, name) for name in one.__slots__} | {"settings": NoSettings()})


def state(context):
    return context.prec, context.rounding, context.Emin, context.Emax, dict(context.traps)


@pytest.mark.parametrize(("breach", "code"), BREACHES.values(), ids=BREACHES)
def test_a_breach_costs_that_unit_index_rank_and_class_and_is_told(breach, code):
    before, was = decimal.getcontext(), state(decimal.getcontext())
    one = scheme(with_broken(), leaf("2.1", 5, "count", count=ref("n2"), each=F(1)))
    sheet = scored(one, {"n1": 13, "n2": 5}, {"n1": 1, "n2": 3}, methods=broken(breach))
    assert decimal.getcontext() is before
    assert state(decimal.getcontext()) == was
    failed, fine = (sheet.mark(row, sheet.total) for row in (0, 1))
    assert failed.outcome.name == "FAILED"
    assert (failed.index, failed.index_high) == (None, None)
    assert (failed.low, failed.high, failed.reachable) == (5, 10, 10)
    assert (fine.outcome.name, fine.index) == ("SCORED", 80)
    assert (list(sheet.ranks), list(sheet.classes)) == ([0, 1], [-1, 0])
    assert all(ranks[0] == 0 for ranks in sheet.area_ranks.values())
    (found,) = sheet.findings
    assert (found.code, found.place.unit, found.place.criterion) == (code, "Đơn vị 0", "1.1")
    assert found.severity == "error"
    assert bool(found.args["detail"]) == (code != "method-context")
    for lang in ("vi", "en"):
        assert "law.broken" in found.words(lang)
        assert "\x1b" not in found.words(lang)


@pytest.mark.parametrize(
    ("name", "detail"),
    [
        ("float", "0.5"),
        ("bool", "bool"),
        ("text", "str"),
        ("decimal nan", "NaN"),
        ("below 0", "-1"),
        ("above the maximum", "6"),
        ("endless", "1E+999999"),
    ],
)
def test_a_breach_is_told_with_what_the_method_gave(name, detail):
    (found,) = scored(scheme(with_broken()), {"n1": 13}, methods=broken(BREACHES[name][0])).findings
    assert found.args == {"method": "law.broken", "detail": detail}


@pytest.mark.parametrize(
    ("points", "detail"),
    [
        ("1e-999", None),
        ("-1e-999", "-1/1000"),
        ("1e-1000", "1E-1000"),
        ("1e999", "1000"),
        ("1e1000", "1E+1000"),
    ],
)
def test_a_decimal_point_far_away_is_out_of_range(points, detail):
    sheet = scored(scheme(with_broken()), {"n1": 13}, methods=broken(lambda: Decimal(points)))
    assert [one.code for one in sheet.findings] == ([] if detail is None else ["method-range"])
    assert all(one.args["detail"].startswith(detail) for one in sheet.findings)


@pytest.mark.parametrize("kind", ["bonus", "penalty"])
@pytest.mark.parametrize("incomplete", ["low", "unranked"])
def test_a_breach_outside_the_normal_areas_costs_the_index_too(kind, incomplete):
    one = scheme(
        leaf("1.1", 5, "count", count=ref("n2"), each=F(1)),
        with_broken("2.1"),
        outside={2: (kind, 5)},
        ranking=Ranking("none", "exact", "standard", incomplete),
    )
    sheet = scored(one, {"n1": 13, "n2": 5}, {"n1": 1, "n2": 3}, methods=broken(lambda: 0.5))
    assert [sheet.mark(row, sheet.total).index is None for row in (0, 1)] == [True, False]
    assert (list(sheet.ranks), list(sheet.classes)) == ([0, 1], [-1, 0])


def test_a_breach_weighs_more_than_a_missing_fact():
    one = scheme(with_broken(), leaf("1.2", 5, "count", count=ref("n2"), each=F(1)))
    sheet = scored(one, {"n1": 13}, methods=broken(lambda: True))
    assert sheet.mark(0, sheet.total).outcome.name == "FAILED"


def test_a_breach_in_an_alternative_not_chosen_costs_nothing_but_is_told():
    one = scheme(
        parent("1.1", 5, "chosen", ["1.1.1", "1.1.2"], ref("way")),
        leaf("1.1.1", 5, "count", choice="online", count=ref("n2"), each=F(1)),
        with_broken("1.1.2", choice="paper"),
    )
    sheet = scored(one, {"way": "online", "n1": 13, "n2": 4}, methods=broken(lambda: 0.5))
    assert (sheet.mark(0, sheet.total).index, list(sheet.ranks)) == (80, [1])
    assert [found.code for found in sheet.findings] == ["method-float"]


@examples(60)
@given(st.integers(0, 500).flatmap(lambda cents: st.sampled_from([int, Decimal, F]).map(lambda kind: (cents, kind))))
def test_int_decimal_and_fraction_are_equally_exact(drawn):
    cents, kind = drawn
    points = cents // 100 if kind is int else kind(cents) / 100
    sheet = scored(scheme(with_broken()), {"n1": 13}, methods=broken(lambda: points))
    assert sheet.mark(0, sheet.total).low == F(points)
    assert not sheet.findings


@pytest.mark.parametrize(
    ("error", "detail"),
    [(ValueError("bad"), "ValueError: bad"), (SystemExit(3), "SystemExit: 3")],
    ids=["raises", "exits"],
)
@pytest.mark.parametrize("count", [1, MANY], ids=["rows", "columns"])
def test_a_method_whose_most_fails_stops_the_scoring_and_is_named(error, detail, count):
    failing = replace(METHODS["given"], most=lambda rule: raising(error)())
    one = scheme(leaf("1.1", 5, "given", points=ref("survey")))
    with pytest.raises(PluginError) as caught:
        scored(one, *[{"survey": F(1)}] * count, methods=METHODS | {"given": failing})
    (found,) = caught.value.findings
    assert found.code == "method-extra"
    assert found.args == {"method": "given", "function": "most", "detail": detail}


def test_a_method_may_round_in_a_decimal_context_of_its_own():
    def careful():
        with decimal.localcontext() as context:
            context.prec = 3
            return Decimal(10) / Decimal(3)

    sheet = scored(scheme(with_broken()), {"n1": 13}, methods=broken(careful))
    assert sheet.mark(0, sheet.total).low == F("3.33")


LOOKS = {
    "each": lambda peers: list(peers),
    "sorted": sorted,
    "the largest": lambda peers: max(peers, default=0),
    "how many": len,
    "whether there are any": bool,
    "the first": lambda peers: peers[0],
    "one of them": lambda peers: (13,) in peers,
    "apart": lambda peers: [*peers],
    "with others": lambda peers: peers.__add__(((1,),)),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_method_that_is_not_declared_to_have_peers_cannot_look_at_them(look):
    @per_commune("law.broken")
    def method(rule, n1):
        try:
            return bool(look(rule.peers)) * 0
        except Exception:
            return 5

    sheet = scored(scheme(with_broken()), {"n1": 13}, {"n1": 1}, methods=METHODS | {"law.broken": method})
    assert [sheet.mark(row, sheet.total).outcome.name for row in (0, 1)] == ["FAILED", "FAILED"]
    assert {found.code for found in sheet.findings} == {"method-peers"}
    assert "peers=True" in sheet.findings[0].words("vi")


def test_a_method_that_leaves_its_peers_alone_may_keep_its_rule():
    @per_commune("law.broken")
    def method(rule, n1):
        return 5 if rule == rule and repr(rule) and rule.peers is not None else 0

    sheet = scored(scheme(with_broken()), {"n1": 13}, methods=METHODS | {"law.broken": method})
    assert sheet.mark(0, sheet.total).low == 5
