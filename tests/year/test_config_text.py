"""A `cchc.toml` with other values: it says what is asked, and every line that is not of these values stays."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.appraisal_model import OPEN, Phases, Window
from cchc_score.files.toml_file import read_toml
from cchc_score.year.config_text import for_next_year, with_phases
from cchc_score.year.packaged import folder
from cchc_score.year.phase_tables import read_phases

STARTER = folder("starters/minh-hoa")["cchc.toml"]
ABOVE, BELOW = STARTER.decode().split("[phases]\n")
TABLES = f"""{ABOVE}[phases.self_score]   # tự chấm
opens = 2023-12-01   # mở
closes = 2023-12-15T17:00:00

# Hai vòng
[[phases.appraisal]]
from = 2023-12-18
[[phases.appraisal]]
to = 2024-01-12 # đóng

[annex]
agency = "Sở {{ Nội vụ }}"   # {{ }}
""".encode()
TEXTS = [STARTER, ABOVE.encode(), TABLES, b"\xef\xbb\xbf" + STARTER.replace(b"\n", b"\r\n"), STARTER.decode().encode("utf-16")]  # fmt: skip
MOMENTS = st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)) | st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(
    lambda one: one.replace(microsecond=0)
)  # fmt: skip
WINDOWS = st.builds(Window, MOMENTS, MOMENTS)
ROUNDS = st.lists(WINDOWS, max_size=4).map(tuple)


def phases_in(data):
    file = read_toml(data, "cchc.toml")
    return read_phases(file.data.get("phases", {}), file, [])


def rest_of(data):
    return {key: value for key, value in read_toml(data, "cchc.toml").data.items() if key != "phases"}


@given(st.sampled_from(TEXTS), st.builds(Phases, WINDOWS, ROUNDS, ROUNDS))
def test_the_file_says_the_phases_and_else_what_it_said(data, phases):
    new = with_phases(data, phases)
    assert phases_in(new) == phases
    assert rest_of(new) == rest_of(data)
    assert new.startswith(b"\xef\xbb\xbf") == data.startswith(b"\xef\xbb\xbf")
    assert (b"\r\n" in new) == (b"\r\n" in data)
    # Once more changes nothing: what is said already is not written anew.
    assert with_phases(new, phases) == new


@given(st.builds(Phases, WINDOWS, ROUNDS, ROUNDS))
def test_lines_and_comments_of_other_values_stay(phases):
    assert with_phases(STARTER, phases).decode().startswith(f"{ABOVE}[phases]\n")
    assert with_phases(ABOVE.encode(), phases).decode().startswith(ABOVE)
    kept = with_phases(TABLES, phases).decode()
    for line in ("# Hai vòng", "[annex]", 'agency = "Sở { Nội vụ }"   # { }'):
        assert f"\n{line}\n" in kept


@pytest.mark.parametrize("data", TEXTS)
def test_phases_that_are_there_already_change_no_byte(data):
    assert (with_phases(data, phases_in(data)) == data) or phases_in(data) == OPEN


def test_one_other_day_changes_one_value():
    phases = Phases(Window(date(2023, 12, 1), datetime(2023, 12, 20, 17)), *_rounds(STARTER))
    changed = STARTER.replace(b"2023-12-15", b"2023-12-20T17:00:00")
    assert with_phases(STARTER, phases) == changed


def _rounds(data):
    phases = phases_in(data)
    return phases.appraisal, phases.explanation


def test_a_next_year_keeps_its_rules_and_drops_the_decisions_of_the_last():
    data = ABOVE.replace("# held ", "held ").replace("# reason", "reason").encode() + (
        b'[[taken_out]]\ncriterion = "5.2"\nreason = "x"\n[annex]\nagency = "So" # co quan\nnumber = "12"\ndate = 2024-01-15\n'
    )
    new = for_next_year(data, {"last_year": "../2023", "units": "units.csv"})
    told = dict(read_toml(data, "cchc.toml").data)
    told.pop("taken_out")
    expected = told | {"last_year": "../2023", "survey": {"files": "survey"}, "annex": {"agency": "So"}}
    assert read_toml(new, "cchc.toml").data == expected
    assert b"# co quan" in new
    assert ABOVE.split("[survey]")[0] in new.decode().replace('last_year = "../2023"\n', "")
