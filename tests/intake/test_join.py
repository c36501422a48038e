"""Documents joined into one table: whose each is, which year, and what two of them say about one fact."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place
from cchc_score.intake.join import join
from cchc_score.intake.reports import Report, ReportedFact
from cchc_score.model import Form, FormRow, Indicator, Unit
from tests.strategies import examples

INDICATORS = {
    one.code: one
    for one in (
        Indicator("tasks", "Nhiệm vụ"),
        Indicator("done", "Hoàn thành", part_of="tasks"),
        Indicator("board", "Niêm yết", kind="yes_no"),
        Indicator("sent", "Ngày gửi", kind="date"),
    )
}
DAY, LAST = date(2022, 1, 1), date(2024, 12, 31)
UNITS = (Unit("02", "Xã Hòa Bình"), Unit("01", "Xã An Lộc"), Unit("03", "Xã Bình Minh"))


def told(file="a.toml", line=5, confirmed=False, printed="", **facts):
    """Facts of one document."""
    return tuple(
        ReportedFact(
            code,
            Fraction(value) if type(value) is int else value,
            Origin(file, line, printed=printed),
            confirmed,
        )
        for code, value in facts.items()
    )


def report(unit="01", file="a.toml", line=1, year=2023, name="", confirmed=False, findings=(), **facts):
    """A document about a unit."""
    return Report(Place(file, line), unit, name, "", year, told(file, confirmed=confirmed, **facts), findings)


def joined(*reports, units=UNITS, form=None):
    return join(reports, units, 2023, form, INDICATORS)


def silent(code):
    """Whether a finding is only about units without any report."""
    return code == "unit-without-report"


def found(gathered):
    """What is told, but for units without a report: (code, file, unit)."""
    return [(one.code, one.place.file, one.place.unit) for one in gathered.findings if not silent(one.code)]


def facts(gathered):
    """All known facts: {(unit code, indicator): value}."""
    table = gathered.table
    return {
        (unit.code, code): table.value(row, code)
        for row, unit in enumerate(table.units)
        for code in table.columns
        if table.known(row, code)
    }


def test_facts_of_several_documents_are_joined_unit_by_unit():
    gathered = joined(
        report("01", "a.toml", tasks=5),
        report("01", "b.toml", done=3),
        report("02", "c.toml", tasks=0, sent=None),
    )
    assert facts(gathered) == {
        ("01", "tasks"): 5,
        ("01", "done"): 3,
        ("02", "tasks"): 0,
        ("02", "sent"): None,
    }
    assert gathered.table.units == UNITS
    assert not found(gathered)


def test_every_fact_keeps_where_it_came_from():
    gathered = joined(report("01", "b.toml", tasks=5))
    assert gathered.table.origins[1, "tasks"].file == "b.toml"


REPORTS = st.builds(
    lambda unit, file, line, year, values: report(unit, f"{file}.toml", line, year, **values),
    st.sampled_from(["01", "02", "Xã An Lộc", "xã hoà bình", "Xã Lạ", "", "09"]),
    st.sampled_from("abc"),
    st.integers(1, 3),
    st.sampled_from([2023, 2023, 2023, 2022, None]),
    st.fixed_dictionaries({}, optional={"tasks": st.integers(1, 3), "done": st.integers(1, 3), "board": st.booleans()}),
)


@examples(300)
@given(
    reports=st.lists(REPORTS, max_size=8, unique_by=lambda one: (one.place.file, one.place.line)),
    data=st.data(),
    listed=st.booleans(),
)
def test_the_order_of_documents_changes_nothing(reports, data, listed):
    units = UNITS if listed else None
    shuffled = data.draw(st.permutations(reports))
    assert joined(*shuffled, units=units) == joined(*reports, units=units)


@settings(deadline=None)
@given(values=st.lists(st.integers(0, 2), min_size=1, max_size=4))
def test_a_fact_is_known_exactly_when_all_documents_agree(values):
    gathered = joined(*(report("01", f"{place}.toml", tasks=value) for place, value in enumerate(values)))
    if len(set(values)) == 1:
        assert facts(gathered) == {("01", "tasks"): values[0]}
        assert not found(gathered)
    else:
        assert facts(gathered) == {}
        ((code, _, unit),) = found(gathered)
        assert (code, unit) == ("fact-conflict", "Xã An Lộc")


def test_a_conflict_is_an_error_that_names_both_places_and_values():
    (finding,) = [
        one
        for one in joined(report("01", "a.csv", tasks=5), report("01", "b.csv", tasks=6)).findings
        if not silent(one.code)
    ]
    assert finding.severity == "error"
    for part in ("Nhiệm vụ", "5 (a.csv:5)", "6 (b.csv:5)"):
        assert part in finding.message()


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ({"board": True}, {"board": False}, ("có", "không")),
        ({"sent": date(2023, 1, 5)}, {"sent": None}, ("2023-01-05", "không")),
    ],
)
def test_a_conflict_of_answers_or_days_says_them_in_words(first, second, words):
    gathered = joined(report("01", "a.csv", **first), report("01", "b.csv", **second))
    (finding,) = [one for one in gathered.findings if one.code == "fact-conflict"]
    assert all(word in finding.message() for word in words)


def test_a_conflict_leaves_the_other_facts_alone():
    gathered = joined(report("01", "a.csv", tasks=5, done=2), report("01", "b.csv", tasks=6, board=True))
    assert facts(gathered) == {("01", "done"): 2, ("01", "board"): True}


@pytest.mark.parametrize("name", ["Xã Hòa Bình", "xã hoà bình", " Xã  Hòa Bình ", "Xa\u0303 Ho\u0300a Bi\u0300nh"])
def test_a_name_is_matched_whatever_its_spelling(name):
    assert facts(joined(report(name, tasks=5))) == {("02", "tasks"): 5}


@pytest.mark.parametrize("name", ["Xa Hoa Binh", "Xã Hoa Bình", "Hòa Bình", "2"])
def test_a_name_is_never_matched_without_its_accents_or_in_part(name):
    gathered = joined(report(name, tasks=5))
    assert not facts(gathered)
    ((code, file, _),) = found(gathered)
    assert code.startswith("unit-unknown")
    assert file == "a.toml"


@pytest.mark.parametrize(("name", "near"), [("Xã An Lộ", "Xã An Lộc"), ("zzzzzzzz", "")])
def test_an_unknown_unit_is_an_error_that_asks_for_the_one_meant(name, near):
    (finding,) = [one for one in joined(report(name, tasks=5)).findings if not silent(one.code)]
    assert finding.severity == "error"
    assert finding.code == ("unit-unknown-near" if near else "unit-unknown")
    assert finding.args["near"] == near
    assert name in finding.message()


def test_a_name_of_several_units_is_ambiguous_and_their_codes_are_not():
    units = (Unit("01", "Xã Tân Lập"), Unit("02", "Xã Tân Lập"))
    gathered = joined(report("xã tân lập", tasks=5), report("02", "b.toml", tasks=6), units=units)
    assert facts(gathered) == {("02", "tasks"): 6}
    (finding,) = [one for one in gathered.findings if one.code == "unit-ambiguous"]
    assert finding.severity == "error"
    assert "01, 02" in finding.message()


def test_units_of_one_name_are_told_apart_by_their_codes_and_others_go_by_their_names():
    ended = Unit("03", "Xã Bình Minh", valid_to=date(2022, 6, 30))
    units = (Unit("01", "Xã Tân Lập"), Unit("02", "Xã Tân Lập"), ended, Unit("04", "Xã Bình Minh"))
    gathered = joined(report("01", tasks=5, done=6), units=units)
    assert [unit.label for unit in gathered.table.units] == ["Xã Tân Lập (01)", "Xã Tân Lập (02)", "Xã Bình Minh"]
    assert {one.place.unit for one in gathered.findings if one.code == "part-above-whole"} == {"Xã Tân Lập (01)"}


def test_a_name_that_only_one_unit_bears_this_year_is_not_ambiguous():
    units = (
        Unit("01", "Xã Tân Lập", valid_to=date(2022, 6, 30)),
        Unit("02", "Xã Tân Lập", valid_from=date(2022, 7, 1)),
    )
    assert facts(joined(report("Xã Tân Lập", tasks=5), units=units)) == {("02", "tasks"): 5}


def test_a_report_without_a_unit_is_that_of_its_file_name():
    assert facts(joined(report("", "reports/02.txt", tasks=5))) == {("02", "tasks"): 5}
    gathered = joined(report("", "reports/other.txt", tasks=5))
    assert not facts(gathered)
    assert found(gathered) == [("unit-unnamed", "reports/other.txt", "")]


def test_a_file_that_could_not_be_read_is_not_also_unnamed():
    fault = Finding("csv-empty", Place("a.csv"))
    assert found(joined(Report(Place("a.csv"), "", findings=(fault,)))) == [("csv-empty", "a.csv", "")]


def test_a_code_whose_name_differs_is_told_and_used():
    gathered = joined(report("01", name="Xã Bình Minh", tasks=5), report("02", "b.toml", name="xã hoà bình", tasks=6))
    assert found(gathered) == [("unit-name-differs", "a.toml", "")]
    assert facts(gathered) == {("01", "tasks"): 5, ("02", "tasks"): 6}


def test_a_report_of_another_year_is_an_error_and_not_used():
    gathered = joined(report("01", year=2022, tasks=5), report("01", "b.toml", tasks=6))
    assert facts(gathered) == {("01", "tasks"): 6}
    assert found(gathered) == [("year-differs", "a.toml", "Xã An Lộc")]
    assert {one.severity for one in gathered.findings if one.code == "year-differs"} == {"error"}


def test_a_report_without_a_year_is_used_and_told():
    gathered = joined(report("01", year=None, tasks=5))
    assert facts(gathered) == {("01", "tasks"): 5}
    assert found(gathered) == [("year-absent", "a.toml", "Xã An Lộc")]


def test_every_unit_without_a_report_is_told():
    gathered = joined(report("01", tasks=5), report("02", "b.toml", year=2022, tasks=5))
    missing = {one.place.unit for one in gathered.findings if silent(one.code)}
    assert missing == {"Xã Hòa Bình", "Xã Bình Minh"}
    assert {one.severity for one in gathered.findings if silent(one.code)} == {"warning"}


@pytest.mark.parametrize(
    ("begin", "end", "scored"),
    [
        (None, None, True),
        (date(2023, 12, 31), None, True),
        (date(2024, 1, 1), None, False),
        (None, date(2023, 12, 31), True),
        (None, date(2023, 12, 30), False),
        (None, date(2023, 6, 30), False),
        (None, date(2022, 12, 31), False),
    ],
)
def test_a_unit_is_scored_when_it_exists_on_the_last_day_of_the_year(begin, end, scored):
    unit = Unit("09", "Xã Mới", valid_from=begin, valid_to=end)
    gathered = joined(report("09", tasks=5), units=(unit,))
    assert gathered.table.units == ((unit,) if scored else ())
    gone = [("unit-not-valid", "", "Xã Mới"), ("unit-gone-report", "a.toml", "")]
    assert found(gathered) == ([] if scored else gone)


@examples(200)
@given(
    st.lists(st.tuples(st.none() | st.dates(DAY, LAST), st.none() | st.dates(DAY, LAST)), max_size=6),
    st.dates(DAY, LAST),
    st.sampled_from([None, (date(2022, 7, 1), date(2023, 6, 30))]),
)
def test_the_units_of_a_year_are_those_that_exist_on_its_day_and_all_others_are_named(lives, day, days):
    units = [Unit(f"{n}", f"Xã {n}", valid_from=life[0], valid_to=life[1]) for n, life in enumerate(lives)]
    for asked, counts in ((day, day), (None, days[1] if days else date(2023, 12, 31))):
        gathered = join((), units, 2023, None, INDICATORS, days, units_on=asked)
        there = {unit.code for unit in units if (unit.valid_from or date.min) <= counts <= (unit.valid_to or date.max)}
        assert {unit.code for unit in gathered.table.units} == there
        told = {one.place.unit for one in gathered.findings if one.code == "unit-not-valid"}
        assert told == {unit.name for unit in units if unit.code not in there}


def test_a_unit_that_ended_within_the_year_leaves_its_name_to_the_one_that_followed():
    units = (
        Unit("01", "Xã Tân Lập", valid_to=date(2023, 6, 30)),
        Unit("02", "Xã Tân Lập", valid_from=date(2023, 7, 1), predecessors=("01",)),
    )
    gathered = joined(report("Xã Tân Lập", tasks=5), report("01", "b.toml", tasks=6), units=units)
    assert facts(gathered) == {("02", "tasks"): 5}
    gone = [one for one in gathered.findings if one.code == "unit-gone-report"]
    assert [(one.place.file, one.args["day"]) for one in gone] == [("b.toml", "31/12/2023")]
    (note,) = [one for one in gathered.findings if one.code == "unit-not-valid"]
    assert note.message("en").startswith("the unit did not exist on 31/12/2023 (only until 30/06/2023)")


def test_without_a_list_the_units_are_those_of_the_reports_by_the_alphabet():
    reports = [
        report("Xã Đông", "a.toml", tasks=1),
        report("Xã Ân", "b.toml", tasks=2),
        report("Xã An", "c.toml", tasks=3),
        report("xã  đông", "d.toml", done=1),
        report("15865", "e.toml", name="Xã Dương", tasks=4),
    ]
    gathered = joined(*reports, units=None)
    assert [unit.name for unit in gathered.table.units] == ["Xã An", "Xã Ân", "Xã Dương", "Xã Đông"]
    assert facts(gathered)["Xã Đông", "done"] == 1
    assert not found(gathered)


def test_findings_of_documents_come_along_each_once():
    fault = Finding("csv-empty", Place("a.csv"))
    one = Report(Place("a.csv"), "", findings=(fault, fault))
    assert found(joined(one, one)) == [("csv-empty", "a.csv", "")]


def test_figures_in_doubt_are_marked_unless_confirmed():
    gathered = joined(report("01", tasks=2, done=3), report("02", "b.toml", tasks=2, done=3, confirmed=True))
    assert gathered.table.doubts == {(1, "tasks"), (1, "done")}
    assert [code for code, _, _ in found(gathered)] == ["part-above-whole"]


def test_a_fact_that_one_document_confirms_is_confirmed():
    gathered = joined(report("01", "a.toml", tasks=2, done=3), report("01", "b.toml", tasks=2, done=3, confirmed=True))
    assert not gathered.table.doubts


def test_a_confirmation_settles_only_its_own_fact():
    gathered = joined(report("01", "a.toml", tasks=2), report("01", "b.toml", done=3, confirmed=True))
    assert gathered.table.doubts == {(1, "tasks")}


def test_a_fact_in_conflict_raises_no_doubt():
    gathered = joined(report("01", "a.toml", tasks=2, done=3), report("01", "b.toml", tasks=1))
    assert [code for code, _, _ in found(gathered)] == ["fact-conflict"]
    assert not gathered.table.doubts


def test_header_rows_of_all_documents_are_compared():
    rows = (FormRow("1", "Tổng", "header", same_as="1.1"), FormRow("1.1", "Được giao", indicator="tasks"))
    form = Form("mau", "Mẫu", {row.code: row for row in rows})
    printed = Report(Place("a.txt", 1), "01", year=2023, headers={"1": (7, Origin("a.txt", 3, "1"))})
    gathered = joined(printed, report("01", "b.toml", tasks=5), form=form)
    assert found(gathered) == [("header-differs", "a.txt", "Xã An Lộc")]
    assert gathered.table.doubts == {(1, "tasks")}


@pytest.mark.parametrize(
    ("file", "owner"),
    [
        ("01.docx", "01"),
        ("01-an-loc.docx", "01"),
        ("01_Xã An Lộc 2023.docx", "01"),
        ("thu-muc/02 báo cáo.txt", "02"),
        ("Xã Hòa Bình.docx", "02"),
        ("Xã Hoà Bình 2023.docx", "02"),
        ("xã_hòa_bình.docx", "02"),
        ("Xa Hoa Binh.docx", None),
        ("011.docx", None),
        ("bao cao.docx", None),
    ],
)
def test_a_document_that_names_no_unit_may_be_named_by_its_file(file, owner):
    gathered = joined(replace(report("", file, tasks=3)))
    assert [UNITS[row].code for row, _ in gathered.table.origins] == ([] if owner is None else [owner])
    assert found(gathered) == ([] if owner else [("unit-unnamed", file, "")])


@pytest.mark.parametrize(
    ("file", "codes"),
    [
        ("bc-2023.docx", []),
        ("bc2023.docx", []),
        ("bc 2022.docx", ["year-differs"]),
        ("bc 2022-2023.docx", ["year-absent"]),
        ("bc.docx", ["year-absent"]),
        ("bc 12023.docx", ["year-absent"]),
    ],
)
def test_a_document_that_names_no_year_may_be_dated_by_its_file(file, codes):
    gathered = joined(report("01", file, year=None, tasks=3))
    assert [code for code, _, _ in found(gathered)] == codes


def test_two_whole_reports_of_a_unit_are_told_and_what_is_added_to_one_is_not():
    first, second = (replace(report("01", file, tasks=3), whole=True) for file in ("a.docx", "b.docx"))
    added = report("01", "c.toml", tasks=3, confirmed=True)
    assert found(joined(first, added)) == []
    assert found(joined(first, second, added)) == [("unit-twice", "b.docx", "Xã An Lộc")]


def test_what_was_doubtful_where_it_was_read_stays_so_until_it_is_confirmed():
    doubted = replace(report("01"), facts=(ReportedFact("tasks", Fraction(3), Origin("a.toml", 5), False, "hỏi lại"),))
    gathered = joined(doubted)
    assert found(gathered) == [("fact-in-doubt", "a.toml", "Xã An Lộc")]
    assert gathered.table.doubts == {(1, "tasks")} == set(gathered.reasons)
    sure = replace(doubted, facts=(doubted.facts[0]._replace(confirmed=True),))
    assert found(joined(sure)) == []
    assert joined(sure).table.doubts == set()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Xã \u0410n Lộc", "Xã \\u0410n Lộc"),
        ("Xã An L\u03bfộc", "Xã An L\\u03bfộc"),
        ("Xã Ａn Lộc", "Xã \\uff21n Lộc"),
        ("Xã An\u200b Lộc", "Xã An\\u200b Lộc"),
        ("Xã An\u202e Lộc", "Xã An\\u202e Lộc"),
        ("Xa An Loc", "Xa An Loc"),
    ],
)
def test_a_name_that_only_looks_like_another_is_not_joined_and_shown_as_it_is(name, shown):
    gathered = joined(report(name, tasks=3))
    assert not gathered.table.origins
    (finding,) = [one for one in gathered.findings if one.code.startswith("unit-unknown")]
    assert shown in finding.message()
