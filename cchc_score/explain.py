"""Why these points: a criterion's rule in words, and its figures with where they stand."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from cchc_score.facts import Table
from cchc_score.findings import located
from cchc_score.methods import Method, Namer, Rule, extra_failed
from cchc_score.model import Criterion, FactRef, Indicator, Scheme, Value
from cchc_score.points import plain
from cchc_score.sheet import facts_of
from cchc_score.text import Lang, number, pick
from cchc_score.wording import treatment_words


def fact_name(indicators: Mapping[str, Indicator], lang: Lang, ref: FactRef, answer: str | None = None) -> str:
    """A fact's name, a signed sum written out, or the name of one of its answers."""
    if answer is not None:
        return answer_name(indicators[ref.codes[0]], answer, lang)
    names = [("- " if sign < 0 else "+ ") + indicators[code].label(lang) for sign, code in ref.terms]
    text = " ".join(names).removeprefix("+ ")
    return text if len(ref.terms) == 1 else f"({text})"


def answer_name(indicator: Indicator, answer: str, lang: Lang) -> str:
    """The name of an answer, by its code."""
    if indicator.kind == "yes_no":
        return {"yes": pick(lang, "có", "yes"), "no": pick(lang, "không", "no")}[answer]
    option = next(option for option in indicator.options if option.code == answer)
    return option.name_en if lang == "en" and option.name_en else option.name


def value_words(indicator: Indicator, value: Value, lang: Lang) -> str:
    """A known fact as people read it."""
    if isinstance(value, bool):
        return answer_name(indicator, "yes" if value else "no", lang)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if value is None:
        return pick(lang, "không có", "never")
    if isinstance(value, str):
        return answer_name(indicator, value, lang)
    return number(value, None, lang) + ("%" if indicator.kind == "percent" else "")


def rule_words(scheme: Scheme, criterion: Criterion, methods: Mapping[str, Method], lang: Lang) -> str:
    """A criterion's rule in words: gate, method with its numbers, factor; or how a parent combines its parts."""
    if criterion.parts:
        return _combine_words(scheme, criterion, lang)

    def name(ref: FactRef, answer: str | None = None) -> str:
        return fact_name(scheme.indicators, lang, ref, answer)

    rule = Rule(criterion.number, criterion.max_points, criterion.settings, scheme.decimals)
    text = method_words(methods[criterion.method], rule, lang, name)
    return "; ".join(
        part for part in (_gate_words(criterion, lang, name), text, _factor_words(criterion, lang, name)) if part
    )


def method_words(method: Method, rule: Rule, lang: Lang, name: Namer) -> str:
    """What a method does with the numbers of a rule, its facts called as `name` calls them."""
    if method.words is None:
        facts = ", ".join(name(ref) for ref in method.facts(rule.settings) if ref)
        return pick(lang, f"phương pháp {method.name} theo: {facts}", f"method {method.name} on: {facts}")
    try:
        return method.words(rule, lang, name)
    except (Exception, SystemExit) as error:
        raise extra_failed(method.name, "words", error) from None


def _gate_words(criterion: Criterion, lang: Lang, name: Namer) -> str:
    gate = criterion.gate
    if gate is None:
        return ""
    fact = name(gate.fact)
    if gate.at_least is not None:
        limit = number(gate.at_least, None, lang)
        condition = pick(lang, f"{fact} từ {limit} trở lên", f"{fact} is {limit} or more")
    else:
        answers = pick(lang, " hoặc ", " or ").join(name(gate.fact, answer) for answer in gate.answers)
        condition = f"{fact}: {answers}"
    otherwise = treatment_words(gate.otherwise, lang)
    return pick(lang, f"chỉ khi {condition}, nếu không: {otherwise}", f"only when {condition}, otherwise: {otherwise}")


def _factor_words(criterion: Criterion, lang: Lang, name: Namer) -> str:
    factor = criterion.factor
    if factor is None:
        return ""
    shares = ", ".join(
        f"{name(factor.fact, answer)} {number(100 * share, None, lang)}%" for answer, share in factor.values.items()
    )
    return pick(lang, f"giữ lại theo {name(factor.fact)}: {shares}", f"kept by {name(factor.fact)}: {shares}")


def _combine_words(scheme: Scheme, criterion: Criterion, lang: Lang) -> str:
    parts = ", ".join(criterion.parts)
    if criterion.combine == "sum":
        return pick(lang, f"tổng của {parts}", f"sum of {parts}")
    if criterion.combine == "best":
        return pick(lang, f"cao nhất trong {parts}", f"best of {parts}")
    if criterion.combine == "all":
        return pick(
            lang,
            f"đủ điểm khi tất cả {parts} đạt tối đa, nếu không 0 điểm",
            f"full when all of {parts} are full, else 0",
        )
    asked = fact_name(scheme.indicators, lang, criterion.chosen_by) if criterion.chosen_by else ""
    return pick(lang, f"một trong {parts}, chọn theo {asked}", f"one of {parts}, chosen by {asked}")


def value_plain(value: Value) -> bool | str:
    """A known fact for machines: a number as decimal text, a date as 2023-01-15 or 'never', an option's code."""
    if isinstance(value, bool):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if value is None:
        return "never"
    return plain(value) if isinstance(value, Fraction) else value


def origin_words(table: Table, row: int, code: str, lang: Lang) -> str:
    """Where a known fact stands: file and line, then what the report says about its source."""
    origin = table.origins.get((row, code))
    if origin is None:
        return ""
    place = located(origin.file, origin.line, origin.table, origin.cell, lang)
    return "; ".join(part for part in (place, origin.source) if part)


def used(criterion: Criterion, methods: Mapping[str, Method]) -> tuple[str, ...]:
    """The indicators that decide a criterion."""
    if criterion.parts:
        return criterion.chosen_by.codes if criterion.chosen_by else ()
    return facts_of(criterion, methods[criterion.method].facts(criterion.settings))


def unheld(scheme: Scheme, criterion: Criterion) -> str | None:
    """Why a criterion is not assessed this year: for itself, one above it, or its area; None where it is."""
    number = criterion.number
    while number in scheme.criteria:
        if not scheme.criteria[number].held:
            return scheme.criteria[number].reason
        number = number.rpartition(".")[0]
    area = next(one for one in scheme.areas if one.code == criterion.area)
    return None if area.held else area.reason


def unheld_words(reason: str, lang: Lang) -> str:
    """That something is not assessed, and why."""
    return pick(lang, f"không đánh giá: {reason}", f"not held: {reason}")
