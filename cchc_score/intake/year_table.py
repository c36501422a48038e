"""The table of a year, out of single facts and of whole rows of wide tables."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cchc_score.facts import Batch, Origin, Table, table
from cchc_score.findings import Finding
from cchc_score.intake.reports import ReportedFact
from cchc_score.intake.wide_columns import RowFacts
from cchc_score.model import Indicator, Unit


@dataclass(slots=True)
class YearFacts:
    """The facts of a year while they are gathered, by the index of a unit and the code of an indicator.

    `reasons` say why a fact is in doubt. `rows` are the units whose facts are one row of a wide table, by index: such a
    row is not taken apart, but goes from column to column. `drafts` are figures that nobody has confirmed: in the table
    they are unknown, and only where they stand is told.
    """

    facts: dict[tuple[int, str], ReportedFact] = field(default_factory=dict)
    drafts: dict[tuple[int, str], ReportedFact] = field(default_factory=dict)
    reasons: dict[tuple[int, str], tuple[Finding, ...]] = field(default_factory=dict)
    rows: dict[int, RowFacts] = field(default_factory=dict)

    def add(self, index: int, facts: Mapping[str, ReportedFact], reasons: Mapping[str, tuple[Finding, ...]]) -> None:
        """The facts of a unit, and why some of them are in doubt."""
        self.facts |= {(index, code): fact for code, fact in facts.items()}
        self.reasons |= {(index, code): found for code, found in reasons.items()}

    def keep_drafts_apart(self) -> None:
        """Take the drafts out of the facts."""
        self.drafts = {key: fact for key, fact in self.facts.items() if fact.origin.draft}
        self.facts = {key: fact for key, fact in self.facts.items() if key not in self.drafts}

    def table(self, units: Sequence[Unit], indicators: Mapping[str, Indicator]) -> Table:
        """The table of the units."""
        facts = {key: fact.value for key, fact in self.facts.items()}
        origins = {key: fact.origin for key, fact in (self.facts | self.drafts).items()}
        where = _Origins(origins, self.rows) if self.rows else origins
        return table(
            units, indicators, facts, where, frozenset(self.reasons.keys() - self.drafts.keys()), _batches(self.rows)
        )


class _Origins(Mapping[tuple[int, str], Origin]):
    """Where every fact of a table stands: some are written down, those of rows are made when asked for."""

    def __init__(self, single: Mapping[tuple[int, str], Origin], rows: Mapping[int, RowFacts]) -> None:
        self._single, self._rows = single, rows

    def __getitem__(self, key: tuple[int, str]) -> Origin:
        facts, code = self._rows.get(key[0]), key[1]
        if facts is None:
            return self._single[key]
        columns = facts.columns
        # As in a table of single facts, which has no origin of a fact that is unknown.
        if code not in columns.columns or not columns.columns[code].known[facts.row]:
            raise KeyError(key)
        return columns.origin(facts.row, code)

    def __iter__(self) -> Iterator[tuple[int, str]]:
        yield from self._single
        yield from ((unit, fact.code) for unit, facts in self._rows.items() for fact in facts)

    def __len__(self) -> int:
        return len(self._single) + sum(map(len, self._rows.values()))


def _batches(rows: Mapping[int, RowFacts]) -> list[Batch]:
    """The rows of every wide table together, in the order of their units."""
    together: dict[int, list[int]] = defaultdict(list)
    for unit, facts in rows.items():
        # By identity: columns are no keys of a dict, and two tables of equal figures are two all the same.
        together[id(facts.columns)].append(unit)
    return [_batch(units, [rows[unit] for unit in units]) for units in together.values()]


def _batch(units: Sequence[int], rows: Sequence[RowFacts]) -> Batch:
    columns = rows[0].columns.columns
    values = {code: column.values for code, column in columns.items()}
    known = {code: column.known for code, column in columns.items()}
    return Batch(units, [facts.row for facts in rows], values, known)
