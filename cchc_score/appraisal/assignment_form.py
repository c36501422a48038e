"""The form of who appraises what: a row for each unit, a column for each area, names in the cells."""

from collections.abc import Sequence
from dataclasses import replace

from cchc_score.appraisal.assignments import assigned
from cchc_score.appraisal.cell_states import appraised_leaves
from cchc_score.appraisal.self_score_sheet import head_lines
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.workbook_columns import ROUND
from cchc_score.intake.figure_form import unit_headings
from cchc_score.model import Area
from cchc_score.office.form_sheet import FormColumn, FormSheet
from cchc_score.text import Lang, pick

ASSIGNED_BY = ("Người phân công", "Assigned by")
"""What stands before the name of whoever assigns."""
TITLE = ("BẢNG PHÂN CÔNG THẨM ĐỊNH NĂM", "WHO APPRAISES WHAT IN")
_LABEL, _NAMES = 18, 20
"""The widths in characters of the first column, above which labels stand, and of one of names."""


def area_heading(area: Area, lang: Lang) -> str:
    """The heading of the column of an area, which begins with its number."""
    return f"{area.number}. {area.label(lang)}"


def assignment_form(stages: Stages, round: int, rows: Sequence[int], lang: Lang) -> FormSheet:
    """The form for some units, with the names of those who appraise already; `round` is 0 for every round."""
    leaves = appraised_leaves(stages)
    areas = [
        area
        for area in stages.scheme.areas
        if any(stages.scheme.criteria[number].area == area.code for number in leaves)
    ]
    _, day = head_lines(None, lang)
    lines = (
        *([f"{pick(lang, *ROUND)}: {round}"] if round else []),
        pick(
            lang,
            "Mỗi ô ghi tên người thẩm định; nhiều người thì cách nhau bằng dấu chấm phẩy; ô trống là chưa phân công."
            " Để tệp vào thư mục thẩm định của năm.",
            "A cell names who appraises; several names with a semicolon between; a blank one is assigned to nobody."
            " Put the file into the year's folder of the appraisal.",
        ),
        f"{pick(lang, *ASSIGNED_BY)}:",
        day,
    )
    code, name = unit_headings(lang)
    columns = (
        replace(code, width=_LABEL),
        name,
        *(FormColumn(area_heading(area, lang), _NAMES, filled=True, words=True) for area in areas),
    )
    appraisers = assigned(stages, round)
    units = stages.reported_table.units

    def names(row: int, area: Area) -> str:
        own = [number for number in leaves if stages.scheme.criteria[number].area == area.code]
        found = {appraisers.get((row, number), ()) for number in own}
        return "; ".join(found.pop()) if len(found) == 1 else ""

    cells = [(units[row].code, units[row].name, *(names(row, area) for area in areas)) for row in rows]
    asked = frozenset((len(lines) - 2, len(lines) - 1))
    title = f"{pick(lang, *TITLE)} {stages.scheme.period}"
    return FormSheet(pick(lang, "Phân công", "Assignments"), title, lines, columns, cells, asked=asked, held=2)
