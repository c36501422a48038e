"""One criterion of a unit: what it asks, how its points come about, and what people said and did about it."""

from cchc_score.appraisal.entry_states import mark_words
from cchc_score.explain.why import Why
from cchc_score.explain.working import rounding_words
from cchc_score.formats import Sheet
from cchc_score.pages.page_table import PageColumn, page_table
from cchc_score.pages.reason_words import evidence_words
from cchc_score.pages.result_words import full_words, points_words, result_words
from cchc_score.results.reasons import UnitReasons, working_words
from cchc_score.results.scored import ScoredStage
from cchc_score.rule_words import rule_words
from cchc_score.text import Lang, pick

_Item = tuple[str, str]


def criterion_sheet(result: UnitReasons, why: Why, lang: Lang) -> Sheet:
    """Item by item; what there is nothing of is left out."""
    items = (*_rule_items(result, why, lang), *_result_items(result.scored, why, lang), *_claim_items(why, lang))
    columns: list[PageColumn[_Item]] = [
        PageColumn(pick(lang, "Mục", "Item"), lambda item: item[0]),
        PageColumn(pick(lang, "Nội dung", "Content"), lambda item: item[1]),
    ]
    title = f"{why.criterion.number} {why.criterion.title}"
    return page_table(columns, (item for item in items if item[1]), title)


def _rule_items(result: UnitReasons, why: Why, lang: Lang) -> tuple[_Item, ...]:
    scored, criterion = result.scored, why.criterion
    rounding = "" if why.exact is None else rounding_words(scored.sheet, why.criterion, why.exact, lang)
    return (
        (pick(lang, "Điều khoản", "Paragraph"), criterion.reference),
        (pick(lang, "Cách tính điểm", "Rule"), rule_words(scored.sheet.scheme, criterion, scored.methods, lang)),
        (pick(lang, "Phép tính", "Working"), working_words(result, why, lang)),
        (pick(lang, "Làm tròn", "Rounding"), rounding),
    )


def _result_items(scored: ScoredStage, why: Why, lang: Lang) -> tuple[_Item, ...]:
    # A whole group may share the best, and a few names say as much.
    best = ", ".join(scored.sheet.table.units[row].label for row in why.best[:3])
    return (
        (pick(lang, "Điểm", "Points"), points_words(why.mark, scored.decimals_at(why.criterion.number), lang)),
        (pick(lang, "Kết quả", "Outcome"), result_words(scored, why, lang)),
        (pick(lang, "Cao nhất nhóm", "Best of the group"), best),
        (pick(lang, "Để đủ điểm", "For full points"), full_words(scored, why, lang)),
        (pick(lang, "Minh chứng cần có", "Evidence asked for"), why.criterion.evidence),
        (pick(lang, "Khắc phục", "Remedy"), why.criterion.remedy),
    )


def _claim_items(why: Why, lang: Lang) -> tuple[_Item, ...]:
    claim = why.claim
    if claim is None:
        return ()
    return (
        (pick(lang, "Điểm tự chấm", "Self-score"), mark_words(claim.mark, lang)),
        (pick(lang, "Minh chứng của đơn vị", "The unit's evidence"), evidence_words(claim.evidence, lang)),
        (pick(lang, "Giải trình", "Explanation"), claim.explanation),
    )
