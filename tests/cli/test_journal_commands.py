"""The journal on the command line: begun, shown, checked, proved by receipts, and written as a folder again."""

import json
import shutil

import pytest

from tests.merging.years import held
from tests.running import command


def receipt(year, name="bien-nhan.json"):
    path = year.parent / name
    assert command("journal", "receipt", "reports/mau-01.toml", year, "--format", "json", "-o", path).code == 0
    return path


def verified(year, *words):
    return command("journal", "verify", year, *words)


@pytest.mark.full
def test_taking_in_needs_a_name_and_twice_is_once(begun):
    assert command("journal", "take", begun).code == 2
    assert command("journal", "take", begun, "--by", " ").code == 2
    assert command("journal", "take", begun, "--by", "Bình").code == 5


@pytest.mark.full
def test_events_are_shown_by_unit_and_kind(begun):
    every = json.loads(command("journal", "show", begun, "--format", "json").out)
    assert [event["number"] for event in every["events"]] == list(range(1, every["count"] + 1))
    assert every["events"][-1]["hash"] == every["head"]
    some = json.loads(command("journal", "show", begun, "--kind", "entry", "--unit", "M01", "--format", "json").out)
    assert {(event["kind"], event["unit"]) for event in some["events"]} == {("entry", "M01")}
    assert command("journal", "show", begun, "--unit", "M99").code == 5
    table = command("journal", "show", begun, "--lang", "en").out
    assert "file taken in: report" in table
    assert "Nguyễn Văn An" in table


@pytest.mark.full
def test_a_whole_journal_and_its_receipt_hold(begun, year):
    assert verified(year).code == 0
    found = verified(year, "--receipt", receipt(year))
    assert found.code == 0
    assert "Biên nhận đúng: reports/mau-01.toml" in found.out
    data = json.loads(verified(year, "--receipt", receipt(year, "b.json"), "--format", "json").out)
    assert (data["receipt"], data["findings"]) == ("holds", [])


def test_a_receipt_shows_a_journal_that_was_cut_or_replaced(year):
    proof = receipt(year)
    path = year / "nhat-ky" / "su-kien.jsonl"
    whole = path.read_bytes()
    path.write_bytes(b"".join(whole.splitlines(keepends=True)[:3]))
    cut = verified(year, "--receipt", proof)
    assert (cut.code, "nhật ký chưa có sự kiện" in cut.err) == (1, True)
    # A journal of the same folder that somebody else began.
    shutil.rmtree(year / "nhat-ky")
    assert command("journal", "take", year, "--by", "Người khác").code == 0
    other = verified(year, "--receipt", proof)
    assert (other.code, "không phải là sự kiện của biên nhận" in other.err) == (1, True)


@pytest.mark.full
@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"kind": "cchc-score-receipt"}', "[" * 5_000, "PK"])
def test_what_is_no_receipt_is_refused(begun, tmp_path, text):
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    refused = verified(begun, "--receipt", path)
    assert (refused.code, "Traceback" in refused.err) == (3, False)


def test_an_event_that_was_changed_stops_every_command(year):
    path = year / "nhat-ky" / "su-kien.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"by":"An"', b'"by":"Ba"', 1))
    for words in (("journal", "verify"), ("rank",), ("journal", "take", "--by", "An"), ("status",)):
        told = command(*words, year)
        assert (told.code, "sự kiện 1 đã bị sửa" in told.err) == (3, True)


def test_a_line_left_half_is_told_and_gives_way(year):
    path = year / "nhat-ky" / "su-kien.jsonl"
    path.write_bytes(path.read_bytes() + b'{"before":"')
    assert "dòng cuối của nhật ký ghi dở" in verified(year).err
    (year / "reports" / "them.csv").write_text("unit,year\n", encoding="utf-8")
    assert command("journal", "take", year, "--by", "An").code == 0
    assert verified(year).err == ""


