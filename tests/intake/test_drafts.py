"""Figures of drafts: unknown until somebody confirms or accepts them, and never without a word."""

import pytest

from cchc_score.builtin.readers import read_toml_record
from cchc_score.intake.canonical_toml import report_toml
from cchc_score.intake.join import join
from cchc_score.intake.read_document import reports_of
from tests.appendix_files import INDICATORS, UNITS, codes, facts

HEAD = "[report]\nunit = '15865'\nname = 'Xã Hoằng Cát'\nyear = 2023\n"


def read(*texts, accept=False):
    """The year of some TOML reports."""
    reports = [
        report
        for number, text in enumerate(texts)
        for report in reports_of(
            read_toml_record(text.encode(), f"{number}.toml"), f"{number}.toml", None, INDICATORS, 2023
        )
    ]
    return join(reports, UNITS, 2023, None, INDICATORS, accept_drafts=accept)


DRAFT = f"{HEAD}[facts]\ntasks = {{ value = 27, draft = true }}\ndone = {{ value = 25, draft = true }}\npeople = 9\n"


def test_a_draft_is_unknown_and_counted():
    gathered = read(DRAFT)
    assert facts(gathered) == {("15865", "people"): 9}
    assert {code: fact.value for (_, code), fact in gathered.drafts.items()} == {"tasks": 27, "done": 25}
    (told,) = [one for one in gathered.findings if one.code == "draft-figures"]
    assert told.args == {"count": 2}
    assert told.severity == "warning"
    assert "confirmed = true" in told.words()
    # Where it stands is known, so that whoever asks for the figure is led there.
    assert gathered.table.origins[0, "tasks"].draft


def test_accepted_drafts_are_figures_with_their_mark():
    gathered = read(DRAFT, accept=True)
    assert facts(gathered) == {("15865", "people"): 9, ("15865", "tasks"): 27, ("15865", "done"): 25}
    assert gathered.drafts == {}
    assert codes(gathered) == ["draft-accepted"]
    assert gathered.table.origins[0, "tasks"].draft
    assert not gathered.table.origins[0, "people"].draft


@pytest.mark.parametrize("whole", [True, False])
def test_a_confirmed_draft_is_a_figure(whole):
    confirmed = DRAFT.replace("year = 2023\n", "year = 2023\nconfirmed = true\n")
    text = confirmed if whole else DRAFT.replace("value = 27,", "value = 27, confirmed = true,")
    gathered = read(text)
    expected = {("15865", "people"): 9, ("15865", "tasks"): 27}
    assert facts(gathered) == expected | ({("15865", "done"): 25} if whole else {})
    assert ("draft-figures" in codes(gathered)) is not whole


def test_confirming_all_drafts_settles_no_doubt():
    text = f"{HEAD}confirmed = true\n[facts]\ntasks = {{ value = 27, draft = true, doubt = 'hỏi lại' }}\n"
    assert codes(read(text)) == ["fact-in-doubt"]


def test_a_contradiction_between_drafts_is_told_and_marks_no_unknown_figure():
    gathered = read(f"{HEAD}[facts]\ntasks = {{ value = 5, draft = true }}\ndone = {{ value = 9, draft = true }}\n")
    assert "part-above-whole" in codes(gathered)
    assert gathered.table.doubts == frozenset()
    assert gathered.reasons.keys() == {(0, "tasks"), (0, "done")}


@pytest.mark.parametrize(("value", "told"), [(27, []), (25, ["draft-differs"])])
def test_beside_another_report_a_draft_only_says_whether_it_agrees(value, told):
    gathered = read(DRAFT, f"{HEAD}[facts]\ntasks = {value}\n")
    assert facts(gathered)["15865", "tasks"] == value
    assert [code for code in codes(gathered) if code == "draft-differs"] == told
    # Even where drafts are accepted the report of somebody outweighs them.
    assert facts(read(DRAFT, f"{HEAD}[facts]\ntasks = {value}\n", accept=True))["15865", "tasks"] == value


def test_two_drafts_that_differ_are_no_figure():
    gathered = read(DRAFT, f"{HEAD}[facts]\ntasks = {{ value = 26, draft = true }}\n", accept=True)
    assert ("15865", "tasks") not in facts(gathered)
    assert "fact-conflict" in codes(gathered)


def test_drafts_are_written_as_drafts_and_read_again_the_same():
    gathered = read(DRAFT)
    text = report_toml(gathered, 0, 2023, "", [], "vi")
    assert 'tasks = { value = 27, source = "0.toml:6", draft = true }' in text
    again = read(text)
    assert again.drafts.keys() == gathered.drafts.keys()
    assert facts(again) == facts(gathered)


def test_accepted_drafts_are_written_as_figures_that_say_so():
    text = report_toml(read(DRAFT, accept=True), 0, 2023, "", [], "vi")
    assert 'tasks = { value = 27, source = "0.toml:6; bản nháp, đã chấp nhận" }' in text
    assert facts(read(text))["15865", "tasks"] == 27
