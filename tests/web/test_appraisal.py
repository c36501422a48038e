"""The appraiser's pages: rows kept and changed, units asked, explanations decided, the council's choice, the workbook."""

from io import BytesIO

import html5lib
import pytest
from openpyxl import load_workbook

from cchc_score.app.start_folder import start_year
from cchc_score.appraisal.acts import Confirmation, Question, Settlement, Verdict
from cchc_score.files.disk import write_folder
from cchc_score.year.opened_year import open_year
from cchc_score.year.request import Request
from tests.web.server import brought_in, ranked

ANSWER = """
[[explanation]]
unit = "M02"
entry = "{id}"
text = "Đã có văn bản bổ sung"
evidence = {{ file = "minh-chung/bo-sung.pdf" }}
by = "UBND"
on = 2026-01-10
"""


@pytest.fixture
def year(tmp_path):
    files = dict(start_year("minh-hoa").files)
    rules = files["cchc.toml"].partition(b"[phases]")[0]
    files["cchc.toml"] = rules + b"[phases]\nappraisal = [{}, {}]\nexplanation = [{}, {}]\n"
    files["minh-chung/bo-sung.pdf"] = b"%PDF-1.4 hong"
    write_folder(tmp_path / "nam", files)
    return brought_in(tmp_path / "nam")


def home(year, path=""):
    return f"/nam/{year.folder}/tham-dinh/1/{path}"


def state(year):
    from cchc_web.year_journal import READER

    return READER.journal(year).state


def acts(year, kind):
    return [act for act in state(year).acts if isinstance(act, kind)]


def entries(year, by="Trần Thị Bình"):
    return [entry for entry in state(year).entries.values() if entry.by == by]


def rows(answer):
    """The rows of the desk: by key the cell that a form sends, and the texts of its cells."""
    page = html5lib.parse(answer.content.decode(), namespaceHTMLElements=False)
    found = {}
    for row in page.iter("tr"):
        if "data-row" in row.attrib:
            cells = ["".join(cell.itertext()).strip() for cell in row]
            values = [one.attrib["value"] for one in row.iter("button")]
            found[row.attrib["id"].removeprefix("r-")] = (values[0] if values else "", cells)
    return found


def cell(browser, year, unit, criterion):
    """The cell as the page has it."""
    page = browser.get(home(year, f"xa/{unit}/"), {"mo": criterion}).content.decode()
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return {
        one.attrib["name"]: one.attrib.get("value", "")
        for one in tree.iter("input")
        if one.attrib.get("name", "").startswith(("cell", "seen:")) and one.attrib.get("type") == "hidden"
    }


def send(browser, year, unit="M02", criterion="1.1.2", act="cham/", **said):
    fields = {"of_unit": unit, **cell(browser, year, unit, criterion)}
    words = {"deed": "points", "value": "1,5", "reason": "Thiếu văn bản", "evidence": "BB 01"}
    return browser.post(home(year, act), fields | (words if act == "cham/" else {}) | said, follow=True)


def as_another(year, unit="M02", value="0", criterion="1.1.2"):
    """What another appraiser sets, who has the present page."""
    from cchc_score.app.appraise_cell import CellChange, appraise_cells
    from cchc_web.scored_years import SCORED
    from cchc_web.views.desk_acts import held
    from cchc_web.visits import server_clock

    code = SCORED.working(year).desk(1).values.code(unit, criterion)
    change = CellChange(unit, criterion, "points", code, value=value, reason="đếm lại", evidence="BB 02")
    return appraise_cells(lambda: held(year), 1, [change], "Lê Văn Cường", server_clock)


def test_the_counts_lead_to_both_desks(year, browser):
    today = browser.get(f"/nam/{year.folder}/tham-dinh/")
    assert today.headers["Location"].startswith(f"/nam/{year.folder}/tham-dinh/")
    page = browser.get(home(year)).content.decode()
    assert home(year, "xa/M02/") in page
    assert home(year, "tieu-chi/1.1.2/") in page
    for wanted in ("unseen", "differs", "no-evidence", "question", "explained", "conflict"):
        assert browser.get(home(year), {"loc": wanted}).status_code == 200
    assert browser.get(f"/nam/{year.folder}/tham-dinh/7/").status_code == 404
    assert browser.get(home(year, "xa/KHONG/")).status_code == 404
    assert browser.get(home(year, "tieu-chi/9.9/")).status_code == 404


@pytest.mark.full
def test_both_desks_have_the_same_cells(year, browser):
    by_unit = rows(browser.get(home(year, "xa/M02/")))
    by_criterion = rows(browser.get(home(year, "tieu-chi/1.1.2/")))
    assert by_unit["1.1.2"][0] == by_criterion["M02"][0] == "M02|1.1.2|3"
    assert by_unit["1.1.2"][1][-3] == by_criterion["M02"][1][-3] == "3"
    assert set(rows(browser.get(home(year, "xa/M02/"), {"loc": "differs"}))) < set(by_unit)


