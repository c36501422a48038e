"""Which limits golden cases stand on: the places are the rule's own, and one figure beside a limit is not on it."""

from datetime import date
from fractions import Fraction as F

import pytest

from cchc_score.analysis.coverage import measure_coverage, open_findings
from cchc_score.analysis.limits import edges_of
from cchc_score.model import Factor, Gate, Outcome
from cchc_score.schemes.golden_cases import Case, read_cases
from tests.engine.schemes import leaf, parent, scheme
from tests.running import ROOT
from tests.strategies import METHODS, ref
from tests.test_rule_forms import scheme_at

RATIO = leaf("1.1", 5, "ratio", part="n1", whole="n2", zero_below=F(80), if_none="full")
BANDS = [{"above": F(90), "points": F(2)}, {"from": F(70), "points": F(1)}, {"from": F(0), "points": F(0)}]
STEPS = [{"by": date(2023, 1, 15), "points": F(1)}]


def case(points, number="1.1", **facts):
    known = {code: F(value) if isinstance(value, int) else value for code, value in facts.items()}
    return Case(number, known, (), None if points is None else F(points), None, Outcome.SCORED, 1)


def left(one, *cases):
    """The words of what is left to write for the only leaf of a scheme."""
    small = scheme(one)
    (covered,) = measure_coverage(small, METHODS, cases)
    return [
        f"{finding.code} {finding.args.get('edge', ('',))[0]}".strip() for finding in open_findings(small, covered, "x")
    ]


def edges(one):
    return [edge.words(scheme(one).indicators, "en") for edge in edges_of(scheme(one), one, METHODS[one.method])]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (RATIO, ["Số liệu n1 / Số liệu n2 = 80%", "Số liệu n1 / Số liệu n2 = 100%", "Số liệu n2 = 0"]),
        (leaf("1.1", 2, "bands", value="n1", bands=BANDS), [f"Số liệu n1 = {limit}" for limit in (90, 70, 0)]),
        (
            leaf("1.1", 1, "deadline", date="done_on", steps=STEPS, late=F(0), never=F(0)),
            ["Số liệu done_on: never", "Số liệu done_on = 15/01/2023"],
        ),
        (
            leaf("1.1", 1, "options", fact="way", points={"online": F(1), "paper": F(0)}),
            ["Số liệu way: Trả lời online", "Số liệu way: Trả lời paper"],
        ),
        (
            leaf("1.1", 1, "answers", answers={"n1": F(100), "n2": F(0)}, if_none="zero"),
            ["(Số liệu n1 + Số liệu n2) = 0"],
        ),
        # Of a count nobody reports 2,5.
        (leaf("1.1", 1, "count", count="n1", each=F("0.4")), []),
        (leaf("1.1", 1, "count", count="amount", each=F("0.4")), ["Số liệu amount = 2.5"]),
        (leaf("1.1", 1, "best", value="n1", if_none="zero"), []),
        (
            leaf("1.1", 1, "given", points="survey", gate=Gate(ref("flag"), None, ("yes",), "zero"),
                 factor=Factor(ref("way"), {"online": F(1), "paper": F(0)})),
            ["Số liệu flag: yes", "Số liệu flag: no", "Số liệu survey = 0", "Số liệu survey = 1",
             "Số liệu way: Trả lời online", "Số liệu way: Trả lời paper"],
        ),
    ],
)  # fmt: skip
def test_the_places_are_those_that_the_rule_names(one, expected):
    assert edges(one) == expected


def test_only_a_case_exactly_on_a_limit_covers_it():
    full, on, none = case(5, n1=10, n2=10), case(4, n1=8, n2=10), case(5, n1=0, n2=0)
    assert left(RATIO, full, on, none) == []
    assert left(RATIO, full, none, case(0, n1=7, n2=10)) == ["case-edge Số liệu n1 / Số liệu n2 = 80%"]
    assert left(RATIO, on, case(None, n1=0, n2=0)) == ["case-full", "case-edge Số liệu n1 / Số liệu n2 = 100%"]
    assert left(RATIO) == ["case-none"]
    assert "case-less" in left(RATIO, full)


def test_a_case_about_the_parent_stands_on_limits_but_says_nothing_of_the_points_of_its_parts():
    small = scheme(parent("1.1", 5, "sum", ["1.1.1"]), leaf("1.1.1", 5, "given", points="survey"))
    (covered,) = measure_coverage(small, METHODS, [case(5, survey=5)])
    assert (covered.cases, covered.full, [edge.at for edge in covered.open]) == (1, False, [0])
    (other,) = measure_coverage(small, METHODS, [case(5, "1.11", survey=5)])
    assert other.cases == 0


def test_a_parent_of_alternatives_has_a_line_of_its_own():
    small = scheme(parent("1.1", 5, "max", ["1.1.1"]), leaf("1.1.1", 5, "given", points="survey"))
    above, below = measure_coverage(small, METHODS, [case(5, survey=5), case(2, "1.1.1", survey=2)])
    assert (above.criterion.number, above.cases, above.full, above.less, above.edges) == ("1.1", 1, True, False, ())
    assert (below.criterion.number, below.cases, below.full, below.less) == ("1.1.1", 2, False, True)


def test_what_a_method_does_not_say_is_not_called_known():
    known = {
        name: measure_coverage(scheme(one), METHODS, [])[0].exact
        for name, one in {
            "ratio": RATIO,
            "best": leaf("1.1", 1, "best", value="n1", if_none="zero"),
            "options": leaf("1.1", 1, "options", fact="flag", points={"yes": F(1), "no": F(0)}),
        }.items()
    }
    assert known == {"ratio": True, "best": False, "options": True}


@pytest.mark.parametrize("path", ["scoring_rules/minh-hoa-2023.toml", "tests/rule_forms/rule-forms.toml"])
def test_the_shipped_cases_stand_on_every_limit(path, registry):
    shipped = scheme_at(ROOT / path, registry)
    cases = ROOT / path.replace(".toml", ".cases.toml")
    covered = measure_coverage(shipped, registry.methods, read_cases(cases.read_bytes(), "x", shipped))
    assert not [edge for one in covered for edge in one.open]
    assert all(one.full and one.less for one in covered)
