"""The ministry's form of 2025 as a real office filled it in with Word: every figure that it prints, and nothing else."""

import csv

import pytest

from cchc_score.builtin.readers import read_docx
from cchc_score.intake.read_document import reports_of
from cchc_score.schemes.form_file import read_form
from tests.running import ROOT, SHARED

REAL = SHARED / "reports" / "real-2025" / "bieu-mau-thong-ke-2025.docx"
PRINTED = SHARED / "domain" / "ministry-form-2025.csv"
FORM = ROOT / "scoring_rules" / "forms" / "bnv-2025.toml"
HEADER = "Biểu mẫu 6: 2"
"""A row that prints a number, and does not say what is counted: it is only held against the rows under it."""


@pytest.mark.skipif(not REAL.exists(), reason="the real form stands beside the project only where it is checked")
def test_the_real_form_of_seven_tables_is_read_as_it_is_printed(registry):
    with PRINTED.open(encoding="utf-8-sig", newline="") as file:
        rows = {f"{row['table']}: {row['code'].rstrip('.')}": row["value"] for row in csv.DictReader(file)}
    printed = {code: value for code, value in rows.items() if value}
    assert (len(rows), len(printed)) == (123, 108)
    form = read_form(FORM.read_bytes(), FORM.name, registry.indicators)
    (report,) = reports_of(read_docx(REAL.read_bytes(), REAL.name), REAL.name, form, registry.indicators, 2025)
    found = {fact.origin.row: fact for fact in report.facts}
    dashes = {code for code, value in printed.items() if value == "-"}
    assert {code: fact.origin.printed for code, fact in found.items()} == {
        code: value for code, value in printed.items() if code != HEADER and code not in dashes
    }
    # A dash may be nothing, none or not counted: that is asked, and never taken for 0.
    assert {one.place.row for one in report.findings if one.code == "value-unreadable"} == dashes
    thousands = [fact for fact in found.values() if fact.origin.printed.count(".")]
    assert len(thousands) + 1 == 24
    assert all(fact.value == int(fact.origin.printed.replace(".", "")) for fact in thousands)
    assert report.headers[HEADER][0] == 1647
