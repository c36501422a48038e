"""How points come about, in words: a leaf's arithmetic with its figures, and the sums above it up to the index."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from cchc_score.builtin.methods.options import OptionsSettings
from cchc_score.catalogue.labels import OUTCOMES
from cchc_score.engine import Leaf
from cchc_score.engine.known_facts import answer_of, share_kept
from cchc_score.facts import Table
from cchc_score.methods import Rule, extra_failed
from cchc_score.model import Area, Criterion, Factor, FactRef, Gate, Outcome, Scheme
from cchc_score.points import fits
from cchc_score.rule_words import (
    answer_name,
    condition_words,
    fact_name,
    method_words,
    sum_words,
    unheld,
    unheld_words,
    value_words,
)
from cchc_score.sheet import Mark, ScoreSheet, plain_steps
from cchc_score.text import Lang, number, pick, points_words
from cchc_score.wording import approximate, treatment_words


def leaf_working(leaf: Leaf, row: int, exact: Fraction, lang: Lang) -> str:
    """The rule of a leaf with a unit's figures, its factor, and the exact points that they give."""
    text = _method_working(leaf, row, lang)
    factor = leaf.criterion.factor
    if factor is not None:
        kept = number(100 * leaf.share_kept(factor, row), None, lang)
        text = f"({text}) x {kept}% ({factor_answer(leaf.scheme, leaf.table, factor, row, lang)})"
    return f"{text} = {exact_words(exact, lang)}"


def closed_words(leaf: Leaf, gate: Gate, row: int, lang: Lang) -> str:
    """The gate that does not let a unit to the rule, with the unit's figures, and what is given instead."""
    indicators, table = leaf.scheme.indicators, leaf.table

    def named(ref: FactRef, answer: str | None = None) -> str:
        return fact_name(indicators, lang, ref, answer)

    asked = condition_words(gate, lang, named)
    if gate.criterion:
        mark = _points_words(leaf, gate.criterion, row, lang)
    else:
        codes = dict.fromkeys(code for ref in gate.refs for code in ref.codes)
        figures = {code: value_words(indicators[code], table.value(row, code), lang) for code in codes}
        mark = ", ".join(f"{indicators[code].label(lang)} = {figure}" for code, figure in figures.items())
    given = treatment_words(gate.otherwise, lang)
    return pick(
        lang, f"không đạt điều kiện: {asked} ({mark}): {given}", f"condition not met: {asked} ({mark}): {given}"
    )


def _points_words(leaf: Leaf, criterion: str, row: int, lang: Lang) -> str:
    cells = leaf.others[criterion]
    if cells.outcome[row] == Outcome.NOT_APPLICABLE:
        return pick(lang, *OUTCOMES[Outcome.NOT_APPLICABLE.name])
    points = Fraction(plain_steps(cells.low[row])) / 10**leaf.scheme.decimals
    return points_words(points, lang)


def factor_answer(scheme: Scheme, table: Table, factor: Factor, row: int, lang: Lang) -> str:
    """The answer by which a factor decides, or that there is none."""
    code = factor.fact.codes[0]
    if not table.known(row, code):
        return pick(lang, "chưa ai ghi", "nothing said")
    return answer_name(scheme.indicators[code], answer_of(table, row, factor.fact), lang)


def _method_working(leaf: Leaf, row: int, lang: Lang) -> str:
    rule, method = leaf.rules[leaf.groups[row]], leaf.method
    if isinstance(rule.settings, OptionsSettings):
        # Only the answer that was given: all of them with their points are the rule.
        answer = answer_of(leaf.table, row, rule.settings.fact)
        name = fact_name(leaf.scheme.indicators, lang, rule.settings.fact, answer)
        return f"{name}: {number(Fraction(rule.settings.points[answer]), None, lang)}"
    if method.working is None:
        return _words_with_figures(leaf, rule, row, lang)
    try:
        return method.working(rule, lang, *leaf.values(row))
    # A plugin's function may raise anything; the message names the plugin's method.
    except (Exception, SystemExit) as error:
        raise extra_failed(method.name, "working", error) from None


def _words_with_figures(leaf: Leaf, rule: Rule, row: int, lang: Lang) -> str:
    indicators, table = leaf.scheme.indicators, leaf.table

    def figure(ref: FactRef, answer: str | None = None) -> str:
        if answer is not None:
            return fact_name(indicators, lang, ref, answer)
        return sum_words(ref, lambda code: value_words(indicators[code], table.value(row, code), lang), lang)

    return method_words(leaf.method, rule, lang, figure)


def exact_words(value: Fraction, lang: Lang) -> str:
    """Exact points; a fraction is followed by about how much it is."""
    exact, about = number(value, None, lang), approximate(value, lang)
    # A slash stands where no decimals write the number exactly.
    return exact if "/" not in exact else f"{exact} {about}"


def rounding_words(sheet: ScoreSheet, criterion: Criterion, exact: Fraction, lang: Lang) -> str:
    """What rounding makes of exact points; empty where the scheme rounds nothing, or there is nothing to round."""
    decimals = sheet.scheme.decimals_of(criterion)
    if sheet.scheme.rounding == "never":
        return pick(lang, "bộ tiêu chí không làm tròn", "the scheme does not round")
    if fits(exact, decimals):
        return ""
    how = pick(
        lang,
        f"làm tròn đến {decimals} chữ số thập phân, từ 5 trở lên thì làm tròn lên",
        f"rounded half up to {decimals} decimals",
    )
    return f"{how}: {number(exact, decimals, lang)}"


