"""The appraisal as a workbook that a council fills: every mark and every fact that can be corrected, one a row."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from hashlib import sha256
from types import MappingProxyType
from typing import Literal

from cchc_score.appraisal.bases import Base
from cchc_score.appraisal.claims import given_by_others
from cchc_score.appraisal.council import outcome_words
from cchc_score.appraisal.nouns import Known, State
from cchc_score.appraisal.stages import Stages
from cchc_score.engine import held
from cchc_score.explain import answer_name, origin_words, used
from cchc_score.model import Criterion, Indicator, Outcome
from cchc_score.office.shape import FormColumn, FormSheet, Value, plain_text
from cchc_score.points import plain
from cchc_score.sheet import HandMark
from cchc_score.text import Lang, nfc, pick

About = Literal["criterion", "indicator"]
NAMES: Mapping[About, tuple[str, str]] = MappingProxyType(
    {"criterion": ("Điểm", "Marks"), "indicator": ("Số liệu", "Facts")}
)
"""The sheets by what their rows are about."""
ROUND = ("Vòng", "Round")
COMPUTED, UNKNOWN, NEVER = ("theo số liệu", "computed"), ("chưa có", "unknown"), ("không", "never")
"""The words for a mark that the rule gives, for a fact that nobody knows, and for a day that never came."""
_FILLED = {
    "reason": ("Lý do", "Reason", 36),
    "evidence": ("Tài liệu kiểm chứng", "Evidence", 36),
    "by": ("Người thẩm định", "Appraised by", 22),
    "on": ("Ngày", "Date", 12),
    "key": ("Mã dòng", "Row key", 12),
}
COLUMNS: Mapping[About, Mapping[str, tuple[str, str, int]]] = MappingProxyType(
    {
        "criterion": {
            "unit": ("Mã đơn vị", "Unit code", 12),
            "name": ("Tên đơn vị", "Unit", 26),
            "criterion": ("Số", "No.", 9),
            "title": ("Tiêu chí", "Criterion", 44),
            "most": ("Điểm tối đa", "Maximum", 10),
            "claimed": ("Đơn vị đã chấm", "Claimed", 14),
            "figures": ("Theo số liệu", "By figures", 14),
            "old": ("Điểm hiện tại", "Present mark", 14),
            "new": ("Điểm mới", "New mark", 14),
            **_FILLED,
        },
        "indicator": {
            "unit": ("Mã đơn vị", "Unit code", 12),
            "name": ("Tên đơn vị", "Unit", 26),
            "indicator": ("Mã chỉ tiêu", "Indicator", 26),
            "title": ("Chỉ tiêu", "Name", 44),
            "measure": ("Đơn vị tính", "Measured in", 12),
            "criteria": ("Dùng ở tiêu chí", "Used by", 16),
            "source": ("Tệp, dòng", "File and line", 30),
            "row": ("Hàng của phụ lục", "Row of the form", 10),
            "old": ("Giá trị hiện tại", "Present value", 16),
            "new": ("Giá trị mới", "New value", 16),
            **_FILLED,
        },
    }
)
"""The columns of each sheet in their order: their headings in both languages, and how wide they are.

No heading is one of a self-score table, for which nobody must take the workbook.
"""
FILLED = ("new", "reason", "evidence", "by", "on")
"""The columns that people fill; nobody changes the others."""
_KEY = 10
Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Board:
    """The rows of both sheets, by what they are about and their targets: the unit's code and a number or a code."""

    rows: Mapping[About, Mapping[tuple[str, str], Row]]

    def sheets(self, stages: Stages, round: int, lang: Lang) -> tuple[FormSheet, FormSheet]:
        """The sheets of a workbook, whose rows carry a key made of all that nobody changes."""
        return self._sheet("criterion", stages, round, lang), self._sheet("indicator", stages, round, lang)

    def _sheet(self, about: About, stages: Stages, round: int, lang: Lang) -> FormSheet:
        columns = COLUMNS[about]
        scheme = stages.scheme
        title = pick(lang, "BẢNG THẨM ĐỊNH", "APPRAISAL")
        lines = (
            f"{pick(lang, *ROUND)}: {round}",
            f"{pick(lang, 'Bộ tiêu chí', 'Scheme')}: {scheme.title} ({scheme.code})",
            pick(
                lang,
                "Chỉ điền các cột tô màu. Có giá trị mới thì phải có lý do và tài liệu kiểm chứng, hoặc ghi: không có.",
                "Fill the coloured columns only. A new value needs a reason and evidence, or the word: none.",
            ),
        )
        shapes = tuple(
            FormColumn(pick(lang, vi, en), width, role in FILLED, role in ("reason", "evidence", "by"))
            for role, (vi, en, width) in columns.items()
        )
        rows = [
            (*(row.get(role) for role in columns if role != "key"), row_key([row.get(one) for one in fixed(about)]))
            for row in self.rows[about].values()
        ]
        return FormSheet(pick(lang, *NAMES[about]), title, lines, shapes, rows, long=True)


