"""Which year is asked for, and how it is to be read."""

from dataclasses import dataclass
from pathlib import Path

from cchc_score.year.document_files import DocumentSource


@dataclass(frozen=True, slots=True)
class Request:
    """Which folder, reports and rules are meant; what this leaves out, the folder's `cchc.toml` says.

    `given` are documents that stand in no file, as those from standard input. `is_last_year` says that a later year
    asks: then no year before this one is looked for. Without `processes` all documents are read in this process. Text
    in an `encoding` of before Unicode, 'tcvn3' or 'vni', is put into Unicode. `accept_drafts` takes figures of
    drafts as they stand. `ocr` reads also the reports whose pages are only pictures.
    """

    paths: tuple[Path, ...] = ()
    scheme: str | None = None
    form: str | None = None
    plugins: tuple[Path, ...] = ()
    given: tuple[DocumentSource, ...] = ()
    is_last_year: bool = False
    processes: bool = True
    encoding: str = ""
    accept_drafts: bool = False
    ocr: bool = False
