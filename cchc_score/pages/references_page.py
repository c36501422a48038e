"""The facts and the methods that a scheme can ask for, as tables."""

from collections.abc import Iterator
from typing import NamedTuple

from cchc_score.catalogue.labels import INDICATOR_KINDS, SOURCES
from cchc_score.formats import Page
from cchc_score.model import Indicator
from cchc_score.pages.page_table import PageColumn, page_table
from cchc_score.results.references import KnownFact, KnownMethod, facts_data, methods_data
from cchc_score.text import Lang, number, pick


class _Line(NamedTuple):
    """A line of the table of methods: a method, or one of its settings."""

    method: str
    setting: str
    meaning: str
    takes: str


def facts_page(facts: tuple[KnownFact, ...], lang: Lang) -> Page:
    """Each fact with its code, as a scheme writes it."""
    columns: list[PageColumn[KnownFact]] = [
        PageColumn(pick(lang, "Mã", "Code"), lambda fact: fact.indicator.code, "code"),
        PageColumn(pick(lang, "Số liệu", "Fact"), lambda fact: fact.indicator.label(lang)),
        PageColumn(pick(lang, "Đơn vị tính", "Unit"), lambda fact: fact.indicator.unit),
        PageColumn(pick(lang, "Loại", "Kind"), lambda fact: _kind(fact.indicator, lang)),
        PageColumn(pick(lang, "Nguồn", "Source"), lambda fact: pick(lang, *SOURCES[fact.indicator.source])),
        PageColumn(pick(lang, "Lĩnh vực (plugin)", "Area (plugin)"), lambda fact: fact.plugin),
    ]
    note = f"{number(len(facts), 0, lang)} {pick(lang, 'số liệu', 'facts')}."
    return Page("", (page_table(columns, facts),) if facts else (), (note,), lambda: facts_data(facts))


def _kind(indicator: Indicator, lang: Lang) -> str:
    kind = pick(lang, *INDICATOR_KINDS[indicator.kind])
    return f"{kind}: {', '.join(option.code for option in indicator.options)}" if indicator.options else kind


def methods_page(methods: tuple[KnownMethod, ...], lang: Lang) -> Page:
    """Each method with what it gives, and below it its settings."""
    columns: list[PageColumn[_Line]] = [
        PageColumn(pick(lang, "Phương pháp", "Method"), lambda line: line.method, "code"),
        PageColumn(pick(lang, "Thiết lập", "Setting"), lambda line: line.setting, "code"),
        PageColumn(pick(lang, "Ý nghĩa", "Meaning"), lambda line: line.meaning),
        PageColumn(pick(lang, "Yêu cầu", "Needs"), lambda line: line.takes),
    ]
    lines = [line for method in methods for line in _lines(method, lang)]
    note = f"{number(len(methods), 0, lang)} {pick(lang, 'phương pháp', 'methods')}."
    return Page("", (page_table(columns, lines),) if lines else (), (note,), lambda: methods_data(methods, lang))


def _lines(method: KnownMethod, lang: Lang) -> Iterator[_Line]:
    compares = pick(lang, "cần số liệu của các đơn vị khác", "the figures of other units") if method.compares else ""
    yield _Line(method.name, "", pick(lang, *method.gives), compares)
    for setting in method.settings:
        needed = pick(lang, "bắt buộc", "required") if setting.required else pick(lang, "có thể bỏ", "optional")
        kinds = ", ".join(setting.fact_kinds)
        takes = f"{needed}; {pick(lang, 'số liệu loại', 'a fact of kind')} {kinds}" if kinds else needed
        yield _Line(method.name, setting.key, pick(lang, *setting.meaning), takes)
