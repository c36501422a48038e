"""The largest losses of a commune: how they came about, what would regain them, and which place that would give."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_score.explain.why import Why
from cchc_score.model import Criterion
from cchc_score.pages.result_words import full_words, points_words
from cchc_score.report.html.addresses import address
from cchc_score.report.html.commune_setting import CommuneSetting
from cchc_score.report.html.criterion_rows import why_words
from cchc_score.results.lost_points import UnitLoss
from cchc_score.results.scored import ScoredStage
from cchc_score.rule_words import rule_words
from cchc_score.text import Lang, number, pick

MOST = 5
"""So many losses are told at length."""


@dataclass(frozen=True, slots=True)
class LossBlock:
    """A loss of a unit: `lost` points, `place` the rank that they would give, `items` what is said of it, by name."""

    key: int
    number: str
    title: str
    lost: str
    points: str
    place: str
    reason: str
    items: tuple[tuple[str, str], ...]


def loss_blocks(setting: CommuneSetting, row: int, losses: Sequence[UnitLoss]) -> tuple[LossBlock, ...]:
    """The losses that are told at length."""
    return tuple(_block(setting, row, loss) for loss in losses[:MOST])


def _block(setting: CommuneSetting, row: int, loss: UnitLoss) -> LossBlock:
    scored, lang, criterion = setting.scored, setting.lang, loss.criterion
    why = setting.reasons.why(row, criterion.number)
    decimals = scored.decimals_at(criterion.number)
    return LossBlock(
        key=list(scored.sheet.scheme.criteria).index(criterion.number),
        number=criterion.number,
        title="" if setting.once else criterion.title,
        lost=number(loss.lost, decimals, lang),
        points=points_words(why.mark, decimals, lang),
        place=_place_words(setting, row, loss),
        reason=address(scored.sheet.table.units[row].code, criterion.number),
        items=tuple((name, words) for name, words in _items(setting, why) if words),
    )


def _place_words(setting: CommuneSetting, row: int, loss: UnitLoss) -> str:
    """Which rank the points of a loss alone would give."""
    new, lang = setting.places.with_points(row, loss.lost), setting.lang
    if new is None or new.rank is None:
        return ""
    index = number(new.index, setting.scored.sheet.scheme.index_decimals, lang)
    rank = int(setting.scored.sheet.ranks[row])
    if new.rank == rank:
        return pick(lang, f"→ {index}%, vẫn hạng {rank}", f"→ {index}%, still rank {rank}")
    return pick(lang, f"→ {index}%, hạng {new.rank}", f"→ {index}%, rank {new.rank}")


def _items(setting: CommuneSetting, why: Why) -> tuple[tuple[str, str], ...]:
    scored, lang, criterion = setting.scored, setting.lang, why.criterion
    own = (
        (pick(lang, "Đã chấm", "Scored"), why_words(setting, why)),
        (pick(lang, "Chưa có", "Unknown"), _unknown(setting, why)),
        (pick(lang, "Để đủ điểm", "For full points"), full_words(scored, why, lang)),
    )
    return own if setting.once else (*own, *texts_of(scored, criterion, lang))


def _unknown(setting: CommuneSetting, why: Why) -> str:
    """The figures that nobody has given, by name."""
    table, indicators = setting.scored.sheet.table, setting.scored.sheet.scheme.indicators
    codes = setting.scored.facts[why.criterion.number]
    return ", ".join(indicators[code].label(setting.lang) for code in codes if not table.known(why.row, code))


def texts_of(scored: ScoredStage, criterion: Criterion, lang: Lang) -> tuple[tuple[str, str], ...]:
    """What the scheme says of a criterion: its rule, the evidence asked for, the remedy."""
    return (
        (pick(lang, "Cách tính", "Rule"), rule_words(scored.sheet.scheme, criterion, scored.methods, lang)),
        (pick(lang, "Minh chứng", "Evidence"), criterion.evidence),
        (pick(lang, "Khắc phục", "Remedy"), criterion.remedy),
    )
