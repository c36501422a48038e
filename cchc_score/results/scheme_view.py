"""A scheme as an evaluator reads it: the annex, and the facts that it asks for; and its JSON."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from cchc_score.analysis.required_facts import RequiredFact, required_facts
from cchc_score.annexes.annex_words import annex_rule
from cchc_score.annexes.ranking_words import class_words
from cchc_score.methods import Method
from cchc_score.model import Area, ClassLimit, Criterion, Form, Scheme
from cchc_score.points import plain
from cchc_score.results.result_json import SCHEMA_VERSION
from cchc_score.rule_words import rule_words, unheld, used
from cchc_score.text import Lang


@dataclass(frozen=True, slots=True)
class SchemeView:
    """A scheme with the methods of its rules, and the facts that it asks for."""

    scheme: Scheme
    methods: Mapping[str, Method]
    facts: tuple[RequiredFact, ...]


def scheme_view(scheme: Scheme, form: Form | None, methods: Mapping[str, Method]) -> SchemeView:
    """A scheme to read; its facts stand in the rows of a form, where there is one."""
    # What follows from other facts is asked of nobody.
    asked = (fact for fact in required_facts(scheme, form, methods) if fact.indicator.derived is None)
    return SchemeView(scheme, methods, tuple(asked))


def scheme_data(view: SchemeView, lang: Lang) -> dict[str, Any]:
    """The scheme, its areas and criteria with their rules in words, and the facts that it asks for."""
    scheme = view.scheme
    return {
        "schema_version": SCHEMA_VERSION,
        "scheme": {
            "code": scheme.code,
            "title": scheme.title,
            "version": scheme.version,
            "period": scheme.period,
            # null says that there is none; an empty text would be a value.
            "decision": scheme.decision or None,
            "max_points": plain(scheme.max_points),
            "sha256": scheme.sha256,
            "decimals": scheme.decimals,
            "rounding": scheme.rounding,
        },
        "ranking": asdict(scheme.ranking),
        "classes": [_class_data(scheme, limit, lang) for limit in scheme.classes],
        "context": [{"indicator": one.indicator, "reason": one.reason} for one in scheme.context],
        "areas": [_area_data(area) for area in scheme.areas],
        "criteria": [_criterion_data(view, criterion, lang) for criterion in scheme.criteria.values()],
        "facts": [_fact_data(fact, lang) for fact in view.facts],
    }


def _area_data(area: Area) -> dict[str, Any]:
    points = plain(area.max_points)
    return {
        "code": area.code,
        "number": area.number,
        "name": area.name,
        "kind": area.kind,
        "max_points": points,
        "not_held": None if area.held else area.reason,
    }


def _class_data(scheme: Scheme, limit: ClassLimit, lang: Lang) -> dict[str, Any]:
    by = limit.by_answer
    return {
        "name": limit.name,
        "from": plain(limit.at_least) if by is None else None,
        "from_by": by and {"fact": by.fact.codes[0], "values": {code: plain(one) for code, one in by.values.items()}},
        "each_area_from": None if limit.each_area_from is None else plain(limit.each_area_from),
        "each_criterion_from": None if limit.each_criterion_from is None else plain(limit.each_criterion_from),
        "words": class_words(scheme, limit, lang),
    }


def _criterion_data(view: SchemeView, criterion: Criterion, lang: Lang) -> dict[str, Any]:
    return {
        "number": criterion.number,
        "area": criterion.area,
        "title": criterion.title,
        "max_points": plain(criterion.max_points),
        "method": criterion.method or None,
        "rule": rule_words(view.scheme, criterion, view.methods, lang),
        "annex": list(annex_rule(view.scheme, criterion, view.methods, lang)),
        "choice": criterion.choice,
        "not_held": unheld(view.scheme, criterion),
        "reference": criterion.reference or None,
        "note": criterion.note or None,
        "evidence": criterion.evidence,
        "remedy": criterion.remedy,
        "facts": list(used(view.scheme, criterion, view.methods)),
    }


def _fact_data(fact: RequiredFact, lang: Lang) -> dict[str, Any]:
    return {
        "indicator": fact.indicator.code,
        "name": fact.indicator.label(lang),
        "unit": fact.indicator.unit,
        "kind": fact.indicator.kind,
        "source": fact.indicator.source,
        "row": fact.row or None,
        "criteria": list(fact.criteria),
    }
