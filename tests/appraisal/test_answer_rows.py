"""The form of answers: what a unit writes reaches the entry in whose row it stands, and nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.answer_form import ANSWER_COLUMNS, answer_form, answerable
from cchc_score.appraisal.answer_rows import matched_answers, read_answers
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.work_context import work_context
from cchc_score.builtin.readers import read_csv_grid, read_docx, read_xlsx
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.office.table_file import table_bytes
from tests.appraisal.kit import SCHEME, TABLE, UNITS, appraisals, entry, scored
from tests.office_forms import typed_into
from tests.strategies import METHODS, examples

READERS = {"xlsx": read_xlsx, "docx": read_docx, "csv": read_csv_grid}
KINDS = st.sampled_from(["xlsx", "docx", "csv"])
DAY = date(2024, 1, 4)


def answered(stages, data, kind, name="M01"):
    """The answers in a file, and what was found about it."""
    units = stages.reported_table.units
    reading = read_answers(
        READERS[kind](data, f"{name}.{kind}"), f"{name}.{kind}", work_context(stages.scheme, UnitLookup(units, units))
    )
    assert reading is not None
    answers, unmet = matched_answers(reading.rows, stages.entries, stages.explanations, stages.scheme)
    return answers, (*reading.findings, *unmet)


def filled(stages, round, unit, lang, kind, texts, day="04/01/2024"):
    """The form of a unit with answers in some of its rows, by their places."""
    sheet = answer_form(stages, round, unit, answerable(stages, round)[unit.code], lang)
    return typed_into(table_bytes(sheet, kind, lang), kind, list(ANSWER_COLUMNS), "answer", texts, day)


@examples(20)
@given(appraisals(rounds=2), st.sampled_from(["vi", "en"]), KINDS, st.data())
@pytest.mark.full
def test_an_answer_reaches_the_entry_in_whose_row_it_stands(year, lang, kind, data):
    scheme, facts, entries = year
    stages = Stages(scheme, METHODS, facts, entries=tuple(entries))
    round = data.draw(st.sampled_from([1, 2]))
    changed = answerable(stages, round)
    for unit in [one for one in facts.units if one.code in changed][:1]:
        own = changed[unit.code]
        texts = {at: f"trả lời {at}" for at in range(len(own)) if data.draw(st.booleans())}
        answers, findings = answered(stages, filled(stages, round, unit, lang, kind, texts), kind, unit.code)
        assert findings == ()
        assert {(one.entry, one.text) for one in answers} == {(own[at].id, text) for at, text in texts.items()}
        assert {one.on for one in answers} <= {DAY}
        # A form that is exported again shows them, and says nothing new.
        later = Stages(scheme, METHODS, facts, entries=tuple(entries), explanations=answers)
        again = answer_form(later, round, unit, own, lang)
        assert answered(later, table_bytes(again, kind, lang), kind, unit.code) == ((), ())


STAGES = Stages(SCHEME, METHODS, TABLE, entries=(entry("1.1.1", scored(1), scored("1/2"), id="a"),))


def test_the_form_shows_no_id():
    sheet = answer_form(STAGES, 1, UNITS[0], answerable(STAGES, 1)["M01"], "vi")
    (row,) = sheet.rows
    assert row == ("1.1.1", "Tiêu chí 1.1.1", "1", "0,5", "Theo hồ sơ", ("KH 02",), "An", None, None)
    assert not any(cell == "a" for cell in row)


def test_an_answer_without_a_day_does_not_count():
    answers, findings = answered(STAGES, filled(STAGES, 1, UNITS[0], "vi", "xlsx", {0: "không"}, day=""), "xlsx")
    assert (answers, [one.code for one in findings]) == ((), ["answer-undated"])


def test_a_row_whose_entry_is_another_by_now_is_told():
    data = filled(STAGES, 1, UNITS[0], "vi", "xlsx", {0: "không"})
    other = Stages(SCHEME, METHODS, TABLE, entries=(entry("1.1.1", scored(1), scored(0), id="a"),))
    answers, findings = answered(other, data, "xlsx")
    assert (answers, [one.code for one in findings]) == ((), ["answer-row"])


def test_documents_without_an_answer_and_a_form_without_its_round_are_told():
    head = "TT;Tiêu chí, số liệu;Kết quả thẩm định;Trả lời của đơn vị;Tài liệu, tệp gửi kèm\n"
    above = "Đơn vị: Xã Mẫu 01 (M01);;;;\nNgày: 04/01/2024;;;;\n"
    row = "1.1.1;Tiêu chí 1.1.1;0,5;{};QĐ 31\n"
    blank = (above + "Vòng: 1;;;;\n" + head + row.format("")).encode()
    assert [one.code for one in answered(STAGES, blank, "csv")[1]] == ["answer-blank"]
    no_round = (above + head + row.format("không")).encode()
    assert [one.code for one in answered(STAGES, no_round, "csv")[1]] == ["answer-round"]


def test_a_file_is_named_as_one():
    head = "TT;Tiêu chí, số liệu;Kết quả thẩm định;Trả lời của đơn vị;Tài liệu, tệp gửi kèm\n"
    text = f"Đơn vị: M01;;;;\nNgày: 04/01/2024;;;;\nVòng: 1;;;;\n{head}1.1.1;Tiêu chí 1.1.1;0,5;không;QĐ 31\n"
    ((answer,), _) = answered(STAGES, text.replace("QĐ 31", "giai-trinh/qd31.pdf").encode(), "csv")
    assert answer.evidence[0].file == "giai-trinh/qd31.pdf"