def test_one_row_is_kept(year, browser):
    sent = {"of_unit": "M02", "keep": "M02|1.1.2|3"}
    answer = browser.post(home(year, "cham/"), sent)
    assert answer.headers["Location"] == home(year, "xa/M02/") + "#r-1.1.2"
    (kept,) = acts(year, Confirmation)[-1:]
    assert (kept.unit, [number for number, _ in kept.seen], kept.by) == ("M02", ["1.1.2"], "Trần Thị Bình")
    assert "giữ nguyên" in rows(browser.get(home(year, "xa/M02/")))["1.1.2"][1][-2]


@pytest.mark.full
def test_many_rows_are_kept_after_their_list_was_shown(year, browser):
    cells = [row[0] for row in rows(browser.get(home(year, "xa/M03/"))).values() if row[0]][:5]
    sent = {"of_unit": "M03", "cells": cells}
    before = len(acts(year, Confirmation))
    first = browser.post(home(year, "cham/"), sent)
    assert "Giữ nguyên 5 ô" in first.content.decode()
    assert len(acts(year, Confirmation)) == before
    done = browser.post(home(year, "cham/"), sent | {"sure": "1"}, follow=True)
    assert "Đã giữ nguyên 5 ô." in done.content.decode()
    assert len(acts(year, Confirmation)[-1].seen) == 5
    assert "Chưa chọn dòng nào" in browser.post(home(year, "cham/"), {"of_unit": "M03"}, follow=True).content.decode()


@pytest.mark.full
def test_points_are_set_and_their_effect_is_told(year, browser):
    answer = send(browser, year)
    page = answer.content.decode()
    assert "Xã Mẫu 02, 1.1.2: điều chỉnh. Điểm của ô: 3 → 1,5." in page
    assert "Hạng" in page
    (entry,) = [one for one in entries(year) if one.criterion == "1.1.2"]
    assert (entry.unit, entry.new.points, entry.reason) == ("M02", 1.5, "Thiếu văn bản")


@pytest.mark.full
def test_a_figure_is_corrected(year, browser):
    code = next(name for name in cell(browser, year, "M02", "1.1.2") if name.startswith("seen:figure:"))[5:]
    page = send(browser, year, deed=code, value="10").content.decode()
    assert "Điểm của ô: 3 → 0." in page
    entry = entries(year)[-1]
    assert entry.indicator == code.partition(":")[2]


@pytest.mark.full
def test_what_was_typed_is_kept_with_its_faults(year, browser):
    for said, told in (
        ({"reason": " "}, "Phải điền ô này."),
        ({"value": ""}, "Phải điền ô này."),
        ({"value": "99"}, "99"),
        ({"value": "1,333"}, "1,333"),
    ):
        answer = send(browser, year, **said)
        page = answer.content.decode()
        assert answer.status_code == 422
        assert told in page
        assert 'value="BB 01"' in page
    assert [one for one in entries(year) if one.criterion == "1.1.2"] == []


@pytest.mark.full
def test_whoever_saw_another_value_chooses(year, browser):
    seen = cell(browser, year, "M02", "1.1.2")
    as_another(year, value="0")
    words = {"of_unit": "M02", "deed": "points", "value": "1,5", "reason": "Thiếu", "evidence": "BB 01"}
    answer = browser.post(home(year, "cham/"), words | seen)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Lê Văn Cường" in page
    assert entries(year) == [] or all(one.criterion != "1.1.2" for one in entries(year))
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    again = {one.attrib["name"]: one.attrib.get("value", "") for one in tree.iter("input") if "name" in one.attrib}
    done = browser.post(home(year, "cham/"), again, follow=True).content.decode()
    assert "xung đột" in done
    assert "Hội đồng sẽ chọn" in done


@pytest.mark.full
def test_a_unit_is_asked(year, browser):
    page = send(browser, year, act="hoi/", question="Ngày ký?").content.decode()
    assert "Đã hỏi Xã Mẫu 02 về 1.1.2." in page
    assert acts(year, Question)[-1].text == "Ngày ký?"
    assert send(browser, year, act="hoi/", question=" ").status_code == 422


@pytest.mark.full
def test_a_note_is_ones_own_and_no_event(year, browser):
    before = state(year).number
    fields = {"note": "hỏi lại chị Hoa", "colour": "wait", "version": "0"}
    assert "Đã lưu ghi chú." in send(browser, year, act="ghi-chu/", **fields).content.decode()
    page = browser.get(home(year, "tieu-chi/1.1.2/")).content.decode()
    assert "hỏi lại chị Hoa" in page
    assert "note-wait" in page
    other = send(browser, year, act="ghi-chu/", note="khác", colour="", version="0")
    assert (other.status_code, "hỏi lại chị Hoa" in other.content.decode()) == (422, True)
    assert send(browser, year, act="ghi-chu/", note="x", colour="tím", version="1").status_code == 422
    assert send(browser, year, act="ghi-chu/", note="x", colour="", version="1" * 5000).status_code == 422
    assert state(year).number == before


