"""Golden cases: facts and the points that they must give, written by an evaluator beside the scheme."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema

from cchc_score.catalogue.labels import CASE_OUTCOMES
from cchc_score.engine import score
from cchc_score.errors import ReportError, SchemeError
from cchc_score.facts import table
from cchc_score.files.toml_file import TomlFile, read_toml
from cchc_score.findings import Finding, Words
from cchc_score.intake.printed_values import Unreadable, unreadable_args
from cchc_score.intake.toml_reports import fact_value
from cchc_score.methods import Method, exact
from cchc_score.model import Outcome, Scheme, Unit, Value
from cchc_score.sheet import ScoreSheet
from cchc_score.text import Lang, brief, number, pick
from cchc_score.validation import Border, Line, unknown_word, validated

SUFFIX = ".cases.toml"


_FRACTION = re.compile(r"([0-9]{1,15})/([1-9][0-9]{0,14})")


def _expected(raw: object) -> Fraction:
    """Expected points: a number, or in quotation marks a fraction, as a scheme that does not round gives them."""
    if not isinstance(raw, str):
        value = exact(raw)
        if value < 0:
            raise ValueError("negative")
        return value
    found = _FRACTION.fullmatch(raw)
    if found is None:
        raise ValueError("case-fraction")
    return Fraction(int(found[1]), int(found[2]))


Expected = Annotated[
    Fraction,
    BeforeValidator(_expected),
    WithJsonSchema(
        {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": f"^{_FRACTION.pattern}$"}]}
    ),
]


class CaseTable(Border):
    """One `[[case]]`."""

    criterion: Line
    facts: dict[str, Any]
    peers: list[dict[str, Any]] = []
    points: Expected | None = None
    reachable: Expected | None = None
    outcome: Literal["SCORED", "NOT_APPLICABLE", "MISSING", "PENDING"] | None = None
    why: Line = ""


class CasesFile(Border):
    """The file's top level."""

    case: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Case:
    """One golden case, checked: the facts of the unit and of its peers, and what they must give."""

    criterion: str
    facts: Mapping[str, Value]
    peers: tuple[Mapping[str, Value], ...]
    points: Fraction | None
    reachable: Fraction | None
    outcome: Outcome
    line: int


Result = Fraction | tuple[Outcome, Fraction, Fraction]
"""Points alone, or an outcome with points and maximum."""


def read_cases(data: bytes, name: str, scheme: Scheme) -> tuple[Case, ...]:
    """The golden cases of a scheme; a SchemeError holds all faults of the file."""
    try:
        file = read_toml(data, name)
    except ReportError as error:
        raise SchemeError(error.findings) from None
    findings: list[Finding] = []
    top = validated(CasesFile, dict(file.data), file, (), findings)
    cases = [
        _case(raw, ("case", str(position)), file, scheme, findings)
        for position, raw in enumerate(top.case if top else [])
    ]
    if findings:
        raise SchemeError(findings)
    return tuple(case for case in cases if case is not None)


def _case(
    raw: dict[str, Any], path: tuple[str, str], file: TomlFile, scheme: Scheme, findings: list[Finding]
) -> Case | None:
    at = str(raw.get("criterion", ""))
    read = validated(CaseTable, raw, file, path, findings, criterion=at)
    if read is None:
        return None
    if read.criterion not in scheme.criteria:
        findings.append(Finding("case-criterion", file.place(path), {"number": read.criterion}))
    if read.points is None and read.outcome is None:
        findings.append(Finding("case-expectation", file.place(path, criterion=at)))
    facts = _facts(read.facts, (*path, "facts"), file, scheme, findings, at)
    peers = tuple(_facts(peer, (*path, "peers"), file, scheme, findings, at) for peer in read.peers)
    outcome = Outcome[read.outcome] if read.outcome else Outcome.SCORED
    return Case(
        criterion=read.criterion,
        facts=facts,
        peers=peers,
        points=read.points,
        reachable=read.reachable,
        outcome=outcome,
        line=file.line(path),
    )


def _facts(
    raw: Mapping[str, Any],
    path: tuple[str, ...],
    file: TomlFile,
    scheme: Scheme,
    findings: list[Finding],
    at: str,
) -> dict[str, Value]:
    facts: dict[str, Value] = {}
    for code, value in raw.items():
        if code not in scheme.indicators:
            findings.append(unknown_word("fact-unknown", file, path, code, scheme.indicators, criterion=at))
            continue
        try:
            facts[code] = fact_value(scheme.indicators[code], value)
        except Unreadable as fault:
            args = unreadable_args(scheme.indicators[code], brief(value))
            findings.append(Finding(fault.code, file.place(path, criterion=at), args))
    return facts


def failures(cases: Sequence[Case], name: str, scheme: Scheme, methods: Mapping[str, Method]) -> tuple[Finding, ...]:
    """A finding for each case whose expectation the scheme does not meet, with what it gives instead."""
    found = []
    for case, (got, wanted) in zip(cases, _results(cases, scheme, methods), strict=True):
        if got != wanted:
            place = TomlFile(name, {}, {(): case.line}, "").place((), criterion=case.criterion)
            if isinstance(got, Fraction) and isinstance(wanted, Fraction):
                found.append(Finding("case-points", place, {"got": got, "wanted": wanted}))
            else:
                found.append(
                    Finding("case-differs", place, {"got": _result_words(got), "wanted": _result_words(wanted)})
                )
    return tuple(found)


def _results(cases: Sequence[Case], scheme: Scheme, methods: Mapping[str, Method]) -> Iterator[tuple[Result, Result]]:
    """What the scheme gives for each case and what the case wants."""
    apart = any(methods[one.method].peers for one in scheme.criteria.values() if one.method)
    if apart or any(case.peers for case in cases):
        # Each in a table of its own: its peers are those that it names, and nobody else.
        for case in cases:
            yield _result(case, _sheet((case.facts, *case.peers), scheme, methods), 0)
    elif cases:
        # Nobody's points hang on anybody else's, so that all can be scored at once, which is far faster.
        sheet = _sheet([case.facts for case in cases], scheme, methods)
        for row, case in enumerate(cases):
            yield _result(case, sheet, row)


def _sheet(rows: Sequence[Mapping[str, Value]], scheme: Scheme, methods: Mapping[str, Method]) -> ScoreSheet:
    facts = {(row, code): value for row, known in enumerate(rows) for code, value in known.items()}
    units = [Unit(str(row), str(row)) for row in range(len(rows))]
    return score(scheme, methods, table(units, scheme.indicators, facts))


def _result(case: Case, sheet: ScoreSheet, row: int) -> tuple[Result, Result]:
    """What a row of a sheet gives for a case and what the case wants: points, or points with outcome and maximum."""
    mark = sheet.mark(row, sheet.criteria[case.criterion])
    wanted = mark.low if case.points is None else case.points
    # Where only the points can differ, only the points are told.
    if mark.outcome == case.outcome == Outcome.SCORED and case.reachable in (None, mark.reachable):
        return mark.low, wanted
    reachable = mark.reachable if case.reachable is None else case.reachable
    return (mark.outcome, mark.low, mark.reachable), (case.outcome, wanted, reachable)


def _result_words(result: Result) -> Words:
    """A result as people read it: outcome, points of a maximum."""
    if isinstance(result, Fraction):
        return Words(number(result, None, "vi"), number(result, None, "en"))
    outcome, points, reachable = result

    def words(lang: Lang) -> str:
        return (
            f"{pick(lang, *CASE_OUTCOMES[outcome.name])} {number(points, None, lang)}/{number(reachable, None, lang)}"
        )

    return Words(words("vi"), words("en"))
