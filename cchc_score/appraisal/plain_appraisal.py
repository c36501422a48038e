"""The plain form of an appraisal, for paper and for CSV: two tables a unit, without what only a workbook needs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from cchc_score.appraisal.self_score_sheet import head_lines
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.workbook_columns import (
    COLUMNS,
    FILLED,
    NAMES,
    ROUND,
    RowValues,
    TargetKind,
)
from cchc_score.appraisal.workbook_export import AppraisalRows
from cchc_score.model import Unit
from cchc_score.office.csv_form import cell_text
from cchc_score.office.form_sheet import FormColumn, FormSheet, FormValue
from cchc_score.points import decimals_needed
from cchc_score.text import Lang, pick

WIDTHS: Mapping[TargetKind, Mapping[str, int]] = MappingProxyType(
    {
        "criterion": {
            "unit": 11,
            "criterion": 11,
            "title": 24,
            "rule": 32,
            "most": 12,
            "claimed": 12,
            "proof": 18,
            "said": 18,
            "facts": 26,
            "figures": 12,
            "before": 24,
            "old": 12,
            "new": 12,
            "reason": 22,
            "evidence": 20,
        },
        "indicator": {
            "unit": 11,
            "indicator": 30,
            "title": 32,
            "measure": 10,
            "criteria": 11,
            "source": 20,
            "row": 9,
            "before": 24,
            "old": 18,
            "new": 16,
            "reason": 26,
            "evidence": 24,
        },
    }
)
"""The columns of each table, under the headings of the workbook, and how wide they are beside one another.

Who appraised when is said above them, once.
"""
_TWO_GROUPS = 10**6
"""From here on a number has two marks of thousands, which can be nothing else."""
_STAYS = ("unit", "criterion", "indicator", "title", "old", *FILLED)


def plain_appraisal(
    found: AppraisalRows, stages: Stages, units: Sequence[Unit], round: int, lang: Lang
) -> list[FormSheet]:
    """The tables of some units, without what a survey alone gives: nobody appraises that."""
    tables: list[FormSheet] = []
    for unit in units:
        for about in NAMES:
            rows = [
                row
                for (code, target), row in found.rows[about].items()
                if code == unit.code and target not in found.closed
            ]
            lines = () if tables else tuple(_lines(stages, round, lang))
            if rows:
                table = _table(about, rows, unit, lines, lang)
                # Each unit's tables can be handed to somebody else.
                tables.append(replace(table, new_page=bool(tables) and about == "criterion"))
    # Where there is nothing to appraise the form says so by having no rows.
    return tables or [_table("criterion", [], units[0], tuple(_lines(stages, round, lang)), lang)]


def _lines(stages: Stages, round: int, lang: Lang) -> Iterator[str]:
    """What stands once, above the first table."""
    scheme = stages.scheme
    yield f"{pick(lang, *ROUND)}: {round}"
    yield f"{pick(lang, 'Bộ tiêu chí', 'Scheme')}: {scheme.title} ({scheme.code})"
    vi, en, _ = COLUMNS["criterion"]["by"]
    yield f"{pick(lang, vi, en)}:"
    yield head_lines(None, lang)[1]
    yield pick(
        lang,
        "Cột Điểm mới: giữ nguyên thì ghi x; điểm khác, hoặc giá trị mới của số liệu, thì phải có lý do và tài liệu"
        " kiểm chứng, hoặc ghi: không có. Dòng để trống là chưa xem. Không sửa các cột khác.",
        "New mark: write x to keep a mark; another mark, or a new value of a figure, needs a reason and evidence, or"
        " the word: none. A blank row was not looked at. Leave the other columns as they are.",
    )


def _table(about: TargetKind, rows: Sequence[RowValues], unit: Unit, lines: tuple[str, ...], lang: Lang) -> FormSheet:
    # A column that helps and has nothing to say only takes room.
    roles = [role for role in WIDTHS[about] if role in _STAYS or any(row.get(role) for row in rows)]
    columns = tuple(
        FormColumn(
            pick(lang, *COLUMNS[about][role][:2]),
            WIDTHS[about][role],
            filled=role in FILLED,
            words=role in ("reason", "evidence"),
            printed=role in ("most", "claimed", "figures", "old", "row"),
        )
        for role in roles
    )
    name = pick(lang, *NAMES[about])
    title = f"{pick(lang, 'BẢNG THẨM ĐỊNH', 'APPRAISAL')}: {unit.name} ({unit.code}) – {name}"
    cells = [tuple(_shown(role, row.get(role), lang) for role in roles) for row in rows]
    return FormSheet(name, title, lines, columns, cells)


def _shown(role: str, value: FormValue, lang: Lang) -> FormValue:
    return unmistakable(value, lang) if role == "old" and isinstance(value, Fraction) else value


def unmistakable(value: Fraction, lang: Lang) -> str:
    """A number in words that are read back as the same: '1.234' alone might be thousands or decimals."""
    text = cell_text(value, lang)
    grouped = decimals_needed(value) is None or (value.denominator == 1 and value < _TWO_GROUPS)
    return text.replace(pick(lang, ".", ","), "") if grouped else text
