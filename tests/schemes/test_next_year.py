"""A scheme moved to the next year: every date and year, nothing else, and nothing that scores before it is confirmed."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.errors import SchemeError
from cchc_score.schemes import read_scheme
from cchc_score.schemes.golden_cases import failures, read_cases
from cchc_score.schemes.next_year import MARK, next_year, scheme_in_year
from tests.running import ROOT
from tests.strategies import examples

RULES = ROOT / "scoring_rules"


def confirmed(text):
    return re.sub(r"^draft .*\n", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("name", ["minh-hoa-2023", "lam-dong-1234-2025"])
def test_a_shipped_scheme_scores_the_next_year_once_it_is_confirmed(name, registry):
    old = (RULES / f"{name}.toml").read_text(encoding="utf-8")
    period = int(name[-4:])
    moved = next_year(old, period)
    with pytest.raises(SchemeError) as error:
        read_scheme(moved.text.encode(), "moi.toml", registry.methods, registry.indicators)
    assert [finding.code for finding in error.value.findings] == ["scheme-draft"]
    scheme = read_scheme(confirmed(moved.text).encode(), "moi.toml", registry.methods, registry.indicators)
    assert (scheme.period, scheme.code) == (period + 1, name.replace(str(period), str(period + 1)))
    cases = RULES / f"{name}.cases.toml"
    if cases.exists():
        text = next_year(cases.read_text(encoding="utf-8"), period).text
        golden = read_cases(text.encode(), "moi.cases.toml", scheme)
        assert not failures(golden, "moi.cases.toml", scheme, registry.methods)


@pytest.mark.parametrize(
    ("line", "after", "kind"),
    [
        ("period = 2025", "period = 2026", "period"),
        ("steps = [ { by = 2025-01-15, points = 1 } ]", "steps = [ { by = 2026-01-15, points = 1 } ]", "date"),
        ("by = 2024-02-29", "by = 2025-02-28", "date"),
        ("units_on = 2025-06-30", "units_on = 2026-06-30", "date"),
        ('title = "Kế hoạch năm 2025, báo cáo năm 2024"', 'title = "Kế hoạch năm 2026, báo cáo năm 2025"', "text"),
        ('code = "tinh-2025"', 'code = "tinh-2026"', "text"),
        ('decision = "1234/QĐ-UBND ngày 08/09/2025"', 'decision = "1234/QĐ-UBND ngày 08/09/2025"', "kept"),
        ('form = "mau-2025"', 'form = "mau-2025"', "kept"),
        ('frame = "khung-2025"', 'frame = "khung-2025"', "kept"),
    ],
)
def test_what_carries_a_year_is_moved_and_listed(line, after, kind):
    (moved,) = next_year(line, 2025).moved
    assert (moved.before, moved.after, moved.kind) == (line, after, kind)


@pytest.mark.parametrize(
    "line",
    [
        "# Quyết định năm 2025", 'reference = "Nghị định 42/2022/NĐ-CP, năm 2025"', "max_points = 2025.5",
        'note = "Luật năm 2015"', "max_points = 3   # 2025-02-30", 'note = "ngày 08/09/2025"', 'unit = "1.2025"', 'x = "120250"',
    ],
)  # fmt: skip
def test_what_is_no_year_of_the_scheme_stays(line):
    moved = next_year(line, 2025)
    assert (moved.text, moved.moved) == (f"{line}\n", ())


@examples(100)
@given(st.lists(st.dates(date(2001, 1, 1), date(2098, 12, 31)), min_size=1, max_size=4), st.integers(1, 3))
def test_every_date_outside_texts_is_moved_by_as_many_years(days, years):
    line = " ".join(f'"{day}" {day}' for day in days)
    text = next_year(line, 1990, years).text.partition(f"   {MARK}")[0]
    found = [date.fromisoformat(one) for one in re.findall(r"[0-9-]{10}", re.sub(r'"[^"]*"', "", text))]
    assert [(one.year, one.month) for one in found] == [(day.year + years, day.month) for day in days]
    assert [re.sub('"', "", one) for one in re.findall(r'"[^"]*"', text)] == [str(day) for day in days]
    assert all(one.day == day.day or (day.month, day.day) == (2, 29) for one, day in zip(found, days, strict=True))


def test_a_scheme_on_the_reports_of_another_year_takes_the_units_of_that_year(registry):
    data = (RULES / "minh-hoa-2023.toml").read_bytes()
    scheme = read_scheme(data, "s.toml", registry.methods, registry.indicators)
    half = replace(scheme, period=2024, ranking=replace(scheme.ranking, units_on=date(2024, 2, 29)))
    assert scheme_in_year(half, 2023).units_day == date(2023, 2, 28)
    assert scheme_in_year(scheme, 2025).units_day == date(2025, 12, 31)
    parts = replace(scheme, days=(date(2022, 7, 1), date(2023, 6, 30)))
    assert scheme_in_year(parts, 2024).first_and_last_day == (date(2023, 7, 1), date(2024, 6, 30))
    assert scheme_in_year(half, 2024) == half
