"""What a leader reads first: a sentence with the finding, a line of what it is about, and the figures asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.model import Outcome
from cchc_score.pages.notes import stage_words
from cchc_score.pages.statistics_notes import class_name
from cchc_score.report.html.area_names import short_names, within_sentence
from cchc_score.results.area_spread import spread_at
from cchc_score.results.claim_gaps import claim_gaps
from cchc_score.results.ranked_units import RankingLine, UnitRanking
from cchc_score.results.ranking_statistics import group_statistics
from cchc_score.sheet import plain_steps
from cchc_score.text import Lang, number, pick, shown

FEW = 4
"""Of fewer ranked units nobody asks for the middle."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a leader asks for, and what it is."""

    number: str
    words: str


def over_line(result: UnitRanking, lang: Lang) -> str:
    """What, where, which year, how many units, which stage."""
    scored, units = result.scored, len(result.lines)
    counted = pick(lang, f"{units} đơn vị", f"{units} unit{'s' if units != 1 else ''}")
    stage = stage_words(scored.stage, lang) if scored.stages is not None else stage_words("reported", lang)
    return f"{scored.sheet.scheme.title} · {counted} · {stage}"


def title_sentence(result: UnitRanking, lang: Lang) -> str:
    """Who leads, where the middle lies, and where most points are lost."""
    parts = [_leaders(result, lang), _middle(result, lang), _dearest_area(result, lang)]
    first, *rest = [part for part in parts if part]
    return first + (f"; {', '.join(rest)}" if rest else "")


def _leaders(result: UnitRanking, lang: Lang) -> str:
    groups = [(group, [line for line in lines if line.rank == 1]) for group, lines in result.groups.items()]
    led = [(group, first) for group, first in groups if first]
    if not led:
        return pick(lang, "Chưa đơn vị nào có hạng", "No unit has a rank yet")
    if len(led) == 1:
        ranked = sum(line.rank is not None for line in result.lines)
        return _leading(led[0][1], lang) if ranked > 1 else _alone(led[0][1][0], lang)
    leading = [f"{_names(first, lang)} ({group})" for group, first in led]
    return pick(lang, "Dẫn đầu: ", "In the lead: ") + ", ".join(leading)


def _alone(line: RankingLine, lang: Lang) -> str:
    share = shown(line.index or "", lang)
    return pick(lang, f"{line.unit.name} đạt {share}%", f"{line.unit.name} has {share}%")


def _leading(first: Sequence[RankingLine], lang: Lang) -> str:
    names, share = _names(first, lang), shown(first[0].index or "", lang)
    if len(first) == 1:
        return pick(lang, f"{names} dẫn đầu với {share}%", f"{names} leads with {share}%")
    return pick(lang, f"{names} cùng dẫn đầu với {share}%", f"{names} lead with {share}%")


def _names(first: Sequence[RankingLine], lang: Lang) -> str:
    if len(first) > 2:
        return pick(lang, f"{len(first)} đơn vị", f"{len(first)} units")
    return pick(lang, " và ", " and ").join(line.unit.name for line in first)


def _middle(result: UnitRanking, lang: Lang) -> str:
    ranked = [line.row for line in result.lines if line.rank is not None]
    spread = spread_at(result.scored, "total", ranked)
    if spread is None or len(ranked) < FEW:
        return ""
    middle = number(spread.median, 1, lang)
    return pick(lang, f"đơn vị đứng giữa đạt {middle}%", f"the middle unit has {middle}%")


def _dearest_area(result: UnitRanking, lang: Lang) -> str:
    scheme = result.scored.sheet.scheme
    losses = {area.code: _area_loss(result, area.code) for area in scheme.areas if area.kind == "normal"}
    if not losses or not max(losses.values()):
        return ""
    name = within_sentence(short_names(scheme, lang)[max(losses, key=lambda code: losses[code])])
    return pick(lang, f"mất nhiều điểm nhất ở {name}", f"most points are lost in {name}")


