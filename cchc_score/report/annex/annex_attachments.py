"""What goes along in the PDF of an annex: the result as data, the scheme that gave it, and what is printed."""

import json
from typing import Any

from cchc_score.builtin.formats.json_format import write as write_json
from cchc_score.formats import Page, TypedCell
from cchc_score.points import plain
from cchc_score.report.annex.annex_document import AnnexDocument, AnnexPart, AnnexTable
from cchc_score.report.annex.annex_pdf import Attachment, makers
from cchc_score.results.ranking_json import ranking_entries
from cchc_score.results.unit_sheet import sheets_entries
from cchc_score.results.year_report import UNIT_PIECES, YearReport
from cchc_score.text import Lang, pick
from cchc_score.year.letterhead import Letterhead

RESULT, SCHEME, PRINTED = "cchc-score-result.json", "cchc-score-scheme.toml", "cchc-score-annex.json"
"""The names of the files: the result, its scheme, and the texts of the document."""
ANNEX_VERSION = 1


def attachments(report: YearReport, document: AnnexDocument) -> tuple[Attachment, ...]:
    """The files from which the annex can be scored and printed anew; an annex of one unit has that unit alone."""
    scored, lang = report.scored, document.lang
    whole = len(report.rows) != 1 or not report.pieces <= UNIT_PIECES

    def data() -> dict[str, Any]:
        return ranking_entries(report.ranking, lang) if whole else sheets_entries(scored, report.rows, lang)

    result = write_json(Page("", (), (), data))
    return attached_files(lang, result, report.scheme_text, printed_text(document, len(scored.sheet.table.units)))


def attached_files(lang: Lang, result: bytes, scheme: bytes, printed: bytes) -> tuple[Attachment, ...]:
    """The three files, each with what it is."""
    return (
        Attachment(RESULT, pick(lang, "Kết quả chấm điểm (JSON)", "The result (JSON)"), "application/json", result),
        Attachment(SCHEME, pick(lang, "Bộ tiêu chí (TOML)", "The scheme (TOML)"), "application/toml", scheme),
        Attachment(
            PRINTED,
            pick(lang, "Nội dung phụ lục (JSON)", "The contents of the annex (JSON)"),
            "application/json",
            printed,
        ),
    )


def printed_text(document: AnnexDocument, units: int) -> bytes:
    """The whole document as JSON: from it the same pages are printed; `units` is how many were scored together."""
    data = {"schema_version": ANNEX_VERSION, "made_by": makers(), "units": units, **_document_data(document)}
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace") + b"\n"


def _document_data(document: AnnexDocument) -> dict[str, Any]:
    return {
        "lang": document.lang,
        "letterhead": _letterhead_data(document.letterhead),
        "title": document.title,
        "about": document.about,
        "basis": document.basis,
        "notes": list(document.notes),
        "parts": [_part_data(part) for part in document.parts],
    }


def _letterhead_data(head: Letterhead) -> dict[str, Any]:
    return {
        "superior": head.superior,
        "agency": head.agency,
        "number": head.number,
        "place": head.place,
        "day": head.day.isoformat() if head.day else None,
        "attached_to": head.attached_to,
        "authority": head.authority,
        "position": head.position,
        "signer": head.signer,
        "recipients": list(head.recipients),
        "by_kind": head.by_kind,
    }


def _part_data(part: AnnexPart) -> dict[str, Any]:
    return {
        "name": part.name,
        "title": part.title,
        "lines": list(part.lines),
        "tables": [_table_data(table) for table in part.tables],
        "notes": list(part.notes),
        "wide": part.wide,
        "apart": part.apart,
    }


def _table_data(table: AnnexTable) -> dict[str, Any]:
    sheet = table.sheet
    return {
        "title": sheet.title,
        "headings": [{"text": one.text, "align": one.align} for one in sheet.headings],
        "widths": list(table.widths),
        "centred": sorted(table.centred),
        "strong": sorted(sheet.strong),
        "rows": [[_cell_data(cell) for cell in row] for row in sheet.typed_rows],
        "notes": list(sheet.notes),
    }


def _cell_data(cell: TypedCell) -> dict[str, Any]:
    data: dict[str, Any] = {"text": cell.text, "kind": cell.kind}
    if cell.value is not None:
        data["value"] = plain(cell.value) if not hasattr(cell.value, "isoformat") else cell.value.isoformat()
    if cell.lines:
        data["lines"] = list(cell.lines)
    return data
