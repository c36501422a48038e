"""Why a unit has its points: the reasons of one criterion or of all, and their JSON."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cchc_score.appraisal.appraisal_model import Claim, Entry, Evidence, Explanation
from cchc_score.appraisal.entry_states import state_code
from cchc_score.appraisal.questions import AskedQuestion
from cchc_score.explain.full_marks import Change
from cchc_score.explain.missed_class import missed_class
from cchc_score.explain.why import Reasons, Why
from cchc_score.explain.working import (
    area_working,
    closed_words,
    index_working,
    leaf_working,
    parent_working,
    rounding_words,
    total_working,
)
from cchc_score.model import Unit
from cchc_score.points import plain
from cchc_score.results.result_json import (
    basis_data,
    class_missed_data,
    fact_data,
    findings_data,
    index_data,
    index_high_data,
    points_data,
    taken_out_data,
)
from cchc_score.results.scored import ScoredStage
from cchc_score.rule_words import rule_words, value_plain
from cchc_score.text import Lang


@dataclass(frozen=True, slots=True)
class UnitReasons:
    """Why the unit in a row has its index; `reasons` are those of the criterion asked for, or of all where it is ''.

    `source` prepares each rule once for all units: whoever explains several hands the same one on.
    """

    scored: ScoredStage
    row: int
    criterion: str
    reasons: tuple[Why, ...]
    source: Reasons

    @property
    def unit(self) -> Unit:
        """The unit that is explained."""
        return self.scored.sheet.table.units[self.row]


def unit_reasons(scored: ScoredStage, row: int, criterion: str = "", source: Reasons | None = None) -> UnitReasons:
    """The reasons of a unit's index and, with a criterion's number, of that criterion alone."""
    # Made anew only where nobody hands one on: it prepares the rules of the scheme.
    source = source or Reasons(scored.sheet, scored.methods, scored.stages, scored.stage)
    numbers = [criterion] if criterion else list(scored.sheet.scheme.criteria)
    return UnitReasons(scored, row, criterion, tuple(source.why(row, number) for number in numbers), source)


def working_words(result: UnitReasons, why: Why, lang: Lang) -> str:
    """How the exact points of a criterion come about; empty where no rule and no gate gave them."""
    if why.criterion.parts:
        return parent_working(result.scored.sheet, why.row, why.criterion, lang)
    leaf = result.source.leaf(why.criterion.number)
    if why.closed is not None:
        return closed_words(leaf, why.closed, why.row, lang)
    return "" if why.exact is None else leaf_working(leaf, why.row, why.exact, lang)


def reasons_data(result: UnitReasons, lang: Lang) -> dict[str, Any]:
    """A unit with its sums from the index down, and the criteria that are explained."""
    scored, unit = result.scored, result.unit
    # Findings name a unit by its label.
    own = (finding for finding in scored.findings if finding.place.unit == unit.label)
    return {
        **basis_data(scored),
        "unit": _unit_data(scored, result.row, lang),
        "criteria": [_criterion_data(result, why, lang) for why in result.reasons],
        "findings": findings_data(own, lang),
    }


def _unit_data(scored: ScoredStage, row: int, lang: Lang) -> dict[str, Any]:
    sheet = scored.sheet
    unit, total = sheet.table.units[row], sheet.mark(row, sheet.total)
    return {
        "code": unit.code,
        "name": unit.name,
        "rank": int(sheet.ranks[row]) or None,
        "class": sheet.class_name(row),
        **class_missed_data(scored, missed_class(sheet, row)),
        "index": _index_data(scored, row, lang),
        "index_high": index_high_data(total, sheet.scheme.index_decimals),
        "total": {**points_data(total, scored.decimals_at("total", row)), "working": total_working(sheet, row, lang)},
        "areas": [
            {
                "code": area.code,
                **points_data(sheet.mark(row, sheet.areas[area.code]), scored.decimals_at(area.code)),
                "working": area_working(sheet, row, area, lang),
            }
            for area in sheet.scheme.areas
        ],
    }


def _index_data(scored: ScoredStage, row: int, lang: Lang) -> dict[str, Any] | None:
    index = index_data(scored.sheet.mark(row, scored.sheet.total), scored.indices[row])
    return None if index is None else {**index, "working": index_working(scored.sheet, row, lang)}


def _criterion_data(result: UnitReasons, why: Why, lang: Lang) -> dict[str, Any]:
    scored, criterion = result.scored, why.criterion
    sheet = scored.sheet
    return {
        "number": criterion.number,
        "title": criterion.title,
        "reference": criterion.reference or None,
        "rule": rule_words(sheet.scheme, criterion, scored.methods, lang),
        "outcome": why.mark.outcome.name,
        **points_data(why.mark, scored.decimals_at(criterion.number)),
        "by_hand": why.by_hand,
        "taken_out": taken_out_data(why.taken_out),
        "computed": None if why.exact is None else plain(why.exact),
        "working": working_words(result, why, lang) or None,
        "rounding": ("" if why.exact is None else rounding_words(sheet, why.criterion, why.exact, lang)) or None,
        "full_points": [_change_data(change) for change in why.full],
        "best": [sheet.table.units[row].code for row in why.best],
        "facts": [
            {**fact_data(scored, why.row, code, lang), "printed": _printed(scored, why.row, code)}
            for code in scored.facts[criterion.number]
        ],
        "claim": _claim_data(why.claim, lang) if why.claim else None,
        "entries": [_entry_data(entry, ending, lang) for entry, ending in why.entries],
        "explanations": [_explanation_data(why, explanation, lang) for explanation in why.explanations],
        "questions": [_question_data(asked) for asked in why.questions],
    }


def _printed(scored: ScoredStage, row: int, code: str) -> str | None:
    origin = scored.sheet.table.origins.get((row, code))
    return (origin.printed if origin else "") or None


def _change_data(change: Change) -> dict[str, Any]:
    return {
        "indicators": list(change.fact.codes),
        "how": change.kind,
        "limit": None if change.limit is None else value_plain(change.limit),
        "answers": list(change.answers),
    }


def _evidence_data(evidence: Sequence[Evidence]) -> list[dict[str, Any]]:
    return [
        {
            "document": cited.document or None,
            "date": cited.day.isoformat() if cited.day else None,
            "file": cited.file or None,
            "address": cited.address or None,
        }
        for cited in evidence
    ]


def _claim_data(claim: Claim, lang: Lang) -> dict[str, Any]:
    return {
        "points": plain(claim.mark.points),
        "outcome": claim.mark.outcome.name,
        "evidence": _evidence_data(claim.evidence),
        "explanation": claim.explanation or None,
        "by": claim.by or None,
        "on": claim.on.isoformat() if claim.on else None,
        "source": "; ".join(filter(None, (claim.origin.place().words(lang), claim.origin.source_words(lang)))),
    }


def _entry_data(entry: Entry, ending: str, lang: Lang) -> dict[str, Any]:
    return {
        "id": entry.id,
        "round": entry.round,
        "criterion": entry.criterion or None,
        "indicator": entry.indicator or None,
        "old": state_code(entry.old, entry.criterion),
        "new": state_code(entry.new, entry.criterion),
        "reason": entry.reason,
        "evidence": _evidence_data(entry.evidence),
        "by": entry.by,
        "on": entry.on.isoformat(),
        "supersedes": entry.supersedes or None,
        "ending": ending,
        "source": entry.origin.place().words(lang),
    }


def _explanation_data(why: Why, explanation: Explanation, lang: Lang) -> dict[str, Any]:
    verdict = why.verdicts.get(explanation.entry)
    return {
        "entry": explanation.entry,
        "text": explanation.text,
        "evidence": _evidence_data(explanation.evidence),
        "by": explanation.by,
        "on": explanation.on.isoformat(),
        "source": explanation.origin.place().words(lang),
        "verdict": None
        if verdict is None
        else {"result": verdict.result, "reason": verdict.reason, "by": verdict.by, "on": verdict.on.isoformat()},
    }


def _question_data(asked: AskedQuestion) -> dict[str, Any]:
    question = asked.question
    return {
        "id": question.id,
        "round": question.round,
        "text": question.text,
        "by": question.by,
        "on": question.on.isoformat(),
        "answers": [
            {
                "text": answer.text,
                "evidence": _evidence_data(answer.evidence),
                "by": answer.by,
                "on": answer.on.isoformat(),
            }
            for answer in asked.answers
        ],
    }
