"""The tables of an annex that follow from the result alone, made anew and compared number by number."""

from collections.abc import Iterator

from cchc_score.findings import Words
from cchc_score.formats import Sheet, TypedCell
from cchc_score.report.annex.annex_areas import areas_part
from cchc_score.report.annex.annex_document import AnnexDocument, AnnexPart
from cchc_score.report.annex.annex_ranking import ranking_part, summary_part
from cchc_score.report.annex.annex_sheets import sheet_parts
from cchc_score.report.annex.scored_anew import NumberDifference
from cchc_score.results.area_parts import area_parts
from cchc_score.results.ranked_units import ranking
from cchc_score.results.scored import ScoredStage
from cchc_score.text import Lang, pick

_WORDS = (("Đơn vị", "Unit"), ("Xếp loại", "Class"), ("Lĩnh vực, tiêu chí", "Area, criterion"))
"""The columns of words that follow from the result; others hold reasons and remarks."""


def table_differences(document: AnnexDocument, scored: ScoredStage) -> tuple[int, list[NumberDifference]]:
    """How many cells were compared, and those that are others than when they are made anew."""
    anew = {part.title: part for part in _parts(document, scored)}
    count, found = 0, []
    for part in document.parts:
        own = anew.get(part.title)
        if own is None:
            continue
        if len(own.tables) != len(part.tables):
            found.append(NumberDifference(Words(part.title, part.title), str(len(part.tables)), str(len(own.tables))))
            continue
        for told, made in zip(part.tables, own.tables, strict=True):
            for place, cell, other in _pairs(told.sheet, made.sheet, document.lang):
                count += 1
                if cell != other:
                    found.append(NumberDifference(Words(*[f"{part.title}, {place}"] * 2), cell, other))
    return count, found


def _parts(document: AnnexDocument, scored: ScoredStage) -> Iterator[AnnexPart]:
    """The parts of the kinds that the document has, made of what was scored anew."""
    names, lang, ranked = {part.name for part in document.parts}, document.lang, ranking(scored)
    if "ranking" in names:
        yield ranking_part(ranked, lang, document.letterhead.by_kind)
    if "summary" in names:
        yield summary_part(ranked, lang)
    if "areas" in names:
        yield areas_part(ranked, area_parts(scored), lang)
    if "sheets" in names:
        yield from sheet_parts(scored, range(len(scored.sheet.table.units)), lang)


def _pairs(told: Sheet, made: Sheet, lang: Lang) -> Iterator[tuple[str, str, str]]:
    """The cells of both in the columns that both have, with the row and the column in words."""
    words = {pick(lang, *one) for one in _WORDS}
    columns = {heading.text: at for at, heading in enumerate(made.headings)}
    if len(told.rows) != len(made.rows):
        yield "", str(len(told.rows)), str(len(made.rows))
        return
    for row, own in zip(told.typed_rows, made.typed_rows, strict=True):
        for heading, cell in zip(told.headings, row, strict=True):
            at = columns.get(heading.text)
            if at is not None and (own[at].kind != "text" or heading.text in words):
                yield f"{_name(own)}, {heading.text}", cell.text, own[at].text


def _name(row: tuple[TypedCell, ...]) -> str:
    """What a row is about: its first words."""
    return next((cell.text for cell in row if cell.kind == "text"), "")
