"""The pictures of the pages about the web application, from the year that is played: `python -m tests.web.gallery`."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import sync_playwright

from tests import excel_year
from tests.report.html.browser import ARGS, find_program
from tests.running import ROOT
from tests.test_excel_year import Office, set_rules
from tests.web.played import new_province
from tests.web.played_appraisal import appraise, explain
from tests.web.played_sending import Year, open_accounts, send_in
from tests.web.test_played_year import finish, survey

TARGET = ROOT / "docs" / "web"
COLOURS = 48
STEPS = {
    open_accounts: [("dieu-phoi", "../../tai-khoan/", "accounts")],
    send_in: [("dieu-phoi", "tien-do/", "progress"), ("xa-mau-03", "xa/M03/gui/", "receipt")],
    appraise: [("an-nguyen", "tham-dinh/1/xa/M05/?mo=5.1.2", "desk")],
    explain: [("dieu-phoi", "chot/", "blockers")],
    survey: [("dieu-tra", "dieu-tra/", "survey")],
    finish: [("lanh-dao", "", "ranking")],
}
"""What is looked at after each step: by whom, which page of the year, and the name of the picture."""


def take_picture(page, name):
    """What a screen shows, with few colours."""
    with Image.open(BytesIO(page.screenshot())) as picture:
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(TARGET / f"{name}.png", optimize=True)


def begin_sheet(year):
    """A clerk in the middle of the figures; nothing of it is handed in."""
    year.at("2023-12-10T08:00")
    clerk = year.clerk(excel_year.BLANK)
    clerk.goto(f"xa/{excel_year.BLANK}/so-lieu/")
    fields = clerk.page.locator(".typed .fill input")
    for at, text in enumerate(("1", "30", "34", "5", "4", "2")):
        fields.nth(at).fill(text)
    clerk.press("Lưu", clerk.page.locator(".bottom"))
    take_picture(clerk.page, "figures")


def main():
    """Play the year, and take the pictures on the way."""
    TARGET.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=find_program(), args=list(ARGS))
        office = Office(Path(folder))
        set_rules(office)
        office.form("commune", "so")
        province = new_province(office.desk / "may-chu")
        province.run("import_year", office.year, "--by", "Lê Thu Hà")
        with province.running():
            year = Year(office, province, chromium)
            for step, looks in STEPS.items():
                step(year)
                for login, path, name in looks:
                    take_picture(year.people[login].goto(path).page, name)
                if step is open_accounts:
                    begin_sheet(year)


if __name__ == "__main__":
    main()
