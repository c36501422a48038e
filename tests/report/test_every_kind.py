"""Years at their ends, in every kind of file: no unit, one, all alike, nothing known, a nation; names that mean harm."""

import pytest
from hypothesis import given

from cchc_score.model import Unit
from cchc_score.report.report_kinds import REPORT_KINDS, picture_bytes, report_bytes
from cchc_score.results.area_parts import area_parts
from cchc_score.results.ranked_units import ranking
from cchc_score.results.scored import scored_stage
from cchc_score.results.year_report import PIECES, YearReport
from tests.engine.schemes import leaf, scheme, scored
from tests.report.annex.made import TEXTS
from tests.strategies import METHODS, examples, ref

KINDS = sorted(REPORT_KINDS)
TWO = scheme(
    leaf("1.1", 2, "given", points=ref("n1")),
    leaf("2.1", 3, "best", value=ref("n2"), whole=None, if_none="zero"),
)
SHEETS_FIRST = 3
"""So many units have sheets of their own in the report of a nation."""


def stage(units, facts):
    """Some units of which each has the same figures."""
    return scored_stage(scored(TWO, *(facts for _ in units), listed=list(units)), METHODS, (), "cchc-score 0", ())


def report_of(result, pieces=PIECES, most=None):
    """The report of a stage, with the sheets of all of its units or of the first."""
    rows = tuple(range(len(result.sheet.table.units)))[:most]
    return YearReport(ranking(result), frozenset(pieces), rows, area_parts(result))


def made(report, kind):
    """The file of a kind; a picture where it holds one."""
    if kind in ("svg", "png"):
        return picture_bytes(report, "ranking", kind, "vi")
    return report_bytes(report, kind, "vi")


def named(*names):
    return [Unit(f"u{at}", name, "xã") for at, name in enumerate(names)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [0, 1, 12])
@pytest.mark.parametrize("facts", [{"n1": 1, "n2": 2}, {"n1": 1}, {}], ids=["alike", "some-unknown", "nothing-known"])
def test_a_year_at_its_ends_is_a_file_with_the_same_bytes_each_time(kind, count, facts):
    report = report_of(stage(named(*(f"Xã số {at}" for at in range(count))), facts))
    data = made(report, kind)
    assert len(data) > 100
    assert made(report, kind) == data


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.full
def test_a_nation_is_a_file_of_every_kind(kind):
    result = stage(named(*(f"Xã số {at}" for at in range(3321))), {"n1": 1, "n2": 2})
    # A picture shows the units that the report is about, the other files all of them.
    assert len(made(report_of(result, most=SHEETS_FIRST), kind)) > (1_000 if kind in ("svg", "png") else 10_000)


@pytest.mark.full
@examples(8)
@given(TEXTS, TEXTS)
def test_names_that_mean_harm_are_a_file_of_every_kind(one, other):
    report = report_of(stage(named(one, other, one), {"n1": 1, "n2": 2}))
    for kind in KINDS:
        assert made(report, kind) == made(report, kind)
