"""Documents become one TOML file a commune: all or none of them, with sources and doubts, and a bad one stops no other."""

import json
import shutil

import pytest

from cchc_score.year import document_files, parallel
from tests.reports import appendix_rows, word_report
from tests.running import EXAMPLES, command

TEXT = EXAMPLES / "hoang-hoa-2023" / "reports" / "hoang-cat.txt"
SCHEME = ("--scheme", "minh-hoa-2023")


@pytest.mark.full
def test_what_is_imported_scores_as_the_documents_do(tmp_path):
    out = tmp_path / "so-lieu"
    result = command("import", TEXT, "-o", out, *SCHEME, "--unit", "15865")
    assert result.code == 0
    assert "Đã ghi 1 tệp" in result.out
    assert "cảnh báo" in result.err
    assert [one.name for one in out.iterdir()] == ["15865.toml"]
    text = (out / "15865.toml").read_text(encoding="utf-8")
    assert 'printed = "01"' in text
    assert 'remark = "Mức độ 3: 238; CT Điện tử: 272"' in text
    assert "dòng 3.1.2" in text
    results = [json.loads(command("score", path, *SCHEME, "--format", "json").out) for path in (TEXT, out)]
    first, second = (one["communes"][0] for one in results)
    for key in ("points", "points_high", "index", "index_high", "class", "areas"):
        assert first[key] == second[key]
    doubts = [
        {(fact["indicator"], fact["in_doubt"]) for each in one["criteria"] for fact in each["facts"]}
        for one in (first, second)
    ]
    assert doubts[0] == doubts[1]


def test_the_same_documents_give_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        command("import", TEXT, "-o", tmp_path / name, *SCHEME)
    (first,), (second,) = ((tmp_path / name).iterdir() for name in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()


def test_a_file_begins_with_all_that_was_found_in_its_document(tmp_path):
    (tmp_path / "15865.docx").write_bytes(word_report(appendix_rows()))
    listed = command("import", "15865.docx", "-o", "out", "--scheme", "minh-hoa-2023", "--lang", "en", cwd=tmp_path)
    (file,) = (tmp_path / "out").iterdir()
    comments = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("# ")]
    for words in (
        "table 1, row 12: XÃ HOẰNG CÁT, row 1.3: the header",
        "row 3.3.1/3: 510 mixes",
        "row 3.1.3: Procedures",
    ):
        assert any(words in line for line in comments)
    assert any("15865.docx: paragraph 5: XÃ HOẰNG CÁT: " in line for line in comments)
    assert listed.code == 0


@pytest.mark.full
def test_what_is_there_already_is_not_overwritten_and_then_nothing_is_written(tmp_path):
    out = tmp_path / "out"
    assert command("import", TEXT, "-o", out, *SCHEME).code == 0
    (made,) = out.iterdir()
    made.write_text("mine", encoding="utf-8")
    again = command("import", TEXT, "-o", out, *SCHEME)
    assert (again.code, made.read_text(encoding="utf-8")) == (3, "mine")
    assert "--force" in again.err
    assert command("import", TEXT, "-o", out, *SCHEME, "--force").code == 0
    assert made.read_text(encoding="utf-8") != "mine"