def test_a_folder_without_a_journal_says_how_to_begin_one(tmp_path):
    assert command("init", tmp_path / "y", "--from", "minh-hoa").code == 0
    for words in (("show",), ("verify",), ("receipt", "a"), ("write", "-o", tmp_path / "z")):
        told = command("journal", words[0], *words[1:2], tmp_path / "y", *words[2:])
        assert told.code in (2, 3)
    assert "journal take" in command("journal", "show", tmp_path / "y").err


def test_the_folder_is_written_again_to_the_byte_and_only_where_nothing_is(year, tmp_path):
    assert command("journal", "write", year).code == 2
    assert command("journal", "write", year, "-o", tmp_path / "lai").code == 0
    shutil.rmtree(year / "nhat-ky")
    assert held(tmp_path / "lai") == held(year)
    assert command("journal", "write", tmp_path / "lai", "-o", tmp_path / "lai").code == 3


@pytest.mark.full
def test_a_report_that_comes_again_waits_until_it_is_accepted(year):
    path = year / "reports" / "mau-02.toml"
    path.write_text(path.read_text(encoding="utf-8") + "# lại\n", encoding="utf-8")
    behind = command("rank", year)
    assert "khác bản đã ghi vào nhật ký" in behind.err
    assert command("journal", "take", year, "--by", "An").code == 0
    assert "chưa được tính" in command("rank", year).err
    assert "gửi lại, chờ chấp nhận" in command("status", year).out
    wrong = command("journal", "accept", "reports/mau-01.toml", year, "--by", "Lan", "--reason", "x")
    assert (wrong.code, "reports/mau-02.toml" in wrong.err) == (2, True)
    assert command("journal", "accept", "reports/mau-02.toml", year, "--by", "Lan").code == 2
    accepted = command("journal", "accept", "reports/mau-02.toml", year, "--by", "Lan", "--reason", "đúng hạn")
    assert (accepted.code, "chấp nhận bản mới" in accepted.out) == (0, True)
    assert "chưa được tính" not in command("rank", year).err


@pytest.mark.full
def test_a_year_is_frozen_published_and_opened_again(year):
    assert command("journal", "freeze", year).code == 2
    told = command("journal", "freeze", year, "--by", "Lan")
    assert (told.code, "chưa chốt được" in told.err) == (3, True)
    frozen = command("journal", "freeze", year, "--by", "Lan", "--despite", "trình gấp")
    assert (frozen.code, "chốt năm" in frozen.out) == (0, True)
    path = year / "reports" / "mau-03.toml"
    path.write_text(path.read_text(encoding="utf-8") + "# lại\n", encoding="utf-8")
    refused = command("journal", "take", year, "--by", "Lan")
    assert (refused.code, "năm đã chốt" in refused.err) == (3, True)
    assert command("journal", "publish", year, "--by", "Lan").code == 2
    published = ("journal", "publish", year, "--by", "Lan", "--decision", "12/QĐ-UBND")
    assert command(*published, "--date", "mai").code == 2
    assert command(*published, "--date", "15/01/2024").code == 0
    shown = command("status", year)
    assert "Trạng thái của năm: đã công bố theo 12/QĐ-UBND ngày 15/01/2024" in shown.out
    state = json.loads(command("status", year, "--format", "json").out)["state"]
    assert (state["name"], state["decision"], state["date"]) == ("published", "12/QĐ-UBND", "2024-01-15")
    assert command("journal", "reopen", year, "--by", "Lan").code == 2
    assert command("journal", "reopen", year, "--by", "Lan", "--reason", "khiếu nại").code == 0
    assert command("journal", "take", year, "--by", "Lan").code == 0
    english = command("journal", "show", year, "--kind", "act", "--lang", "en").out
    assert all(word in english for word in ("year frozen", "published", "year opened again"))


