"""The sheet of the self-score in a commune's workbook: every criterion with its rule, points and what proves them."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from cchc_score.appraisal.claims import given_by_others
from cchc_score.appraisal.self_score_sheet import given_remark, heading
from cchc_score.catalogue.labels import MARK_OUTCOMES
from cchc_score.forms.claim_formulas import DIFFERS, PROOFLESS, ClaimFormulas
from cchc_score.forms.commune_plan import (
    CHECK,
    EVIDENCE,
    EXPLANATION,
    FIGURES,
    HEAD_ROWS,
    MOST,
    NUMBER,
    POINTS,
    RULE,
    TITLE,
    CommunePlan,
)
from cchc_score.forms.form_head import fit_row, set_up_sheet, write_head, write_signatures
from cchc_score.forms.form_words import claim_title
from cchc_score.model import Area, Criterion, Outcome, Unit
from cchc_score.office.form_sheet import plain_lines
from cchc_score.points import plain
from cchc_score.report.workbook.book_pen import Look, Pen
from cchc_score.report.workbook.fact_cells import NOT_APPLICABLE, OPEN
from cchc_score.report.workbook.sheet_frame import HIGH
from cchc_score.rule_words import rule_words
from cchc_score.sheet import HandMark
from cchc_score.text import pick

_WIDTHS = {
    NUMBER: 7.0, TITLE: 36.0, RULE: 40.0, MOST: 8.5, FIGURES: 8.5, POINTS: 8.5, EVIDENCE: 27.0, EXPLANATION: 20.0,
    CHECK: 20.0,
}  # fmt: skip
Value = Fraction | str


class SelfScoreTab:
    """The sheet of the self-score of one unit while it is written."""

    def __init__(self, pen: Pen, tab: Any, plan: CommunePlan, formulas: ClaimFormulas) -> None:
        self.pen, self.tab, self.plan, self.formulas = pen, tab, plan, formulas

    def write(self, unit: Unit | None, row: int) -> None:
        """The whole sheet of a unit, which has some row in the year's tables."""
        plan, scheme = self.plan, self.plan.scheme
        titles = (claim_title(scheme, plan.lang), scheme.title, scheme.decision)
        write_head(self.pen, self.tab, titles, unit, MOST, CHECK)
        self._headings()
        for place in plan.places:
            if isinstance(place, Area):
                self._area(place, row)
            elif place.parts:
                self._parent(place, row)
            else:
                self._leaf(place, row)
        end = HEAD_ROWS + 1 + len(plan.places)
        self._total(end, row)
        end = write_signatures(self.pen, self.tab, end, (TITLE, EVIDENCE), plan.lang)
        set_up_sheet(self.tab, (HEAD_ROWS, HEAD_ROWS + 1), (end, CHECK), RULE)

    def _headings(self) -> None:
        lang = self.plan.lang
        own = {
            RULE: pick(lang, "Cách chấm điểm", "Rule"),
            FIGURES: pick(lang, "Điểm theo số liệu", "Points by figures"),
            CHECK: pick(lang, "Kiểm tra", "Check"),
        }
        known = {
            NUMBER: "number", TITLE: "title", MOST: "most", POINTS: "points", EVIDENCE: "evidence",
            EXPLANATION: "explanation",
        }  # fmt: skip
        for column, width in _WIDTHS.items():
            text = own.get(column) or heading(known[column], lang)
            self.pen.text(self.tab, HEAD_ROWS, column, text, Look("head"))
            self.tab.set_column(column, column, width)
        self.tab.set_row(HEAD_ROWS, 3 * HIGH)

    def _common(self, at: int, number: str, title: str, most: Fraction, kind: str, depth: int) -> None:
        pen, tab = self.pen, self.tab
        pen.text(tab, at, NUMBER, number, Look("code", row=kind))
        pen.text(tab, at, TITLE, title, Look("text", row=kind, indent=depth))
        pen.number(tab, at, MOST, most, Look("points", _decimals(most), row=kind))

    def _area(self, area: Area, row: int) -> None:
        at = self.plan.place_rows[area.code]
        self._common(at, str(area.number), area.label(self.plan.lang), area.max_points, "area", 0)
        self.pen.text(self.tab, at, RULE, "", Look("text", row="area"))
        self._sums(at, area, area.code, "area", row)
        fit_row(self.tab, at, [(area.label(self.plan.lang), _WIDTHS[TITLE])])

    def _parent(self, criterion: Criterion, row: int) -> None:
        at = self.plan.place_rows[criterion.number]
        rule = rule_words(self.plan.scheme, criterion, self.plan.year.methods, self.plan.lang)
        depth = criterion.number.count(".") - 1
        self._common(at, criterion.number, criterion.title, criterion.max_points, "most", depth)
        self.pen.text(self.tab, at, RULE, rule, Look("text", row="most"))
        self._sums(at, criterion, criterion.number, "most", row)
        fit_row(self.tab, at, [(criterion.title, _WIDTHS[TITLE] - 2 * depth), (rule, _WIDTHS[RULE])])

    def _sums(self, at: int, place: Area | Criterion, name: str, kind: str, row: int) -> None:
        """What the parts of a place add up to, by figures and by the unit itself."""
        decimals = self.plan.scheme.printed_decimals(name)
        self._by_figures(at, name, Look("points", decimals, row=kind), row)
        own = self.formulas.own_points(place)
        self.pen.formula(self.tab, at, POINTS, own, self._own_value(place, row), Look("points", decimals, row=kind))
        for column in (EVIDENCE, EXPLANATION, CHECK):
            self.pen.text(self.tab, at, column, "", Look("text", row=kind))

    def _leaf(self, leaf: Criterion, row: int) -> None:
        plan, pen, tab = self.plan, self.pen, self.tab
        at, depth = plan.place_rows[leaf.number], leaf.number.count(".") - 1
        rule = rule_words(plan.scheme, leaf, plan.year.methods, plan.lang)
        if leaf.evidence:
            rule = f"{rule.rstrip('.')}. {pick(plan.lang, 'Kiểm chứng', 'Evidence')}: {leaf.evidence}"
        self._common(at, leaf.number, leaf.title, leaf.max_points, "", depth)
        pen.text(tab, at, RULE, rule, Look("text"))
        decimals = plan.scheme.decimals_of(leaf)
        self._by_figures(at, leaf.number, Look("points", decimals), row)
        if given_by_others(leaf, plan.scheme, plan.year.methods):
            self._given(at)
        else:
            self._claim(at, leaf, row, decimals)
        claim = plan.year.claims.get((row, leaf.number))
        said = "\n".join(one.words(plan.lang) for one in claim.evidence) if claim else ""
        fit_row(tab, at, [(leaf.title, _WIDTHS[TITLE] - 2 * depth), (rule, _WIDTHS[RULE]), (said, _WIDTHS[EVIDENCE])])

    def _given(self, at: int) -> None:
        """A criterion that a unit does not score itself."""
        for column in (POINTS, EVIDENCE, CHECK):
            self.pen.text(self.tab, at, column, "", Look("text", row="most"))
        self.pen.text(self.tab, at, EXPLANATION, given_remark(self.plan.lang), Look("note", row="most"))

    def _claim(self, at: int, leaf: Criterion, row: int, decimals: int) -> None:
        pen, tab, claim = self.pen, self.tab, self.plan.year.claims.get((row, leaf.number))
        look = Look("points", decimals, edited=True, unlocked=True)
        if claim is None:
            tab.write_blank(at, POINTS, None, pen.format(look))
        else:
            pen.value(tab, at, POINTS, _mark_value(claim.mark, self.plan.lang == "vi"), look)
        words = Look("text", edited=True, unlocked=True)
        evidence = [one.words(self.plan.lang) for one in claim.evidence] if claim else []
        pen.lines(tab, at, EVIDENCE, plain_lines(evidence), words)
        pen.text(tab, at, EXPLANATION, claim.explanation if claim else "", words)
        pen.formula(tab, at, CHECK, self.formulas.check(leaf), self._odd(leaf, row), Look("check"))
        wrong = {"type": "formula", "criteria": f"={self.formulas.fault(leaf)}", "format": self._wrong}
        tab.conditional_format(at, POINTS, at, POINTS, wrong)

    def _odd(self, leaf: Criterion, row: int) -> str:
        """What the formula of the check says of a claim that could be read."""
        claim = self.plan.year.claims.get((row, leaf.number))
        if claim is None or claim.mark.outcome != Outcome.SCORED:
            return ""
        by_figures = self._figures_value(leaf.number, row) if leaf.number in self.formulas.by_figures else ""
        lang = self.plan.lang
        proofless = pick(lang, *PROOFLESS) if claim.mark.points and not claim.evidence else ""
        differs = isinstance(by_figures, Fraction) and by_figures != claim.mark.points
        return proofless + (pick(lang, *DIFFERS) if differs else "")

    @property
    def _wrong(self) -> Any:
        return self.pen.format(Look("wrong"))

    def _by_figures(self, at: int, place: str, look: Look, row: int) -> None:
        """The points that the unit's own figures give, where these alone decide them."""
        formula = self.formulas.by_figures.get(place)
        if formula is None:
            self.pen.text(self.tab, at, FIGURES, "", look)
        else:
            self.pen.formula(self.tab, at, FIGURES, formula, self._figures_value(place, row), look)

    def _figures_value(self, place: str, row: int) -> Value:
        """What the formula of the points by figures gives: of a place without some of its parts, what these give."""
        formulas = self.formulas.by_figures
        if place not in formulas:
            return ""
        criterion = self.plan.scheme.criteria.get(place)
        if self.formulas.is_whole(place, formulas):
            mark = self.plan.year.sheet.mark(row, self.plan.year.sheet.at(place))
            if mark.outcome == Outcome.NOT_APPLICABLE:
                return NOT_APPLICABLE
            leaf = criterion is not None and criterion.is_leaf
            return OPEN if leaf and mark.outcome != Outcome.SCORED else mark.low
        area = next((one for one in self.plan.scheme.areas if one.code == place), None)
        values = [self._figures_value(part, row) for part in self.formulas.parts_of(place)]
        if all(value == NOT_APPLICABLE for value in values):
            return NOT_APPLICABLE
        known = [value for value in values if isinstance(value, Fraction)]
        if area is not None:
            return _combined(area, known)
        assert criterion is not None
        return _combined_parts(criterion, known)

    def _own_value(self, place: Area | Criterion, row: int) -> Value:
        """What a unit's own points of the parts of a place add up to, as its formula has it."""
        parts = self.formulas.parts_of(place.code if isinstance(place, Area) else place.number)
        values = [self._claimed(number, row) for number in parts]
        known = [value for value in values if isinstance(value, Fraction)]
        if not known:
            return ""
        if isinstance(place, Area):
            return _combined(place, known)
        if place.combine == "all":
            full = [self.plan.scheme.criteria[part].max_points for part in parts]
            return place.max_points if known == full else Fraction(0)
        return _combined_parts(place, known)

    def _claimed(self, number: str, row: int) -> Value:
        criterion = self.plan.scheme.criteria[number]
        if criterion.parts:
            return self._own_value(criterion, row)
        claim = self.plan.year.claims.get((row, number))
        return _mark_value(claim.mark, True) if claim else ""

    def _total(self, at: int, row: int) -> None:
        pen, tab, scheme = self.pen, self.tab, self.plan.scheme
        decimals = scheme.printed_decimals("total")
        self._common(at, "", pick(self.plan.lang, "TỔNG CỘNG", "TOTAL"), scheme.max_points, "total", 0)
        areas = [place for place in self.plan.places if isinstance(place, Area)]
        figures = [self._figures_value(area.code, row) for area in areas if area.code in self.formulas.by_figures]
        own = [self._own_value(area, row) for area in areas]
        for column, values in ((FIGURES, figures), (POINTS, own)):
            known = [value for value in values if isinstance(value, Fraction)]
            value: Value = max(sum(known, Fraction(0)), Fraction(0)) if known else ""
            pen.formula(tab, at, column, self.formulas.total(column), value, Look("points", decimals, row="total"))
        for column in (RULE, EVIDENCE, EXPLANATION, CHECK):
            pen.text(tab, at, column, "", Look("text", row="total"))


def _combined(area: Area, known: Sequence[Fraction]) -> Fraction:
    """What the points of its criteria give an area."""
    total = sum(known, Fraction(0))
    if area.kind == "normal":
        return total
    return min(total, area.max_points) * (-1 if area.kind == "penalty" else 1)


def _combined_parts(criterion: Criterion, known: Sequence[Fraction]) -> Fraction:
    """What the points of its parts give a criterion that adds them up, or takes the best."""
    if criterion.combine == "best":
        return max(known, default=Fraction(0))
    total = sum(known, Fraction(0))
    return min(total, criterion.max_points) if criterion.combine == "capped" else total


def _mark_value(mark: HandMark, vietnamese: bool) -> Value:
    """A claimed mark as a cell holds it."""
    return mark.points if mark.outcome == Outcome.SCORED else MARK_OUTCOMES[mark.outcome.name][0 if vietnamese else 1]


def _decimals(points: Fraction) -> int:
    return len(plain(points).partition(".")[2])
