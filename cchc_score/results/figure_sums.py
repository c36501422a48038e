"""The figures of many units added up: what each row of the form comes to, and who has given nothing for it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from cchc_score.facts import Table
from cchc_score.model import Form, FormRow, Indicator, RowKind, Unit, Value
from cchc_score.points import plain
from cchc_score.results.result_json import SCHEMA_VERSION

ADDED = frozenset({"count", "decimal", "money"})
"""The kinds of figures of which a sum means something; of shares and points it means nothing."""
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Share:
    """What all units together have of a whole, from those that gave both; None of a whole of 0."""

    part: Fraction
    whole: Fraction
    units: int

    @property
    def percent(self) -> Fraction | None:
        """The share in percent."""
        return self.part / self.whole * _HUNDRED if self.whole else None


@dataclass(frozen=True, slots=True)
class FigureSum:
    """One figure of all units: `given` says of how many it is known, `absent` and `doubtful` name units.

    There is a `total` of what can be added, the `lowest` and `highest` of any number or day, the `answers` by their
    codes ('yes', 'no', an option; of days 'came' and 'never'), and a `share` where it is part of another figure.
    """

    given: int
    absent: tuple[Unit, ...] = ()
    doubtful: tuple[Unit, ...] = ()
    total: Fraction | None = None
    lowest: Fraction | date | None = None
    highest: Fraction | date | None = None
    answers: tuple[tuple[str, int], ...] = ()
    share: Share | None = None


@dataclass(frozen=True, slots=True)
class SummedRow:
    """One row of the form, or one figure where there is no form, with what it comes to; a bare heading has no sum."""

    code: str
    section: str
    label: str
    unit: str
    kind: RowKind
    indicator: Indicator | None
    sum: FigureSum | None


@dataclass(frozen=True, slots=True)
class SummedFigures:
    """The rows in the order of the form, the units of which they are made, and what these rest on."""

    title: str
    period: int
    stage: str
    units: tuple[Unit, ...]
    rows: tuple[SummedRow, ...]


def summed_rows(
    form: Form | None, indicators: Mapping[str, Indicator], asked: Sequence[str], table: Table, rows: Sequence[int]
) -> tuple[SummedRow, ...]:
    """What the rows of a form come to over some rows of a table; without a form the figures that are `asked` for."""
    sums = _Sums(indicators, table, rows)
    if form is None:
        return tuple(_bare_row("", indicators[code].name, indicators[code], sums) for code in asked)
    found = [_form_row(form, row, sums) for row in form.rows.values()]
    for section in form.tables:
        if section.lines is not None:
            found += [
                _bare_row(section.name, name, indicators[code], sums) for name, code in section.lines.sums.items()
            ]
    return tuple(found)


def _bare_row(section: str, label: str, indicator: Indicator, sums: "_Sums") -> SummedRow:
    """A row that stands in no line of a form."""
    return SummedRow(
        code="",
        section=section,
        label=label,
        unit=indicator.unit,
        kind="leaf",
        indicator=indicator,
        sum=sums.of(indicator.code),
    )


def _form_row(form: Form, row: FormRow, sums: "_Sums") -> SummedRow:
    indicator = sums.indicators[row.indicator] if row.indicator else None
    found = sums.of(indicator.code) if indicator else _header_sum(form, row, sums)
    unit = row.unit or (indicator.unit if indicator else "")
    label = f"{row.label} [{row.column}]" if row.column else row.label
    # A row that is printed without a code has one of its own, which nobody has seen.
    code = "" if "/" in row.printed_code else row.printed_code
    return SummedRow(
        code=code, section=row.section, label=label, unit=unit, kind=row.kind, indicator=indicator, sum=found
    )


def _header_sum(form: Form, row: FormRow, sums: "_Sums") -> FigureSum | None:
    """What a heading comes to that repeats a row or adds up several; None for any other."""
    parts = (row.same_as,) if row.same_as else row.sum_of
    codes = [form.rows[part].indicator for part in parts if part in form.rows]
    if not codes or None in codes or len(codes) < len(parts):
        return None
    return sums.of_several([code for code in codes if code])


class _Sums:
    """The figures of some rows of a table."""

    def __init__(self, indicators: Mapping[str, Indicator], table: Table, rows: Sequence[int]) -> None:
        self.indicators, self.table, self.rows = indicators, table, rows

    def of(self, code: str) -> FigureSum:
        """What one figure comes to."""
        indicator, table = self.indicators[code], self.table
        known = [row for row in self.rows if table.known(row, code)]
        there = frozenset(known)
        values = [table.value(row, code) for row in known]
        numbers = [value for value in values if isinstance(value, Fraction)]
        lowest, highest = _ends(values)
        return FigureSum(
            given=len(known),
            absent=self._named(row for row in self.rows if row not in there),
            doubtful=self._named(row for row in self.rows if (row, code) in table.doubts),
            total=sum(numbers, Fraction()) if known and indicator.kind in ADDED else None,
            lowest=lowest,
            highest=highest,
            answers=_answers(indicator, values),
            share=self._share(indicator),
        )

    def of_several(self, codes: Sequence[str]) -> FigureSum | None:
        """What some figures come to together, from the units that gave all of them; None where they cannot be added."""
        if any(self.indicators[code].kind not in ADDED for code in codes):
            return None
        table = self.table
        known = [row for row in self.rows if all(table.known(row, code) for code in codes)]
        there = frozenset(known)
        numbers = [value for row in known for code in codes if isinstance(value := table.value(row, code), Fraction)]
        return FigureSum(
            given=len(known),
            absent=self._named(row for row in self.rows if row not in there),
            doubtful=self._named(row for row in self.rows if any((row, code) in table.doubts for code in codes)),
            total=sum(numbers, Fraction()) if known else None,
        )

    def _share(self, indicator: Indicator) -> Share | None:
        whole = indicator.part_of
        if whole is None or not indicator.share or indicator.kind not in ADDED:
            return None
        table = self.table
        both = [row for row in self.rows if table.known(row, indicator.code) and table.known(row, whole)]
        parts, wholes = (
            [value for row in both if isinstance(value := table.value(row, code), Fraction)]
            for code in (indicator.code, whole)
        )
        return Share(sum(parts, Fraction()), sum(wholes, Fraction()), len(both))

    def _named(self, rows: Any) -> tuple[Unit, ...]:
        return tuple(self.table.units[row] for row in rows)


def _ends(values: Sequence[Value]) -> tuple[Fraction | date | None, Fraction | date | None]:
    """The least and the most of some numbers, or the first and the last of some days; of answers neither."""
    numbers = sorted(value for value in values if isinstance(value, Fraction))
    days = sorted(value for value in values if isinstance(value, date))
    return (numbers[0], numbers[-1]) if numbers else (days[0], days[-1]) if days else (None, None)


def _answers(indicator: Indicator, values: Sequence[Value]) -> tuple[tuple[str, int], ...]:
    """How many units gave each answer, those that nobody gave too."""
    codes: tuple[str, ...]
    if indicator.kind == "yes_no":
        codes = ("yes", "no")
        counts = Counter("yes" if value else "no" for value in values)
    elif indicator.kind == "option":
        codes = tuple(option.code for option in indicator.options)
        counts = Counter(map(str, values))
    elif indicator.kind == "date":
        codes = ("came", "never")
        counts = Counter("never" if value is None else "came" for value in values)
    else:
        return ()
    return tuple((code, counts[code]) for code in codes) if values else ()


def summed_data(found: SummedFigures) -> dict[str, Any]:
    """The rows for machines: numbers as exact decimals or fractions in texts, units by their codes."""
    return {
        "schema_version": SCHEMA_VERSION,
        "form": found.title,
        "period": found.period,
        "stage": found.stage,
        "units": [{"code": unit.code, "name": unit.name} for unit in found.units],
        "rows": [_row_data(row) for row in found.rows],
    }


def _row_data(row: SummedRow) -> dict[str, Any]:
    return {
        "row": row.code,
        "table": row.section,
        "label": row.label,
        "unit": row.unit,
        "indicator": row.indicator.code if row.indicator else None,
        "sum": _sum_data(row.sum) if row.sum else None,
    }


def _sum_data(found: FigureSum) -> dict[str, Any]:
    share = found.share
    return {
        "given": found.given,
        "absent": [unit.code for unit in found.absent],
        "doubtful": [unit.code for unit in found.doubtful],
        "total": _plain(found.total),
        "lowest": _plain(found.lowest),
        "highest": _plain(found.highest),
        "answers": dict(found.answers),
        "share": None
        if share is None
        else {
            "part": plain(share.part),
            "whole": plain(share.whole),
            "percent": _plain(share.percent),
            "units": share.units,
        },
    }


def _plain(value: Fraction | date | None) -> str | None:
    return plain(value) if isinstance(value, Fraction) else value.isoformat() if value is not None else None
