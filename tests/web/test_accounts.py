"""Accounts: made one by one or for every unit, changed, closed; passwords shown once; nothing deleted."""

import io
import uuid
from datetime import UTC, datetime

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.test import Client

from cchc_score.app.start_folder import start_year
from cchc_score.errors import ReportError
from cchc_score.files.disk import write_folder
from tests.web.people import account, sign_in, signed_in, with_accounts


@pytest.fixture(autouse=True)
def accounts():
    with with_accounts():
        yield


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    from cchc_web.transfer import bring_folder_in

    folder = tmp_path_factory.mktemp("tai-khoan") / "nam-tai-khoan"
    write_folder(folder, start_year("minh-hoa").files)
    return bring_folder_in(folder, "An", lambda: datetime(2026, 1, 15, tzinfo=UTC))[0]


@pytest.fixture
def keeper():
    return account("coordinator")


@pytest.fixture
def client(keeper):
    return signed_in(keeper)


def fetched(login):
    from cchc_web.models import Account

    return Account.objects.get(login=login)


def shown_password(answer):
    return answer.content.decode().partition("<code>")[2].partition("</code>")[0]


def test_an_account_is_made_shown_once_and_signs_in(client, year):
    words = {"login": " Mai.Tran ", "name": "Trần  Thị Mai", "roles": ["clerk", "leader"], "units": "M01, M02"}
    answer = client.post("/tai-khoan/them/", words)
    made = fetched("mai.tran")
    assert (made.name, made.roles, made.units, made.must_change) == (
        "Trần Thị Mai",
        ["clerk", "leader"],
        ["M01", "M02"],
        True,
    )
    password = shown_password(answer)
    assert sign_in(Client(), made, password).headers["Location"] == "/mat-khau/"
    page = client.get("/tai-khoan/").content.decode()
    assert "Trần Thị Mai" in page
    assert "chưa chọn mật khẩu" in page
    assert password not in page


def test_everything_wrong_is_told_at_once_and_what_was_typed_stays(client, keeper, year):
    words = {"login": "á", "name": keeper.name.upper(), "units": "M01 KHONG", "roles": ["clerk", "king"]}
    answer = client.post("/tai-khoan/them/", {**words, "roles": []})
    page = answer.content.decode()
    assert answer.status_code == 422
    for said in ("Từ 3 đến 60 chữ", "Đã có tài khoản mang tên này", "Chọn ít nhất một vai trò", "mã KHONG"):
        assert said in page
    for kept in ('value="á"', f'value="{keeper.name.upper()}"', 'value="M01, KHONG"'):
        assert kept in page
    answer = client.post("/tai-khoan/them/", {"login": keeper.login, "name": "Ai đó", "roles": ["clerk"]})
    assert "đã có người dùng" in answer.content.decode()
    assert "phải có ít nhất một đơn vị" in answer.content.decode()


@pytest.mark.full
def test_roles_and_units_change_from_the_next_page_on(client, year):
    clerk = account("clerk", units=["M01"])
    browser = signed_in(clerk)
    assert browser.get(f"/nam/{year.folder}/xa/M01/").status_code == 200
    words = {"name": clerk.name, "roles": ["clerk"], "units": "M02"}
    answer = client.post(f"/tai-khoan/cua/{clerk.login}/", words, follow=True)
    assert f"Đã ghi tài khoản {clerk.login}." in answer.content.decode()
    assert browser.get(f"/nam/{year.folder}/xa/M01/").status_code == 404
    assert browser.get(f"/nam/{year.folder}/xa/M02/").status_code == 200
    client.post(f"/tai-khoan/cua/{clerk.login}/", {"name": clerk.name, "roles": ["leader"], "units": "M02"})
    assert fetched(clerk.login).units == []


def test_another_password_ends_sessions_and_opens_a_closed_account(client):
    person = account("leader")
    browser = signed_in(person)
    assert client.post(f"/tai-khoan/cua/{person.login}/dong/").status_code == 302
    assert browser.get("/").status_code == 302
    assert sign_in(Client(), person).status_code == 422
    assert "đã đóng" in client.get("/tai-khoan/").content.decode()
    password = shown_password(client.post(f"/tai-khoan/cua/{person.login}/mat-khau/"))
    assert sign_in(Client(), person, password).status_code == 302
    assert browser.get("/").status_code == 302


