"""The page of a commune as a template needs it."""

from dataclasses import dataclass
from fractions import Fraction

from cchc_score.explain.working import index_working, total_working
from cchc_score.report.html.addresses import anchor
from cchc_score.report.html.commune_areas import AreaBlock, area_blocks, of_most
from cchc_score.report.html.commune_head import class_sentences, commune_figures, commune_title
from cchc_score.report.html.commune_losses import MOST, LossBlock, loss_blocks
from cchc_score.report.html.commune_setting import CommuneSetting
from cchc_score.report.html.commune_work import WorkRow, work_rows
from cchc_score.report.html.criterion_rows import CriterionRow, criterion_row
from cchc_score.report.html.headline import Figure
from cchc_score.results.lost_points import unit_losses
from cchc_score.results.ranked_units import RankingLine


@dataclass(frozen=True, slots=True)
class CommuneView:
    """All that the page of a commune says, in the order in which it says it."""

    id: str
    name: str
    code: str
    title: str
    figures: tuple[Figure, ...]
    class_notes: tuple[str, ...]
    losses: tuple[LossBlock, ...]
    areas: tuple[AreaBlock, ...]
    rows: tuple[CriterionRow, ...]
    points: str
    total_id: str
    total: tuple[str, ...]
    work: tuple[WorkRow, ...]
    findings: tuple[str, ...]


def commune_view(setting: CommuneSetting, line: RankingLine) -> CommuneView:
    """The page of the unit of a line."""
    scored, row, lang = setting.scored, line.row, setting.lang
    losses = unit_losses(scored, row)
    reasons = [setting.reasons.why(row, number, with_full=False) for number in scored.sheet.scheme.criteria]
    return CommuneView(
        id=anchor(line.unit.code),
        name=line.unit.name,
        code=line.unit.code,
        title=commune_title(setting, line, sum((loss.lost for loss in losses[:MOST]), Fraction(0))),
        figures=commune_figures(setting, line),
        class_notes=class_sentences(setting, line),
        losses=loss_blocks(setting, row, losses),
        areas=area_blocks(setting, row),
        rows=tuple(criterion_row(setting, why) for why in reasons),
        points=of_most(scored.sheet.mark(row, scored.sheet.total), scored.decimals_at("total", row), lang),
        total_id=anchor(line.unit.code, "total"),
        total=tuple(filter(None, (total_working(scored.sheet, row, lang), index_working(scored.sheet, row, lang)))),
        work=tuple(work_rows(setting, row, reasons)),
        findings=tuple(finding.words(lang) for finding in setting.findings.get(line.unit.label, ())),
    )
