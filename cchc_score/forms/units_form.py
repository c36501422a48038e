"""The form `units`: the list of units of the year."""

from collections.abc import Sequence

from cchc_score.app.choices import rows_of_units
from cchc_score.app.export_tables import units_of
from cchc_score.errors import ReportError
from cchc_score.forms.form_kind import FormKind, FormRequest, PreparedForm
from cchc_score.intake.units_file import HEADINGS
from cchc_score.model import Unit
from cchc_score.office.form_sheet import FormColumn, FormSheet, FormValue
from cchc_score.office.table_file import table_bytes
from cchc_score.text import Lang, pick

_SHOWN = {"code": "Mã đơn vị", "name": "Tên đơn vị", "kind": "Loại"}
_DAYS = ("valid_from", "valid_to")
_ROOM = 30
"""So many rows to be filled in has a list without any unit yet."""
_WIDTHS = {
    "code": 12,
    "name": 28,
    "kind": 14,
    "grade": 18,
    "valid_from": 12,
    "valid_to": 12,
    "predecessors": 26,
    "ranked": 10,
}


def units_form(units: Sequence[Unit], year: int, lang: Lang) -> FormSheet:
    """The list of units as a table to fill in, in the words that are read again."""
    shown = {column: heading.capitalize() for heading, column in reversed(list(HEADINGS.items()))} | _SHOWN
    columns = tuple(
        FormColumn(shown[column] if lang == "vi" else column, width, filled=True, words=column not in _DAYS)
        for column, width in _WIDTHS.items()
    )
    rows: list[tuple[FormValue, ...]] = [
        (
            unit.code,
            unit.name,
            unit.kind,
            unit.grade,
            unit.valid_from,
            unit.valid_to,
            " ".join(unit.predecessors),
            pick(lang, *(("có", "yes") if unit.ranked else ("không", "no"))),
        )
        for unit in units
    ] or [("",) * len(columns)] * _ROOM
    title = pick(lang, f"DANH SÁCH ĐƠN VỊ NĂM {year}", f"UNITS OF {year}")
    lines = (
        pick(
            lang,
            "Đơn vị trước: mã các đơn vị đã nhập thành đơn vị này, cách nhau bằng dấu cách. Xếp hạng: có hoặc không.",
            "predecessors: the codes of the units of which this one was made, with spaces between. ranked: yes or no.",
        ),
        pick(
            lang,
            'Để tệp vào thư mục của năm và ghi units = "tên tệp" trong cchc.toml.',
            'Put the file into the folder of the year, and write units = "its name" into cchc.toml.',
        ),
    )
    return FormSheet(pick(lang, "Đơn vị", "Units"), title, lines, columns, rows)


def _prepared(asked: FormRequest) -> PreparedForm:
    # Also those that are gone: the list says until when they were there.
    listed = _listed(asked)
    units = [listed[row] for row in rows_of_units(listed, asked.units)] if asked.units else listed
    year = asked.source.rules().scheme.period

    def write(own: Sequence[Unit], kind: str) -> bytes:
        return table_bytes(units_form(own, year, asked.lang), kind, asked.lang)

    return PreparedForm(tuple(units), write)


def _listed(asked: FormRequest) -> Sequence[Unit]:
    """The units that a year lists, or else those of its reports; none where the list is there and still empty."""
    try:
        return asked.source.units() or units_of(asked.source, (), asked.progress)
    except ReportError as error:
        if [finding.code for finding in error.findings] == ["units-empty"]:
            return ()
        raise


UNITS_FORM = FormKind("units", _prepared, files=("xlsx", "docx", "csv"), by_unit=False, lists=True)
