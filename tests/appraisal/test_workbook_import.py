"""The workbook of an appraisal: what a council fills in is exactly what is entered, and nothing else can be changed."""

import io
from dataclasses import replace
from datetime import date
from fractions import Fraction as F
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from cchc_score.appraisal.appraisal_model import Entry, Evidence, Known
from cchc_score.appraisal.cell_states import appraised_leaves
from cchc_score.appraisal.entries_toml import entries_text, from_work_record
from cchc_score.appraisal.entry_reading import entry_id
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.work_context import work_context
from cchc_score.appraisal.workbook_columns import COLUMNS, SHOWN, fixed_columns
from cchc_score.appraisal.workbook_export import appraisal_rows, consequences, round_start
from cchc_score.builtin.readers import read_toml_record
from cchc_score.engine import held_criteria
from cchc_score.facts import Origin, table
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.model import Outcome, Unit
from cchc_score.office.workbook import write_workbook
from cchc_score.registry.registry import load_registry
from cchc_score.rule_words import used
from cchc_score.sheet import HandMark
from cchc_score.year.packaged import load_scheme
from tests.appraisal.filling import ASKED, DAY, exported, filled, read, roles_of, saved
from tests.strategies import METHODS, examples, points_up_to, values, years

NOWHERE = Origin("")
LANGS = st.sampled_from(["vi", "en"])
TEXTS = st.text("aăđêộ 0123456789=+-@'\"#.,/\\", min_size=1, max_size=20).map(str.strip).filter(bool)
PROOFS = st.lists(TEXTS.filter(lambda text: text.casefold() not in ("không", "none")), max_size=2).map(
    lambda found: tuple(" ".join(one.split()) for one in found)
)
OUTCOMES = {Outcome.NOT_APPLICABLE: ("không áp dụng", "not applicable"), Outcome.MISSING: ("thiếu", "missing")}


def targets(stages):
    """Everything that can be corrected, in the order of the units: not what a survey gives."""
    scheme = stages.scheme
    assessed = held_criteria(scheme)
    codes = {code for one in scheme.criteria.values() if one.number in assessed for code in used(scheme, one, METHODS)}
    codes = {code for code in codes if scheme.indicators[code].source != "survey"}
    leaves = appraised_leaves(stages)
    for row, unit in enumerate(stages.reported_table.units):
        yield from ((row, unit.code, number, "") for number in leaves)
        yield from ((row, unit.code, "", code) for code in sorted(codes))


def state(table, sheet, row, number, code):
    """What a target is on a sheet."""
    if code:
        return Known(table.value(row, code)) if table.known(row, code) else None
    mark = sheet.mark(row, sheet.criteria[number])
    return HandMark(mark.outcome, mark.low)


@st.composite
def new_state(draw, scheme, number, code):
    if code:
        return draw(st.none() | values(scheme.indicators[code]).map(Known) | values(scheme.indicators[code]).map(Known))
    points = points_up_to(scheme.criteria[number].max_points, scheme.decimals_of(scheme.criteria[number]))
    marks = points.map(lambda found: HandMark(Outcome.SCORED, found))
    return draw(marks | marks | st.sampled_from(list(OUTCOMES)).map(HandMark) | st.none())


@st.composite
def entries_of(draw, stages, round, before, table, sheet):
    """Entries that a council might write in a round; those that are in it already are superseded."""
    made = []
    for row, unit, number, code in targets(stages):
        if draw(st.integers(0, 5)):
            continue
        other = before.get((unit, number or code))
        old = other.new if other else state(table, sheet, row, number, code)
        new = draw(new_state(stages.scheme, number, code))
        if new == old:
            continue
        evidence = tuple(Evidence(one) for one in draw(PROOFS))
        entry = Entry(
            "", round, unit, number, code, old, new, draw(TEXTS), evidence,
            draw(st.just(ASKED.by) | TEXTS), draw(st.just(DAY) | st.dates(date(2023, 1, 1), date(2024, 6, 1))),
            other.id if other else "", NOWHERE,
        )  # fmt: skip
        made.append(replace(entry, id=entry_id(entry)))
    return made


