"""From the bytes of a scheme file to a `Scheme`, or to all its faults at once."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from cchc_score.errors import ReportError, SchemeError
from cchc_score.files.toml_file import TomlFile, read_toml
from cchc_score.findings import Finding
from cchc_score.methods import Method
from cchc_score.model import ClassLimit, Context, Indicator, LimitByAnswer, Printed, Ranking, Scheme
from cchc_score.schemes.areas import build_areas, check_above_100, check_total
from cchc_score.schemes.criteria import criterion_decimals, read_criteria
from cchc_score.schemes.fact_references import ANSWERED, check_answers, check_fact
from cchc_score.schemes.indicators import read_indicators
from cchc_score.schemes.leaf_rules import LeafReader
from cchc_score.schemes.point_checks import check_steps
from cchc_score.schemes.scheme_tables import AreaTable, ClassTable, RankingTable, SchemeFile, SchemeTable
from cchc_score.validation import unknown_word, validated


def read_scheme(
    data: bytes, name: str, methods: Mapping[str, Method], indicators: Mapping[str, Indicator]
) -> Scheme:  # fmt: skip
    """The scheme in a TOML file; a SchemeError holds every fault with its line and what to do."""
    try:
        file = read_toml(data, name)
    except ReportError as error:
        raise SchemeError(error.findings) from None
    # Faults are gathered, not raised one by one: an evaluator mends a file once.
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
    tables = {
        code: validated(AreaTable, raw, file, ("area", code), findings, area=code) for code, raw in top.area.items()
    }
    known = {**indicators, **read_indicators(top.indicator, indicators, file, findings)}
    classes = read_classes(top.class_, known, file, findings)
    decimals = criterion_decimals(top.criterion, tables, head.decimals if head else None)
    leaves = LeafReader(file, decimals, methods, known)
    criteria = read_criteria(top.criterion, tables, leaves)
    findings += leaves.findings
    areas = build_areas(tables, top.criterion, criteria, file, findings)
    if not any(table is not None and table.kind == "bonus" for table in tables.values()):
        findings += _above_100(classes, file)
    context = _context(top.context, known, file, findings)
    if ranking is not None:
        findings += check_above_100(ranking, tables, file)
    if head is not None and head.draft:
        findings.append(Finding("scheme-draft", file.place(("scheme", "draft"))))
    if head is not None:
        findings += check_total(head, tables, file)
        finest = max([head.decimals, *(own for own in decimals.values() if own is not None)])
        findings += check_steps(head, finest, file, ("scheme",))
        for code, table in tables.items():
            findings += check_steps(table, finest, file, ("area", code), area=code)
    if findings or head is None or ranking is None:
        return None
    return Scheme(
        code=head.code,
        title=head.title,
        version=head.version,
        period=head.period,
        form=head.form or "",
        max_points=Fraction(head.max_points),
        decimals=finest,
        rounding=head.rounding,
        ranking=_ranking(ranking),
        classes=classes,
        areas=areas,
        criteria=MappingProxyType(criteria),
        # Sorted: the order of plugins, or of the file, must not show in any result.
        indicators=MappingProxyType(dict(sorted(known.items()))),
        context=context,
        sha256=file.sha256,
        decision=head.decision or "",
        file=file.name,
        printed=_printed(head, finest),
        days=None if head.days is None else (head.days.first, head.days.last),
        frame=head.frame or "",
    )


def _printed(head: SchemeTable, finest: int) -> Printed | None:
    if head.printed is not None:
        return Printed(head.printed.points, head.printed.index)
    # A single criterion rounded more finely does not change what is printed of all.
    return Printed(head.decimals, head.decimals) if finest != head.decimals else None


def _ranking(table: RankingTable) -> Ranking:
    return Ranking(
        group_by=table.group_by,
        compare=table.compare,
        ties=table.ties,
        incomplete=table.incomplete,
        above_100=table.above_100 or "keep",
        silent=table.silent,
        units_on=table.units_on,
    )


def _context(
    raw: Mapping[str, str], known: Mapping[str, Indicator], file: TomlFile, findings: list[Finding]
) -> tuple[Context, ...]:
    for code in raw:
        if code not in known:
            findings.append(unknown_word("fact-unknown", file, ("context", code), code, known))
    return tuple(Context(code, reason) for code, reason in sorted(raw.items()))


def read_classes(
    raw: list[dict[str, Any]], known: Mapping[str, Indicator], file: TomlFile, findings: list[Finding]
) -> tuple[ClassLimit, ...]:
    """The classes in the order of the file, the highest first."""
    tables = [validated(ClassTable, table, file, ("class", str(n)), findings) for n, table in enumerate(raw)]
    good = [(position, table) for position, table in enumerate(tables) if table is not None]
    for position, table in good:
        if table.from_by is not None:
            path, limit = ("class", str(position), "from_by"), table.from_by
            findings += check_fact(limit.fact, ANSWERED, known, file, path, "")
            findings += check_answers(limit.values, limit.fact, known, file, path, "")
    for (_, higher), (position, lower) in itertools.pairwise(good):
        if not _descends(higher, lower):
            key = "from" if lower.from_by is None else "from_by"
            findings.append(Finding("class-order", file.place(("class", str(position), key))))
    names: set[str] = set()
    for position, table in good:
        if table.name in names:
            findings.append(Finding("class-twice", file.place(("class", str(position), "name")), {"name": table.name}))
        names.add(table.name)
    last = tables[-1] if tables else None
    if last and (any(last.limits) or last.each_area_from is not None or last.each_criterion_from is not None):
        findings.append(Finding("class-last", file.place(("class", str(len(tables) - 1)))))
    return tuple(_class_limit(table) for _, table in good)


def _above_100(classes: Sequence[ClassLimit], file: TomlFile) -> Iterator[Finding]:
    """Classes that begin above 100 percent, which without a bonus area nobody can have."""
    for position, limit in enumerate(classes):
        limits = (limit.at_least, *(limit.by_answer.values.values() if limit.by_answer else ()))
        if max(limits) > 100:
            place = file.place(("class", str(position), "from" if limit.by_answer is None else "from_by"))
            yield Finding("class-above-100", place, {"name": limit.name, "limit": max(limits)})


def _descends(higher: ClassTable, lower: ClassTable) -> bool:
    """Whether a class begins below the one before it, whatever a unit answers."""
    if higher.from_by is not None and lower.from_by is not None and higher.from_by.fact == lower.from_by.fact:
        answers = higher.from_by.values.keys() & lower.from_by.values.keys()
        return all(lower.from_by.values[answer] < higher.from_by.values[answer] for answer in answers)
    return max(lower.limits) < min(higher.limits)


def _class_limit(table: ClassTable) -> ClassLimit:
    by = table.from_by
    return ClassLimit(
        table.name,
        min(table.limits),
        table.each_area_from,
        table.each_criterion_from,
        None if by is None else LimitByAnswer(by.fact, MappingProxyType(dict(by.values))),
    )
