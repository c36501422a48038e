"""What a commune reads first: a sentence with its place and what it could regain, its figures, its way to a class."""

from fractions import Fraction

from cchc_score.explain.missed_class import missed_class
from cchc_score.pages.class_words import missed_words
from cchc_score.pages.mark_cells import certain_cell, reachable_cell
from cchc_score.report.html.area_names import within_sentence
from cchc_score.report.html.commune_setting import CommuneSetting
from cchc_score.report.html.headline import Figure
from cchc_score.results.next_class import next_class
from cchc_score.results.ranked_units import RankingLine
from cchc_score.results.result_json import index_words, open_index
from cchc_score.text import Lang, number, pick


def commune_title(setting: CommuneSetting, line: RankingLine, regained: Fraction) -> str:
    """Where a unit stands, in which class, and where it would stand with so many points regained."""
    lang, index = setting.lang, f"{_index(setting, line)}%"
    name, class_name = line.unit.name, setting.scored.sheet.class_name(line.row)
    if line.rank is None:
        return pick(lang, f"{name} không xếp hạng, chỉ số {index}", f"{name} has no rank, its index is {index}")
    of = f"{setting.ranked[line.group]}{f' {line.group}' if line.group else ''}"
    place = pick(
        lang, f"{name} đứng thứ {line.rank} trên {of} với {index}", f"{name} stands {line.rank} of {of} with {index}"
    )
    classed = pick(lang, f", loại {within_sentence(class_name)}", f", class {class_name}") if class_name else ""
    return place + classed + _regained_words(setting, line, regained)


def _regained_words(setting: CommuneSetting, line: RankingLine, regained: Fraction) -> str:
    new = setting.places.with_points(line.row, regained) if regained else None
    if new is None or new.rank is None or new.rank == line.rank:
        return ""
    points = number(regained, 2, setting.lang)
    return pick(
        setting.lang,
        f"; lấy lại {points} điểm mất nhiều nhất thì lên thứ {new.rank}",
        f"; with the {points} points of its largest losses it would stand {new.rank}",
    )


def commune_figures(setting: CommuneSetting, line: RankingLine) -> tuple[Figure, ...]:
    """Index, rank, class, points of the maximum, and against the self-score."""
    scored, lang, row = setting.scored, setting.lang, line.row
    total = scored.sheet.mark(row, scored.sheet.total)
    points = f"{certain_cell(total, scored.decimals_at('total', row), lang).text} / {reachable_cell(total, lang).text}"
    found = [Figure(f"{_index(setting, line)}%", pick(lang, "chỉ số", "index"))]
    if line.rank is not None:
        found.append(Figure(str(line.rank), pick(lang, "hạng", "rank")))
    class_name = scored.sheet.class_name(row)
    if class_name:
        found.append(Figure(class_name, pick(lang, "xếp loại", "class")))
    found.append(Figure(points, pick(lang, "điểm trên tối đa", "points of the maximum")))
    gap = setting.gaps[row]
    if gap is not None:
        words = pick(lang, "điểm so với tự chấm", "points against the self-score")
        found.append(Figure(signed(gap, scored.sheet.scheme.decimals, lang), words))
    return tuple(found)


def signed(value: Fraction, decimals: int, lang: Lang) -> str:
    """A difference with its sign; a true minus, which is as wide as a plus."""
    return (("+" if value > 0 else "") + number(value, decimals, lang)).replace("-", "−") if value else "0"


def _index(setting: CommuneSetting, line: RankingLine) -> str:
    sheet = setting.scored.sheet
    total = sheet.mark(line.row, sheet.total)
    return index_words(line.index, open_index(total), sheet.scheme.index_decimals, setting.lang)


def class_sentences(setting: CommuneSetting, line: RankingLine) -> tuple[str, ...]:
    """How far the next class is, and which conditions keep the unit from the one of its index."""
    scored, lang = setting.scored, setting.lang
    missed, above = missed_class(scored.sheet, line.row), next_class(scored, line.row)
    found = []
    if above is not None and above.points:
        points, limit = number(above.points, 2, lang), number(above.at_least, None, lang)
        found.append(
            pick(
                lang,
                f"Cần thêm {points} điểm để đạt {above.name} (từ {limit}%).",
                f"{points} more points are needed for {above.name} (from {limit}%).",
            )
        )
    if missed is not None:
        words = missed_words(scored.sheet.scheme, missed, lang)
        found.append(f"{words[:1].upper()}{words[1:]}.")
    return tuple(found)
