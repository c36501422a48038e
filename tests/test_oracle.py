"""The engine against a second scorer that was written from the documents alone: no difference in any random year."""

import csv
import json
from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pytest

from cchc_score.engine.score import score_rows
from cchc_score.schemes import read_scheme
from tests import oracle
from tests.against_oracle import compare, differing, facts_of, parsed
from tests.oracle_features import features
from tests.random_years import Case, random_case
from tests.running import ROOT, command

pytestmark = pytest.mark.full

SEEDS, CHUNK = 2000, 100
COLUMNS = 60
"""At least so many of a hundred years are scored by columns too; the rest never round, or are too large."""


@pytest.mark.parametrize(
    "first", [0, *(pytest.param(first, marks=pytest.mark.full) for first in range(CHUNK, SEEDS, CHUNK))]
)
def test_rows_and_columns_agree_with_the_oracle(registry, first):
    compared = {seed: compare(random_case(seed), registry) for seed in range(first, first + CHUNK)}
    wrong = [f"seed {seed}: {told}" for seed, one in compared.items() for told in one.differences]
    assert not wrong, "\n".join(wrong[:20])
    assert sum(one.by_columns for one in compared.values()) >= COLUMNS * CHUNK // 100


LARGE = """\
[scheme]
code = "thu"
title = "Bộ tiêu chí thử"
version = "1"
period = 2023
max_points = 400000
decimals = 4
rounding = "criterion"
[ranking]
group_by = "none"
compare = "exact"
ties = "standard"
incomplete = "low"
[[class]]
name = "Còn lại"
from = 0
[indicator.q_part]
name = "Phần"
[indicator.q_whole]
name = "Tổng"
[area.one]
number = 1
name = "Lĩnh vực 1"
max_points = 400000
[criterion."1.1"]
title = "Tỷ lệ"
max_points = 400000
method = "ratio"
part = "q_part"
whole = "q_whole"
if_none = "not_applicable"
"""


def test_many_points_of_which_nobody_has_any(registry):
    units = [oracle.Unit(code, facts={"q_part": 0, "q_whole": whole}) for whole, code in enumerate(("u0", "u1"))]
    assert not compare(Case(0, LARGE, tuple(units)), registry).differences


# The files of a year, read and printed


@pytest.mark.parametrize("seed", range(0, SEEDS, 80))
def test_what_is_printed_of_files_agrees_with_the_oracle(tmp_path, seed):
    case = random_case(seed)
    scheme = parsed(case.scheme)
    got = printed(case, tmp_path)
    for commune, unit, result in zip(got, case.units, oracle.score(scheme, case.units), strict=True):
        assert (commune["code"], commune["rank"], commune["class"]) == (unit.code, result.rank, result.class_name)
        assert {code: area["rank"] for code, area in commune["areas"].items()} == result.area_ranks
        assert same_mark(commune, result.marks[oracle.TOTAL]), seed
        assert high(commune, "index") == result.marks[oracle.TOTAL].index_high, seed
        for code, area in commune["areas"].items():
            assert same_mark(area | {"outcome": result.marks[code].outcome}, result.marks[code]), (seed, code)
        for one in commune["criteria"]:
            assert same_mark(one, result.marks[one["number"]]), (seed, one["number"])
        assert [one["number"] for one in commune["criteria"]] == in_order(scheme)
        wanted = {"index": printed_decimals(scheme)["index"], "total": printed_decimals(scheme)["points"]}
        assert all(well_rounded(number, wanted["index"]) for number in numbers(commune, "index")), seed
        own = {key: value for key, value in commune.items() if key not in ("areas", "criteria")}
        assert all(well_rounded(number, wanted["total"]) for number in numbers(own, "points")), seed
        year = oracle.Year(scheme, ())
        for one in commune["criteria"]:
            places = min(decimals_of(year.step(leaf)) for leaf in leaves_of(scheme, one["number"]))
            assert all(well_rounded(number, places) for number in numbers(one, "points")), (seed, one["number"])


def printed(case: Case, folder):
    """What `score` prints of a year in a folder of its own."""
    (folder / "reports").mkdir()
    files = {"cchc.toml": 'scheme = "scheme.toml"\nunits = "units.csv"\nreports = "reports"\n'}
    files |= {"scheme.toml": case.scheme, "units.csv": case.units_csv}
    for name, text in {**files, **{f"reports/{name}": text for name, text in case.reports.items()}}.items():
        (folder / name).write_text(text, encoding="utf-8")
    result = command("score", folder, "--format", "json", "--quiet")
    assert result.code in (0, 1), result.err
    return json.loads(result.out)["communes"]


