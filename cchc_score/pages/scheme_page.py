"""A scheme as an evaluator reads it: the annex, and the reporting form that it implies."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cchc_score.analysis.required_facts import RequiredFact
from cchc_score.annexes.annex_sheet import AREA_KINDS
from cchc_score.annexes.annex_words import annex_rule, annex_text
from cchc_score.annexes.ranking_words import ranking_lines
from cchc_score.catalogue.labels import INDICATOR_KINDS, SOURCES
from cchc_score.formats import Page, Sheet, TypedCell
from cchc_score.model import Area, Context, Criterion, Indicator, Scheme
from cchc_score.pages.page_table import PageColumn, page_table, points_cell
from cchc_score.results.scheme_view import SchemeView, scheme_data
from cchc_score.rule_words import unheld_words, used
from cchc_score.text import Lang, pick


@dataclass(frozen=True, slots=True)
class _AnnexLine:
    """A line of the annex: an area, or a criterion of it."""

    number: str
    title: str
    most: TypedCell
    rule: str | TypedCell
    evidence: str = ""
    basis: str = ""
    remedy: str = ""
    facts: str = ""
    above: bool = False
    """Whether it stands above others: an area, or the sum of all."""


def scheme_page(view: SchemeView, lang: Lang) -> Page:
    """The annex and the form; the title is the scheme's."""
    context = (_context(view.scheme, lang),) if view.scheme.context else ()
    sheets = (_annex(view, lang), _form(view, lang), *context)
    return Page(view.scheme.title, sheets, _notes(view.scheme, lang), lambda: scheme_data(view, lang))


def kind_words(indicator: Indicator, lang: Lang) -> str:
    """What kind of value an indicator has; for a choice its answers too."""
    words = pick(lang, *INDICATOR_KINDS[indicator.kind])
    answers = ", ".join(
        option.name_en if lang == "en" and option.name_en else option.name for option in indicator.options
    )
    return f"{words}: {answers}" if answers else words


def _annex(view: SchemeView, lang: Lang) -> Sheet:
    lines = list(_annex_lines(view, lang))
    columns: list[PageColumn[_AnnexLine]] = [
        PageColumn(pick(lang, "TT", "No."), lambda line: line.number, "code"),
        PageColumn(pick(lang, "Tiêu chí", "Criterion"), lambda line: line.title),
        PageColumn(pick(lang, "Tối đa", "Maximum"), lambda line: line.most, "points"),
        PageColumn(pick(lang, "Cách tính điểm", "Rule"), lambda line: line.rule),
        PageColumn(pick(lang, "Tài liệu kiểm chứng", "Evidence"), lambda line: line.evidence),
        PageColumn(pick(lang, "Căn cứ, ghi chú", "Reference, note"), lambda line: line.basis),
        PageColumn(pick(lang, "Cách cải thiện", "Remedy"), lambda line: line.remedy),
        PageColumn(pick(lang, "Số liệu cần có", "Facts needed"), lambda line: line.facts),
    ]
    # A column in which nothing stands takes room from the others.
    filled = [column for column in columns if any(cell.text for cell in column.typed_cells(lines))]
    table = page_table(filled, lines, pick(lang, "Bộ tiêu chí", "Scheme"))
    return replace(table, strong=frozenset(number for number, line in enumerate(lines) if line.above))


def _annex_lines(view: SchemeView, lang: Lang) -> Iterator[_AnnexLine]:
    """Every area, and below it its criteria; at the end the maximum of all."""
    for area in view.scheme.areas:
        yield _area_line(area, lang)
        for criterion in view.scheme.criteria.values():
            if criterion.area == area.code:
                yield _criterion_line(view, criterion, lang)
    most = points_cell(view.scheme.max_points, None, lang)
    yield _AnnexLine(number="", title=pick(lang, "TỔNG CỘNG", "TOTAL"), most=most, rule="", above=True)


def _area_line(area: Area, lang: Lang) -> _AnnexLine:
    # That it is not held comes before its kind: nothing of it is scored.
    words = pick(lang, *AREA_KINDS[area.kind]) if area.held else unheld_words(area.reason, lang)
    most = points_cell(area.max_points, None, lang)
    # A format may know no bold: capitals tell an area from its criteria.
    return _AnnexLine(number=str(area.number), title=area.label(lang).upper(), most=most, rule=words, above=True)


def _criterion_line(view: SchemeView, criterion: Criterion, lang: Lang) -> _AnnexLine:
    return _AnnexLine(
        number=criterion.number,
        title=criterion.title,
        most=points_cell(criterion.max_points, None, lang),
        rule=TypedCell(
            annex_text(view.scheme, criterion, view.methods, lang),
            lines=annex_rule(view.scheme, criterion, view.methods, lang),
        ),
        evidence=criterion.evidence,
        basis="; ".join(filter(None, (criterion.reference, criterion.note))),
        remedy=criterion.remedy,
        facts="; ".join(
            view.scheme.indicators[code].label(lang) for code in used(view.scheme, criterion, view.methods)
        ),
    )


def _form(view: SchemeView, lang: Lang) -> Sheet:
    columns: list[PageColumn[RequiredFact]] = [
        PageColumn(pick(lang, "Dòng", "Row"), lambda fact: fact.row or "-", "code"),
        PageColumn(pick(lang, "Số liệu", "Fact"), lambda fact: fact.indicator.label(lang)),
        PageColumn(pick(lang, "Mã", "Code"), lambda fact: fact.indicator.code, "code"),
        PageColumn(pick(lang, "Đơn vị tính", "Unit"), lambda fact: fact.indicator.unit),
        PageColumn(pick(lang, "Loại", "Kind"), lambda fact: kind_words(fact.indicator, lang)),
        PageColumn(pick(lang, "Nguồn", "Source"), lambda fact: pick(lang, *SOURCES[fact.indicator.source])),
        PageColumn(pick(lang, "Tiêu chí", "Criteria"), lambda fact: ", ".join(fact.criteria)),
    ]
    return page_table(columns, view.facts, pick(lang, "Biểu số liệu cần báo cáo", "Facts to report"))


def _context(scheme: Scheme, lang: Lang) -> Sheet:
    """The figures that are listed without being scored, and why."""
    columns: list[PageColumn[Context]] = [
        PageColumn(pick(lang, "Số liệu", "Fact"), lambda one: scheme.indicators[one.indicator].label(lang)),
        PageColumn(pick(lang, "Lý do", "Reason"), lambda one: one.reason),
    ]
    return page_table(columns, scheme.context, pick(lang, "Số liệu không chấm điểm", "Facts that are not scored"))


def _notes(scheme: Scheme, lang: Lang) -> tuple[str, ...]:
    # A scheme without a decision must not be taken for one that is in force.
    real = scheme.decision or pick(lang, "minh họa, không phải quyết định nào", "illustrative, no real decision")
    basis = f"{scheme.code}, {pick(lang, 'phiên bản', 'version')} {scheme.version}, {_period(scheme, lang)}; {real}."
    return (*ranking_lines(scheme, lang), basis)


def _period(scheme: Scheme, lang: Lang) -> str:
    if scheme.days is None:
        return str(scheme.period)
    first, last = (f"{day:%d/%m/%Y}" for day in scheme.days)
    return pick(lang, f"{scheme.period} (từ {first} đến {last})", f"{scheme.period} (from {first} to {last})")
