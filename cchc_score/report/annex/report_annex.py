"""The report of a year as an annex: which of its pieces become which parts, and the file of a kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_score.report.annex.annex_areas import areas_part
from cchc_score.report.annex.annex_changes import changes_part
from cchc_score.report.annex.annex_comparison import comparison_part, nothing_compared
from cchc_score.report.annex.annex_document import AnnexDocument, AnnexPart
from cchc_score.report.annex.annex_left_out import left_out_part
from cchc_score.report.annex.annex_ranking import ranking_part, summary_part
from cchc_score.report.annex.annex_sheets import sheet_parts
from cchc_score.report.annex.annex_volume import annex_volume
from cchc_score.results.year_report import YearReport
from cchc_score.text import Lang


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """An office's own Word template: the name of its file, and what is in it."""

    name: str
    content: bytes


def report_annex(report: YearReport, kind: str, lang: Lang, template: OwnTemplate | None = None) -> bytes:
    """A report as a file 'docx' or 'pdf'; in the PDF goes along what it was made of."""
    document = annex_of(report, lang)
    if template is not None:
        from cchc_score.report.annex.annex_template import templated_docx

        return templated_docx(document, report.ranking, template.content, template.name)
    if kind == "docx":
        from cchc_score.report.annex.annex_docx import annex_docx

        return annex_docx(document)
    from cchc_score.report.annex.annex_attachments import attachments
    from cchc_score.report.annex.annex_pdf import annex_pdf

    return annex_pdf(document, attachments(report, document))


def annex_of(report: YearReport, lang: Lang) -> AnnexDocument:
    """A report as a document; one piece gives its title."""
    (what, *more) = sorted(report.pieces)
    return annex_volume(report.scored, report.letterhead, "all" if more else what, list(_parts(report, lang)), lang)


def _parts(report: YearReport, lang: Lang) -> Iterator[AnnexPart]:
    pieces, scored = report.pieces, report.scored
    if "ranking" in pieces:
        yield ranking_part(report.ranking, lang, report.letterhead.by_kind)
    if "summary" in pieces:
        yield summary_part(report.ranking, lang)
    if "areas" in pieces:
        yield areas_part(report.ranking, report.parts, lang)
    if "not-applicable" in pieces:
        yield left_out_part(scored, report.rows, lang)
    if "changes" in pieces:
        yield changes_part(scored, report.rows, lang)
    if "comparison" in pieces:
        compared = [one for one in (report.last_year, report.comparison) if one is not None]
        yield from (comparison_part(one, lang) for one in compared)
        # Among other contents that there is nothing to compare is not worth a heading.
        if not compared and len(pieces) == 1:
            yield nothing_compared(lang)
    if "sheets" in pieces:
        yield from sheet_parts(scored, report.rows, lang)
