"""The score sheet of units: total, areas and criteria of each with their marks, ranks and findings; and its JSON."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cchc_score.appraisal.appraisal_model import Entry, TakenOut
from cchc_score.explain.missed_class import MissedClass, missed_class
from cchc_score.findings import Finding
from cchc_score.formats import Entries, whole_data
from cchc_score.model import Criterion, Scheme, Unit
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
from cchc_score.rule_words import unheld, with_parts
from cchc_score.sheet import Mark
from cchc_score.text import Lang


@dataclass(frozen=True, slots=True)
class Standing:
    """What a unit has in total or in an area: its mark, its index as printed for machines, its rank (None: none)."""

    mark: Mark
    index: str | None
    rank: int | None


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """What a unit has of a criterion, whether people set it, and the codes of the indicators that decide it.

    `taken_out` is the decision that it does not count.
    """

    criterion: Criterion
    mark: Mark
    by_hand: bool
    facts: tuple[str, ...]
    taken_out: TakenOut | None = None


@dataclass(frozen=True, slots=True)
class UnitSheet:
    """The sheet of one unit; `findings` are those about it, `areas` are by code, `criteria` as in the scheme.

    `left_out` are the entries of the appraisal that do not count, `missed` the class of its index that it has not.
    """

    scored: ScoredStage
    row: int
    unit: Unit
    total: Standing
    class_name: str | None
    areas: Mapping[str, Standing]
    criteria: tuple[CriterionLine, ...]
    findings: tuple[Finding, ...]
    left_out: tuple[Entry, ...] = ()
    missed: MissedClass | None = None


@dataclass(frozen=True, slots=True)
class UnitSheets:
    """The score sheets of some rows, in that order.

    Each sheet is made when it is asked for: those of a nation all at once would fill the memory.
    """

    scored: ScoredStage
    rows: tuple[int, ...]

    def __iter__(self) -> Iterator[UnitSheet]:
        """The sheets, one by one."""
        return unit_sheets(self.scored, self.rows)


def unit_sheet(scored: ScoredStage, row: int) -> UnitSheet:
    """The sheet of the unit in a row."""
    return next(unit_sheets(scored, (row,)))


def unit_sheets(scored: ScoredStage, rows: Sequence[int]) -> Iterator[UnitSheet]:
    """The sheets of the units in some rows, one by one."""
    sheet = scored.sheet
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in scored.findings:
        findings[finding.place.unit].append(finding)
    # Once for all units, because the property makes it anew each time.
    taken_out, left_out = scored.taken_out, scored.left_out
    for row in rows:
        unit = sheet.table.units[row]
        yield UnitSheet(
            scored=scored,
            row=row,
            unit=unit,
            # `int`, for a rank may be a number of NumPy, which JSON does not take; a rank of 0 is none.
            total=Standing(sheet.mark(row, sheet.total), scored.indices[row], int(sheet.ranks[row]) or None),
            class_name=sheet.class_name(row),
            areas={code: _area_standing(scored, row, code, scored.area_indices[code][row]) for code in sheet.areas},
            criteria=tuple(
                _criterion_line(scored, row, criterion, taken_out.get((row, criterion.number)))
                for criterion in sheet.scheme.criteria.values()
            ),
            # By `get`, for asking a defaultdict for a key puts it there.
            findings=tuple(findings.get(unit.label, ())),
            left_out=tuple(left_out.get(row, ())),
            missed=missed_class(sheet, row),
        )


def _area_standing(scored: ScoredStage, row: int, code: str, index: str | None) -> Standing:
    sheet = scored.sheet
    return Standing(sheet.mark(row, sheet.areas[code]), index, int(sheet.area_ranks[code][row]) or None)


def _criterion_line(scored: ScoredStage, row: int, criterion: Criterion, taken_out: TakenOut | None) -> CriterionLine:
    sheet, number = scored.sheet, criterion.number
    return CriterionLine(
        criterion=criterion,
        mark=sheet.mark(row, sheet.criteria[number]),
        by_hand=(row, number) in sheet.by_hand,
        facts=scored.facts[number],
        taken_out=taken_out,
    )


def sheets_data(scored: ScoredStage, rows: Sequence[int], lang: Lang) -> dict[str, Any]:
    """The units of some rows of a score sheet, in that order."""
    return whole_data(sheets_entries(scored, rows, lang))


def sheets_entries(scored: ScoredStage, rows: Sequence[int], lang: Lang) -> dict[str, Any]:
    """The same, the data of each unit made when it is asked for."""
    return {
        **basis_data(scored),
        "not_held": _not_held_data(scored.sheet.scheme),
        "indicators": {code: _indicator_data(scored, code) for code in _asked(scored)},
        "communes": Entries(lambda: (unit_data(unit, lang) for unit in unit_sheets(scored, rows))),
        # Those about a unit stand with the unit.
        "findings": findings_data((finding for finding in scored.findings if not finding.place.unit), lang),
    }


def _not_held_data(scheme: Scheme) -> dict[str, str]:
    """Why a criterion is not held this year, by its number: the scheme says so, or the year has no survey."""
    reasons = {number: unheld(scheme, criterion) for number, criterion in scheme.criteria.items()}
    return {number: reason for number, reason in reasons.items() if reason is not None}


def _asked(scored: ScoredStage) -> tuple[str, ...]:
    """The indicators that decide anything, each once."""
    codes = [code for criterion in scored.facts.values() for code in criterion]
    return tuple(dict.fromkeys((*codes, *_class_facts(scored))))


def _class_facts(scored: ScoredStage) -> tuple[str, ...]:
    """The indicators whose answers decide from which index a class is given."""
    limits = (limit.by_answer for limit in scored.sheet.scheme.classes)
    codes = [code for limit in limits if limit is not None for code in limit.fact.codes]
    return with_parts(dict.fromkeys(codes), scored.sheet.scheme.indicators)


def _indicator_data(scored: ScoredStage, code: str) -> dict[str, Any]:
    indicator = scored.sheet.scheme.indicators[code]
    return {
        "name": indicator.name,
        "kind": indicator.kind,
        "decimals": indicator.decimals,
        "source": indicator.source,
        "part_of": indicator.part_of,
    }


def unit_data(sheet: UnitSheet, lang: Lang) -> dict[str, Any]:
    """One unit with its areas, criteria and findings."""
    scored, total, unit = sheet.scored, sheet.total, sheet.unit
    return {
        "code": unit.code,
        "name": unit.name,
        "kind": unit.kind,
        # What decides between equal indices where the scheme leaves it to the list.
        "position": sheet.row + 1,
        # One that has no rank for its figures is still a peer of the others; one that is not ranked is none.
        "ranked": unit.ranked,
        "outcome": total.mark.outcome.name,
        **points_data(total.mark, scored.decimals_at("total", sheet.row)),
        "index": index_data(total.mark, total.index),
        "index_high": index_high_data(total.mark, scored.sheet.scheme.index_decimals),
        "rank": total.rank,
        "class": sheet.class_name,
        **class_missed_data(scored, sheet.missed),
        # Only in a year in which there is an appraisal.
        **({"entries_left_out": [_entry_data(entry) for entry in sheet.left_out]} if scored.stages else {}),
        **({"class_facts": _facts_data(sheet, lang)} if _class_facts(scored) else {}),
        "areas": {area.code: _area_data(sheet, area.code) for area in scored.sheet.scheme.areas},
        "criteria": [_criterion_data(sheet, line, lang) for line in sheet.criteria],
        "findings": findings_data(sheet.findings, lang),
    }


def _facts_data(sheet: UnitSheet, lang: Lang) -> list[dict[str, Any]]:
    return [fact_data(sheet.scored, sheet.row, code, lang) for code in _class_facts(sheet.scored)]


def _entry_data(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "round": entry.round,
        "criterion": entry.criterion or None,
        "indicator": entry.indicator or None,
    }


def _area_data(sheet: UnitSheet, code: str) -> dict[str, Any]:
    area, decimals = sheet.areas[code], sheet.scored.decimals_at(code)
    return {**points_data(area.mark, decimals), "index": index_data(area.mark, area.index), "rank": area.rank}


def _criterion_data(sheet: UnitSheet, line: CriterionLine, lang: Lang) -> dict[str, Any]:
    scored = sheet.scored
    return {
        "number": line.criterion.number,
        **points_data(line.mark, scored.decimals_at(line.criterion.number)),
        "outcome": line.mark.outcome.name,
        # A year of reports alone has neither, and its JSON is spared two keys a criterion.
        **({"by_hand": line.by_hand, "taken_out": taken_out_data(line.taken_out)} if scored.stages else {}),
        "facts": [fact_data(scored, sheet.row, code, lang) for code in line.facts],
    }
