"""An annex as a tagged PDF/A-3a by typst: what it was made of goes along in it, and its texts are never markup."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from itertools import groupby
from typing import Any, Literal

from cchc_score.errors import WriteError
from cchc_score.findings import Finding
from cchc_score.formats import TypedCell
from cchc_score.office.repacked import library_absent
from cchc_score.report.annex.annex_document import AnnexDocument, AnnexPart, AnnexTable, cell_lines, headings, printable
from cchc_score.report.annex.letterhead_words import (
    ANNEX,
    MOTTO,
    NATION,
    NOTES,
    RECIPIENTS,
    agency_lines,
    attached_line,
    date_line,
    number_line,
    signature_lines,
)
from cchc_score.report.annex.signature_field import SignaturePlace, with_signature_field
from cchc_score.text import pick
from cchc_score.version import ENGINE

_TEMPLATE = "annex.typ"
_STANDARD: Literal["a-3a"] = "a-3a"
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""A document says nothing of the time of its own making, which a PDF has to name."""
_LONG_WORD = 24
_PIECE = 8
_WHOLE = 400
"""A row whose texts are longer may be parted by a page break; others stay whole."""
_UNSHOWN = re.compile(r'the text `"(?P<text>.*?)"` could not be displayed', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along in a PDF: its name, what it is, its MIME type, and its bytes, which are text."""

    name: str
    words: str
    mime: str
    content: bytes


def makers() -> dict[str, str]:
    """What makes the bytes of a PDF: with the same versions the same document gives the same."""
    try:
        return {"program": ENGINE, "typst": version("typst")}
    except PackageNotFoundError:
        return {"program": ENGINE, "typst": ""}


def annex_pdf(document: AnnexDocument, attachments: Sequence[Attachment] = ()) -> bytes:
    """The document as a PDF with an empty signature field; the same document gives the same bytes."""
    data, place = _compiled(document, attachments)
    return with_signature_field(data, place)


def _compiled(document: AnnexDocument, attachments: Sequence[Attachment]) -> tuple[bytes, SignaturePlace]:
    try:
        import typst
    except ImportError:
        raise library_absent("report") from None
    inputs = {"data": json.dumps(_data(document, attachments), ensure_ascii=False)}
    inputs |= {f"file{at}": one.content.decode() for at, one in enumerate(attachments)}
    try:
        with resources.as_file(resources.files("cchc_score.report.annex").joinpath(_TEMPLATE)) as template:
            compiler = typst.Compiler(template, template.parent, ignore_system_fonts=True, sys_inputs=inputs)
            made = compiler.compile(format="pdf", pdf_standards=[_STANDARD], timestamp=_MADE)
            (value,) = json.loads(compiler.query("<signature>", field="value"))
    except typst.TypstError as error:
        raise WriteError([_refusal(error)]) from None
    assert isinstance(made, bytes)
    return made, SignaturePlace(int(value["page"]), value["x"], value["y"])


def _refusal(error: Any) -> Finding:
    """What to say of a text that the fonts cannot show; nothing is printed in its place."""
    found = _UNSHOWN.search(str(error.message))
    if found is None:
        raise error
    return Finding("result-letters", args={"text": printable(found["text"])[:40]})


def _data(document: AnnexDocument, attachments: Sequence[Attachment]) -> dict[str, Any]:
    head, lang = document.letterhead, document.lang
    superior, agency = agency_lines(head, lang)
    authority, position, signer = signature_lines(head, lang)
    parts = [_part_data(part, heading) for heading, part in headings(document)]
    runs = [{"wide": wide, "parts": list(run)} for wide, run in groupby(parts, lambda part: part["wide"])]
    return {
        "lang": lang,
        "heading": printable(f"{document.title}: {document.about}"),
        "author": "cchc-score",
        "superior": superior,
        "agency": agency,
        "number": number_line(head, lang),
        "nation": pick(lang, *NATION),
        "motto": pick(lang, *MOTTO),
        "date": date_line(head, lang),
        "annex": pick(lang, *ANNEX),
        "attached": _pieces(attached_line(head, lang)) if head.attached_to else None,
        "title": printable(document.title).upper(),
        "about": _pieces(document.about),
        "basis": _pieces(document.basis),
        "runs": runs or [{"wide": False, "parts": []}],
        "notes-word": pick(lang, *NOTES),
        "notes": [_pieces(note) for note in document.notes],
        "recipients-word": pick(lang, *RECIPIENTS),
        "recipients": [_pieces(one) for one in head.recipients],
        "authority": authority,
        "position": position,
        "signer": signer,
        "files": [
            {"name": one.name, "key": f"file{at}", "mime": one.mime, "words": one.words, "relation": "data"}
            for at, one in enumerate(attachments)
        ],
    }


def _part_data(part: AnnexPart, heading: str) -> dict[str, Any]:
    return {
        "wide": part.wide,
        "apart": part.apart,
        "title": _pieces(heading) if heading else None,
        "lines": [_pieces(line) for line in part.lines],
        "tables": [_table_data(table) for table in part.tables],
        "notes": [_pieces(note) for note in part.notes],
    }


def _table_data(table: AnnexTable) -> dict[str, Any]:
    sheet = table.sheet
    return {
        "title": _pieces(sheet.title) if sheet.title else None,
        "widths": list(table.widths),
        "sides": list(table.sides),
        "headings": [_pieces(heading.text) for heading in sheet.headings],
        "cells": [cell for at, row in enumerate(sheet.typed_rows) for cell in _row_data(row, at in sheet.strong)],
        "notes": [_pieces(note) for note in sheet.notes],
    }


def _row_data(row: Sequence[TypedCell], strong: bool) -> Iterator[Any]:
    """The cells of a row: the text where it is all that there is to say, else its lines and how they stand."""
    texts = [cell_lines(cell) for cell in row]
    long = max((sum(map(len, lines)) for lines in texts), default=0) > _WHOLE
    for lines in texts:
        parted = [_pieces(line) for line in lines]
        if strong or long or len(parted) > 1 or len(parted[0]) > 1:
            yield {"lines": parted, "strong": strong, "long": long}
        else:
            yield lines[0]


def _pieces(text: str) -> list[str]:
    """A text as it is printed, in the pieces between which a line may be broken beside its spaces."""
    # What is printable already stays as it is.
    shown = printable(text)
    if len(shown) <= _LONG_WORD or all(len(word) <= _LONG_WORD for word in shown.split(" ")):
        return [shown]
    return list(_parted(shown))


def _parted(text: str) -> Iterator[str]:
    held = ""
    for word in re.split("( )", text):
        if len(word) <= _LONG_WORD:
            held += word
            continue
        whole = held + word
        start = len(held) + _PIECE
        yield whole[:start]
        pieces = [whole[at : at + _PIECE] for at in range(start, len(whole), _PIECE)]
        yield from pieces[:-1]
        held = pieces[-1] if pieces else ""
    if held:
        yield held
