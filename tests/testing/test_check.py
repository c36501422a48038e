"""Laws of a method: those that keep them pass, and each broken one is told by the law that it breaks."""

import subprocess
import sys
from enum import Enum
from fractions import Fraction as F
from operator import mul
from typing import Annotated, Literal

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from pydantic import Field, model_validator

from cchc_score.catalogue.law_findings import LAWS
from cchc_score.methods import (
    Fact,
    FactList,
    FactPoints,
    Number,
    Percent,
    PointsFrom0,
    PointsSigned,
    Rule,
    Settings,
    Share,
    per_commune,
)
from cchc_score.model import Indicator, Option
from cchc_score.testing import LawBroken, check_laws
from cchc_score.testing.examples import Situation
from cchc_score.testing.laws import exactness
from cchc_score.testing.violations import CannotCheck
from tests.strategies import METHODS
from tests.testing.broken_methods import BROKEN, punishes_the_best

pytestmark = pytest.mark.full


@pytest.fixture(autouse=True)
def enough_examples():
    """What is broken must be found in short runs too."""
    profile = settings.get_current_profile_name()
    settings.load_profile("default")
    yield
    settings.load_profile(profile)


WRONG = [(law, method) for law, methods in BROKEN.items() for method in methods]


@pytest.mark.parametrize(("law", "method"), WRONG, ids=[method.name for _, method in WRONG])
def test_a_broken_method_is_told_by_the_law_that_it_breaks(law, method):
    with pytest.raises(LawBroken) as error:
        # Some faults are rare; the run ends with the first example that shows one.
        check_laws(method, examples=2_000)
    assert error.value.law == law
    assert method.name in str(error.value)


def test_every_law_is_broken_by_some_method():
    told = {code.removeprefix("law-") for code in LAWS}
    assert told == {*BROKEN, "settings-type", "settings-refused", "indicators"}


@pytest.mark.parametrize("whole", [F(2**43), F(3 * 2**45, 1000)])
def test_points_of_a_large_power_of_two_are_not_taken_for_a_float(whole):
    settings = METHODS["ratio"].settings.model_validate({"part": "part", "whole": "whole", "if_none": "zero"})
    indicators = {code: Indicator(code, code, kind="decimal", decimals=3) for code in ("part", "whole")}
    rule = Rule("1.1", F("0.01"), settings)
    exactness(Situation(METHODS["ratio"], indicators, rule, ({"part": F(1), "whole": whole},)), None)


def test_the_smallest_example_is_told_in_the_words_of_the_scheme():
    with pytest.raises(LawBroken) as error:
        check_laws(punishes_the_best, examples=2_000)
    first, rule, settings, before, after = str(error.value).splitlines()
    assert first.startswith(
        "phương pháp 'broken.punishes' khai báo better = {value: more} nhưng value tốt hơn lại mất điểm"
    )
    assert first.endswith("sửa công thức hoặc bỏ khai báo")
    assert rule == "  quy tắc: điểm tối đa 1, bước điểm 1"
    assert settings == "  thiết lập: value = value"
    assert before == "  số liệu 1: value = 1 -> 0,01"
    assert after.startswith("  số liệu 2: value = 9")
    assert after.endswith(" -> 0")
    assert error.value.__suppress_context__, "nothing of Hypothesis is printed"


def test_it_is_told_in_english_too():
    with pytest.raises(LawBroken) as error:
        check_laws(punishes_the_best, lang="en", examples=2_000)
    assert "rule: at most 1 points, in steps of 1" in str(error.value)
    assert "figures 2: value = 9" in str(error.value)


def counted(jumps):
    """A method of a count that has no value between two whole ones, with a jump at 7 and perhaps another."""

    @per_commune("test.counted", limits=lambda rule: {"calls": [F(7)]}, better=lambda rule: {"calls": "more"})
    def of_calls(rule, calls):
        assert calls.denominator == 1
        if calls < 7:
            return 0
        return rule.max_points / 2 if calls < 40 and jumps else rule.max_points

    return of_calls


