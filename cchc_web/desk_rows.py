"""The rows of the desk in words: what stands in each column of a cell, and what a page sends back of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from cchc_score.app.appraisal_desk import Desk, DeskCell, DeskFact
from cchc_score.app.last_year_marks import LastMarks
from cchc_score.appraisal.appraisal_model import Entry, Evidence, Known, State
from cchc_score.appraisal.entry_states import answer_names, mark_words, state_words
from cchc_score.appraisal.moments import moment_words
from cchc_score.catalogue.labels import UNKNOWN
from cchc_score.findings import Words
from cchc_score.model import Indicator, Outcome
from cchc_score.points import plain
from cchc_score.rule_words import rule_words, value_words
from cchc_score.sheet import HandMark, Mark
from cchc_score.text import Lang, pick
from cchc_web.notes import NO_NOTE, Note

STATES: Mapping[str, tuple[Words, str]] = {
    "unseen": (Words("chưa xem", "not looked at"), "w"),
    "kept": (Words("giữ nguyên", "kept"), ""),
    "adjusted": (Words("điều chỉnh", "adjusted"), ""),
    "asked": (Words("hỏi đơn vị", "asked"), "d"),
    "conflict": (Words("xung đột", "conflict"), "x"),
    "settled": (Words("hội đồng chọn", "council chose"), ""),
    "stale": (Words("xem lại", "look again"), "w"),
    "survey": (Words("do điều tra", "by survey"), ""),
    "out": (Words("không tính", "taken out"), ""),
}
"""How each state of a cell is called, and the tone of its pill."""


class CitedFile(NamedTuple):
    """Evidence as people cite it, and the address that opens it; empty where it is words alone."""

    words: str
    link: str


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One row of the desk: `cell` is what a form sends of it, `points` are for machines, `lines` say what was done."""

    key: str
    cell: str
    name: str
    below: str
    link: str
    rule: str
    most: str
    claimed: str
    figures: str
    last: str
    facts: tuple[str, ...]
    evidence: tuple[CitedFile, ...]
    said: str
    before: tuple[str, ...]
    here: tuple[str, ...]
    present: str
    points: str
    state: str
    tone: str
    differs: bool
    can_change: bool
    can_keep: bool
    note: Note


class DeskWords:
    """The desk of one person in a language."""

    def __init__(self, desk: Desk, last: LastMarks, lang: Lang, notes: Mapping[tuple[str, str], Note]) -> None:
        self.desk, self.last, self.lang, self.notes = desk, last, lang, notes
        scheme, methods = desk.scheme, desk.stages.methods
        self.rules = {leaf.number: rule_words(scheme, leaf, methods, lang) for leaf in desk.leaves}

    def row(self, cell: DeskCell, by_unit: bool, link: str, files: Sequence[str], may_change: bool) -> DeskRow:
        """A cell as a row; `by_unit` where the rows are the criteria of one unit; `files` open its evidence."""
        words, tone = STATES[cell.state]
        unit, leaf = cell.unit, cell.criterion
        name, below = (f"{leaf.number} {leaf.title}", "") if by_unit else (unit.name, unit.code)
        changes = may_change and cell.is_appraised and cell.state != "settled"
        cited = cell_evidence(cell)
        return DeskRow(
            key=leaf.number if by_unit else unit.code,
            cell=f"{unit.code}|{leaf.number}|{cell.seen}",
            name=name,
            below=below,
            link=link,
            rule=self.rules[leaf.number],
            most=self._points(leaf.max_points),
            claimed=mark_words(cell.claimed, self.lang) if cell.claimed else "",
            figures=self._mark(cell.figures),
            last=self._last(cell),
            facts=tuple(self.fact(fact) for fact in cell.facts),
            evidence=tuple(CitedFile(one.words(self.lang), files[at]) for at, one in enumerate(cited)),
            said=cell.claim.explanation if cell.claim else "",
            before=tuple(self._before(cell)),
            here=tuple(self._here(cell)),
            present=self._mark(cell.present),
            points=plain(cell.present.low) if cell.present.outcome == Outcome.SCORED else "",
            state=pick(self.lang, *words),
            tone=tone,
            differs=cell.claimed is not None and cell.claimed != HandMark(cell.figures.outcome, cell.figures.low),
            can_change=changes,
            can_keep=changes and cell.state in ("unseen", "asked", "stale") and not cell.here,
            note=self.notes.get((unit.code, leaf.number), NO_NOTE),
        )

    def _points(self, points: Fraction) -> str:
        return mark_words(HandMark(Outcome.SCORED, points), self.lang)

    def _mark(self, mark: Mark) -> str:
        return mark_words(HandMark(mark.outcome, mark.low), self.lang)

    def _last(self, cell: DeskCell) -> str:
        mark = self.last.get((cell.row, cell.criterion.number))
        return self._mark(mark) if mark else ""

    def fact(self, fact: DeskFact) -> str:
        """A figure by its name, with the row of the form in which it was reported."""
        place = f" ({pick(self.lang, 'dòng', 'row')} {fact.row})" if fact.row else ""
        return f"{fact.indicator.label(self.lang)}: {figure_words(fact.indicator, fact.state, self.lang)}{place}"

    def _before(self, cell: DeskCell) -> Iterator[str]:
        for entry in cell.earlier:
            yield f"{pick(self.lang, 'Vòng', 'Round')} {entry.round}: {self.entry(entry)}"
        for answer in cell.answers:
            yield f"{pick(self.lang, 'Đơn vị giải trình', 'The unit explains')}: {answer.text}"

    def _here(self, cell: DeskCell) -> Iterator[str]:
        for entry in cell.here:
            yield self.entry(entry)
        for name in cell.kept_by:
            yield pick(self.lang, f"{name} giữ nguyên", f"{name} keeps it")
        for asked in cell.questions:
            yield f"{asked.question.by}: {asked.question.text}"
            for answer in asked.answers:
                yield f"{pick(self.lang, 'Đơn vị trả lời', 'The unit answers')}: {answer.text}"

    def entry(self, entry: Entry) -> str:
        """What an entry changes, why, by whom and when."""
        scheme = self.desk.scheme
        about = f"{scheme.indicators[entry.indicator].label(self.lang)}: " if entry.indicator else ""
        old, new = (state_words(scheme, entry, state, self.lang) for state in (entry.old, entry.new))
        cited = "; ".join(one.words(self.lang) for one in entry.evidence)
        proof = f" [{cited}]" if cited else ""
        return f"{about}{old} → {new}; {entry.reason}{proof} ({entry.by}, {moment_words(entry.on)})"


def figure_words(indicator: Indicator, state: State, lang: Lang) -> str:
    """A figure as people read it; the word for one that is unknown."""
    return value_words(indicator, state.value, lang) if isinstance(state, Known) else pick(lang, *UNKNOWN)


def answers_of_figure(indicator: Indicator, lang: Lang) -> str:
    """What may be typed for a figure that is an answer; empty for numbers and days."""
    if indicator.kind == "yes_no":
        return pick(lang, "có / không", "yes / no")
    return " / ".join(answer_names(indicator, lang).values()) if indicator.kind == "option" else ""


def cell_evidence(cell: DeskCell) -> tuple[Evidence, ...]:
    """All that a unit cites about a cell: with its self-score, its explanations, its answers."""
    claimed = cell.claim.evidence if cell.claim else ()
    answered = (one for answer in cell.answers for one in answer.evidence)
    told = (one for asked in cell.questions for answer in asked.answers for one in answer.evidence)
    return (*claimed, *answered, *told)
