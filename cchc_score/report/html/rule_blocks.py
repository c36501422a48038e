"""How each criterion is scored: rule, paragraph, evidence and remedy, once for all units."""

from dataclasses import dataclass

from cchc_score.report.html.addresses import own_anchor
from cchc_score.results.scored import ScoredStage
from cchc_score.rule_words import rule_words
from cchc_score.text import Lang, number, pick


@dataclass(frozen=True, slots=True)
class RuleBlock:
    """A criterion: its number and title, its maximum, and what is said of it, by name."""

    id: str
    number: str
    title: str
    most: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AreaRules:
    """The criteria of an area."""

    id: str
    name: str
    rules: tuple[RuleBlock, ...]


def area_rules(scored: ScoredStage, lang: Lang) -> tuple[AreaRules, ...]:
    """The criteria of every area, in the order of the scheme."""
    scheme = scored.sheet.scheme
    return tuple(
        AreaRules(
            id=own_anchor(area.code),
            name=f"{area.number}. {area.label(lang)}",
            rules=tuple(
                _block(scored, number, lang) for number, one in scheme.criteria.items() if one.area == area.code
            ),
        )
        for area in scheme.areas
    )


def _block(scored: ScoredStage, criterion: str, lang: Lang) -> RuleBlock:
    one = scored.sheet.scheme.criteria[criterion]
    items = (
        (pick(lang, "Cách tính điểm", "Rule"), rule_words(scored.sheet.scheme, one, scored.methods, lang)),
        (pick(lang, "Điều khoản", "Paragraph"), one.reference),
        (pick(lang, "Minh chứng cần có", "Evidence asked for"), one.evidence),
        (pick(lang, "Khắc phục", "Remedy"), one.remedy),
    )
    return RuleBlock(
        id=own_anchor(criterion),
        number=criterion,
        title=one.title,
        most=number(one.max_points, None, lang),
        items=tuple((name, words) for name, words in items if words),
    )
