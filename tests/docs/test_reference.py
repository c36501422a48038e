"""The reference names everything there is: commands, options, hooks, methods, settings, facts and findings."""

import dataclasses
import doctest
import re

import click
import pluggy
import pytest

import cchc_score
from cchc_reference.commands import commands, walk
from cchc_reference.contract import SHAPES, contract
from cchc_reference.facts import facts
from cchc_reference.findings import findings
from cchc_reference.markdown import table, text
from cchc_reference.methods import methods
from cchc_reference.worked import worked
from cchc_score import hookspecs, testing
from cchc_score.builtin import MEANINGS
from cchc_score.builtin.meaning import setting_fields
from cchc_score.catalogue import CATALOGUE
from cchc_score.cli.main import PROGRAM, program
from cchc_score.model import Indicator
from cchc_score.registry.registry import Registry
from cchc_score.text import LANGUAGES

BOTH = pytest.mark.parametrize("lang", LANGUAGES)


def headings(page, level):
    return re.findall(rf"^{'#' * level} (.*)$", page, re.MULTILINE)


@BOTH
def test_every_command_stands_there_with_every_option(lang):
    root = program(lang)
    known = list(walk(root, click.Context(root, info_name=PROGRAM)))
    sections = dict(re.findall(r"^## (cchc-score.*?)\n(.*?)(?=^## )", commands(lang), re.MULTILINE | re.DOTALL))
    assert list(sections) == [path for path, _, _ in known]
    assert {path.split()[1] for path in sections if " " in path} == set(root.commands)
    for path, command, context in known:
        for param in command.get_params(context):
            for name in (*param.opts, *param.secondary_opts):
                shown = name if name.startswith("-") else param.make_metavar(context)
                assert re.search(rf"(^|[ `\[]){re.escape(shown)}", sections[path], re.MULTILINE), (path, name)


@BOTH
def test_every_finding_stands_there_with_an_example(lang):
    page = findings(lang)
    assert sorted(headings(page, 3)) == sorted(CATALOGUE)
    assert len(headings(page, 2)) == 3


def test_every_method_and_setting_has_a_meaning_and_no_other(registry):
    known = {
        name: {setting.path for setting in setting_fields(method.settings)} for name, method in registry.methods.items()
    }
    assert {name: set(meaning.settings) for name, meaning in MEANINGS.items()} == known
    for meaning in MEANINGS.values():
        assert all(all(words) for words in (meaning.hint, meaning.gives))
        assert all(all(words) for setting in meaning.settings.values() for words in setting)


@BOTH
def test_every_method_stands_there_with_its_settings_formula_and_cases(lang, registry):
    page = methods(lang)
    sections = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))
    assert list(sections) == sorted(registry.methods)
    for name, method in registry.methods.items():
        rows = re.findall(r"^\| `([^`]+)` \|", sections[name], re.MULTILINE)
        assert rows == [setting.path for setting in setting_fields(method.settings)]
        assert re.search(r"^> \S", sections[name], re.MULTILINE)
        assert sections[name].count("\n| ") > len(rows) + 5


def test_a_case_is_worked_out_before_its_points_are_rounded(registry):
    cases = worked(registry.methods["best"]).cases
    case = next(one for one in cases if one.facts["rf_computers"] == "40")
    assert case.working["vi"] == "(40 / 50 (80%)) / (cao nhất nhóm: 90%) x 10 = 80/9 ≈ 8,889"
    assert str(case.points) == "889/100"


@BOTH
def test_every_fact_stands_there(lang, registry):
    assert set(re.findall(r"^\| `(\w+)` \|", facts(lang), re.MULTILINE)) == set(registry.indicators)


def test_every_hook_stands_there_as_the_live_registry_has_it():
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    live = [name for name in vars(manager.hook) if not name.startswith("_")]
    page = contract("en")
    assert sorted(headings(page, 3)[: len(live)]) == sorted(live)
    given = {field.name for field in dataclasses.fields(Registry)} - {"plugins", "findings"}
    assert {name.removeprefix("cchc_") for name in live} == given
    for name in live:
        gives = hookspecs.__dict__[name].__annotations__["return"].__args__[0].__name__
        assert f"def {name}() -> Sequence[{gives}]" in page
        assert gives in headings(page, 3)


def test_every_shape_stands_there_with_every_field():
    page = contract("en")
    for shape in (one for shapes in SHAPES.values() for one in shapes):
        section = page.partition(f"\n### {shape.__name__}\n")[2].partition("\n### ")[0]
        names = [one.name for one in dataclasses.fields(shape)] if dataclasses.is_dataclass(shape) else []
        assert all(f"    {name}: " in section or name.startswith("_") for name in names), shape
    assert all(f"`{name}`" in page for name in cchc_score.__all__)


def test_everything_for_tests_stands_there_as_it_is_called():
    page = contract("en").partition("## Testing")[2]
    assert headings(page, 3) == list(testing.__all__)
    assert (
        "def facts(indicators: Mapping[str, Indicator], count: int) -> st.SearchStrategy[dict[tuple[int, str], Value]]"
        in page
    )
    assert "    settings: Given | None = None,\n" in page.partition("### check_laws")[2]


def test_the_examples_of_hooks_run():
    failed, ran = doctest.testmod(hookspecs, extraglobs={"Indicator": Indicator})
    assert failed == 0
    assert ran >= 4


def test_words_stay_words_in_markdown():
    assert text("a*b_c|d <e> [f] #g") == r"a\*b\_c\|d \<e\> \[f\] \#g"
    assert table(["A", "B"], [["1", "2"]]) == "| A | B |\n| --- | --- |\n| 1 | 2 |"