@pytest.mark.full
def test_the_council_chooses_with_the_effect_before_it(year, browser):
    send(browser, year)
    as_another(year, value="0")
    assert "1 chờ hội đồng chọn" in browser.get(f"/nam/{year.folder}/xung-dot/").content.decode()
    address = f"/nam/{year.folder}/xung-dot/M02/1.1.2/"
    page = browser.get(address).content.decode()
    assert page.count("Nếu chọn: Điểm của ô:") == 2
    assert browser.post(address, {"chosen": "", "reason": "họp"}).status_code == 422
    assert browser.post(address, {"chosen": "+", "value": "99", "reason": "họp"}).status_code == 422
    done = browser.post(address, {"chosen": "+", "value": "2", "reason": "họp", "evidence": "BB"}, follow=True)
    assert "Không có xung đột nào chờ chọn" in done.content.decode()
    assert acts(year, Settlement)[-1].new.points == 2
    assert browser.get(f"/nam/{year.folder}/xung-dot/M03/1.1.2/").status_code == 404


def answered(year, clock):
    """An explanation of a change of the first round, which comes in as a file."""
    from cchc_web.file_intake import NewFile, take_files
    from cchc_web.scored_years import SCORED

    entry = next(one for one in SCORED.working(year).stages.rounds[-1].applied if one.criterion == "1.1.2")
    data = ANSWER.format(id=entry.id).encode()
    from cchc_score.appraisal.appraisal_model import Evidence, Explanation
    from cchc_score.facts import Origin

    said = Explanation(
        "M02", entry.id, "Đã có văn bản bổ sung", (Evidence(file="minh-chung/bo-sung.pdf"),), "UBND",
        clock().date(), Origin(""),
    )  # fmt: skip
    take_files(
        year, [NewFile("appraisal/tra-loi.toml", "", "other", data)], "Hoa", clock().isoformat(), statements=[said]
    )
    return entry


@pytest.mark.full
def test_an_explanation_is_decided_and_leads_to_the_next_round(year, browser, clock):
    send(browser, year)
    entry = answered(year, clock)
    assert "Đã có văn bản bổ sung" in browser.get(home(year, "giai-trinh/")).content.decode()
    address = home(year, f"giai-trinh/M02/{entry.id}/")
    page = browser.get(address).content.decode()
    file = next(part for part in page.split('"') if "minh-chung/M02" in part)
    given = browser.get(file)
    assert given.content == b"%PDF-1.4 hong"
    assert given.headers["Content-Disposition"].startswith("attachment")
    assert browser.post(address, {"result": "accepted", "reason": ""}).status_code == 422
    done = browser.post(address, {"result": "partly", "reason": "đủ một nửa"})
    assert done.headers["Location"] == f"/nam/{year.folder}/tham-dinh/2/xa/M02/?mo=1.1.2#r-1.1.2"
    assert acts(year, Verdict)[-1].result == "partly"
    assert browser.get(home(year, "giai-trinh/M02/khong/")).status_code == 404


def book(browser, year, **asked):
    return load_workbook(BytesIO(browser.get(home(year, "excel/tep/"), asked).content))


def filled(workbook, unit, criterion, **values):
    """The workbook with the cells of one row filled, by the beginning of their headings."""
    sheet = workbook["Điểm"]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "Mã đơn vị" for cell in row))
    columns = {str(cell.value): cell.column for cell in head if cell.value}
    for row in sheet.iter_rows(min_row=head[0].row + 1):
        if row[0].value == unit and str(row[columns["TT"] - 1].value) == criterion:
            for name, value in values.items():
                sheet.cell(row[0].row, columns[name.replace("_", " ")], value)
    data = BytesIO()
    workbook.save(data)
    data.name = "da-dien.xlsx"
    data.seek(0)
    return data


NEW = {"Điểm_mới": "1,5", "Lý_do": "Thiếu văn bản", "Tài_liệu_kiểm_chứng": "BB 01"}


def upload(browser, year, data):
    return browser.post(home(year, "excel/"), {"file": data})


def take(browser, year, answer):
    tree = html5lib.parse(answer.content.decode(), namespaceHTMLElements=False)
    word = next(one.attrib["value"] for one in tree.iter("input") if one.attrib.get("name") == "word")
    return browser.post(home(year, "excel/nhan/"), {"word": word}, follow=True)


