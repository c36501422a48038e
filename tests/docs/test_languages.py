"""Pages for evaluators say the same in both languages."""

import re

import pytest
import tomli

from tests.running import ROOT

DOCS = ROOT / "docs"
PAIRS = sorted(path.relative_to(DOCS / "vi").as_posix() for path in (DOCS / "vi").rglob("*.md"))
FENCED = re.compile(r"^```(\S+)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
PLACEHOLDERS = {"TỆP": "FILE", "MÃ": "CODE", "LỆNH": "COMMAND"}


def spans(text):
    """Everything that is said in the words of the program."""
    found = set(re.findall(r"`([^`]+)`", FENCED.sub("", text)))
    for one, other in PLACEHOLDERS.items():
        found = {re.sub(rf"\b{one}\b", other, span) for span in found}
    return {span.removesuffix(" --lang en") for span in found}


@pytest.mark.parametrize("name", [name for name in PAIRS if name != "tutorial.md"])
def test_both_languages_name_the_same_keys_and_show_the_same_toml(name):
    vi, en = ((folder / name).read_text(encoding="utf-8") for folder in (DOCS / "vi", DOCS))
    assert spans(vi) == spans(en)
    shown = [[tomli.loads(body) for kind, body in FENCED.findall(text) if kind == "toml"] for text in (vi, en)]
    assert shown[0] == shown[1]
    assert len(re.findall(r"^#+ ", vi, re.MULTILINE)) == len(re.findall(r"^#+ ", en, re.MULTILINE))
