"""A scheme as an evaluator reads it: the annex, and the reporting form that it implies."""

from collections.abc import Mapping, Sequence
from typing import Any

from cchc_score.analysis.asked import Asked, asked
from cchc_score.explain import rule_words, used
from cchc_score.formats import Heading, Page, Sheet
from cchc_score.methods import Method
from cchc_score.model import Area, Criterion, Form, Indicator, Scheme
from cchc_score.pages.data import SCHEMA_VERSION
from cchc_score.points import plain
from cchc_score.text import Lang, number, pick

_KINDS = {
    "count": ("số đếm", "count"),
    "decimal": ("số thập phân", "decimal number"),
    "money": ("tiền", "money"),
    "percent": ("phần trăm", "percentage"),
    "points": ("điểm", "points"),
    "yes_no": ("có / không", "yes / no"),
    "option": ("lựa chọn", "choice"),
    "date": ("ngày", "date"),
}
_SOURCES = {
    "report": ("báo cáo", "report"),
    "survey": ("điều tra xã hội học", "survey"),
    "appraiser": ("thẩm định", "appraiser"),
}


def scheme_page(scheme: Scheme, form: Form | None, methods: Mapping[str, Method], lang: Lang) -> Page:
    """The annex and the form; the title is the scheme's."""
    facts = asked(scheme, form, methods)
    sheets = (_annex(scheme, methods, lang), _form(facts, lang))
    return Page(scheme.title, sheets, _notes(scheme, lang), lambda: _data(scheme, facts, methods, lang))


def kind_words(indicator: Indicator, lang: Lang) -> str:
    """What kind of value an indicator has; for a choice its answers too."""
    words = pick(lang, *_KINDS[indicator.kind])
    answers = ", ".join(
        option.name_en if lang == "en" and option.name_en else option.name for option in indicator.options
    )
    return f"{words}: {answers}" if answers else words


def _annex(scheme: Scheme, methods: Mapping[str, Method], lang: Lang) -> Sheet:
    headings = (
        Heading(pick(lang, "Số", "No.")),
        Heading(pick(lang, "Tiêu chí", "Criterion")),
        Heading(pick(lang, "Tối đa", "Maximum"), "right"),
        Heading(pick(lang, "Cách cho điểm", "Rule")),
        Heading(pick(lang, "Tài liệu kiểm chứng", "Evidence")),
        Heading(pick(lang, "Cách cải thiện", "Remedy")),
        Heading(pick(lang, "Số liệu cần có", "Facts needed")),
    )
    rows: list[tuple[str, ...]] = []
    for area in scheme.areas:
        rows.append(_area_row(area, lang))
        own = [one for one in scheme.criteria.values() if one.area == area.code]
        rows += [_criterion_row(scheme, one, methods, lang) for one in own]
    return Sheet(headings, tuple(rows), pick(lang, "Bộ tiêu chí", "Scheme"))


def _area_row(area: Area, lang: Lang) -> tuple[str, ...]:
    name = area.name_en if lang == "en" and area.name_en else area.name
    kinds = {
        "normal": "",
        "bonus": pick(lang, "điểm thưởng, không quá mức tối đa", "bonus, at most the maximum"),
        "penalty": pick(lang, "điểm trừ, không quá mức tối đa", "penalty, at most the maximum"),
    }
    words = kinds[area.kind] if area.held else _not_held(area.reason, lang)
    return (str(area.number), name.upper(), number(area.max_points, None, lang), words, "", "", "")


def _criterion_row(scheme: Scheme, criterion: Criterion, methods: Mapping[str, Method], lang: Lang) -> tuple[str, ...]:
    rule = rule_words(scheme, criterion, methods, lang)
    return (
        criterion.number,
        criterion.title,
        number(criterion.max_points, None, lang),
        rule if criterion.held else _not_held(criterion.reason, lang),
        criterion.evidence,
        criterion.remedy,
        "; ".join(scheme.indicators[code].label(lang) for code in used(criterion, methods)),
    )


def _not_held(reason: str, lang: Lang) -> str:
    return pick(lang, f"không đánh giá: {reason}", f"not held: {reason}")


def _form(facts: Sequence[Asked], lang: Lang) -> Sheet:
    headings = (
        Heading(pick(lang, "Dòng", "Row")),
        Heading(pick(lang, "Số liệu", "Fact")),
        Heading(pick(lang, "Mã", "Code")),
        Heading(pick(lang, "Đơn vị tính", "Unit")),
        Heading(pick(lang, "Loại", "Kind")),
        Heading(pick(lang, "Nguồn", "Source")),
        Heading(pick(lang, "Tiêu chí", "Criteria")),
    )
    rows = tuple(
        (
            one.row or "-",
            one.indicator.label(lang),
            one.indicator.code,
            one.indicator.unit,
            kind_words(one.indicator, lang),
            pick(lang, *_SOURCES[one.indicator.source]),
            ", ".join(one.criteria),
        )
        for one in facts
    )
    return Sheet(headings, rows, pick(lang, "Biểu số liệu cần báo cáo", "Facts to report"))


def _notes(scheme: Scheme, lang: Lang) -> tuple[str, ...]:
    classes = "; ".join(
        pick(
            lang,
            f"{one.name}: từ {number(one.at_least, None, lang)}",
            f"{one.name}: from {number(one.at_least, None, lang)}",
        )
        for one in scheme.classes
    )
    real = scheme.decision or pick(lang, "minh họa, không phải quyết định nào", "illustrative, no real decision")
    basis = f"{scheme.code}, {pick(lang, 'phiên bản', 'version')} {scheme.version}, {scheme.period}; {real}."
    return (*([f"{pick(lang, 'Xếp loại', 'Classes')}: {classes}."] if classes else []), basis)


def _data(scheme: Scheme, facts: Sequence[Asked], methods: Mapping[str, Method], lang: Lang) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "scheme": {
            "code": scheme.code,
            "title": scheme.title,
            "version": scheme.version,
            "period": scheme.period,
            "decision": scheme.decision or None,
            "max_points": plain(scheme.max_points),
            "sha256": scheme.sha256,
        },
        "areas": [_area_data(one) for one in scheme.areas],
        "criteria": [_criterion_data(scheme, one, methods, lang) for one in scheme.criteria.values()],
        "facts": [
            {
                "indicator": one.indicator.code,
                "name": one.indicator.label(lang),
                "unit": one.indicator.unit,
                "kind": one.indicator.kind,
                "source": one.indicator.source,
                "row": one.row or None,
                "criteria": list(one.criteria),
            }
            for one in facts
        ],
    }


def _area_data(area: Area) -> dict[str, Any]:
    points = plain(area.max_points)
    return {"code": area.code, "number": area.number, "name": area.name, "kind": area.kind, "max_points": points}


def _criterion_data(scheme: Scheme, criterion: Criterion, methods: Mapping[str, Method], lang: Lang) -> dict[str, Any]:
    return {
        "number": criterion.number,
        "area": criterion.area,
        "title": criterion.title,
        "max_points": plain(criterion.max_points),
        "method": criterion.method or None,
        "rule": rule_words(scheme, criterion, methods, lang),
        "evidence": criterion.evidence,
        "remedy": criterion.remedy,
        "facts": list(used(criterion, methods)),
    }
