"""Which kind of workbook a file is, and what it says of its looks: .xls, .xlsb, .ods."""

from collections.abc import Callable, Sequence

from cchc_score.documents import Tables
from cchc_score.errors import ReportError
from cchc_score.excel.compound_file import MAGIC, NotCompound, streams
from cchc_score.excel.ods_look import ods_looks
from cchc_score.excel.other_books import read_other_book, refusal
from cchc_score.excel.sheet_look import SheetLook
from cchc_score.excel.xls_look import Encrypted, xls_looks
from cchc_score.excel.xlsb_look import BOOK, xlsb_looks
from cchc_score.excel.xlsx_parts import MAX_BYTES, MAX_ELEMENTS, PartTooLarge, weigh
from cchc_score.files.archives import main_part, unpack
from cchc_score.files.disk import check_size
from cchc_score.findings import Finding, Place

CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_ZIP = b"PK\x03\x04"


def read_xls(data: bytes, name: str) -> Tables:
    """The worksheets of an .xls, as Excel wrote it until 2003 and other programs still do."""
    check_size(data, name, MAX_BYTES // 1024 // 1024)
    # Programs of offices give this ending to pages of HTML, and people to workbooks of the newer kind.
    if not data.startswith(MAGIC):
        raise _refused("archive-kind" if data.startswith(_ZIP) else "archive-broken", name)
    try:
        found = streams(data, "Workbook", "Book", "EncryptedPackage", "WordDocument")
    except NotCompound:
        raise _refused("archive-broken", name) from None
    if "EncryptedPackage" in found:
        raise _refused("archive-encrypted", name)
    stream = found.get("Workbook", found.get("Book"))
    if stream is None:
        raise _refused("archive-kind", name)
    return read_other_book(data, name, _seen(lambda: xls_looks(stream), name))


def read_xlsb(data: bytes, name: str) -> Tables:
    """The worksheets of an .xlsb."""
    members = unpack(data, name, BOOK)
    main = main_part(members, name, BOOK)
    if not main.endswith(".bin"):
        raise _refused("archive-kind", name)
    _weigh_bytes(sum(map(len, members.values())), name)
    return read_other_book(data, name, _seen(lambda: xlsb_looks(members, main), name))


def read_ods(data: bytes, name: str) -> Tables:
    """The worksheets of an .ods."""
    members = unpack(data, name, CONTENT)
    if b"encryption-data" in members.get(_MANIFEST, b""):
        raise _refused("archive-encrypted", name)
    content = members.get(CONTENT, b"")
    # A text or a drawing has a part of this name too.
    if b":spreadsheet" not in content:
        raise _refused("archive-kind", name)
    styles = members.get(_STYLES, b"")
    _weigh_bytes(len(content) + len(styles), name)
    try:
        weigh(styles, weigh(content, MAX_ELEMENTS))
    except PartTooLarge:
        raise refusal("large", name) from None
    return read_other_book(data, name, _seen(lambda: ods_looks(content, styles), name))


def _refused(code: str, name: str) -> ReportError:
    return ReportError([Finding(code, Place(name))])


def _weigh_bytes(size: int, name: str) -> None:
    if size > MAX_BYTES:
        raise refusal("large", name)


def _seen(look: Callable[[], Sequence[SheetLook]], name: str) -> Sequence[SheetLook]:
    """What a workbook says of its looks."""
    try:
        return look()
    except PartTooLarge:
        raise refusal("large", name) from None
    except Encrypted:
        raise refusal("password", name) from None
    except Exception:
        # Whatever a broken part does to those who read it. A value without its look may mean something else.
        raise refusal("unseen", name) from None
