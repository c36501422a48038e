"""The score sheet as data for machines: the JSON that docs/json.md describes."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from cchc_score.explain import origin_words, value_plain
from cchc_score.findings import Finding
from cchc_score.model import Criterion, Outcome
from cchc_score.pages.context import Context, indices_of
from cchc_score.points import plain, plain_ratio
from cchc_score.sheet import Mark

SCHEMA_VERSION = 1


def sheet_data(context: Context, rows: Sequence[int]) -> dict[str, Any]:
    """The units of some rows of a score sheet, in that order."""
    sheet = context.sheet
    areas = {code: indices_of(sheet, sheet.areas[code], sheet.area_ranks[code]) for code in sheet.areas}
    return {
        **basis_data(context),
        "communes": [_unit(context, row, areas) for row in rows],
        "findings": findings_data([one for one in context.findings if not one.place.unit], context),
    }


def basis_data(context: Context) -> dict[str, Any]:
    """What a result rests on: scheme, stage, program and plugins."""
    scheme = context.sheet.scheme
    return {
        "schema_version": SCHEMA_VERSION,
        "scheme": {
            "code": scheme.code,
            "title": scheme.title,
            "version": scheme.version,
            "decision": scheme.decision or None,
            "sha256": scheme.sha256,
        },
        **({"stage": context.stage} if context.stages else {}),
        "engine": context.engine,
        "plugins": [{"name": name, "version": version} for name, version in context.plugins],
    }


def findings_data(findings: Sequence[Finding], context: Context) -> list[dict[str, str]]:
    """Findings by code, with their place and message in words."""
    return [
        {
            "code": one.code,
            "severity": one.severity,
            "place": one.place.words(context.lang),
            "message": one.message(context.lang),
        }
        for one in findings
    ]


def _unit(context: Context, row: int, indices: Mapping[str, Sequence[str | None]]) -> dict[str, Any]:
    sheet = context.sheet
    unit, total = sheet.table.units[row], sheet.mark(row, sheet.total)
    areas = {
        area.code: {
            **points_data(sheet.mark(row, sheet.areas[area.code]), context.decimals),
            "index": _index(sheet.mark(row, sheet.areas[area.code]), indices[area.code][row]),
            "rank": int(sheet.area_ranks[area.code][row]) or None,
        }
        for area in sheet.scheme.areas
    }
    return {
        "code": unit.code,
        "name": unit.name,
        "kind": unit.kind,
        "outcome": total.outcome.name,
        **points_data(total, context.decimals),
        "index": _index(total, context.indices[row]),
        "index_high": _index_high(total, context.decimals),
        "rank": int(sheet.ranks[row]) or None,
        "class": sheet.class_name(row),
        "areas": areas,
        "criteria": [_criterion(context, row, one) for one in sheet.scheme.criteria.values()],
        "findings": findings_data([one for one in context.findings if one.place.unit == unit.label], context),
    }


def _criterion(context: Context, row: int, criterion: Criterion) -> dict[str, Any]:
    mark = context.sheet.mark(row, context.sheet.criteria[criterion.number])
    return {
        "number": criterion.number,
        **points_data(mark, context.decimals),
        "outcome": mark.outcome.name,
        **({"by_hand": (row, criterion.number) in context.sheet.by_hand} if context.stages else {}),
        "facts": [fact_data(context, row, code) for code in context.facts[criterion.number]],
    }


def fact_data(context: Context, row: int, code: str) -> dict[str, Any]:
    """A figure of a unit with where it stands."""
    table = context.sheet.table
    known = table.known(row, code)
    origin = table.origins.get((row, code))
    return {
        "indicator": code,
        "value": value_plain(table.value(row, code)) if known else None,
        "source": origin_words(table, row, code, context.lang) or None,
        "row": (origin.row if origin else "") or None,
        "remark": (origin.remark if origin else "") or None,
        "in_doubt": (row, code) in table.doubts,
    }


def points_data(mark: Mark, decimals: int) -> dict[str, Any]:
    """Points and reachable points; of what is missing or pending `points` is certain, and `points_high` the most."""
    return {
        "points": number_data(mark.low, decimals) if mark.outcome != Outcome.NOT_APPLICABLE else None,
        "points_high": number_data(mark.high, decimals) if mark.high != mark.low else None,
        "reachable": number_data(mark.reachable, decimals),
    }


def number_data(value: Fraction, decimals: int) -> dict[str, str]:
    """A number as it is printed, and exactly."""
    return {"printed": plain(value, decimals), "exact": plain(value)}


def _index_high(mark: Mark, decimals: int) -> dict[str, str] | None:
    if mark.index_high is None or mark.high == mark.low:
        return None
    return {"printed": plain(mark.index_high, decimals), "exact": plain_ratio(mark.high, mark.reachable)}


def _index(mark: Mark, printed: str | None) -> dict[str, str] | None:
    if mark.index is None or printed is None:
        return None
    return {"printed": printed, "exact": plain_ratio(mark.low, mark.reachable)}
