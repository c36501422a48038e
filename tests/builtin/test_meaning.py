"""What built-in methods mean: every method and setting is explained in both languages, and nothing else is."""

from pydantic import BaseModel, Field

from cchc_score.builtin import MEANINGS
from cchc_score.builtin.meaning import setting_fields
from tests.strategies import METHODS


class Inner(BaseModel):
    """A table in a list."""

    from_: int = Field(alias="from")
    points: int


class Outer(BaseModel):
    """Settings with a list of tables."""

    first: int
    bands: list[Inner] | None = None
    steps: list[Inner] = []
    last: str = ""


def test_keys_are_named_as_a_scheme_writes_them_those_of_a_list_after_the_list():
    listed = list(setting_fields(Outer))
    assert [setting.path for setting in listed] == [
        "first", "bands", "bands.from", "bands.points", "steps", "steps.from", "steps.points", "last",
    ]  # fmt: skip
    assert [setting.key for setting in listed][2:4] == ["from", "points"]
    assert [setting.model for setting in listed][1:3] == [Outer, Inner]
    assert listed[2].field is Inner.model_fields["from_"]


def test_every_setting_of_every_built_in_method_has_its_meaning_and_no_other():
    assert set(MEANINGS) == set(METHODS)
    for name, meaning in MEANINGS.items():
        paths = [setting.path for setting in setting_fields(METHODS[name].settings)]
        assert list(meaning.settings) == paths
        words = [meaning.hint, meaning.gives, *(text for setting in meaning.settings.values() for text in setting)]
        assert all(said and said == said.strip() for text in words for said in text)
