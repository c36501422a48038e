"""A table as a file that a browser saves."""

from collections.abc import Mapping
from types import MappingProxyType

from django.http import HttpResponse

from cchc_score.office.form_sheet import FormSheet
from cchc_score.office.table_file import table_bytes
from cchc_score.text import Lang

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "csv": "text/csv; charset=utf-8",
    }
)
"""The types of content of the files, by their endings."""


def table_answer(sheet: FormSheet, kind: str, name: str, lang: Lang) -> HttpResponse:
    """A table as a file of one of the kinds, called by a name in plain letters."""
    response = HttpResponse(table_bytes(sheet, kind, lang), content_type=KINDS[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response