def typed(entry, lang, scheme):
    """A new value as a person types it."""
    new, at = entry.new, lang == "en"
    if new is None:
        return (("chưa có", "unknown") if entry.indicator else ("theo số liệu", "computed"))[at]
    if isinstance(new, HandMark):
        return new.points if new.outcome == Outcome.SCORED else OUTCOMES[new.outcome][at]
    if isinstance(new.value, bool):
        return (("không", "no"), ("có", "yes"))[new.value][at]
    if isinstance(new.value, str):
        return next(one.name for one in scheme.indicators[entry.indicator].options if one.code == new.value)
    return ("không", "never")[at] if new.value is None else new.value


def changes(entries, lang, scheme):
    """The cells that people fill for some entries; who and when is left out where the command line says it."""
    found = {}
    for one in entries:
        about, target = ("criterion", one.criterion) if one.criterion else ("indicator", one.indicator)
        cells = {"new": typed(one, lang, scheme), "reason": one.reason}
        cells["evidence"] = "\n".join(each.document for each in one.evidence) or ("không có", "none")[lang == "en"]
        cells |= {"by": one.by} if one.by != ASKED.by else {}
        cells |= {"on": one.on} if one.on != DAY else {}
        found[about, one.unit, target] = cells
    return found


def bare(entries):
    """Entries without where they stand, in one order."""
    return sorted((replace(one, origin=NOWHERE) for one in entries), key=lambda one: (one.target, one.id))


@examples(40)
@given(years(least=1, most=3), LANGS, st.data())
@pytest.mark.full
def test_what_is_filled_in_is_what_is_entered_and_scores_as_if_written_by_hand(year, lang, data):
    scheme, facts = year
    stages = Stages(scheme, METHODS, facts)
    wanted = data.draw(entries_of(stages, 1, {}, facts, stages.reported))
    found = read(filled(exported(stages, 1, lang), changes(wanted, lang, scheme)), stages)
    assert not found.findings
    assert bare(found.entries) == bare(wanted)
    assert not [one for one in consequences(stages, found.entries) if one.severity == "error"]
    text = entries_text(found.entries, ["a"], lang)
    units = facts.units
    work = from_work_record(
        read_toml_record(text.encode(), "a.toml"), "a.toml", work_context(scheme, UnitLookup(units, units))
    )
    assert not work.findings
    assert bare(work.entries) == bare(wanted)
    by_hand, imported = (Stages(scheme, METHODS, facts, entries=tuple(one)) for one in (wanted, work.entries))
    assert all(
        by_hand.final.mark(row, cells) == imported.final.mark(row, imported.final.at(place))
        for row in range(len(units))
        for place, cells in [("total", by_hand.final.total), *by_hand.final.criteria.items()]
    )


@examples(25)
@given(years(least=1, most=2, plain=True), st.sampled_from([1, 2]), st.data())
@pytest.mark.full
def test_a_later_export_starts_from_what_the_council_has_entered(year, round, data):
    """In the same round an entry supersedes the one before; in the next round it starts from what was accepted."""
    scheme, facts = year
    first = data.draw(entries_of(Stages(scheme, METHODS, facts), 1, {}, facts, Stages(scheme, METHODS, facts).reported))
    stages = Stages(scheme, METHODS, facts, entries=tuple(first))
    before = {one.target: one for one in first} if round == 1 else {}
    old = Stages(scheme, METHODS, facts) if round == 1 else stages
    wanted = data.draw(entries_of(stages, round, before, old.rounds[-1].table, old.appraised))
    asked = replace(ASKED, round=round)
    found = read(filled(exported(stages, round), changes(wanted, "vi", scheme)), stages, asked)
    assert not found.findings
    assert bare(found.entries) == bare(wanted)
    assert not [one for one in consequences(stages, found.entries) if one.severity == "error"]
    text = entries_text(found.entries, [], "vi")
    work = from_work_record(
        read_toml_record(text.encode(), "b"), "b", work_context(scheme, UnitLookup(facts.units, facts.units))
    )
    assert bare(work.entries) == bare(wanted)


