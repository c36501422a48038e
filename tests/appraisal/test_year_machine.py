"""A year as people work it: communes, councils and a survey act in any order, well or badly; nothing is lost or invented.

The model beside it is the plainest one: a dictionary of known facts and one of marks, changed at the end of a round.
"""

from datetime import date
from fractions import Fraction as F
from itertools import pairwise

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cchc_score.appraisal.appraisal_model import Claim, Entry, Evidence, Explanation, Known, Phases, Window
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.survey import surveyed_facts
from cchc_score.engine import held_criteria, score
from cchc_score.explain.comparison import compare
from cchc_score.facts import Origin, table
from cchc_score.model import Outcome
from cchc_score.sheet import HandMark
from tests.strategies import METHODS, known_facts, told, units, used, values
from tests.strategies import schemes as random_schemes

IN_TIME, LATE = date(2023, 12, 20), date(2024, 3, 1)
WINDOW = Window(date(2023, 12, 1), date(2023, 12, 31))
PHASES = Phases(WINDOW, (WINDOW,) * 3, (WINDOW,) * 3)
ACTORS = st.sampled_from(["Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"])


class Year(RuleBasedStateMachine):
    """Steps of a year, legal and illegal; what the program makes of them is held against the model."""

    @initialize(data=st.data(), scheme=random_schemes(rounding=st.just("criterion"), plain=True), listed=units(1, 3))
    def begin(self, data, scheme, listed):
        """Reports come in, without what only the survey can tell."""
        self.scheme, self.units = scheme, listed
        facts = data.draw(known_facts(scheme, len(listed)))
        self.reported = {key: value for key, value in facts.items() if self._source(key[1]) != "survey"}
        self.facts, self.marks = dict(self.reported), {}
        self.round, self.claims, self.explanations = 1, [], []
        self.entries, self.survey = [], None
        self.expected = {"applied": set(), "replaced": set(), "refused": set()}
        self.chains = {}
        self.leaves = [leaf for leaf in scheme.leaves if leaf.number in held_criteria(scheme)]
        self.codes = [code for code in used(scheme) if self._source(code) != "survey"]

    def _source(self, code):
        return self.scheme.indicators[code].source

    def _table(self, facts):
        return table(self.units, self.scheme.indicators, facts)

    def _present(self, row, target):
        """What a target was when the round began."""
        if target in self.scheme.indicators:
            return Known(self.facts[row, target]) if (row, target) in self.facts else None
        sheet = score(self.scheme, METHODS, self._table(self.facts), self.marks)
        mark = sheet.mark(row, sheet.criteria[target])
        return HandMark(mark.outcome, mark.low)

    def _draw(self, data, target):
        """Something that a person may set a target to."""
        if target in self.scheme.indicators:
            return data.draw(st.none() | values(self.scheme.indicators[target]).map(Known))
        leaf = self.scheme.criteria[target]
        step = 10 ** self.scheme.decimals_of(leaf)
        points = st.integers(0, int(leaf.max_points * step)).map(lambda one: HandMark(Outcome.SCORED, F(one, step)))
        return data.draw(points | st.none() | st.just(HandMark(Outcome.NOT_APPLICABLE)))

    def _target(self, data):
        row = data.draw(st.integers(0, len(self.units) - 1))
        targets = [*self.codes, *(leaf.number for leaf in self.leaves)]
        return row, data.draw(st.sampled_from(targets)) if targets else ""

    def _enter(self, row, target, old, new, by, on=IN_TIME, supersedes=""):
        fact = target in self.scheme.indicators
        entry = Entry(
            f"e{len(self.entries)}", self.round, self.units[row].code, "" if fact else target, target if fact else "",
            old, new, "Đối chiếu hồ sơ", (Evidence("Biên bản 1"),), by, on, supersedes, Origin("vong.toml", len(self.entries) + 1),
        )  # fmt: skip
        self.entries.append(entry)
        return entry

    @precondition(lambda self: self.leaves)
    @rule(data=st.data(), on=st.sampled_from([IN_TIME, LATE]))
    def claim(self, data, on):
        """A commune claims points of a criterion."""
        row = data.draw(st.integers(0, len(self.units) - 1))
        leaf = data.draw(st.sampled_from(self.leaves))
        if any((one.unit, one.criterion) == (self.units[row].code, leaf.number) for one in self.claims):
            return
        points = F(data.draw(st.integers(0, int(leaf.max_points))))
        mark = HandMark(Outcome.SCORED, points)
        self.claims.append(
            Claim(self.units[row].code, leaf.number, mark, (), "", "UBND xã", on, Origin("tu-cham.toml"))
        )

    @rule(data=st.data(), by=ACTORS)
    def enter(self, data, by):
        """A member of the council changes something from the state that the round began with."""
        row, target = self._target(data)
        if not target:
            return
        entry = self._enter(row, target, self._present(row, target), self._draw(data, target), by)
        self.chains.setdefault((row, target), []).append([entry])

    @precondition(lambda self: self.chains)
    @rule(data=st.data(), by=ACTORS)
    def supersede(self, data, by):
        """An entry of this round is replaced by another."""
        key = data.draw(st.sampled_from(sorted(self.chains)))
        chain = data.draw(st.sampled_from(self.chains[key]))
        last = chain[-1]
        chain.append(self._enter(*key, last.new, self._draw(data, key[1]), by, supersedes=last.id))

    @rule(data=st.data(), by=ACTORS, fault=st.sampled_from(["late", "old", "supersedes", "unit", "round"]))
    def enter_badly(self, data, by, fault):
        """What must not count: out of time, from another state, for nothing, about nobody."""
        row, target = self._target(data)
        if not target:
            return
        present, new = self._present(row, target), self._draw(data, target)
        if fault == "late":
            entry = self._enter(row, target, present, new, by, LATE)
        elif fault == "supersedes":
            entry = self._enter(row, target, present, new, by, supersedes="khong-co")
        elif fault == "old":
            old = self._draw(data, target)
            if old == present:
                return
            # Alone it is refused; beside another of its target neither counts.
            entry = self._enter(row, target, old, new, by)
            self.chains.setdefault((row, target), []).append([entry])
            return
        else:
            entry = self._enter(row, target, present, new, by)
            changed = {"unit": {"unit": "khong-co"}, "round": {"round": 4}}[fault]
            self.entries[-1] = entry = type(entry)(**{**_fields(entry), **changed})
        self.expected["refused"].add(entry.id)

    @precondition(lambda self: self.entries)
    @rule(data=st.data(), on=st.sampled_from([IN_TIME, LATE]))
    def explain(self, data, on):
        """A commune answers an entry."""
        entry = data.draw(st.sampled_from(self.entries))
        self.explanations.append(
            Explanation(entry.unit, entry.id, "Xin bổ sung", (), "UBND xã", on, Origin("giai-trinh.toml"))
        )

    @precondition(lambda self: self.survey is None)
    @rule(data=st.data())
    def survey_comes_in(self, data):
        """The figures of the survey arrive."""
        codes = [code for code in used(self.scheme) if self._source(code) == "survey"]
        self.survey = data.draw(known_facts(self.scheme, len(self.units), codes))

    @precondition(lambda self: self.round < 3)
    @rule()
    def end_round(self):
        """The council closes a round."""
        for ended, ids in self._endings().items():
            self.expected[ended] |= ids
        self.facts, self.marks = self._after_round()
        self.chains = {}
        self.round += 1

    def _endings(self):
        """How the entries of the open round end."""
        ended = {"applied": set(), "replaced": set(), "refused": set()}
        for (row, target), chains in self.chains.items():
            for chain in chains:
                ended["replaced"] |= {one.id for one in chain[:-1]}
                ended["applied" if self._counts(row, target, chains) else "refused"].add(chain[-1].id)
        return ended

    def _counts(self, row, target, chains):
        (first, *_) = chains[0]
        present = self._present(row, target)
        nothing_new = len(chains[0]) == 1 and first.new == present
        return len(chains) == 1 and first.old == present and not nothing_new

    def _after_round(self):
        facts, marks = dict(self.facts), dict(self.marks)
        for (row, target), chains in self.chains.items():
            if not self._counts(row, target, chains):
                continue
            new = chains[0][-1].new
            changed, known = (facts, new.value if new else None) if target in self.codes else (marks, new)
            changed.pop((row, target), None)
            if new is not None:
                changed[row, target] = known
        return facts, marks

    def _stages(self, entries=None):
        survey = None
        if self.survey is not None:
            origins = dict.fromkeys(self.survey, Origin("dieu-tra.csv"))
            survey = table(self.units, self.scheme.indicators, self.survey, origins)
        return Stages(
            self.scheme, METHODS, self._table(self.reported), tuple(self.claims),
            tuple(self.entries if entries is None else entries), tuple(self.explanations), survey, "", PHASES,
        )  # fmt: skip

    @invariant()
    def every_entry_ends_somewhere_once_and_as_it_should(self):
        if not hasattr(self, "scheme"):
            return
        last = self._stages().rounds[-1]
        open_round = self._endings()
        for ended, ids in self.expected.items():
            shown = [one.id for one in getattr(last, ended)]
            assert len(shown) == len(set(shown))
            assert set(shown) == ids | open_round[ended]
        assert len(last.applied) + len(last.replaced) + len(last.refused) == len(self.entries)
        accused = {one.place.line for one in last.findings if one.severity == "error"}
        assert {one.origin.line for one in last.refused} <= accused

    @invariant()
    def what_is_published_is_what_was_accepted(self):
        if not hasattr(self, "scheme"):
            return
        stages, (facts, marks) = self._stages(), self._after_round()
        assert told(stages.rounds[-1].table) == facts
        # What the survey has answered is the survey's to say: points that somebody set there do not count.
        answered = {
            (row, number)
            for number, codes in surveyed_facts(self.scheme, METHODS).items()
            for row in range(len(self.units))
            if self.survey is not None and all((row, code) in self.survey for code in codes)
        }
        marks = {key: mark for key, mark in marks.items() if key not in answered}
        final = score(self.scheme, METHODS, self._table({**facts, **(self.survey or {})}), marks)
        assert list(final.total.low) == list(stages.final.total.low)
        assert list(final.total.reachable) == list(stages.final.total.reachable)
        assert list(final.ranks) == list(stages.final.ranks)

    @invariant()
    def the_order_of_entries_means_nothing(self):
        if hasattr(self, "scheme"):
            backwards = self._stages(tuple(reversed(self.entries)))
            assert list(backwards.final.total.low) == list(self._stages().final.total.low)

    @invariant()
    def shown_differences_add_up_to_the_change_of_the_index(self):
        if not hasattr(self, "scheme"):
            return
        stages = self._stages()
        names = ["reported", *(name for name in stages.names if name.startswith("round-")), "final"]
        sheets = [stages.sheet(name) for name in names]
        steps = [compare(one, other).moves for one, other in pairwise(sheets)]
        whole = compare(sheets[0], sheets[-1]).moves
        for row, move in enumerate(whole):
            assert sum((each[row].change for each in steps), F(0)) == move.change
            shown = [
                *(
                    one.share(part.change)
                    for each in steps
                    for one in [each[row]]
                    for part in one.parts
                    if one.index_change is not None
                ),
                *(
                    one.share(one.cut) + one.denominator
                    for each in steps
                    for one in [each[row]]
                    if one.index_change is not None
                ),
            ]
            if all(each[row].index_change is not None for each in steps):
                assert sum(shown, F(0)) == move.index_change


def _fields(entry):
    return {name: getattr(entry, name) for name in type(entry).__slots__}


TestYear = pytest.mark.full(Year.TestCase)
TestYear.settings = settings(max_examples=min(40, settings().max_examples), stateful_step_count=12, deadline=None)
