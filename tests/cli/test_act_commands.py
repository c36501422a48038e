"""What people do besides setting values, by commands: given back, assigned, decided about, moved from state to state."""

import json

import pytest

from tests.running import command


def last_body(year):
    """What the last event of the journal says."""
    return json.loads(command("journal", "show", year, "--format", "json").out)["events"][-1]["body"]


@pytest.mark.full
def test_what_was_sent_is_given_back_until_it_comes_again(year):
    give_back = ("journal", "return", "M03", "bao-cao", year, "--by", "Lan")
    assert command(*give_back).code == 2
    unknown = command("journal", "return", "M03", "tham-dinh", year, "--by", "Lan", "--reason", "x")
    assert (unknown.code, "tu-cham" in unknown.err) == (2, True)
    assert command(*give_back, "--reason", "thiếu phụ lục", "--to", "mai").code == 2
    done = command(*give_back, "--reason", "thiếu phụ lục", "--to", "20/12/2023")
    assert (done.code, "trả lại bổ sung" in done.out) == (0, True)
    assert (last_body(year)["of"], last_body(year)["to"]) == ("report", "2023-12-20")
    assert "trả lại bổ sung" in command("status", year).out
    assert command("journal", "return", "M99", "bao-cao", year, "--by", "Lan", "--reason", "x").code in (2, 3)


@pytest.mark.full
def test_appraisers_are_assigned_by_unit_and_by_area(year):
    assign = ("journal", "assign", year, "--by", "Lan")
    assert command(*assign, "--unit", "M01").code == 2
    assert command(*assign, "--to", "Nguyễn Văn An").code == 0
    assert command(*assign, "--to", "Trần Thị Bình", "--to", "Cao Văn Chi", "--area", "1", "--unit", "M01").code == 0
    said = last_body(year)
    assert (said["appraisers"], said["units"], said["areas"]) == (
        ["Trần Thị Bình", "Cao Văn Chi"],
        ["M01"],
        ["steering"],
    )
    shown = command("status", year, "--by", "appraiser").out
    assert all(name in shown for name in ("Nguyễn Văn An", "Trần Thị Bình", "Cao Văn Chi"))
    wrong = command(*assign, "--to", "An", "--area", "99")
    assert (wrong.code, "99" in wrong.err) == (3, True)


@pytest.mark.full
def test_an_explanation_is_decided_about_by_what_it_explains(year):
    judge = ("journal", "judge", "M02")
    assert command(*judge, "4.1", "co-le", year, "--by", "An", "--reason", "x").code == 2
    assert command(*judge, "4.1", "mot-phan", year, "--by", "An").code == 2
    absent = command(*judge, "1.1.1", "mot-phan", year, "--by", "An", "--reason", "x")
    assert (absent.code, "4.1" in absent.err) == (2, True)
    done = command(*judge, "4.1", "mot-phan", year, "--by", "An", "--reason", "đủ một tài liệu")
    assert (done.code, "kết luận về giải trình: chấp nhận một phần" in done.out) == (0, True)
    assert (last_body(year)["entry"], last_body(year)["result"]) == ("m02-quy-che", "partly")
    assert command(*judge, "m02-quy-che", "accepted", year, "--by", "An", "--reason", "đủ").code == 0
    assert "chấp nhận" in command("status", year).out


@pytest.mark.full
def test_a_batch_of_the_survey_goes_from_state_to_state(year):
    def batch(state, *words):
        return command("journal", "batch", "dot-1", state, year, "--by", "Khảo", *words)

    (path,) = (year / "survey").iterdir()
    assert batch("nhap").code == 2
    assert batch("moi", "--file", path).code == 2
    lost = batch("nhap", "--file", "survey/khac.csv")
    assert (lost.code, path.name in lost.err) == (2, True)
    # As seen from anywhere, or by its name alone; afterwards the batch keeps its files.
    assert batch("nhap", "--file", path).code == 0
    assert last_body(year)["files"] == [f"survey/{path.name}"]
    assert batch("da-kiem", "--file", path.name).code == 0
    assert last_body(year)["files"] == [f"survey/{path.name}"]
    closed = batch("chot")
    assert (closed.code, "đợt điều tra: đã chốt" in closed.out) == (0, True)
    again = batch("nhap")
    assert (again.code, "không có lý do" in again.err) == (3, True)
    assert batch("nhap", "--file", "survey", "--reason", "nhập nhầm một phiếu").code == 0
    assert "chưa được tính" in command("rank", year).err


def test_nothing_of_it_comes_into_a_frozen_year(year):
    assert command("journal", "freeze", year, "--by", "Lan", "--despite", "trình gấp").code == 0
    for words in (
        ("return", "M03", "bao-cao", year, "--reason", "x"),
        ("assign", year, "--to", "An"),
        ("judge", "M02", "4.1", "mot-phan", year, "--reason", "x"),
        ("batch", "dot-1", "nhap", year, "--file", "survey"),
    ):
        told = command("journal", *words, "--by", "Lan")
        assert (told.code, "năm đã chốt" in told.err) == (3, True)


@pytest.mark.full
def test_explain_tells_what_was_asked_answered_and_decided(year):
    explain = ("explain", "M02", "4.1", year)
    before = command(*explain).out
    assert ("Hỏi đáp" in before, "Kết luận" in before) == (False, False)
    ask = ("journal", "ask", "M02", "4.1", year, "--round", "1", "--by", "An")
    assert command(*ask, "--text", "Quy chế ký ngày nào?").code == 0
    id = last_body(year)["id"]
    assert "chưa trả lời" in command(*explain).out
    assert command("journal", "answer", "M02", id, year, "--by", "UBND xã", "--text", "Ngày 03/02").code == 0
    judge = ("journal", "judge", "M02", "4.1", "mot-phan", year, "--by", "An", "--reason", "đủ một tài liệu")
    assert command(*judge).code == 0
    shown = command(*explain, "--format", "markdown").out
    for words in ("Quy chế ký ngày nào?", "Ngày 03/02", "chấp nhận một phần: đủ một tài liệu (An,"):
        assert words in shown
    (told,) = json.loads(command(*explain, "--format", "json").out)["criteria"]
    assert [one["answers"][0]["text"] for one in told["questions"]] == ["Ngày 03/02"]
    assert [one["verdict"]["result"] for one in told["explanations"]] == ["partly"]
    # Another criterion has nothing of it.
    (other,) = json.loads(command("explain", "M02", "1.1.1", year, "--format", "json").out)["criteria"]
    assert (other["questions"], other["explanations"]) == ([], [])


@pytest.mark.full
def test_a_question_is_answered_by_its_criterion(year):
    ask = ("journal", "ask", "M02", "4.1", year, "--round", "1", "--by", "An")
    answer = ("journal", "answer", "Xã Mẫu 02", "4.1", year, "--by", "UBND xã")
    assert command(*answer, "--text", "x").code == 3
    for text in ("Ngày nào?", "Ai ký?"):
        assert command(*ask, "--text", text).code == 0
    ids = []
    for text in ("Chủ tịch", "Ngày 03/02", "Bổ sung"):
        assert command(*answer, "--text", text).code == 0
        ids.append(last_body(year)["question"])
    # The open ones first, the last of them before; then the last.
    assert (ids[0] != ids[1], ids[2]) == (True, ids[0])
    assert command("journal", "answer", "M99", "4.1", year, "--by", "x", "--text", "y").code == 2
