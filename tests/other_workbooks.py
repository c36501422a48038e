"""Workbooks of other kinds than .xlsx made for tests: .xls by xlwt, .ods and .xlsb part by part."""

import io
import struct
from html import escape

import xlwt
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from tests.workbooks import PACKAGE, zipped

KINDS = ("ods", "xls", "xlsb")
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BINARY = "http://schemas.microsoft.com/office/2006/relationships"
_NAMES = ("office", "table", "text", "style", "fo")
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{"xsl-fo-compatible" if name == "fo" else name}:1.0"'
    for name in _NAMES
)
FORMATS = ("General", "0%", "dd/mm/yyyy", "00", ";;;")
"""The number formats that a cell may have, by which it is told what it shows."""


def book(kind, rows, *, formats=None, struck=(), merged=(), hidden_rows=(), hidden_columns=(), hidden=False):
    """The bytes of a workbook of a kind with one sheet 'PL01'.

    `formats` and `struck` are by the names of cells ('B2'), `merged` ranges as ('A1:A2'), rows and columns from 1.
    """
    make = {"ods": _ods, "xls": _xls, "xlsb": _xlsb}[kind]
    return make(rows, formats or {}, set(struck), merged, set(hidden_rows), set(hidden_columns), hidden)


def spot(name):
    """The row and the column of a cell's name, from 1."""
    letters, row = coordinate_from_string(name)
    return row, column_index_from_string(letters)


def corners(merged):
    """The rows and columns of a range, from 1."""
    return (*spot(merged.partition(":")[0]), *spot(merged.partition(":")[2]))


def _cells(rows):
    """Every cell that holds something, by row and column from 1."""
    return {
        (line, column): value
        for line, row in enumerate(rows, 1)
        for column, value in enumerate(row, 1)
        if value not in (None, "")
    }