@pytest.mark.full
def test_a_bad_file_stops_no_other(tmp_path):
    reports = tmp_path / "in"
    reports.mkdir()
    shutil.copy(TEXT, reports / "a.txt")
    (reports / "b.docx").write_bytes(b"PK broken")
    (reports / "c.toml").write_text("x = [", encoding="utf-8")
    (reports / "d.pdf").write_bytes(b"%PDF")
    result = command("import", reports, "-o", tmp_path / "out", *SCHEME)
    assert result.code == 3
    for name in ("b.docx", "c.toml", "d.pdf"):
        assert name in result.err
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_two_reports_of_one_unit_are_told(tmp_path):
    reports = tmp_path / "in"
    reports.mkdir()
    shutil.copy(TEXT, reports / "a.txt")
    (reports / "b.docx").write_bytes(word_report(appendix_rows()))
    result = command("import", reports, "-o", tmp_path / "out", *SCHEME)
    assert "đã có một báo cáo" in result.err
    assert len(list((tmp_path / "out").iterdir())) == 1


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        ((TEXT, *SCHEME), 2, "-o DIR"),
        ((TEXT, TEXT, "-o", "x", "--unit", "01", *SCHEME), 2, "--unit"),
        ((TEXT.parent, "-o", "x", "--unit", "01", *SCHEME), 2, "--unit"),
        ((TEXT, "-o", "x", "--year", "23", *SCHEME), 2, "--year"),
        ((TEXT, "-o", TEXT, *SCHEME), 3, "tên thư mục"),
        (("khong-co.txt", "-o", "x", *SCHEME), 3, "không có tệp này"),
    ],
)
def test_what_cannot_be_done_is_said(args, code, words):
    result = command("import", *args)
    assert (result.code, words in result.err) == (code, True)


def test_nothing_to_import_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("không có gì", encoding="utf-8")
    result = command("import", tmp_path / "a.txt", "-o", tmp_path / "out", *SCHEME)
    assert result.code == 5
    assert not (tmp_path / "out").exists()


def test_the_list_of_files_is_data_too(tmp_path):
    result = command("import", TEXT, "-o", tmp_path / "out", *SCHEME, "--format", "json", "-q")
    data = json.loads(result.out)
    assert data["schema_version"] == 1
    (one,) = data["files"]
    assert (one["name"], one["facts"], one["in_doubt"], one["errors"]) == ("Xã Hoằng Cát", 56, 6, 0)


def test_another_year_is_imported_when_it_is_asked_for(tmp_path):
    result = command("import", TEXT, "-o", tmp_path / "out", *SCHEME, "--year", "2024", "-q")
    assert result.code == 0
    (made,) = (tmp_path / "out").iterdir()
    assert "year = 2024" in made.read_text(encoding="utf-8")


@pytest.mark.full
def test_many_files_are_read_in_several_processes(tmp_path, monkeypatch):
    # As if they were as slow to read as those of Word, and fewer were many.
    monkeypatch.setattr(document_files, "TEXTS", ())
    monkeypatch.setattr(document_files, "MANY", 24)
    monkeypatch.setattr(parallel, "MANY", 24)
    reports = tmp_path / "in"
    reports.mkdir()
    text = TEXT.read_text(encoding="utf-8")
    for number in range(30):
        (reports / f"{number:02}.txt").write_text(text.replace("HOẰNG CÁT", f"SỐ {number:02}"), encoding="utf-8")
    result = command("import", reports, "-o", tmp_path / "out", *SCHEME, "-q")
    assert (result.code, result.err) == (0, "")
    assert len(list((tmp_path / "out").iterdir())) == 30
    (reports / "hong.docx").write_bytes(b"PK broken")
    (reports / "hong.toml").write_text("x = [", encoding="utf-8")
    again = command("import", reports, "-o", tmp_path / "again", *SCHEME, "-q")
    assert again.code == 3
    assert "hong.docx: tệp hỏng" in again.err
    assert "hong.toml:1: dấu '[' không có dấu" in again.err
    assert len(list((tmp_path / "again").iterdir())) == 30


@pytest.mark.full
def test_documents_are_scored_directly(tmp_path):
    (tmp_path / "a.docx").write_bytes(word_report(appendix_rows()))
    results = [
        json.loads(command("score", path, *SCHEME, "--format", "json", "-q").out)["communes"][0]
        for path in (TEXT, tmp_path / "a.docx")
    ]
    for key in ("points", "points_high", "index", "class", "areas"):
        assert results[0][key] == results[1][key]
    assert results[1]["criteria"][2]["facts"][0]["source"].startswith(f"{tmp_path.as_posix()}/a.docx: bảng 1, dòng")
    assert "a.docx: bảng 1" in command("rank", tmp_path, *SCHEME).err
