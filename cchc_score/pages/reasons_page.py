"""Why a unit has its points: from the index down to one criterion, or all criteria with what each one cost."""

from cchc_score.findings import Place
from cchc_score.formats import Page, Sheet
from cchc_score.pages.all_criteria import criteria_sheet
from cchc_score.pages.criterion_details import detail_sheets
from cchc_score.pages.index_way import way_sheet
from cchc_score.pages.notes import scheme_notes
from cchc_score.pages.one_criterion import criterion_sheet
from cchc_score.results.reasons import UnitReasons, reasons_data
from cchc_score.text import Lang, pick


def reasons_page(result: UnitReasons, lang: Lang) -> Page:
    """Why a unit has its index and, where one criterion is explained, what that criterion gives it."""
    scored, unit = result.scored, result.unit
    title = pick(lang, f"Diễn giải điểm của {unit.name} ({unit.code})", f"Why {unit.name} ({unit.code})")
    notes = [finding.words(lang) for finding in scored.findings if _concerns(finding.place, result)]
    return Page(
        f"{title} - {scored.sheet.scheme.title}",
        _sheets(result, lang),
        (*notes, *scheme_notes(scored, lang)),
        lambda: reasons_data(result, lang),
    )


def _sheets(result: UnitReasons, lang: Lang) -> tuple[Sheet, ...]:
    scored = result.scored
    if not result.criterion:
        return way_sheet(scored, result.row, None, lang), criteria_sheet(result, lang)
    (why,) = result.reasons
    way = way_sheet(scored, result.row, why.criterion, lang)
    return way, criterion_sheet(result, why, lang), *detail_sheets(scored, why, lang)


def _concerns(place: Place, result: UnitReasons) -> bool:
    """Whether a finding is about the unit and, where one criterion is explained, about it or one of its figures."""
    scored, criterion = result.scored, result.criterion
    if place.unit != result.unit.label:
        return False
    # What is about neither a criterion nor a row is about the unit as a whole.
    if not criterion or not (place.criterion or place.row):
        return True
    origins = [scored.sheet.table.origins.get((result.row, code)) for code in scored.facts[criterion]]
    # A finding about a figure names the row of the form, and no criterion.
    # A figure of a file without rows has none, and is not meant by a finding without one.
    return place.criterion == criterion or (bool(place.row) and place.row in {one.row for one in origins if one})
