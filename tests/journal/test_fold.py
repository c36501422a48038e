"""The state that events give: step by step or at once the same, and nothing new slips under an appraisal."""

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.journal.act_bodies import act_body
from cchc_score.journal.bodies import entry_body, explanation_body
from cchc_score.journal.events import Happening
from cchc_score.journal.fold import JournalState, fold
from tests.journal.made_events import ACTS, CODES, ENTRIES, EXPLANATIONS, LETTERS, journal

PATHS = st.sampled_from(["reports/a.toml", "reports/b.docx", "cchc.toml", "survey/x.csv"])
OF = {"reports/a.toml": "report", "reports/b.docx": "report", "cchc.toml": "rules", "survey/x.csv": "survey"}


@st.composite
def happenings(draw):
    """Something that may happen in a year."""
    kind = draw(st.sampled_from(["file", "file", "file-gone", "entry", "explanation", "act"]))
    path = draw(PATHS)
    if kind == "entry":
        entry = draw(ENTRIES)
        return Happening("entry", entry.unit, entry.id, entry.by, entry_body(entry))
    if kind == "explanation":
        answer = draw(EXPLANATIONS)
        return Happening("explanation", answer.unit, answer.entry, answer.by, explanation_body(answer))
    if kind == "act" and draw(st.booleans()):
        act = draw(ACTS)
        return Happening("act", act.unit, "", act.by, act_body(act))
    if kind == "act":
        return Happening("act", draw(CODES), path, body={"act": "accepted", "reason": "đủ"})
    body = {"sha256": draw(LETTERS.filter(bool)), "of": OF[path]} if kind == "file" else {}
    return Happening(kind, draw(CODES) if path.startswith("reports") else "", path, body=body)


@given(st.lists(happenings(), max_size=12).map(journal), st.data())
def test_folding_in_steps_gives_what_folding_at_once_gives(events, data):
    at = data.draw(st.integers(0, len(events)))
    assert fold(events[at:], fold(events[:at])) == fold(events)


@given(st.lists(happenings(), max_size=12).map(journal))
def test_every_version_is_kept_and_only_the_last_can_wait(events):
    state = fold(events)
    taken = [event for event in events if event.happening.kind in ("file", "file-gone")]
    assert sum(map(len, state.files.values())) == len(taken)
    assert (state.number, state.head) == (len(events), events[-1].hash if events else "")
    for path, version in state.counting.items():
        assert version.counts
        assert version.sha256
        assert version in state.files[path]
    assert all(state.newest(path) == version for path, version in state.waiting().items())


@given(st.lists(happenings(), max_size=12).map(journal), st.sampled_from(["cchc.toml", "survey/x.csv"]))
def test_only_what_units_send_waits(events, path):
    assert path not in fold(events).waiting()


def a_file(sha256, unit="M01", path="reports/a.toml", of="report"):
    return Happening("file", unit, path, body={"sha256": sha256, "of": of})


ACCEPTED = Happening("act", "M01", "reports/a.toml", body={"act": "accepted", "reason": "x"})


def counting(*happened):
    return {path: version.sha256 for path, version in fold(journal(happened)).counting.items()}


@given(ENTRIES)
def test_a_report_changed_after_an_entry_counts_when_it_is_accepted(entry):
    done = Happening("entry", entry.unit, entry.id, entry.by, entry_body(entry))
    first, second = a_file("1", entry.unit), a_file("2", entry.unit)
    assert counting(first, second) == {"reports/a.toml": "2"}
    assert counting(first, second, done) == {"reports/a.toml": "2"}
    assert counting(first, done, second) == {"reports/a.toml": "1"}
    assert counting(first, done, second, ACCEPTED) == {"reports/a.toml": "2"}
    # An entry about another unit holds nobody up, unless the file is that of nobody in particular.
    assert counting(a_file("1", "X"), done, a_file("2", "X")) == {"reports/a.toml": "2"}
    assert counting(a_file("1", ""), done, a_file("2", "")) == {"reports/a.toml": "1"}
    # The report of a unit that has sent none so far is nothing that anybody has appraised.
    assert counting(done, first) == {"reports/a.toml": "1"}
    gone = Happening("file-gone", entry.unit, "reports/a.toml")
    assert counting(first, done, gone) == {"reports/a.toml": "1"}
    assert counting(first, done, gone, ACCEPTED) == {}


@given(ENTRIES)
def test_a_report_that_comes_under_another_name_waits_and_is_accepted_with_the_one_that_goes(entry):
    done = Happening("entry", entry.unit, entry.id, entry.by, entry_body(entry))
    first, gone = a_file("1", entry.unit), Happening("file-gone", entry.unit, "reports/a.toml")
    other, accepted = (
        a_file("2", entry.unit, "reports/b.toml"),
        Happening("act", entry.unit, "reports/b.toml", body={"act": "accepted", "reason": "x"}),
    )
    assert counting(first, gone, other) == {"reports/b.toml": "2"}
    assert counting(first, done, gone, other) == {"reports/a.toml": "1"}
    for act in (accepted, ACCEPTED):
        assert counting(first, done, gone, other, act) == {"reports/b.toml": "2"}
    # What another unit sends, and what is no report, is its own matter.
    assert counting(first, done, a_file("2", "X", "reports/b.toml"))["reports/b.toml"] == "2"
    claims = a_file("2", entry.unit, "self-scores/b.toml", "self-score")
    assert counting(first, done, claims)["self-scores/b.toml"] == "2"


@given(ENTRIES)
def test_a_report_under_a_new_name_slips_in_beside_no_appraised_one(entry):
    appraised = Happening("entry", entry.unit, entry.id, body=entry_body(entry))
    other = a_file("2", entry.unit, "reports/khac.toml")
    waits = fold(journal([a_file("1", entry.unit), appraised, other]))
    assert set(waits.waiting()) == {"reports/khac.toml"}
    # Nobody can have appraised what was never sent, and what is no report changes none.
    assert not fold(journal([appraised, other])).waiting()
    assert not fold(journal([a_file("1", entry.unit), appraised, a_file("2", entry.unit, "x.pdf", "other")])).waiting()


def test_nothing_has_happened_yet():
    assert fold(()) == JournalState()
