"""Two results side by side, as the command line compares them."""

import csv
import re

from tests.running import command


def test_the_rows_are_those_of_the_command_line(folder, year, browser):
    page = browser.get(f"/nam/{year.folder}/so-sanh/").content.decode()
    rows = [re.findall(r">([^<>]*)</(?:a|span)>", row) for row in re.findall(r"<tr>(.*?)</tr>", page)]
    shown = [row[:3] for row in rows if row and row[0].startswith("Xã")]
    printed = csv.reader(
        command("compare", "self", "final", folder, "--format", "csv", "--quiet").out.splitlines(), delimiter=";"
    )
    assert shown
    assert shown == [line[:3] for line in printed if line and line[0].startswith("Xã")]


def test_a_unit_leads_to_its_lines_and_what_is_not_there_to_nothing(year, browser):
    home = f"/nam/{year.folder}/so-sanh/"
    assert f'href="{home}?a=self&amp;b=final&amp;unit=M02"' in browser.get(home).content.decode()
    assert "2.2" in browser.get(home, {"a": "self", "b": "final", "unit": "M02"}).content.decode()
    for words in ({"a": "khong"}, {"unit": "KHONG"}, {"b": "nam:khong"}):
        assert browser.get(home, words).status_code == 404