def test_counts_are_whole_numbers_and_a_jump_among_them_is_found():
    calls = [Indicator("calls", "Cuộc gọi")]
    check_laws(counted(False), indicators=calls, examples=500)
    with pytest.raises(LawBroken) as error:
        check_laws(counted(True), indicators=calls, lang="en", examples=5_000)
    assert "points jump near calls = 40" in str(error.value)


@pytest.mark.parametrize("divisor", [1, 3, 7])
def test_what_rises_or_falls_evenly_by_whole_numbers_does_not_jump(divisor):
    @per_commune("test.even", limits=lambda rule: {"calls": [F(5)]})
    def even(rule, calls):
        return rule.max_points / (1 + calls / divisor)

    check_laws(even, indicators=[Indicator("calls", "Cuộc gọi")], examples=500)


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Limit(Settings):
    at: Percent
    points: PointsFrom0


class Everything(Settings):
    """One setting of every type that can be made up."""

    part: Fact
    whole: Fact | None = None
    number: Number
    share: Share = F(1)
    change: PointsSigned
    limits: list[Limit] = Field(min_length=1)
    days: Annotated[int, Field(ge=2, le=4)]
    turns: Annotated[int, Field(gt=0)] = 1
    way: Literal["up", "down"]
    colour: Colour = Colour.RED
    exact: bool
    words: dict[str, Number] = {}
    points_at: tuple[tuple[Percent, PointsFrom0], ...] = Field(min_length=2)
    note: str = ""

    @model_validator(mode="after")
    def _rising(self):
        limits, ends = [one.at for one in self.limits], [at for at, _ in self.points_at]
        if limits != sorted(set(limits)) or limits[0] != 0 or not 2 <= self.days <= 4:
            raise ValueError("limits")
        if ends != sorted(set(ends)) or len(ends) < 2:
            raise ValueError("ends")
        return self


@per_commune("test.everything", Everything)
def everything(rule, part, whole):
    """Whatever its settings say."""
    settings = rule.settings
    assert settings.limits[0].at == 0
    assert settings.turns >= 1
    assert all(0 <= one.points <= rule.max_points for one in settings.limits)
    assert (settings.change * 10**rule.decimals).denominator == 1
    return None if whole == 0 else rule.max_points * min(part / settings.days, 1) * settings.share


def test_settings_of_every_type_are_made_up_in_an_order_that_their_validator_accepts():
    check_laws(everything, examples=40)


class Listed(Settings):
    """Facts in a list, two of them at least."""

    of: Annotated[FactList, Field(min_length=2)]


@per_commune("test.listed", Listed, words=lambda rule, lang, name: ", ".join(name(code) for code in rule.settings.of))
def listed(rule, *of):
    """The share of those above 0."""
    assert len(of) == len(rule.settings.of) >= 2
    return rule.max_points * sum(one > 0 for one in of) / len(of)


class Rates(Settings):
    """Points for each of several facts."""

    off: FactPoints


@per_commune("test.rates", Rates)
def rates(rule, *off):
    """What is left."""
    assert all(0 <= rate <= rule.max_points for rate in rule.settings.off.values())
    return max(rule.max_points - sum(map(mul, rule.settings.off.values(), off)), 0)


@pytest.mark.parametrize("method", [listed, rates], ids=lambda method: method.name)
def test_settings_that_name_several_facts_are_made_up(method):
    check_laws(method, examples=40)


class Odd(Settings):
    value: Fact
    weight: complex


@per_commune("test.odd", Odd)
def odd(rule, value):
    return rule.max_points if value > rule.settings.weight.real else 0


def test_a_setting_that_cannot_be_made_up_is_told_with_the_remedy():
    with pytest.raises(CannotCheck, match=r"'weight'.*complex.*settings="):
        check_laws(odd)


class Sevens(Settings):
    value: Fact
    weight: Number

    @model_validator(mode="after")
    def _seven(self):
        if self.weight != F("7.77"):
            raise ValueError("seven")
        return self


@per_commune("test.sevens", Sevens)
def sevens(rule, value):
    return min(value, rule.max_points) if value < 100 else -1


