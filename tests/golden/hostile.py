"""Broken and hostile files among reports, and documents as communes write them."""

from pathlib import Path

from tests.golden.folders import SMALL_YEAR, sample, write
from tests.golden.steps import Step
from tests.reports import SPACES, appendix_rows, archive, word_file, word_report
from tests.workbooks import one_sheet, written, zipped

HEAD = '[report]\nunit = "B02"\nyear = 2023\n\n[facts]\n'
GOOD = HEAD.replace("B02", "A01") + "plan_tasks = 5\n"
BASE = {
    "cchc.toml": 'scheme = "minh-hoa-2023"\nunits = "units.csv"\nreports = "reports"\n',
    "units.csv": "code,name\nA01,Xã An\nB02,Xã Bình\n",
    "reports/a.toml": GOOD,
}
DOCTYPE = f"<!DOCTYPE a [<!ENTITY b 'ha'>]><w:document {SPACES}/>".encode()
BOMB = {"xl/workbook.xml": "<workbook/>", "xl/big.xml": b" " * (2 * 1024 * 1024)}
UTF16 = "unit,plan_tasks\nB02,5\n".encode("utf-16")[:-1]
EXCEL = written(["Mã đơn vị", "plan_tasks"], ["B02", 5])
WORD = word_report([])
FILES: dict[str, bytes] = {
    "empty.txt": b"",
    "empty.csv": b"",
    "empty.toml": b"",
    "empty.docx": b"",
    "empty.xlsx": b"",
    "old.doc": b"\xd0\xcf\x11\xe0" + bytes(600),
    "old.docx": b"\xd0\xcf\x11\xe0" + bytes(600),
    "locked.xlsx": b"\xd0\xcf\x11\xe0" + bytes(600),
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "utf16.csv": UTF16,
    "utf16.txt": UTF16,
    "windows.txt": "Báo cáo năm".encode("cp1258", "replace"),
    "zeros.csv": b"unit,plan_tasks\nB02,\0\n",
    "quote.csv": b'unit,plan_tasks\nB02,"5\n',
    "ragged.csv": b"unit,plan_tasks\nB02,5,6\n",
    "nobody.csv": b"unit,plan_tasks\n,5\n",
    "deep.toml": (HEAD + "plan_tasks = " + "[" * 5000 + "]" * 5000).encode(),
    "tables.toml": (HEAD + "plan_tasks = " + "{a=" * 3000 + "1" + "}" * 3000).encode(),
    "dotted.toml": (HEAD + "a." * 3000 + "b = 1").encode(),
    "digits.toml": (HEAD + "plan_tasks = " + "9" * 5000).encode(),
    "inf.toml": f"{HEAD}plan_tasks = inf".encode(),
    "nan.toml": f"{HEAD}plan_tasks = nan".encode(),
    "exponent.toml": f"{HEAD}plan_tasks = 1e999999999999".encode(),
    "composed.toml": f"{HEAD}'\u1eb9' = 1\n'e\u0323' = 1\n".encode(),
    "twice.toml": f"{HEAD}plan_tasks = 1\nplan_tasks = 2\n".encode(),
    "workbook.docx": EXCEL,
    "document.xlsx": WORD,
    "text.docx": "Báo cáo".encode(),
    "half.docx": WORD[: len(WORD) // 2],
    "half.xlsx": EXCEL[: len(EXCEL) // 2],
    "doctype.docx": archive({"word/document.xml": DOCTYPE}),
    "span.docx": word_file("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='20000000'/></w:tcPr></w:tc></w:tr></w:tbl>"),
    "nested.docx": archive({"word/document.xml": b"<a/>", "word/a.zip": b"PK"}),
    "bomb.xlsx": zipped(BOMB),
    "far.xlsx": one_sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "double.xlsx": zipped({"xl/workbook.xml": "<a/>", "XL/workbook.xml": "<a/>"}),
    "bidi\u202e.csv": "unit,plan_tasks\nXã \u202eB02,5\n".encode(),
    "look-alike.csv": "unit,plan_tasks\n\u0412\u041e2,5\n".encode(),
    "escape\x1b[2J.csv": b"unit,plan_tasks\n\x1b[31mB02,5\n",
}
"""Files that are no report, or one that is meant to do harm."""
SCHEME = {"nho.toml": SMALL_YEAR["nho.toml"]}


def folders(folder: Path) -> None:
    """A folder of a year for each hostile file, beside one good report; and one with all of them."""
    write(folder, SCHEME)
    for place, (name, content) in enumerate(FILES.items()):
        write(folder / f"{place:02}", {**BASE, f"reports/{name}": content})
        write(folder / "all", {**BASE, f"reports/{name}": content})
    (folder / "all" / "reports" / "folder.docx").mkdir()
    (folder / "all" / "reports" / "circle.csv").symlink_to("circle.csv")
    (folder / "all" / "reports" / "nowhere.csv").symlink_to("absent")


EACH: list[Step] = [
    f"import {place:02}/reports --scheme nho.toml -o out/{place:02} -q --lang {'en' if place % 2 else 'vi'}"
    for place in range(len(FILES))
]
TOGETHER: list[Step] = [
    "import all/reports --scheme nho.toml -o out --lang en",
    "check all/reports --scheme nho.toml --format json --lang en",
]


def documents(folder: Path) -> None:
    """Word documents and workbooks that are read."""
    rows = appendix_rows()
    base = {"cchc.toml": BASE["cchc.toml"], "units.csv": "code,name\n15865,Xã Hoằng Cát\nB02,Xã Bình\nC03,Xã Công\n"}
    codes = [("1.1.1", "5"), ("1.1.2", "4"), ("1.3", "x"), ("9.9", "1"), ("3.3.1", "1.234"), ("2.1", "")]
    tables = {
        "reports/15865.docx": word_report(rows, split_at=30),
        "reports/b.xlsx": written(["Mã đơn vị", "plan_tasks", "plan_tasks_done"], ["B02", 5, "4"], ["X9", 1, 2]),
        "hai/c.xlsx": written(["Mã đơn vị", "plan_taskz", "plan_tasks"], ["C03", "1.234", "-5"], ["", 1, 2]),
        "hai/d.docx": word_report(rows[:5]),
        "hai/e.xlsx": written(["STT", "Chỉ tiêu thống kê", "Số liệu"], *[(code, "x", value) for code, value in codes]),
        "ba/a.txt": sample("hoang-hoa-2023/reports/hoang-cat.txt"),
    }
    write(folder, base | tables)


DOCUMENTS: list[Step] = [
    "rank . --format csv",
    "score . --unit 15865 --lang en --format csv",
    "explain 15865 3.3.1 . -q",
    "import reports -o out --scheme minh-hoa-2023 --lang en",
    "import hai -o out2 --scheme minh-hoa-2023",
    "import hai ba -o out3 --scheme minh-hoa-2023 --format json -q",
    "import hai/e.xlsx -o out4 --scheme minh-hoa-2023 --unit B02 --year 2023",
    "rank out --scheme minh-hoa-2023 -q",
]


def many(folder: Path) -> None:
    """So many documents that they are read in several processes, and one that is broken."""
    text = sample("hoang-hoa-2023/reports/hoang-cat.txt").decode()
    files = {f"in/{n:02}.txt": text.replace("HOẰNG CÁT", f"SỐ {n:02}").encode() for n in range(26)}
    write(folder, {**SCHEME, **files, "in/hong.docx": b"PK broken"})
