"""From the bytes of a scheme file to a `Scheme`, or to all its faults at once."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from cchc_score.borders import unknown_word, validated
from cchc_score.errors import ReportError, SchemeError
from cchc_score.findings import Finding
from cchc_score.methods import Method
from cchc_score.model import Context, Indicator, Ranking, Scheme
from cchc_score.schemes.areas import build_areas, check_above_100, check_total
from cchc_score.schemes.classes import read_classes
from cchc_score.schemes.criteria import read_criteria
from cchc_score.schemes.indicators import read_indicators
from cchc_score.schemes.leaves import Leaves
from cchc_score.schemes.points import check_steps
from cchc_score.schemes.tables import AreaTable, RankingTable, SchemeFile, SchemeTable
from cchc_score.toml_file import TomlFile, read_toml


def read_scheme(
    data: bytes, name: str, methods: Mapping[str, Method], indicators: Mapping[str, Indicator]
) -> Scheme:  # fmt: skip
    """The scheme in a TOML file; a SchemeError holds every fault with its line and what to do."""
    try:
        file = read_toml(data, name)
    except ReportError as error:
        raise SchemeError(error.findings) from None
    findings: list[Finding] = []
    scheme = _read(file, methods, indicators, findings)
    if findings or scheme is None:
        raise SchemeError(findings)
    return scheme


def _read(
    file: TomlFile, methods: Mapping[str, Method], indicators: Mapping[str, Indicator], findings: list[Finding]
) -> Scheme | None:
    """The scheme if everything could be read; the faults of all parts of the file in any case."""
    top = validated(SchemeFile, dict(file.data), file, (), findings)
    if top is None:
        return None
    head = validated(SchemeTable, top.scheme, file, ("scheme",), findings)
    ranking = validated(RankingTable, top.ranking, file, ("ranking",), findings)
    classes = read_classes(top.class_, file, findings)
    tables = {
        code: validated(AreaTable, raw, file, ("area", code), findings, area=code) for code, raw in top.area.items()
    }
    known = {**indicators, **read_indicators(top.indicator, indicators, file, findings)}
    leaves = Leaves(file, head.decimals if head else None, methods, known)
    criteria = read_criteria(top.criterion, tables, leaves)
    findings += leaves.findings
    areas = build_areas(tables, top.criterion, criteria, file, findings)
    context = _context(top.context, known, file, findings)
    if ranking is not None:
        findings += check_above_100(ranking, tables, file)
    if head is not None:
        findings += check_total(head, tables, file)
        findings += check_steps(head, head.decimals, file, ("scheme",))
        for code, table in tables.items():
            findings += check_steps(table, head.decimals, file, ("area", code), area=code)
    if findings or head is None or ranking is None:
        return None
    return Scheme(
        head.code, head.title, head.version, head.period, head.form or "", Fraction(head.max_points), head.decimals,
        head.rounding, _ranking(ranking), classes, areas, MappingProxyType(criteria),
        MappingProxyType(dict(sorted(known.items()))), context, file.sha256, head.decision or "", file.name,
    )  # fmt: skip


def _ranking(table: RankingTable) -> Ranking:
    return Ranking(table.group_by, table.compare, table.ties, table.incomplete, table.above_100 or "keep")


def _context(
    raw: Mapping[str, str], known: Mapping[str, Indicator], file: TomlFile, findings: list[Finding]
) -> tuple[Context, ...]:
    for code in raw:
        if code not in known:
            findings.append(unknown_word("fact-unknown", file, ("context", code), code, known))
    return tuple(Context(code, reason) for code, reason in sorted(raw.items()))
