"""Whose a self-score table is: by its own line, by the name of its file, or by its title."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cchc_score.documents import CellTable
from cchc_score.findings import Finding, Place, Words
from cchc_score.intake.said_units import SaidUnit, said_units
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.model import Unit


@dataclass(slots=True)
class TableOwner:
    """The unit of one table, once it has been looked for; what was found on the way.

    `said` is what the table says itself, `titled` the offices in its title. It is `misnamed` where the name of its
    file means another unit.
    """

    owners: UnitLookup
    name: str
    said: str
    titled: Sequence[SaidUnit]
    findings: list[Finding] = field(default_factory=list)
    misnamed: bool = False

    def unit(self, place: Place) -> Unit | None:
        """The unit, or None with a finding; `place` is where the table begins."""
        owners = self.owners
        if self.said:
            meant = owners.named(self.said, place, self.findings)
            self._hold_against_file(meant)
            return meant
        owner = owners.named_in_file(self.name)
        if owner is None and (gone := owners.gone_by_file(self.name)) is not None:
            self.findings.append(gone)
            return None
        # A title names the office: '... CỦA ỦY BAN NHÂN DÂN XÃ HOẰNG CÁT'. Of several nobody knows which is meant.
        said = [named[0] for one in self.titled if (named := one.of(owners.names)) is not None and len(named) == 1]
        titled = {unit.code: unit for unit in said}
        if owner is None and len(titled) == 1:
            return said[0]
        if owner is None:
            self.findings.append(owners.gone_by_file(self.name) or Finding("unit-unnamed", Place(self.name)))
        elif titled and owner.code not in titled:
            args = {"name": owner.name, "where": Words("tiêu đề", "the title"), "other": said[0].name}
            self.findings.append(Finding("unit-contradicted", Place(self.name, unit=owner.label), args))
            return None
        return owner

    def _hold_against_file(self, unit: Unit | None) -> None:
        """Tell that a file is named for another unit than the one that its table names."""
        others = self.owners.meant_by_file(self.name)
        if unit is None or not others or unit.code in others:
            return
        self.misnamed = True
        args = {"name": unit.name, "other": self.owners.codes[min(others)].name}
        self.findings.append(Finding("claim-file-name", Place(self.name, unit=unit.label), args))


def titled_offices(lines: Sequence[tuple[int, str]], table: CellTable, first: int) -> tuple[SaidUnit, ...]:
    """The offices that stand in the paragraphs before a table and in its rows above the headings."""
    before = [line for line in lines if not table.after or line[0] <= table.after]
    inside = [(line, cell.text) for line, cells in table.rows[:first] for cell in cells]
    return said_units([*before, *inside])
