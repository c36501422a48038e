"""The strip of words beside a score that says on what it rests."""

from dataclasses import dataclass

from cchc_score.results.data_quality import UnitQuality
from cchc_score.text import Lang, pick


@dataclass(frozen=True, slots=True)
class Pill:
    """A state in a word or two; its `tone` is '' of what is done, 'w' what waits, 'd' doubt, 'x' a stop."""

    words: str
    tone: str


_KINDS = (
    ("failed", ("lỗi cách tính", "failed"), "x"),
    ("missing", ("thiếu", "missing"), "w"),
    ("pending", ("chờ", "pending"), "w"),
    ("in_doubt", ("nghi vấn", "in doubt"), "d"),
    ("by_hand", ("ấn định", "by hand"), ""),
    ("left_out", ("không tính", "left out"), "d"),
)


def quality_pills(quality: UnitQuality, lang: Lang) -> tuple[Pill, ...]:
    """A pill for each state that any criterion is in, with how many are."""
    counts = ((getattr(quality, name), words, tone) for name, words, tone in _KINDS)
    return tuple(Pill(f"{pick(lang, *words)} {count}", tone) for count, words, tone in counts if count)


def quality_legend(lang: Lang) -> str:
    """What the words of the strip mean."""
    return pick(
        lang,
        "Số liệu: số tiêu chí thiếu số liệu, chờ điều tra hoặc thẩm định, có số liệu nghi vấn, do người thẩm định ấn"
        " định; nội dung điều chỉnh không được tính.",
        "Data: how many criteria lack figures, await survey or appraisal, rest on figures in doubt, were set by"
        " appraisers; entries of the appraisal left out.",
    )