def fixed(about: About) -> tuple[str, ...]:
    """The columns of a sheet that nobody changes, but for the key that is made of them."""
    return tuple(role for role in COLUMNS[about] if role not in (*FILLED, "key"))


def row_key(values: Sequence[Value]) -> str:
    """A key of what stands in a row: as short as tells any change of it by mistake."""
    told = json.dumps([comparable(value) for value in values], ensure_ascii=False)
    return sha256(told.encode()).hexdigest()[:_KEY]


def comparable(value: Value) -> str:
    """A value as one text, the same before it is written and after it is read."""
    if isinstance(value, Fraction):
        return plain(value)
    return value.isoformat() if isinstance(value, date) else nfc(plain_text(value or ""))


def board(stages: Stages, start: Base, rows: Sequence[int], lang: Lang) -> Board:
    """What a council can correct of some units, as it stands for further entries of a round."""
    assessed = held(stages.scheme)
    leaves = [one for one in stages.scheme.leaves if one.number in assessed]
    marks = {
        (stages.reported_table.units[row].code, leaf.number): _mark_row(stages, start, row, leaf, lang)
        for row in rows
        for leaf in leaves
    }
    users: dict[str, list[str]] = defaultdict(list)
    for criterion in stages.scheme.criteria.values():
        for code in used(criterion, stages.methods) if criterion.number in assessed else ():
            users[code].append(criterion.number)
    facts = {
        (stages.reported_table.units[row].code, code): _fact_row(stages, start, row, code, numbers, lang)
        for row in rows
        for code, numbers in users.items()
    }
    return Board({"criterion": marks, "indicator": facts})


def _mark_row(stages: Stages, start: Base, row: int, leaf: Criterion, lang: Lang) -> Row:
    unit = stages.reported_table.units[row]
    claimed, figures = (sheet.mark(row, sheet.criteria[leaf.number]) for sheet in (stages.self_scored, stages.reported))
    asked = not given_by_others(leaf, stages.scheme, stages.methods) and claimed.outcome != Outcome.MISSING
    return {
        "unit": unit.code,
        "name": unit.name,
        "criterion": leaf.number,
        "title": leaf.title,
        "most": leaf.max_points,
        "claimed": mark_value(HandMark(claimed.outcome, claimed.low), lang) if asked else None,
        "figures": mark_value(HandMark(figures.outcome, figures.low), lang),
        "old": mark_value(start.mark(row, leaf.number), lang),
    }


def _fact_row(stages: Stages, start: Base, row: int, code: str, numbers: Sequence[str], lang: Lang) -> Row:
    unit, indicator = stages.reported_table.units[row], stages.scheme.indicators[code]
    origin = start.table.origins.get((row, code))
    return {
        "unit": unit.code,
        "name": unit.name,
        "indicator": code,
        "title": indicator.label(lang),
        "measure": indicator.unit,
        "criteria": ", ".join(numbers),
        "source": origin_words(start.table, row, code, lang),
        "row": origin.row if origin else "",
        "old": fact_value(start.fact(row, code), indicator, lang),
    }


def mark_value(state: State, lang: Lang) -> Value:
    """A mark as a cell holds it: points, or the word for what stands in their place."""
    if not isinstance(state, HandMark):
        return pick(lang, *COMPUTED)
    return state.points if state.outcome == Outcome.SCORED else outcome_words(state.outcome, lang)


def fact_value(state: State, indicator: Indicator, lang: Lang) -> Value:
    """A fact as a cell holds it: a number, a day, an answer; or the word for one that is not known."""
    if not isinstance(state, Known):
        return pick(lang, *UNKNOWN)
    value = state.value
    if isinstance(value, bool):
        return answer_name(indicator, "yes" if value else "no", lang)
    if isinstance(value, str):
        return answers(indicator, lang).get(value, value)
    return pick(lang, *NEVER) if value is None else value


def answers(indicator: Indicator, lang: Lang) -> Mapping[str, str]:
    """The answers of an indicator by their codes: their names, where no two are called the same."""
    names = {one.code: answer_name(indicator, one.code, lang) for one in indicator.options}
    return names if len({name.casefold() for name in names.values()}) == len(names) else {code: code for code in names}
