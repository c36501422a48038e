"""The empty self-score table of a scheme, for one unit or for whoever fills it."""

from collections.abc import Mapping

from cchc_score.appraisal.claims import given_by_others
from cchc_score.appraisal.forms import head_lines, heading
from cchc_score.engine import held
from cchc_score.methods import Method
from cchc_score.model import Criterion, Scheme, Unit
from cchc_score.office.shape import FormColumn, FormSheet, Value
from cchc_score.text import Lang, pick

_WIDTHS = {"number": 8, "title": 48, "most": 10, "points": 12, "evidence": 36, "explanation": 30}
_FILLED, _WORDS = ("points", "evidence", "explanation"), ("number", "title", "evidence", "explanation")


def template(scheme: Scheme, methods: Mapping[str, Method], unit: Unit | None, lang: Lang) -> FormSheet:
    """The table: areas, criteria and their parts with their maxima, as far as they are assessed this year."""
    assessed = held(scheme)
    rows: list[tuple[Value, ...]] = []
    titles = []
    for area in scheme.areas:
        own = [one for one in scheme.criteria.values() if one.area == area.code and one.number in assessed]
        if not own:
            continue
        titles.append(len(rows))
        rows.append(
            (
                str(area.number),
                area.name_en if lang == "en" and area.name_en else area.name,
                area.max_points,
                *[None] * 3,
            )
        )
        for criterion in own:
            if criterion.parts:
                titles.append(len(rows))
            rows.append(
                (
                    criterion.number,
                    criterion.title,
                    criterion.max_points,
                    None,
                    None,
                    _remark(criterion, scheme, methods, lang),
                )
            )
    title = pick(
        lang, f"BẢNG TỰ CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM {scheme.period}", f"SELF-SCORE TABLE OF {scheme.period}"
    )
    lines = (*head_lines(unit, lang), f"{pick(lang, 'Bộ tiêu chí', 'Scheme')}: {scheme.title} ({scheme.code})")
    columns = tuple(
        FormColumn(heading(role, lang), width, role in _FILLED, role in _WORDS) for role, width in _WIDTHS.items()
    )
    return FormSheet(pick(lang, "Tự chấm", "Self-score"), title, lines, columns, rows, frozenset(titles))


def _remark(criterion: Criterion, scheme: Scheme, methods: Mapping[str, Method], lang: Lang) -> str | None:
    if criterion.parts or not given_by_others(criterion, scheme, methods):
        return None
    return pick(
        lang, "Do điều tra hoặc thẩm định cho điểm, không tự chấm", "Given by a survey or an appraiser; leave it empty"
    )
