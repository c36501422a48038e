"""A plugin of an older contract is scored, with a warning and the remedy; one of a newer contract is refused by name."""

from dataclasses import replace
from fractions import Fraction as F

import pytest

from cchc_score.engine import score
from cchc_score.errors import PluginError
from cchc_score.facts import table
from cchc_score.methods import CONTRACT, per_commune
from cchc_score.model import Unit
from cchc_score.registry.older_contracts import OLDEST
from cchc_score.registry.registry import assemble, load_registry
from cchc_score.testing import check_laws
from tests.engine.schemes import INDICATORS, leaf, scheme
from tests.registry.made_plugins import plugin
from tests.running import EXAMPLES, ROOT, command
from tests.strategies import ref

OLDER = ROOT / "tests" / "older_contract"
MANY = 4000


def registry():
    return load_registry([OLDER])


def test_each_method_of_an_older_contract_is_warned_of_with_the_remedy():
    found = registry().findings
    assert [(one.code, one.severity, one.place.file) for one in found] == [
        ("plugin-contract-older", "warning", (OLDER / "cu.py").as_posix())
    ] * 2
    assert [one.args["item"] for one in found] == ["cu.lead", "cu.share"]
    assert all(f"contract={CONTRACT}" in one.message(lang) for one in found for lang in ("vi", "en"))


def scored(name, *reports, **raw):
    """The points of units by one rule of the older plugin."""
    methods = registry().methods
    rule = replace(leaf("1.1", 4, name), settings=methods[name].settings.model_validate(raw))
    units = [Unit(f"u{row}", f"Xã {row}") for row in range(len(reports))]
    facts = {(row, code): F(value) for row, known in enumerate(reports) for code, value in known.items()}
    sheet = score(scheme(rule), methods, table(units, INDICATORS, facts))
    assert sheet.findings == ()
    return [sheet.mark(row, sheet.total).low for row in range(len(reports))]


def test_what_it_kept_without_a_name_is_kept():
    assert scored("cu.lead", {"n1": 2}, {"n1": 4}, {"n1": 1}, value=ref("n1")) == [2, 4, 1]


@pytest.mark.full
def test_its_column_form_is_left_aside_and_many_units_are_scored_by_rows():
    assert registry().methods["cu.share"].column is None
    points = scored("cu.share", *[{"n1": row, "n2": MANY} for row in range(MANY)], part=ref("n1"), whole=ref("n2"))
    assert points[MANY // 2] == 2
    assert points[-1] == 4


@pytest.mark.parametrize("name", ["cu.lead", "cu.share"])
def test_it_keeps_all_laws(name):
    check_laws(registry().methods[name], examples=50)


@pytest.mark.full
def test_every_command_warns_and_goes_on():
    listed = command("plugins", "--plugins", OLDER, "--lang", "en")
    assert listed.code == 0
    assert "cu.share" in listed.out
    assert listed.err.count("it is scored all the same") == 2
    ranked = command("rank", EXAMPLES / "huyen-them-tieu-chi", "--plugins", OLDER, "--lang", "en")
    assert ranked.code == 0
    assert "written for the older contract 0 (now 1)" in ranked.err
    checked = command("check", EXAMPLES / "huyen-them-tieu-chi", "--plugins", OLDER, "--lang", "en")
    assert checked.code == 1
    assert "cu.lead" in checked.out


@pytest.mark.parametrize("contract", [CONTRACT + 1, OLDEST - 1])
def test_a_contract_that_is_not_known_is_refused_by_name_with_the_remedy(contract):
    @per_commune("later.one", contract=contract)
    def later(rule, dossiers_received):
        return 0

    with pytest.raises(PluginError) as error:
        assemble([plugin("later", "later.py", methods=[later])])
    (found,) = error.value.findings
    assert (found.code, found.args["contract"]) == ("method-contract", contract)
    assert "'later.one'" in found.words("en")
    assert "python -m pip install --upgrade cchc-score" in found.words("en")


def test_a_plugin_of_this_contract_is_not_warned_of():
    assert load_registry([EXAMPLES / "my_methods"]).findings == ()
