"""Formats of plugins: text as before, bytes for binary files, and cells with their exact values."""

import io
import zipfile
from fractions import Fraction

import pytest

from tests.running import EXAMPLES, command

PLUGIN = """
import io
import zipfile

from cchc_score import hookimpl
from cchc_score.formats import Format


def zipped(page):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number, sheet in enumerate(page.sheets):
            rows = [";".join(f"{cell.kind}={cell.value}" for cell in row) for row in sheet.typed_rows]
            archive.writestr(zipfile.ZipInfo(f"{number}.txt"), "\\n".join(rows))
    return stream.getvalue()


def old(page):
    return "\\n".join("|".join(row) for sheet in page.sheets for row in sheet.rows)


@hookimpl
def cchc_formats():
    return [Format("zipped", ".zip", zipped), Format("old", ".old", old), Format("deep", ".tsv.gz", old), Format("zz", ".txt", old)]
"""


@pytest.fixture
def plugins(tmp_path):
    folder = tmp_path / "plugins"
    folder.mkdir()
    (folder / "dinh_dang.py").write_text(PLUGIN.replace("\\\\n", "\\n"), encoding="utf-8")
    return folder


def test_a_format_of_bytes_is_written_as_it_is(plugins, tmp_path):
    target = tmp_path / "ket-qua.zip"
    result = command("rank", EXAMPLES / "binh-duong-2017", "--plugins", plugins, "-o", target, "-q")
    assert (result.code, result.out, result.err) == (0, "", "")
    with zipfile.ZipFile(target) as archive:
        rows = archive.read("0.txt").decode().split("\n")
    assert len(rows) == 9
    kinds = [cell.partition("=")[0] for cell in rows[0].split(";")]
    assert kinds[:2] == ["count", "text"]
    assert kinds[2:6] == ["points"] * 4
    assert kinds[6] == "percent"


def test_the_cells_of_a_format_hold_the_exact_values(plugins, tmp_path):
    target = tmp_path / "ket-qua.zip"
    command("rank", EXAMPLES / "binh-duong-2017", "--plugins", plugins, "-o", target, "-q")
    printed = command("rank", EXAMPLES / "binh-duong-2017", "--format", "csv", "--lang", "en", "-q").out
    lines = [line.split(",") for line in printed.split("\r\n")[1:10]]
    with zipfile.ZipFile(io.BytesIO(target.read_bytes())) as archive:
        rows = [row.split(";") for row in archive.read("0.txt").decode().split("\n")]
    for line, row in zip(lines, rows, strict=True):
        total, most, index = (Fraction(cell.partition("=")[2]) for cell in row[4:7])
        assert total == Fraction(line[4])
        assert index == 100 * total / most


def test_a_format_written_for_text_runs_unchanged(plugins):
    result = command("rank", EXAMPLES / "binh-duong-2017", "--plugins", plugins, "--format", "old", "-q")
    assert result.code == 0
    assert len(result.out.split("\n")) == 9


@pytest.mark.parametrize(
    ("name", "first"),
    [("a.tsv.gz", "1|Thủ Dầu Một"), ("a.CSV", "\ufeffHạng"), ("a.txt", "Chỉ số"), ("a.b.ZIP", "PK")],
)
def test_the_ending_of_a_file_names_its_format(plugins, tmp_path, name, first):
    """The longest ending that fits, in any case; a plugin takes no ending of a built-in format."""
    result = command("rank", EXAMPLES / "binh-duong-2017", "--plugins", plugins, "-o", tmp_path / name, "-q")
    assert (result.code, result.err) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(first.encode())


def test_an_unknown_ending_is_told_with_all_that_are_known(plugins, tmp_path):
    result = command("rank", EXAMPLES / "binh-duong-2017", "--plugins", plugins, "-o", tmp_path / "a.doc", "-q")
    assert result.code == 2
    assert ".tsv.gz" in result.err


@pytest.mark.parametrize("name", ["table", "markdown", "html", "csv", "latex"])
@pytest.mark.parametrize("asked", [(), ("--parts",)])
def test_a_ranking_says_mean_ends_and_classes_in_every_format(name, asked):
    said = command("rank", EXAMPLES / "huyen-them-tieu-chi", "--format", name, *asked, "--quiet").out
    for words in ("cao nhất 97,85; trung bình 79,69; thấp nhất 63,53", "Đạt 2 (66,67", "Chưa đạt 1 (33,33"):
        assert words in said
