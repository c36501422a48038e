"""Reads .docx and .docm."""

from cchc_score.documents import Reader, Tables
from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place
from cchc_score.hookspecs import hookimpl


def read(data: bytes, name: str) -> Tables:
    """The paragraphs and the tables of a Word document."""
    try:
        import lxml.etree  # noqa: F401
    except ImportError:
        raise ReportError([Finding("reader-absent", Place(name), {"extra": "word"})]) from None
    # Loaded only for a Word document: nothing else needs anything of it.
    from cchc_score.builtin.docx_document import document

    return document(data, name)


@hookimpl
def cchc_readers() -> list[Reader]:
    """The reader `docx`."""
    return [Reader("docx", (".docx", ".docm"), read)]
