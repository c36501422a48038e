"""What is told of a valid scheme: fractions where percentages are meant, and days or a title of another year."""

import re

import pytest

from cchc_score.errors import SchemeError
from cchc_score.schemes import read_scheme
from cchc_score.schemes.doubtful_limits import days_in, scheme_doubts
from tests.running import ROOT
from tests.schemes.sample import small_head

CLASSES = """\
[[class]]
name = "Tốt"
from = 80
[[class]]
name = "Khá"
from = 0
"""
HEAD = (
    small_head(3, classes=CLASSES)
    + """\
[indicator.rate]
name = "Tỷ lệ"
kind = "percent"
decimals = 2
[criterion."1.1"]
title = "x"
max_points = 3
"""
)
SHARE = 'part = "dossiers_on_time"\nwhole = "dossiers_received"\nif_none = "zero"\n'
DEADLINE = 'method = "deadline"\ndate = "plan_issued_on"\nlate = 1\nnever = 0\nsteps = [{ by = %s, points = 3 }]\n'


def told(registry, rule, head=HEAD):
    scheme = read_scheme((head + rule).encode(), "s.toml", registry.methods, registry.indicators)
    return [(one.code, one.place.criterion) for one in scheme_doubts(scheme, registry.methods)]


def bands(*limits):
    listed = "".join(f"{{ from = {limit}, points = {3 - place} }}, " for place, limit in enumerate(limits))
    return f'method = "bands"\nbands = [{listed}{{ from = 0, points = 0 }}]\n'


@pytest.mark.parametrize(
    ("rule", "fractions"),
    [
        (SHARE + bands("0.9", "0.7"), True),
        (SHARE + bands("90", "0.7"), False),
        (SHARE + bands("1"), True),
        (SHARE + bands("1.001"), False),
        (SHARE + bands(), False),
        ('value = "rate"\n' + bands("0.9"), True),
        ('value = "dossiers_received"\n' + bands("1"), False),
        ('method = "ratio"\nzero_below = 0.8\n' + SHARE, True),
        ('method = "ratio"\nfull_from = 0.8\n' + SHARE, True),
        ('method = "ratio"\nzero_below = 0.8\nfull_from = 90\n' + SHARE, False),
        ('method = "ratio"\nzero_below = 0\n' + SHARE, False),
        ('method = "ratio"\n' + SHARE, False),
        ('method = "share"\nvalue = "rate"\ntarget = 0.9\n', True),
        ('method = "share"\nvalue = "rate"\nzero_below = 0.5\n', True),
        ('method = "share"\nvalue = "rate"\n', False),
        (
            'method = "target"\nvalue = "dossiers_on_time"\ntarget = "dossiers_received"\nshare_at_target = 0.8\n'
            'excess = "share"\nif_none = "zero"\n',
            True,
        ),
        ('method = "ratio"\ngate = { fact = "rate", from = 0.8 }\n' + SHARE, True),
        ('method = "ratio"\ngate = { fact = "dossiers_received", from = 1 }\n' + SHARE, False),
        (
            'method = "ratio"\ngate = { fact = "dossiers_on_time", whole = "dossiers_received", from = 0.5 }\n' + SHARE,
            True,
        ),
    ],
)
def test_limits_that_are_all_at_most_1_are_told_where_percentages_are_meant(registry, rule, fractions):
    assert told(registry, rule) == ([("limits-fractions", "1.1")] if fractions else [])


def test_so_are_those_of_the_classes(registry):
    assert told(registry, 'method = "ratio"\n' + SHARE, HEAD.replace("from = 80", "from = 0.8")) == [
        ("limits-fractions", "")
    ]


@pytest.mark.parametrize(("limit", "refused"), [("100", False), ("100.01", True), ("800", True)])
def test_a_class_that_nobody_can_have_is_refused(registry, limit, refused):
    head = HEAD.replace("from = 80", f"from = {limit}")
    if not refused:
        assert told(registry, 'method = "ratio"\n' + SHARE, head) == []
        return
    with pytest.raises(SchemeError) as error:
        told(registry, 'method = "ratio"\n' + SHARE, head)
    (finding,) = error.value.findings
    assert (finding.code, finding.place.line) == ("class-above-100", 17)


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2023-12-31", ["deadline-far"]),
        ("2024-01-01", ["deadlines-year-before"]),
        ("2024-12-31", ["deadlines-year-before"]),
        ("2025-01-01", []),
        ("2026-12-31", []),
        ("2027-01-01", ["deadline-far"]),
        ("2125-01-15", ["deadline-far"]),
    ],
)
def test_a_deadline_far_from_the_year_is_told_and_so_is_a_scheme_whose_days_are_past(registry, day, codes):
    assert [code for code, _ in told(registry, DEADLINE % day)] == codes


@pytest.mark.parametrize(
    ("day", "outside"),
    [("2024-12-31", True), ("2025-01-01", False), ("2025-06-30", False), ("2025-12-31", False), ("2026-01-01", True)],
)
def test_a_day_of_the_units_outside_the_year_is_told(registry, day, outside):
    head = HEAD.replace("[ranking]", f"[ranking]\nunits_on = {day}")
    found = told(registry, 'method = "ratio"\n' + SHARE, head)
    assert [code for code, _ in found] == (["units-day-outside"] if outside else [])


def test_one_day_of_the_year_before_among_others_is_no_copy(registry):
    rule = DEADLINE.replace("{ by = %s", "{ by = 2024-12-31, points = 3 }, { by = 2025-01-15")
    assert told(registry, rule) == []


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Chỉ số năm 2023", ["title-other-year"]),
        ("Chỉ số năm 2025", []),
        ("Chỉ số 2021-2025", []),
        ("Chỉ số theo Nghị định 12/2023/NĐ-CP", []),
        ("Chỉ số năm 2025, sửa năm 2023", []),
        ("Chỉ số", []),
    ],
)
def test_a_title_of_another_year_is_told(registry, title, codes):
    head = HEAD.replace('title = "T"', f'title = "{title}"')
    assert [code for code, _ in told(registry, 'method = "ratio"\n' + SHARE, head)] == codes


@pytest.mark.parametrize("name", ["minh-hoa-2023", "lam-dong-1234-2025", "bnv-1187-2025"])
def test_a_shipped_scheme_is_in_no_doubt_until_it_is_copied_to_another_year(registry, name):
    text = (ROOT / "scoring_rules" / f"{name}.toml").read_text(encoding="utf-8")
    scheme = read_scheme(text.encode(), f"{name}.toml", registry.methods, registry.indicators)
    assert scheme_doubts(scheme, registry.methods) == ()
    copy = re.sub(r"(?m)^(period *= )[0-9]+", lambda found: f"{found[1]}{scheme.period + 1}", text)
    copied = read_scheme(copy.encode(), "moi.toml", registry.methods, registry.indicators)
    assert copied.period == scheme.period + 1
    assert "title-other-year" in [one.code for one in scheme_doubts(copied, registry.methods)]


def test_days_are_found_wherever_they_stand_in_settings(registry):
    scheme = read_scheme((HEAD + DEADLINE % "2025-02-01").encode(), "s.toml", registry.methods, registry.indicators)
    assert [day.isoformat() for day in days_in(scheme.criteria["1.1"].settings)] == ["2025-02-01"]
