"""The reasons of a unit's points as data for machines: the JSON that docs/json.md describes."""

from collections.abc import Sequence
from typing import Any

from cchc_score.appraisal.council import state_words
from cchc_score.appraisal.nouns import Claim, Entry, Evidence, Explanation
from cchc_score.explain import rule_words, value_plain
from cchc_score.pages.context import Context
from cchc_score.pages.data import basis_data, fact_data, findings_data, points_data
from cchc_score.pages.rank import index
from cchc_score.points import plain
from cchc_score.reasons.full_marks import Change
from cchc_score.reasons.why import Reasons, Why
from cchc_score.reasons.working import (
    area_working,
    index_working,
    leaf_working,
    parent_working,
    rounding_words,
    total_working,
)


def why_data(context: Context, row: int, shown: Sequence[Why], reasons: Reasons) -> dict[str, Any]:
    """A unit with its sums from the index down, and the criteria that are explained."""
    sheet, lang = context.sheet, context.lang
    unit, total = sheet.table.units[row], sheet.mark(row, sheet.total)
    return {
        **basis_data(context),
        "unit": {
            "code": unit.code,
            "name": unit.name,
            "rank": int(sheet.ranks[row]) or None,
            "class": sheet.class_name(row),
            "index": {
                "printed": index(context, sheet.total, row, context.indices[row]),
                "working": index_working(sheet, row, lang),
            },
            "total": {**points_data(total, context.decimals), "working": total_working(sheet, row, lang)},
            "areas": [
                {
                    "code": area.code,
                    **points_data(sheet.mark(row, sheet.areas[area.code]), context.decimals),
                    "working": area_working(sheet, row, area, lang),
                }
                for area in sheet.scheme.areas
            ],
        },
        "criteria": [_criterion(context, why, reasons) for why in shown],
        "findings": findings_data([one for one in context.findings if one.place.unit == unit.label], context),
    }


def _criterion(context: Context, why: Why, reasons: Reasons) -> dict[str, Any]:
    criterion, scheme, lang = why.criterion, context.sheet.scheme, context.lang
    if criterion.parts:
        working = parent_working(context.sheet, why.row, criterion, lang)
    else:
        working = "" if why.exact is None else leaf_working(reasons.leaf(criterion.number), why.row, why.exact, lang)
    return {
        "number": criterion.number,
        "title": criterion.title,
        "reference": criterion.reference or None,
        "rule": rule_words(scheme, criterion, context.methods, lang),
        "outcome": why.mark.outcome.name,
        **points_data(why.mark, context.decimals),
        "by_hand": why.by_hand,
        "computed": None if why.exact is None else plain(why.exact),
        "working": working or None,
        "rounding": ("" if why.exact is None else rounding_words(context.sheet, why.exact, lang)) or None,
        "full_points": [_change(one) for one in why.full],
        "best": [context.sheet.table.units[row].code for row in why.best],
        "facts": [
            {**fact_data(context, why.row, code), "printed": _printed(context, why.row, code)}
            for code in context.facts[criterion.number]
        ],
        "claim": _claim(why.claim) if why.claim else None,
        "entries": [_entry(context, entry, ended) for entry, ended in why.entries],
        "explanations": [_explanation(one) for one in why.explanations],
    }


def _printed(context: Context, row: int, code: str) -> str | None:
    origin = context.sheet.table.origins.get((row, code))
    return (origin.printed if origin else "") or None


def _change(change: Change) -> dict[str, Any]:
    return {
        "indicators": list(change.fact.codes),
        "how": change.kind,
        "limit": None if change.limit is None else value_plain(change.limit),
        "answers": list(change.answers),
    }


def _evidence(evidence: Sequence[Evidence]) -> list[dict[str, Any]]:
    return [
        {
            "document": one.document or None,
            "date": one.day.isoformat() if one.day else None,
            "file": one.file or None,
            "address": one.address or None,
        }
        for one in evidence
    ]


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "points": plain(claim.mark.points),
        "outcome": claim.mark.outcome.name,
        "evidence": _evidence(claim.evidence),
        "explanation": claim.explanation or None,
        "by": claim.by or None,
        "on": claim.on.isoformat() if claim.on else None,
        "source": claim.origin.place().words(),
    }


def _entry(context: Context, entry: Entry, ended: str) -> dict[str, Any]:
    scheme, lang = context.sheet.scheme, context.lang
    return {
        "id": entry.id,
        "round": entry.round,
        "criterion": entry.criterion or None,
        "indicator": entry.indicator or None,
        "old": state_words(scheme, entry, entry.old, lang),
        "new": state_words(scheme, entry, entry.new, lang),
        "reason": entry.reason,
        "evidence": _evidence(entry.evidence),
        "by": entry.by,
        "on": entry.on.isoformat(),
        "supersedes": entry.supersedes or None,
        "ending": ended,
        "source": entry.origin.place().words(),
    }


def _explanation(one: Explanation) -> dict[str, Any]:
    return {
        "entry": one.entry,
        "text": one.text,
        "evidence": _evidence(one.evidence),
        "by": one.by,
        "on": one.on.isoformat(),
        "source": one.origin.place().words(),
    }
