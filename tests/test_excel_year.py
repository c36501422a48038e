"""A whole year by Excel and the command line: no TOML after the rules are set, few commands, the same numbers twice."""

import json
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from fractions import Fraction

import pytest

from tests import excel_year
from tests.excel_year import CODES, LATE, RESAVED, SILENT
from tests.running import command

pytestmark = pytest.mark.full
BY = ("--by", "Lê Thị Lan")
SHARES = {
    "An": ("Nguyễn Văn An", "20/12/2023", ["M01", "M02", "M03", "M04", "M05", "M06", "M12"]),
    "Bình": ("Trần Thị Bình", "21/12/2023", ["M02", "M07", "M10", "M11"]),
}
"""The appraisers: name, day, units; both appraise M02."""


@dataclass
class Office:
    """The folder of a year beside the desk of those who work at it, and how many commands they gave."""

    desk: object
    given: list = field(default_factory=list)

    @property
    def year(self):
        """The folder of the year."""
        return self.desk / "nam"

    def run(self, *words, code=0):
        """One command, and what it printed."""
        self.given.append(words)
        result = command(*words)
        assert result.code == code, result.err
        return result.out

    def form(self, kind, name, *words):
        """A form on the desk."""
        self.run("export", "form", kind, self.year, *words, "-o", self.desk / name)
        return self.desk / name


def set_rules(office):
    """The coordinator sets up the year: its units, and one folder for the workbooks of the communes."""
    year = office.year
    office.run("init", year, "--from", "minh-hoa")
    excel_year.list_units(office.form("units", "don-vi.xlsx"), year / "don-vi.xlsx")
    for name in ("reports", "self-scores"):
        shutil.rmtree(year / name)
    for name in ("appraisal", "survey"):
        for path in (year / name).iterdir():
            path.unlink()
    (year / "so-xa").mkdir()
    text = (year / "cchc.toml").read_text(encoding="utf-8")
    for before, now in (("units.csv", "don-vi.xlsx"), ('"reports"', '"so-xa"'), ('"self-scores"', '"so-xa"')):
        text = text.replace(before, now)
    (year / "cchc.toml").write_text(text, encoding="utf-8")


def collect(office):
    """Clerks send their workbooks, one saved by LibreOffice; the council adds what communes do not report."""
    sent = office.year / "so-xa"
    forms = office.form("commune", "so")
    targets = office.form("targets", "cac-so.xlsx")
    for code in CODES:
        if code != SILENT:
            excel_year.fill_commune(forms / f"{code}.xlsx", sent / f"{code}.xlsx", code)
    saved = ("soffice", "--headless", "--convert-to", "xlsx", "--outdir", office.desk, sent / f"{RESAVED}.xlsx")
    subprocess.run(saved, check=True, capture_output=True)
    shutil.move(office.desk / f"{RESAVED}.xlsx", sent / f"{RESAVED}.xlsx")
    excel_year.fill_columns(targets, sent / "cac-so.xlsx", 6, excel_year.COUNCIL)
    missing = office.run("status", office.year, "--who-is-missing", "--on", "15/12/2023")
    assert "2 trên 12 đơn vị" in missing
    office.run("journal", "take", office.year, *BY)
    more = ("--to", "16/12/2023", "--reason", "mất điện hai ngày")
    office.run("journal", "extend", LATE, "tu-cham", office.year, *BY, *more)


def appraise(office):
    """Two people appraise, each in a workbook of their own; the council chooses where they differ."""
    book = office.form("appraisal", "tham-dinh.xlsx", "--round", 1)
    books = {who: office.desk / f"{who}.xlsx" for who in SHARES}
    for who, (_, _, units) in SHARES.items():
        excel_year.appraise(book, books[who], units, who)
    for who, (name, day, _) in SHARES.items():
        target = office.year / "appraisal" / f"{who}.toml"
        office.run("appraise", books[who], office.year, "--round", 1, "--by", name, "--on", day, "-o", target)
    assert "1 xung đột" in office.run("status", office.year, "--on", "22/12/2023")
    choice = ("--value", "0,5", "--reason", "biên bản họp ngày 22/12", "--on", "22/12/2023")
    office.run("journal", "settle", "M02", "3.3.4", office.year, "--by", "Hội đồng", *choice)


def answer_and_survey(office):
    """Communes answer what was changed, and the survey comes in."""
    forms = office.form("explanations", "giai-trinh", "--round", 1)
    assert {path.stem for path in forms.iterdir()} == {"M02", "M05", "M11", "M12"}
    for path in forms.iterdir():
        excel_year.answer(path, office.year / "appraisal" / path.name)
    survey = office.form("survey", "dieu-tra.xlsx")
    excel_year.fill_columns(survey, office.year / "survey" / "dieu-tra.xlsx", 5, excel_year.SURVEY)
    taken = office.run("journal", "take", office.year, *BY)
    assert taken.count("  giải trình  ") == 4


def publish(office):
    """The results go out; the year is frozen and published, which changes no number."""
    year, desk = office.year, office.desk
    office.run("summary", year, "-o", desk / "tong-hop.xlsx", "-q")
    ranking = office.run("rank", year, "--format", "json", "-q")
    compared = office.run("compare", "self", "final", year, "-q")
    # Full marks of its own and the council's, though they came late.
    assert re.search(f"Xã Mẫu {LATE[1:]} +93,50 +93,50 +0 ", compared)
    for kind in ("xlsx", "docx", "pdf", "html"):
        office.run("report", year, "--what", "all", "-o", desk / f"ket-qua.{kind}", "-q")
        assert (desk / f"ket-qua.{kind}").stat().st_size > 10_000
    office.run("journal", "freeze", year, *BY, "--despite", "Xã Mẫu 08, 09 không gửi gì")
    office.run("journal", "publish", year, *BY, "--decision", "12/QĐ-UBND", "--date", "20/01/2024")
    return ranking


def test_a_year_is_played_in_excel_with_few_commands_and_the_numbers_are_those_of_a_hand(tmp_path):
    office = Office(tmp_path)
    set_rules(office)
    collect(office)
    appraise(office)
    answer_and_survey(office)
    ranking = publish(office)
    assert len(office.given) <= 25
    units = json.loads(ranking)["communes"]
    totals = {unit["code"]: Fraction(unit["points"]["exact"]) for unit in units}
    assert totals == excel_year.totals()
    indexes = {code: total / excel_year.reachable(code) for code, total in totals.items()}
    ranks = {code: 1 + sum(other > one for other in indexes.values()) for code, one in indexes.items()}
    assert {unit["code"]: unit["rank"] for unit in units} == ranks
    # The folder that the journal writes, without any journal, says the same to the letter.
    assert command("journal", "write", office.year, "-o", tmp_path / "lai").code == 0
    assert not (tmp_path / "lai" / "nhat-ky").exists()
    assert command("rank", tmp_path / "lai", "--format", "json", "-q").out == ranking
