"""A report in TOML: facts as plain values or with their source, and every fault with its line."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from cchc_score.documents import Record
from cchc_score.files.toml_file import read_toml
from cchc_score.intake.printed_values import Unreadable
from cchc_score.intake.toml_reports import fact_value, from_record
from cchc_score.model import Answer, Form, FormRow, Indicator, Option

INDICATORS = {
    one.code: one
    for one in (
        Indicator("tasks", "Nhiệm vụ"),
        Indicator("share", "Tỷ lệ", kind="percent", decimals=2),
        Indicator("board", "Niêm yết", kind="yes_no"),
        Indicator("sent", "Ngày gửi", kind="date"),
        Indicator(
            "mode",
            "Hình thức",
            kind="option",
            options=(Option("online", "Trực tuyến"), Option("paper", "Phiếu")),
        ),
    )
}
ROWS = (
    FormRow("1.1", "Được giao", indicator="tasks"),
    FormRow("1.2", "Niêm yết", indicator="board", legend=(Answer(1, "yes", "Có"),)),
    FormRow("1.3", "Không tính"),
)
FORM = Form("mau", "Mẫu", {row.code: row for row in ROWS})
HEAD = '[report]\nunit = "01"\nname = "Xã A"\nkind = "xã"\nyear = 2023\n\n[facts]\n'


def read(text, form=None):
    file = read_toml(text.encode(), "a.toml")
    return from_record(Record(file.data, file.lines), "a.toml", form, INDICATORS)


def told(report):
    return {one.code: one.value for one in report.facts}


def found(report):
    return [(one.code, one.place.line) for one in report.findings]


def test_facts_are_read_as_toml_says_them():
    report = read(f'{HEAD}tasks = 27\nshare = 96.5\nboard = true\nsent = 2023-01-15\nmode = "online"\n')
    assert told(report) == {
        "tasks": 27,
        "share": Fraction("96.5"),
        "board": True,
        "sent": date(2023, 1, 15),
        "mode": "online",
    }
    assert (report.unit, report.name, report.kind, report.year) == ("01", "Xã A", "xã", 2023)
    assert not report.findings


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('sent = "không"', None),
        ("sent = false", None),
        ('tasks = "1 340"', 1340),
        ('tasks = "1.340"', 1340),
        ("tasks = 1.340", 1340),
        ("sent = 2023-01-15T07:00:00", date(2023, 1, 15)),
        ("sent = 2023-01-15 07:00:00", date(2023, 1, 15)),
        ('board = "có"', True),
        ('share = "96%"', 96),
    ],
)
def test_facts_may_be_written_as_people_write_them(text, value):
    (one,) = read(f"{HEAD}{text}\n").facts
    assert one.value == value


def test_a_fact_may_be_a_table_with_its_source():
    text = 'tasks = { value = 27, source = "mục II.2", printed = "27 việc", remark = "r", confirmed = true }\n'
    (one,) = read(HEAD + text).facts
    assert (one.value, one.confirmed) == (27, True)
    assert (one.origin.source, one.origin.printed, one.origin.remark) == ("mục II.2", "27 việc", "r")
    assert (one.origin.file, one.origin.line) == ("a.toml", 8)


def test_a_fact_in_a_table_of_its_own_is_the_same():
    (one,) = read(f"{HEAD}\n[facts.tasks]\nvalue = 27\n").facts
    assert (one.value, one.origin.line, one.confirmed) == (27, 9, False)


def test_a_row_code_of_the_form_is_a_name():
    report = read(f'{HEAD}"1.1" = 27\nboard = true\n', FORM)
    assert [(one.code, one.value, one.origin.row) for one in report.facts] == [
        ("tasks", 27, "1.1"),
        ("board", True, ""),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("zzzzz = 1", "fact-unknown"),
        ("taks = 1", "fact-unknown-near"),
        ('"1.3" = 1', "fact-unknown"),
        ("tasks = -1", "value-negative"),
        ("tasks = 1.5", "value-not-whole"),
        ("share = 96.125", "value-decimals"),
        ("tasks = 1_000_000_000_000_001", "value-large"),
        ("tasks = 1e999999999", "value-large"),
        ("tasks = true", "value-kind"),
        ("tasks = 2023-01-15", "value-kind"),
        ("tasks = [1]", "value-kind"),
        ('tasks = "1e5"', "value-unreadable"),
        ("board = 1", "value-kind"),
        ('board = "1"', "value-yes-no"),
        ("sent = true", "value-kind"),
        ("sent = 2023", "value-kind"),
        ("sent = 07:00:00", "value-kind"),
        ('sent = "31/02/2023"', "value-day"),
        ("mode = 1", "value-kind"),
        ('mode = "post"', "value-option"),
        ("tasks = { value = 1, sourc = 'x' }", "key-unknown-near"),
        ("tasks = { source = 'x' }", "key-missing"),
        ("tasks = { value = 1, confirmed = 'yes' }", "value-bool"),
        ("tasks = { value = 1, source = 3 }", "value-text"),
    ],
)
def test_each_fault_of_a_fact_is_told_with_its_line_and_the_fact_is_unknown(text, code):
    report = read(f"{HEAD}\n{text}\n", FORM)
    assert found(report) == [(code, 9)]
    assert report.findings[0].place.unit == "Xã A"
    assert not report.facts


def test_the_other_facts_are_read_beside_a_fault():
    report = read(f"{HEAD}taks = 1\ntasks = 2\nsent = 3\nshare = 4\n")
    assert told(report) == {"tasks": 2, "share": 4}
    assert found(report) == [("fact-unknown-near", 8), ("value-kind", 10)]


def test_what_was_meant_is_asked():
    (finding,) = read(f"{HEAD}taks = 1\n").findings
    assert "did you mean 'tasks'?" in finding.message("en")


STRANGE = ["inf", "-inf", "nan", f"0x{'F' * 5000}", "1e-999999999", "1e99999999999999999999", "0.12345678901234567890"]


@pytest.mark.parametrize("number", STRANGE, ids=lambda text: text[:24])
def test_no_number_however_strange_is_a_fact(number):
    report = read(f"{HEAD}share = {number}\n")
    assert not report.facts
    assert [place for _, place in found(report)] == [8]


def test_too_many_decimals_are_said_to_be_that():
    assert found(read(f"{HEAD}share = 96.1234567\n")) == [("value-decimals", 8)]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ('unit = "01"\n', "", "key-missing", 1),
        ('unit = "01"', "unit = 1", "value-text", 2),
        ('unit = "01"', 'unit = " "', "value-empty", 2),
        ("year = 2023", 'year = "2023"', "value-whole", 5),
        ("year = 2023", "year = 1999", "value-limit", 5),
        ("kind =", "kidn =", "key-unknown-near", 4),
        ("[facts]", "[fact]", "key-unknown-near", 7),
        ("[report]", "[rapport]", "key-unknown-near", 1),
    ],
)
def test_each_fault_of_the_head_is_told_with_its_line(old, new, code, line):
    report = read(HEAD.replace(old, new))
    assert (code, line) in found(report)
    assert not report.facts


@pytest.mark.parametrize("table", ["report", "facts"])
def test_a_report_without_one_of_its_tables_says_which(table):
    text = HEAD.split("[facts]")[0] if table == "facts" else "[facts]\n"
    assert [(one.code, one.args["key"]) for one in read(text).findings] == [("key-missing", table)]


@pytest.mark.parametrize("raw", [1.5, None, (1,), {"value": 1}])
def test_values_that_no_toml_file_gives_are_refused_too(raw):
    with pytest.raises(Unreadable):
        fact_value(INDICATORS["tasks"], raw)


def test_a_decimal_is_exact():
    assert fact_value(INDICATORS["share"], Decimal("0.1")) == Fraction(1, 10)
