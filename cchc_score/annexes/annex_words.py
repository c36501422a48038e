"""A rule in the words of a decision: every band between its two limits, one to a line."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from cchc_score.builtin.methods.bands import Band, BandsSettings
from cchc_score.methods import Method, Namer, Rule
from cchc_score.model import Criterion, Scheme
from cchc_score.rule_words import fact_name, rule_words, unheld, unheld_words
from cchc_score.text import Lang, number, pick
from cchc_score.wording import none_words


def annex_rule(scheme: Scheme, criterion: Criterion, methods: Mapping[str, Method], lang: Lang) -> tuple[str, ...]:
    """The lines that say how a criterion is scored; none for one that only adds up its parts."""
    return tuple(map(_line, _rule_lines(scheme, criterion, methods, lang)))


def annex_text(scheme: Scheme, criterion: Criterion, methods: Mapping[str, Method], lang: Lang) -> str:
    """The same as `annex_rule` in one line, for tables whose cells have no lines."""
    text = ""
    for line in _rule_lines(scheme, criterion, methods, lang):
        # What is measured stands before its cases.
        text += line if not text else f" {line}" if text.endswith(":") else f"; {line}"
    return _line(text)


def _rule_lines(scheme: Scheme, criterion: Criterion, methods: Mapping[str, Method], lang: Lang) -> tuple[str, ...]:
    reason = unheld(scheme, criterion)
    if reason is not None:
        return (unheld_words(reason, lang),)
    return (*_choice(scheme, criterion, lang), *_scored(scheme, criterion, methods, lang))


def _choice(scheme: Scheme, criterion: Criterion, lang: Lang) -> tuple[str, ...]:
    """Which answer chooses a criterion, where it is one of several alternatives."""
    parent = scheme.criteria.get(criterion.number.rpartition(".")[0])
    if criterion.choice is None or parent is None or parent.chosen_by is None:
        return ()
    name = fact_name(scheme.indicators, lang, parent.chosen_by)
    answer = fact_name(scheme.indicators, lang, parent.chosen_by, criterion.choice)
    return (pick(lang, f"áp dụng khi {name} là “{answer}”", f"applies where {name} is “{answer}”"),)


def _scored(scheme: Scheme, criterion: Criterion, methods: Mapping[str, Method], lang: Lang) -> tuple[str, ...]:
    if criterion.is_plain_sum and not criterion.gates:
        return ()
    known = _as_decided(methods)
    whole = rule_words(scheme, criterion, known, lang)
    # Gates stand before the words of the method, a factor after them, each of one piece.
    own = rule_words(scheme, replace(criterion, gates=(), factor=None), known, lang)
    before, _, after = whole.partition(own)
    return tuple(text for text in (before.strip("; "), *_cases(own), after.strip("; ")) if text)


def _cases(text: str) -> list[str]:
    """The words of a method, what it measures and every case on a line of its own."""
    lines: list[str] = []
    for case in text.split("; "):
        what, _, rest = case.partition(": ")
        # 'Văn bản đã ban hành / phải ban hành: đạt 100%: 2 điểm' begins with what is measured.
        if ": " in rest and what.count("(") == what.count(")"):
            lines += [f"{what}:", rest]
        else:
            lines.append(case)
    return lines


def _line(text: str) -> str:
    # Not `capitalize`, which makes small letters of all others.
    return text[:1].upper() + text[1:]


def _as_decided(methods: Mapping[str, Method]) -> Mapping[str, Method]:
    """The same methods; bands name both their limits, since a decision is read one line at a time."""
    bands = methods.get("bands")
    if bands is None or bands.settings is not BandsSettings:
        return methods
    return {**methods, "bands": replace(bands, words=_band_words)}


def _band_words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: BandsSettings = rule.settings
    what = name(settings.value) if settings.value else f"{name(settings.part)} / {name(settings.whole)}"
    unit, points = "" if settings.value else "%", pick(lang, "điểm", "points")
    limits = [None, *settings.bands]
    cases = [
        f"{_between(higher, band, unit, lang)}: {number(band.points, None, lang)} {points}"
        for higher, band in pairwise(limits)
        if band is not None
    ]
    if settings.whole and settings.if_none:
        cases.append(none_words(settings.whole, settings.if_none, lang, name))
    return f"{what}: {'; '.join(cases)}"


def _between(higher: Band | None, band: Band, unit: str, lang: Lang) -> str:
    """From where to where a band reaches; `higher` is the one above it."""
    low = number(band.limit, None, lang) + unit
    above, lowest = band.from_ is None, band.limit == 0 and band.from_ is not None
    if higher is None:
        return _upwards(low, above, lowest, unit, lang)
    high = number(higher.limit, None, lang) + unit
    below = higher.from_ is not None
    if higher.limit == band.limit:
        # 'Above' the limit is the higher band, so that this one holds the limit itself and nothing else.
        return pick(lang, f"đúng {low}", f"exactly {low}")
    if lowest:
        return pick(lang, f"dưới {high}", f"below {high}") if below else pick(
            lang, f"từ {high} trở xuống", f"{high} or less"
        )  # fmt: skip
    start = pick(lang, "trên" if above else "từ", "above" if above else "from")
    end = pick(lang, "đến dưới" if below else "đến", "to below" if below else "to")
    return f"{start} {low} {end} {high}"


def _upwards(low: str, above: bool, lowest: bool, unit: str, lang: Lang) -> str:
    if lowest:
        return pick(lang, "mọi trường hợp", "in every case")
    if above:
        return pick(lang, f"trên {low}", f"above {low}")
    if low == f"100{unit}" and unit:
        return pick(lang, f"đạt {low}", low)
    return pick(lang, f"từ {low} trở lên", f"{low} or more")
