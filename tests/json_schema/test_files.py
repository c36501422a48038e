"""JSON Schemas: every file of the project fits, nothing that the program takes is refused, what cannot be is."""

import json
import shutil
from copy import deepcopy
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cchc_score.appraisal.entries_toml import from_work_record
from cchc_score.appraisal.work_context import work_context
from cchc_score.documents import Record
from cchc_score.errors import CchcError
from cchc_score.files.toml_file import read_toml
from cchc_score.intake.toml_reports import from_record
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.intake.units_file import read_units
from cchc_score.json_schema import KINDS, schema, schema_file
from cchc_score.registry.candidates import DISTRIBUTION
from cchc_score.registry.registry import load_registry
from cchc_score.schemes import read_scheme
from cchc_score.schemes.form_file import read_form
from cchc_score.schemes.frame_file import read_frame
from cchc_score.schemes.golden_cases import read_cases
from cchc_score.year.config import read_config
from tests.json_schema.files import all_files, as_file, as_json, kind_of, parsed, validators
from tests.running import EXAMPLES, ROOT

pytestmark = pytest.mark.full

RULES = ROOT / "scoring_rules"
SKELETONS, STARTER = RULES / "skeletons", RULES / "starters" / "minh-hoa"
PLUGINS = [
    EXAMPLES / "my_methods" / "hotline.py",
    EXAMPLES / "plugins" / "cchc-phan-anh" / "cchc_phan_anh.py",
    EXAMPLES / "plugins" / "cchc-ho-so-tre" / "cchc_ho_so_tre.py",
    SKELETONS / "plugin" / "cchc_ten_moi.py",
]
FILES = [
    SKELETONS / "scheme" / "ten-moi.toml",
    RULES / "minh-hoa-2023.toml",
    SKELETONS / "form" / "ten-moi.toml",
    STARTER / "reports" / "mau-01.toml",
    SKELETONS / "scheme" / "ten-moi.cases.toml",
    STARTER / "cchc.toml",
    STARTER / "appraisal" / "vong-1.toml",
    STARTER / "appraisal" / "giai-trinh.toml",
    STARTER / "self-scores" / "mau-01.toml",
    EXAMPLES / "khung-ha-noi" / "khung-ha-noi.toml",
]
"""Files to change: of each kind with as many keys as possible."""


@cache
def installed():
    """The plugins of the program and of no other package."""
    registry = load_registry()
    ours = [one for one in registry.plugins if one.origin == DISTRIBUTION]
    return replace(
        registry,
        indicators={code: registry.indicators[code] for code in sorted(sum((one.indicators for one in ours), ()))},
        methods={name: registry.methods[name] for name in sorted(sum((one.methods for one in ours), ()))},
    )


