"""Every kind of finding can be explained: its example fits its wording, and the lines shown really cause it."""

import string

import pytest

from cchc_score.builtin.csv_reader import read as read_csv
from cchc_score.builtin.toml_reader import read as read_toml
from cchc_score.catalogue import CATALOGUE
from cchc_score.errors import ReportError
from cchc_score.intake.join import join
from cchc_score.intake.read import reports_of
from cchc_score.plugins import load
from cchc_score.samples import sample, snippet

INDICATORS = load().indicators
HEAD = '[report]\nunit = "01"\nyear = 2023\n\n[facts]\n'
SHOWN = [code for code in CATALOGUE if snippet(code) or code == "csv-empty"]


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_an_example_has_every_value_that_its_wording_asks_for(code):
    """A wording that asks for a new name needs a value for it in `cchc_score/samples.py`."""
    asked = {name for _, name, _, _ in string.Formatter().parse(CATALOGUE[code].vi) if name is not None}
    assert asked == set(sample(code).args)
    assert sample(code).words("vi") != sample(code).words("en")


def found(code, text):
    """The codes of all that is found in a text."""
    try:
        if code.startswith("csv-"):
            document = read_csv(text.encode(), "x.csv")
        else:
            document = read_toml((text if "[report]" in text else HEAD + text).encode(), "x.toml")
    except ReportError as error:
        return {one.code for one in error.findings}
    reports = reports_of(document, "x", None, INDICATORS, 2023)
    return {one.code for one in join(reports, None, 2023, None, INDICATORS).findings}


@pytest.mark.parametrize("code", SHOWN)
def test_the_lines_that_are_shown_cause_the_finding(code):
    assert code in found(code, snippet(code))
