"""From the bytes of a scheme file to a `Scheme`, or to all its faults at once."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from cchc_score.borders import unknown_word, validated
from cchc_score.errors import ReportError, SchemeError
from cchc_score.findings import Finding
from cchc_score.methods import Method
from cchc_score.model import Area, Context, Criterion, Indicator, Ranking, Scheme
from cchc_score.schemes import points, tree
from cchc_score.schemes.classes import read_classes
from cchc_score.schemes.indicators import read_indicators
from cchc_score.schemes.leaves import Leaves
from cchc_score.schemes.tables import (
    AreaTable,
    CriterionTable,
    RankingTable,
    SchemeFile,
    SchemeTable,
)
from cchc_score.toml_file import TomlFile, read_toml


def read_scheme(data: bytes, name: str, methods: Mapping[str, Method], indicators: Mapping[str, Indicator]) -> Scheme:
    """The scheme in a TOML file; a SchemeError holds every fault with its line and what to do."""
    try:
        file = read_toml(data, name)
    except ReportError as error:
        raise SchemeError(error.findings) from None
    reading = _Reading(file, methods, indicators)
    scheme = reading.scheme()
    if reading.findings or scheme is None:
        raise SchemeError(reading.findings)
    return scheme


class _Reading:
    """One file being read: each step adds its faults, so that all are told together."""

    def __init__(self, file: TomlFile, methods: Mapping[str, Method], indicators: Mapping[str, Indicator]) -> None:
        self.file, self.methods = file, methods
        self.findings: list[Finding] = []
        self.known = dict(indicators)

    def scheme(self) -> Scheme | None:
        file, findings = self.file, self.findings
        top = validated(SchemeFile, dict(file.data), file, (), findings)
        if top is None:
            return None
        head = validated(SchemeTable, top.scheme, file, ("scheme",), findings)
        ranking = validated(RankingTable, top.ranking, file, ("ranking",), findings)
        classes = read_classes(top.class_, file, findings)
        areas = {code: self._table(AreaTable, "area", code, raw, area=code) for code, raw in top.area.items()}
        self.known |= read_indicators(top.indicator, self.known, file, findings)
        criteria = self._criteria(top.criterion, areas, head.decimals if head else None)
        built = self._areas(areas, criteria)
        context = self._context(top.context)
        if ranking is not None:
            self._check_above_100(ranking, built)
        if head is None:
            return None
        self._check_total(head, areas, built)
        for table, path, at in [
            (head, ("scheme",), {}),
            *((t, ("area", c), {"area": c}) for c, t in areas.items()),
        ]:
            findings += points.check_steps(table, head.decimals, file, path, **at)
        if findings or ranking is None:
            return None
        return Scheme(
            head.code,
            head.title,
            head.version,
            head.period,
            head.form or "",
            Fraction(head.max_points),
            head.decimals,
            head.rounding,
            Ranking(
                ranking.group_by,
                ranking.compare,
                ranking.ties,
                ranking.incomplete,
                ranking.above_100 or "keep",
            ),
            classes,
            built,
            MappingProxyType(criteria),
            MappingProxyType(dict(sorted(self.known.items()))),
            context,
            file.sha256,
            head.decision or "",
            file.name,
        )

    def _table(self, model: Any, kind: str, key: str, raw: object, **at: str) -> Any:
        return validated(model, raw, self.file, (kind, key), self.findings, **at)

    def _criteria(
        self, raw: Mapping[str, Any], areas: Mapping[str, AreaTable | None], decimals: int | None
    ) -> dict[str, Criterion]:
        misplaced = dict(tree.check_numbers(raw, areas, self.file))
        self.findings += misplaced.values()
        numbers = sorted((number for number in raw if number not in misplaced), key=tree.order)
        parts = tree.children(numbers)
        owner = {str(table.number): code for code, table in areas.items() if table}
        leaves = Leaves(self.file, decimals, self.methods, self.known)
        criteria: dict[str, Criterion] = {}
        for number in numbers:
            area = owner.get(number.partition(".")[0], "")
            built = self._criterion(number, raw[number], parts.get(number, ()), area, leaves, decimals)
            if built is not None:
                criteria[number] = built
        self.findings += leaves.findings
        for criterion in criteria.values():
            below = [criteria[number] for number in criterion.parts if number in criteria]
            self.findings += tree.check_chosen(criterion, below, self.known, self.file)
            if below and len(below) == len(criterion.parts):
                self.findings += points.check_parent(criterion, below, self.file)
            if criterion.choice is not None and tree.parent(criterion.number) not in criteria:
                self.findings.append(tree.choice_alone(criterion, self.file))
        return criteria

    def _criterion(
        self,
        number: str,
        raw: object,
        parts: tuple[str, ...],
        area: str,
        leaves: Leaves,
        decimals: int | None,
    ) -> Criterion | None:
        path = ("criterion", number)
        own, rest = _split(raw)
        table = validated(CriterionTable, own, self.file, path, self.findings, criterion=number)
        if table is None:
            return None
        self.findings += tree.check_role(number, table, rest, bool(parts), self.file)
        self._check_held(table, path, criterion=number)
        if decimals is not None:
            self.findings += points.check_steps(table, decimals, self.file, path, criterion=number)
        return Criterion(
            number,
            area,
            table.title,
            Fraction(table.max_points),
            parts,
            table.combine or "sum",
            table.chosen_by,
            table.choice,
            table.held,
            table.reason,
            table.method or "",
            leaves.rule(number, table, rest) if table.method and not parts else None,
            leaves.factor(number, table.factor),
            leaves.gate(number, table.gate),
            table.reference,
            table.evidence,
            table.remedy,
            table.note,
            self.file.line(path),
        )

    def _check_held(self, table: Any, path: tuple[str, ...], **at: str) -> None:
        if table.held == bool(table.reason):
            self.findings.append(Finding("held-reason", self.file.place((*path, "held"), **at)))

    def _areas(self, tables: Mapping[str, AreaTable | None], criteria: Mapping[str, Criterion]) -> tuple[Area, ...]:
        areas: list[Area] = []
        for code, table in sorted(tables.items(), key=lambda item: (item[1].number if item[1] else 0, item[0])):
            if table is None:
                continue
            top = [n for n in criteria if criteria[n].area == code and "." not in tree.parent(n)]
            area = Area(
                code,
                table.number,
                table.name,
                Fraction(table.max_points),
                tuple(top),
                table.kind,
                table.held,
                table.reason,
                table.name_en,
            )
            self._check_held(table, ("area", code), area=code)
            if not code.isidentifier() or not code.isascii() or code == "total":
                self.findings.append(Finding("area-code", self.file.place(("area", code), area=code)))
            if any(other.number == area.number for other in areas):
                place = self.file.place(("area", code, "number"), area=code)
                self.findings.append(Finding("area-twice", place, {"number": str(area.number)}))
            areas.append(area)
            self.findings += points.check_area(area, criteria, self.file)
        return tuple(areas)

    def _context(self, raw: Mapping[str, str]) -> tuple[Context, ...]:
        for code in raw:
            if code not in self.known:
                self.findings.append(unknown_word("fact-unknown", self.file, ("context", code), code, self.known))
        return tuple(Context(code, reason) for code, reason in sorted(raw.items()))

    def _check_above_100(self, ranking: RankingTable, areas: tuple[Area, ...]) -> None:
        bonus = any(area.kind == "bonus" for area in areas)
        if bonus != (ranking.above_100 is not None):
            code = "above-100-absent" if bonus else "above-100-useless"
            self.findings.append(Finding(code, self.file.place(("ranking", "above_100"))))

    def _check_total(self, head: SchemeTable, tables: Mapping[str, AreaTable | None], areas: tuple[Area, ...]) -> None:
        added = sum((area.max_points for area in areas if area.kind == "normal"), Fraction(0))
        if None not in tables.values() and added != head.max_points:
            args = {"sum": added, "most": Fraction(head.max_points)}
            self.findings.append(Finding("sum-scheme", self.file.place(("scheme", "max_points")), args))


def _split(raw: object) -> tuple[object, dict[str, Any]]:
    if not isinstance(raw, Mapping):
        return raw, {}
    own = {key: value for key, value in raw.items() if key in CriterionTable.model_fields}
    return own, {key: value for key, value in raw.items() if key not in own}