@pytest.fixture(scope="module")
def with_plugins(tmp_path_factory):
    """What checks each kind of file, with the plugins of the examples as files of a folder."""
    folder = tmp_path_factory.mktemp("plugins")
    for path in PLUGINS:
        shutil.copy(path, folder)
    return validators(load_registry([folder]))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder for files that are read from the disk."""
    return tmp_path_factory.mktemp("year")


@cache
def own():
    """What checks each kind of file."""
    return validators(installed())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_schema_is_one_of_its_draft(kind, lang):
    made = schema(kind, installed(), lang)
    Draft202012Validator.check_schema(made)
    assert json.loads(schema_file(kind, installed(), lang)) == made


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_that_are_kept_are_what_the_models_give_now(kind):
    kept = ROOT / "schemas" / f"{kind}.json"
    assert kept.read_bytes() == schema_file(kind, installed(), "vi"), f"cchc-score schema {kind} -o {kept} --force"


def test_no_other_file_is_kept():
    assert {path.name for path in (ROOT / "schemas").iterdir()} == {f"{kind}.json" for kind in KINDS}


def without_words(value):
    """A schema without what people read."""
    if isinstance(value, dict):
        read = {key for key, one in value.items() if key in ("description", "title") and isinstance(one, str)}
        return {key: without_words(one) for key, one in value.items() if key not in read | {"x-taplo"}}
    return [without_words(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("kind", KINDS)
def test_both_languages_ask_for_the_same(kind):
    vi, en = (schema(kind, installed(), lang) for lang in ("vi", "en"))
    assert vi != en
    assert without_words(vi) == without_words(en)


@pytest.mark.parametrize("path", list(all_files()), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_of_the_project_fits(with_plugins, path):
    found = with_plugins[kind_of(path)].iter_errors(as_json(parsed(path)))
    assert [f"{list(one.path)}: {one.message}" for one in found] == []


@cache
def year():
    """The scheme, the form and the rules of the year that the starter holds."""
    registry = installed()
    scheme = read_scheme((RULES / "minh-hoa-2023.toml").read_bytes(), "a.toml", registry.methods, registry.indicators)
    form = read_form((RULES / "forms" / "phu-luc-01b-2023.toml").read_bytes(), "b.toml", scheme.indicators)
    units = read_units((STARTER / "units.csv").read_bytes(), "units.csv")
    return scheme, form, work_context(scheme, UnitLookup(units, units))


@cache
def new_scheme():
    registry = installed()
    return read_scheme(FILES[0].read_bytes(), "ten-moi.toml", registry.methods, registry.indicators)


def taken(kind, data, folder):
    """Whether the program takes a file."""
    registry = installed()
    scheme, form, year_rules = year()
    try:
        if kind == "scheme":
            read_scheme(data, "x.toml", registry.methods, registry.indicators)
        elif kind == "frame":
            read_frame(data, "x.toml")
        elif kind == "form":
            read_form(data, "x.toml", registry.indicators)
        elif kind == "cases":
            read_cases(data, "x.toml", new_scheme())
        elif kind == "config":
            (folder / "cchc.toml").write_bytes(data)
            read_config(folder / "cchc.toml")
        else:
            file = read_toml(data, "x.toml")
            record = Record(file.data, file.lines)
            if kind == "report":
                return not from_record(record, "x.toml", form, scheme.indicators).findings
            return not from_work_record(record, "x.toml", year_rules).findings
    except CchcError:
        return False
    return True


def paths(value, at=()):
    """The place of every value inside a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield (*at, key)
        yield from paths(one, (*at, key))


VALUES = """\
values = [
    0, 1, 2, -1, 7, 99, 2023, 1000000000000000, 10000000000000000, 0.5, 2.0, -1.5, true, false, "", "x", "2", "1.1.1", "a b",
    "không", "yes", "full", "zero", "sum", "best", "all", "chosen", "count", "option", "date", "survey", "bonus", "ratio",
    "bands", "given", "not_applicable", "96%", "15/01/2023", "dossiers_received", "plan_issued_on", "satisfaction",
    "report_quality", "-dossiers_on_time", "minh-hoa-2023", [], {}, ["x"], [1], [{}], ["dossiers_received"],
    ["dossiers_received", "-dossiers_on_time"], { x = 1 }, { yes = 1, no = 0 }, { value = 5 }, { from = 1, points = 0 },
    2023-01-15, [{ from = 0, points = 0 }],
]
"""
KEYS = """
x note name_en from above to held reason method combine gate factor choice if_none zero_below points value part whole each
start kind unit sum_of same_as doubt confirmed why outcome id supersedes evidence dossiers_received 1.1
"""


VALUE = st.sampled_from(tomli.loads(VALUES, parse_float=Decimal)["values"]).map(deepcopy)