@examples(25)
@given(years(least=1, most=2, plain=True), st.data())
@pytest.mark.full
def test_the_second_of_two_workbooks_is_taken_as_if_it_were_the_first(year, data):
    """Whoever filled a workbook before others had entered anything supersedes nobody; the same row twice is once."""
    scheme, facts = year
    stages = Stages(scheme, METHODS, facts)
    book = exported(stages)
    one, two = (data.draw(entries_of(stages, 1, {}, facts, stages.reported)) for _ in range(2))
    first, second = ([entry for entry in own if entry.by == ASKED.by] for own in (one, two))
    filled_in = filled(book, changes(second, "vi", scheme))
    named = replace(ASKED, by="Người thứ hai")
    alone = read(filled_in, stages, named).entries
    beside = read(filled_in, Stages(scheme, METHODS, facts, entries=tuple(first)), named)
    assert not beside.findings
    assert bare(beside.entries) == bare(alone)
    both = Stages(scheme, METHODS, facts, entries=(*first, *beside.entries))
    assert {own[0].target for own in both.rounds[-1].disputed} == {entry.target for entry in first} & {
        entry.target for entry in alone
    }
    # Both have their workbooks imported once more: nothing is new.
    assert not read(filled_in, both, named).entries
    assert not read(filled(book, changes(first, "vi", scheme)), both).entries


@examples(25)
@given(years(least=1, most=3), LANGS)
@pytest.mark.full
def test_a_workbook_that_nobody_has_filled_enters_nothing(year, lang):
    stages = Stages(year[0], METHODS, year[1])
    found = read(exported(stages, 1, lang), stages)
    assert (found.entries, found.findings) == ((), [])


@examples(25)
@given(years(least=1, most=2), LANGS, st.data())
@pytest.mark.full
def test_what_nobody_may_change_is_found_changed(year, lang, data):
    stages = Stages(year[0], METHODS, year[1])
    rows = appraisal_rows(stages, round_start(stages, 1), range(len(year[1].units)), lang).rows
    about = data.draw(st.sampled_from([one for one in rows if rows[one]] or ["criterion"]))
    if not rows[about]:
        return
    target = data.draw(st.sampled_from(sorted(rows[about])))
    role = data.draw(st.sampled_from((*fixed_columns(about), "key")))
    other = data.draw(st.sampled_from(["khác", F(77, 2), ""]))
    edited = data.draw(st.booleans())
    cells = {role: other or None, **({"new": "x", "reason": "y", "evidence": "z"} if edited else {})}
    found = read(filled(exported(stages, 1, lang), {(about, *target): cells}), stages)
    if rows[about][target].get(role) in (None, "") and not other and role != "key":
        assert not [one for one in found.findings if one.code == "workbook-changed"]
        return
    (told,) = [one for one in found.findings if one.code == "workbook-changed"]
    column = "ABCDEFGHIJKLMNO"[[one for one in COLUMNS[about] if one not in SHOWN].index(role)]
    sheet = {"criterion": ("Điểm", "Marks"), "indicator": ("Số liệu", "Facts")}[about][lang == "en"]
    assert told.place.cell.startswith(f"{sheet}!{column}")
    assert not found.entries


@pytest.mark.parametrize("about", ["criterion", "indicator"])
def test_no_heading_is_met_twice(about):
    for lang in (0, 1):
        headings = [one[lang].casefold() for one in COLUMNS[about].values()]
        assert len(set(headings)) == len(headings)


