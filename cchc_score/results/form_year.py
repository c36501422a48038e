"""A year as its forms show it: rules, figures, points and claims that are known so far, figures of the year before."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc_score.appraisal.appraisal_model import Claim
from cchc_score.methods import Method
from cchc_score.model import Form, Unit, Value
from cchc_score.sheet import ScoreSheet
from cchc_score.year.letterhead import BLANK, Letterhead


@dataclass(frozen=True, slots=True)
class FormYear:
    """What is known of a year when its forms are written.

    `sheet` has the points that the reported figures give, with those figures, by the unit's row; its scheme is without
    what no survey gives this year. `rows` are the rows of the units that were asked for. `claims` are the self-scores
    that count, by row and criterion, `before` the figures of the year before, by row and indicator. For nobody in
    particular there is one unit without code and name.
    """

    sheet: ScoreSheet
    methods: Mapping[str, Method]
    form: Form | None
    rows: tuple[int, ...]
    claims: Mapping[tuple[int, str], Claim] = field(default_factory=dict)
    before: Mapping[tuple[int, str], Value] = field(default_factory=dict)
    letterhead: Letterhead = BLANK

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units that were asked for."""
        return tuple(self.sheet.table.units[row] for row in self.rows)

    def row_of(self, unit: Unit | None) -> int:
        """The row of a unit; the first for nobody in particular."""
        return self.rows[0] if unit is None else self.sheet.table.units.index(unit)

    def known(self, row: int, code: str) -> bool:
        """Whether a figure of a unit is known."""
        return self.sheet.table.known(row, code)
