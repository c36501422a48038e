"""Workbooks made for tests: by openpyxl, and part by part where no program would write what a test needs."""

import io
import zipfile

from openpyxl import Workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
BOOK, RELATIONS, SHEET = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"
STRINGS, STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
FORMATS = ("0%", "dd/mm/yyyy", "[h]:mm", "00")
"""The own formats of the styles 1, 2, ...; style 0 is General."""


def saved(book):
    """The bytes of an openpyxl workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def written(*rows, title="PL01"):
    """The bytes of a workbook of one sheet."""
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return saved(book)


def zipped(parts, compression=zipfile.ZIP_DEFLATED):
    """The bytes of an archive of parts by name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def workbook(*sheets, properties="", **kinds):
    """The parts of a workbook whose sheets are given as attributes and content: ('name="A"', '<sheetData/>')."""
    listed = "".join(f'<sheet {attrs} sheetId="{n}" r:id="r{n}"/>' for n, (attrs, _) in enumerate(sheets, 1))
    targets = {f"r{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)}
    targets |= {"rs": ("sharedStrings", "sharedStrings.xml"), "rt": ("styles", "styles.xml")} | kinds
    relations = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    formats = "".join(f'<numFmt numFmtId="{n}" formatCode="{code}"/>' for n, code in enumerate(FORMATS, 164))
    styles = "".join(f'<xf numFmtId="{n}"/>' for n in (0, *range(164, 164 + len(FORMATS))))
    return {
        BOOK: f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}<sheets>{listed}</sheets></workbook>',
        RELATIONS: f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
        STYLES: f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>',
        STRINGS: f'<sst xmlns="{MAIN}"><si><t>một</t></si><si><t>hai</t></si></sst>',
        **{
            f"xl/worksheets/sheet{n}.xml": f'<worksheet xmlns="{MAIN}">{content}</worksheet>'
            for n, (_, content) in enumerate(sheets, 1)
        },
    }


def one_sheet(rows, before="", after="", **changed):
    """The bytes of a workbook of one sheet 'PL01' with these rows of XML; `changed` are parts by their constants."""
    parts = workbook(('name="PL01"', f"{before}<sheetData>{rows}</sheetData>{after}"))
    return zipped(parts | {globals()[name]: content for name, content in changed.items()})
