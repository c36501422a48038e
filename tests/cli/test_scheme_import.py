"""`scheme import`: an annex in Word, Excel or CSV becomes a draft; what cannot be read is refused, nothing half-written."""

import io
import json
import subprocess
import sys

import openpyxl
import pytest
from docx import Document

from cchc_score.legacy_text import encode
from tests.annexes.test_annex_table import HEAD, ROWS, annex_of_lam_dong
from tests.running import command


def as_csv(rows):
    return "\n".join(";".join(f'"{cell}"' for cell in row) for row in rows).encode()


def as_xlsx(rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def as_docx(rows):
    made = Document()
    made.add_paragraph("Phụ lục")
    table = made.add_table(rows=len(rows), cols=len(rows[0]))
    for line, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            cell.text = text
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


WRITE = {"csv": as_csv, "xlsx": as_xlsx, "docx": as_docx}


@pytest.mark.parametrize("kind", WRITE)
def test_the_same_draft_comes_from_word_excel_and_csv(tmp_path, kind):
    (tmp_path / f"phu-luc.{kind}").write_bytes(WRITE[kind]([HEAD, *annex_of_lam_dong()]))
    done = command("scheme", "import", f"phu-luc.{kind}", "-o", "nhap.toml", "--year", "2025", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "Nhận ra cách chấm" in done.out
    first, *lines = (tmp_path / "nhap.toml").read_text(encoding="utf-8").splitlines()
    (tmp_path / "phu-luc.csv").write_bytes(as_csv([HEAD, *annex_of_lam_dong()]))
    command("scheme", "import", "phu-luc.csv", "-o", "csv.toml", "--title", "phu-luc", "--year", "2025", cwd=tmp_path)
    other, *rest = (tmp_path / "csv.toml").read_text(encoding="utf-8").splitlines()
    assert (first.replace(f".{kind}", ""), [line for line in lines if not line.startswith("code ")]) == (
        other.replace(".csv", ""), [line for line in rest if not line.startswith("code ")],
    )  # fmt: skip


def as_tcvn3(kind, rows):
    """An annex as a commune's old computer writes it: letters of .VnTime."""
    coded = [[encode(str(cell), "tcvn3") for cell in row] for row in rows]
    if kind == "csv":
        return as_csv(coded).decode().encode("latin-1")
    document = Document(io.BytesIO(as_docx(coded)))
    for cell in document.tables[0]._cells:
        for run in cell.paragraphs[0].runs:
            run.font.name = ".VnTime"
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


@pytest.mark.parametrize("kind", ["csv", "docx"])
def test_an_annex_of_before_unicode_gives_the_same_draft(tmp_path, kind):
    rows = [HEAD, *ROWS]
    (tmp_path / f"a.{kind}").write_bytes(WRITE[kind](rows))
    plain = command("scheme", "import", f"a.{kind}", "-o", "x.toml", "--year", "2026", cwd=tmp_path)
    wanted = (tmp_path / "x.toml").read_text(encoding="utf-8")
    (tmp_path / f"a.{kind}").write_bytes(as_tcvn3(kind, rows))
    args = ("scheme", "import", f"a.{kind}", "-o", "x.toml", "--year", "2026", "--force")
    unread = command(*args, cwd=tmp_path)
    assert "thêm --encoding tcvn3" in unread.err
    assert (unread.code, (tmp_path / "x.toml").read_text(encoding="utf-8")) == (3 if kind == "csv" else 5, wanted)
    done = command(*args, "--encoding", "tcvn3", "--verbose", cwd=tmp_path)
    assert (plain.code, done.code, (tmp_path / "x.toml").read_text(encoding="utf-8")) == (0, 0, wanted)
    assert "từ mã TCVN3 (.VnTime) sang Unicode" in done.err


def test_a_draft_ranks_nobody(tmp_path):
    (tmp_path / "a.csv").write_bytes(as_csv([HEAD, *ROWS]))
    made = command("scheme", "import", "a.csv", "-o", "nhap.toml", "--year", "2026", "--format", "json", cwd=tmp_path)
    assert made.code == 0
    data = json.loads(made.out)
    assert (data["criteria"], data["recognised"]) == (3, 2)
    (tmp_path / "r.csv").write_text("unit,c_1_1_1_done\nA,có\n", encoding="utf-8")
    refused = command("rank", "r.csv", "--scheme", "nhap.toml", cwd=tmp_path)
    assert refused.code == 4
    assert refused.err.count("cách chấm còn là bản nháp") == 3


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("a.csv", "--year", "2026"), 2, "-o FILE.toml"),
        (("a.csv", "-o", "x.toml"), 2, "--year"),
        (("a.csv", "-o", "x.toml", "--year", "26"), 2, "2000..2100"),
        (("a.csv", "-o", "x.toml", "--year", "2026", "--encoding", "viqr"), 2, "tcvn3, vni"),
        (("khong-co.csv", "-o", "x.toml", "--year", "2026"), 3, "khong-co.csv"),
        (("hong.docx", "-o", "x.toml", "--year", "2026"), 3, "hong.docx"),
        (("trong.csv", "-o", "x.toml", "--year", "2026"), 5, "không thấy bảng tiêu chí nào"),
        (("a.csv", "-o", "co-roi.toml", "--year", "2026"), 3, "co-roi.toml"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(tmp_path, args, code, says):
    (tmp_path / "a.csv").write_bytes(as_csv([HEAD, *ROWS]))
    (tmp_path / "hong.docx").write_bytes(b"PK broken")
    (tmp_path / "trong.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    (tmp_path / "co-roi.toml").write_text("x = 1\n", encoding="utf-8")
    result = command("scheme", "import", *args, cwd=tmp_path)
    assert result.code == code, result.err
    assert says in result.err
    assert not (tmp_path / "x.toml").exists()
    assert (tmp_path / "co-roi.toml").read_text(encoding="utf-8") == "x = 1\n"


def test_help_of_the_command_loads_nothing_heavy():
    code = "import sys; from cchc_score.cli.main import run; run(['scheme', 'import', '--help']); print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False).stdout
    assert "draft" in out
    assert not {"pydantic", "numpy", "docx"} & set(out.split())


@pytest.mark.full
def test_an_annex_that_was_edited_is_a_draft_and_says_where(tmp_path):
    command("scheme", "show", "lam-dong-1234-2025", "-o", "annex.docx", cwd=tmp_path)
    document = Document(tmp_path / "annex.docx")
    row = next(row for row in document.tables[0].rows if row.cells[0].text == "1.2")
    row.cells[2].text = "2,5"
    document.save(tmp_path / "annex.docx")
    asked = ("scheme", "import", "annex.docx", "-o", "new.toml")
    without = command(*asked, cwd=tmp_path)
    assert without.code == 2
    assert "1.2, điểm tối đa: bảng ghi '2,5', bộ tiêu chí kèm trong tệp ghi '1,5'" in without.err
    assert "--year" in without.err
    assert not (tmp_path / "new.toml").exists()
    done = command(*asked, "--year", "2025", "--format", "json", cwd=tmp_path)
    assert done.code == 0
    data = json.loads(done.out)
    assert (data["criteria"], data["recognised"]) == (81, 72)
    assert [one["code"] for one in data["findings"]] == ["annex-edited", "annex-sum"]
    assert "max_points = 2.5" in (tmp_path / "new.toml").read_text(encoding="utf-8")


@pytest.mark.full
def test_the_very_scheme_of_an_annex_as_json(tmp_path):
    command("scheme", "show", "minh-hoa-2023", "-o", "annex.xlsx", cwd=tmp_path)
    asked = ("scheme", "import", "annex.xlsx", "-o", "new.toml", "--year", "2023", "--format", "json")
    data = json.loads(command(*asked, cwd=tmp_path).out)
    assert data["scheme"]["code"] == "minh-hoa-2023"
    assert (data["criteria"], data["recognised"], data["findings"]) == (52, 52, [])
    assert command(*asked, cwd=tmp_path).code == 3
