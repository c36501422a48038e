"""`report` as people ask it for pages and pictures."""

import json
import shutil

import pytest

from tests.report.html.made import page_of, read, text_of
from tests.running import EXAMPLES, command

YEAR = EXAMPLES / "hoang-hoa-2023"


def report(*args):
    return command("report", YEAR, *args, "--quiet")


@pytest.mark.full
def test_one_file_is_the_page_of_all(tmp_path):
    result = report("-o", tmp_path / "ket-qua.html")
    assert (result.code, result.err) == (0, "")
    assert (tmp_path / "ket-qua.html").read_bytes() == page_of("hoang-hoa-2023")
    assert report("-o", tmp_path / "ket-qua.html").code != 0
    assert report("-o", tmp_path / "ket-qua.html", "--force").code == 0


@pytest.mark.full
def test_split_writes_an_overview_that_leads_to_a_file_for_each_unit(tmp_path):
    result = report("-o", tmp_path / "trang", "--split")
    assert (result.code, result.err) == (0, "")
    files = {file.name for file in (tmp_path / "trang").iterdir()}
    assert len(files) == 16
    page = read((tmp_path / "trang" / "index.html").read_bytes())
    addresses = [one.get("href") for one in page.all("a") if not one.get("href").startswith("#/")]
    assert {address.partition("#")[0] for address in addresses} == files - {"index.html"}
    for address in addresses[:40]:
        name, _, place = address.partition("#")
        assert read((tmp_path / "trang" / name).read_bytes()).at(place) is not None


def test_a_folder_of_pages_without_an_overview(tmp_path):
    assert report("-o", tmp_path / "trang", "--format", "html", "--unit", "M05").code == 0
    assert [file.name for file in (tmp_path / "trang").iterdir()] == ["M05.html"]
    assert "index.html" not in (tmp_path / "trang" / "M05.html").read_text("utf-8")


@pytest.mark.full
def test_some_units_have_pages_and_all_are_ranked(tmp_path):
    assert report("-o", tmp_path / "a.html", "--unit", "M05").code == 0
    page = read((tmp_path / "a.html").read_bytes())
    assert len(page.ranking) == 15
    assert [one.get("id") for one in page.all("section") if one.get("class") == "commune"] == ["M05"]


@pytest.mark.full
@pytest.mark.parametrize(("picture", "begins"), [("ranking", "1. Xã Mẫu 01"), ("heat", "1"), ("losses", "3.6 Mức độ")])
def test_a_picture_stands_alone(tmp_path, picture, begins):
    assert report("-o", tmp_path / "hinh.svg", "--picture", picture).code == 0
    svg = (tmp_path / "hinh.svg").read_text("utf-8")
    assert f">{begins}" in svg
    assert "var(" not in svg
    assert report("-o", tmp_path / "hinh.png", "--picture", picture).code == 0
    assert (tmp_path / "hinh.png").read_bytes().startswith(b"\x89PNG")
    again = tmp_path / "lai.png"
    assert report("-o", again, "--picture", picture).code == 0
    assert again.read_bytes() == (tmp_path / "hinh.png").read_bytes()


@pytest.mark.full
def test_the_picture_of_a_unit_needs_one(tmp_path):
    assert report("-o", tmp_path / "a.svg", "--picture", "commune", "--unit", "M05").code == 0
    assert "Phường Mẫu 05" in (tmp_path / "a.svg").read_text("utf-8")
    refused = report("-o", tmp_path / "b.svg", "--picture", "commune")
    assert refused.code == 2
    assert "--unit" in refused.err
    assert not (tmp_path / "b.svg").exists()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("-o", "a.svg"), "--picture ranking|heat|losses|commune"),
        (("-o", "a.html", "--picture", "heat"), "--picture"),
        (("-o", "a.svg", "--picture", "pie"), "ranking"),
        (("-o", "a.html", "--split"), "--split"),
        (("-o", "trang", "--split", "--format", "pdf"), "--split"),
        (("-o", "trang", "--format", "svg", "--picture", "heat"), "--picture"),
        (("-o", "trang", "--format", "svg"), "--picture"),
    ],
)
def test_what_does_not_go_together_is_refused(args, said, tmp_path):
    result = command("report", YEAR, *args, "--quiet", cwd=tmp_path)
    assert result.code == 2
    assert said in result.err
    assert not list(tmp_path.iterdir())


@pytest.mark.full
def test_another_year_moves_ranks_on_common_criteria(tmp_path):
    before = tmp_path / "nam-truoc"
    shutil.copytree(YEAR, before)
    units = (before / "units.csv").read_text("utf-8")
    (before / "units.csv").write_text(units.replace("Phường Mẫu 05", "Phường Cũ"), "utf-8")
    result = command("report", YEAR, "--against", before, "-o", tmp_path / "a.html", "--quiet")
    assert (result.code, result.err) == (0, "")
    page = read((tmp_path / "a.html").read_bytes())
    assert text_of(page.at("/moves")) == "Thứ hạng so với năm khác"
    ranks = json.loads(command("rank", YEAR, "--format", "json", "--quiet").out)["communes"]
    ranked = sum(one["rank"] is not None for one in ranks)
    assert f"{ranked} đơn vị được xếp hạng ở cả hai năm" in text_of(page.all("main")[0])


def test_a_year_with_nothing_makes_no_page(tmp_path):
    folder = tmp_path / "trong"
    shutil.copytree(YEAR, folder)
    shutil.rmtree(folder / "reports")
    (folder / "reports").mkdir()
    result = command("report", folder, "-o", tmp_path / "a.html", "--quiet")
    assert result.code != 0
    assert not (tmp_path / "a.html").exists()
