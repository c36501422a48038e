"""Every kind of finding can be explained: its example fits its wording, and the lines shown really cause it."""

import string

import pytest

from cchc_score.builtin.readers import read_csv_grid, read_toml_record
from cchc_score.catalogue import CATALOGUE
from cchc_score.errors import ReportError
from cchc_score.findings import example
from cchc_score.intake.join import join
from cchc_score.intake.read_document import reports_of
from cchc_score.registry.registry import load_registry

INDICATORS = load_registry().indicators
HEAD = '[report]\nunit = "01"\nyear = 2023\n\n[facts]\n'
SHOWN = [code for code, kind in CATALOGUE.items() if kind.example.lines or code == "csv-empty"]


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_an_example_has_every_value_that_its_wording_asks_for(code):
    """A wording that asks for a new name needs a value for it in `cchc_score/catalogue/samples.py`."""
    template = CATALOGUE[code].what.vi + CATALOGUE[code].remedy.vi
    asked = {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}
    assert asked == set(example(code).args)
    assert example(code).words("vi") != example(code).words("en")


def found(code, text):
    """The codes of all that is found in a text."""
    try:
        if code.startswith("csv-"):
            document = read_csv_grid(text.encode(), "x.csv")
        else:
            document = read_toml_record((text if "[report]" in text else HEAD + text).encode(), "x.toml")
    except ReportError as error:
        return {one.code for one in error.findings}
    reports = reports_of(document, "x", None, INDICATORS, 2023)
    return {one.code for one in join(reports, None, 2023, None, INDICATORS).findings}


@pytest.mark.parametrize("code", SHOWN)
def test_the_lines_that_are_shown_cause_the_finding(code):
    assert code in found(code, CATALOGUE[code].example.lines)
