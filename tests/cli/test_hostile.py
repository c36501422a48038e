"""Broken and hostile files in a folder of reports: each is told in words, and the good one beside it is read."""

import os

import pytest

from cchc_score.builtin.readers import MAX_TEXT_MEGABYTES, MAX_TOML_KEYS, MAX_TOML_MEGABYTES
from cchc_score.text import visible
from tests.reports import SPACES, archive, word_file, word_report
from tests.running import command
from tests.workbooks import one_sheet, written, zipped

HEAD = '[report]\nunit = "B02"\nyear = 2023\n\n[facts]\n'
GOOD = HEAD.replace("B02", "A01") + "plan_tasks = 5\n"
DOCTYPE = f"<!DOCTYPE a [<!ENTITY b 'ha'>]><w:document {SPACES}/>".encode()
BOMB = {"xl/workbook.xml": "<workbook/>", "xl/big.xml": b" " * (2 * 1024 * 1024)}
UTF16 = "unit,plan_tasks\nB02,5\n".encode("utf-16")[:-1]
EXCEL = written(["Mã đơn vị", "plan_tasks"], ["B02", 5])
WORD = word_report([])
FILES = {
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
    "long.txt": b"a\n" * (MAX_TEXT_MEGABYTES * 1024 * 512 + 1),
    "zeros.csv": b"unit,plan_tasks\nB02,\0\n",
    "quote.csv": b'unit,plan_tasks\nB02,"5\n',
    "lines.csv": b"unit,plan_tasks\n" + b"B02,5\n" * 50_000,
    "commas.csv": b"unit,plan_tasks\n" + b"," * 2_000_001,
    "blank.csv": b"unit,plan_tasks\n" + b"\n" * 2_000_001,
    "ragged.csv": b"unit,plan_tasks\nB02,5,6\n",
    "nobody.csv": b"unit,plan_tasks\n,5\n",
    "deep.toml": (HEAD + "plan_tasks = " + "[" * 5000 + "]" * 5000).encode(),
    "tables.toml": (HEAD + "plan_tasks = " + "{a=" * 3000 + "1" + "}" * 3000).encode(),
    "dotted.toml": (HEAD + "a." * 3000 + "b = 1").encode(),
    "digits.toml": (HEAD + "plan_tasks = " + "9" * 5000).encode(),
    "inf.toml": f"{HEAD}plan_tasks = inf".encode(),
    "nan.toml": f"{HEAD}plan_tasks = nan".encode(),
    "exponent.toml": f"{HEAD}plan_tasks = 1e999999999999".encode(),
    "keys.toml": (HEAD + "".join(f"k{n} = 1\n" for n in range(MAX_TOML_KEYS + 1))).encode(),
    "large.toml": (HEAD + "#" * (MAX_TOML_MEGABYTES * 1024 * 1024)).encode(),
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


def folder(path):
    """A folder of a year with one good report."""
    (path / "reports").mkdir()
    (path / "cchc.toml").write_text('scheme = "minh-hoa-2023"\nunits = "units.csv"\nreports = "reports"\n')
    (path / "units.csv").write_text("code,name\nA01,Xã An\nB02,Xã Bình\n", encoding="utf-8")
    (path / "reports" / "a.toml").write_text(GOOD)
    return path


def told(path, *more):
    """What an import says; whatever happens, the good report is read and nothing but words come out."""
    result = command("import", "reports", "-o", "out", "--lang", "en", *more, cwd=path)
    assert "plan_tasks = { value = 5" in (path / "out" / "A01.toml").read_text(encoding="utf-8")
    assert "Traceback" not in result.err
    assert not {"\x1b", "\u202e"} & set(result.err + result.out)
    return result


@pytest.mark.full
@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_told_and_the_good_one_is_read(name, tmp_path):
    (folder(tmp_path) / "reports" / name).write_bytes(FILES[name])
    result = told(tmp_path)
    assert result.code in (1, 3)
    assert f"error: reports/{visible(name)}" in result.err


@pytest.mark.full
def test_all_of_them_together_are_told_each(tmp_path):
    folder(tmp_path)
    for name, data in FILES.items():
        (tmp_path / "reports" / name).write_bytes(data)
    result = told(tmp_path)
    assert result.code == 3
    assert all(f"error: reports/{visible(name)}" in result.err for name in FILES)


def test_what_is_no_file_is_told(tmp_path):
    reports = folder(tmp_path) / "reports"
    os.mkfifo(reports / "pipe.txt")
    (reports / "folder.docx").mkdir()
    (reports / "circle.csv").symlink_to("circle.csv")
    (reports / "nowhere.csv").symlink_to("absent")
    with (reports / "sparse.csv").open("wb") as file:
        file.truncate(5 * 1024**3)
    result = told(tmp_path)
    assert result.code == 3
    assert all(f"error: reports/{name}" in result.err for name in ("pipe", "circle", "nowhere", "sparse"))


def test_a_name_that_is_no_text_is_shown_as_what_it_is(tmp_path):
    name = os.path.join(os.fsencode(folder(tmp_path) / "reports"), b"b\xff.csv")
    with open(name, "wb") as file:
        file.write(b"unit,plan_tasks\nB02,7\n")
    result = told(tmp_path)
    assert result.code == 0
    assert "b\\\\udcff.csv" in (tmp_path / "out" / "B02.toml").read_text(encoding="utf-8")
