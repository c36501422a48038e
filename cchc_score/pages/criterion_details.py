"""What one criterion of a unit rests on: figures, parts, entries of the appraisal, explanations; a table each."""

from cchc_score.appraisal.acts import Answer, Question
from cchc_score.appraisal.appraisal_model import Entry, Explanation
from cchc_score.catalogue.labels import ENDINGS
from cchc_score.explain.why import Why
from cchc_score.formats import Sheet, TypedCell
from cchc_score.pages.act_words import VERDICT_WORDS
from cchc_score.pages.mark_cells import certain_cell, reachable_cell
from cchc_score.pages.notes import mark_outcome_words
from cchc_score.pages.page_table import PageColumn, count_cell, page_table
from cchc_score.pages.reason_words import evidence_words, fact_cell, source_words, state_cell, target_words
from cchc_score.results.scored import ScoredStage
from cchc_score.rule_words import origin_words, unknown_words
from cchc_score.text import Lang, pick


def detail_sheets(scored: ScoredStage, why: Why, lang: Lang) -> tuple[Sheet, ...]:
    """The tables that have any line."""
    sheets = (
        _facts_sheet(scored, why, lang),
        _parts_sheet(scored, why, lang),
        _entries_sheet(scored, why, lang),
        _explanations_sheet(why, lang),
        _questions_sheet(why, lang),
    )
    return tuple(sheet for sheet in sheets if sheet.rows)


def _facts_sheet(scored: ScoredStage, why: Why, lang: Lang) -> Sheet:
    table, indicators, row = scored.sheet.table, scored.sheet.scheme.indicators, why.row

    def value(code: str) -> str | TypedCell:
        indicator = indicators[code]
        if table.known(row, code):
            return fact_cell(indicator, table.value(row, code), lang)
        return unknown_words(table, row, code, lang, source_words(indicator, lang))

    def origin(code: str, field: str) -> str:
        found = table.origins.get((row, code))
        # A figure that follows from others has no place in any file.
        return str(getattr(found, field)) if found else ""

    def doubt(code: str) -> str:
        return pick(lang, "có", "yes") if (row, code) in table.doubts else ""

    columns: list[PageColumn[str]] = [
        PageColumn(pick(lang, "Số liệu", "Figure"), lambda code: indicators[code].label(lang)),
        # Numbers for the most part, so that the few answers among them stand on the right as well.
        PageColumn(pick(lang, "Giá trị", "Value"), value, align="right"),
        PageColumn(pick(lang, "Ghi trong báo cáo", "As printed"), lambda code: origin(code, "printed")),
        PageColumn(pick(lang, "Dòng", "Row"), lambda code: origin(code, "row"), "code"),
        PageColumn(pick(lang, "Vị trí", "Where"), lambda code: origin_words(table, row, code, lang)),
        PageColumn(pick(lang, "Ghi chú", "Remark"), lambda code: origin(code, "remark")),
        PageColumn(pick(lang, "Nghi vấn", "In doubt"), doubt),
    ]
    return page_table(columns, scored.facts[why.criterion.number], pick(lang, "Số liệu", "Figures"))


def _parts_sheet(scored: ScoredStage, why: Why, lang: Lang) -> Sheet:
    sheet = scored.sheet
    marks = {number: sheet.mark(why.row, sheet.criteria[number]) for number in why.criterion.parts}

    def points(number: str) -> TypedCell:
        return certain_cell(marks[number], scored.decimals_at(number), lang)

    columns: list[PageColumn[str]] = [
        PageColumn(pick(lang, "TT", "No."), lambda number: number, "code"),
        PageColumn(pick(lang, "Tiêu chí", "Criterion"), lambda number: sheet.scheme.criteria[number].title),
        PageColumn(pick(lang, "Điểm", "Points"), points, "points"),
        PageColumn(pick(lang, "Tối đa", "Out of"), lambda number: reachable_cell(marks[number], lang), "points"),
        PageColumn(pick(lang, "Kết quả", "Outcome"), lambda number: mark_outcome_words(marks[number], lang)),
    ]
    return page_table(columns, why.criterion.parts, pick(lang, "Thành phần", "Parts"))


