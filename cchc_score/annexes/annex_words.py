"""A rule in the words of a decision: every band between its two limits, one to a line."""

from collections.abc import Mapping
from dataclasses import replace

from cchc_score.methods import Method
from cchc_score.model import Criterion, Scheme
from cchc_score.rule_words import fact_name, rule_words, unheld, unheld_words
from cchc_score.text import Lang, pick


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
    whole = rule_words(scheme, criterion, methods, lang)
    # Gates stand before the words of the method, a factor after them, each of one piece.
    own = rule_words(scheme, replace(criterion, gates=(), factor=None), methods, lang)
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