class _Term(NamedTuple):
    """A figure of a sum: what it is of, its mark, and how many decimals its points are shown with; None for exact."""

    name: str
    mark: Mark
    decimals: int | None

    def points(self, lang: Lang) -> str:
        """Its certain points, with the most that they may become; a dash where nothing applies."""
        if self.mark.outcome == Outcome.NOT_APPLICABLE:
            return "-"
        low, high = (number(points, self.decimals, lang) for points in (self.mark.low, self.mark.high))
        return low if self.mark.high == self.mark.low else f"{low}..{high}"


def _term(sheet: ScoreSheet, row: int, name: str, place: str) -> _Term:
    scheme = sheet.scheme
    # The total is shown as the sum that it is; how it is printed stands beside it.
    decimals = scheme.decimals if place == "total" else scheme.printed_decimals(place)
    # Points that were never rounded are shown exactly, or the sums would not add up.
    return _Term(name, sheet.mark(row, sheet.at(place)), decimals if scheme.rounding == "criterion" else None)


def parent_working(sheet: ScoreSheet, row: int, criterion: Criterion, lang: Lang) -> str:
    """How the parts of a parent give its points; why they do not, where it is not held."""
    reason = unheld(sheet.scheme, criterion)
    if reason is not None:
        return unheld_words(reason, lang)
    terms = [_term(sheet, row, number, number) for number in criterion.parts]
    result = _term(sheet, row, criterion.number, criterion.number).points(lang)
    if criterion.combine in ("sum", "capped"):
        return f"{_kept_words(sheet, row, criterion, _capped(terms, criterion, lang), lang)} = {result}"
    how = {
        "best": pick(lang, "cao nhất trong", "best of"),
        "all": pick(lang, "tất cả phải đủ điểm", "all must be full"),
        "chosen": pick(lang, "phần được chọn trong", "the chosen one of"),
    }[criterion.combine]
    listed = ", ".join(f"{term.name}: {term.points(lang)}" for term in terms)
    return f"{_kept_words(sheet, row, criterion, f'{how} ({listed})', lang)} = {result}"


def _capped(terms: Sequence[_Term], criterion: Criterion, lang: Lang) -> str:
    """The sum of the parts, and where it is cut at the maximum."""
    text, raw = _sum(terms, lang), _added(terms)
    cut = criterion.combine == "capped" and raw[1] > criterion.max_points
    return text + _cut(raw, criterion.max_points, lang) if cut else text


def _kept_words(sheet: ScoreSheet, row: int, criterion: Criterion, text: str, lang: Lang) -> str:
    """A parent's points before its factor, times what the factor keeps, rounded as the scheme says."""
    if criterion.factor is None:
        return text
    kept = share_kept(sheet.scheme, sheet.table, criterion.factor, row)
    answer = factor_answer(sheet.scheme, sheet.table, criterion.factor, row, lang)
    # An outcome, as which a whole number stands, waits for the answer.
    share = f"{number(100 * kept, None, lang)}%" if isinstance(kept, Fraction) else "?"
    return f"({text}) x {share} ({answer})"


def area_working(sheet: ScoreSheet, row: int, area: Area, lang: Lang) -> str:
    """How the criteria of an area give its points; a bonus is cut at its maximum, and so is a penalty."""
    if not area.held:
        return unheld_words(area.reason, lang)
    terms = [_term(sheet, row, number, number) for number in area.criteria]
    if area.kind == "penalty" and area.absent == "none":
        # What nobody has given is no part of what is taken off.
        terms = [term._replace(mark=replace(term.mark, high=term.mark.low)) for term in terms]
    text = _sum(terms, lang)
    raw = _added(terms)
    # By the larger end: while figures are missing it may be the only one that is cut.
    if area.kind != "normal" and raw[1] > area.max_points:
        text += _cut(raw, area.max_points, lang)
    if area.kind == "penalty":
        text = f"-({text})"
    return f"{text} = {_term(sheet, row, area.code, area.code).points(lang)}"


def total_working(sheet: ScoreSheet, row: int, lang: Lang) -> str:
    """How the areas give the total, which is never below 0 and, where the scheme says so, never above 100%."""
    terms = [_term(sheet, row, str(area.number), area.code) for area in sheet.scheme.areas]
    total = _term(sheet, row, "", "total")
    text = _sum(terms, lang)
    raw = _added(terms)
    if raw != (total.mark.low, total.mark.high):
        # The end that differs tells the limit: 0 below, what is reachable above.
        text += _cut(raw, total.mark.low if raw[0] != total.mark.low else total.mark.high, lang)
    return f"{text} = {total.points(lang)}"


def index_working(sheet: ScoreSheet, row: int, lang: Lang) -> str:
    """How points and reachable points give the index; empty where there is none."""
    total = sheet.mark(row, sheet.total)
    if total.index is None:
        return ""
    low, reachable = (number(points, None, lang) for points in (total.low, total.reachable))
    return f"100 x {low} / {reachable} = {exact_words(total.index, lang)}"


def _added(terms: Sequence[_Term]) -> tuple[Fraction, Fraction]:
    low, high = (sum((getattr(term.mark, name) for term in terms), Fraction(0)) for name in ("low", "high"))
    return low, high


def _cut(raw: tuple[Fraction, Fraction], limit: Fraction, lang: Lang) -> str:
    shown = "..".join(number(points, None, lang) for points in dict.fromkeys(raw))
    return f" = {shown}, {pick(lang, 'cắt ở', 'cut at')} {number(limit, None, lang)}"


def _sum(terms: Sequence[_Term], lang: Lang) -> str:
    """A sum with the name of every term; what does not apply is no term."""
    parts = [term for term in terms if term.mark.outcome != Outcome.NOT_APPLICABLE]
    return " + ".join(f"[{term.name}] {term.points(lang)}" for term in parts) or "0"
