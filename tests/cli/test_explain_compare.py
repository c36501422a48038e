"""`init`, `explain` and `compare` as people call them."""

import json
import shutil
from fractions import Fraction

import pytest

from tests.running import EXAMPLES, command


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """The folder that `init` makes with the illustrative scheme."""
    folder = tmp_path_factory.mktemp("nam") / "cchc-2023"
    result = command("init", folder, "--from", "minh-hoa")
    assert (result.code, result.err) == (0, "")
    assert "bo-tieu-chi.toml" in result.out
    return folder


@pytest.mark.full
def test_a_new_folder_is_ready_and_never_overwrites(year, tmp_path):
    ranked = command("rank", year, "--quiet")
    assert (ranked.code, ranked.err) == (0, "")
    assert "Xã Mẫu 01" in ranked.out
    before = (year / "cchc.toml").read_bytes()
    again = command("init", year, "--lang", "en")
    assert (again.code, again.out) == (3, "")
    assert "this folder has files in it" in again.err
    assert (year / "cchc.toml").read_bytes() == before
    (tmp_path / "trong").mkdir()
    made = json.loads(command("init", tmp_path / "trong", "--format", "json").out)
    assert sorted(made["files"]) == made["files"]
    assert all((tmp_path / "trong" / name).is_file() for name in made["files"])
    assert [one.name for one in tmp_path.iterdir()] == ["trong"]
    (tmp_path / "tep").write_text("x", encoding="utf-8")
    assert command("init", tmp_path / "tep" / "con").code != 0


@pytest.mark.full
def test_a_new_folder_uses_the_real_scheme_as_it_is_unless_another_is_asked_for(tmp_path):
    folder = tmp_path / "nam"
    made = command("init", folder)
    assert (made.code, made.err) == (0, "")
    assert not list(folder.glob("bo-tieu-chi*"))
    ranked = json.loads(command("rank", folder, "--format", "json", "-q").out)
    assert ranked["scheme"]["code"] == "lam-dong-1234-2025"
    assert ranked["scheme"]["decision"].startswith("1234/QĐ-UBND")
    shown = [(one["name"], one["class"], one["points_high"]) for one in ranked["communes"]]
    assert shown == [("Xã Mẫu 01", "Tốt", None), ("Phường Mẫu 02", "Khá", None), ("Đặc khu Mẫu 03", "Kém", None)]
    # One commune claims what its figures do not give, so that there is something to look at.
    checked = json.loads(command("check", folder, "--format", "json").out)
    assert [one["code"] for one in checked["findings"]] == ["claim-differs"]
    refused = command("init", tmp_path / "b", "--from", "lâm đồng")
    assert refused.code == 2
    assert "--from" in refused.err
    assert "lam-dong, minh-hoa" in refused.err
    assert [one.name for one in tmp_path.iterdir()] == ["nam"]


@pytest.mark.full
@pytest.mark.parametrize("origin", ["lam-dong", "minh-hoa"])
def test_every_line_of_its_notes_works(origin, tmp_path):
    year = tmp_path / "nam"
    assert command("init", year, "--from", origin).code == 0
    notes = (year / "DOC-TRUOC.md").read_text(encoding="utf-8")
    lines = [line.split()[1:] for line in notes.splitlines() if line.startswith("cchc-score")]
    assert len(lines) == {"lam-dong": 6, "minh-hoa": 5}[origin]
    for line in lines:
        assert command(*line, cwd=year).code in (0, 1)


@pytest.mark.full
def test_a_criterion_is_explained_from_the_index_down(year):
    result = command("explain", "Xã Mẫu 01", "1.1.1", year, "--format", "markdown")
    assert result.code == 0
    for text in (
        "Chỉ số (hạng 1)", "100 x 97,57 / 100 = 97,57", "1.1.1\\] 0,50", "Ban hành kế hoạch CCHC năm",
        "20/01/2023", "vong-1.toml", "Kế hoạch 02/KH-UBND ngày 05/01/2023", "đến hết ngày 15/01/2023",
        "Ngày ký trên văn bản là 20/01/2023", "Nguyễn Văn An, 20/12/2023", "được tính", "m01-ke-hoach",
    ):  # fmt: skip
        assert text in result.out, text
    english = command("explain", "M01", "1.1.1", year, "--lang", "en", "--stage", "reported").out
    assert "From the index down" in english
    assert "05/01/2023" in english
    assert "reports/mau-01.toml" in english


