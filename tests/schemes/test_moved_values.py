"""Values of a moved scheme one by one: confirmed as proposed they give the moved scheme, and others stand in their place."""

import pytest

from cchc_score.schemes.moved_values import moved_values, with_values
from cchc_score.schemes.next_year import MARK, next_year
from tests.running import ROOT

TEXT = """# Năm 2023
[scheme]
code = "a-2023"   # 2023
decision = "12/QĐ \\"mới\\""
period = 2023
[criterion."1"]
title = "x"
steps = [{ by = 2023-01-15, points = 1 }, { by = 2023-02-01, points = 0 }]
note = "2023 và 2024"
"""


@pytest.mark.parametrize("name", ["minh-hoa-2023", "lam-dong-1234-2025", "minh-hoa-2023.cases"])
def test_confirmed_as_proposed_the_scheme_is_moved_and_bears_no_mark(name):
    text = (ROOT / "scoring_rules" / f"{name}.toml").read_text(encoding="utf-8")
    moved = next_year(text, 2025 if "2025" in name else 2023)
    proposed = {value.place: value.after for value in moved_values(moved)}
    lines = [line.replace(MARK, "").rstrip() for line in moved.text.split("\n") if not line.startswith("draft      =")]
    assert with_values(moved, proposed).split("\n") == lines
    assert with_values(moved, {}) == with_values(moved, proposed)


def test_every_value_says_where_it_stands_and_how_it_was():
    told = [(value.path, value.kind, value.before, value.after) for value in moved_values(next_year(TEXT, 2023))]
    assert told == [
        (("scheme", "code"), "text", "a-2023", "a-2024"),
        (("scheme", "decision"), "kept", '12/QĐ "mới"', '12/QĐ "mới"'),
        (("scheme", "period"), "period", "2023", "2024"),
        (("criterion", "1", "steps"), "date", "2023-01-15", "2024-01-15"),
        (("criterion", "1", "steps"), "date", "2023-02-01", "2024-02-01"),
        (("criterion", "1", "note"), "text", "2023 và 2024", "2024 và 2025"),
    ]


def test_other_values_stand_in_the_places_of_the_proposed():
    moved = next_year(TEXT, 2023)
    _, decision, _, _, second, note = moved_values(moved)
    said = {decision.place: 'số "34"\\', second.place: "2024-03-01", note.place: "x"}
    assert with_values(moved, said) == TEXT.replace('code = "a-2023"', 'code = "a-2024"').replace(
        "period = 2023", "period = 2024"
    ).replace('"12/QĐ \\"mới\\""', '"số \\"34\\"\\\\"').replace("2023-01-15", "2024-01-15").replace(
        "2023-02-01", "2024-03-01"
    ).replace('"2023 và 2024"', '"x"')
