"""Models as JSON Schema: what pydantic cannot tell, what TOML does not have, and words for every key."""

from collections.abc import Callable

from pydantic import BaseModel, Field

from cchc_score.builtin import MEANINGS
from cchc_score.json_schema import KINDS, schema
from cchc_score.json_schema.criterion_schema import criterion
from cchc_score.json_schema.fact_schema import name_facts
from cchc_score.json_schema.key_words import KEYS
from cchc_score.json_schema.model_schema import table
from cchc_score.methods import DateFact, Fact, Number, PointsFrom0, Settings, per_commune
from tests.strategies import METHODS as BUILT_IN


class Inner(BaseModel):
    """One part."""

    deep: "list[Inner]" = []
    limit: Number


class Own:
    """A type that pydantic does not know."""


class StrangeSettings(Settings):
    """Settings of a stranger."""

    when: DateFact | None = None
    parts: list[Inner] = []
    rule: Callable[[int], int] | None = None
    own: Own = Own()
    told: PointsFrom0 = Field(description="Điểm cho sẵn")
    title: str = "x"
    held: bool = True


@per_commune("local.strange", StrangeSettings)
def strange(rule, when):
    """Cách riêng của huyện.

    Chi tiết.
    """


def test_a_type_that_cannot_be_told_may_be_anything_and_null_is_never_told():
    defs = {}
    told = table(StrangeSettings, "vi", defs, "local.strange.", {})
    keys = told["properties"]
    assert keys["rule"] == keys["own"] == {}
    assert keys["told"]["description"] == "Điểm cho sẵn"
    assert keys["parts"] == {"type": "array", "items": {"$ref": "#/$defs/local.strange.Inner"}}
    inner = defs["local.strange.Inner"]
    assert inner["required"] == ["limit"]
    assert inner["properties"]["deep"]["items"] == {"$ref": "#/$defs/local.strange.Inner"}
    assert "null" not in str(told) + str(defs)
    assert told["required"] == ["told"]


def test_a_method_of_a_stranger_stands_beside_ours_in_the_words_of_its_author():
    defs = {}
    made = criterion({**BUILT_IN, strange.name: strange}, "vi", defs)
    name_facts(made, {}, "vi", defs)
    method = made["properties"]["method"]
    docs = dict(zip(method["enum"], method["x-taplo"]["docs"]["enumValues"], strict=True))
    assert docs["local.strange"] == "Cách riêng của huyện."
    assert docs["ratio"] == MEANINGS["ratio"].hint.vi
    assert made["properties"]["when"] == {"$ref": "#/$defs/asked-date"}
    (own,) = [
        one["then"]
        for one in made["allOf"]
        if one["if"].get("properties", {}).get("method") == {"const": "local.strange"}
    ]
    assert own["required"] == ["told"]
    assert own["properties"]["zero_below"] is False
    assert "when" not in own["properties"]
    # What a criterion has itself never reaches a method.
    assert "title" not in own["properties"]
    assert made["properties"]["held"]["type"] == "boolean"


def test_a_part_that_means_several_things_is_exact_under_its_method():
    made = criterion(BUILT_IN, "vi", {})
    several = made["properties"]["points"]["anyOf"]
    assert len(several) == 2
    exact = [
        one["then"]["properties"]["points"]
        for one in made["allOf"]
        if one["if"].get("properties", {}).get("method") in ({"const": "given"}, {"const": "options"})
    ]
    assert sorted(map(str, exact)) == sorted(map(str, several))


class Asked(Settings):
    """Asks for one fact twice over."""

    one: Fact
    other: list[Fact] = []


def test_facts_are_named_wherever_they_are_asked_for():
    defs = {}
    told = table(Asked, "vi", defs, hints={})
    both = [told, told]
    name_facts(both, {}, "vi", defs)
    assert told["properties"]["one"] == {"$ref": "#/$defs/asked-numbers"}
    assert told["properties"]["other"]["items"] == {"$ref": "#/$defs/asked-numbers"}


def test_every_key_and_every_method_has_its_words_and_no_words_are_left_over(registry, monkeypatch):
    asked = set()

    class Noted(dict):
        def get(self, key, default=None):
            if key in self:
                asked.add(key)
            return super().get(key, default)

        def __getitem__(self, key):
            asked.add(key)
            return super().__getitem__(key)

    monkeypatch.setattr("cchc_score.json_schema.model_schema.KEYS", Noted(KEYS))
    for kind in KINDS:
        schema(kind, registry, "en")
    assert asked == set(KEYS)
    assert set(MEANINGS) == set(BUILT_IN)
    hints = [words.hint for meaning in MEANINGS.values() for words in (meaning, *meaning.settings.values())]
    for words in (*KEYS.values(), *hints, *KINDS.values()):
        assert all(word and word[0] == word[0].strip() for word in words)