def exact(number):
    """A printed number as it is; None for none."""
    return None if number is None else Fraction(number["exact"])


def high(table, key):
    """The high end of a range; null says that it is the low one."""
    return exact(table[key] if table[f"{key}_high"] is None else table[f"{key}_high"])


def same_mark(table, mark):
    """Whether a printed mark is the oracle's."""
    absent = table["points"] is None
    points = (Fraction(0), Fraction(0)) if absent else (exact(table["points"]), high(table, "points"))
    index = exact(table["index"]) if "index" in table else mark.index
    got = (table["outcome"], *points, exact(table["reachable"]), index)
    told = mark.outcome == oracle.NOT_APPLICABLE or not absent
    return told and got == (mark.outcome, mark.low, mark.high, mark.reachable, mark.index)


def in_order(scheme):
    """The numbers of all criteria, each after its parent."""
    return sorted(scheme["criterion"], key=lambda number: [int(one) for one in number.split(".")])


def printed_decimals(scheme):
    """How many decimals the total and the index are printed with."""
    head = scheme["scheme"]
    return head.get("printed", {"points": head["decimals"], "index": head["decimals"]})


def decimals_of(step):
    """The decimals that write a step."""
    return len(str(step.denominator)) - 1


def leaves_of(scheme, number):
    """The leaves of a criterion, or itself."""
    below = [one for one in scheme["criterion"] if one.startswith(f"{number}.")] or [number]
    return [one for one in below if "method" in scheme["criterion"][one]]


def numbers(value, kind):
    """The printed numbers of a kind inside a value: indices, or points."""
    if isinstance(value, list):
        for one in value:
            yield from numbers(one, kind)
    elif isinstance(value, dict):
        for key, one in value.items():
            if isinstance(one, dict) and one.keys() == {"printed", "exact"}:
                yield from [one] if key.startswith("index") == (kind == "index") else []
            else:
                yield from numbers(one, kind)


def well_rounded(number, decimals):
    """Whether what is printed is the exact number, or that rounded half up to as many decimals as are printed."""
    value = Fraction(number["exact"])
    if Fraction(number["printed"]) == value:
        return True
    places = -Decimal(number["printed"]).as_tuple().exponent
    return places >= decimals and Fraction(number["printed"]) == oracle.half_up(value, Fraction(1, 10**places))


# The oracle is right where somebody calculated by hand

FORMS = ROOT / "tests" / "rule_forms"
FORM_SCHEME, FORM_CASES = (
    parsed((FORMS / name).read_text(encoding="utf-8")) for name in ("rule-forms.toml", "rule-forms.cases.toml")
)


@pytest.mark.parametrize("case", FORM_CASES["case"], ids=lambda case: case["criterion"])
def test_golden_cases_hold_for_the_oracle(case):
    told = [case["facts"], *case.get("peers", [])]
    units = [oracle.Unit(str(row), facts=dict(never(facts))) for row, facts in enumerate(told)]
    year = oracle.Year(FORM_SCHEME, units)
    areas = {str(area["number"]): area.get("held", True) for area in FORM_SCHEME["area"].values()}
    top = ".".join(case["criterion"].split(".")[:2])
    marks = {}
    oracle.mark_criterion(year, units[0], top, areas[top.partition(".")[0]], marks)
    mark = marks[case["criterion"]]
    assert mark.outcome == case.get("outcome", oracle.SCORED)
    assert "points" not in case or mark.low == Fraction(case["points"])
    assert "reachable" not in case or mark.reachable == Fraction(case["reachable"])


def never(facts):
    """Facts with the word for a day that did not come."""
    return ((code, oracle.NEVER if value == "không" else value) for code, value in facts.items())


# The oracle can see


def off(change):
    """A function that says something else than the one of the oracle."""
    return lambda own: lambda *args, **more: change(own(*args, **more), *args)