REGISTRY = load_registry()
SHIPPED = load_scheme("minh-hoa-2023", Path(), REGISTRY.methods, REGISTRY.indicators)
SCHEME = replace(
    SHIPPED,
    indicators={
        **SHIPPED.indicators,
        "investment_planned": replace(SHIPPED.indicators["investment_planned"], decimals=3),
        "satisfaction": replace(SHIPPED.indicators["satisfaction"], source="report"),
    },
)
UNITS = (Unit("M01", "Xã Mẫu 01"), Unit("M02", "Xã Mẫu 02"))
LARGE = F(10**18 - 1, 1000)
FACTS = {
    (0, "violation"): "none",
    (0, "satisfaction"): F("96.25"),
    (0, "plan_issued_on"): date(2023, 1, 5),
    (0, "investment_planned"): LARGE,
    (0, "working_rules"): True,
    (1, "plan_issued_on"): None,
}
STAGES = Stages(SCHEME, REGISTRY.methods, table(UNITS, SCHEME.indicators, FACTS))


@pytest.mark.full
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    ("code", "typed_in", "old", "new"),
    [
        ("violation", "Vi phạm nhẹ", "none", "light"),
        ("violation", "light", "none", "light"),
        ("violation", "Serious", "none", "serious"),
        ("satisfaction", 95.5, F("96.25"), F("95.5")),
        ("satisfaction", "95,5%", F("96.25"), F("95.5")),
        ("satisfaction", (0.955, "0.0%"), F("96.25"), F("95.5")),
        ("plan_issued_on", "06/01/2023", date(2023, 1, 5), date(2023, 1, 6)),
        ("plan_issued_on", date(2023, 1, 6), date(2023, 1, 5), date(2023, 1, 6)),
        ("plan_issued_on", "không", date(2023, 1, 5), None),
        ("investment_planned", "1.234.567,5", LARGE, F("1234567.5")),
        ("working_rules", False, True, False),
    ],
)
def test_a_fact_is_entered_as_people_type_it(code, typed_in, old, new, lang):
    data = exported(STAGES, 1, lang)
    cells = {"new": typed_in, "reason": "x", "evidence": "none"}
    if isinstance(typed_in, tuple):
        cells["new"] = typed_in[0]
    data = filled(data, {("indicator", "M01", code): cells}, *typed_in[1:] if isinstance(typed_in, tuple) else ())
    found = read(data, STAGES)
    assert not found.findings
    (entry,) = found.entries
    assert (entry.old, entry.new) == (Known(old), Known(new))
    assert not consequences(STAGES, found.entries)


@pytest.mark.full
@pytest.mark.parametrize(
    ("about", "target", "new", "code"),
    [
        ("criterion", "1.1.1", (0.5, "0%"), "mark-unreadable"),
        ("criterion", "1.1.1", True, "mark-unreadable"),
        ("criterion", "1.1.1", date(2023, 1, 1), "mark-unreadable"),
        ("criterion", "1.1.1", "1,125", "mark-ambiguous"),
        ("criterion", "1.1.1", 0.125, "mark-step"),
        ("criterion", "1.1.1", -1, "mark-negative"),
        ("criterion", "1.1.1", 1e300, "cell-error"),
        ("indicator", "plan_tasks", (0.5, "0%"), "value-unreadable"),
        ("indicator", "plan_tasks", 2.5, "value-not-whole"),
        ("indicator", "plan_tasks", True, "value-kind"),
        ("indicator", "violation", "nặng", "value-option"),
        ("indicator", "plan_tasks", "#DIV/0!", "value-unreadable"),
    ],
)
def test_what_is_no_value_is_told_with_its_cell(about, target, new, code):
    form = new[1:] if isinstance(new, tuple) else ()
    cells = {"new": new[0] if form else new, "reason": "x", "evidence": "y"}
    found = read(filled(exported(STAGES), {(about, "M01", target): cells}, *form), STAGES)
    told = [one for one in found.findings if one.severity == "error"]
    assert [one.code for one in told] == [code]
    assert "!" in told[0].place.cell
    assert not found.entries


def test_a_fact_that_is_unknown_or_never_came_is_shown_as_that():
    rows = appraisal_rows(STAGES, round_start(STAGES, 1), [0, 1], "vi").rows["indicator"]
    shown = {target: row["old"] for target, row in rows.items()}
    assert shown["M02", "plan_issued_on"] == "không"
    assert shown["M02", "violation"] == "chưa có"
    assert shown["M01", "working_rules"] == "có"
    assert shown["M01", "investment_planned"] == LARGE