def test_nobody_shuts_themselves_out(client, keeper):
    client.post(f"/tai-khoan/cua/{keeper.login}/dong/")
    answer = client.post(f"/tai-khoan/cua/{keeper.login}/", {"name": keeper.name, "roles": ["leader"]})
    assert "Không tự bỏ vai trò điều phối viên" in answer.content.decode()
    client.post(f"/tai-khoan/cua/{keeper.login}/mat-khau/")
    assert client.get("/tai-khoan/").status_code == 200
    kept = fetched(keeper.login)
    assert (kept.is_active, kept.roles, kept.must_change) == (True, ["coordinator"], False)


def test_the_list_is_looked_through_without_accents(client):
    person = account("surveyor")
    person.name = f"Đặng Ngọc Ánh {person.login}"
    person.save()
    page = client.get("/tai-khoan/", {"q": f"dang ngoc anh {person.login}", "role": "surveyor"}).content.decode()
    assert page.count('<th scope="row"') == 1
    assert "Không có tài khoản nào như vậy" in client.get("/tai-khoan/", {"q": "khongcoai"}).content.decode()


def test_the_list_stands_in_order_and_comes_as_a_workbook_without_any_password(client):
    for login, name in (("thu-tu-1", "Ân Thứ Tự"), ("thu-tu-2", "An Thứ Tự")):
        account("surveyor", login=login, name=name)
    asked = {"q": "thu tu", "order": "name"}
    page = client.get("/tai-khoan/", asked).content.decode()
    assert page.index("An Thứ Tự") < page.index("Ân Thứ Tự")
    page = client.get("/tai-khoan/", {**asked, "order": "login"}).content.decode()
    assert page.index("An Thứ Tự") > page.index("Ân Thứ Tự")
    answer = client.get("/tai-khoan/", {**asked, "kind": "xlsx"})
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(io.BytesIO(answer.content)).active]
    assert [row[:3] for row in rows[-2:]] == [
        ["An Thứ Tự", "thu-tu-2", "Phụ trách điều tra"],
        ["Ân Thứ Tự", "thu-tu-1", "Phụ trách điều tra"],
    ]
    assert not any("argon2" in str(cell) for row in rows for cell in row)


def test_every_unit_without_a_clerk_gets_one_all_or_none(client, year):
    from cchc_web.models import Account

    Account.objects.all().exclude(roles=["coordinator"]).update(is_active=False)
    account("clerk", units=["M02"])
    path = f"/tai-khoan/theo-xa/{year.folder}/"
    page = client.get(path).content.decode()
    assert "3 trên 4 đơn vị chưa có tài khoản" in page
    assert 'value="M02"' not in page
    before = Account.objects.count()
    assert "Chưa chọn đơn vị nào" in client.post(path).content.decode()
    words = {"unit": ["M01", "M03", "M02"], "login-M01": "hai", "name-M01": "Một", "login-M03": "hai", "name-M03": ""}
    answer = client.post(path, words)
    assert answer.status_code == 422
    assert "Trùng với một dòng ở trên" in answer.content.decode()
    assert Account.objects.count() == before
    words |= {"login-M03": "lan.xa-mau-03", "name-M03": "Hoàng Thị Lan", "login-M01": "hai.xa-mau-01"}
    page = client.post(path, words).content.decode()
    assert "2 mật khẩu dùng một lần" in page
    assert Account.objects.count() == before + 2
    assert fetched("lan.xa-mau-03").units == ["M03"]
    assert "1 trên 4 đơn vị chưa có tài khoản" in client.get(path).content.decode()
    assert client.get("/tai-khoan/theo-xa/khong-co/").status_code == 404


