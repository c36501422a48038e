"""The self-score as a plain table, for Word and CSV, with the claims that are known."""

from cchc_score.appraisal.claims import given_by_others
from cchc_score.appraisal.self_score_sheet import given_remark, heading
from cchc_score.catalogue.labels import MARK_OUTCOMES
from cchc_score.forms.commune_plan import CommunePlan
from cchc_score.forms.figure_tables import exact_text
from cchc_score.forms.form_words import claim_title, unit_lines
from cchc_score.model import Area, Criterion, Outcome, Unit
from cchc_score.office.form_sheet import FormColumn, FormSheet, FormValue
from cchc_score.rule_words import rule_words
from cchc_score.text import pick

_WIDTHS = {"number": 8, "title": 36, "rule": 40, "most": 9, "points": 10, "evidence": 30, "explanation": 24}
_FILLED, _WORDS = ("points", "evidence", "explanation"), ("number", "title", "rule", "evidence", "explanation")


def self_score_sheet(plan: CommunePlan, unit: Unit | None, row: int) -> FormSheet:
    """The table of a unit: areas, criteria and their parts, with rules and maxima."""
    lang, scheme = plan.lang, plan.scheme
    names = {role: heading(role, lang) if role != "rule" else pick(lang, "Cách chấm điểm", "Rule") for role in _WIDTHS}
    columns = tuple(FormColumn(names[role], width, role in _FILLED, role in _WORDS) for role, width in _WIDTHS.items())
    rows = [_area(place, plan) if isinstance(place, Area) else _criterion(place, plan, row) for place in plan.places]
    rows.append((None, pick(lang, "TỔNG CỘNG", "TOTAL"), None, scheme.max_points, None, None, None))
    bold = {n for n, place in enumerate(plan.places) if isinstance(place, Area) or place.parts} | {len(rows) - 1}
    return FormSheet(
        name=plan.claim_tab,
        title=claim_title(scheme, lang),
        lines=(*unit_lines(unit, lang), f"{pick(lang, 'Bộ tiêu chí', 'Scheme')}: {scheme.title} ({scheme.code})"),
        columns=columns,
        rows=rows,
        titles=frozenset(bold),
    )


def _area(area: Area, plan: CommunePlan) -> tuple[FormValue, ...]:
    return (str(area.number), area.label(plan.lang), None, area.max_points, None, None, None)


def _criterion(criterion: Criterion, plan: CommunePlan, row: int) -> tuple[FormValue, ...]:
    year, lang = plan.year, plan.lang
    rule = rule_words(plan.scheme, criterion, year.methods, lang)
    if criterion.evidence:
        rule = f"{rule.rstrip('.')}. {pick(lang, 'Kiểm chứng', 'Evidence')}: {criterion.evidence}"
    first = (criterion.number, criterion.title, rule, criterion.max_points)
    if criterion.is_leaf and given_by_others(criterion, plan.scheme, year.methods):
        return (*first, None, None, given_remark(lang))
    claim = year.claims.get((row, criterion.number))
    if claim is None:
        return (*first, None, None, None)
    scored = claim.mark.outcome == Outcome.SCORED
    points = exact_text(claim.mark.points, lang) if scored else pick(lang, *MARK_OUTCOMES[claim.mark.outcome.name])
    return (*first, points, tuple(one.words(lang) for one in claim.evidence), claim.explanation or None)