def test_explanations_stand_beside_the_entries_that_they_answer(year):
    data = json.loads(command("explain", "M02", "4.1", year, "--format", "json").out)
    (criterion,) = data["criteria"]
    assert criterion["by_hand"]
    assert (criterion["points"]["exact"], criterion["computed"]) == ("2", "2")
    assert [(one["id"], one["round"], one["old"], one["new"], one["ending"]) for one in criterion["entries"]] == [
        ("m02-quy-che", 1, "2", "1", "applied"),
        ("m02-quy-che-2", 2, "1", "2", "applied"),
    ]
    assert criterion["entries"][0]["evidence"] == []
    (answer,) = criterion["explanations"]
    assert (answer["entry"], answer["evidence"][0]["date"]) == ("m02-quy-che", "2022-03-10")
    assert criterion["claim"]["points"] == "2"


@pytest.mark.full
def test_without_a_criterion_everything_is_explained(year):
    data = json.loads(command("explain", "M03", year, "--format", "json").out)
    assert len(data["criteria"]) > 50
    leaves = [one for one in data["criteria"] if one["computed"] is not None and one["outcome"] == "SCORED"]
    assert all(" = " in one["working"] and one["rule"] for one in leaves)
    short = next(one for one in data["criteria"] if one["number"] == "3.3.1")
    received = next(one["value"] for one in short["facts"] if one["indicator"] == "dossiers_received")
    wanted = {"indicators": ["dossiers_on_time"], "how": "from", "limit": received, "answers": []}
    assert wanted in short["full_points"]
    assert data["unit"]["total"]["working"]
    table = command("explain", "M03", year)
    assert "Để đủ điểm" in table.out


def test_a_parent_is_explained_by_its_parts(year):
    out = command("explain", "M01", "1.5", year, "--format", "markdown").out
    assert "cao nhất trong" in out
    assert "1.5.2" in out


def test_reports_alone_can_be_explained():
    folder = EXAMPLES / "hoang-hoa-2023"
    result = command("explain", "15865", "3.3.2", folder, "--format", "markdown", "--quiet")
    assert "chưa có (báo cáo)" in result.out
    assert "thiếu số liệu" in result.out
    assert "Số hồ sơ đất đai" in result.out


@pytest.mark.full
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("explain", "M01", "3.3.11"), "bộ tiêu chí không có tiêu chí '3.3.11'"),
        (("explain", "M99"), "ĐƠN_VỊ 'M99' không có ở đây"),
        (("compare", "round-7", "final"), "round-7"),
        (("compare", "self", "khong-co"), "khong-co"),
    ],
)
def test_words_that_mean_nothing_are_refused(year, words, said):
    result = command(*words, cwd=year)
    assert result.code in (2, 4)
    assert said in result.err
    assert result.out == ""


def parts_add_up(data):
    """The parts of every difference as JSON tells them."""
    for unit in data["units"]:
        points = sum((Fraction(one["points"]) for one in unit["parts"]), Fraction(unit["cut"]))
        assert points == Fraction(unit["points"])
        assert points == Fraction(unit["after"]["points"]["exact"]) - Fraction(unit["before"]["points"]["exact"])
        if unit["index"] is not None:
            shares = [Fraction(one["index"]) for one in unit["parts"]]
            shares += [Fraction(unit["cut_index"]), Fraction(unit["denominator_index"])]
            assert sum(shares) == Fraction(unit["index"])
            index = [unit[side]["index"]["exact"] for side in ("before", "after")]
            assert Fraction(index[1]) - Fraction(index[0]) == Fraction(unit["index"])


@pytest.mark.full
def test_a_unit_that_claims_nothing_is_not_said_to_have_claimed(year):
    silent, telling = (
        command("score", year, "--stage", "self", "--unit", unit, "--format", "csv").out for unit in ("M09", "M01")
    )
    assert ", tự chấm" not in silent
    assert "tự chấm" in telling


@pytest.mark.full
def test_stages_are_compared(year):
    for one, other in (("self", "appraised"), ("round-1", "round-2"), ("reported", "final")):
        result = command("compare", one, other, year, "--format", "json")
        assert result.code == 0
        parts_add_up(json.loads(result.out))
    table = command("compare", "self", "final", year, "--unit", "M02").out
    assert "VBQPPL ban hành đúng pháp luật" in table
    assert "TỔNG" in table
    english = command("compare", "round-1", "round-2", year, "--lang", "en").out
    assert "4.1 +1" in english


