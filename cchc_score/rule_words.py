"""Why these points: a criterion's rule in words, and its figures with where they stand."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction

from cchc_score.catalogue.labels import DRAFTS
from cchc_score.facts import Table
from cchc_score.findings import located
from cchc_score.methods import Method, Namer, Rule, extra_failed
from cchc_score.model import Bounds, ClassLimit, Criterion, Derived, FactRef, Gate, Indicator, Scheme, Value
from cchc_score.points import plain
from cchc_score.sheet import facts_of
from cchc_score.text import Lang, number, pick, points_words
from cchc_score.wording import treatment_words


def fact_name(indicators: Mapping[str, Indicator], lang: Lang, ref: FactRef | str, answer: str | None = None) -> str:
    """A fact's name, by its code too, a signed sum written out, or the name of one of its answers."""
    if isinstance(ref, str):
        ref = FactRef(((1, ref),))
    if answer is not None:
        return answer_name(indicators[ref.codes[0]], answer, lang)
    return sum_words(ref, lambda code: indicators[code].label(lang), lang)


def sum_words(ref: FactRef, name: Callable[[str], str], lang: Lang) -> str:
    """A sum of facts written out with its signs and coefficients; `name` says what stands for each fact."""
    terms = []
    for coefficient, code in ref.terms:
        sign, size = "-" if coefficient < 0 else "+", Fraction(-coefficient if coefficient < 0 else coefficient)
        terms.append(f"{sign} {'' if size == 1 else f'{number(size, None, lang)} x '}{name(code)}")
    text = " ".join(terms).removeprefix("+ ")
    # In brackets, since the words of a method put it beside '/' and 'x'.
    return text if len(terms) == 1 and ref.terms[0][0] == 1 else f"({text})"


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
    # None is a day that never came, and known; whoever asks has seen before that the fact is known.
    if value is None:
        return pick(lang, "không có", "never")
    if isinstance(value, str):
        return answer_name(indicator, value, lang)
    return number(value, None, lang) + ("%" if indicator.kind == "percent" else "")


def rule_words(scheme: Scheme, criterion: Criterion, methods: Mapping[str, Method], lang: Lang) -> str:
    """A criterion's rule in words: gate, method with its numbers, factor; or how a parent combines its parts."""

    def name(ref: FactRef | str, answer: str | None = None) -> str:
        return fact_name(scheme.indicators, lang, ref, answer)

    if criterion.parts:
        text = _combine_words(scheme, criterion, lang)
    else:
        rule = Rule(criterion.number, criterion.max_points, criterion.settings, scheme.decimals_of(criterion))
        text = method_words(methods[criterion.method], rule, lang, name)
    gates = [gate_words(gate, lang, name) for gate in criterion.gates]
    return "; ".join(part for part in (*gates, text, _factor_words(criterion, lang, name)) if part)


def method_words(method: Method, rule: Rule, lang: Lang, name: Namer) -> str:
    """What a method does with the numbers of a rule, its facts called as `name` calls them."""
    if method.words is None:
        facts = ", ".join(name(ref) for ref in method.facts(rule.settings) if ref)
        return pick(lang, f"phương pháp {method.name} theo: {facts}", f"method {method.name} on: {facts}")
    try:
        return method.words(rule, lang, name)
    # SystemExit is no Exception, and `sys.exit()` in a plugin must not end the program.
    except (Exception, SystemExit) as error:
        raise extra_failed(method.name, "words", error) from None


def gate_words(gate: Gate, lang: Lang, name: Namer) -> str:
    """A gate with its condition and what is given where it does not hold."""
    condition, otherwise = condition_words(gate, lang, name), treatment_words(gate.otherwise, lang)
    return pick(
        lang,
        f"chỉ chấm khi {condition}; trường hợp khác: {otherwise}",
        f"only when {condition}, otherwise: {otherwise}",
    )