@pytest.mark.full
def test_the_filled_workbook_comes_back_any_number_of_times(year, browser):
    data = filled(book(browser, year), "M02", "1.1.2", **NEW).getvalue()

    def again():
        file = BytesIO(data)
        file.name = "da-dien.xlsx"
        return upload(browser, year, file)

    before = state(year).number
    shown = again()
    assert "Tệp có 1 điều chỉnh, 0 ô giữ nguyên" in shown.content.decode()
    assert state(year).number == before
    assert "Đã nhận 1 điều chỉnh" in take(browser, year, shown).content.decode()
    assert "1 dòng đã nhận từ trước thì bỏ qua" in again().content.decode()
    # One's own is superseded, another's is a conflict.
    changed = filled(book(browser, year), "M02", "1.1.2", **(NEW | {"Điểm_mới": "0"}))
    assert "1 dòng khác người khác" not in upload(browser, year, changed).content.decode()
    as_another(year, unit="M03", value="0")
    rival = filled(book(browser, year), "M03", "1.1.2", **NEW)
    shown = upload(browser, year, rival)
    assert "1 dòng khác người khác thì thành xung đột" in shown.content.decode()
    take(browser, year, shown)
    assert "1 chờ hội đồng chọn" in browser.get(f"/nam/{year.folder}/xung-dot/").content.decode()


@pytest.mark.full
def test_the_workbook_has_the_cells_of_a_filter(year, browser):
    every, some = (len(list(book(browser, year, **asked)["Điểm"].rows)) for asked in ({}, {"loc": "differs"}))
    assert some < every


def test_a_file_that_is_none_is_told(year, browser):
    broken = BytesIO(b"PK\x03\x04 hong")
    broken.name = "x.xlsx"
    assert upload(browser, year, broken).status_code == 422
    assert browser.post(home(year, "excel/")).status_code == 422
    assert browser.post(home(year, "excel/nhan/"), {"word": "gia"}).status_code == 422


@pytest.mark.full
def test_a_closed_round_shows_everything_and_writes_nothing(tmp_path, browser):
    write_folder(tmp_path / "da-qua", start_year("minh-hoa").files)
    year = brought_in(tmp_path / "da-qua")
    page = browser.get(home(year, "xa/M02/"), {"mo": "1.1.2"}).content.decode()
    assert "Đã hết hạn" in page
    assert 'name="deed"' not in page
    answer = browser.post(home(year, "cham/"), {"of_unit": "M02", "keep": "M02|1.1.2|3"})
    assert (answer.status_code, "Đã hết hạn" in answer.content.decode()) == (403, True)


@pytest.mark.full
def test_what_is_done_here_ranks_alike_in_the_folder_that_leaves(year, browser, tmp_path):
    from cchc_web.database_source import DatabaseSource
    from cchc_web.transfer import export_year

    send(browser, year)
    browser.post(home(year, "cham/"), {"of_unit": "M03", "keep": "M03|1.1.2|3"})
    code = next(name for name in cell(browser, year, "M03", "1.1.2") if name.startswith("seen:figure:"))[5:]
    send(browser, year, unit="M03", deed=code, value="10")
    export_year(year, tmp_path / "ra")
    assert ranked(open_year(Request((tmp_path / "ra",)))) == ranked(DatabaseSource(year))


def test_another_appraisers_cells_are_not_shown_and_not_written(year, clock):
    from django.test import RequestFactory

    from cchc_score.app.write_acts import say_act
    from cchc_score.appraisal.acts import Assignment
    from cchc_web.access import About, Person, closed_to
    from cchc_web.database_source import DatabaseSource
    from cchc_web.scored_years import SCORED
    from cchc_web.views.desk import own_keys
    from cchc_web.visits import Visit

    say_act(DatabaseSource(year), Assignment, {"appraisers": ["Hoa"], "units": ["M02"]}, "Lan", clock)
    working = SCORED.working(year)
    stages, moment = working.stages, clock().replace(tzinfo=None)
    hoa, an = (Person(name, frozenset({"appraiser"})) for name in ("Hoa", "An"))
    visits = [Visit(RequestFactory().get("/"), year, person) for person in (hoa, an)]
    seen = [{row for row, _ in own_keys(visit, working.desk(1))} for visit in visits]
    units = [unit.code for unit in stages.reported_table.units]
    assert seen[0] == set(range(len(units)))
    assert seen[1] == seen[0] - {units.index("M02")}
    for action in ("appraise", "ask", "judge"):
        assert closed_to(hoa, action, stages, moment, About("M02", 1, "1.1.2")) is None
        assert closed_to(an, action, stages, moment, About("M02", 1, "1.1.2")) == "not-yours"
    lead = Person("Lan", frozenset({"coordinator", "appraiser"}))
    assert closed_to(lead, "judge", stages, moment, About("M02", 1, "1.1.2")) is None
