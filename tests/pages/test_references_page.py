"""The reference of facts and methods: all that plugins give, or what has the words that are asked for."""

import csv
import io
import json

import pytest

from cchc_score.app.look_up import look_up_facts, look_up_methods
from cchc_score.builtin.meaning import setting_fields
from cchc_score.pages.references_page import facts_page, methods_page
from cchc_score.text import bare
from tests.pages.page_laws import LANGUAGES, assert_page_holds
from tests.running import command


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fact_of_a_plugin_has_a_line(registry, lang):
    facts = look_up_facts(registry)
    page = facts_page(facts, lang)
    assert_page_holds(page, lang)
    given = {code for plugin in registry.plugins for code in plugin.indicators}
    assert {row[0] for row in page.sheets[0].rows} == given == {one["code"] for one in page.data["facts"]}
    for fact, row in zip(facts, page.sheets[0].rows, strict=True):
        assert row[1] == fact.indicator.label(lang)
        assert row[5] == fact.plugin


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_method_has_a_line_for_each_setting(registry, lang):
    page = methods_page(look_up_methods(registry), lang)
    assert_page_holds(page, lang)
    lines = {(row[0], row[1]) for row in page.sheets[0].rows}
    for name, method in registry.methods.items():
        assert {key for known, key in lines if known == name} == {
            "", *(setting.path for setting in setting_fields(method.settings)),
        }  # fmt: skip
    # Of every built-in one it is said what it gives and what each setting means.
    assert all(row[2] for row in page.sheets[0].rows)
    assert not any("`" in row[2] for row in page.sheets[0].rows)


@pytest.mark.parametrize("words", [["hồ", "sơ"], ["HO SO"], ["procedures", "phần trăm"], ["dossiers_received"], []])
def test_words_are_met_with_or_without_accents(registry, words):
    found = {fact.indicator.code for fact in look_up_facts(registry, words)}
    for fact in look_up_facts(registry):
        one = fact.indicator
        text = bare(f"{one.code} {one.name} {one.name_en} {one.unit} {fact.plugin}")
        if all(bare(word) in text for word in words):
            assert one.code in found
    assert found


def test_the_commands_print_it_in_every_format():
    listed = command("facts", "ho so", "--format", "json")
    assert (listed.code, listed.err) == (0, "")
    codes = [one["code"] for one in json.loads(listed.out)["facts"]]
    rows = list(
        csv.reader(io.StringIO(command("facts", "ho so", "--format", "csv").out.lstrip("\ufeff")), delimiter=";")
    )
    assert [row[0] for row in rows[1 : len(codes) + 1]] == codes
    assert "dossiers_received" in codes
    for kind in ("table", "markdown", "html", "latex"):
        assert "zero" in command("methods", "ratio", "--format", kind, "--lang", "en").out
    nothing = command("methods", "khong-co-gi-nhu-vay")
    assert (nothing.code, nothing.out.strip()) == (0, "0 phương pháp.")


def test_facts_of_a_local_plugin_are_there(tmp_path):
    (tmp_path / "rieng.py").write_text(
        "from cchc_score import hookimpl, Indicator\n"
        "@hookimpl\ndef cchc_indicators():\n    return [Indicator('rieng', 'Số liệu riêng')]\n",
        encoding="utf-8",
    )
    told = json.loads(command("facts", "rieng", "--plugins", tmp_path, "--format", "json").out)
    assert [(one["code"], one["plugin"]) for one in told["facts"]] == [("rieng", "rieng")]