def test_shown_passwords_come_as_files_whose_cells_are_no_formulas(client):
    words = {
        "unit": ["Xã A", "Xã B"],
        "name": ["=1+1", "Lan"],
        "login": ["a", "b"],
        "password": ["p-1", "p-2"],
    }
    answer = client.post("/tai-khoan/mat-khau/", {**words, "kind": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[-2:] == [["Xã A", "=1+1", "a", "p-1"], ["Xã B", "Lan", "b", "p-2"]]
    assert sheet.cell(sheet.max_row - 1, 2).data_type == "s"
    text = client.post("/tai-khoan/mat-khau/", {**words, "kind": "csv"}).content.decode()
    assert '"Lan"' in text or "Lan" in text
    assert "p-2" in text
    assert "attachment" in answer.headers["Content-Disposition"]
    for wrong in ({}, {**words, "kind": "exe"}, {**words, "kind": "csv", "name": ["x"]}):
        assert client.post("/tai-khoan/mat-khau/", wrong).status_code == 404


def test_proposed_logins_and_names_are_nobodys_yet():
    from cchc_score.model import Unit
    from cchc_web.accounts import proposed_clerks, rows_faults

    units = [Unit("1", "Xã Đông Á"), Unit("2", "Xã Đông Á"), Unit("3", "Ô"), Unit("4", "=")]
    rows = proposed_clerks(units)
    assert rows["1"].login == "xa-dong-a"
    assert rows_faults(rows, {"1", "2", "3", "4"}) == {}


def run(*words):
    out = io.StringIO()
    call_command("create_account", *words, stdout=out)
    return out.getvalue().strip()


def test_the_first_account_is_made_by_a_command(year):
    password = run("chi.lenh", "--name", "Chị Lệnh", "--role", "coordinator", "leader")
    made = fetched("chi.lenh")
    assert made.roles == ["coordinator", "leader"]
    assert sign_in(Client(), made, password).status_code == 302
    with pytest.raises(CommandError, match="đã có người dùng"):
        run("Chi.Lenh", "--name", "Chị khác", "--role", "leader")
    with pytest.raises(CommandError, match="mã KHONG"):
        run("xa.moi", "--name", "Xã mới", "--role", "clerk", "--unit", "KHONG")
    assert run("xa.moi", "--name", "Xã mới", "--role", "clerk", "--unit", "M09")


def test_sessions_that_have_ended_are_removed_by_a_command():
    from django.contrib.sessions.models import Session

    over = signed_in(account("leader")).cookies["cchc_phien"].value
    Session.objects.filter(pk=over).update(expire_date=datetime(2020, 1, 1, tzinfo=UTC))
    call_command("clearsessions")
    assert not Session.objects.filter(pk=over).exists()


def test_the_start_page_leads_each_role_to_its_years(year):
    home = f"/nam/{year.folder}/"
    assert f'href="{home}tien-do/"' in signed_in(account("coordinator")).get("/").content.decode()
    assert f'href="{home}"' in signed_in(account("leader")).get("/").content.decode()
    both = signed_in(account("clerk", "appraiser", units=["M01", "M02"])).get("/").content.decode()
    assert "Cán bộ xã" in both
    assert "Người thẩm định" in both
    stranger = signed_in(account("clerk", units=["X"])).get("/").content.decode()
    assert home not in stranger
    assert "Chưa có năm nào cần làm" in stranger


def test_a_year_that_cannot_be_read_keeps_nobody_from_the_start(client, year, tmp_path, clock, server):
    from cchc_web.transfer import bring_folder_in

    write_folder(tmp_path / "hong", start_year("minh-hoa").files)
    broken = bring_folder_in(tmp_path / "hong", "An", clock)[0]
    (server / "nam" / broken.folder / "units.csv").write_text("x", encoding="utf-8")
    try:
        page = client.get("/")
        assert page.status_code == 200
        assert f"/nam/{year.folder}/" in page.content.decode()
        assert client.get("/tai-khoan/").status_code == 200
    finally:
        (server / "nam" / broken.folder / "units.csv").write_bytes(start_year("minh-hoa").files["units.csv"])


def test_a_year_whose_work_cannot_be_read_keeps_nobody_from_the_start(client, year, monkeypatch):
    from cchc_web.scored_years import SCORED

    def unreadable(year):
        raise ReportError([])

    monkeypatch.setattr(SCORED, "working", unreadable)
    page = client.get("/")
    assert page.status_code == 200
    assert f"/nam/{year.folder}/" in page.content.decode()


def test_what_is_done_with_accounts_is_kept_with_who_did_it(keeper):
    from cchc_web.models import AccountEvent

    client = signed_in(keeper)
    login = f"moi-{uuid.uuid4().hex[:8]}"
    client.post("/tai-khoan/them/", {"login": login, "name": f"Người {login}", "roles": ["leader"]})
    where = f"/tai-khoan/cua/{login}/"
    client.post(where, {"name": f"Bà {login}", "roles": ["leader", "appraiser"]})
    client.post(f"{where}mat-khau/")
    client.post(f"{where}dong/")
    events = list(AccountEvent.objects.filter(login=login))
    assert [event.deed for event in events] == ["closed", "password", "changed", "made"]
    assert {event.by for event in events} == {keeper.name}
    assert [event.roles for event in events][2:] == [["appraiser", "leader"], ["leader"]]
    page = client.get("/tai-khoan/nhat-ky/", {"login": login}).content.decode()
    assert page.count(f'<td data-name="Tên đăng nhập">{login}</td>') == 4
    assert "Cấp mật khẩu dùng một lần" in page
    book = client.get("/tai-khoan/nhat-ky/", {"login": login, "kind": "xlsx"})
    assert book.headers["Content-Type"].startswith("application/vnd")
    own = AccountEvent.objects.filter(login=login)
    for change in (lambda: own.update(by=""), own.delete):
        with pytest.raises(DatabaseError, match="only grows"):
            change()
