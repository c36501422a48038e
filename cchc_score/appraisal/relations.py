"""What corrected figures do to the relations between figures: contradictions that arise, and those that are settled."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cchc_score.facts import Table
from cchc_score.findings import Finding
from cchc_score.intake.doubts import Doubt, Figures, contradictions
from cchc_score.intake.told import Told
from cchc_score.model import Indicator

Reasons = Mapping[tuple[int, str], tuple[Finding, ...]]
"""Why facts are in doubt, by the unit's place and the indicator."""


@dataclass(frozen=True, slots=True)
class Related:
    """A corrected table with the doubts that it leaves, the contradictions that arose, and those that are settled."""

    table: Table
    reasons: Reasons
    arisen: tuple[Finding, ...] = ()
    settled: tuple[Finding, ...] = ()


def related(
    before: Table,
    after: Table,
    changed: Iterable[tuple[int, str]],
    reasons: Reasons,
    indicators: Mapping[str, Indicator],
) -> Related:
    """The relations between the figures of units of which some were changed.

    A figure that was only in doubt for a contradiction that is settled is so no longer.
    """
    keys = set(changed)
    if not keys:
        return Related(after, reasons)
    kept: dict[tuple[int, str], tuple[Finding, ...]] = {key: why for key, why in reasons.items() if key not in keys}
    doubts, arisen, settled = set(after.doubts), list[Finding](), list[Finding]()
    for row in sorted({row for row, _ in keys}):
        old, new = (_contradictions(table, row, indicators) for table in (before, after))
        own, told = [finding for _, finding in new], [finding for _, finding in old]
        settled += [finding for finding in told if finding not in own]
        for key in [key for key in kept if key[0] == row]:
            kept[key] = tuple(one for one in kept[key] if one not in settled)
            if not kept[key]:
                del kept[key]
                doubts.discard(key)
        for codes, finding in new:
            if finding not in told:
                arisen.append(finding)
                for key in ((row, code) for code in sorted(codes)):
                    doubts.add(key)
                    kept[key] = (*kept.get(key, ()), finding)
    return Related(replace(after, doubts=frozenset(doubts)), kept, tuple(arisen), tuple(settled))


def _contradictions(table: Table, row: int, indicators: Mapping[str, Indicator]) -> Sequence[Doubt]:
    told = {
        code: Told(code, table.value(row, code), table.origins[row, code])
        for code in table.columns
        if table.known(row, code) and (row, code) in table.origins
    }
    return list(contradictions(Figures(table.units[row].label, told, indicators)))
