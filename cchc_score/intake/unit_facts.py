"""The facts of one unit, out of all reports about it: where they agree, and what is doubtful about them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from cchc_score.findings import Finding, Place, Words
from cchc_score.intake.doubts import Doubt, Figures, contradictions, header_doubts, prose_doubts
from cchc_score.intake.reports import Report, ReportedFact
from cchc_score.model import Form, Indicator, Unit, Value


def repeated_reports(reports: Sequence[Report], unit: Unit) -> Iterator[Finding]:
    """Whole reports of one unit beside another: somebody sent it twice, or in two versions."""
    whole = [report.place for report in reports if report.whole]
    for place in whole[1:]:
        args = {"other": Words(whole[0].words("vi"), whole[0].words("en"))}
        yield Finding("unit-twice", replace(place, unit=unit.label), args)


def own_reports(
    reports: Sequence[Report],
    unit: Unit,
    indicators: Mapping[str, Indicator],
    files: frozenset[str],
    findings: list[Finding],
) -> list[Report]:
    """The reports of a unit without what it cannot say of itself: the figures of a survey or an appraiser.

    `files` tell of several units, so that they are nobody's own; `findings` gets what is left out.
    """
    foreign = {id(report): _not_own(report, indicators) for report in reports if report.place.file not in files}
    if not any(foreign.values()):
        return list(reports)
    said = {(fact.code, fact.value) for report in reports if report.place.file in files for fact in report.facts}
    for fact in (fact for facts in foreign.values() for fact in facts):
        # What somebody else says too has been seen by the unit, and is no claim of its own.
        if (fact.code, fact.value) not in said:
            code = "fact-of-survey" if indicators[fact.code].source == "survey" else "fact-of-appraiser"
            findings.append(Finding(code, fact.place(unit.label), {"fact": indicators[fact.code].words}))
    return [_without(report, foreign.get(id(report), ())) for report in reports]


def _not_own(report: Report, indicators: Mapping[str, Indicator]) -> tuple[ReportedFact, ...]:
    return tuple(fact for fact in report.facts if indicators[fact.code].source != "report")


def _without(report: Report, facts: Sequence[ReportedFact]) -> Report:
    if not facts:
        return report
    left_out = {fact.code for fact in facts}
    return replace(report, facts=tuple(fact for fact in report.facts if fact.code not in left_out))


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """The facts of one unit by indicator, why some of them are in doubt, and what was found on the way."""

    facts: Mapping[str, ReportedFact]
    reasons: Mapping[str, tuple[Finding, ...]]
    findings: tuple[Finding, ...]


def unit_figures(
    reports: Sequence[Report],
    unit: Unit,
    form: Form | None,
    indicators: Mapping[str, Indicator],
    days: tuple[date, date],
) -> UnitFigures:
    """What the reports of a unit say together."""
    findings: list[Finding] = []
    reasons: dict[str, tuple[Finding, ...]] = {}
    if not reports:
        findings.append(Finding("unit-without-report", Place(unit=unit.label), {"code": unit.code}))
    findings += repeated_reports(reports, unit)
    facts = agreed_facts(reports, unit, indicators, findings)
    # Somebody has asked about a confirmed fact: it stays out of doubt, and what only concerns such facts is settled.
    open_codes = {code for code, fact in facts.items() if not fact.confirmed}
    for codes, finding in unit_doubts(reports, unit, facts, form, indicators, days):
        if codes and all(code in facts and code not in open_codes for code in codes):
            continue
        findings.append(finding)
        for code in codes & open_codes:
            reasons[code] = (*reasons.get(code, ()), finding)
    for code, fact in facts.items():
        # What can be seen again in the figures is told anew already; told here is what only the document showed.
        if fact.doubt and code in open_codes and code not in reasons:
            args = {"fact": indicators[code].words, "doubt": fact.doubt}
            findings.append(Finding("fact-in-doubt", fact.place(unit.label), args))
            reasons[code] = (findings[-1],)
    return UnitFigures(facts, reasons, tuple(findings))


def agreed_facts(
    reports: Sequence[Report], unit: Unit, indicators: Mapping[str, Indicator], findings: list[Finding]
) -> dict[str, ReportedFact]:
    """The facts of one unit; where reports give different values there is none, and `findings` gets the conflict.

    Beside another report a draft only says whether it agrees.
    """
    versions: dict[str, list[ReportedFact]] = defaultdict(list)
    for report in reports:
        for fact in report.facts:
            versions[fact.code].append(fact)
    agreed = {}
    for code, every in sorted(versions.items()):
        sure = [fact for fact in every if not fact.origin.draft]
        facts = sure or every
        if sure:
            findings += _draft_differs(every, sure, unit, indicators[code])
        # Equal values in two documents are one fact; other values are none, for nobody can tell which is right.
        if len(facts) == 1 or len({fact.value for fact in facts}) == 1:
            # A confirmed fact takes its doubts with it, wherever else the same value stands.
            agreed[code] = min(facts, key=lambda fact: (not fact.confirmed, fact.origin.file, fact.origin.line))
            continue
        args = {"fact": indicators[code].words, "values": [_version(fact) for fact in facts]}
        findings.append(Finding("fact-conflict", facts[0].place(unit.label), args))
    return agreed


def _draft_differs(
    every: Sequence[ReportedFact], sure: Sequence[ReportedFact], unit: Unit, indicator: Indicator
) -> Iterator[Finding]:
    """The drafts that say something else than all other reports do."""
    for fact in every:
        if fact.origin.draft and fact.value not in {other.value for other in sure}:
            args = {"fact": indicator.words, "values": [_version(fact), _version(sure[0])]}
            yield Finding("draft-differs", fact.place(unit.label), args)


def unit_doubts(
    reports: Sequence[Report],
    unit: Unit,
    facts: Mapping[str, ReportedFact],
    form: Form | None,
    indicators: Mapping[str, Indicator],
    days: tuple[date, date] | None = None,
) -> Iterator[Doubt]:
    """What contradicts the facts of a unit: each other, the prose of its reports, and their header rows."""
    figures = Figures(unit.label, facts, indicators, days)
    # These hold for the figures, whichever documents gave them; what follows is about each document.
    yield from contradictions(figures)
    for report in reports:
        for code, finding in report.doubts:
            # Where reports disagree there is no fact that could be in doubt.
            if code in facts:
                yield frozenset({code}), replace(finding, place=replace(finding.place, unit=unit.label))
        yield from prose_doubts(report, figures)
    if form is not None:
        for report in reports:
            yield from header_doubts(report, figures, form)


def _version(fact: ReportedFact) -> Words:
    value = fact.origin.printed or _shown(fact.value)
    place = replace(fact.place(), row="")
    return Words(f"{value} ({place.words('vi')})", f"{value} ({place.words('en')})")


def _shown(value: Value) -> str:
    if isinstance(value, Fraction):
        return str(value)
    if value is None or isinstance(value, bool):
        return "có" if value else "không"
    return str(value)
