"""What an office's own template can name: the letterhead, the title, lists of recipients, notes and ranked units."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc_score.pages.mark_cells import index_cell
from cchc_score.report.annex.annex_document import AnnexDocument, printable
from cchc_score.report.annex.annex_ranking import most_cell, reached_cell
from cchc_score.report.annex.letterhead_words import (
    agency_lines,
    attached_line,
    date_line,
    number_line,
    signature_lines,
)
from cchc_score.results.ranked_units import UnitRanking

LINE_FIELDS = frozenset({"rank", "code", "unit", "kind", "group", "points", "maximum", "index", "class"})
"""What a line of the ranking has."""
Line = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TemplateValues:
    """Single values by their names, and lists: the ranking, and texts one a line."""

    texts: Mapping[str, str]
    ranking: Sequence[Line]
    lists: Mapping[str, Sequence[str]]


def template_values(document: AnnexDocument, ranking: UnitRanking) -> TemplateValues:
    """The values of a report, as its annex prints them."""
    head, lang = document.letterhead, document.lang
    superior, agency = agency_lines(head, lang)
    authority, position, signer = signature_lines(head, lang)
    texts = {
        "superior": superior,
        "agency": agency,
        "number": number_line(head, lang),
        "date": date_line(head, lang),
        "attached_to": printable(attached_line(head, lang)) if head.attached_to else "",
        "title": printable(document.title).upper(),
        "about": printable(document.about),
        "basis": printable(document.basis),
        "authority": authority,
        "position": position,
        "signer": signer,
    }
    lists = {"recipients": tuple(map(printable, head.recipients)), "notes": tuple(map(printable, document.notes))}
    return TemplateValues(texts, _lines(document, ranking), lists)


def _lines(document: AnnexDocument, ranking: UnitRanking) -> list[Line]:
    scored, lang = ranking.scored, document.lang
    sheet, decimals = scored.sheet, scored.sheet.scheme.index_decimals
    found: list[Line] = []
    for line in ranking.lines:
        mark = sheet.mark(line.row, ranking.cells)
        found.append(
            {
                "rank": str(line.rank or "-"),
                "code": printable(line.unit.code),
                "unit": printable(line.unit.label),
                "kind": printable(line.unit.kind),
                "group": printable(line.group),
                "points": reached_cell(mark, scored.decimals_at("total", line.row), lang).text,
                "maximum": most_cell(mark.reachable, scored.decimals_at("total"), lang).text,
                "index": index_cell(mark, line.index, decimals, lang).text,
                "class": printable(sheet.class_name(line.row) or "-"),
            }
        )
    return found