BLIND = {
    "rounds down": ("half_up", lambda own: lambda value, step: value // step * step),
    "takes the mildest outcome": ("gravest", lambda own: lambda marks: min((m.outcome for m in marks), default="SCORED")),
    "takes full for zero": ("treated", lambda own: lambda name, most: own("full" if name == "zero" else name, most)),
    "opens no gate on its limit": (
        "between",
        lambda own: lambda gate, value: own(gate, value) and ("from" not in gate or value > gate["from"]),
    ),
    "lets everybody through": ("closed_gate", off(lambda *_: None)),
    "keeps all of a parent": ("after_factor", lambda own: lambda year, unit, number, whole: whole),
    "looks at the last gate alone": (
        "gates", off(lambda listed, *_: listed[-1:]),
    ),
    "gives nothing for days": ("deadline", off(lambda points, *_: Fraction(0))),
    "counts one more": ("count", off(lambda points, year, unit, rule, most: min(most, points + 1))),
    "shares nothing": ("ratio", off(lambda points, *_: Fraction(0) if points else points)),
    "has one band": ("bands", lambda own: lambda year, unit, rule, most: own(year, unit, {**rule, "bands": rule["bands"][-1:]}, most)),
    "takes what was given for more": ("given", off(lambda points, *_: points / 2)),
    "counts every answer in full": ("answers", off(lambda points, year, unit, rule, most: points and most)),
    "answers not applicable for 0": ("options", off(lambda points, *_: points or None)),
    "lets everybody set the best": (
        "best",
        lambda own: lambda year, unit, rule, most: own(
            oracle.Year(year.scheme, [oracle.Unit(u.code, u.kind, True, u.facts) for u in year.units]), unit, rule, most
        ),
    ),
    "gives no more beyond a target": ("target", off(lambda points, year, unit, rule, most: points and points / 2)),
    "ranks the incomplete": ("left_out", off(lambda *_: False)),
    "asks for nothing": ("conditions", off(lambda *_: True)),
    "adds alternatives": ("adding", lambda own: lambda year, number: [n for n in year.scheme["criterion"] if n.startswith(f"{number}.")]),
    "chooses the best": ("chosen", lambda own: lambda year, unit, table, parts: max(parts.values(), key=lambda one: one.low)),
    "forgets the areas outside": ("total_mark", lambda own: lambda year, areas: own(year, {code: one for code, one in areas.items() if one.reachable})),
    "caps no area": ("area_mark", lambda own: lambda area, tops: own({**area, "max_points": 10**20}, tops)),
    "ranks one better": ("rank", off(lambda place, *_: place and place + 1)),
    "compares the exact index": ("index_to_compare", lambda own: lambda year, unit, mark: own(year, unit, mark) and mark.index),
    "ranks whoever is not ranked": ("index_to_compare", lambda own: lambda year, unit, mark: own(year, oracle.Unit("", ranked=True), mark)),
}  # fmt: skip


@pytest.mark.parametrize("fault", BLIND)
def test_a_faulty_oracle_is_found_out(registry, monkeypatch, fault):
    name, change = BLIND[fault]
    wrong = change(getattr(oracle, name))
    monkeypatch.setattr(oracle, name, wrong)
    if name in oracle.METHODS:
        monkeypatch.setitem(oracle.METHODS, name, wrong)
    assert any(compare(random_case(seed), registry).differences for seed in range(SEEDS // 10))


def test_a_number_changed_in_the_scheme_is_seen(registry):
    seen = Counter()
    for case in map(random_case, range(24)):
        scheme = read_scheme(case.scheme.encode(), "x.toml", registry.methods, registry.indicators)
        sheet = score_rows(scheme, registry.methods, facts_of(case, scheme))
        assert not any(differing(sheet, oracle.score(parsed(case.scheme), case.units)))
        for key, changed in altered(parsed(case.scheme)):
            seen[key, any(differing(sheet, oracle.score(changed, case.units)))] += 1
    # What is not seen decided nothing for these units: a day that nobody missed, a part that nobody chose.
    assert all(seen[key, True] for key in ALTERED)
    assert seen["max_points", True] > seen["max_points", False]


ALTERED = ("max_points", "each", "start", "late", "never", "share_at_target", "above", "equal", "below")


def altered(scheme):
    """The scheme with one number of one criterion changed, for each of them; with the key of the number."""
    for code, own in scheme["criterion"].items():
        for key in own.keys() & set(ALTERED):
            criteria = {**scheme["criterion"], code: {**own, key: own[key] + 1}}
            yield key, {**scheme, "criterion": criteria}


# The years are what they should be


def test_the_years_reach_everything():
    with (ROOT / "tests" / "oracle-features.csv").open(encoding="utf-8") as file:
        least = {row["feature"]: int(row["least"]) for row in csv.DictReader(file)}
    reached = Counter()
    for seed in range(0, SEEDS, 2):
        case = random_case(seed)
        year = oracle.Year(parsed(case.scheme), case.units)
        reached += features(year, oracle.score(year.scheme, year.units))
    assert not {name: reached[name] for name in least if reached[name] < least[name]}
    assert not reached.keys() - least.keys(), "list them in oracle-features.csv"
