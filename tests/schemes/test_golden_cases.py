"""What golden cases may expect: decimals, and fractions where a scheme does not round."""

from fractions import Fraction as F

import pytest

from cchc_score.errors import SchemeError
from cchc_score.schemes.golden_cases import failures, read_cases
from tests.engine.schemes import leaf, scheme
from tests.strategies import METHODS

THIRD = scheme(leaf("1.1", 1, "ratio", part="n1", whole="n2", if_none="zero"), rounding="never")
CASE = '[[case]]\ncriterion = "1.1"\nfacts = {{ n1 = 1, n2 = 3 }}\npoints = {}\n'


def cases(points):
    return read_cases(CASE.format(points).encode(), "c.toml", THIRD)


def test_a_fraction_is_met_exactly_and_its_decimals_are_not():
    assert failures(cases('"1/3"'), "c.toml", THIRD, METHODS) == ()
    assert failures(cases('"2/6"'), "c.toml", THIRD, METHODS) == ()
    (failed,) = failures(cases("0.333333"), "c.toml", THIRD, METHODS)
    assert (failed.code, failed.args["got"]) == ("case-points", F(1, 3))


@pytest.mark.parametrize(
    ("points", "code"),
    [
        ('"1/0"', "case-fraction"),
        ('"1"', "case-fraction"),
        ('"-1/3"', "case-fraction"),
        ('"1/3 "', "case-fraction"),
        ('"٣/٤"', "case-fraction"),
        (f'"{"9" * 5000}/7"', "case-fraction"),
        ("-1", "negative"),
        ("true", "number"),
        ("nan", "number"),
    ],
)
def test_what_is_neither_a_number_nor_a_fraction_is_refused(points, code):
    with pytest.raises(SchemeError) as error:
        cases(points)
    assert [finding.code for finding in error.value.findings] == [code]
