"""Import the annex of a decision: the very scheme that goes along in its file, or a draft from its table."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cchc_score.annexes.annex_differences import differences, lines_gone, unseen
from cchc_score.annexes.annex_table import read_annex
from cchc_score.annexes.attached_scheme import AttachedScheme, attached_scheme, unusable
from cchc_score.annexes.draft import Draft, draft_scheme
from cchc_score.app.show_annex import annex_file
from cchc_score.builtin.readers import read_docx, read_xlsx
from cchc_score.documents import Document, Record, Tables
from cchc_score.errors import ReportError, SchemeError
from cchc_score.findings import Finding, Place, Words
from cchc_score.intake.coded_documents import unread_coded
from cchc_score.model import Scheme
from cchc_score.registry.registry import Registry
from cchc_score.schemes import read_scheme
from cchc_score.text import nfc

_READERS = {"docx": read_docx, "xlsx": read_xlsx}


@dataclass(frozen=True, slots=True)
class ReadAnnex:
    """The file of an annex: its name, its kind ('docx', 'xlsx', ...), its bytes, and what a reader made of them."""

    name: str
    kind: str
    data: bytes
    document: Document


@dataclass(frozen=True, slots=True)
class KeptScheme:
    """The scheme that goes along in the file of an annex, its file to the byte; None where the table does not say it.

    The findings tell every difference between the table and that scheme.
    """

    scheme: Scheme | None
    text: bytes = b""
    findings: tuple[Finding, ...] = ()


def import_annex(document: Document, name: str, code: str, title: str, period: int) -> Draft:
    """The draft that a document's table gives; without rows its findings say why there is no such table.

    What reading the document told comes first: text of an older encoding, hidden rows.
    """
    annex = read_annex(document, name)
    coded = None if annex.rows else unread_coded(document, name)
    if coded is not None:
        return Draft("", 0, 0, (coded,))
    draft = draft_scheme(annex, code, title, period, name)
    told = () if isinstance(document, Record) else document.findings
    return replace(draft, findings=(*told, *draft.findings))


def kept_scheme(annex: ReadAnnex, registry: Registry, title: str = "", period: int | None = None) -> KeptScheme:
    """The scheme that goes along in a file, where the table still says what the scheme would print.

    A title or a period that is asked for must be the scheme's.
    """
    if annex.kind not in _READERS:
        return KeptScheme(None)
    found, findings = attached_scheme(annex.data, annex.kind, annex.name)
    if found is None:
        return KeptScheme(None, findings=findings)
    try:
        scheme = read_scheme(found.text, annex.name, registry.methods, registry.indicators)
    except SchemeError as error:
        return KeptScheme(None, findings=(unusable(annex.name, _first_of(error.findings)),))
    told = (*_differences(annex, found, scheme, registry), *_asked(annex.name, scheme, title, period))
    return KeptScheme(None, findings=told) if told else KeptScheme(scheme, found.text)


def _asked(name: str, scheme: Scheme, title: str, period: int | None) -> Iterator[Finding]:
    pairs = (("--title", title, scheme.title), ("--year", "" if period is None else str(period), str(scheme.period)))
    for key, new, old in pairs:
        if new and nfc(new) != old:
            yield Finding("annex-asked", Place(name), {"key": key, "new": new, "old": old})


def _first_of(faults: tuple[Finding, ...]) -> Words:
    """The first fault of a scheme in words, and how many more there are."""
    more = f" (+{len(faults) - 1})" if len(faults) > 1 else ""
    return Words(faults[0].words("vi") + more, faults[0].words("en") + more)


def _differences(annex: ReadAnnex, found: AttachedScheme, scheme: Scheme, registry: Registry) -> Iterator[Finding]:
    # Printed again and read by the same reader, so that both have gone the same way.
    data = annex_file(scheme, registry.methods, found, annex.kind)
    try:
        printed = _READERS[annex.kind](data, annex.name)
    except ReportError as error:
        yield from error.findings
        return
    yield from differences(read_annex(annex.document, annex.name), read_annex(printed, annex.name), annex.name)
    if isinstance(annex.document, Tables):
        yield from lines_gone(annex.document, printed, annex.name)
        yield from unseen(annex.document, annex.name)
