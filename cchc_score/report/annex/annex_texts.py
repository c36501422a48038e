"""The texts of an annex that stand in no table, in the order in which they are printed."""

from collections.abc import Iterator

from cchc_score.report.annex.annex_document import AnnexDocument, headings, printable
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
from cchc_score.text import pick


def texts_beside_tables(document: AnnexDocument) -> Iterator[str]:
    """The head, the title, what stands around the tables, the notes and the foot."""
    head, lang = document.letterhead, document.lang
    if head.attached_to:
        yield pick(lang, *ANNEX)
    else:
        yield from agency_lines(head, lang)
        yield number_line(head, lang)
        yield from (pick(lang, *NATION), pick(lang, *MOTTO), date_line(head, lang))
    yield printable(document.title).upper()
    yield printable(document.about)
    yield printable(attached_line(head, lang) if head.attached_to else document.basis)
    for heading, part in headings(document):
        yield heading
        yield from map(printable, part.lines)
        for table in part.tables:
            yield printable(table.sheet.title)
            yield from map(printable, table.sheet.notes)
        yield from map(printable, part.notes)
    if document.notes:
        yield pick(lang, *NOTES)
    yield from (f"- {printable(note)}" for note in document.notes)
    if head.recipients:
        yield pick(lang, *RECIPIENTS)
    yield from (f"- {printable(one)};" for one in head.recipients)
    yield from signature_lines(head, lang)
