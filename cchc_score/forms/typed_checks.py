"""What is wrong or odd about figures that somebody types into the form of a unit: the words beside each cell."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from cchc_score.app.typed_figures import TypedFigures, oddities
from cchc_score.app.typed_points import TypedPoints
from cchc_score.appraisal.appraisal_model import Claim
from cchc_score.forms.claim_formulas import DIFFERS, PROOFLESS
from cchc_score.forms.commune_plan import CommunePlan
from cchc_score.forms.figure_checks import CheckedCells, check_words
from cchc_score.forms.form_validation import possible_days
from cchc_score.model import Criterion, FormRow, Outcome, Value
from cchc_score.text import Lang, pick


def asked_rows(plan: CommunePlan) -> dict[str, FormRow]:
    """The row of the form for each figure that a unit is asked for, by indicator, in the order of the form."""
    found: dict[str, FormRow] = {}
    for row in reversed(plan.figure_rows):
        # Of two rows for one figure the first stays, as in the workbook.
        if row.indicator is not None:
            found.setdefault(row.indicator, row)
    return found


def row_names(plan: CommunePlan) -> dict[str, str]:
    """What people call the row of each figure; one beyond the form by its label, for nobody knows its code."""
    return {
        row.indicator: f"'{line.label}'" if table.listed else line.name
        for table in plan.tables
        for line in table.lines
        for row in line.cells.values()
        if row.indicator
    }


def typed_checks(plan: CommunePlan, figures: TypedFigures, before: Mapping[str, Value]) -> dict[str, str]:
    """The words for each figure that cannot be read, contradicts another, or is odd; by indicator."""
    return {code: words for code, words in _said(plan, figures, before) if words}


def _said(plan: CommunePlan, figures: TypedFigures, before: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    indicators, lang = plan.scheme.indicators, plan.lang
    form = CheckedCells(
        indicators=indicators,
        cells=plan.figure_cells,
        names=row_names(plan),
        days=possible_days(plan),
        lang=lang,
    )

    def number(code: str) -> Fraction | None:
        value = figures.values.get(code)
        return value if isinstance(value, Fraction) else None

    odd = oddities(figures.values, before, indicators, plan.scheme.first_and_last_day)
    for code in plan.figure_cells:
        if code in figures.faults:
            yield code, figures.faults[code].message(lang)
        else:
            broken = check_words(indicators[code], form, number)
            yield code, " ".join(filter(None, (broken, pick(lang, *odd[code]) if code in odd else "")))


def claim_check(points: TypedPoints, leaf: Criterion, claim: Claim | None, lang: Lang) -> str:
    """What is odd about a claim that could be read: no evidence for its points, other points than the figures give."""
    if claim is None or claim.mark.outcome != Outcome.SCORED:
        return ""
    by_figures = points.by_figures(leaf)
    proofless = pick(lang, *PROOFLESS) if claim.mark.points and not claim.evidence else ""
    differs = by_figures.state == "points" and by_figures.points != claim.mark.points
    return (proofless + (pick(lang, *DIFFERS) if differs else "")).strip()
