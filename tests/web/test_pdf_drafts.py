"""The figures of a PDF are drafts until a person of the unit has put them into the sheet and handed that in."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.pdf.appendices import HEADINGS
from tests.pdf_files import Manner, Printer
from tests.web.communes import commune_year

ROWS = 12
"""So many rows of the form are printed."""


@pytest.fixture
def year(tmp_path):
    return commune_year(tmp_path)


def stages(year):
    from cchc_web.scored_years import SCORED

    return SCORED.working(year)


def printed(year):
    """A PDF with counts of Xã Mẫu 02 that nobody has reported, by the codes of their figures; and those."""
    form, scheme = stages(year).year.rules.form, stages(year).stages.scheme
    counts = [
        row
        for row in form.rows.values()
        if row.indicator and scheme.indicators[row.indicator].kind == "count" and not row.legend
    ]
    values = {row.indicator: 100 + at for at, row in enumerate(counts[:ROWS])}
    printer = Printer(Manner())
    printer.paragraph(f"{form.title} XÃ MẪU 02", centred=True)
    printer.table(HEADINGS, [(row.code, row.label, row.unit, str(values[row.indicator]), "") for row in counts[:ROWS]])
    return printer.done(), values


def send(browser, year, way, **words):
    return browser.post(f"/nam/{year.folder}/xa/M02/{way}/", words, follow=True)


def figures(year, codes):
    table = stages(year).stages.reported_table
    row = next(row for row, unit in enumerate(table.units) if unit.code == "M02")
    return {code: table.value(row, code) for code in codes if table.known(row, code)}


@pytest.mark.full
def test_drafts_count_once_they_were_looked_at_and_handed_in(year, browser):
    data, values = printed(year)
    page = send(browser, year, "doc-tep", file=SimpleUploadedFile("bao cao.pdf", data)).content.decode()
    assert page.count("đọc từ PDF, phải soát") == len(values)
    kept = re.search(r'name="kept" value="([^"]+)"', page)[1]
    # Handed in as it is a PDF gives nothing: its figures are still drafts.
    send(browser, year, "gui-tep/so-lieu", kept=kept)
    assert figures(year, values) == {}
    assert "draft-figures" in {finding.code for finding in stages(year).year.gathered.findings}
    # Put into the sheet, looked at and handed in they are what the unit reports.
    send(browser, year, "dua-vao", kept=kept)
    assert figures(year, values) == {}
    shown = browser.get(f"/nam/{year.folder}/xa/M02/gui/").content.decode()
    send(browser, year, "gui/so-lieu", version=re.search(r'name="version" value="([^"]+)"', shown)[1])
    assert {code: figures(year, values).get(code) for code in values} == values