@pytest.mark.full
def test_questions_answers_and_choices_need_their_words(year):
    ask = ("journal", "ask", "M01", "1.1.1", year, "--by", "An")
    assert command(*ask).code == 2
    assert command(*ask, "--round", "1").code == 2
    assert command(*ask, "--round", "1", "--text", "Ngày nào?").code == 0
    events = json.loads(command("journal", "show", year, "--kind", "act", "--format", "json").out)["events"]
    id = events[-1]["body"]["id"]
    assert "đang hỏi" in command("status", year).out
    answer = ("journal", "answer", "M01", id, year, "--by", "UBND xã")
    assert command(*answer).code == 2
    assert command(*answer, "--text", "05/01").code == 0
    assert "đang hỏi" not in command("status", year).out
    assert command("journal", "answer", "M01", "khong-co", year, "--by", "x", "--text", "y").code in (1, 3)
    settle = ("journal", "settle", "M01", "1.1.1", year, "--by", "HĐ", "--reason", "họp")
    assert command(*settle).code == 2
    assert command(*settle, "--choose", "a", "--value", "1").code == 2
    none = command(*settle, "--choose", "a")
    assert (none.code in (1, 3), "không có xung đột" in none.err) == (True, True)


@pytest.mark.full
def test_a_late_self_score_counts_when_its_unit_has_more_time(tmp_path):
    year = tmp_path / "nam"
    assert command("init", year, "--from", "minh-hoa").code == 0
    claims = year / "self-scores" / "mau-02.csv"
    claims.write_text(claims.read_text(encoding="utf-8").replace("11/12/2023", "16/12/2023"), encoding="utf-8")
    assert command("journal", "take", year, "--by", "Lan").code == 0
    late = command("rank", year, "--stage", "self").err
    assert ("16/12/2023" in late, "journal extend" in late) == (True, True)
    extend = ("journal", "extend", "M02", "tu-cham", year, "--by", "Lan")
    assert [command(*extend).code, command(*extend, "--to", "20/12/2023").code] == [2, 2]
    assert command(*extend, "--to", "mai", "--reason", "mất điện").code == 2
    other = command("journal", "extend", "M02", "tham-dinh", year, "--by", "Lan")
    assert (other.code, "giai-trinh" in other.err) == (2, True)
    done = command(*extend, "--to", "20/12/2023 11:30", "--reason", "mất điện")
    assert (done.code, "Xã Mẫu 02" in done.out) == (0, True)
    assert "16/12/2023" not in command("rank", year, "--stage", "self").err


@pytest.mark.full
def test_a_copy_on_a_stick_comes_back(year, tmp_path):
    stick = shutil.copytree(year, tmp_path / "usb")
    (stick / "reports" / "them.csv").write_text("unit,year\n", encoding="utf-8")
    behind = command("journal", "take", year, "--from", stick, "--by", "Lan")
    assert (behind.code, "chạy cchc-score journal take ở đó trước" in behind.err) == (3, True)
    assert command("journal", "take", stick, "--by", "Bình").code == 0
    (year / "reports" / "khac.csv").write_text("unit,year\n", encoding="utf-8")
    assert command("journal", "take", year, "--by", "An").code == 0
    merged = command("merge", year, stick, "-o", tmp_path / "gop")
    assert (merged.code, "journal take THƯ_MỤC --from" in merged.err) == (1, True)
    joined = command("journal", "take", year, "--from", stick, "--by", "Lan")
    assert (joined.code, "Bình" in joined.out) == (0, True)
    assert (year / "reports" / "them.csv").is_file()
    assert command("journal", "take", year, "--from", stick, "--by", "Lan").code == 5
    assert command("journal", "take", year, "--by", "Lan").code == 5
    assert verified(year).code == 0


@pytest.mark.full
def test_one_folder_for_reports_and_self_scores_says_the_same_with_a_journal(tmp_path):
    year = tmp_path / "nam"
    assert command("init", year, "--from", "minh-hoa").code == 0
    (year / "self-scores" / "mau-02.csv").rename(year / "reports" / "tu-cham-mau-02.csv")
    shutil.rmtree(year / "self-scores")
    text = (year / "cchc.toml").read_text(encoding="utf-8")
    (year / "cchc.toml").write_text(text.replace('"self-scores"', '"reports"'), encoding="utf-8")
    before = command("rank", year, "--format", "json")
    assert (before.code, command("journal", "take", year, "--by", "Lan").code) == (0, 0)
    assert command("rank", year, "--format", "json") == before