def condition_words(gate: Gate, lang: Lang, name: Namer) -> str:
    """What a gate asks for."""
    if gate.criterion:
        subject = pick(lang, f"tiêu chí {gate.criterion}", f"criterion {gate.criterion}")
        if gate.bounds is not None:
            return f"{subject} {_bounds_words(gate.bounds, pick(lang, ' điểm', ' points'), lang)}"
        applies = pick(lang, "được chấm", "applies"), pick(lang, "không áp dụng", "does not apply")
        return f"{subject} {applies[not gate.applies]}"
    assert gate.fact is not None
    subject = name(gate.fact)
    if gate.bounds is None:
        answers = pick(lang, " hoặc ", " or ").join(name(gate.fact, answer) for answer in gate.answers)
        return f"{subject}: {answers}"
    if gate.whole is None:
        return f"{subject} {_bounds_words(gate.bounds, '', lang)}"
    return f"{subject} / {name(gate.whole)} {_bounds_words(gate.bounds, '%', lang)}"


def _bounds_words(bounds: Bounds, unit: str, lang: Lang) -> str:
    """Between which numbers, as one says it: 'from 1 to under 5'."""
    lower, upper = (None if end is None else number(end, None, lang) + unit for end in (bounds.from_, bounds.to))
    below = pick(lang, f"dưới {upper}", f"under {upper}") if bounds.open_to else ""
    if lower is None:
        return pick(lang, "", "is ") + (below or pick(lang, f"không quá {upper}", f"at most {upper}"))
    if bounds.open_from:
        start = pick(lang, f"trên {lower}", f"is above {lower}")
    elif upper is None:
        return pick(lang, f"từ {lower} trở lên", f"is {lower} or more")
    else:
        start = pick(lang, f"từ {lower}", f"is from {lower}")
    if upper is None:
        return start
    return f"{start} {pick(lang, 'đến', 'to')} {below or upper}"


def _factor_words(criterion: Criterion, lang: Lang, name: Namer) -> str:
    factor = criterion.factor
    if factor is None:
        return ""
    shares = [f"{name(factor.fact, answer)}: {_kept_words(share, lang)}" for answer, share in factor.values.items()]
    if factor.unsaid is not None:
        shares.append(f"{pick(lang, 'chưa ai ghi', 'nothing said')}: {_kept_words(factor.unsaid, lang)}")
    return f"{pick(lang, 'trừ điểm theo', 'kept by')} {name(factor.fact)}: {', '.join(shares)}"


def _kept_words(share: Fraction, lang: Lang) -> str:
    """How much of the points a factor keeps; in Vietnamese how much it takes off, as decisions say it."""
    if lang == "en":
        return f"{number(100 * share, None, lang)}%"
    if share in (0, 1):
        return "không trừ" if share else "không tính điểm"
    return f"trừ {number(100 * (1 - share), None, lang)}% số điểm"


def _combine_words(scheme: Scheme, criterion: Criterion, lang: Lang) -> str:
    parts = ", ".join(criterion.parts)
    if criterion.combine == "sum":
        return pick(lang, f"tổng của {parts}", f"sum of {parts}")
    if criterion.combine == "capped":
        most = points_words(criterion.max_points, lang)
        return pick(lang, f"tổng của {parts}, tối đa {most}", f"sum of {parts}, at most {most}")
    if criterion.combine == "best":
        return pick(lang, f"cao nhất trong {parts}", f"best of {parts}")
    if criterion.combine == "all":
        return pick(
            lang,
            f"đủ điểm khi tất cả {parts} đạt tối đa, trường hợp khác 0 điểm",
            f"full when all of {parts} are full, else 0",
        )
    asked = fact_name(scheme.indicators, lang, criterion.chosen_by) if criterion.chosen_by else ""
    return pick(lang, f"một trong {parts}, chọn theo {asked}", f"one of {parts}, chosen by {asked}")


