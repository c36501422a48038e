"""A frame: what a higher level fixes of a scheme, its areas and perhaps some criteria, without rules."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from pydantic import ConfigDict, Field

from cchc_score.errors import ReportError, SchemeError
from cchc_score.files.toml_file import TomlFile, read_toml
from cchc_score.findings import Finding
from cchc_score.schemes.criterion_tree import check_numbers, order
from cchc_score.schemes.scheme_tables import CriterionTable, FrameAreaTable
from cchc_score.validation import Border, Line, MaxPoints, Slug, validated


class FrameTable(Border):
    """`[scheme]` of a frame; what it says of a year, of rounding and ranking is not looked at."""

    model_config = ConfigDict(extra="ignore")

    code: Slug
    title: Line
    max_points: MaxPoints


class FrameFile(Border):
    """The file's top level: a whole scheme is a frame too, and tables of rules are not looked at."""

    scheme: dict[str, Any]
    area: dict[str, Any]
    criterion: dict[str, Any] = {}
    ranking: Any = None
    class_: Any = Field(None, alias="class")
    indicator: Any = None
    context: Any = None


@dataclass(frozen=True, slots=True)
class FramePart:
    """An area or a criterion that a frame fixes; `max_points` is None where it leaves them open.

    `key` is the key that a criterion states, or the number; `line` is where it stands in the frame's file.
    """

    number: str
    key: str
    title: str
    max_points: Fraction | None
    held: bool
    kind: str = "normal"
    line: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame: areas by number, criteria each after its parent."""

    code: str
    title: str
    file: str
    max_points: Fraction
    areas: tuple[FramePart, ...]
    criteria: tuple[FramePart, ...] = ()


def read_frame(data: bytes, name: str) -> Frame:
    """The frame in a TOML file; a SchemeError holds every fault with its line and what to do."""
    try:
        file = read_toml(data, name)
    except ReportError as error:
        raise SchemeError(error.findings) from None
    findings: list[Finding] = []
    top = validated(FrameFile, dict(file.data), file, (), findings)
    if top is None:
        raise SchemeError(findings)
    head = validated(FrameTable, top.scheme, file, ("scheme",), findings)
    tables = {
        code: validated(FrameAreaTable, raw, file, ("area", code), findings, area=code)
        for code, raw in top.area.items()
    }
    areas = tuple(_areas(tables, file))
    criteria = tuple(_criteria(top.criterion, tables, file, findings))
    if head is not None:
        findings += _check_total(head, areas, file)
    if findings or head is None:
        raise SchemeError(findings)
    most = Fraction(head.max_points)
    return Frame(code=head.code, title=head.title, file=file.name, max_points=most, areas=areas, criteria=criteria)


def _areas(tables: Mapping[str, FrameAreaTable | None], file: TomlFile) -> Iterator[FramePart]:
    """The areas by number; a code is each file's own."""
    known = [(table.number, code, table) for code, table in tables.items() if table is not None]
    for place, code, table in sorted(known, key=lambda one: one[:2]):
        yield FramePart(
            number=str(place),
            key=str(place),
            title=table.name,
            max_points=None if table.max_points is None else Fraction(table.max_points),
            held=table.held,
            kind=table.kind,
            line=file.line(("area", code)),
        )


def _criteria(
    raw: Mapping[str, Any], areas: Mapping[str, FrameAreaTable | None], file: TomlFile, findings: list[Finding]
) -> Iterator[FramePart]:
    """The criteria that can be read; the settings of their rules are not looked at."""
    misplaced = dict(check_numbers(raw, areas, file))
    findings += misplaced.values()
    for number in sorted((number for number in raw if number not in misplaced), key=order):
        path, own = ("criterion", number), raw[number]
        if isinstance(own, Mapping):
            own = {key: value for key, value in own.items() if key in CriterionTable.model_fields}
        table = validated(CriterionTable, own, file, path, findings, criterion=number)
        if table is not None:
            yield FramePart(
                number=number,
                key=table.key or number,
                title=table.title,
                max_points=Fraction(table.max_points),
                held=table.held,
                line=file.line(path),
            )


def _check_total(head: FrameTable, areas: tuple[FramePart, ...], file: TomlFile) -> Iterator[Finding]:
    """The normal areas against the frame's maximum, where it fixes those of all."""
    known = [area.max_points for area in areas if area.kind == "normal" and area.max_points is not None]
    if len(known) == sum(area.kind == "normal" for area in areas) and sum(known) != head.max_points:
        args = {"sum": sum(known, Fraction(0)), "most": Fraction(head.max_points)}
        yield Finding("sum-scheme", file.place(("scheme", "max_points")), args)
