"""Look up what a scheme can ask for: facts and methods, by words of their codes, names or areas."""

from collections.abc import Iterable, Iterator, Sequence

from cchc_score.builtin import MEANINGS
from cchc_score.builtin.meaning import SettingField, setting_fields
from cchc_score.catalogue.labels import INDICATOR_KINDS, SOURCES
from cchc_score.findings import Words
from cchc_score.methods import Method, Settings, accepted_kinds, each_fact
from cchc_score.registry.registry import Registry
from cchc_score.results.references import KnownFact, KnownMethod, KnownSetting
from cchc_score.text import bare

_NOTHING = Words("", "")


def look_up_facts(registry: Registry, words: Sequence[str] = ()) -> tuple[KnownFact, ...]:
    """The facts that have all the words somewhere, with or without accents; by plugin, as it lists them."""
    known = [
        KnownFact(registry.indicators[code], plugin.name) for plugin in registry.plugins for code in plugin.indicators
    ]
    return tuple(fact for fact in known if _has(words, _fact_texts(fact)))


def look_up_methods(registry: Registry, words: Sequence[str] = ()) -> tuple[KnownMethod, ...]:
    """The methods that have all the words somewhere, by name."""
    plugins = {name: plugin.name for plugin in registry.plugins for name in plugin.methods}
    known = [_method(method, plugins[name]) for name, method in sorted(registry.methods.items())]
    return tuple(method for method in known if _has(words, _method_texts(method)))


def _has(words: Sequence[str], texts: Iterable[str]) -> bool:
    text = bare(" ".join(texts))
    return all(bare(word) in text for word in words)


def _fact_texts(fact: KnownFact) -> Iterator[str]:
    one = fact.indicator
    yield from (
        one.code,
        one.name,
        one.name_en,
        one.unit,
        fact.plugin,
        *INDICATOR_KINDS[one.kind],
        *SOURCES[one.source],
    )


def _method_texts(method: KnownMethod) -> Iterator[str]:
    yield from (method.name, *method.gives, method.plugin)
    for setting in method.settings:
        yield from (setting.key, *setting.meaning)


def _method(method: Method, plugin: str) -> KnownMethod:
    meaning = MEANINGS.get(method.name)
    hints = {} if meaning is None else {path: setting.hint for path, setting in meaning.settings.items()}
    return KnownMethod(
        name=method.name,
        plugin=plugin,
        gives=_NOTHING if meaning is None else Words(*(text.replace("`", "") for text in meaning.gives)),
        compares=method.peers,
        settings=tuple(
            KnownSetting(
                key=setting.path,
                # Of a plugin's setting nobody has said in both languages what it means.
                meaning=hints.get(setting.path, _NOTHING),
                required=setting.field.is_required(),
                fact_kinds=_fact_kinds(setting),
            )
            for setting in setting_fields(method.settings)
        ),
    )


def _fact_kinds(setting: SettingField) -> tuple[str, ...]:
    model = setting.model
    if not issubclass(model, Settings):
        return ()
    name = next(name for name, field in model.model_fields.items() if field is setting.field)
    return tuple(sorted(accepted_kinds(model, name) or each_fact(model, name) or ()))
