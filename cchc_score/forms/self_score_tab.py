"""The sheet of the self-score in a commune's workbook: every criterion with its rule, points and what proves them."""

from fractions import Fraction
from typing import Any

from cchc_score.appraisal.claims import given_by_others
from cchc_score.appraisal.self_score_sheet import given_remark, heading
from cchc_score.forms.claim_formulas import ClaimFormulas
from cchc_score.forms.claim_values import ClaimValues, mark_value
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
)
from cchc_score.forms.form_head import fit_row, set_up_sheet, write_head, write_signatures
from cchc_score.forms.form_words import claim_title
from cchc_score.model import Area, Criterion, Unit
from cchc_score.office.form_sheet import plain_lines
from cchc_score.points import plain
from cchc_score.report.workbook.book_pen import Look, Pen
from cchc_score.report.workbook.sheet_frame import HIGH
from cchc_score.rule_words import rule_words
from cchc_score.text import pick

_WIDTHS = {
    NUMBER: 7.0, TITLE: 36.0, RULE: 40.0, MOST: 8.5, FIGURES: 8.5, POINTS: 8.5, EVIDENCE: 27.0, EXPLANATION: 20.0,
    CHECK: 20.0,
}  # fmt: skip


class SelfScoreTab:
    """The sheet of the self-score of one unit while it is written."""

    def __init__(self, pen: Pen, tab: Any, formulas: ClaimFormulas, row: int) -> None:
        self.pen, self.tab, self.formulas, self.row = pen, tab, formulas, row
        self.plan, self.values = formulas.plan, ClaimValues(formulas, row)

    def write(self, unit: Unit | None) -> None:
        """The whole sheet of a unit."""
        plan, scheme = self.plan, self.plan.scheme
        titles = (claim_title(scheme, plan.lang), scheme.title, scheme.decision)
        write_head(self.pen, self.tab, titles, unit, MOST, CHECK)
        self._headings()
        for place in plan.places:
            if isinstance(place, Area):
                self._area(place)
            elif place.parts:
                self._parent(place)
            else:
                self._leaf(place)
        end = HEAD_ROWS + 1 + len(plan.places)
        wrong = {"type": "formula", "criteria": self.formulas.wrong_points(), "format": self.pen.format(Look("wrong"))}
        self.tab.conditional_format(HEAD_ROWS + 1, POINTS, end - 1, POINTS, wrong)
        self._total(end)
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

    def _area(self, area: Area) -> None:
        at = self.plan.place_rows[area.code]
        self._common(at, str(area.number), area.label(self.plan.lang), area.max_points, "area", 0)
        self.pen.text(self.tab, at, RULE, "", Look("text", row="area"))
        self._sums(at, area, area.code, "area")
        fit_row(self.tab, at, [(area.label(self.plan.lang), _WIDTHS[TITLE])])

    def _parent(self, criterion: Criterion) -> None:
        at = self.plan.place_rows[criterion.number]
        rule = rule_words(self.plan.scheme, criterion, self.plan.year.methods, self.plan.lang)
        depth = criterion.number.count(".") - 1
        self._common(at, criterion.number, criterion.title, criterion.max_points, "most", depth)
        self.pen.text(self.tab, at, RULE, rule, Look("text", row="most"))
        self._sums(at, criterion, criterion.number, "most")
        fit_row(self.tab, at, [(criterion.title, _WIDTHS[TITLE] - 2 * depth), (rule, _WIDTHS[RULE])])

    def _sums(self, at: int, place: Area | Criterion, name: str, kind: str) -> None:
        """What the parts of a place add up to, by figures and by the unit itself."""
        decimals = self.plan.scheme.printed_decimals(name)
        self._by_figures(at, name, Look("points", decimals, row=kind))
        own = self.formulas.own_points(place)
        self.pen.formula(self.tab, at, POINTS, own, self.values.own(place), Look("points", decimals, row=kind))
        for column in (EVIDENCE, EXPLANATION, CHECK):
            self.pen.text(self.tab, at, column, "", Look("text", row=kind))

    def _leaf(self, leaf: Criterion) -> None:
        plan, pen, tab = self.plan, self.pen, self.tab
        at, depth = plan.place_rows[leaf.number], leaf.number.count(".") - 1
        rule = rule_words(plan.scheme, leaf, plan.year.methods, plan.lang)
        if leaf.evidence:
            rule = f"{rule.rstrip('.')}. {pick(plan.lang, 'Kiểm chứng', 'Evidence')}: {leaf.evidence}"
        self._common(at, leaf.number, leaf.title, leaf.max_points, "", depth)
        pen.text(tab, at, RULE, rule, Look("text"))
        decimals = plan.scheme.decimals_of(leaf)
        self._by_figures(at, leaf.number, Look("points", decimals))
        if given_by_others(leaf, plan.scheme, plan.year.methods):
            self._given(at)
        else:
            self._claim(at, leaf, decimals)
        claim = plan.year.claims.get((self.row, leaf.number))
        said = "\n".join(one.words(plan.lang) for one in claim.evidence) if claim else ""
        fit_row(tab, at, [(leaf.title, _WIDTHS[TITLE] - 2 * depth), (rule, _WIDTHS[RULE]), (said, _WIDTHS[EVIDENCE])])

    def _given(self, at: int) -> None:
        """A criterion that a unit does not score itself."""
        for column in (POINTS, EVIDENCE, CHECK):
            self.pen.text(self.tab, at, column, "", Look("text", row="most"))
        self.pen.text(self.tab, at, EXPLANATION, given_remark(self.plan.lang), Look("note", row="most"))

    def _claim(self, at: int, leaf: Criterion, decimals: int) -> None:
        pen, tab, claim = self.pen, self.tab, self.plan.year.claims.get((self.row, leaf.number))
        look = Look("points", decimals, edited=True, unlocked=True)
        if claim is None:
            tab.write_blank(at, POINTS, None, pen.format(look))
        else:
            pen.value(tab, at, POINTS, mark_value(claim.mark, self.plan.lang), look)
        words = Look("text", edited=True, unlocked=True)
        evidence = [one.words(self.plan.lang) for one in claim.evidence] if claim else []
        pen.lines(tab, at, EVIDENCE, plain_lines(evidence), words)
        pen.text(tab, at, EXPLANATION, claim.explanation if claim else "", words)
        pen.formula(tab, at, CHECK, self.formulas.check(leaf), self.values.odd(leaf), Look("check"))

    def _by_figures(self, at: int, place: str, look: Look) -> None:
        """The points that the unit's own figures give, where these alone decide them."""
        formula = self.formulas.by_figures.get(place)
        if formula is None:
            self.pen.text(self.tab, at, FIGURES, "", look)
        else:
            self.pen.formula(self.tab, at, FIGURES, formula, self.values.by_figures(place), look)

    def _total(self, at: int) -> None:
        pen, tab, scheme = self.pen, self.tab, self.plan.scheme
        decimals = scheme.printed_decimals("total")
        self._common(at, "", pick(self.plan.lang, "TỔNG CỘNG", "TOTAL"), scheme.max_points, "total", 0)
        areas = [place for place in self.plan.places if isinstance(place, Area)]
        figures = [self.values.by_figures(area.code) for area in areas]
        own = [self.values.own(area) for area in areas]
        for column, values in ((FIGURES, figures), (POINTS, own)):
            value = self.values.total(values)
            pen.formula(tab, at, column, self.formulas.total(column), value, Look("points", decimals, row="total"))
        for column in (RULE, EVIDENCE, EXPLANATION, CHECK):
            pen.text(tab, at, column, "", Look("text", row="total"))


def _decimals(points: Fraction) -> int:
    return len(plain(points).partition(".")[2])
