"""When phases open and close, in either words, by the day or by the hour; what is wrong with them is told."""

from datetime import date, datetime

import pytest

from cchc_score.appraisal.appraisal_model import Window
from cchc_score.files.toml_file import read_toml
from cchc_score.year.phase_tables import read_phases


def read(text):
    file = read_toml(f"[phases]\n{text}\n".encode(), "cchc.toml")
    findings = []
    return read_phases(file.data["phases"], file, findings), [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("self_score = {}", Window()),
        ("self_score = { from = 2023-12-01, to = 2023-12-15 }", Window(date(2023, 12, 1), date(2023, 12, 15))),
        (
            "self_score = { opens = 2023-12-01, closes = 2023-12-15T17:00:00 }",
            Window(date(2023, 12, 1), datetime(2023, 12, 15, 17)),
        ),
        ("self_score = { from = 2023-12-01, closes = 2023-12-01 }", Window(date(2023, 12, 1), date(2023, 12, 1))),
    ],
)
def test_a_phase(text, window):
    phases, findings = read(text)
    assert (phases.self_score, findings) == (window, [])


def test_rounds_have_their_own_phases():
    phases, _ = read("appraisal = [{ opens = 2023-12-18 }, {}]\nexplanation = [{ closes = 2024-01-05T17:00:00 }]")
    assert phases.appraisal == (Window(date(2023, 12, 18)), Window())
    assert phases.explanation == (Window(None, datetime(2024, 1, 5, 17)),)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("self_score = { from = 2023-12-16, to = 2023-12-15 }", ["phase-order"]),
        ("self_score = { opens = 2023-12-15T18:00:00, closes = 2023-12-15T17:00:00 }", ["phase-order"]),
        ("self_score = { opens = 2023-12-15, from = 2023-12-15 }", ["phase-words"]),
        ("self_score = { closes = 2023-12-15T17:00:00Z }", ["value-zone"]),
        ('self_score = { closes = "17:00" }', ["value-date"]),
        ("self_score = { closes = 17:00:00 }", ["value-date"]),
        ("self_score = { until = 2023-12-15 }", ["key-unknown"]),
        ("appraisal = 1", ["value-list"]),
    ],
)
def test_what_is_wrong_is_told(text, codes):
    assert read(text)[1] == codes
