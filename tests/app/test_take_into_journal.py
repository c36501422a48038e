"""A year with a journal: what was taken in counts, journal and folder say the same at every moment, nothing is lost."""

import json
import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cchc_score.app.accept_version import accept_version
from cchc_score.app.look_into_journal import folder_image, journal_of, verify_journal
from cchc_score.app.rank_units import rank_units
from cchc_score.app.settle_conflict import CouncilChoice, settle_conflict
from cchc_score.app.start_folder import start_year
from cchc_score.app.take_into_journal import take_in
from cchc_score.app.write_acts import freeze_year, publish_year, reopen_year, say_act
from cchc_score.appraisal.acts import Answer, Question
from cchc_score.appraisal.year_steps import closing_step, year_steps
from cchc_score.errors import CchcError, ReportError
from cchc_score.files.disk import write_folder
from cchc_score.journal.bodies import statement_key
from cchc_score.journal.receipt import receipt_of, verdict
from cchc_score.results.ranking_json import ranking_data
from cchc_score.year.config import read_config
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.journal_place import EVENTS, FOLDER
from cchc_score.year.journal_source import JournalSource
from cchc_score.year.load import whole_stages
from cchc_score.year.opened_year import open_year
from cchc_score.year.request import Request
from tests.merging.years import entry, held, write
from tests.running import EXAMPLES

ACTORS = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường")
MOMENTS = count()


def now():
    return datetime(2026, 1, 15, 17, tzinfo=UTC) + timedelta(seconds=next(MOMENTS))


def taken(root, by="An", **words):
    return take_in(FolderSource(Request((root,))), by, now, **words)


def ranked(root, source=open_year):
    """The ranking as JSON, of whatever keeps the year; findings of the reading are another matter."""
    data = ranking_data(rank_units(source(Request((root,)))), "vi")
    data.pop("findings", None)
    return json.dumps(data, ensure_ascii=False)


@pytest.fixture
def begun(tmp_path):
    folder = tmp_path / "nam"
    write_folder(folder, start_year("minh-hoa").files)
    return folder


@pytest.mark.full
def test_a_folder_and_its_journal_rank_alike_byte_for_byte(begun):
    before = ranked(begun, FolderSource)
    taken(begun)
    assert isinstance(open_year(Request((begun,))), JournalSource)
    assert ranked(begun) == before
    # Nothing but the journal counts: without the files beside it the year is the same.
    for name in ("reports", "self-scores", "appraisal", "survey"):
        shutil.rmtree(begun / name)
    assert ranked(begun) == before


@pytest.mark.full
@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.iterdir() if (path / "cchc.toml").is_file()))
def test_every_example_ranks_alike_from_its_journal(name, tmp_path):
    folder = Path(shutil.copytree(EXAMPLES / name, tmp_path / "examples" / name))
    # A year that names the one before it needs it beside it.
    for other in EXAMPLES.iterdir():
        if other.is_dir() and other.name != name:
            (tmp_path / "examples" / other.name).symlink_to(other)
    before = ranked(folder, FolderSource)
    taken(folder)
    assert ranked(folder) == before


def test_a_folder_comes_back_to_the_byte(begun, tmp_path):
    before = held(begun)
    taken(begun)
    write_folder(
        tmp_path / "lai", folder_image(journal_of(FolderSource(Request((begun,)))), read_config(begun / "cchc.toml"))
    )
    assert held(tmp_path / "lai") == before


@pytest.mark.full
def test_taking_in_what_is_there_already_writes_nothing(begun):
    first = taken(begun)
    assert first.events
    again = taken(begun, "Bình")
    assert (again.events, again.journal.state.head) == ((), first.journal.state.head)


