"""Facts written as our own TOML and read again: the same facts, the same doubts, whatever the texts hold."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import tomli
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.documents import Record
from cchc_score.facts import Origin
from cchc_score.files.toml_file import read_toml
from cchc_score.findings import Place
from cchc_score.intake.canonical_toml import report_toml
from cchc_score.intake.join import join
from cchc_score.intake.reports import Report, ReportedFact
from cchc_score.intake.toml_reports import from_record
from cchc_score.model import Unit
from cchc_score.testing import values
from cchc_score.text import nfc
from tests.strategies import examples, indicator, indicators

TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
LINE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp"]), max_size=20).map(
    lambda text: f"a{text}b"
)


@st.composite
def reports(draw):
    """The indicators, and one report about the only unit, with any texts beside its facts."""
    known = draw(indicators())
    codes = draw(st.sets(st.sampled_from(sorted(known))))
    facts = {code: draw(values(known[code])) for code in sorted(codes)}
    listed = []
    for code, value in facts.items():
        origin = Origin(draw(LINE), draw(st.integers(0, 99)), "", draw(TEXT), draw(TEXT))
        listed.append(ReportedFact(code, value, origin, False, draw(st.sampled_from(["", "", "hỏi lại"]))))
    return known, Report(Place("a"), "01", facts=tuple(listed), year=2023)


def again(gathered, known, comments=()):
    """What reading the written text gives."""
    text = report_toml(gathered, 0, 2023, "", comments, "vi")
    file = read_toml(text.encode(), "again.toml")
    return join(
        [from_record(Record(file.data, file.lines), "again.toml", None, known)],
        UNITS,
        2023,
        None,
        known,
        by_others=True,
    )


UNITS = [Unit("01", "Xã An Lộc", "xã")]


def facts(gathered):
    table = gathered.table
    return {code: table.value(0, code) for code in table.columns if table.known(0, code)}


@examples(100)
@given(reports(), st.lists(TEXT, max_size=3))
def test_what_is_written_is_read_again(drawn, comments):
    known, report = drawn
    first = join([report], UNITS, 2023, None, known, by_others=True)
    second = again(first, known, comments)
    assert facts(second) == facts(first)
    assert second.table.doubts == first.table.doubts
    assert [one.severity for one in second.findings] == [one.severity for one in first.findings]
    for key, origin in first.table.origins.items():
        read = second.table.origins[key]
        assert (read.printed, read.remark) == (nfc(origin.printed), nfc(origin.remark))
        assert nfc(origin.file) in read.source


def test_the_file_says_where_each_fact_stood_as_an_evaluator_reads_it():
    known = {code: indicator(code, 1) for code in ("n1", "flag", "level", "done_on", "sent_on", "rate")}
    origin = Origin("bc.docx", 7, "1.1", "01", "ghi chú", table=2)
    said = [("n1", Fraction(1)), ("flag", True), ("level", "light"), ("done_on", date(2023, 1, 6)), ("sent_on", None)]
    listed = (
        *(ReportedFact(code, value, origin) for code, value in said),
        ReportedFact("rate", Fraction(19, 2), origin, False, "x"),
    )
    gathered = join([Report(Place("a"), "01", facts=listed, year=2023)], UNITS, 2023, None, known, by_others=True)
    text = report_toml(replace(gathered), 0, 2023, "mau", ["cảnh báo: x"], "vi")
    data = tomli.loads(text)
    assert text.startswith("# cảnh báo: x\n[report]\n")
    assert data["report"] == {"unit": "01", "name": "Xã An Lộc", "kind": "xã", "form": "mau", "year": 2023}
    beside = {"source": "bc.docx: bảng 2, dòng 7: dòng 1.1", "printed": "01", "remark": "ghi chú"}
    assert data["facts"]["n1"] == {"value": 1, **beside}
    assert data["facts"]["sent_on"]["value"] == "không"
    assert data["facts"]["done_on"]["value"] == date(2023, 1, 6)
    assert "x" in data["facts"]["rate"]["doubt"]