def _area_loss(result: UnitRanking, code: str) -> Fraction:
    cells = result.scored.sheet.areas[code]
    return sum(
        (Fraction(plain_steps(cells.reachable[row]) - plain_steps(cells.low[row])) for row in result.rows), Fraction(0)
    )


def lede(result: UnitRanking, lang: Lang) -> str:
    """What an index is, and what keeps it from being the last word."""
    sentences = [
        pick(
            lang,
            "Chỉ số là phần trăm điểm đạt được trên số điểm tối đa của từng đơn vị.",
            "The index is the share of its own maximum that a unit reached, in percent.",
        )
    ]
    others, usual = _other_maxima(result)
    if others:
        most = number(usual, None, lang)
        sentences.append(
            pick(
                lang,
                f"{others} đơn vị có mức tối đa khác {most} điểm vì có tiêu chí không tính cho đơn vị đó.",
                f"Units with another maximum than {most} points, because criteria do not count for them: {others}.",
            )
        )
    provisional = sum(_provisional(result, line.row) for line in result.lines)
    if provisional:
        sentences.append(
            pick(
                lang,
                f"{provisional} đơn vị còn tạm tính: số liệu thiếu hoặc đang chờ được tính 0 điểm.",
                f"Provisional units: {provisional}; what is missing or awaited counts as 0 points.",
            )
        )
    return " ".join(sentences)


def _other_maxima(result: UnitRanking) -> tuple[int, Fraction]:
    """How many units have another maximum than most, and what most have."""
    step = int(10**result.scored.sheet.scheme.decimals)
    maxima = [Fraction(plain_steps(result.cells.reachable[row])) / step for row in result.rows]
    usual = max(sorted(set(maxima)), key=maxima.count, default=Fraction(0))
    return sum(one not in (usual, 0) for one in maxima), usual


def _provisional(result: UnitRanking, row: int) -> bool:
    cells = result.cells
    open_ = cells.outcome[row] in (int(Outcome.MISSING), int(Outcome.PENDING))
    return bool(open_ or cells.low[row] != cells.high[row])


def figures(result: UnitRanking, lang: Lang) -> tuple[Figure, ...]:
    """Highest, mean, lowest index; how many of each class; points against the self-scores."""
    found: list[Figure] = []
    decimals = result.scored.sheet.scheme.index_decimals
    groups = group_statistics(result)
    if len(groups) == 1 and groups[0].indices is not None:
        indices = groups[0].indices
        for value, words in (
            (indices.highest, pick(lang, "cao nhất", "highest")),
            (indices.mean, pick(lang, "trung bình", "mean")),
            (indices.lowest, pick(lang, "thấp nhất", "lowest")),
        ):
            found.append(Figure(f"{number(value, decimals, lang)}%", words))
    return (*found, *_class_figures(result, lang), *_claim_figure(result, lang))


def _class_figures(result: UnitRanking, lang: Lang) -> tuple[Figure, ...]:
    counts: dict[str, int] = {}
    for one in group_statistics(result):
        for given in one.classes:
            name = within_sentence(class_name(given, lang))
            counts[name] = counts.get(name, 0) + given.count
    if not counts:
        return ()
    return (Figure(" · ".join(str(count) for count in counts.values()), " · ".join(counts)),)


def _claim_figure(result: UnitRanking, lang: Lang) -> tuple[Figure, ...]:
    gaps = claim_gaps(result.scored)
    known = [gap for row in result.rows if (gap := gaps[row]) is not None]
    if not known:
        return ()
    mean = sum(known, Fraction(0)) / len(known)
    sign = "+" if mean > 0 else ""
    words = pick(lang, "điểm so với tự chấm, trung bình", "points against the self-scores, mean")
    return (Figure((sign + number(mean, 2, lang)).replace("-", "−"), words),)