def _xls(rows, formats, struck, merged, hidden_rows, hidden_columns, hidden):
    made = xlwt.Workbook(encoding="utf-8")
    sheet = made.add_sheet("PL01", cell_overwrite_ok=True)
    wanted = {spot(name): code for name, code in formats.items()}
    lines = {spot(name) for name in struck}
    for at, value in _cells(rows).items():
        font = f"font: struck_out {'on' if at in lines else 'off'}"
        sheet.write(at[0] - 1, at[1] - 1, value, xlwt.easyxf(font, num_format_str=wanted.get(at, "General")))
    for one in merged:
        first, left, last, right = corners(one)
        sheet.merge(first - 1, last - 1, left - 1, right - 1)
    for line in hidden_rows:
        sheet.row(line - 1).hidden = True
    for column in hidden_columns:
        sheet.col(column - 1).hidden = True
    sheet.visibility = 1 if hidden else 0
    # A workbook needs a sheet that is seen.
    if hidden:
        made.add_sheet("Khác")
        made.set_active_sheet(1)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def ods(tables, styles="", **parts):
    """The bytes of an .ods of tables in XML."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mimetype}"/></manifest:manifest>'
    )
    return zipped({"mimetype": mimetype, "content.xml": content, "META-INF/manifest.xml": manifest} | parts)


def ods_cell(value, attrs="", percent=False, shown=None):
    """A cell of an .ods in XML."""
    if value in (None, ""):
        return f"<table:table-cell {attrs}/>"
    if isinstance(value, str):
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
        return f'<table:table-cell {attrs} office:value-type="string">{lines}</table:table-cell>'
    kind, key, text = "percentage" if percent else "float", "value", repr(value)
    if isinstance(value, bool):
        kind, key, text = "boolean", "boolean-value", str(value).lower()
    elif hasattr(value, "isoformat"):
        kind, key, text = "date", "date-value", value.isoformat()
    return (
        f'<table:table-cell {attrs} office:value-type="{kind}" office:{key}="{text}">'
        f"<text:p>{text if shown is None else shown}</text:p></table:table-cell>"
    )


def ods_table(rows, columns="", attrs=""):
    """A table of an .ods, of rows in XML."""
    return f'<table:table table:name="PL01" {attrs}>{columns}{rows}</table:table>'


def _ods(rows, formats, struck, merged, hidden_rows, hidden_columns, hidden):
    wanted = {spot(name): code for name, code in formats.items()}
    lines = {spot(name) for name in struck}
    spans = {(first, left): (last - first + 1, right - left + 1) for first, left, last, right in map(corners, merged)}
    width = max([len(row) for row in rows] + [*hidden_columns, 1])
    columns = "".join(
        f"<table:table-column{' table:visibility=`collapse`' if column in hidden_columns else ''}/>".replace("`", '"')
        for column in range(1, width + 1)
    )
    written = ""
    for line, row in enumerate(rows, 1):
        cells = ""
        for column, value in enumerate(row, 1):
            at = line, column
            attrs = 'table:style-name="struck"' if at in lines else ""
            if at in spans:
                high, wide = spans[at]
                attrs += f' table:number-rows-spanned="{high}" table:number-columns-spanned="{wide}"'
            code = wanted.get(at, "")
            shown = f"{value:02}" if code == "00" else "" if code == ";;;" else None
            cells += ods_cell(value, attrs, "%" in code, shown)
        state = ' table:visibility="collapse"' if line in hidden_rows else ""
        written += f"<table:table-row{state}>{cells or '<table:table-cell/>'}</table:table-row>"
    style = (
        '<style:style style:name="struck" style:family="table-cell">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="seen" style:family="table"><style:table-properties table:display="true"/></style:style>'
        '<style:style style:name="out" style:family="table"><style:table-properties table:display="false"/></style:style>'
    )
    own = f'table:style-name="{"out" if hidden else "seen"}"'
    # A workbook needs a sheet that is seen.
    other = '<table:table table:name="Khác"><table:table-row><table:table-cell/></table:table-row></table:table>'
    return ods(ods_table(written, columns, own) + (other if hidden else ""), style)


def record(kind, *content):
    """One record of a part of an .xlsb."""
    body = b"".join(content)
    return _varying(kind) + _varying(len(body)) + body


def _varying(number):
    found = bytearray()
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*found, number])


def wide(text):
    """A text of an .xlsb."""
    units = text.encode("utf-16-le")
    return struct.pack("<I", len(units) // 2) + units


def _xlsb(rows, formats, struck, merged, hidden_rows, hidden_columns, hidden):
    styles = [(code, line) for line in (False, True) for code in FORMATS]
    wanted = {spot(name): code for name, code in formats.items()}
    lines = {spot(name) for name in struck}
    cells = _cells(rows)
    content = b""
    for line, _ in enumerate(rows, 1):
        row_flags = 0x10 if line in hidden_rows else 0
        content += record(0, struct.pack("<IIHBBBI", line - 1, 0, 300, 0, row_flags, 0, 0))
        for (own, column), value in sorted(cells.items()):
            if own == line:
                style = styles.index((wanted.get((line, column), "General"), (line, column) in lines))
                content += xlsb_cell(column, value, style)
    columns = b"".join(
        record(60, struct.pack("<IIIIH", column - 1, column - 1, 2560, 0, 1)) for column in hidden_columns
    )
    ranges = [corners(one) for one in merged]
    spans = b"".join(
        record(176, struct.pack("<IIII", first - 1, last - 1, left - 1, right - 1))
        for first, left, last, right in ranges
    )
    if spans:
        spans = record(177, struct.pack("<I", len(ranges))) + spans + record(178)
    size = struct.pack("<IIII", 0, max(len(rows), 1) - 1, 0, max([len(row) for row in rows] + [1]) - 1)
    columns = record(390) + columns + record(391) if columns else b""
    sheet = record(129) + record(148, size) + columns + record(145) + content + record(146) + spans + record(130)
    return xlsb(sheet, hidden)


def xlsb_cell(column, value, style=0):
    """The record of a cell of an .xlsb."""
    head = struct.pack("<II", column - 1, style)
    if isinstance(value, bool):
        return record(4, head, bytes([value]))
    if isinstance(value, str):
        return record(6, head, wide(value))
    if hasattr(value, "toordinal"):
        value = value.toordinal() - 693594
    return record(5, head, struct.pack("<d", value))


def xlsb(sheet, hidden=False, **parts):
    """The bytes of an .xlsb of one sheet 'PL01' by its part."""
    fonts = b"".join(
        record(
            43, struct.pack("<HHHHBBBB", 220, marks, 400, 0, 0, 2, 0, 0), b"\1\1\0\0\0\0\0\xff", b"\2", wide("Arial")
        )
        for marks in (0, 8)
    )
    fills = record(45, struct.pack("<I", 0), bytes(64))
    codes = [code for code in FORMATS if code != "General"]
    own = b"".join(record(44, struct.pack("<H", number), wide(code)) for number, code in enumerate(codes, 164))
    numbers = {"General": 0} | {code: number for number, code in enumerate(codes, 164)}
    looks = b"".join(
        record(47, struct.pack("<HHHHHBBHH", 0, numbers[code], line, 0, 0, 0, 0, 0, 0x3F))
        for line in (0, 1)
        for code in FORMATS
    )
    styles = (
        record(278)
        + record(615, struct.pack("<I", len(codes))) + own + record(616)
        + record(611, struct.pack("<I", 2)) + fonts + record(612)
        + record(603, struct.pack("<I", 1)) + fills + record(604)
        + record(617, struct.pack("<I", 2 * len(FORMATS))) + looks + record(618)
        + record(279)
    )  # fmt: skip
    listed = record(156, struct.pack("<II", 1 if hidden else 0, 1), wide("rId1"), wide("PL01"))
    workbook = record(131) + record(143) + listed + record(144) + record(132)
    relations = (
        f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.bin"/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.bin"/></Relationships>'
    )
    main = (
        f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.bin"/></Relationships>'
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
        '<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/>'
        '<Override PartName="/xl/styles.bin" ContentType="application/vnd.ms-excel.styles"/></Types>'
    )
    return zipped(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": main,
            "xl/workbook.bin": workbook,
            "xl/_rels/workbook.bin.rels": relations,
            "xl/worksheets/sheet1.bin": sheet,
            "xl/styles.bin": styles,
        }
        | parts
    )
