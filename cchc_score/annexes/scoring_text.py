"""How points are given, in the words of a decision: what is often written, recognised as a method's settings."""

import re
from collections.abc import Sequence
from fractions import Fraction

from cchc_score.annexes.band_text import bands_rule
from cchc_score.annexes.recognised_rule import NUMBER, RecognisedRule, number_of
from cchc_score.annexes.rule_text import (
    compared_rule,
    counted_rule,
    deadline_rule,
    each_rule,
    given_rule,
    ratio_rule,
    yes_no_rule,
)
from cchc_score.text import nfc

_NONE = re.compile(
    rf";\s*(?:trong năm )?không phát sinh[^;]*?:\s*(?:được\s*)?"
    rf"(?P<given>điểm tối đa|không áp dụng|{NUMBER}(?![.,]?[0-9]))(?:\s*(?:điểm|đ\b))?",
    re.IGNORECASE,
)
# A gate before a rule and a factor after it change what the words between give.
_LIMITED = re.compile(r"(?:^|;\s*)(?:chỉ(?: chấm)? khi|giữ lại theo|trừ điểm theo)\s", re.IGNORECASE)
# For whom an alternative is, and not how it is scored.
_CHOSEN = re.compile(r"áp dụng khi [^;“]+ là “[^”]+”", re.IGNORECASE)
_COMBINED = (
    (re.compile(r"tổng của [0-9., ]+, tối đa [0-9.,]+ điểm", re.IGNORECASE), "capped"),
    (re.compile(r"cao nhất trong [0-9., ]+", re.IGNORECASE), "best"),
    (re.compile(r"đủ điểm khi tất cả [0-9., ]+ đạt tối đa, trường hợp khác 0 điểm", re.IGNORECASE), "all"),
    (re.compile(r"một trong [0-9., ]+, chọn theo [^;]+", re.IGNORECASE), "chosen"),
)
_OTHERS = (each_rule, counted_rule, given_rule, deadline_rule, compared_rule, yes_no_rule)
_AREAS = {"điểm thưởng": "bonus", "điểm trừ": "penalty"}


def recognise(texts: Sequence[str], most: Fraction, code: str) -> RecognisedRule | None:
    """The rule that some texts say, for a criterion of a maximum; None where they say it in words of their own.

    `code` is the beginning of the codes of its facts.
    """
    text = _said(texts)
    if _LIMITED.search(text):
        return None
    none = _NONE.search(text)
    treatment = _treatment(none["given"], most) if none else "zero"
    if treatment is not None:
        # What is given where nothing arose is no band of its own.
        cases = _NONE.sub("", text, count=1)
        rule = ratio_rule(cases, most, code, treatment) or bands_rule(cases, most, code, treatment if none else None)
        if rule is not None:
            return rule
    if none:
        # Nothing else knows of a case in which nothing arose: it would be taken for the 'no' of a question.
        return None
    for read in _OTHERS:
        rule = read(text, most, code)
        if rule is not None:
            return rule
    return None


def combined(texts: Sequence[str]) -> str | None:
    """How a criterion combines its parts, 'capped', 'best', 'all' or 'chosen', where the texts say nothing else."""
    text = _said(texts)
    return next((combine for pattern, combine in _COMBINED if pattern.fullmatch(text)), None)


def area_kind(texts: Sequence[str]) -> str:
    """Whether an area is 'normal', or a 'bonus' or 'penalty' beside the maximum of all others."""
    text = _said(texts).lower()
    return next((kind for words, kind in _AREAS.items() if text.startswith(words)), "normal")


def _said(texts: Sequence[str]) -> str:
    """Texts as one, each a clause; what stands before a list of cases ends in a colon."""
    clauses = [nfc(text.strip().rstrip(";")) for text in texts]
    return "; ".join(clause for clause in clauses if not _CHOSEN.fullmatch(clause)).replace(":; ", ": ")


def _treatment(given: str, most: Fraction) -> str | None:
    """What a rule gives where nothing arose; None for points that are neither all nor none."""
    named = {"điểm tối đa": "full", "không áp dụng": "not_applicable"}.get(given.lower())
    return named or {most: "full", Fraction(0): "zero"}.get(number_of(given))
