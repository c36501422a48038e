"""The variants of the appendix after LibreOffice has opened and saved them: still the right figure, or a mark."""

import shutil
import subprocess
from collections.abc import Mapping

import pytest

from cchc_score.builtin.readers import READERS
from cchc_score.schemes.form_file import read_form
from cchc_score.year.document_files import DocumentSource, read_all
from tests.intake.appendix_variants import VARIANTS, variant
from tests.intake.test_appendix_variants import (
    KINDS,
    PLACE,
    TEXT_VARIANTS,
    faults,
    file_of,
    joined,
    year_of,
)
from tests.intake.variant_files import written
from tests.office_variants import needs_office

OFFICE = shutil.which("soffice")
CSV = "Text - txt - csv (StarCalc):59,34,76"
"""Semicolons, quotes, UTF-8: what LibreOffice must be told of a CSV, to open it and to save it."""
AGAIN = [
    ("xlsx", "xlsx"),
    ("xlsx", "xls"),
    ("xlsx", "ods"),
    ("xls", "xlsx"),
    ("xls", "xls"),
    ("ods", "ods"),
    ("ods", "xls"),
    ("xlsb", "xlsx"),
    ("csv", "csv"),
    ("docx", "docx"),
    ("docx", "pdf"),
]
CHANGED = {
    # A value without its text shows again.
    ("ods", "ods", "shown by no format"),
    ("ods", "xls", "shown by no format"),
    # A sheet that it opens first is not hidden.
    ("ods", "ods", "the sheet hidden"),
    ("ods", "xls", "the sheet hidden"),
    ("xlsb", "xlsx", "the sheet hidden"),
    # The page shows a plain 5.
    ("docx", "pdf", "a zero-width space in a figure"),
    # A cell over two rows that stand on two pages is two cells on them.
    ("docx", "pdf", "figures merged over two rows"),
}
"""What LibreOffice itself changes, as (kind, saved as, variant): the page shows another thing then."""


@pytest.fixture(scope="module")
def form(registry):
    return read_form(PLACE.read_bytes(), PLACE.name, registry.indicators)


def names_of(kind: str) -> list[str]:
    """The variants that a kind of file can show."""
    return list(VARIANTS) if kind in KINDS else [name for own, name in TEXT_VARIANTS if own == kind]


def saved_again(folder, kind, other, names) -> Mapping[str, bytes]:
    """The variants of some names in a kind, opened and saved as another by LibreOffice, by their names."""
    source, target = folder / "source", folder / "target"
    source.mkdir()
    for number, name in enumerate(names):
        sheet = variant(name)
        data = file_of(kind, sheet) if kind in KINDS else written(kind, sheet)[0]
        source.joinpath(f"{number}.{kind}").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    as_csv = [f"--infilter={CSV}", "--convert-to", f"csv:{CSV}"] if kind == "csv" else ["--convert-to", other]
    words = [OFFICE, profile, "--headless", *as_csv, "--outdir", str(target)]
    subprocess.run([*words, *map(str, sorted(source.iterdir()))], check=True, capture_output=True, timeout=900)
    return {
        name: path.read_bytes() for number, name in enumerate(names) if (path := target / f"{number}.{other}").exists()
    }


def places_of(kind, name):
    """The lines of the rows in a file of lines, which a PDF does not have; None for one with cells."""
    if kind == "pdf":
        return dict.fromkeys(variant(name).codes, -1)
    return None if kind in KINDS else written(kind, variant(name))[1]


@pytest.mark.full
@needs_office
@pytest.mark.parametrize(("kind", "other"), AGAIN)
def test_no_figure_is_wrong_or_lost_without_a_mark(tmp_path, kind, other, form, registry):
    names = [name for name in names_of(kind) if (kind, other, name) not in CHANGED]
    assert len(names) >= 60
    files = saved_again(tmp_path, kind, other, names)
    assert len(files) == len(names)
    wrong = {}
    for name, data in files.items():
        gathered = year_of(other, data, form, registry)
        found = list(faults(variant(name), gathered, form, registry, places_of(other, name)))
        if found:
            wrong[name] = found
    assert wrong == {}


DOCUMENTS = names_of("docx")


def documents_of(folder, kind):
    """The variants as Word documents that LibreOffice has saved as another kind, read as this program reads that kind."""
    files = saved_again(folder, "docx", kind, DOCUMENTS)
    assert list(files) == DOCUMENTS
    sources = [DocumentSource(f"{DOCUMENTS.index(name)}.{kind}", None, data, "office") for name, data in files.items()]
    reading = read_all(sources, {reader.name: reader for reader in READERS}, lambda done, total: None)
    assert not reading.faults
    return {DOCUMENTS[int(name.partition(".")[0])]: document for name, document in reading.documents}


@pytest.mark.full
@needs_office
@pytest.mark.parametrize("kind", ["doc", "odt", "rtf"])
def test_no_figure_of_a_converted_document_is_wrong_or_lost_without_a_mark(tmp_path, kind, form, registry):
    documents = documents_of(tmp_path, kind)
    assert sorted(documents) == sorted(DOCUMENTS)
    wrong, whole = {}, 0
    for name, document in documents.items():
        gathered = joined(document, kind, form, registry)
        whole += "office-tables-lost" not in {finding.code for finding in gathered.findings}
        found = list(faults(variant(name), gathered, form, registry, places_of("docx", name)))
        if found:
            wrong[name] = found
    assert wrong == {}
    # What LibreOffice writes into .doc it does not always find there again; then it is told.
    assert whole > len(documents) * (0.5 if kind == "doc" else 0.99)