@pytest.mark.full
def test_a_year_is_compared_with_the_next_and_merged_units_with_those_before(year, tmp_path):
    after = tmp_path / "nam-sau"
    command("init", after, "--from", "minh-hoa")
    units = after / "units.csv"
    text = units.read_text(encoding="utf-8").replace("M02,Xã Mẫu 02,xã,,,,yes\n", "")
    units.write_text(text.replace("M01,Xã Mẫu 01,xã,,,,yes", "M01,Xã Mẫu 01,xã,,,M01 M02 M77,yes"), encoding="utf-8")
    (after / "reports" / "mau-02.toml").unlink()
    (after / "self-scores" / "mau-02.csv").unlink()
    result = command("compare", f"{year}@reported", f"{after}@reported", "--format", "json")
    data = json.loads(result.out)
    parts_add_up(data)
    merged = next(one for one in data["units"] if one["code"] == "M01")
    assert merged["predecessors"] == ["M01", "M02"]
    assert merged["before"]["rank"] is None
    page = command("compare", f"{year}@reported", f"{after}@reported").out
    assert "A là trung bình của Xã Mẫu 01, Xã Mẫu 02" in page
    assert "Xã Mẫu 01: được ghi là nhập từ M77, mà bên A không có" in result.err


@pytest.mark.full
def test_the_work_of_a_unit_that_ended_within_the_year_is_told_and_no_error(year):
    units = year / "units.csv"
    text = units.read_text(encoding="utf-8")
    units.write_text(text.replace("M01,Xã Mẫu 01,xã,,,", "M01,Xã Mẫu 01,xã,,30/06/2023,"), encoding="utf-8")
    told = command("rank", year).err.splitlines()
    about = [line for line in told if "Xã Mẫu 01 không tồn tại vào ngày 31/12/2023" in line]
    places = {line.split(": ")[1].split("/")[0] for line in about}
    assert places == {"reports", "self-scores", "appraisal", "survey"}
    assert all(line.startswith("cảnh báo") for line in about)
    assert not any("không có đơn vị nào là 'M01'" in line for line in told)


@pytest.mark.full
def test_what_is_noticed_is_told_once_and_with_its_year_where_there_are_two(year, tmp_path):
    told = command("compare", "self", "final", year).err.splitlines()
    assert told
    assert len(set(told)) == len(told)
    for folder in ("truoc", "sau"):
        shutil.copytree(year, tmp_path / folder)
    both = command("compare", "truoc", "sau", cwd=tmp_path).err.splitlines()
    shown = [line.replace(": ", f": {folder}/", 1) for folder in ("truoc", "sau") for line in told]
    assert sorted(both) == sorted(shown)


@pytest.mark.full
def test_schemes_are_compared_on_the_same_reports(year):
    other = year / "khac.toml"
    text = (year / "bo-tieu-chi.toml").read_text(encoding="utf-8")
    title = "Ban hành kế hoạch tuyên truyền CCHC"
    assert title in text
    renamed = text.replace(title, "Ban hành kế hoạch truyền thông")
    # A criterion that only got another title is the same, as `scheme diff` has it; one that asks for another fact is not.
    other.write_text(renamed.replace('"propaganda_plan_issued_on"', '"plan_issued_on"'), encoding="utf-8")
    try:
        data = json.loads(command("compare", "bo-tieu-chi.toml", "khac.toml", ".", "--format", "json", cwd=year).out)
        parts_add_up(data)
        assert data["criteria_only_in_a"] == data["criteria_only_in_b"] == ["1.4"]
        page = command("compare", "bo-tieu-chi.toml", "khac.toml", ".", cwd=year).out
        assert "Tiêu chí chỉ có ở một bên" in page
        assert "Tiêu chí chung" in page
    finally:
        other.unlink()


@pytest.mark.full
def test_a_name_that_two_units_bear_explains_neither(tmp_path):
    (tmp_path / "units.csv").write_text("code,name\nA1,Phường 3\nA2,Phường 3\nA3,Phường 4\n", encoding="utf-8")
    (tmp_path / "r.csv").write_text("unit,plans_issued\nA1,1\nA2,2\nA3,3\n", encoding="utf-8")
    config = 'scheme = "minh-hoa-2023"\nunits = "units.csv"\nreports = "r.csv"\n'
    (tmp_path / "cchc.toml").write_text(config, encoding="utf-8")
    refused = command("explain", "Phường 3", tmp_path)
    assert refused.code == 2
    assert "là tên của nhiều đơn vị: A1 Phường 3, A2 Phường 3; hãy ghi mã" in refused.err
    assert "several units" in command("explain", "Phường 3", tmp_path, "--lang", "en").err
    assert command("explain", "A2", tmp_path, "-q").code in (0, 1)
    assert command("explain", "phường 4", tmp_path, "-q").code in (0, 1)
