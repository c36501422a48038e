"""Two journals that share a beginning become one: nothing is lost or doubled, and what contradicts itself is refused."""

import shutil
import tempfile
from collections import Counter
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from cchc_score.app.join_journals import join_journals
from cchc_score.app.look_into_journal import folder_image, journal_of, verify_journal
from cchc_score.app.write_acts import freeze_year, say_act
from cchc_score.appraisal.acts import Question
from cchc_score.errors import ReportError
from cchc_score.files.disk import write_folder
from cchc_score.journal.bodies import statement_key
from cchc_score.journal.events import Happening, added
from cchc_score.journal.joining import shared_beginning
from cchc_score.journal.receipt import receipt_of, verdict
from cchc_score.year.config import read_config
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.journal_files import add_events, load_journal
from cchc_score.year.opened_year import open_year
from cchc_score.year.request import Request
from tests.app.test_take_into_journal import now, ranked, taken
from tests.merging.years import entry, held, write


@pytest.fixture
def pair(tmp_path):
    """Two copies of a year with one journal."""
    root = write(tmp_path / "an")
    taken(root)
    return root, Path(shutil.copytree(root, tmp_path / "binh"))


def join(root, other, by="Lan"):
    return join_journals(FolderSource(Request((root,))), FolderSource(Request((other,))), by, now)


def journal(root):
    return journal_of(FolderSource(Request((root,))))


def refused(root, other):
    before = held(root)
    with pytest.raises(ReportError) as error:
        join(root, other)
    assert held(root) == before
    return {finding.code for finding in error.value.findings}


def add(root, name, text):
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")
    return taken(root)


def said(root):
    state = journal(root).state
    return Counter(map(statement_key, (*state.entries.values(), *state.explanations, *state.acts)))


def test_a_copy_that_did_nothing_becomes_the_other_one_event_by_event(pair):
    an, binh = pair
    add(binh, "appraisal/binh.toml", entry("A", "1", id="b"))
    (binh / "reports" / "nam-2023.csv").write_text("unit,tin\nA,9\n", encoding="utf-8")
    taken(binh)
    join(an, binh)
    assert journal(an).events == journal(binh).events
    assert held(an) == held(binh)
    assert join(an, binh).events == ()
    assert taken(an).events == ()


@pytest.mark.full
def test_what_both_did_is_in_both_with_who_did_it_and_when(pair):
    an, binh = pair
    add(an, "appraisal/an.toml", entry("A", "1", id="a"))
    theirs = add(binh, "appraisal/binh.toml", entry("B", "1", "0.5", id="b")).events
    events = join(an, binh).events
    assert [event.happening.body["joined"]["hash"] for event in events] == [event.hash for event in theirs]
    assert {event.by for event in events} == {"Lan"}
    assert set(journal(an).state.entries) == {("A", "a"), ("B", "b")}
    assert (an / "appraisal" / "binh.toml").read_bytes() == (binh / "appraisal" / "binh.toml").read_bytes()
    assert taken(an).events == ()
    # Back again: nothing twice.
    join(binh, an)
    assert said(an) == said(binh)
    assert join(an, binh).events == ()
    assert ranked(an) == ranked(binh)


@pytest.mark.full
def test_what_both_wrote_down_is_written_once_and_two_who_differ_are_a_conflict_as_ever(pair):
    an, binh = pair
    for root in pair:
        add(root, "appraisal/chung.toml", entry("A", "1", id="c"))
    add(an, "appraisal/an.toml", entry("B", "1", "0.5", id="a"))
    add(binh, "appraisal/binh.toml", entry("B", "2", "0.5", id="b"))
    join(an, binh)
    assert set(said(an).values()) == {1}
    assert len(journal(an).state.entries) == 3


def test_one_file_of_entries_that_both_wrote_stays_in_both_versions(pair):
    an, binh = pair
    add(an, "appraisal/vong-1.toml", entry("A", "1", id="a"))
    add(binh, "appraisal/vong-1.toml", entry("B", "1", "0.5", id="b"))
    join(an, binh)
    assert sorted(path.name for path in (an / "appraisal").iterdir()) == ["vong-1-2.toml", "vong-1.toml"]
    assert len(journal(an).state.entries) == 2
    assert taken(an).events == ()
    join(binh, an)
    assert join(an, binh).events == ()


@pytest.mark.full
def test_what_cannot_be_joined_is_refused_and_nothing_is_written(pair, tmp_path):
    an, binh = pair
    other = write(tmp_path / "khac", {"units.csv": "code,name\nA,Xã A\n"})
    taken(other)
    assert refused(an, other) == {"journal-join-apart"}
    with pytest.raises(ReportError):
        join(an, write(tmp_path / "khong"))
    (binh / "reports" / "nam-2023.csv").write_text("unit,tin\nA,9\n", encoding="utf-8")
    assert refused(an, binh) == {"journal-join-behind"}
    taken(binh)
    (an / "reports" / "nam-2023.csv").write_text("unit,tin\nA,8\n", encoding="utf-8")
    taken(an)
    assert refused(an, binh) == {"journal-join-file"}
    # The remedy: one version on both sides.
    shutil.copy(an / "reports" / "nam-2023.csv", binh / "reports" / "nam-2023.csv")
    taken(binh)
    join(an, binh)
    add(an, "appraisal/an.toml", entry("A", "1", id="x"))
    add(binh, "appraisal/binh.toml", entry("A", "2", id="x"))
    assert refused(an, binh) == {"journal-join-entry"}


