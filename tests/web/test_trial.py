"""A try shows what a year would be, and leaves nothing behind."""

import pytest

from cchc_score.errors import ReportError
from tests.web.server import ranked


def tried(year, path, data, gone=()):
    from cchc_web.file_intake import NewFile
    from cchc_web.scored_years import SCORED
    from cchc_web.trial import try_files

    return try_files(year, SCORED.working(year), [NewFile(path, "M02", "report", data)], gone)


@pytest.mark.full
def test_a_report_is_tried_and_nothing_stays(year):
    from cchc_web.database_source import DatabaseSource
    from cchc_web.year_journal import READER, year_root

    head, before = READER.journal(year).state.head, ranked(DatabaseSource(year))
    data = (year_root(year) / "reports/mau-02.toml").read_bytes()
    same = tried(year, "reports/M02.toml", data, [("M02", "reports/mau-02.toml")])
    # The unit has been appraised: what it sends now waits, and is shown as if it were accepted.
    assert same.waits
    assert {finding.place.file for finding in same.findings} <= {"reports/M02.toml"}
    without = tried(year, "reports/M02-them.toml", data.split(b"[facts]")[0] + b"[facts]\n")
    assert without.stages.reported_table.units == same.stages.reported_table.units
    assert READER.journal(year).state.head == head
    assert ranked(DatabaseSource(year)) == before
    assert not (year_root(year) / "reports/M02.toml").exists()


def test_what_cannot_be_read_is_told(year):
    with pytest.raises(ReportError) as error:
        tried(year, "reports/M02.docx", b"khong phai Word")
    assert {finding.place.file for finding in error.value.findings} == {"reports/M02.docx"}
