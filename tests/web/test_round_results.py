"""What a round changed for a unit, its answers, questions to it, and which stages its people may look at."""

import re
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cchc_score.appraisal.acts import Answer, Question
from tests.web.communes import PDF, at, clerk, commune_year

PHASES = """
self_score = { from = 2023-12-01, to = 2023-12-15 }
appraisal = [{ from = 2023-12-18, to = 2023-12-29 }, { from = 2024-01-08, to = 2024-01-12 }]
explanation = [{ from = 2024-01-02, to = 2024-01-05 }, {}]
"""


@pytest.fixture
def year(tmp_path):
    return commune_year(tmp_path, PHASES, keep=("appraisal", "self-scores", "survey"))


def on(monkeypatch, month, day, of=2024):
    at(monkeypatch, datetime(of, month, day, 9, tzinfo=UTC))


def state(year):
    from cchc_web.year_journal import READER

    return READER.journal(year).state


@pytest.mark.full
def test_a_round_is_closed_to_units_until_its_explanations_begin(year, browser, monkeypatch):
    where, reasons = f"/nam/{year.folder}/xa/M02/ket-qua/1/", f"/nam/{year.folder}/don-vi/M02/4.1/"
    clerk(monkeypatch, "M02")
    on(monkeypatch, 12, 27, 2023)
    assert browser.get(where).status_code == 404
    assert browser.post(where, {"text:m02-quy-che": "Có", "send": "m02-quy-che"}).status_code in (403, 404)
    # Of its points only those that it has given itself are shown.
    assert browser.get(reasons).status_code == 200
    assert "Không có quy chế" not in browser.get(reasons).content.decode()
    for stage in ("final", "round-1", "vong-2", "appraised", "khong-co"):
        assert browser.get(reasons, {"stage": stage}).status_code == 404, stage
    assert browser.get(f"/nam/{year.folder}/don-vi/M02/").headers["Location"].endswith("/xa/M02/")
    on(monkeypatch, 1, 3)
    assert "Không có quy chế làm việc kèm theo" in browser.get(where).content.decode()
    assert browser.get(reasons, {"stage": "vong-1"}).status_code == 200
    assert browser.get(reasons, {"stage": "vong-2"}).status_code == 404
    assert browser.get(f"/nam/{year.folder}/xa/M02/ket-qua/2/").status_code == 404


@pytest.mark.full
def test_before_the_results_are_public_no_reason_tells_what_others_have(year, browser, monkeypatch, tmp_path, clock):
    from cchc_web.transfer import bring_folder_in

    scheme = tmp_path / "nam" / "bo-tieu-chi.toml"
    ratio = re.compile(r'"ratio"\npart( *= "results_on_website")')
    text, changed = ratio.subn(r'"best"\nvalue\1', scheme.read_text("utf-8"))
    assert changed
    scheme.write_text(text, "utf-8")
    bring_folder_in(tmp_path / "nam", "An", clock)
    home = f"/nam/{year.folder}/don-vi/M02/"
    on(monkeypatch, 1, 3)
    known = browser.get(f"{home}3.4.2/", {"stage": "reported"}).content.decode()
    assert "Cao nhất nhóm" in known
    assert "Chỉ số (hạng " in known
    clerk(monkeypatch, "M02")
    for stage in ("reported", "self", "round-1"):
        page = browser.get(f"{home}3.3/", {"stage": stage}).content.decode()
        assert "Chỉ số (" not in page, stage
        for number in ("3.4.2", "3.4"):
            assert browser.get(f"{home}{number}/", {"stage": stage}).status_code == 404, (stage, number)
            assert f"/{number}/" not in page, (stage, number)


def test_only_changed_rows_stand_there_with_mine_and_theirs(year, browser, monkeypatch):
    on(monkeypatch, 1, 3)
    page = browser.get(f"/nam/{year.folder}/xa/M02/ket-qua/1/").content.decode()
    assert "Vòng 1: 2 nội dung điều chỉnh" in page
    assert "còn 2 ngày, đến hết 05/01/2024" in page
    assert re.findall(r"<h2>(\d[\d.]*) ", page) == ["4.1", "4.3"]
    assert "<dd>2 / 2</dd>" in page
    assert "<b>1,00</b> / 2" in page


