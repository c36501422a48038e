"""Words of classes: why a unit misses the class of its index."""

from cchc_score.explain.missed_class import MissedClass, UnmetCondition
from cchc_score.model import Scheme
from cchc_score.text import Lang, number, pick, shown

MOST = 3
"""So many conditions are named; a class that asks for a share of every criterion may be missed by dozens."""


def missed_words(scheme: Scheme, missed: MissedClass, lang: Lang) -> str:
    """Which class a unit has not, and every area and criterion that keeps it from it."""
    listed = [_condition_words(scheme, one, lang) for one in missed.conditions[:MOST]]
    more = len(missed.conditions) - MOST
    if more > 0:
        listed.append(pick(lang, f"và {more} mục khác", f"and {more} more"))
    return f"{missed_mark(missed, lang)}: {', '.join(listed)}"


def missed_mark(missed: MissedClass, lang: Lang) -> str:
    """That a unit misses a class by its conditions, briefly."""
    return pick(lang, f"chưa đạt điều kiện của {missed.name}", f"conditions of {missed.name} not met")


def _condition_words(scheme: Scheme, one: UnmetCondition, lang: Lang) -> str:
    if one.kind == "area":
        area = next(area for area in scheme.areas if area.code == one.place)
        name = f"{pick(lang, 'lĩnh vực', 'area')} {area.number} {area.label(lang)}"
    else:
        name = f"{pick(lang, 'tiêu chí', 'criterion')} {one.place} {scheme.criteria[one.place].title}"
    share = f"{shown(one.printed(scheme.index_decimals), lang)}%"
    least = f"{number(one.at_least, None, lang)}%"
    return pick(lang, f"{name} đạt {share}, cần từ {least}", f"{name} has {share} of the {least} asked for")
