"""`finding`: all kinds in a list, one explained, in both languages."""

import json

import pytest

from cchc_score.catalogue import CATALOGUE
from tests.running import command


def test_a_kind_is_explained_with_an_example_and_what_to_do():
    result = command("finding", "value-ambiguous")
    assert result.code == 0
    for words in ("value-ambiguous", "lỗi", "Cách xử lý", "1340", "Ví dụ", "reports/15865.toml:12", 'value = "1.340"'):
        assert words in result.out
    assert "What to do" in command("finding", "value-ambiguous", "--lang", "en").out


def test_all_kinds_are_listed():
    data = json.loads(command("finding", "--format", "json").out)
    assert [one["code"] for one in data["findings"]] == list(CATALOGUE)
    assert set(data["findings"][0]) == {"code", "severity", "what", "explanation", "remedy", "example", "lines"}


@pytest.mark.parametrize(("code", "words"), [("value-ambigous", "value-ambiguous"), ("zzzzzzzz", "zzzzzzzz")])
def test_an_unknown_code_is_a_usage_error(code, words):
    result = command("finding", code)
    assert (result.code, words in result.err) == (2, True)


@pytest.mark.parametrize("form", ["markdown", "html", "csv", "latex", "table"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_kind_can_be_written_in_every_format(form, lang):
    result = command("finding", "--format", form, "--lang", lang)
    assert (result.code, result.err) == (0, "")
