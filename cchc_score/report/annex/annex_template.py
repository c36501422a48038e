"""An annex in an office's own Word template: tags become values, and where it says `{{ body }}` the tables stand."""

import copy
import io
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place
from cchc_score.office.form_sheet import plain_text
from cchc_score.office.repacked import library_absent, without_times
from cchc_score.report.annex.annex_document import AnnexDocument, headings
from cchc_score.report.annex.annex_docx import write_notes, write_part
from cchc_score.report.annex.template_file import looked_at
from cchc_score.report.annex.template_values import LINE_FIELDS, TemplateValues, template_values
from cchc_score.results.ranked_units import UnitRanking

BODY = "body"
_MARK = "\ue000body\ue001"
"""What stands in the place of the tables until they are made: letters that no text of a report keeps."""


def templated_docx(document: AnnexDocument, ranking: UnitRanking, template: bytes, name: str) -> bytes:
    """The document as a Word file by a template; a ReportError says what of the template cannot be used.

    The same document and template give the same bytes.
    """
    try:
        from docxtpl import DocxTemplate
    except ImportError:
        raise library_absent("template") from None
    try:
        made = DocxTemplate(io.BytesIO(looked_at(template, name)))
        _render(made, template_values(document, ranking), name)
        _write_body(made.docx, document, name)
    except (ReportError, MemoryError):
        raise
    except Exception:
        # The libraries fail on a broken document in many ways, not all of them their own.
        raise ReportError([Finding("template-broken", Place(name))]) from None
    stream = io.BytesIO()
    made.docx.save(stream)
    return without_times(stream.getvalue())


def _render(made: Any, values: TemplateValues, name: str) -> None:
    from jinja2 import TemplateSyntaxError

    from cchc_score.report.annex.template_tags import TagEnvironment, TagFault

    texts = {BODY: _MARK, **{key: plain_text(text) for key, text in values.texts.items()}}
    lists = {"ranking": LINE_FIELDS, **dict.fromkeys(values.lists)}
    context = {**texts, "ranking": values.ranking, **values.lists}
    try:
        made.render(context, TagEnvironment(texts, lists), autoescape=True)
    except TagFault as fault:
        known = ", ".join(sorted({*texts, *lists}))
        code = "template-name" if fault.unknown else "template-tag"
        raise ReportError([Finding(code, Place(name), {"text": fault.text, "known": known})]) from None
    except TemplateSyntaxError as error:
        raise ReportError([Finding("template-syntax", Place(name), {"text": str(error.message)})]) from None


def _write_body(made: Any, document: AnnexDocument, name: str) -> None:
    """The parts of the document where the template marks their place."""
    from docx.oxml.ns import qn

    marks = [one for one in made.element.body.iter(qn("w:t")) if _MARK in (one.text or "")]
    if not marks:
        # The template has a table of its own for the ranking, or texts alone.
        return
    paragraph = next((one for one in marks[0].iterancestors() if one.getparent() is made.element.body), None)
    texts = [] if paragraph is None else [one.text or "" for one in paragraph.iter(qn("w:t"))]
    if len(marks) > 1 or paragraph is None or paragraph.tag != qn("w:p") or "".join(texts).strip() != _MARK:
        raise ReportError([Finding("template-body", Place(name))])
    for element in _parts(made, document, _section_after(paragraph)):
        paragraph.addprevious(element)
    made.element.body.remove(paragraph)


def _parts(made: Any, document: AnnexDocument, section: Any) -> Iterator[Any]:
    """The elements of all parts; those whose tables are wide stand on pages turned on their side."""
    turned = False
    for heading, part in headings(document):
        wide = part.wide and not _is_wide(section)
        breaks = part.apart and wide == turned
        if wide != turned:
            yield _section_end(made, section, turned)
            turned = wide
        yield from _appended(made, partial(write_part, made, part, heading, _text_width(section, wide), breaks))
    yield from _appended(made, partial(write_notes, made, document))
    if turned:
        yield _section_end(made, section, turned)


def _appended(made: Any, write: Callable[[], None]) -> list[Any]:
    """The elements that something writes at the end of a document, taken from there."""
    body = made.element.body
    before = set(body)
    write()
    added = [one for one in body if one not in before]
    for element in added:
        body.remove(element)
    return added


def _section_after(paragraph: Any) -> Any:
    """The layout of the pages on which a paragraph stands: it is written behind them."""
    from docx.oxml.ns import qn

    for later in (paragraph, *paragraph.itersiblings()):
        found = later if later.tag == qn("w:sectPr") else next(later.iter(qn("w:sectPr")), None)
        if found is not None:
            return found
    raise ValueError("no layout of pages")


def _is_wide(section: Any) -> bool:
    size = section.pgSz
    return bool(size.w > size.h)


def _text_width(section: Any, turned: bool) -> float:
    """The width between the margins in centimetres, of the pages as they are or turned on their side."""
    from docx.shared import Length

    size, margins = section.pgSz, section.pgMar
    page = max(size.w, size.h) if turned else size.w
    return float(Length(page - margins.left - margins.right).cm)


def _section_end(made: Any, section: Any, turned: bool) -> Any:
    """A paragraph that ends pages of a layout."""
    from docx.oxml.ns import qn

    laid = copy.deepcopy(section)
    if turned:
        laid.pgSz.w, laid.pgSz.h = section.pgSz.h, section.pgSz.w
        laid.pgSz.set(qn("w:orient"), "landscape")
    end = made.add_paragraph()._p
    end.get_or_add_pPr().append(laid)
    end.getparent().remove(end)
    return end
