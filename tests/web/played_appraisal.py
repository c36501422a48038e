"""The second half of the played year: appraisal, questions, a conflict, explanations, a second round."""

from tests import excel_year
from tests.excel_year import APPRAISED
from tests.web.communes import PDF
from tests.web.played_sending import AN, BINH

SHARES = {AN: ("M01", "M03", "M04", "M05", "M06", "M12"), f"{AN}, {BINH}": ("M02",), BINH: ("M07", "M10", "M11")}
"""Who is to appraise which units."""


def appraise(year):
    """Two people share the work: rows kept many at once, one by keys, points and a figure changed, a unit asked."""
    year.at("2023-12-18T08:00")
    _assign(year)
    year.at("2023-12-20T09:00")
    an, binh = year.person("an-nguyen"), year.person("binh-tran")
    _change(an, "M05", "5.1.2", *APPRAISED["An"]["M05", "5.1.2"])
    _change(an, "M12", "5.3", *excel_year.FIGURE_CHANGED[2:], deed="figure:staff_trained")
    _ask(year, an)
    _differ(year, an, binh)
    _change_by_keys(binh, "M11", "7.1.4", *APPRAISED["Bình"]["M11", "7.1.4"])
    for person, units in ((an, SHARES[AN]), (binh, (*SHARES[BINH], "M02"))):
        for unit in units:
            _keep_all(person, unit)


def _assign(year):
    coordinator = year.person("dieu-phoi")
    coordinator.goto("phan-cong/")
    for names, units in SHARES.items():
        for unit in units:
            coordinator.page.check(f"[name=unit][value={unit}]")
        coordinator.fill(names=names)
        coordinator.press("Phân công")
        assert coordinator.told == "Đã phân công."


def _open(person, unit, criterion, round=1):
    person.goto(f"tham-dinh/{round}/xa/{unit}/?mo={criterion}")


def _fill_change(person, value, reason, deed="points"):
    person.page.select_option("#f-deed", deed)
    person.fill(value=str(value).replace(".", ","), reason=reason, evidence="Biên bản 05")


def _change(person, unit, criterion, value, reason, deed="points", round=1):
    _open(person, unit, criterion, round)
    _fill_change(person, value, reason, deed)
    person.press("Ghi điều chỉnh")
    assert criterion in person.told


def _ask(year, person):
    """A question, and the answer of the unit with a file."""
    _open(person, "M04", "1.1.1")
    person.fill(question="Kế hoạch ký ngày nào?")
    person.press("Gửi câu hỏi")
    clerk = year.clerk("M04")
    clerk.goto("xa/M04/hoi-dap/")
    assert "Kế hoạch ký ngày nào?" in clerk.text
    clerk.page.locator("textarea[name=text]").fill("Ngày 20/01/2023, có bản chụp kèm theo")
    clerk.page.set_input_files("[name=upload]", {"name": "ban-chup.pdf", "mimeType": "application/pdf", "buffer": PDF})
    clerk.press("Gửi trả lời")
    assert clerk.told == "Đã trả lời."


def _differ(year, an, binh):
    """Both have a cell open; whoever saves second sees both values, and the council chooses."""
    _open(an, "M02", "3.3.4")
    _open(binh, "M02", "3.3.4")
    for person, who in ((an, "An"), (binh, "Bình")):
        _fill_change(person, *APPRAISED[who]["M02", "3.3.4"])
        person.press("Ghi điều chỉnh")
    assert binh.heading == "Giá trị đã đổi sau khi mở trang"
    binh.press("Vẫn ghi giá trị của tôi")
    assert "Hội đồng sẽ chọn giữa các giá trị." in binh.told
    coordinator = year.person("dieu-phoi")
    coordinator.goto("xung-dot/")
    assert coordinator.heading == "Xung đột: 1 chờ hội đồng chọn"
    coordinator.follow("Xã Mẫu 02")
    coordinator.page.locator(".rival", has_text=AN).locator("input").check()
    coordinator.fill(reason="biên bản họp ngày 22/12")
    coordinator.press("Ghi lựa chọn")
    assert coordinator.told == "Đã ghi lựa chọn của hội đồng."


def _change_by_keys(person, unit, criterion, value, reason):
    """Down to a row, kept by a key; down to another, and changed without any pointer."""
    person.goto(f"tham-dinh/1/xa/{unit}/")
    keys = person.page.keyboard
    keys.press("j")
    with person.page.expect_navigation():
        keys.press("g")
    assert person.told.endswith("giữ nguyên.")
    while person.page.evaluate("document.activeElement.id") != f"r-{criterion}":
        keys.press("j")
    with person.page.expect_navigation():
        keys.press("d")
    person.page.locator("#f-deed:focus").wait_for()
    for text in (str(value), reason, "Biên bản 05"):
        keys.press("Tab")
        keys.type(text)
    keys.press("Tab")
    with person.page.expect_navigation():
        keys.press("Enter")
    assert criterion in person.told


def _keep_all(person, unit):
    person.goto(f"tham-dinh/1/xa/{unit}/")
    boxes = person.page.locator("[name=cells]")
    for box in boxes.all():
        box.check()
    count = boxes.count()
    assert f"Đã chọn {count} dòng" in person.page.locator("#ticked").inner_text()
    person.press("Giữ nguyên các dòng đã chọn")
    assert person.heading == f"Giữ nguyên {count} ô"
    person.press("Giữ nguyên")
    assert person.told == f"Đã giữ nguyên {count} ô."


def explain(year):
    """Units answer what was changed, in the draft of a session that ends meanwhile; one of them is right."""
    year.at("2024-01-03T09:00")
    for code in ("M02", "M05", "M11", "M12"):
        _explain(year.clerk(code), code, code == "M05")
    year.at("2024-01-09T09:00")
    an, binh = year.person("an-nguyen"), year.person("binh-tran")
    for person, code, result in ((an, "M05", "rejected"), (an, "M12", "rejected"), (binh, "M11", "accepted")):
        person.goto("tham-dinh/1/giai-trinh/")
        person.follow(f"Xã Mẫu {code[1:]}")
        person.page.select_option("#f-result", result)
        person.fill(reason="Đã đối chiếu hồ sơ")
        person.press("Ghi kết luận")
    assert "vòng 2" in binh.told
    _fill_change(binh, 1, "trang đã mở được")
    binh.press("Ghi điều chỉnh")


def _explain(clerk, code, session_ends):
    clerk.goto(f"xa/{code}/ket-qua/1/")
    clerk.page.locator("textarea[name^='text:']").first.fill("Đề nghị xem lại")
    if session_ends:
        clerk.end_session()
    clerk.press("Gửi giải trình")
    if session_ends:
        clerk.sign_in()
        assert clerk.heading == "Những gì đã gõ vẫn còn"
        clerk.press("Gửi lại")
    assert clerk.told == "Đã gửi giải trình."