def test_settings_that_are_nearly_all_refused_are_told_with_the_remedy():
    with pytest.raises(CannotCheck, match=r"Sevens.*settings="):
        check_laws(sevens)


BRANCHES = Indicator("branches", "Số chi nhánh", kind="count")


@pytest.mark.parametrize(
    "settings",
    [
        [{"value": "branches", "weight": F("7.77")}],
        [Sevens.model_validate({"value": "branches", "weight": F("7.77")})],
        st.just({"value": ["branches"], "weight": F("7.77")}),
    ],
)
def test_settings_may_be_given_as_examples_or_as_a_strategy(settings):
    with pytest.raises(LawBroken) as error:
        check_laws(sevens, settings=settings, indicators=[BRANCHES])
    assert error.value.law == "bounds"
    assert "thiết lập: value = branches, weight = 7,77" in str(error.value)


class Bonus(Settings):
    value: Fact
    points: PointsFrom0


@per_commune("test.bonus", Bonus)
def bonus(rule, value):
    return rule.settings.points if value else 0


def test_a_maximum_is_large_enough_for_the_points_of_an_example():
    check_laws(bonus, settings=[{"value": "branches", "points": F("12.345")}], indicators=[BRANCHES])


@per_commune("test.own")
def own(rule, stations):
    return min(stations, rule.max_points)


def test_an_indicator_that_nobody_knows_is_told_with_the_remedy():
    with pytest.raises(CannotCheck, match=r"stations.*indicators="):
        check_laws(own)
    check_laws(own, indicators=[Indicator("stations", "Số trạm")])


@per_commune("test.asked")
def asked(rule, way):
    return {"new": rule.max_points, "old": 0}[way]


def cchc_indicators():
    """What the methods of this module ask for, as in a plugin."""
    return [Indicator("way", "Cách làm", kind="option", options=(Option("new", "Mới"), Option("old", "Cũ")))]


def test_indicators_of_the_methods_own_module_are_known():
    check_laws(asked)


@per_commune("test.installed", better=lambda rule: {"dossiers_on_time": "more"})
def installed(rule, dossiers_on_time, dossiers_received):
    if dossiers_received == 0:
        return None
    return rule.max_points * min(dossiers_on_time, dossiers_received) / dossiers_received


def test_indicators_of_installed_plugins_are_known():
    check_laws(installed)


WITHOUT = """
import sys
sys.modules["hypothesis"] = None
import cchc_score.testing
from cchc_score.testing import run_cases
print(run_cases("minh-hoa-2023"))
try:
    cchc_score.testing.check_laws
except ModuleNotFoundError as error:
    print(error)
"""


def test_without_hypothesis_golden_cases_run_and_laws_say_what_to_install():
    result = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, check=True, text=True)
    count, remedy = result.stdout.splitlines()
    assert int(count) > 40
    assert remedy.endswith('check_laws needs Hypothesis; run: python -m pip install "cchc-score[testing]"')


def test_an_unknown_name_is_no_attribute():
    with pytest.raises(AttributeError, match="no attribute 'check_law'"):
        __import__("cchc_score.testing").testing.check_law  # noqa: B018


@per_commune("test.misspelt", METHODS["ratio"].settings)
def misspelt(rule, part, whloe):
    return 0


@per_commune("test.without-rule", METHODS["given"].settings)
def without_rule(points):
    return points


def plain(rule, value):
    return 0


@pytest.mark.parametrize(
    ("method", "code", "name"),
    [
        (misspelt, "method-unasked", "whole"),
        (without_rule, "method-signature", "test.without-rule"),
        (plain, "plugin-method-plain", "@per_commune"),
    ],
    ids=["misspelt", "without rule", "plain"],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_no_plugin_could_give_is_told_before_any_law(method, code, name, lang):
    with pytest.raises(CannotCheck) as error:
        check_laws(method, lang=lang)
    assert error.value.finding.code == code
    assert name in str(error.value)
    assert __name__ in str(error.value)
