"""A commune's forms as files of one kind: a workbook with formulas, a Word document, or CSV."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from cchc_score.app.fill_forms import empty_form_year, form_year
from cchc_score.forms.form_kind import FormRequest, PreparedForm
from cchc_score.model import Unit
from cchc_score.office.form_sheet import FormSheet
from cchc_score.text import Lang

if TYPE_CHECKING:
    from cchc_score.forms.commune_plan import CommunePlan


def commune_forms(asked: FormRequest, figures: bool, claims: bool) -> PreparedForm:
    """The forms of some units with the figures, the self-score, or both."""
    # Loaded only for a command that writes one.
    from cchc_score.forms.commune_book import commune_books
    from cchc_score.forms.commune_plan import CommunePlan

    year = empty_form_year(asked.source) if asked.blank else form_year(asked.source, asked.units, asked.progress)
    plan = CommunePlan(year, asked.lang, figures, claims)
    book = commune_books(plan)

    def write(own: Sequence[Unit], kind: str) -> bytes:
        unit = own[0] if own else None
        return book(unit) if kind == "xlsx" else plain_file(plan, unit, kind)

    return PreparedForm(() if asked.blank else year.units, write)


def plain_file(plan: "CommunePlan", unit: Unit | None, kind: str) -> bytes:
    """The forms of a unit as plain tables in a file."""
    from cchc_score.forms.plain_figures import figure_sheets
    from cchc_score.forms.plain_self_score import self_score_sheet

    row = plan.year.row_of(unit)
    sheets = [*figure_sheets(plan, unit, row), *([self_score_sheet(plan, unit, row)] if plan.claims else [])]
    if kind == "csv":
        from cchc_score.office.csv_form import csv_texts

        return csv_texts(sheets, plan.lang)
    return _word(sheets, plan.lang, unit)


def _word(sheets: Sequence[FormSheet], lang: Lang, unit: Unit | None) -> bytes:
    from cchc_score.forms.word_head import write_word_foot, write_word_head
    from cchc_score.office.word_form import word_forms

    return word_forms(sheets, lang, partial(write_word_head, unit=unit, lang=lang), partial(write_word_foot, lang=lang))
