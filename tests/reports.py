"""Reports as Word documents, made in memory the way that communes write them."""

import copy
import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import tomli
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from tests.running import ROOT

VALUES = ROOT / "tests" / "intake" / "hoang-cat-rows.csv"
PROSE = (
    "ỦY BAN NHÂN DÂN\nXÃ HOẰNG CÁT",
    "BÁO CÁO",
    "Kết quả thực hiện công tác cải cách hành chính năm 2023",
    "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH:",
    "- Tổng số TTHC thuộc thẩm quyền giải quyết của UBND xã là 212 thủ tục ở 40 lĩnh vực.",
    "1.2 Kiểm tra CCHC: đã ban hành Kế hoạch số 40/KH-UBND ngày 03/3/2023.",
)
TITLE = (
    "Phụ lục 01b",
    "PHỤ LỤC THỐNG KÊ SỐ LIỆU VỀ KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH CỦA UBND XÃ HOẰNG CÁT",
)
HEADER = (
    ("STT", "Chỉ tiêu thống kê\n(Báo cáo năm 2023)", "Kết quả thống kê", "", "Ghi chú"),
    ("", "", "Đơn vị tính", "Số liệu", ""),
)
PART = "Trong đó"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def appendix_rows() -> list[dict[str, str]]:
    """The 77 rows of the real appendix: codes, labels and units of the form, with values and remarks as printed."""
    form = tomli.loads((ROOT / "scoring_rules" / "forms" / "phu-luc-01b-2023.toml").read_text(encoding="utf-8"))
    with VALUES.open(encoding="utf-8", newline="") as file:
        values = {row["row"]: row for row in csv.DictReader(file)}
    return [_row(code, row, values[code]) for code, row in form["row"].items()]


def _row(code: str, row: Mapping[str, Any], printed: Mapping[str, str]) -> dict[str, str]:
    legend = "; ".join(f"{one['text']} = {one['number']}" for one in row.get("legend", ()))
    dotted = f"{code}." if code in ("2.3", "2.4", "6.1", "6.2", "7.1") else code
    return {
        "code_as_printed": f"({code})" if "/" in code else dotted,
        "label_vi": row["label"],
        "unit_or_legend_as_printed": legend or row.get("unit", ""),
        "value_as_printed": printed["value"],
        "ghi_chu_as_printed": printed["remark"],
    }


def printed_cells(row: Mapping[str, str]) -> tuple[str, ...]:
    """The five cells of a row as the appendix prints them; the first one of a part row is empty, it is merged."""
    part = row["code_as_printed"].startswith("(")
    unit = row["unit_or_legend_as_printed"].replace("; ", "\n")
    remark = row["ghi_chu_as_printed"].replace("; ", ";\n")
    return ("" if part else row["code_as_printed"], row["label_vi"], unit, row["value_as_printed"], remark)


def word_report(rows: Sequence[Mapping[str, str]], split_at: int | None = None) -> bytes:
    """A report with its appendix: prose, title, a table under a header of two rows, 'Trong đó' merged downwards.

    With `split_at` the table ends before that row, and a second one goes on under the same header.
    """
    document = Document()
    for text in (*PROSE, *TITLE):
        document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER if text in TITLE else None
    parts = [rows] if split_at is None else [rows[:split_at], rows[split_at:]]
    for at, part in enumerate(parts):
        if at:
            document.add_paragraph()
        _table(document, part)
    document.add_paragraph("Nơi nhận:\n- UBND huyện (b/c);")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def word_file(body: str, **parts: str) -> bytes:
    """A Word document of a body in XML, and of other parts in it: `word_file("<w:p/>", numbering="...")`."""
    named = {"document": f"<w:body>{body}</w:body>", **parts}
    return archive(
        {f"word/{name}.xml": f"<w:{name} {SPACES}>{text}</w:{name}>".encode() for name, text in named.items()}
    )


def archive(members: Mapping[str, bytes], packing: int = zipfile.ZIP_STORED) -> bytes:
    """An archive of such members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return stream.getvalue()


def word_members(data: bytes) -> dict[str, bytes]:
    """The members of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _table(document, rows: Sequence[Mapping[str, str]]) -> None:
    cells = [*HEADER, *map(printed_cells, rows)]
    table = document.add_table(len(HEADER), len(HEADER[0]), style="Table Grid")
    blank = copy.deepcopy(table._tbl.tr_lst[1])
    table._tbl.extend(copy.deepcopy(blank) for _ in rows)
    lines = [row.tc_lst for row in table._tbl.tr_lst]
    for line, texts in zip(lines, cells, strict=True):
        for cell, text in zip(line, texts, strict=True):
            _write(cell, text)
    for column in (0, 1, 4):
        table.cell(0, column).merge(table.cell(1, column))
    table.cell(0, 2).merge(table.cell(0, 3))
    for row in table._tbl.tr_lst[: len(HEADER)]:
        row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _merge_parts(lines, cells)


def _merge_parts(lines, cells: Sequence[Sequence[str]]) -> None:
    for at in range(len(HEADER), len(cells)):
        if cells[at][0] or not cells[at][1]:
            continue
        first = at == len(HEADER) or bool(cells[at - 1][0])
        lines[at][0].get_or_add_tcPr()._add_vMerge().val = "restart" if first else "continue"
        if first:
            _write(lines[at][0], PART)


def _write(cell, text: str) -> None:
    paragraph = cell.p_lst[0]
    for at, line in enumerate(text.split("\n") if text else ()):
        if at:
            cell.append(copy.deepcopy(paragraph))
            paragraph = cell.p_lst[-1]
            for run in paragraph.r_lst:
                paragraph.remove(run)
        run = paragraph.add_r()
        shown = run.add_t(line)
        shown.set(qn("xml:space"), "preserve")
