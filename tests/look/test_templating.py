"""Templates escape every text, whoever wrote it."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from cchc_score.errors import WriteError
from cchc_score.look.templating import attribute_value, environment
from tests.strategies import examples

SIGNS = st.text(st.sampled_from("<>&\"'`= /#a1.-~:_\t\n\u202e\u2028\x07") | st.characters(codec="utf-8"), max_size=30)


@examples(100)
@given(SIGNS)
def test_a_text_makes_no_markup(text):
    made = environment().from_string("<b title={{ one|value }}>{{ one }}</b>").render(one=text)
    assert made.count("<") == made.count(">") == 2
    assert made.startswith("<b title=")
    assert "\u202e" not in made
    assert "\x07" not in made


@examples(100)
@given(SIGNS)
def test_the_value_of_an_attribute_ends_where_it_should(text):
    written = str(attribute_value(text))
    if written.startswith('"'):
        assert written.endswith('"')
        assert '"' not in written[1:-1]
    else:
        assert written == text
        assert text
        assert not set(text) & set(" \t\n\"'`=<>&")


def test_a_name_that_a_template_does_not_get_is_an_error():
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nothing }}").render()


def test_without_the_library_the_command_that_installs_it_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    environment.cache_clear()
    try:
        with pytest.raises(WriteError) as refused:
            environment()
    finally:
        environment.cache_clear()
    assert 'pip install "cchc-score[html]"' in refused.value.findings[0].words("en")
