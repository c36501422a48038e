"""What an author may write: the facts and the methods that all plugins give, each with its JSON."""

from dataclasses import dataclass
from typing import Any

from cchc_score.findings import Words
from cchc_score.model import Indicator
from cchc_score.results.result_json import SCHEMA_VERSION
from cchc_score.text import Lang, pick


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact and the plugin that gives it: of those that come with the program, that of its area."""

    indicator: Indicator
    plugin: str


@dataclass(frozen=True, slots=True)
class KnownSetting:
    """One key of a method's rule: `fact_kinds` are those of the facts that it takes, none where it takes no fact."""

    key: str
    meaning: Words
    required: bool
    fact_kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownMethod:
    """A method with what it gives and its settings; `compares` says whether it looks at other units too."""

    name: str
    plugin: str
    gives: Words
    compares: bool
    settings: tuple[KnownSetting, ...]


def facts_data(facts: tuple[KnownFact, ...]) -> dict[str, Any]:
    """Facts with all that their declarations say."""
    return {"schema_version": SCHEMA_VERSION, "facts": [_fact_data(fact.indicator, fact.plugin) for fact in facts]}


def _fact_data(indicator: Indicator, plugin: str) -> dict[str, Any]:
    return {
        "code": indicator.code,
        "name": indicator.name,
        "name_en": indicator.name_en,
        "unit": indicator.unit,
        "kind": indicator.kind,
        "decimals": indicator.decimals,
        "source": indicator.source,
        "options": [option.code for option in indicator.options],
        "part_of": indicator.part_of,
        "plugin": plugin,
    }


def methods_data(methods: tuple[KnownMethod, ...], lang: Lang) -> dict[str, Any]:
    """Methods with their settings, in a language."""
    return {
        "schema_version": SCHEMA_VERSION,
        "methods": [
            {
                "name": method.name,
                "gives": pick(lang, *method.gives),
                "compares": method.compares,
                "plugin": method.plugin,
                "settings": [
                    {
                        "key": setting.key,
                        "meaning": pick(lang, *setting.meaning),
                        "required": setting.required,
                        "fact_kinds": list(setting.fact_kinds),
                    }
                    for setting in method.settings
                ],
            }
            for method in methods
        ],
    }
