"""Golden cases: facts and the points that they must give, written by an evaluator beside the scheme."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from cchc_score.borders import Border, Line, unknown_word, validated
from cchc_score.engine import score
from cchc_score.errors import ReportError, SchemeError
from cchc_score.facts import table
from cchc_score.findings import Finding, Words
from cchc_score.intake.records import fact_value
from cchc_score.intake.values import Unreadable, unreadable_args
from cchc_score.methods import Method, Number
from cchc_score.model import Outcome, Scheme, Unit, Value
from cchc_score.text import Lang, brief, number
from cchc_score.toml_file import TomlFile, read_toml

SUFFIX = ".cases.toml"


class CaseTable(Border):
    """One `[[case]]`."""

    criterion: Line
    facts: dict[str, Any]
    peers: list[dict[str, Any]] = []
    points: Number | None = None
    reachable: Number | None = None
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
    """The golden cases of a scheme; a SchemeError tells all faults of the file."""
    try:
        file = read_toml(data, name)
    except ReportError as error:
        raise SchemeError(error.findings) from None
    findings: list[Finding] = []
    top = validated(CasesFile, dict(file.data), file, (), findings)
    cases = [
        _case(raw, ("case", str(place)), file, scheme, findings) for place, raw in enumerate(top.case if top else [])
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
    return Case(read.criterion, facts, peers, read.points, read.reachable, outcome, file.line(path))


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
    """The cases that the scheme does not give, each with what it gives instead."""
    found = []
    for case in cases:
        got, wanted = _result(case, scheme, methods)
        if got != wanted:
            place = TomlFile(name, {}, {(): case.line}, "").place((), criterion=case.criterion)
            if isinstance(got, Fraction) and isinstance(wanted, Fraction):
                found.append(Finding("case-points", place, {"got": got, "wanted": wanted}))
            else:
                found.append(Finding("case-differs", place, {"got": _said(got), "wanted": _said(wanted)}))
    return tuple(found)


def _result(case: Case, scheme: Scheme, methods: Mapping[str, Method]) -> tuple[Result, Result]:
    """What the scheme gives and what the case wants: points, or points with outcome and maximum."""
    rows = (case.facts, *case.peers)
    facts = {(row, code): value for row, known in enumerate(rows) for code, value in known.items()}
    units = [Unit(str(row), str(row)) for row in range(len(rows))]
    sheet = score(scheme, methods, table(units, scheme.indicators, facts))
    mark = sheet.mark(0, sheet.criteria[case.criterion])
    wanted = mark.low if case.points is None else case.points
    if mark.outcome == case.outcome == Outcome.SCORED and case.reachable in (None, mark.reachable):
        return mark.low, wanted
    reachable = mark.reachable if case.reachable is None else case.reachable
    return (mark.outcome, mark.low, mark.reachable), (case.outcome, wanted, reachable)


_NAMES = {
    Outcome.SCORED: Words("được chấm", "scored"),
    Outcome.NOT_APPLICABLE: Words("không áp dụng", "not applicable"),
    Outcome.MISSING: Words("thiếu số liệu", "missing"),
    Outcome.PENDING: Words("chờ kết quả", "pending"),
    Outcome.FAILED: Words("phương pháp lỗi", "failed"),
}


def _said(result: Result) -> Words:
    """A result as people read it: outcome, points of a maximum."""
    if isinstance(result, Fraction):
        return Words(number(result, None, "vi"), number(result, None, "en"))
    outcome, points, reachable = result

    def said(lang: Lang) -> str:
        name = _NAMES[outcome].vi if lang == "vi" else _NAMES[outcome].en
        return f"{name} {number(points, None, lang)}/{number(reachable, None, lang)}"

    return Words(said("vi"), said("en"))
