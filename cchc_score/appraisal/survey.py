"""What a survey (điều tra xã hội học) adds: its figures, or, where none is held, the criteria that fall away."""

from collections.abc import Mapping
from dataclasses import replace

from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.facts import Origin, Table, corrected
from cchc_score.findings import Finding, Words
from cchc_score.methods import Method
from cchc_score.model import Scheme, Value
from cchc_score.rule_words import used, value_words


def survey_leaves(scheme: Scheme, methods: Mapping[str, Method]) -> tuple[str, ...]:
    """The leaves that rest on a survey."""
    asked = {code for code, indicator in scheme.indicators.items() if indicator.source == "survey"}
    return tuple(leaf.number for leaf in scheme.leaves if leaf.held and asked & set(used(scheme, leaf, methods)))


def surveyed_facts(scheme: Scheme, methods: Mapping[str, Method]) -> Mapping[str, tuple[str, ...]]:
    """The facts of a survey on which each leaf rests that rests on any."""
    return {
        number: tuple(
            code
            for code in used(scheme, scheme.criteria[number], methods)
            if scheme.indicators[code].source == "survey"
        )
        for number in survey_leaves(scheme, methods)
    }


def without_survey(scheme: Scheme, methods: Mapping[str, Method], reason: str) -> tuple[Scheme, tuple[Finding, ...]]:
    """The scheme of a year in which no survey is held: the rest stands on its own maximum."""
    numbers = survey_leaves(scheme, methods)
    if not numbers:
        return scheme, ()
    criteria = {
        number: replace(criterion, held=False, reason=reason) if number in numbers else criterion
        for number, criterion in scheme.criteria.items()
    }
    finding = Finding("survey-not-held", args={"reason": reason, "criteria": numbers})
    return replace(scheme, criteria=criteria), (finding,)


def with_survey(
    scheme: Scheme, table: Table, survey: Table, corrections: Mapping[tuple[int, str], Entry]
) -> tuple[Table, tuple[Finding, ...]]:
    """The facts of a year and those of its survey, which count where a report or an entry tells another figure.

    `corrections` are the entries that set facts of the table, by the unit's row and the indicator.
    """
    changes: dict[tuple[int, str], tuple[bool, Value]] = {}
    origins: dict[tuple[int, str], Origin] = {}
    findings: list[Finding] = []
    for code, column in survey.columns.items():
        for row in (row for row, known in enumerate(column.known) if known):
            place = survey.origins[row, code].place(survey.units[row].label)
            if scheme.indicators[code].source != "survey":
                findings.append(Finding("survey-indicator", place, {"fact": scheme.indicators[code].words}))
                continue
            value = survey.value(row, code)
            # Only a difference is told: that a report foretells the survey's own figure is no contradiction.
            if table.known(row, code) and table.value(row, code) != value:
                args = {"told": _words(scheme, code, table.value(row, code)), "value": _words(scheme, code, value)}
                entry = corrections.get((row, code))
                about = entry.origin.place(survey.units[row].label) if entry else place
                kind, more = ("survey-entry", {"id": entry.id}) if entry else ("survey-differs", {})
                findings.append(Finding(kind, about, {**args, **more}))
            # Where both tell one figure the survey is still named as its source.
            changes[row, code], origins[row, code] = (True, value), survey.origins[row, code]
    return corrected(table, scheme.indicators, changes, origins), tuple(findings)


def _words(scheme: Scheme, code: str, value: Value) -> Words:
    return Words(*(value_words(scheme.indicators[code], value, lang) for lang in ("vi", "en")))
