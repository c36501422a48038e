"""How points come about, in words: a leaf's arithmetic with its figures, and the sums above it up to the index."""

from collections.abc import Sequence
from fractions import Fraction

from cchc_score.engine import Leaf
from cchc_score.explain import answer_name, fact_name, method_words, unheld, unheld_words, value_words
from cchc_score.methods import Rule, extra_failed
from cchc_score.model import Area, Criterion, FactRef, Outcome
from cchc_score.points import fits
from cchc_score.sheet import Mark, ScoreSheet
from cchc_score.text import Lang, number, pick
from cchc_score.wording import approximate


def leaf_working(leaf: Leaf, row: int, exact: Fraction, lang: Lang) -> str:
    """The rule of a leaf with a unit's figures, its factor, and the exact points that they give."""
    text = _method_working(leaf, row, lang)
    factor = leaf.criterion.factor
    if factor is not None:
        given = leaf.table.value(row, factor.fact.codes[0])
        answer = ("no", "yes")[given] if isinstance(given, bool) else str(given)
        named = answer_name(leaf.scheme.indicators[factor.fact.codes[0]], answer, lang)
        text = f"({text}) x {number(100 * factor.values[answer], None, lang)}% ({named})"
    return f"{text} = {exact_words(exact, lang)}"


def _method_working(leaf: Leaf, row: int, lang: Lang) -> str:
    rule, method = leaf.rules[leaf.groups[row]], leaf.method
    if method.working is None:
        return _words_with_figures(leaf, rule, row, lang)
    try:
        return method.working(rule, lang, *leaf.values(row))
    except (Exception, SystemExit) as error:
        raise extra_failed(method.name, "working", error) from None


def _words_with_figures(leaf: Leaf, rule: Rule, row: int, lang: Lang) -> str:
    indicators, table = leaf.scheme.indicators, leaf.table

    def figure(ref: FactRef, answer: str | None = None) -> str:
        if answer is not None:
            return fact_name(indicators, lang, ref, answer)
        values = [
            ("- " if sign < 0 else "+ ") + value_words(indicators[code], table.value(row, code), lang)
            for sign, code in ref.terms
        ]
        text = " ".join(values).removeprefix("+ ")
        return text if len(values) == 1 else f"({text})"

    return method_words(leaf.method, rule, lang, figure)


def exact_words(value: Fraction, lang: Lang) -> str:
    """Exact points; a fraction is followed by about how much it is."""
    exact, about = number(value, None, lang), approximate(value, lang)
    return exact if "/" not in exact else f"{exact} {about}"


def rounding_words(sheet: ScoreSheet, exact: Fraction, lang: Lang) -> str:
    """What rounding makes of exact points; empty where the scheme rounds nothing, or there is nothing to round."""
    decimals = sheet.scheme.decimals
    if sheet.scheme.rounding == "never":
        return pick(lang, "bộ tiêu chí không làm tròn", "the scheme does not round")
    if fits(exact, decimals):
        return ""
    how = pick(lang, f"làm tròn đến {decimals} số lẻ, nửa thì lên", f"rounded half up to {decimals} decimals")
    return f"{how}: {number(exact, decimals, lang)}"


def parent_working(sheet: ScoreSheet, row: int, criterion: Criterion, lang: Lang) -> str:
    """How the parts of a parent give its points; why they do not, where it is not held."""
    reason = unheld(sheet.scheme, criterion)
    if reason is not None:
        return unheld_words(reason, lang)
    terms = [(number, sheet.mark(row, sheet.criteria[number])) for number in criterion.parts]
    result = _points(sheet, sheet.mark(row, sheet.criteria[criterion.number]), lang)
    if criterion.combine == "sum":
        return f"{_sum(sheet, terms, lang)} = {result}"
    how = {
        "best": pick(lang, "cao nhất trong", "best of"),
        "all": pick(lang, "tất cả phải đủ điểm", "all must be full"),
        "chosen": pick(lang, "phần được chọn trong", "the chosen one of"),
    }[criterion.combine]
    listed = ", ".join(f"{name}: {_points(sheet, mark, lang)}" for name, mark in terms)
    return f"{how} ({listed}) = {result}"


def area_working(sheet: ScoreSheet, row: int, area: Area, lang: Lang) -> str:
    """How the criteria of an area give its points; a bonus is cut at its maximum, and so is a penalty."""
    if not area.held:
        return unheld_words(area.reason, lang)
    terms = [(number, sheet.mark(row, sheet.criteria[number])) for number in area.criteria]
    mark = sheet.mark(row, sheet.areas[area.code])
    text = _sum(sheet, terms, lang)
    raw = _added(terms)
    if area.kind != "normal" and raw[1] > area.max_points:
        text += _cut(raw, area.max_points, lang)
    if area.kind == "penalty":
        text = f"-({text})"
    return f"{text} = {_points(sheet, mark, lang)}"


def total_working(sheet: ScoreSheet, row: int, lang: Lang) -> str:
    """How the areas give the total, which is never below 0 and, where the scheme says so, never above 100%."""
    terms = [(str(area.number), sheet.mark(row, sheet.areas[area.code])) for area in sheet.scheme.areas]
    total = sheet.mark(row, sheet.total)
    text = _sum(sheet, terms, lang)
    raw = _added(terms)
    if raw != (total.low, total.high):
        text += _cut(raw, total.low if raw[0] != total.low else total.high, lang)
    return f"{text} = {_points(sheet, total, lang)}"


def index_working(sheet: ScoreSheet, row: int, lang: Lang) -> str:
    """How points and reachable points give the index; empty where there is none."""
    total = sheet.mark(row, sheet.total)
    if total.index is None:
        return ""
    low, reachable = (number(one, None, lang) for one in (total.low, total.reachable))
    return f"100 x {low} / {reachable} = {exact_words(total.index, lang)}"


def _added(terms: Sequence[tuple[str, Mark]]) -> tuple[Fraction, Fraction]:
    low, high = (sum((getattr(mark, name) for _, mark in terms), Fraction(0)) for name in ("low", "high"))
    return low, high


def _cut(raw: tuple[Fraction, Fraction], limit: Fraction, lang: Lang) -> str:
    shown = "..".join(number(one, None, lang) for one in dict.fromkeys(raw))
    return f" = {shown}, {pick(lang, 'cắt ở', 'cut at')} {number(limit, None, lang)}"


def _sum(sheet: ScoreSheet, terms: Sequence[tuple[str, Mark]], lang: Lang) -> str:
    """A sum with the name of every term; what does not apply is no term."""
    parts = [(name, mark) for name, mark in terms if mark.outcome != Outcome.NOT_APPLICABLE]
    text = " + ".join(f"[{name}] {_points(sheet, mark, lang)}" for name, mark in parts)
    return text or "0"


def _points(sheet: ScoreSheet, mark: Mark, lang: Lang) -> str:
    if mark.outcome == Outcome.NOT_APPLICABLE:
        return "-"
    text = number(mark.low, sheet.scheme.decimals if sheet.scheme.rounding == "criterion" else None, lang)
    return text if mark.high == mark.low else f"{text}..{number(mark.high, sheet.scheme.decimals, lang)}"