def test_a_frozen_year_is_not_joined(pair):
    an, binh = pair
    add(binh, "appraisal/binh.toml", entry("A", "1", id="b"))
    freeze_year(open_year(Request((an,))), "Lan", "x", now)
    assert refused(an, binh) == {"year-frozen"}
    assert refused(binh, an) == {"year-frozen"}


@pytest.mark.parametrize("path", ["../ra-ngoai.toml", "/tmp/x.toml", "nhat-ky/su-kien.jsonl", "a\\b.toml", ""])
def test_a_hostile_journal_writes_nothing_outside_of_the_year(pair, path, tmp_path):
    an, binh = pair
    theirs = load_journal(binh)
    bad = Happening("file", "", path, body={"sha256": next(iter(theirs.state.counting.values())).sha256, "of": "x"})
    add_events(theirs, added(theirs.events[-1], [bad], now().isoformat(), "?"), {path: binh / "cchc.toml"})
    before = held(tmp_path)
    with pytest.raises(ReportError):
        join(an, binh)
    assert held(tmp_path) == before


class Pair(RuleBasedStateMachine):
    """Two people work at copies of one year and take in from one another."""

    @initialize()
    def begin(self):
        self.place, self.numbers = Path(tempfile.mkdtemp()), count()
        an = write(self.place / "an")
        taken(an)
        self.roots = (an, Path(shutil.copytree(an, self.place / "binh")))
        self.receipts = ([], [])

    @rule(who=st.integers(0, 1), unit=st.sampled_from("ABC"), new=st.integers(0, 4), file=st.sampled_from(["", "x"]))
    def appraise(self, who, unit, new, file):
        """Somebody writes an entry, into a file of its own, or into one that both have."""
        number = next(self.numbers)
        text = entry(unit, f"{new / 2}", f"{'ABC'.index(unit) / 2}", id=f"e{number}", by=f"người {who}")
        path = self.roots[who] / "appraisal" / f"{file or number}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8")
        self._take(who)

    @rule(who=st.integers(0, 1), unit=st.sampled_from("ABC"))
    def ask(self, who, unit):
        keys = {"round": 1, "unit": unit, "criterion": "1.1", "text": f"Câu {next(self.numbers)}?"}
        say_act(open_year(Request((self.roots[who],))), Question, keys, "An", now)

    @rule(who=st.integers(0, 1), name=st.sampled_from(["moi-0.csv", "moi-1.csv"]))
    def report(self, who, name):
        """Each of the two takes in reports of their own units."""
        path = self.roots[who] / "reports" / f"{who}-{name}"
        path.write_text(f"unit,tin\n{'DE'[who]},{next(self.numbers)}\n", encoding="utf-8")
        self._take(who)

    def _take(self, who):
        events = taken(self.roots[who], f"người {who}").events
        self.receipts[who].extend(map(receipt_of, events))

    @rule(who=st.integers(0, 1))
    def join(self, who):
        one, other = self.roots[who], self.roots[1 - who]
        before, mine, theirs = journal(one).events, said(one), said(other)
        join(one, other)
        assert journal(one).events[: len(before)] == before
        assert said(one) == mine | theirs
        assert join(one, other).events == ()
        assert taken(one).events == ()
        # Every file that the other one has is here, to the byte.
        ours = set(held(one / "appraisal").values()) if (one / "appraisal").exists() else set()
        assert ours >= set(held(other / "appraisal").values() if (other / "appraisal").exists() else ())

    @invariant()
    def both_are_whole_and_equal_to_their_folders(self):
        for root, receipts in zip(self.roots, self.receipts, strict=True):
            kept = journal(root)
            assert verify_journal(kept).findings == ()
            assert set(said(root).values()) <= {1}
            assert shared_beginning(kept.events, journal(self.roots[0]).events)
            assert all(verdict(receipt, kept.events) == "holds" for receipt in receipts)
            image = self.place / "anh"
            shutil.rmtree(image, ignore_errors=True)
            write_folder(image, folder_image(kept, read_config(kept.root / "cchc.toml")))
            assert ranked(image, FolderSource) == ranked(root)

    def teardown(self):
        shutil.rmtree(self.place, ignore_errors=True)


TestPair = pytest.mark.full(Pair.TestCase)
TestPair.settings = settings(max_examples=8, stateful_step_count=6, deadline=None)
