"""A law that a method breaks, told with the smallest example: rule, figures, what was got, what to do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from pydantic import BaseModel

from cchc_score.findings import Finding, Words
from cchc_score.methods import Rule
from cchc_score.model import FactRef
from cchc_score.rule_words import sum_words
from cchc_score.text import Lang, brief, number, pick


class LawBroken(AssertionError):
    """A method breaks a law: `law` is its name, `finding` says what and what to do."""

    def __init__(self, finding: Finding, text: str) -> None:
        super().__init__(text)
        self.finding = finding
        self.law = finding.code.removeprefix("law-")


class CannotCheck(AssertionError):
    """Laws cannot be asked of a method until something is given; `finding` says what."""

    def __init__(self, finding: Finding, lang: Lang) -> None:
        super().__init__(finding.words(lang))
        self.finding = finding


@dataclass
class Violation(Exception):
    """One example that breaks a law: the finding, the rule, and for each commune the facts as the method got them."""

    finding: Finding
    rule: Rule | None = None
    communes: Sequence[Mapping[str, Any]] = ()
    got: Sequence[Any] = field(default=())


def law_broken(violation: Violation, lang: Lang) -> LawBroken:
    """The example as somebody who knows the scheme, not the program, reads it."""
    lines = [violation.finding.words(lang)]
    if violation.rule is not None:
        lines += [f"  {line}" for line in _rule(violation.rule, lang)]
    for row, facts in enumerate(violation.communes):
        which = pick(lang, "số liệu", "figures") + (f" {row + 1}" if len(violation.communes) > 1 else "")
        # Some examples have no results, as where the method failed.
        points = f" -> {show_value(violation.got[row], lang)}" if row < len(violation.got) else ""
        lines.append(f"  {which}: {_entries(facts, lang)}{points}")
    return LawBroken(violation.finding, "\n".join(lines))


def _rule(rule: Rule, lang: Lang) -> list[str]:
    most, step = number(rule.max_points, None, lang), number(Fraction(1, 10**rule.decimals), None, lang)
    lines = [
        pick(
            lang,
            f"quy tắc: điểm tối đa {most}, bước điểm {step}",
            f"rule: at most {most} points, in steps of {step}",
        )
    ]
    given = _entries(_told_settings(rule.settings), lang)
    return [*lines, f"{pick(lang, 'thiết lập', 'settings')}: {given}"] if given else lines


def _entries(facts: Mapping[str, Any], lang: Lang) -> str:
    return ", ".join(f"{name} = {show_value(value, lang)}" for name, value in facts.items())


def show_value(value: Any, lang: Lang) -> str:
    """A setting, a fact or points for people; nothing stands for 'does not apply' or 'never'."""
    if value is None:
        return pick(lang, "không", "none")
    # Before the numbers, among which Python counts a bool.
    if isinstance(value, bool):
        return pick(lang, "có", "yes") if value else pick(lang, "không", "no")
    if isinstance(value, Fraction | int):
        return number(value, None, lang)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, FactRef):
        return sum_words(value, str, lang)
    if isinstance(value, BaseModel):
        value = _told_settings(value)
    if isinstance(value, Mapping):
        return "{ " + _entries(value, lang) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(show_value(item, lang) for item in value) + "]"
    return brief(value)


def _told_settings(settings: BaseModel) -> dict[str, Any]:
    """The settings that say something, under the keys of a scheme file."""
    fields = type(settings).model_fields
    given = {field.alias or name: getattr(settings, name) for name, field in fields.items()}
    return {key: value for key, value in given.items() if value is not None}


def both_languages(value: Any) -> Words:
    """A value as both languages show it, for the wording of a finding."""
    return Words(show_value(value, "vi"), show_value(value, "en"))
