"""Every form of rule that was ever seen, in TOML alone, with its golden cases."""

import csv

import pytest

from cchc_score.engine import held_criteria
from cchc_score.schemes import read_scheme
from cchc_score.schemes.golden_cases import failures, read_cases
from tests.running import EXAMPLES, ROOT, SHARED

FOLDER = ROOT / "tests" / "rule_forms"
SCHEMES = [
    FOLDER / "rule-forms.toml",
    FOLDER / "survey-answers.toml",
    ROOT / "scoring_rules" / "minh-hoa-2023.toml",
]
UNSEEN = 3
"""The last rows of the table of rule forms, which nobody has seen in a real decision."""


def scheme_at(path, registry):
    return read_scheme(path.read_bytes(), path.name, registry.methods, registry.indicators)


def golden(path, registry):
    scheme = scheme_at(path, registry)
    cases = path.with_name(f"{path.stem}.cases.toml")
    return scheme, read_cases(cases.read_bytes(), cases.name, scheme)


@pytest.mark.full
@pytest.mark.parametrize("path", SCHEMES, ids=lambda p: p.stem)
def test_every_golden_case_holds(path, registry):
    scheme, cases = golden(path, registry)
    found = failures(cases, path.name, scheme, registry.methods)
    assert not found, "\n".join(one.words("en") for one in found)


@pytest.mark.parametrize("path", SCHEMES, ids=lambda p: p.stem)
def test_every_leaf_has_a_case_with_full_points_and_one_with_less(path, registry):
    scheme, cases = golden(path, registry)
    assessed = held_criteria(scheme)
    for leaf in (leaf for leaf in scheme.leaves if leaf.number in assessed):
        points = [case.points for case in cases if case.criterion == leaf.number and case.points is not None]
        assert leaf.max_points in points, leaf.number
        assert min(points) < leaf.max_points, leaf.number


@pytest.mark.parametrize("path", SCHEMES, ids=lambda p: p.stem)
def test_a_wrong_case_is_found(path, registry):
    scheme, cases = golden(path, registry)
    one = next(case for case in cases if case.points)
    wrong = type(one)(one.criterion, one.facts, one.peers, one.points / 2, None, one.outcome, one.line)
    (found,) = failures([wrong], "x.cases.toml", scheme, registry.methods)
    assert found.code == "case-points"
    assert found.place.line == one.line


def test_each_row_of_the_table_of_rule_forms_has_its_criteria(registry):
    scheme, cases = golden(FOLDER / "rule-forms.toml", registry)
    with (FOLDER / "rows.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    tested = {case.criterion for case in cases}
    for row in rows:
        for number in row["criterion"].split():
            assert number in scheme.criteria, row
            below = {number, *(one for one in scheme.criteria if one.startswith(f"{number}."))}
            assert below & tested, row
    shared = SHARED / "domain" / "rule-forms.csv"
    if not shared.exists():
        pytest.skip(
            "the table of rule forms stands beside the project only where it is checked: its rows are not counted"
        )
    with shared.open(encoding="utf-8", newline="") as file:
        seen = len(list(csv.DictReader(file))) - UNSEEN
    assert {int(row["csv_row"]) for row in rows} == set(range(1, seen + 1))


@pytest.mark.full
def test_each_row_of_the_table_of_2025_has_its_criteria_and_a_recipe(registry):
    with (FOLDER / "rows-2025.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {row["scheme"]: golden(ROOT / row["scheme"], registry) for row in rows}
    for row in rows:
        scheme, cases = found[row["scheme"]]
        for number in row["criterion"].split():
            assert number in scheme.criteria, row
            own = {case.points for case in cases if f"{case.criterion}.".startswith(f"{number}.")}
            # Full points, and less: none of them is a criterion that nobody tried.
            assert len(own - {None}) > 1, row
        assert (ROOT / "docs" / "cookbook" / f"{row['recipe']}.toml").exists(), row
    shared = SHARED / "domain" / "rule-forms-2025.csv"
    if not shared.exists():
        pytest.skip("the table of rule forms stands beside the project only where it is checked")
    with shared.open(encoding="utf-8", newline="") as file:
        seen = len(list(csv.DictReader(file)))
    assert {int(row["csv_row"]) for row in rows} == set(range(1, seen + 1))


def test_the_illustrative_scheme_is_what_it_promises(registry):
    scheme = scheme_at(ROOT / "scoring_rules" / "minh-hoa-2023.toml", registry)
    assert scheme.illustrative
    assert len(scheme.areas) == 7
    assert scheme.max_points == 100
    assert len(scheme.leaves) >= 40
    assert all(leaf.reference and leaf.evidence and leaf.remedy for leaf in scheme.leaves)


def test_every_leaf_row_of_the_appendix_is_scored_or_context_with_a_reason(registry):
    from cchc_score.analysis.unused import unused_rows
    from cchc_score.rule_words import used
    from cchc_score.schemes.form_file import read_form

    form_path = ROOT / "scoring_rules" / "forms" / "phu-luc-01b-2023.toml"
    scheme = scheme_at(ROOT / "scoring_rules" / "minh-hoa-2023.toml", registry)
    form = read_form(form_path.read_bytes(), form_path.name, registry.indicators)
    assert len(form.rows) == 77
    assert not list(unused_rows(scheme, form, registry.methods))
    printed = {row.indicator for row in form.rows.values()}
    outside = [
        leaf for leaf in scheme.leaves if not any(code in printed for code in used(scheme, leaf, registry.methods))
    ]
    assert len(outside) >= 12


def test_a_new_form_version_needs_no_code(registry):
    from cchc_score.schemes.form_file import read_form

    old, new = (
        read_form(path.read_bytes(), path.name, registry.indicators)
        for path in sorted((ROOT / "scoring_rules" / "forms").glob("phu-luc-01b-*.toml"))
    )
    labels = " ".join(row.label for row in new.rows.values())
    assert "một phần" in labels
    assert "toàn trình" in labels
    assert "mức độ 3" not in labels
    assert "huyện" not in labels
    assert "huyện" in " ".join(row.label for row in old.rows.values())


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.cases.toml")), ids=lambda path: path.name)
def test_examples_carry_golden_cases(path):
    assert path.with_name(path.name.replace(".cases", "")).exists()
