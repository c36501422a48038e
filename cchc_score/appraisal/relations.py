"""What corrected figures do to the relations between figures: contradictions that arise, and those that are settled."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cchc_score.facts import Table
from cchc_score.findings import Finding
from cchc_score.intake.doubts import Doubt, Figures, concerned, contradictions
from cchc_score.intake.reports import ReportedFact
from cchc_score.model import Indicator

DoubtReasons = Mapping[tuple[int, str], tuple[Finding, ...]]
"""Why facts are in doubt, by the unit's row and the indicator."""


@dataclass(frozen=True, slots=True)
class CorrectedTable:
    """A corrected table with the doubts that it leaves, the contradictions that arose, and those that are settled."""

    table: Table
    reasons: DoubtReasons
    arisen: tuple[Finding, ...] = ()
    settled: tuple[Finding, ...] = ()


def correct_doubts(
    before: Table,
    after: Table,
    changed: Iterable[tuple[int, str]],
    reasons: DoubtReasons,
    indicators: Mapping[str, Indicator],
    days: tuple[date, date] | None = None,
) -> CorrectedTable:
    """The relations between the figures of units of which some were changed.

    A figure that was only in doubt for a contradiction that is settled is so no longer.
    """
    keys = set(changed)
    # The same table again, by which `Stages` sees that nothing has to be scored anew.
    if not keys:
        return CorrectedTable(after, reasons)
    # Whoever corrects a figure has looked at it: what made it doubtful before is settled by that.
    kept: dict[tuple[int, str], tuple[Finding, ...]] = {key: why for key, why in reasons.items() if key not in keys}
    asked = concerned(indicators, days)
    doubts, arisen, settled = set(after.doubts), list[Finding](), list[Finding]()
    for row in sorted({row for row, _ in keys}):
        old, new = (_contradictions(table, row, indicators, days, asked) for table in (before, after))
        # Lists and not sets, for arguments of findings cannot be hashed.
        now, earlier = [finding for _, finding in new], [finding for _, finding in old]
        settled += [finding for finding in earlier if finding not in now]
        for key in [key for key in kept if key[0] == row]:
            kept[key] = tuple(reason for reason in kept[key] if reason not in settled)
            if not kept[key]:
                del kept[key]
                doubts.discard(key)
        for codes, finding in new:
            # A contradiction that was there before has been told already, and its doubts stand.
            if finding not in earlier:
                arisen.append(finding)
                for key in ((row, code) for code in sorted(codes)):
                    doubts.add(key)
                    kept[key] = (*kept.get(key, ()), finding)
    return CorrectedTable(replace(after, doubts=frozenset(doubts)), kept, tuple(arisen), tuple(settled))


def _contradictions(
    table: Table,
    row: int,
    indicators: Mapping[str, Indicator],
    days: tuple[date, date] | None,
    asked: frozenset[str],
) -> Sequence[Doubt]:
    facts = {
        code: ReportedFact(code, table.value(row, code), table.origins[row, code])
        for code in table.columns
        if code in asked and table.known(row, code) and (row, code) in table.origins
    }
    return list(contradictions(Figures(table.units[row].label, facts, indicators, days)))
