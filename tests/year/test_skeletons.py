"""Skeletons: whole in both languages under every name, and what a name may be."""

import ast
import re
from itertools import groupby

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.text import LANGUAGES
from cchc_score.year.packaged import folder
from cchc_score.year.skeletons import KINDS, MAX_NAME, in_code, is_name, likely_name, skeleton

NAMES = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,6}){0,3}", fullmatch=True)
MARKED = re.compile(r" *# (vi|en): ")


@given(st.sampled_from(KINDS), NAMES)
def test_under_every_name_both_languages_say_the_same_but_for_their_comments(kind, name):
    vi, en = (skeleton(kind, name, lang) for lang in LANGUAGES)
    assert vi.keys() == en.keys()
    for path in vi:
        texts = vi[path].decode(), en[path].decode()
        assert not any(MARKED.match(line) for text in texts for line in text.splitlines())
        assert not any("ten-moi" in text or "ten_moi" in text for text in texts) or "ten-moi" in name
        if path.endswith(".toml"):
            assert tomli.loads(texts[0]) == tomli.loads(texts[1])
        elif path.endswith(".py"):
            assert ast.dump(ast.parse(texts[0])) == ast.dump(ast.parse(texts[1]))
        elif not path.endswith(".md"):
            assert texts[0] == texts[1]
    assert any(name in path or in_code(name) in path for path in vi)


@pytest.mark.parametrize("kind", KINDS)
def test_every_comment_stands_in_both_languages(kind):
    for path, data in folder(f"skeletons/{kind}").items():
        languages = [match[1] for line in data.decode().splitlines() if (match := MARKED.match(line))]
        runs = [lang for lang, _ in groupby(languages)]
        assert runs == ["vi", "en"] * (len(runs) // 2), path
        assert path.endswith((".md", ".csv", ".txt")) or runs, path


@given(st.text(max_size=80))
def test_what_a_name_was_meant_to_be_is_a_name_or_nothing(text):
    near = likely_name(text)
    assert near == "" or is_name(near)


@given(NAMES)
def test_a_name_is_itself(name):
    assert is_name(name)
    assert likely_name(name) == name
    assert in_code(name).isidentifier()


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Đường dây nóng", "duong-day-nong"), ("Ha_Tinh 2025", "ha-tinh-2025"), ("2025", ""), ("../a", "a"), ("", "")],
)
def test_a_name_that_cannot_be_used(written, meant):
    assert not is_name(written)
    assert likely_name(written) == meant


def test_a_name_is_short():
    assert is_name("a" * MAX_NAME)
    assert not is_name("a" * (MAX_NAME + 1))
