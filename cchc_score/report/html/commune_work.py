"""What a commune claimed and what it got, criterion by criterion, with who changed it and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.explain.why import Why
from cchc_score.model import Outcome
from cchc_score.pages.mark_cells import certain_cell
from cchc_score.report.html.addresses import address
from cchc_score.report.html.commune_head import signed
from cchc_score.report.html.commune_setting import CommuneSetting
from cchc_score.report.html.criterion_rows import act_lines
from cchc_score.sheet import Mark


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A criterion whose points are not those of the self-score, or about which people said something."""

    key: int
    number: str
    title: str
    reason: str
    claimed: str
    given: str
    change: str
    said: tuple[str, ...]


def work_rows(setting: CommuneSetting, row: int, reasons: Sequence[Why]) -> Iterator[WorkRow]:
    """The rows of a unit; none in a year of reports alone."""
    if setting.scored.stages is None:
        return
    for key, why in enumerate(reasons):
        if why.criterion.is_plain_sum:
            continue
        claimed = setting.stage_marks.at(row, why.criterion.number).self_score
        said = (*_claim_lines(why), *act_lines(setting, why))
        change = None if claimed is None else _change(claimed, why.mark)
        if said or change:
            yield WorkRow(
                key=key,
                number=why.criterion.number,
                title="" if setting.once else why.criterion.title,
                reason=address(setting.scored.sheet.table.units[row].code, why.criterion.number),
                claimed=_points(setting, claimed, why),
                given=_points(setting, why.mark, why),
                change=signed(change, setting.scored.decimals_at(why.criterion.number), setting.lang) if change else "",
                said=said,
            )


def _claim_lines(why: Why) -> Iterator[str]:
    if why.claim is not None and why.claim.explanation:
        by = f" ({why.claim.by})" if why.claim.by else ""
        yield f"{why.claim.explanation}{by}"


def _change(claimed: Mark, given: Mark) -> Fraction | None:
    return given.low - claimed.low if claimed.outcome == given.outcome == Outcome.SCORED else None


def _points(setting: CommuneSetting, mark: Mark | None, why: Why) -> str:
    if mark is None:
        return ""
    if mark.outcome in (Outcome.MISSING, Outcome.PENDING) and not mark.low:
        return "?"
    return certain_cell(mark, setting.scored.decimals_at(why.criterion.number), setting.lang).text
