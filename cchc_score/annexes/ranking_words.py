"""How a scheme rounds, ranks and classes, in the words of a decision."""

from collections.abc import Iterator

from cchc_score.model import ClassLimit, Scheme
from cchc_score.rule_words import class_from_words
from cchc_score.text import Lang, number, pick


def ranking_lines(scheme: Scheme, lang: Lang) -> tuple[str, ...]:
    """Rounding, index, whose units, ranking, ties, units with missing figures, classes; a line each."""
    lines = (
        _rounding(scheme, lang),
        _index(scheme, lang),
        _units(scheme, lang),
        _compared(scheme, lang),
        _ties(scheme, lang),
        _incomplete(scheme, lang),
        *_classes(scheme, lang),
    )
    return tuple(line for line in lines if line)


def class_words(scheme: Scheme, limit: ClassLimit, lang: Lang) -> str:
    """A class with the index from which it is given, and the share that each area or criterion must reach."""
    words = [f"{limit.name}: {pick(lang, 'từ', 'from')} {class_from_words(scheme, limit, lang)}"]
    if limit.each_area_from is not None:
        least = number(limit.each_area_from, None, lang)
        words.append(pick(lang, f"mỗi lĩnh vực từ {least}%", f"each area from {least}%"))
    if limit.each_criterion_from is not None:
        least = number(limit.each_criterion_from, None, lang)
        words.append(pick(lang, f"mỗi tiêu chí từ {least}%", f"each criterion from {least}%"))
    return ", ".join(words)


def _classes(scheme: Scheme, lang: Lang) -> Iterator[str]:
    if scheme.classes:
        listed = "; ".join(class_words(scheme, limit, lang) for limit in scheme.classes)
        yield f"{pick(lang, 'Xếp loại', 'Classes')}: {listed}."


def _rounding(scheme: Scheme, lang: Lang) -> str:
    if scheme.rounding == "never":
        return pick(
            lang,
            "Làm tròn: điểm không làm tròn khi tính, chỉ khi in.",
            "Rounding: points are rounded in print alone.",
        )
    decimals = sorted({scheme.decimals_of(leaf) for leaf in scheme.leaves})
    places = f"{decimals[0]}" if len(decimals) == 1 else f"{decimals[0]}-{decimals[-1]}"
    return pick(
        lang,
        f"Làm tròn: điểm từng tiêu chí đến {places} chữ số thập phân, từ 5 trở lên thì làm tròn lên.",
        f"Rounding: points of each criterion, half up to {places} decimals.",
    )


def _index(scheme: Scheme, lang: Lang) -> str:
    """The index, and what is done above 100, where a bonus could lead there."""
    words = pick(
        lang,
        "Chỉ số: tổng điểm / tổng điểm tối đa của các tiêu chí được áp dụng x 100",
        "Index: total / maximum of all criteria that apply x 100",
    )
    if any(area.kind == "bonus" for area in scheme.areas):
        keep = scheme.ranking.above_100 == "keep"
        words += pick(
            lang,
            f"; có điểm thưởng thì {'được' if keep else 'không được'} quá 100",
            f"; with a bonus it {'may' if keep else 'may not'} pass 100",
        )
    return f"{words}."


def _units(scheme: Scheme, lang: Lang) -> str:
    day = f"{scheme.units_day:%d/%m/%Y}"
    return pick(lang, f"Đơn vị được chấm: tồn tại vào ngày {day}.", f"Units: those that exist on {day}.")


def _compared(scheme: Scheme, lang: Lang) -> str:
    ranking, decimals = scheme.ranking, scheme.index_decimals
    group = (
        pick(lang, "chung mọi đơn vị", "all units together")
        if ranking.group_by == "none"
        else pick(lang, "riêng từng loại đơn vị", "each kind of units by itself")
    )
    by = (
        pick(lang, "theo chỉ số chính xác", "by the exact index")
        if ranking.compare == "exact"
        else pick(
            lang,
            f"theo chỉ số làm tròn đến {decimals} chữ số thập phân",
            f"by the index rounded to {decimals} decimals",
        )
    )
    return f"{pick(lang, 'Xếp hạng', 'Ranking')}: {group}, {by}."


def _ties(scheme: Scheme, lang: Lang) -> str:
    words = {
        "standard": pick(lang, "cùng hạng, hạng sau bỏ cách (1, 1, 3)", "one rank, the next left out (1, 1, 3)"),
        "dense": pick(lang, "cùng hạng, hạng sau liền kề (1, 1, 2)", "one rank, then the next (1, 1, 2)"),
        "list": pick(lang, "theo thứ tự danh sách đơn vị", "in the order of the list of units"),
    }[scheme.ranking.ties]
    return f"{pick(lang, 'Bằng nhau', 'Ties')}: {words}."


def _incomplete(scheme: Scheme, lang: Lang) -> str:
    if scheme.ranking.incomplete == "low":
        return pick(
            lang,
            "Thiếu số liệu: xếp hạng theo điểm đã chắc chắn.",
            "Missing figures: ranked by the points that are certain.",
        )
    return pick(lang, "Thiếu số liệu: không xếp hạng, không xếp loại.", "Missing figures: neither a rank nor a class.")