@pytest.mark.full
def test_rows_that_a_filter_hides_are_told_and_still_count():
    book = load_workbook(
        io.BytesIO(
            filled(exported(STAGES), {("criterion", "M01", "1.1.1"): {"new": 0.5, "reason": "x", "evidence": "y"}})
        )
    )
    book.worksheets[0].row_dimensions[7].hidden = True
    found = read(saved(book), STAGES)
    assert [(one.code, one.severity) for one in found.findings] == [("rows-hidden", "warning")]
    assert len(found.entries) == 1


@pytest.mark.full
def test_what_a_survey_gives_is_shown_and_closed():
    stages = Stages(SHIPPED, REGISTRY.methods, table(UNITS, SHIPPED.indicators, {}, {}))
    (number,) = {one.number for one in SHIPPED.leaves} & round_start(stages, 1).closed
    page = load_workbook(io.BytesIO(exported(stages))).worksheets[0]
    roles = roles_of(page, "criterion")
    (row,) = [row for row in page.iter_rows() if (row[0].value, row[2].value) == ("M01", number)]
    cell = row[roles.index("new")]
    assert any(cell.coordinate in one.sqref for one in page.data_validations.dataValidation)
    (told,) = read(filled(exported(stages), {("criterion", "M01", number): {"new": 2}}), stages).findings
    assert told.code == "workbook-survey"
    # A column that is filled from top to bottom with 'x' keeps what can be kept.
    found = read(filled(exported(stages), {("criterion", "M01", number): {"new": "x"}}), stages)
    assert (found.entries, found.kept, found.findings) == ((), (), [])


@pytest.mark.full
def test_columns_that_only_help_may_be_deleted():
    stages = Stages(SHIPPED, REGISTRY.methods, table(UNITS, SHIPPED.indicators, {}, {}))
    start = round_start(stages, 1)
    whole = write_workbook(appraisal_rows(stages, start, range(2), "vi", 1).sheets(stages, 1, "vi"))
    data = filled(whole, {("criterion", "M01", "1.1.1"): {"new": 1, "reason": "a", "evidence": "b"}})
    book = load_workbook(io.BytesIO(data))
    for page, about in zip(book.worksheets, COLUMNS, strict=True):
        roles = roles_of(page, about)
        assert about == "indicator" or {"rule", "facts"} <= set(roles)
        for at, role in reversed(list(enumerate(roles, 1))):
            if role in SHOWN:
                page.delete_cols(at)
    (entry,) = read(saved(book), stages).entries
    assert entry.new == HandMark(Outcome.SCORED, F(1))


def marked(points, reason):
    """The cells of a row with new points."""
    return {("criterion", "M01", "1.1.1"): {"new": points, "reason": reason, "evidence": "BB"}}


@pytest.mark.full
def test_ones_own_row_filled_otherwise_supersedes_also_in_a_conflict():
    book = exported(STAGES)
    entries = read(filled(book, marked(1, "a")), STAGES).entries
    for by, points in (("Bình", 0), (ASKED.by, 0.5)):
        stages = replace(STAGES, entries=entries)
        found = read(filled(book, marked(points, f"{by} {points}")), stages, replace(ASKED, by=by))
        assert not found.findings
        entries += found.entries
    mine, theirs, again = entries
    assert (theirs.supersedes, again.supersedes, again.old) == ("", mine.id, mine.new)
    after = replace(STAGES, entries=entries).rounds[-1]
    assert [{entry.id for entry in own} for own in after.disputed] == [{theirs.id, again.id}]


@pytest.mark.full
def test_who_has_seen_the_value_of_another_supersedes_it():
    (first,) = read(filled(exported(STAGES), marked(0.5, "a")), STAGES).entries
    stages = replace(STAGES, entries=(first,))
    (second,) = read(filled(exported(stages), marked(0, "b")), stages, replace(ASKED, by="Bình")).entries
    assert (second.supersedes, second.old) == (first.id, first.new)
    assert not replace(STAGES, entries=(first, second)).rounds[-1].disputed
