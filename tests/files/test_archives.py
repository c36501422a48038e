"""Archives are looked at before anything opens them: what is refused, and that what is whole is given."""

import struct
import zipfile

import pytest

from cchc_score.errors import ReportError
from cchc_score.files import archives
from cchc_score.files.archives import main_part, related_parts, relations, relations_path, unpack
from tests.workbooks import zipped

PARTS = {"need.xml": "<a/>", "xl/other.bin": b"\0\1\2"}
GOOD = zipped(PARTS)
BOMB = zipped({**PARTS, "xl/big.xml": b" " * (2 * 1024 * 1024)})


def patched(data, local, central, value):
    """An archive with two bytes of its first member's two headers overwritten."""
    found = bytearray(data)
    struct.pack_into("<H", found, found.index(b"PK\3\4") + local, value)
    struct.pack_into("<H", found, found.index(b"PK\1\2") + central, value)
    return bytes(found)


HOSTILE = {
    "nothing": (b"", "archive-broken"),
    "a text": ("Báo cáo năm".encode(), "archive-broken"),
    "an old office file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "archive-old"),
    "half an archive": (GOOD[: len(GOOD) // 2], "archive-broken"),
    "an archive without its end": (GOOD[:-10], "archive-broken"),
    "an archive without its beginning": (GOOD[40:], "archive-broken"),
    "a part whose bytes changed": (zipped(PARTS, zipfile.ZIP_STORED).replace(b"\0\1\2", b"\0\1\3"), "archive-broken"),
    "parts that are not where the archive says": (b"PK" + GOOD[:-6] + b"\1\0\0\0\0\0", "archive-broken"),
    "an unknown compression": (patched(GOOD, 8, 10, 77), "archive-broken"),
    "a part that holds more than it says": (patched(GOOD, 22, 24, 2), "archive-broken"),
    "a part that holds less than it says": (patched(GOOD, 22, 24, 500), "archive-broken"),
    "a password": (patched(GOOD, 6, 8, 1), "archive-encrypted"),
    "too many parts": (zipped({**PARTS, **{f"{n}.xml": b"" for n in range(archives.MAX_MEMBERS)}}), "archive-large"),
    "a part packed too tightly": (BOMB, "archive-large"),
    "a part twice": (zipped({**PARTS, "need.xmk": "<b/>"}).replace(b"need.xmk", b"need.xml"), "archive-twice"),
    "a part twice but for its case": (zipped({**PARTS, "NEED.xml": "<b/>"}), "archive-twice"),
    "a workbook inside": (zipped({**PARTS, "xl/a.XLSX": GOOD}), "archive-nested"),
    "an archive inside": (zipped({**PARTS, "a.zip": GOOD}), "archive-nested"),
    "a DOCTYPE": (zipped({**PARTS, "b.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "archive-doctype"),
    "an entity, after much else": (zipped({**PARTS, "b.rels": " " * 5000 + "<!ENTITY b>"}), "archive-doctype"),
    "a DOCTYPE in UTF-16": (zipped({**PARTS, "b.xml": "<!DOCTYPE a><a/>".encode("utf-16")}), "archive-doctype"),
    "a document of another kind": (zipped({"word/document.xml": "<a/>"}), "archive-kind"),
    "an archive of nothing": (zipped({}), "archive-kind"),
    "the needed part in other letters": (zipped({"Need.xml": "<a/>"}), "archive-kind"),
}


@pytest.mark.parametrize(("data", "code"), HOSTILE.values(), ids=HOSTILE)
def test_what_could_do_harm_is_refused_before_it_is_opened(data, code):
    with pytest.raises(ReportError) as caught:
        unpack(data, "a.xlsx", "need.xml")
    (told,) = caught.value.findings
    assert (told.code, told.place.file) == (code, "a.xlsx")
    assert told.words("vi").startswith("a.xlsx: ")


def test_all_parts_together_have_a_limit(monkeypatch):
    monkeypatch.setattr(archives, "MAX_UNPACKED", 10)
    assert unpack(zipped({"need.xml": "<a/>", "b": b"123456"}), "a", "need.xml")
    with pytest.raises(ReportError, match="abnormally large"):
        unpack(zipped({"need.xml": "<a/>", "b": b"1234567"}), "a", "need.xml")


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_whole_archive_is_given_by_its_parts(compression):
    data = zipped({**PARTS, "empty.xml": b"", "rows.xml": b"<row/>" * 20_000}, compression)
    found = unpack(data, "a.xlsx", "need.xml")
    assert found == {"need.xml": b"<a/>", "xl/other.bin": b"\0\1\2", "empty.xml": b"", "rows.xml": b"<row/>" * 20_000}


def test_folders_are_no_parts():
    assert set(unpack(zipped({"xl/": b"", "need.xml": "<a/>"}), "a", "need.xml")) == {"need.xml"}


RELATIONS = '<Relationships xmlns="urn:r">{}</Relationships>'
TO = '<Relationship Type="http://x/{}" Target="{}"/>'


def document(*relations, **parts):
    """The members of a document that names its parts."""
    return {"_rels/.rels": RELATIONS.format("".join(TO.format(*one) for one in relations)).encode(), **parts}


@pytest.mark.parametrize("target", ["word/document2.xml", "/word/document2.xml", "./word/../word/Document2.xml"])
def test_the_main_part_is_the_one_that_the_document_names(target):
    members = {**document(("officeDocument", target)), "word/document2.xml": b"", "word/document.xml": b""}
    assert main_part(members, "a", "word/document.xml") == "word/document2.xml"


def test_a_document_that_names_no_main_part_has_the_usual_one():
    for members in ({"a.xml": b""}, {**document(("other", "b.xml")), "a.xml": b""}):
        assert main_part(members, "a", "a.xml") == "a.xml"


@pytest.mark.parametrize(
    ("members", "code"),
    [
        (document(("officeDocument", "absent.xml")), "archive-kind"),
        (document(("officeDocument", "../../etc/passwd")), "archive-kind"),
        ({"_rels/.rels": b"<a>"}, "archive-broken"),
        ({"_rels/.rels": b"\xff\xfe\x00"}, "archive-broken"),
        ({"_rels/.rels": b"<?xml version='1.0' encoding='x'?><a/>"}, "archive-broken"),
    ],
)
def test_a_main_part_that_is_not_there_is_a_finding(members, code):
    with pytest.raises(ReportError) as caught:
        main_part(members, "a", "usual.xml")
    assert [one.code for one in caught.value.findings] == [code]


def test_parts_are_found_beside_the_part_that_names_them():
    listed = RELATIONS.format(TO.format("styles", "s.xml") + TO.format("styles", "t.xml")).encode()
    outside = b'<a><Relationship Type="x/styles" Target="a" TargetMode="External"/></a>'
    assert related_parts({"w/_rels/d.xml.rels": listed, "w/s.xml": b""}, "a", "w/d.xml") == {"styles": "w/s.xml"}
    assert related_parts({"w/_rels/d.xml.rels": outside}, "a", "w/d.xml") == {}
    assert related_parts({}, "a", "w/d.xml") == {}


def test_relations_are_what_a_list_names_inside_the_archive_in_its_order_and_spelling():
    listed = (
        b'<Relationships xmlns="r"><Relationship Id="a" Type="http://x/styles" Target="../S.xml"/>'
        b'<Relationship Id="b" Type="http://x/image" Target="http://y" TargetMode="External"/>'
        b'<Relationship Id="c" Type="http://x/sheet" Target="/xl/s/1.xml"/></Relationships>'
    )
    found = [relation for relation in relations(listed, "xl/book.xml") if relation.element == "Relationship"]
    assert [(relation.id, relation.kind, relation.path) for relation in found] == [
        ("a", "styles", "S.xml"),
        ("c", "sheet", "xl/s/1.xml"),
    ]
    assert relations_path("xl/book.xml") == "xl/_rels/book.xml.rels"
    assert relations_path("") == "_rels/.rels"