def class_from_words(scheme: Scheme, limit: ClassLimit, lang: Lang) -> str:
    """The index from which a class is given, or that for each answer."""
    if limit.by_answer is None:
        return number(limit.at_least, None, lang)
    fact = limit.by_answer.fact
    return ", ".join(
        f"{fact_name(scheme.indicators, lang, fact, answer)} {number(least, None, lang)}"
        for answer, least in limit.by_answer.values.items()
    )


def value_plain(value: Value) -> bool | str:
    """A known fact for machines: a number as decimal text, a date as 2023-01-15 or 'never', an option's code."""
    if isinstance(value, bool):
        return value
    if isinstance(value, date):
        return value.isoformat()
    # Not null, which in the JSON of a fact stands for one that is unknown.
    if value is None:
        return "never"
    return plain(value) if isinstance(value, Fraction) else value


def origin_words(table: Table, row: int, code: str, lang: Lang) -> str:
    """Where a fact stands: file and line, what the report says about its source, and whether it is a draft."""
    origin = table.origins.get((row, code))
    # What follows from other facts stands in no file.
    if origin is None:
        column = table.columns.get(code)
        derived = column.indicator.derived if column else None
        return "" if derived is None else derived_words(derived, lang)
    at = origin.table, origin.cell, lang, origin.page, origin.paragraph
    place = located(origin.file, origin.line, *at)
    draft = pick(lang, *DRAFTS[table.known(row, code)]) if origin.draft else ""
    parts = (place, origin.source_words(lang), draft, origin.checked_words(lang))
    return "; ".join(part for part in parts if part)


def unknown_words(table: Table, row: int, code: str, lang: Lang, source: str = "") -> str:
    """That a fact is unknown, and why where a draft of it waits; else who gives it, where that is said."""
    origin = table.origins.get((row, code))
    if origin is not None and origin.draft:
        source = f"{pick(lang, *DRAFTS[False])}: {origin.printed}" if origin.printed else pick(lang, *DRAFTS[False])
    return pick(lang, "chưa có", "unknown") + (f" ({source})" if source else "")


def derived_words(derived: Derived, lang: Lang) -> str:
    """How a fact follows from others; these are shown beside it."""
    count = len(derived.facts)
    if derived.kind == "unit":
        return pick(lang, "theo danh sách đơn vị", "by the list of units")
    if derived.kind == "mean":
        return pick(lang, f"trung bình của {count} số liệu", f"the mean of {count} figures")
    if derived.kind == "lowest":
        return pick(lang, f"thấp nhất trong {count} số liệu", f"the lowest of {count} figures")
    if derived.kind == "highest":
        return pick(lang, f"cao nhất trong {count} số liệu", f"the highest of {count} figures")
    if derived.at_least is None:
        return pick(lang, f"số câu trả lời đạt trong {count}", f"how many of {count} answers count")
    limit = number(derived.at_least, None, lang)
    return pick(
        lang, f"số số liệu từ {limit} trở lên trong {count}", f"how many of {count} figures are {limit} or more"
    )


def with_parts(codes: Iterable[str], indicators: Mapping[str, Indicator]) -> tuple[str, ...]:
    """Some facts, each followed by those that it is derived from."""
    return tuple(dict.fromkeys(one for code in codes for one in (code, *indicators[code].parts_of_it)))


def used(scheme: Scheme, criterion: Criterion, methods: Mapping[str, Method]) -> tuple[str, ...]:
    """The indicators that decide a criterion; of a parent those of its gates, its choice and its factor."""
    rule = (criterion.chosen_by,) if criterion.parts else methods[criterion.method].facts(criterion.settings)
    return facts_of(scheme, criterion, rule)


def unheld(scheme: Scheme, criterion: Criterion) -> str | None:
    """Why a criterion is not assessed this year: for itself, one above it, or its area; None where it is."""
    # The numbers say what is above: 3.1.2 is part of 3.1. At the area's own number, which is no criterion, the way
    # ends.
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
