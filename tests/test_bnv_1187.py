"""The ministry's decision for provinces: the scheme held against its table, and a province's self-score by it."""

import csv
import json
import re
from collections import Counter
from fractions import Fraction as F

import pytest

from cchc_score.appraisal.claims import given_by_others
from cchc_score.errors import SchemeError
from cchc_score.schemes import read_scheme
from tests.running import EXAMPLES, ROOT, SHARED, command

NAME = "bnv-1187-2025"
PATH = ROOT / "scoring_rules" / f"{NAME}.toml"
YEAR = EXAMPLES / "lam-dong-tinh-2025"
COPIES = ("province-2025-criteria.csv", "province-2025-self-scores.csv")
CHANGED_BY_GUIDANCE = {"6.2.3"}
"""Bands that are read as the guidance prints them, beside the decision's in the table."""


def rows_of(name):
    with (ROOT / "tests" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def criteria():
    """The decision's table: one row an area, criterion or sub-criterion."""
    return rows_of(COPIES[0])


@pytest.fixture(scope="module")
def rules(criteria):
    """The rule of each row in short form, by its number."""
    return {row["code"]: row["rule"] for row in criteria}


@pytest.fixture(scope="module")
def scheme(registry):
    return read_scheme(PATH.read_bytes(), PATH.name, registry.methods, registry.indicators)


def parts_of(scheme, number):
    """The leaves that stand for a row of the table: itself, or its parts."""
    criterion = scheme.criteria[number]
    return [criterion] if criterion.is_leaf else [scheme.criteria[part] for part in criterion.parts]


@pytest.mark.parametrize("name", COPIES)
def test_the_copies_of_the_tables_are_the_shared_ones(name):
    shared = SHARED / "domain" / name
    if not shared.exists():
        pytest.skip("the tables stand beside the project only where it is checked")
    assert (ROOT / "tests" / name).read_bytes() == shared.read_bytes()


# What is scored: titles, maxima, numbers.


def test_titles_and_maxima_are_those_of_the_decision(criteria, scheme):
    areas = {str(area.number): area for area in scheme.areas}
    for row in criteria:
        if row["level"] == "area":
            assert (areas[row["code"]].name, areas[row["code"]].max_points) == (row["title"], F(row["max_points"]))
        else:
            criterion = scheme.criteria[row["code"]]
            assert (criterion.title, criterion.max_points) == (row["title"], F(row["max_points"])), row["code"]


def test_it_has_8_areas_38_criteria_88_sub_criteria_and_100_points_of_which_32_by_survey(criteria, scheme, registry):
    assert Counter(row["level"] for row in criteria) == {"area": 8, "criterion": 38, "sub-criterion": 88}
    assert len(scheme.areas) == 8
    assert sum(area.max_points for area in scheme.areas) == 100
    surveyed = {
        leaf.number: leaf.max_points
        for leaf in scheme.leaves
        if leaf.method == "given" and scheme.indicators[leaf.settings.points.codes[0]].source == "survey"
    }
    assert surveyed.keys() == {row["code"] for row in criteria if row["source_of_points"] == "survey"}
    assert sum(surveyed.values()) == 32


def test_parts_stand_only_below_rows_that_the_decision_scores_in_parts(criteria, scheme):
    rows = {row["code"]: row for row in criteria}
    own = scheme.criteria.keys() - rows.keys()
    parents = {number.rpartition(".")[0] for number in own}
    assert all(rows[number]["kind"] != "sum" for number in parents)
    assert {scheme.criteria[number].combine for number in parents} == {"sum", "all", "chosen"}
    additive = {row["code"] for row in criteria if "additive" in row["kind"]}
    # The two equal parts of 6.2.2 are counted, so that what is taken off them is rounded once.
    assert additive - parents == {"6.2.2"}
    assert {number for number in parents if scheme.criteria[number].combine == "sum"} == additive - {"6.2.2"}


def test_facts_are_those_of_the_scheme_itself_and_have_names_in_both_languages(scheme, registry):
    own = {code: indicator for code, indicator in scheme.indicators.items() if code.startswith("p_")}
    assert not own.keys() & registry.indicators.keys()
    assert all(indicator.name and indicator.name_en for indicator in own.values())
    assert Counter(indicator.name for indicator in own.values()).most_common(1)[0][1] == 1


# How it is scored: every limit and every number of points of the table.

BAND = re.compile(r"(?:>=|=)\s*([0-9.]+)%[^:|;+]*: ([0-9.]+)")
RANKS = re.compile(r"(\d+)-(\d+)(?: of 34)?: ([0-9.]+)")
DOWN_TO_0 = F(0)


def told_bands(text):
    return {F(limit): F(points) for limit, points in BAND.findall(text)}


def own_bands(leaf):
    assert leaf.settings.bands[-1].points == 0
    return {band.limit: F(band.points) for band in leaf.settings.bands if band.limit}


def test_every_limit_and_every_number_of_points_of_its_bands_is_that_of_the_decision(criteria, scheme):
    compared = set()
    for row in criteria:
        if row["kind"] in ("step bands", "single threshold"):
            told = told_bands(row["note"] if row["code"] in CHANGED_BY_GUIDANCE else row["rule"])
            for leaf in parts_of(scheme, row["code"]):
                assert own_bands(leaf) == told, leaf.number
                assert all(not band.above for band in leaf.settings.bands)
            compared.add(row["code"])
    assert len(compared) == 13


@pytest.mark.parametrize("number", ["3.3.1", "7.4.4", "3.4.4"])
def test_bands_of_additive_parts_are_those_of_the_decision(rules, scheme, number):
    told = re.split(r";? ?\+ ", rules[number].partition("; assessment")[0])
    parts = parts_of(scheme, number)
    assert [own_bands(leaf) for leaf in parts] == [told_bands(text) for text in told]


def test_the_bands_of_6_2_3_are_not_those_that_the_decision_printed_first(rules, scheme):
    assert told_bands(rules["6.2.3"]) == {80: F("0.75"), 60: F("0.5"), 50: F("0.25")}
    assert told_bands(rules["6.2.3"]) != own_bands(scheme.criteria["6.2.3"])


def rank_bands(rule):
    """From which rank on there are how many points, by a rule in short form."""
    told = RANKS.findall(rule)
    return {F(first): F(points) for first, _, points in told} | last_ranks(rule, int(told[-1][1]))


def last_ranks(rule, last):
    found = re.search(r"last (\d+): ([0-9.]+)", rule)
    if found is None:
        return {}
    assert last + 1 + int(found[1]) == 35
    return {F(last + 1): F(found[2])}


@pytest.mark.parametrize(("number", "part"), [("1.4", "1.4.4"), ("8.4", "8.4.2")])
def test_points_by_rank_among_the_34_provinces_are_those_of_the_decision(rules, scheme, number, part):
    told = rank_bands(rules[number])
    bands = scheme.criteria[part].settings.bands
    # A scale ends at 0 in the scheme and at rank 1 in the decision.
    assert {band.limit or F(1): F(band.points) for band in bands} == told


def test_without_a_page_there_is_no_point_for_visits(rules, scheme):
    assert "no page: 0" in rules["1.4"]
    gate = scheme.criteria["1.4.4"].gates[0]
    assert (gate.answers, gate.otherwise) == (("yes",), "zero")


def test_the_excess_over_the_revenue_target_is_that_of_the_decision(rules, scheme):
    told = dict(re.findall(r">=(\d)%(?: and <\d%)?: ([0-9.]+)", rules["8.4"]))
    met = re.search(r"met, or over by <2%: ([0-9.]+)", rules["8.4"])[1]
    wanted = {100 + F(excess): F(points) for excess, points in told.items()} | {F(100): F(met)}
    assert own_bands(scheme.criteria["8.4.1"]) == wanted
    assert wanted.keys() == {104, 102, 100}


def test_floors_of_proportional_points_are_those_of_the_decision(criteria, scheme):
    proportional = [row for row in criteria if "proportional" in row["kind"]]
    assert len(proportional) == 14
    for row in proportional:
        floors = {100 * F(limit) for limit in re.findall(r"< ([0-9.]+): 0", row["rule"])}
        full = re.search(r"b/a >= ([0-9.]+): max", row["rule"])
        for leaf in parts_of(scheme, row["code"]):
            assert leaf.method == "ratio", leaf.number
            assert {leaf.settings.zero_below} == (floors or {DOWN_TO_0}), leaf.number
            assert leaf.settings.full_from == (100 * F(full[1]) if full else 100), leaf.number


def test_parts_of_additive_rules_have_the_maxima_of_the_decision(rules, scheme):
    def maxima(number):
        return [str(float(leaf.max_points)) for leaf in parts_of(scheme, number)]

    told = {
        number: [str(float(points)) for points in re.findall(r"(?<![\d-])(\d\.\d+)(?!%)", rule)]
        for number, rule in rules.items()
    }
    for number in ("7.4.1", "7.4.3", "7.2.3", "3.2.2"):
        assert maxima(number) == told[number], number
    assert maxima("1.6") == told["1.6"] == ["0.25", "0.25", "0.5"]
    assert maxima("1.4") == told["1.4"][:4] == ["0.5", "0.25", "0.25", "0.5"]
    assert maxima("7.1") == [told["7.1"][0], told["7.1"][2]] == ["1.0", "0.5"]
    assert maxima("7.2.2") == maxima("7.3.3") == ["0.5", "0.5"]
    assert maxima("7.3.4") == ["0.5", "1.0"]
    assert maxima("8.4") == ["1.0", "1.0"]
    for number, share in (("4.1.2", "0.5"), ("7.4.7", "0.50"), ("5.4", "0.5"), ("5.3.1", "0.25")):
        assert share in rules[number]
        assert set(maxima(number)) == {str(float(share))}
        assert len(maxima(number)) == 3


def test_answers_that_give_points_give_those_of_the_decision(criteria, scheme):
    yes_no = [row for row in criteria if row["kind"] == "yes/no"]
    assert len(yes_no) == 9
    for row in yes_no:
        assert scheme.criteria[row["code"]].settings.points == {"yes": F(row["max_points"]), "no": 0}, row["code"]
    graded = {row["code"]: row["rule"] for row in criteria if row["kind"] == "graded levels"}
    assert graded.keys() == {"2.3.1", "2.4", "6.2.1"}
    for number, rule in graded.items():
        told = [F(points) for points in re.findall(r": ([0-9.]+)", rule)]
        assert list(scheme.criteria[number].settings.points.values()) == told, number
    assert list(scheme.criteria["7.2.2.1"].settings.points.values()) == [F("0.5"), F("0.25"), 0]
    assert list(scheme.criteria["7.3.3.1"].settings.points.values()) == [F("0.5"), F("0.25"), 0]
    assert list(scheme.criteria["7.3.4.1"].settings.points.values()) == [F("0.5"), F("0.5") / 2, 0]


def test_all_conditions_must_be_met_where_the_decision_says_so(criteria, scheme):
    rows = [row["code"] for row in criteria if row["kind"] == "all of"]
    assert rows == ["1.2", "3.2.1", "3.4.3"]
    assert [scheme.criteria[number].combine for number in rows[:2]] == ["all", "all"]
    # Every late dossier has an apology as prescribed, or there is none.
    assert own_bands(scheme.criteria["3.4.3"]) == {100: F("0.25")}


def test_what_happened_once_takes_all_points(criteria, scheme):
    for row in criteria:
        if "no incident" in row["kind"]:
            for leaf in parts_of(scheme, row["code"]):
                bands = [(band.limit, band.points) for band in leaf.settings.bands]
                assert bands == [(1, 0), (0, leaf.max_points)], leaf.number


def told_comparison(row):
    """The points above, at and below what a figure is compared with, by a rule in short form."""
    points = [F(number) for number in re.findall(r": ([0-9.]+)", row["rule"])]
    if row["kind"] == "ceiling":
        return F(0), points[0], points[0]
    if row["kind"].endswith("three ways"):
        return tuple(points)
    return (F(0), F(0), points[0]) if row["rule"].startswith("lower") else (points[0], F(0), F(0))


def test_figures_are_compared_with_last_year_or_an_allowance_as_the_decision_says(criteria, scheme):
    rows = [row for row in criteria if "compared with last year" in row["kind"] or row["kind"] == "ceiling"]
    assert len(rows) == 9
    for row in rows:
        for leaf in parts_of(scheme, row["code"]):
            settings = leaf.settings
            assert (settings.above, settings.equal, settings.below) == told_comparison(row), leaf.number


def test_weighted_shares_are_those_of_the_decision(rules, scheme):
    def kept(number):
        criterion = scheme.criteria[number]
        return [share * criterion.max_points / 100 for share in criterion.settings.parts.values()]

    for number in ("1.3.2", "1.7", "8.5"):
        told = [F(points) for points in re.findall(r"[bc]/a x ([0-9.]+)", rules[number])]
        assert len(told) == 2
        # Two thirds are written with six decimals.
        assert all(abs(own - points) <= F(5, 10**9) for own, points in zip(kept(number), told, strict=True)), number
    shares = [F(share) for share in re.findall(r"max x (\d+)%", rules["2.3.2"])]
    assert list(scheme.criteria["2.3.2"].settings.parts.values()) == shares == [100, 75, 25]
    assert "(b+c)/a < 0.70: 0" in rules["8.5"]
    assert scheme.criteria["8.5"].settings.zero_below == 70


def test_ten_percent_of_the_points_reached_are_taken_off_for_a_bad_report(rules, scheme):
    for number in ("2.3.2", "6.2.2"):
        assert "minus 10% of the points reached" in rules[number]
        factor = scheme.criteria[number].factor
        assert dict(factor.values) == {"standard": 1, "below": F("0.9")}
        assert factor.unsaid == 1


def test_each_innovation_counts_as_much_as_the_decision_says(rules, scheme):
    settings = scheme.criteria["1.5"].settings
    for count, points in re.findall(r"(\d): ([0-9.]+)", rules["1.5"]):
        assert min(int(count) * settings.each, scheme.criteria["1.5"].max_points) == F(points)
    assert settings.start == 0


def test_gates_of_a_whole_criterion_stand_on_each_of_its_parts(scheme):
    for leaf in parts_of(scheme, "3.4.4"):
        assert (leaf.gates[0].answers, leaf.gates[0].otherwise) == (("yes",), "zero")
    for leaf in parts_of(scheme, "5.3.1"):
        assert (leaf.gates[0].answers, leaf.gates[0].otherwise) == (("no",), "zero")


def test_what_does_not_arise_is_treated_as_the_decision_says(criteria, scheme):
    told = {row["code"]: row["case_without_object"] for row in criteria if row["case_without_object"]}
    assert told.keys() == {"1.3.2", "2.3.2", "3.4.3", "3.5.1", "5.2.1", "5.2.2", "7.1"}
    for number in ("1.3.2", "2.3.2", "3.4.3", "3.5.1", "7.1.2"):
        assert scheme.criteria[number].settings.if_none == "full", number
    assert scheme.criteria["7.1.1"].settings.if_none == "zero"
    for number in ("5.2.1", "5.2.2"):
        assert scheme.criteria[number].combine == "chosen"
        assert [part.choice for part in parts_of(scheme, number)] == ["recruitment", "remedy"]


def test_a_treatment_that_no_source_states_is_told_beside_it(criteria, scheme):
    told = {row["code"] for row in criteria if row["case_without_object"]}
    for leaf in scheme.leaves:
        stated = leaf.number in told or leaf.number == "7.1.2"
        if getattr(leaf.settings, "if_none", None) == "full" and not stated:
            assert "ở đây" in leaf.note, leaf.number


def test_only_the_ministry_scores_what_the_decision_leaves_to_it(criteria, scheme, registry):
    by_ministry = {row["code"] for row in criteria if row["source_of_points"] == "ministry only"}
    assert by_ministry == {"1.7", "7.2.4", "7.4.1", "7.4.6", "8.4"}
    for row in criteria:
        if row["kind"] != "sum" and row["level"] != "area":
            for leaf in parts_of(scheme, row["code"]):
                given = given_by_others(leaf, scheme, registry.methods)
                assert given == (row["source_of_points"] in ("ministry only", "survey")), leaf.number
                assert (leaf.self_score is False) == (row["code"] in by_ministry)


def test_classes_are_those_of_the_decision(scheme):
    assert [(one.name, one.at_least) for one in scheme.classes] == [
        ("Xuất sắc", 90), ("Tốt", 80), ("Trung bình", 70), ("Thấp", 0),
    ]  # fmt: skip


# The faults of the decision, and its golden cases.


@pytest.mark.full
def test_the_scheme_is_valid_and_its_golden_cases_stand_at_each_limit():
    result = command("check", "--scheme", NAME)
    assert (result.code, result.err) == (0, "")
    result = command("scheme", "test", NAME, "--format", "json")
    assert result.code == 0
    data = json.loads(result.out)
    assert data["failures"] == []
    # No province has rank 0.
    ranks = {"1.4.4", "8.4.2"}
    findings = {one["number"]: one["findings"] for one in data["criteria"] if one["findings"]}
    assert findings.keys() == ranks
    assert all(len(found) == 1 for found in findings.values())


def test_a_copy_of_3_1_as_the_decision_prints_it_is_refused(tmp_path, registry):
    text = PATH.read_text(encoding="utf-8")
    begin, end = (text.index(f'[criterion."{number}"]') for number in ("3.1.1", "3.2"))
    printed = text[begin:end].replace("max_points = 0.25", "max_points = 0.5").replace("points = 0.25", "points = 0.5")
    printed = printed.replace("yes = 0.25", "yes = 0.5")
    assert printed.count("max_points = 0.5") == 3
    copy = tmp_path / "as-printed.toml"
    copy.write_text(text[:begin] + printed + text[end:], encoding="utf-8")
    with pytest.raises(SchemeError) as refused:
        read_scheme(copy.read_bytes(), copy.name, registry.methods, registry.indicators)
    (finding,) = refused.value.findings
    assert (finding.code, finding.place.criterion) == ("sum-parts", "3.1")
    result = command("check", "--scheme", copy, "--lang", "en")
    assert result.code == 4
    assert "criterion 3.1: " in result.err


@pytest.mark.full
def test_lint_tells_the_jump_of_7_4_6_and_nothing_graver_than_notes():
    result = command("scheme", "lint", NAME, "--jump", "25", "--format", "json")
    assert result.code == 0
    findings = json.loads(result.out)["findings"]
    assert {one["severity"] for one in findings} == {"note"}
    (jump,) = [one for one in findings if one["criterion"] == "7.4.6" and one["code"] == "lint-jump"]
    assert jump["exact"]
    below, full = jump["witness"]
    assert F(below["points"]) <= F("1.05")
    assert F(full["points"]) == F("1.5")


def test_reading_and_faults_are_told_at_the_head_of_the_file_and_beside_the_criterion(scheme):
    head = PATH.read_text(encoding="utf-8").partition("[scheme]")[0]
    for number in ("3.1", "6.2.2", "6.2.3", "7.4.6"):
        assert f"# - {number}: " in head
        assert scheme.criteria[number].note
    assert "chọn" in head


# The province's self-score.


@pytest.fixture(scope="module")
def self_scores():
    """The province's table without the survey: one row an area, criterion or sub-criterion."""
    rows = rows_of(COPIES[1])
    assert len(rows) == 99
    return rows


@pytest.fixture(scope="module")
def province():
    """What `rank` gives of the province at the stage of its self-score."""
    result = command("rank", YEAR, "--stage", "self", "--format", "json")
    assert (result.code, result.err) == (0, "")
    (unit,) = json.loads(result.out)["communes"]
    return unit


@pytest.fixture(scope="module")
def claimed(province, scheme):
    """What the province claims by number: points and the maximum of what it could claim."""
    leaves = {
        one["number"]: (F(one["points"]["exact"]), F(one["reachable"]["exact"]))
        for one in province["criteria"]
        if one["by_hand"] and one["outcome"] == "SCORED"
    }

    def worth(number):
        criterion = scheme.criteria[number]
        parts = [worth(part) for part in criterion.parts]
        if criterion.is_leaf:
            return leaves.get(number, (F(0), F(0)))
        if criterion.combine == "all":
            return (criterion.max_points if all(own == most for own, most in parts) else F(0), criterion.max_points)
        # Of alternatives one is claimed.
        return tuple(map(sum, zip(*parts, strict=True)))

    claims = {number: worth(number) for number in scheme.criteria}
    for area in scheme.areas:
        own = [number for number, one in scheme.criteria.items() if one.area == area.code and number.count(".") == 1]
        claims[str(area.number)] = tuple(map(sum, zip(*map(claims.get, own), strict=True)))
    return claims


@pytest.mark.full
def test_the_self_stage_gives_60_50_of_61_5_points_without_the_survey(province, claimed, self_scores):
    assert F(province["points"]["exact"]) == F("60.5")
    assert province["points"]["printed"] == "60.50"
    areas = [row for row in self_scores if "." not in row["number"]]
    assert (sum(F(row["self_score"]) for row in areas), sum(F(row["max_points"]) for row in areas)) == (
        F("60.5"), F("61.5"),
    )  # fmt: skip
    assert [sum(claimed[row["number"]][key] for row in areas) for key in (0, 1)] == [F("60.5"), F("61.5")]
    # What waits for the survey and the ministry is all the rest.
    assert F(province["points_high"]["exact"]) - F(province["points"]["exact"]) == 100 - F("61.5")


def test_every_area_has_its_self_score(province, self_scores, scheme):
    for area in scheme.areas:
        (row,) = [row for row in self_scores if row["number"] == str(area.number)]
        assert province["areas"][area.code]["points"]["printed"] == row["self_score"], area.name


def test_every_row_of_the_table_has_its_self_score(claimed, self_scores):
    assert {row["number"]: (F(row["self_score"]), F(row["max_points"])) for row in self_scores} == {
        row["number"]: claimed[row["number"]] for row in self_scores
    }


def test_a_claim_split_over_parts_fills_the_first_ones_and_the_example_says_so(claimed, scheme, self_scores):
    assert [claimed[f"7.4.7.{part}"][0] for part in (1, 2, 3)] == [F("0.5"), F("0.5"), F("0.46")]
    said = (YEAR / "cchc.toml").read_text(encoding="utf-8")
    assert "các phần đầu nhận đủ điểm tối đa trước" in said
    rows = {row["number"] for row in self_scores}
    split = {number for number in rows & scheme.criteria.keys() if set(scheme.criteria[number].parts) - rows}
    # Of 2 to 8 some parts are the survey's or the ministry's alone and stand in no row.
    own = {number for number in split if not rows & set(scheme.criteria[number].parts)}
    listed = re.search(r"chia phần:\n((?:#   .*\n)+)", said)[1]
    assert set(re.findall(r"\d(?:\.\d)+", listed)) == own


KNOWN = {
    "3.4.1": ("1.49", "1.50"),
    "3.4.2": ("1.50", "1.50"),
    "6.1.1": ("0.72", "1.00"),
    "6.1.3": ("0.78", "1.00"),
}


def test_the_four_known_figures_come_out_of_the_rules(self_scores):
    result = command("rank", YEAR, "--stage", "reported", "--format", "json")
    (unit,) = json.loads(result.out)["communes"]
    scored = {one["number"]: one for one in unit["criteria"] if one["outcome"] == "SCORED"}
    assert {number: (one["points"]["printed"], one["reachable"]["printed"]) for number, one in scored.items()} == KNOWN
    claims = {row["number"]: row["self_score"] for row in self_scores}
    assert {number: points for number, (points, _) in KNOWN.items()} == {number: claims[number] for number in KNOWN}
    facts = {fact["indicator"]: fact["value"] for one in scored.values() for fact in one["facts"]}
    assert sorted(F(value) for value in facts.values()) == [
        193_457, 195_197, 467_565, 468_463, 12_721_668, 17_715_000, 845_685_298_140, 1_080_105_077_880,
    ]  # fmt: skip


def test_the_example_is_without_faults():
    assert command("check", YEAR).code == 0