@pytest.mark.full
def test_an_entry_that_was_changed_is_refused_and_nothing_is_written(begun):
    taken(begun)
    path = begun / "appraisal" / "vong-1.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("reason = ", 'reason = "khác" # '), encoding="utf-8")
    (begun / "reports" / "moi.csv").write_text("unit,year\n", encoding="utf-8")
    before = held(begun / FOLDER)
    with pytest.raises(ReportError) as refused:
        taken(begun)
    assert {finding.code for finding in refused.value.findings if finding.severity == "error"} == {
        "journal-entry-changed"
    }
    assert held(begun / FOLDER) == before


@pytest.mark.full
def test_an_entry_that_was_deleted_still_counts_and_comes_back_with_the_folder(begun, tmp_path):
    before = ranked(begun, FolderSource)
    taken(begun)
    (begun / "appraisal" / "vong-1.toml").unlink()
    gone = taken(begun)
    assert "journal-entry-gone" in {finding.code for finding in gone.findings}
    assert ranked(begun) == before
    write_folder(tmp_path / "lai", folder_image(gone.journal, read_config(gone.journal.root / "cchc.toml")))
    assert ranked(tmp_path / "lai", FolderSource) == before


@pytest.mark.full
def test_rules_that_differ_from_the_journal_stop_the_run(begun):
    taken(begun)
    path = begun / "cchc.toml"
    path.write_bytes(path.read_bytes() + b"\n# x\n")
    with pytest.raises(CchcError) as refused:
        ranked(begun)
    assert [finding.code for finding in refused.value.findings] == ["journal-rules"]
    taken(begun)
    assert ranked(begun)


def test_a_file_that_cannot_be_read_is_not_taken_in(begun):
    (begun / "reports" / "hong.toml").write_text("a = ", encoding="utf-8")
    with pytest.raises(ReportError):
        taken(begun)
    assert not (begun / FOLDER).exists()


def test_a_kept_file_that_was_changed_is_found(begun):
    taken(begun)
    kept = sorted((begun / FOLDER / "tep").iterdir())[0]
    kept.write_bytes(kept.read_bytes() + b" ")
    found = verify_journal(journal_of(FolderSource(Request((begun,))))).findings
    assert "journal-file-lost" in {finding.code for finding in found}


@pytest.mark.full
def test_two_people_cannot_write_over_one_another(begun, monkeypatch):
    taken(begun)
    (begun / "reports" / "a.csv").write_text("unit,year\n", encoding="utf-8")
    events = begun / FOLDER / EVENTS
    line = events.read_bytes()
    from cchc_score.app import take_into_journal

    def another_first(*args):
        events.write_bytes(line + line.splitlines(keepends=True)[0])
        return original(*args)

    original = take_into_journal.add_events
    monkeypatch.setattr(take_into_journal, "add_events", another_first)
    with pytest.raises(CchcError) as refused:
        taken(begun)
    assert "file-changing" in {finding.code for finding in refused.value.findings}


def closed(journal):
    """The step by which a year is closed."""
    return closing_step(year_steps(journal.state.acts).counting)


BY_HAND = {
    "extension": 'unit = "{unit}"\nphase = "tu-cham"\nto = 2023-12-2{number}T11:30:00\nreason = "mất điện"',
    "returned": 'unit = "{unit}"\nwhat = "bao-cao"\nreason = "thiếu"',
    "assignment": 'appraisers = ["An"]\nunits = ["{unit}"]',
    "verdict": 'unit = "{unit}"\nentry = "e{number}"\nresult = "mot-phan"\nreason = "đủ một phần"',
    "survey_batch": 'batch = "dot-{number}"\nfiles = ["survey"]\nstate = "nhap"',
}


def acts_of(source):
    """Every act of a year by what it says."""
    stages, _ = whole_stages(source)
    return {statement_key(act) for act in stages.acts}


