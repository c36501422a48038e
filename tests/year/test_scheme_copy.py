"""The real scheme as a draft: the same rules and cases under another name, and nothing that says it is the decision's."""

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.schemes.next_year import MARK
from cchc_score.year.packaged import shipped
from cchc_score.year.scheme_copy import scheme_copy
from tests.strategies import examples

ORIGIN = "lam-dong-1234-2025"
REAL = tomli.loads(shipped(ORIGIN).decode())


def copied(year=2025, lang="vi", name="tinh-moi"):
    files = scheme_copy(name, year, lang)
    return tomli.loads(files[f"{name}.toml"].decode()), files


def rules(scheme):
    """All that decides points and classes."""
    worded = ("title", "reference", "note")
    criteria = {
        number: {key: value for key, value in one.items() if key not in worded}
        for number, one in scheme["criterion"].items()
    }
    return criteria, scheme["area"], scheme["class"], scheme["ranking"], scheme["indicator"]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_copy_scores_as_the_original_and_does_not_bear_its_decision(lang):
    scheme, files = copied(lang=lang)
    assert rules(scheme) == rules(REAL)
    assert scheme["scheme"]["code"] == "tinh-moi"
    assert "draft" not in scheme["scheme"]
    assert scheme["scheme"]["decision"] == f"bản nháp, chưa ban hành; dựa trên quyết định {REAL['scheme']['decision']}"
    assert "(bản nháp, dựa trên quyết định 1234/QĐ-UBND)" in scheme["scheme"]["title"]
    assert "tỉnh Lâm Đồng" not in scheme["scheme"]["title"]
    references = [one["reference"] for one in scheme["criterion"].values() if "reference" in one]
    assert references
    assert not any(one.startswith("Quyết định") for one in references)
    head = files["tinh-moi.toml"].decode().partition("[scheme]")[0]
    assert ("BẢN NHÁP" if lang == "vi" else "THE DRAFT") in head
    assert "Chép theo quyết định" not in head


def test_its_golden_cases_and_its_example_come_with_it():
    _, files = copied()
    cases = tomli.loads(shipped(f"{ORIGIN}.cases").decode())
    assert tomli.loads(files["tinh-moi.cases.toml"].decode()) == cases
    assert set(files) == {
        "tinh-moi.toml", "tinh-moi.cases.toml", "cchc.toml", "units.csv", "dieu-tra.csv",
        "vi-du/mau-01.toml", "vi-du/mau-02-03.csv", "vi-du/hoi-dong.csv",
    }  # fmt: skip


@examples(20)
@given(st.integers(2000, 2100))
def test_for_another_year_it_waits_to_be_confirmed_and_only_years_differ(year):
    scheme, files = copied(year)
    text = files["tinh-moi.toml"].decode()
    assert scheme["scheme"]["period"] == year
    assert scheme["scheme"].get("draft", False) == (year != 2025)
    assert (MARK in text) == (year != 2025)
    assert rules(scheme) == rules(REAL)
    assert str(year) in scheme["scheme"]["title"]
    # The paper that it rests on stays of its own year.
    assert "ngày 08/09/2025" in scheme["scheme"]["decision"]
    assert tomli.loads(files["vi-du/mau-01.toml"].decode())["report"]["year"] == year
