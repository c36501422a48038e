"""The document of an annex, made again from the JSON that goes along in its PDF."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, get_args

from cchc_score.formats import CellKind, Heading, Sheet, TypedCell
from cchc_score.report.annex.annex_document import AnnexDocument, AnnexPart, AnnexTable
from cchc_score.text import LANGUAGES
from cchc_score.year.letterhead import Letterhead

_KINDS = get_args(CellKind)


def read_document(data: Mapping[str, Any]) -> AnnexDocument:
    """The document; a KeyError, TypeError or ValueError tells that the data are none of an annex."""
    if data["lang"] not in LANGUAGES:
        raise ValueError("another language")
    return AnnexDocument(
        letterhead=_letterhead(data["letterhead"]),
        title=_text(data["title"]),
        about=_text(data["about"]),
        basis=_text(data["basis"]),
        parts=tuple(map(_part, data["parts"])),
        notes=_texts(data["notes"]),
        lang=data["lang"],
    )


def _letterhead(data: Mapping[str, Any]) -> Letterhead:
    words = ("superior", "agency", "number", "place", "attached_to", "authority", "position", "signer")
    return Letterhead(
        **{key: _text(data[key]) for key in words},
        day=None if data["day"] is None else date.fromisoformat(data["day"]),
        recipients=_texts(data["recipients"]),
        by_kind=bool(data["by_kind"]),
    )


def _part(data: Mapping[str, Any]) -> AnnexPart:
    return AnnexPart(
        name=_text(data["name"]),
        title=_text(data["title"]),
        tables=tuple(map(_table, data["tables"])),
        lines=_texts(data["lines"]),
        notes=_texts(data["notes"]),
        wide=bool(data["wide"]),
        apart=bool(data["apart"]),
    )


def _table(data: Mapping[str, Any]) -> AnnexTable:
    cells = tuple(tuple(map(_cell, row)) for row in data["rows"])
    headings = tuple(
        Heading(_text(one["text"]), "right" if one["align"] == "right" else "left") for one in data["headings"]
    )
    if any(len(row) != len(headings) for row in cells) or len(data["widths"]) != len(headings):
        raise ValueError("rows of another length")
    rows = tuple(tuple(cell.text for cell in row) for row in cells)
    strong = frozenset(map(int, data["strong"]))
    sheet = Sheet(
        headings=headings,
        rows=rows,
        title=_text(data["title"]),
        notes=_texts(data["notes"]),
        cells=cells,
        strong=strong,
    )
    return AnnexTable(
        sheet, tuple(max(1, int(width)) for width in data["widths"]), frozenset(map(int, data["centred"]))
    )


def _cell(data: Mapping[str, Any]) -> TypedCell:
    kind = data["kind"]
    if kind not in _KINDS:
        raise ValueError("another kind of cell")
    told = data.get("value")
    value = None if told is None else date.fromisoformat(told) if kind == "date" else Fraction(_text(told))
    return TypedCell(_text(data["text"]), kind, value, _texts(data.get("lines", ())))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _texts(values: Any) -> tuple[str, ...]:
    return tuple(map(_text, values))
