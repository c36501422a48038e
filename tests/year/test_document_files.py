"""Files that another program has to open first: converted many at once, each told apart, a broken converter named."""

import pytest

from cchc_score.documents import Converted, Lines, Reader, Tables
from cchc_score.errors import PluginError
from cchc_score.findings import Finding, Place
from cchc_score.year.document_files import AT_ONCE, DocumentSource, read_all


def read_note(data, name):
    """A document of one line."""
    return Tables((), ((1, data.decode()),))


def reading(convert, contents, progress=lambda done, total: None):
    """What is read of some notes by a reader that converts them."""
    reader = Reader("note", (".note",), read_note, convert)
    sources = [DocumentSource(f"{number}.note", data=data, reader="note") for number, data in enumerate(contents)]
    return read_all(sources, {"note": reader}, progress)


def test_each_document_is_what_was_made_of_its_file_and_says_by_which_program():
    batches = []

    def convert(files):
        batches.append([name for name, _ in files])
        return [Converted(data.upper(), "Program 1", (Finding("archive-old", Place(name)),)) for name, data in files]

    told = []
    found = reading(convert, [b"a"] * (AT_ONCE + 3), lambda done, total: told.append((done, total)))
    assert [len(batch) for batch in batches] == [AT_ONCE, 3]
    assert [name for name, _ in found.documents] == [name for batch in batches for name in batch]
    assert {document.lines for _, document in found.documents} == {((1, "A"),)}
    assert {document.converted for _, document in found.documents} == {"Program 1"}
    assert [one.code for one in found.documents[7][1].findings] == ["archive-old"]
    assert (AT_ONCE, AT_ONCE + 3) in told


def test_a_file_without_content_or_one_that_is_refused_stops_no_other():
    def convert(files):
        return [
            Converted(findings=(Finding("file-kind", Place(name), {"suffixes": []}),))
            if data == b"no"
            else Converted(data)
            for name, data in files
        ]

    found = reading(convert, [b"a", b"", b"no", b"b"])
    assert [name for name, _ in found.documents] == ["0.note", "3.note"]
    assert [(one.code, one.place.file) for one in found.faults] == [("file-empty", "1.note"), ("file-kind", "2.note")]


@pytest.mark.parametrize(
    ("convert", "code"),
    [
        (lambda files: 1 / 0, "reader-raised"),
        (lambda files: [], "reader-type"),
        (lambda files: [data for _, data in files], "reader-type"),
    ],
)
def test_a_converter_that_breaks_the_contract_is_named(convert, code):
    with pytest.raises(PluginError) as error:
        reading(convert, [b"a"])
    assert [one.code for one in error.value.findings] == [code]


def test_a_reader_that_knows_no_encodings_is_asked_as_ever():
    reader = Reader("note", (".note",), lambda data, name: Lines(((1, data.decode()),)))
    coded = Reader("coded", (".coded",), read_note, read_coded=lambda data, name, encoding: Lines(((1, encoding),)))
    sources = [DocumentSource("a.note", data=b"a", reader="note"), DocumentSource("b.coded", data=b"b", reader="coded")]
    found = read_all(sources, {"note": reader, "coded": coded}, lambda *_: None, encoding="vni")
    assert [document.lines for _, document in found.documents] == [((1, "a"),), ((1, "vni"),)]