@st.composite
def changed(draw, data):
    """A file with one to three values changed, left out or added."""
    data = deepcopy(data)
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(list(paths(data))))
        holder = data
        for key in path[:-1]:
            holder = holder[key]
        how = draw(st.sampled_from(["put", "put", "put", "drop", "add"]))
        if how == "drop":
            del holder[path[-1]]
        elif how == "add" and isinstance(holder, dict):
            holder[draw(st.sampled_from(KEYS.split()))] = draw(VALUE)
        else:
            holder[path[-1]] = draw(VALUE)
        if not data:
            break
    return data


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
@settings(deadline=None)
@given(drawn=st.data())
def test_no_schema_refuses_what_the_program_takes(folder, path, drawn):
    data = drawn.draw(changed(parsed(path)))
    found = list(own()[kind_of(path)].iter_errors(as_json(data)))
    if found:
        assert not taken(kind_of(path), as_file(data), folder), found[0].message


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_unchanged_files_are_taken(folder, path):
    assert taken(kind_of(path), as_file(parsed(path)), folder)


OPEN = {"facts", "peers", "claims", "context", "values", "area", "indicator", "row", "prose", "criterion", "points"}
"""Tables whose keys are names of the author's own."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_key_that_is_misspelt_is_refused_wherever_keys_are_fixed(path):
    data = parsed(path)
    check = own()[kind_of(path)]
    for place in paths(data):
        holder = data
        for key in place[:-1]:
            holder = holder[key]
        named = next((key for key in reversed(place[:-1]) if isinstance(key, str)), "")
        if isinstance(holder, list) or named in OPEN:
            continue
        changed = deepcopy(data)
        inner = changed
        for key in place[:-1]:
            inner = inner[key]
        inner[f"{place[-1]}x"] = inner.pop(place[-1])
        assert not check.is_valid(as_json(changed)), place


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        (("scheme", "rounding"), "half", "is not one of ['criterion', 'never']"),
        (("criterion", "1.1.2", "method"), "ratios", "is not one of"),
        (("criterion", "1.1.2", "part"), "plan_issued_on", "is not valid under any"),
        (("criterion", "1.2", "fact"), "dossiers_received", "is not valid under any"),
        (("criterion", "1.1.2", "each"), 2, "False schema"),
        (("criterion", "1.1", "zero_below"), 2, "False schema"),
        (("criterion", "1.2", "combine"), "best", "False schema"),
        (("criterion", "1.5", "each"), "0,5", "is not of type 'number'"),
        (("criterion", "1.1.2", "zero_below"), 101, "greater than the maximum of 100"),
        (("criterion", "2.2", "if_none"), "none", "is not one of"),
        (("class", 0, "from"), -1, "less than the minimum of 0"),
        (("indicator", "report_quality", "kind"), "text", "is not one of"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(place, value, words):
    data = parsed(FILES[0])
    inner = data
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    (found,) = own()["scheme"].iter_errors(as_json(data))
    assert words in found.message
    # Of a key that may not stand at all, this checker names the table.
    assert tuple(found.absolute_path) == (place[:-1] if words == "False schema" else place)


def test_what_a_method_needs_is_asked_for():
    data = parsed(FILES[0])
    del data["criterion"]["1.1.2"]["if_none"]
    (found,) = own()["scheme"].iter_errors(as_json(data))
    assert "'if_none' is a required property" in found.message


def test_a_scheme_may_declare_facts_that_nobody_else_knows():
    data = as_json(parsed(FILES[0]))
    data["criterion"]["1.1.2"]["part"] = ["tin_bai", "-tin_trung"]
    assert own()["scheme"].is_valid(data)


def test_the_facts_of_a_kind_are_offered_by_name():
    defs = own()["scheme"].schema["$defs"]
    numbers, days = (defs[name]["anyOf"][0] for name in ("asked-numbers", "asked-date"))
    assert "dossiers_received" in numbers["enum"]
    assert "plan_issued_on" in days["enum"]
    assert not {*days["enum"]} & {*numbers["enum"]}
    label = installed().indicators["plan_issued_on"].name
    assert label in days["x-taplo"]["docs"]["enumValues"]


def test_every_indicator_stands_in_a_report_with_its_name():
    keys = own()["report"].schema["properties"]["facts"]["properties"]
    assert {code: one["description"] for code, one in keys.items()} == {
        code: one.name for code, one in installed().indicators.items()
    }