def _entries_sheet(scored: ScoredStage, why: Why, lang: Lang) -> Sheet:
    scheme = scored.sheet.scheme

    columns: list[PageColumn[tuple[Entry, str]]] = [
        PageColumn(pick(lang, "Vòng", "Round"), lambda pair: count_cell(pair[0].round, lang), "count"),
        PageColumn(pick(lang, "Về", "About"), lambda pair: target_words(scheme, pair[0], lang)),
        PageColumn(pick(lang, "Cũ", "Old"), lambda pair: state_cell(scheme, pair[0], pair[0].old, lang), align="right"),
        PageColumn(
            pick(lang, "Mới", "New"), lambda pair: state_cell(scheme, pair[0], pair[0].new, lang), align="right"
        ),
        PageColumn(pick(lang, "Lý do", "Reason"), lambda pair: pair[0].reason),
        PageColumn(pick(lang, "Minh chứng", "Evidence"), lambda pair: evidence_words(pair[0].evidence, lang)),
        PageColumn(pick(lang, "Người, ngày", "Who, when"), lambda pair: f"{pair[0].by}, {pair[0].on:%d/%m/%Y}"),
        PageColumn(pick(lang, "Kết quả xử lý", "Ending"), lambda pair: pick(lang, *ENDINGS[pair[1]])),
        PageColumn(pick(lang, "Mã", "Id"), lambda pair: pair[0].id, "code"),
    ]
    return page_table(columns, why.entries, pick(lang, "Thẩm định", "Appraisal"))


def _explanations_sheet(why: Why, lang: Lang) -> Sheet:
    columns: list[PageColumn[Explanation]] = [
        PageColumn(pick(lang, "Về mục", "On entry"), lambda answer: answer.entry, "code"),
        PageColumn(pick(lang, "Giải trình", "Explanation"), lambda answer: answer.text),
        PageColumn(pick(lang, "Minh chứng", "Evidence"), lambda answer: evidence_words(answer.evidence, lang)),
        PageColumn(pick(lang, "Người, ngày", "Who, when"), lambda answer: f"{answer.by}, {answer.on:%d/%m/%Y}"),
    ]
    if why.verdicts:
        decided = pick(lang, "Kết luận", "Decided")
        columns.append(PageColumn(decided, lambda answer: _verdict_words(why, answer.entry, lang)))
    return page_table(columns, why.explanations, pick(lang, "Giải trình của đơn vị", "The unit's explanations"))


def _verdict_words(why: Why, entry: str, lang: Lang) -> str:
    """What was last decided about the explanation of an entry, with the reason; empty where nothing was."""
    verdict = why.verdicts.get(entry)
    if verdict is None:
        return ""
    return f"{pick(lang, *VERDICT_WORDS[verdict.result])}: {verdict.reason} ({verdict.by}, {verdict.on:%d/%m/%Y})"


def _questions_sheet(why: Why, lang: Lang) -> Sheet:
    """A line for every answer, and one for a question without any."""
    lines = [(asked.question, answer) for asked in why.questions for answer in asked.answers or (None,)]
    columns: list[PageColumn[tuple[Question, Answer | None]]] = [
        PageColumn(pick(lang, "Vòng", "Round"), lambda line: count_cell(line[0].round, lang), "count"),
        PageColumn(pick(lang, "Câu hỏi", "Question"), lambda line: line[0].text),
        PageColumn(
            pick(lang, "Người hỏi, ngày", "Asked by, when"), lambda line: f"{line[0].by}, {line[0].on:%d/%m/%Y}"
        ),
        PageColumn(
            pick(lang, "Trả lời", "Answer"),
            lambda line: line[1].text if line[1] else pick(lang, "chưa trả lời", "not answered"),
        ),
        PageColumn(
            pick(lang, "Minh chứng", "Evidence"), lambda line: evidence_words(line[1].evidence, lang) if line[1] else ""
        ),
        PageColumn(
            pick(lang, "Người trả lời, ngày", "Answered by, when"),
            lambda line: f"{line[1].by}, {line[1].on:%d/%m/%Y}" if line[1] else "",
        ),
        PageColumn(pick(lang, "Mã", "Id"), lambda line: line[0].id, "code"),
    ]
    return page_table(columns, lines, pick(lang, "Hỏi đáp", "Questions and answers"))
