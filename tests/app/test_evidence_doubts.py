"""Evidence to look at twice: one file of two units, and a file from before the day of its document."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from fractions import Fraction
from hashlib import sha256

import pytest

from cchc_score.app.evidence_doubts import EvidenceDoubt, evidence_doubts, said_day
from cchc_score.appraisal.appraisal_model import Claim, Evidence
from cchc_score.facts import Origin
from cchc_score.journal.events import added
from cchc_score.journal.statement_events import file_happening
from cchc_score.model import Outcome
from cchc_score.sheet import HandMark
from cchc_score.year.journal_files import Journal, add_events, load_journal

OLD = b"%PDF-1.7\n<</CreationDate (D:20221201080000)/ModDate (D:20230105080000)>>"
BARE = b"%PDF-1.7\nkhong noi ngay"


def claim(unit, path, day=None, document="12/KH"):
    cited = (Evidence(document, day), Evidence(file=path)) if day else (Evidence(file=path),)
    mark = HandMark(Outcome.SCORED, Fraction(1))
    return Claim(unit, "1.1.1", mark, cited, "", unit, None, Origin("x"))


@pytest.fixture
def journal(tmp_path):
    """A journal with the files of two units, by their paths."""

    def made(**files):
        journal = Journal(tmp_path)
        happenings, paths = [], {}
        for at, (name, data) in enumerate(files.items()):
            unit, _, rest = name.partition("_")
            path = f"minh-chung/{unit}/{rest}.pdf"
            (tmp_path / str(at)).write_bytes(data)
            paths[path] = tmp_path / str(at)
            happenings.append(file_happening(path, unit, sha256(data).hexdigest(), "other", ()))
        events = tuple(added(None, happenings, "2023-12-08T09:00:00+07:00", "Hoa"))
        add_events(journal, events, paths)
        return load_journal(tmp_path)

    return made


def test_one_file_of_two_units_is_told_to_both(journal):
    known = journal(M01_a=BARE, M02_b=BARE, M03_c=OLD)
    claims = [
        claim("M01", "minh-chung/M01/a.pdf"),
        claim("M02", "minh-chung/M02/b.pdf"),
        claim("M03", "minh-chung/M03/c.pdf"),
    ]
    assert evidence_doubts(known, claims) == (
        EvidenceDoubt("shared", "M01", "1.1.1", "minh-chung/M01/a.pdf", units=("M02",)),
        EvidenceDoubt("shared", "M02", "1.1.1", "minh-chung/M02/b.pdf", units=("M01",)),
    )


@pytest.mark.parametrize(
    ("data", "claimed", "day"),
    [
        (OLD, date(2023, 2, 1), date(2023, 1, 5)),
        (OLD, date(2023, 1, 5), None),
        # It was there before the day of the document that it is to be.
        (BARE, date(2023, 12, 20), date(2023, 12, 8)),
        (BARE, date(2023, 12, 8), None),
        (BARE, None, None),
    ],
)
def test_a_file_older_than_its_document(journal, data, claimed, day):
    known = journal(M01_a=data)
    found = evidence_doubts(known, [claim("M01", "minh-chung/M01/a.pdf", claimed)])
    assert [one.day for one in found] == ([day] if day else [])
    assert all((one.kind, one.claimed) == ("older", claimed) for one in found)


def test_what_the_journal_does_not_have_is_nothing(journal):
    cited = claim("M01", "minh-chung/M01/a.pdf", date(2023, 2, 1))
    assert evidence_doubts(journal(), [cited, replace(cited, evidence=())]) == ()


def test_the_day_that_a_file_says_itself():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "docProps/core.xml",
            '<x><dcterms:created xsi:type="a">2023-01-02T03:00:00Z</dcterms:created>'
            '<dcterms:modified xsi:type="a">2023-03-04T03:00:00Z</dcterms:modified></x>',
        )
    assert said_day(stream.getvalue()) == date(2023, 3, 4)
    assert said_day(OLD) == date(2023, 1, 5)
    for data in (b"", BARE, b"PK\x03\x04 hong", b"%PDF /ModDate (D:20239999)", b"\xff\xd8\xff"):
        assert said_day(data) is None