@pytest.mark.full
def test_an_answer_with_files_stands_in_the_journal(year, browser, monkeypatch):
    on(monkeypatch, 1, 3)
    where = f"/nam/{year.folder}/xa/M02/ket-qua/1/"
    sent = {"text:m02-mot-cua": "Đã có biên bản", "send": "m02-mot-cua"}
    sent["upload:m02-mot-cua"] = SimpleUploadedFile("bien ban.pdf", PDF)
    answer = browser.post(where, sent, follow=True)
    page = answer.content.decode()
    assert "Đã gửi giải trình." in page
    assert "bien ban.pdf</a>" in page
    said = state(year).explanations[-1]
    assert (said.unit, said.entry, said.text, said.by) == ("M02", "m02-mot-cua", "Đã có biên bản", "Trần Thị Bình")
    assert [one.file for one in said.evidence] == ["minh-chung/M02/bien ban.pdf"]


def test_an_answer_is_kept_while_it_is_typed_and_refused_when_empty(year, browser, monkeypatch):
    on(monkeypatch, 1, 3)
    where = f"/nam/{year.folder}/xa/M02/ket-qua/1/"
    count = len(state(year).explanations)
    sent = {"partial": "1", "text:m02-mot-cua": "Đang viết", "was:text:m02-mot-cua": ""}
    assert browser.post(where, sent, HTTP_ACCEPT="application/json").status_code == 200
    assert "Đang viết</textarea>" in browser.get(where).content.decode()
    answer = browser.post(where, {"text:m02-mot-cua": " ", "send": "m02-mot-cua"})
    assert answer.status_code == 422
    assert "Phải ghi nội dung trả lời." in answer.content.decode()
    assert browser.post(where, {"text:khac": "x", "send": "khac"}).status_code in (404, 409, 422)
    assert len(state(year).explanations) == count


def test_after_the_last_day_no_answer_is_taken(year, browser, monkeypatch):
    on(monkeypatch, 1, 6)
    where = f"/nam/{year.folder}/xa/M02/ket-qua/1/"
    assert "Đã hết hạn (05/01/2024)" in browser.get(where).content.decode()
    count = len(state(year).explanations)
    assert browser.post(where, {"text:m02-mot-cua": "Có", "send": "m02-mot-cua"}).status_code == 403
    assert len(state(year).explanations) == count


@pytest.mark.full
def test_a_question_is_answered(year, browser, monkeypatch):
    from cchc_score.app.write_acts import say_act
    from cchc_web.database_source import DatabaseSource

    on(monkeypatch, 12, 20, 2023)
    keys = {"round": 1, "unit": "M02", "criterion": "4.1", "text": "Quy chế số mấy?"}
    say_act(DatabaseSource(year), Question, keys, "An", lambda: datetime(2023, 12, 20, 8, tzinfo=UTC))
    where = f"/nam/{year.folder}/xa/M02/hoi-dap/"
    page = browser.get(where).content.decode()
    assert "1 câu hỏi chưa trả lời" in page
    assert "Quy chế số mấy?" in page
    question = re.search(r'name="question" value="([^"]+)"', page)[1]
    assert browser.post(where, {"question": question, "text": ""}).status_code == 422
    file = SimpleUploadedFile("qc.pdf", PDF)
    answer = browser.post(where, {"question": question, "text": "Số 31/QĐ-UBND", "upload": file}, follow=True)
    assert "Số 31/QĐ-UBND" in answer.content.decode()
    (said,) = [act for act in state(year).acts if isinstance(act, Answer)]
    assert (said.unit, said.text, said.by) == ("M02", "Số 31/QĐ-UBND", "Trần Thị Bình")
    assert [one.file for one in said.evidence] == ["minh-chung/M02/qc.pdf"]
    assert browser.post(where, {"question": "khac", "text": "x"}).status_code == 422