class Year(RuleBasedStateMachine):
    """Several people work at one year by its folder; journal, folder and results agree at every moment."""

    @initialize()
    def begin(self):
        self.place = Path(tempfile.mkdtemp())
        self.root = write(self.place / "nam")
        self.events, self.receipts, self.numbers = (), [], count()
        self.take("Nguyễn Văn An")

    def _journal(self):
        return journal_of(FolderSource(Request((self.root,))))

    @precondition(lambda self: closed(self._journal()))
    @rule(by=st.sampled_from(ACTORS))
    def reopen(self, by):
        """A frozen or published year is opened again, with a reason."""
        self.events = reopen_year(FolderSource(Request((self.root,))), by, "khiếu nại", now).journal.events

    @rule(by=st.sampled_from(ACTORS))
    def freeze(self, by):
        """Somebody freezes the year although much is open; nobody can do so twice."""
        source = open_year(Request((self.root,)))
        if self.events and closed(self._journal()):
            with pytest.raises(ReportError):
                freeze_year(source, by, "trình gấp", now)
        else:
            self.events = freeze_year(source, by, "trình gấp", now).journal.events

    @rule(by=st.sampled_from(ACTORS))
    def publish(self, by):
        """A frozen year is published; one that is open, or published already, is not."""
        source = FolderSource(Request((self.root,)))
        state = closed(self._journal())
        if state is None or state.step == "published":
            with pytest.raises(ReportError):
                publish_year(source, by, "1/QĐ", None, now)
        else:
            self.events = publish_year(source, by, "1/QĐ", None, now).journal.events

    @rule(by=st.sampled_from(ACTORS))
    def take(self, by):
        before = self.events
        if self.events and closed(self._journal()):
            # With nothing new it writes nothing, else it is refused.
            with suppress(ReportError):
                assert taken(self.root, by).events == ()
            assert self._journal().events == before
            return
        self.events = taken(self.root, by).journal.events
        assert self.events[: len(before)] == before
        assert {event.by for event in self.events[len(before) :]} <= {by}
        self.receipts += [receipt_of(event) for event in self.events[len(before) :]]

    @rule(unit=st.sampled_from("ABCDE"), tin=st.integers(0, 9))
    def report_again(self, unit, tin):
        """A commune changes its line of the common report."""
        path = self.root / "reports" / "nam-2023.csv"
        lines = path.read_text(encoding="utf-8").splitlines()
        changed = [f"{unit},{tin}" if line.startswith(f"{unit},") else line for line in lines]
        path.write_text("\n".join(changed) + "\n", encoding="utf-8")

    @rule(unit=st.sampled_from("ABCDE"), new=st.integers(0, 4), by=st.sampled_from(ACTORS))
    def appraise(self, unit, new, by):
        """Somebody writes an entry, whose old value may no longer hold."""
        number = next(self.numbers)
        old = "ABCDE".index(unit) / 2
        text = entry(unit, f"{new / 2}", f"{old}", id=f"e{number}", by=by)
        folder = self.root / "appraisal"
        folder.mkdir(exist_ok=True)
        (folder / f"e{number}.toml").write_text(text, encoding="utf-8")

    @rule(unit=st.sampled_from("ABCDE"), kind=st.sampled_from(sorted(BY_HAND)), number=st.integers(0, 3))
    def write_by_hand(self, unit, kind, number):
        """Somebody writes an act into a file: more time, an assignment, a verdict, a state of a survey batch."""
        text = BY_HAND[kind].format(unit=unit, number=number)
        folder = self.root / "appraisal"
        folder.mkdir(exist_ok=True)
        (folder / f"{kind}-{number}.toml").write_text(
            f'[[{kind}]]\n{text}\nby = "Lan"\non = 2023-12-2{number}\n', encoding="utf-8"
        )

    @rule(first=st.integers(0, 3), second=st.integers(0, 3))
    def put_entries_together(self, first, second):
        """Two files of entries become one, as people tidy up."""
        paths = [self.root / "appraisal" / f"e{number}.toml" for number in (first, second)]
        if first != second and all(path.is_file() for path in paths):
            paths[0].write_bytes(paths[0].read_bytes() + paths[1].read_bytes())
            paths[1].unlink()

    @rule(data=st.data())
    def take_a_file_away(self, data):
        files = sorted((self.root / "appraisal").glob("*.toml"))
        if files:
            data.draw(st.sampled_from(files)).unlink()

    @precondition(lambda self: not closed(self._journal()))
    @rule(by=st.sampled_from(ACTORS), unit=st.sampled_from("ABCDE"), first=st.booleans(), third=st.booleans())
    def settle(self, by, unit, first, third):
        """The council chooses where entries differ; where none do it cannot."""
        source = open_year(Request((self.root,)))
        stages, _ = whole_stages(source)
        rivals = next((own for own in stages.rounds[-1].disputed if own[0].unit == unit), ())
        chosen = "" if third or not rivals else rivals[0 if first else -1].id
        value = "" if chosen else "1"
        asked = CouncilChoice(unit=unit, target="1.1", round=1, chosen=chosen, value=value, reason="họp", evidence="")
        if rivals:
            self.events = settle_conflict(source, asked, by, now).journal.events
        elif not any(one.unit == unit for one in stages.rounds[-1].chosen):
            with pytest.raises(ReportError):
                settle_conflict(source, asked, by, now)

    @precondition(lambda self: not closed(self._journal()))
    @rule(by=st.sampled_from(ACTORS), unit=st.sampled_from("ABCDE"), answers=st.booleans(), id=st.sampled_from("qr"))
    def ask_or_answer(self, by, unit, answers, id):
        """An appraiser asks, a unit answers; what nobody has asked cannot be answered."""
        source = open_year(Request((self.root,)))
        asked = {(act.unit, act.id) for act in self._journal().state.acts if isinstance(act, Question)}
        if not answers:
            keys = {"id": id, "round": 1, "unit": unit, "criterion": "1.1", "text": "Tin nào?"}
            self.events = say_act(source, Question, keys, by, now).journal.events
        elif (unit, id) in asked:
            keys = {"unit": unit, "question": id, "text": "Tin ngày 3/2"}
            self.events = say_act(source, Answer, keys, by, now).journal.events
        else:
            with pytest.raises(ReportError):
                say_act(source, Answer, {"unit": unit, "question": id, "text": "x"}, by, now)

    @precondition(lambda self: self._journal().state.waiting() and not closed(self._journal()))
    @rule(by=st.sampled_from(ACTORS), data=st.data())
    def accept(self, by, data):
        path = data.draw(st.sampled_from(sorted(self._journal().state.waiting())))
        accepted = accept_version(FolderSource(Request((self.root,))), path, by, "đúng", now)
        self.events = accepted.journal.events

    @invariant()
    def the_chain_is_whole_and_every_receipt_holds(self):
        journal = self._journal()
        assert verify_journal(journal).findings == ()
        assert journal.events == self.events
        assert all(verdict(receipt, journal.events) == "holds" for receipt in self.receipts)

    @invariant()
    def the_folder_that_the_journal_says_ranks_as_the_journal(self):
        image = self.place / "anh"
        shutil.rmtree(image, ignore_errors=True)
        write_folder(image, folder_image(self._journal(), read_config(self._journal().root / "cchc.toml")))
        assert ranked(image, FolderSource) == ranked(self.root)
        assert acts_of(FolderSource(Request((image,)))) == acts_of(open_year(Request((self.root,))))

    def teardown(self):
        shutil.rmtree(self.place, ignore_errors=True)


TestYear = pytest.mark.full(Year.TestCase)
TestYear.settings = settings(max_examples=10, stateful_step_count=8, deadline=None)


@pytest.mark.full
def test_a_file_that_no_longer_says_whose_it_is_stays_that_of_its_unit(begun):
    taken(begun)
    path = begun / "reports" / "mau-03.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("2023", "2019", 1), encoding="utf-8")
    events = taken(begun).events
    assert [(event.happening.target, event.happening.unit) for event in events] == [("reports/mau-03.toml", "M03")]
