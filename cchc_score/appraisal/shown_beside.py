"""What an appraiser sees beside a mark or a figure: rule, figures, the unit's proof and words, the rounds before."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from cchc_score.appraisal.appraisal_model import Entry, Explanation
from cchc_score.appraisal.entry_states import state_words
from cchc_score.appraisal.stages import Stages
from cchc_score.facts import Table
from cchc_score.model import Criterion
from cchc_score.office.form_sheet import FormValue
from cchc_score.rule_words import rule_words, used, value_words
from cchc_score.text import Lang, pick

Shown = Mapping[str, FormValue]


class ShownBeside:
    """What stands beside the rows of a workbook of a round, which began with the facts of a table."""

    def __init__(self, stages: Stages, round: int, table: Table, closed: frozenset[str], lang: Lang) -> None:
        self.stages, self.round, self.table, self.closed, self.lang = stages, round, table, closed, lang
        self.answers: dict[tuple[str, str], list[Explanation]] = defaultdict(list)
        for answer in stages.explanations:
            self.answers[answer.unit, answer.entry].append(answer)
        self.earlier: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in stages.rounds[-1].applied:
            if entry.round < round:
                self.earlier[entry.target].append(entry)

    def mark(self, row: int, leaf: Criterion) -> Shown:
        """Beside the mark of a unit's criterion."""
        unit, facts = self.stages.reported_table.units[row].code, self._facts[leaf.number]
        claim = self.stages.claims.get((row, leaf.number))
        targets = (leaf.number, *facts)
        return {
            "rule": self._rules[leaf.number],
            "facts": tuple(self._fact(row, code) for code in facts) or None,
            "proof": tuple(one.words(self.lang) for one in claim.evidence) or None if claim else None,
            "said": (claim.explanation or None) if claim else None,
            "before": tuple(self._before(unit, targets)) or None,
        }

    def fact(self, row: int, code: str) -> Shown:
        """Beside a unit's figure."""
        unit = self.stages.reported_table.units[row].code
        return {"before": tuple(self._before(unit, (code,))) or None}

    @cached_property
    def _facts(self) -> Mapping[str, Sequence[str]]:
        scheme, methods = self.stages.scheme, self.stages.methods
        return {leaf.number: used(scheme, leaf, methods) for leaf in scheme.leaves}

    @cached_property
    def _rules(self) -> Mapping[str, str]:
        scheme, methods = self.stages.scheme, self.stages.methods
        survey = pick(self.lang, "Do điều tra cho điểm, không thẩm định. ", "Given by the survey, not appraised. ")
        return {
            leaf.number: (survey if leaf.number in self.closed else "") + rule_words(scheme, leaf, methods, self.lang)
            for leaf in scheme.leaves
        }

    def _fact(self, row: int, code: str) -> str:
        """A figure by its name, with the row of the form in which it was reported."""
        indicator, table = self.stages.scheme.indicators[code], self.table
        value = (
            value_words(indicator, table.value(row, code), self.lang)
            if table.known(row, code)
            else pick(self.lang, "chưa có", "unknown")
        )
        origin = table.origins.get((row, code))
        place = f" ({pick(self.lang, 'dòng', 'row')} {origin.row})" if origin and origin.row else ""
        return f"{indicator.label(self.lang)}: {value}{place}"

    def _before(self, unit: str, targets: Sequence[str]) -> Iterator[str]:
        """What earlier rounds changed and why, and what the unit has answered."""
        for target in targets:
            for entry in self.earlier.get((unit, target), ()):
                old, new = (
                    state_words(self.stages.scheme, entry, state, self.lang) for state in (entry.old, entry.new)
                )
                about = self.stages.scheme.indicators[target].label(self.lang) + ": " if entry.indicator else ""
                round = f"{pick(self.lang, 'Vòng', 'Round')} {entry.round}"
                yield f"{round}: {about}{old} → {new}; {entry.reason} ({entry.by})"
                for answer in self.answers.get((unit, entry.id), ()):
                    yield f"{pick(self.lang, 'Đơn vị trả lời', 'The unit answers')}: {answer.text}{self._proof(answer)}"

    def _proof(self, answer: Explanation) -> str:
        cited = "; ".join(one.words(self.lang) for one in answer.evidence)
        return f" [{cited}]" if cited else ""
