"""What the JSON of several results has in common: what a result rests on, findings, figures and numbers."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from cchc_score.appraisal.appraisal_model import TakenOut
from cchc_score.explain.missed_class import MissedClass
from cchc_score.findings import Finding
from cchc_score.model import Outcome
from cchc_score.points import plain
from cchc_score.results.scored import ScoredStage
from cchc_score.rule_words import origin_words, value_plain
from cchc_score.sheet import Mark
from cchc_score.text import Lang, number, shown

SCHEMA_VERSION = 1
"""Grows when a key of the JSON changes its meaning or goes; new keys alone leave it as it is."""


def basis_data(scored: ScoredStage) -> dict[str, Any]:
    """What a result rests on: scheme, stage, program and plugins."""
    scheme = scored.sheet.scheme
    return {
        "schema_version": SCHEMA_VERSION,
        "scheme": {
            "code": scheme.code,
            "title": scheme.title,
            "version": scheme.version,
            "decision": scheme.decision or None,
            "sha256": scheme.sha256,
        },
        # A year of reports alone has one stage, which need not be named.
        **({"stage": scored.stage} if scored.stages else {}),
        "engine": scored.engine,
        "plugins": [{"name": name, "version": version} for name, version in scored.plugins],
    }


def findings_data(findings: Iterable[Finding], lang: Lang) -> list[dict[str, str]]:
    """Findings by code, with their place and message in words."""
    return [
        {
            "code": finding.code,
            "severity": finding.severity,
            "place": finding.place.words(lang),
            "message": finding.message(lang),
        }
        for finding in findings
    ]


def fact_data(scored: ScoredStage, row: int, code: str, lang: Lang) -> dict[str, Any]:
    """A figure of a unit with where it stands."""
    table = scored.sheet.table
    known = table.known(row, code)
    origin = table.origins.get((row, code))
    return {
        "indicator": code,
        "value": value_plain(table.value(row, code)) if known else None,
        "source": origin_words(table, row, code, lang) or None,
        "row": (origin.row if origin else "") or None,
        "remark": (origin.remark if origin else "") or None,
        "in_doubt": (row, code) in table.doubts,
        **({"draft": True} if origin and origin.draft else {}),
    }


def class_missed_data(scored: ScoredStage, missed: MissedClass | None) -> dict[str, Any]:
    """The class that a unit misses by its conditions alone; no key where no class has conditions."""
    classes = scored.sheet.scheme.classes
    if all(limit.each_area_from is None and limit.each_criterion_from is None for limit in classes):
        return {}
    decimals = scored.sheet.scheme.index_decimals
    conditions = [
        {
            one.kind: one.place,
            # With as many decimals as keep it from seeming to reach what is asked for.
            "index": {"printed": one.printed(decimals), "exact": plain(one.index)},
            "from": plain(one.at_least),
        }
        for one in (missed.conditions if missed else ())
    ]
    return {"class_missed": {"class": missed.name, "conditions": conditions} if missed else None}


def taken_out_data(decision: TakenOut | None) -> dict[str, str | None] | None:
    """Why a criterion does not count, and by which paper; None where it does."""
    return None if decision is None else {"reason": decision.reason, "decision": decision.decision or None}


def points_data(mark: Mark, decimals: int) -> dict[str, Any]:
    """Points and reachable points; of what is missing or pending `points` is certain, and `points_high` the most."""
    return {
        # null and not 0: nothing was asked of the unit.
        "points": number_data(mark.low, decimals) if mark.outcome != Outcome.NOT_APPLICABLE else None,
        "points_high": number_data(mark.high, decimals) if mark.high != mark.low else None,
        "reachable": number_data(mark.reachable, decimals),
    }


def number_data(value: Fraction, decimals: int) -> dict[str, str]:
    """A number as it is printed, and exactly."""
    # As text, because most programs read a number of JSON as a float.
    return {"printed": plain(value, decimals), "exact": plain(value)}


def index_data(mark: Mark, printed: str | None) -> Mapping[str, str] | None:
    """The index of what is certain; it is printed with as many decimals as its rank needs, so the caller words it."""
    if mark.index is None or printed is None:
        return None
    return {"printed": printed, "exact": plain(mark.index)}


def index_high_data(mark: Mark, decimals: int) -> Mapping[str, str] | None:
    """The index if everything missing or pending were full; None where nothing is."""
    high = open_index(mark)
    if high is None:
        return None
    return {"printed": plain(high, decimals), "exact": plain(high)}


def index_words(printed: str | None, high: Fraction | None, decimals: int, lang: Lang) -> str:
    """An index as people read it; a range up to `high`, the possible index, where figures are missing.

    `printed` is the certain index as it is printed for machines; a dash stands for None.
    """
    if printed is None:
        return "-"
    certain = shown(printed, lang)
    return certain if high is None else f"{certain}..{number(high, decimals, lang)}"


def open_index(mark: Mark) -> Fraction | None:
    """The index that a mark may still reach; None where it is certain, or there is none."""
    return mark.index_high if mark.high != mark.low else None
