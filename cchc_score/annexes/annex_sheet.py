"""A scheme as the annex of its decision: the table that a council prints."""

from collections.abc import Iterator, Mapping

from cchc_score.annexes.annex_words import annex_rule
from cchc_score.annexes.ranking_words import ranking_lines
from cchc_score.methods import Method
from cchc_score.model import Area, Criterion, Scheme
from cchc_score.office.form_sheet import FormColumn, FormSheet, FormValue
from cchc_score.rule_words import unheld_words
from cchc_score.text import Lang, pick

_Row = tuple[FormValue, ...]
AREA_KINDS: Mapping[str, tuple[str, str]] = {
    "normal": ("", ""),
    "bonus": ("Điểm thưởng, không quá mức tối đa", "Bonus, at most the maximum"),
    "penalty": ("Điểm trừ, không quá mức tối đa", "Penalty, at most the maximum"),
}
"""What an annex says of an area by its kind, in Vietnamese and English."""


def annex_sheet(scheme: Scheme, methods: Mapping[str, Method], lang: Lang) -> FormSheet:
    """The annex: areas in bold with their criteria below, and at the end the maximum of all."""
    rows = list(_rows(scheme, methods, lang))
    total: _Row = ("", pick(lang, "Tổng cộng", "Total"), scheme.max_points, "", "", "")
    titles = frozenset(at for at, (is_area, _) in enumerate(rows) if is_area) | {len(rows)}
    columns = _columns(lang)
    if not any(criterion.note for criterion in scheme.criteria.values()):
        # A column in which nothing stands takes room from the others.
        columns = columns[:-1]
    return FormSheet(
        name=pick(lang, "Phụ lục", "Annex"),
        title=scheme.title,
        lines=tuple(_lines(scheme, lang)),
        columns=columns,
        rows=[row[: len(columns)] for row in (*(row for _, row in rows), total)],
        titles=titles,
    )


def _columns(lang: Lang) -> tuple[FormColumn, ...]:
    return (
        FormColumn(pick(lang, "TT", "No."), 11, words=True, printed=True),
        FormColumn(pick(lang, "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Area/Criterion/Sub-criterion"), 44),
        FormColumn(pick(lang, "Điểm tối đa", "Maximum"), 12, printed=True),
        FormColumn(pick(lang, "Cách chấm", "Rule"), 56),
        FormColumn(pick(lang, "Tài liệu kiểm chứng", "Evidence"), 26),
        FormColumn(pick(lang, "Ghi chú", "Note"), 24),
    )


def _lines(scheme: Scheme, lang: Lang) -> Iterator[str]:
    # A scheme without a decision must not be taken for one that is in force.
    real = scheme.decision or pick(lang, "minh họa, không phải quyết định nào", "illustrative, no real decision")
    yield f"{pick(lang, 'Quyết định', 'Decision')}: {real}"
    version = f"{pick(lang, 'phiên bản', 'version')} {scheme.version}, {pick(lang, 'năm', 'year')} {scheme.period}"
    yield f"{pick(lang, 'Bộ tiêu chí', 'Scheme')}: {scheme.code}, {version}"
    yield from ranking_lines(scheme, lang)


def _rows(scheme: Scheme, methods: Mapping[str, Method], lang: Lang) -> Iterator[tuple[bool, _Row]]:
    """Every area, and below it its criteria; whether a row is an area's."""
    for area in scheme.areas:
        yield True, (str(area.number), area.label(lang), area.max_points, _area_words(area, lang), "", "")
        for criterion in scheme.criteria.values():
            if criterion.area == area.code:
                yield False, _criterion_row(scheme, criterion, methods, lang)


def _area_words(area: Area, lang: Lang) -> tuple[str, ...]:
    kind = pick(lang, *AREA_KINDS[area.kind])
    return (kind, "" if area.held else unheld_words(area.reason, lang))


def _criterion_row(scheme: Scheme, criterion: Criterion, methods: Mapping[str, Method], lang: Lang) -> _Row:
    rule = annex_rule(scheme, criterion, methods, lang)
    return (criterion.number, criterion.title, criterion.max_points, rule, criterion.evidence, criterion.note)
