"""Figures that contradict each other: found and marked, never corrected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from cchc_score.figure_relations import FigureRelation, broken_relations, is_far, relations_of
from cchc_score.findings import Finding, Place, Words
from cchc_score.intake.reports import ProseFigure, Report, ReportedFact
from cchc_score.model import NUMBERS, Form, FormRow, Indicator
from cchc_score.text import number

Doubt = tuple[frozenset[str], Finding]
"""The indicators in doubt, and why."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The known facts of one unit, by indicator."""

    unit: str
    facts: Mapping[str, ReportedFact]
    indicators: Mapping[str, Indicator]
    days: tuple[date, date] | None = None
    """The first and the last day of the year, where days are held against it."""

    def number(self, code: str) -> Fraction | None:
        """A known number."""
        fact = self.facts.get(code)
        return fact.value if fact is not None and isinstance(fact.value, Fraction) else None

    def place(self, code: str) -> Place:
        """Where a known fact stands."""
        return self.facts[code].place(self.unit)

    def name(self, code: str) -> Words:
        """A fact's name, with its row in the form."""
        fact = self.facts.get(code)
        row = f" ({fact.origin.row})" if fact is not None and fact.origin.row else ""
        words = self.indicators[code].words
        return Words(words.vi + row, words.en + row)


def contradictions(figures: Figures) -> Iterator[Doubt]:
    """What the relations of indicators say about one unit's facts."""
    # By code, for findings must not hang on the order in which documents gave the facts.
    for code in sorted(figures.facts):
        indicator = figures.indicators[code]
        value = figures.number(code)
        yield from _far_day(figures, code)
        # Answers and days have no relations.
        if value is None or indicator.kind not in NUMBERS:
            continue
        for relation in broken_relations(code, figures.indicators, figures.number):
            yield frozenset({code, *relation.others}), _broken(figures, relation)
        if indicator.kind == "percent" and value > 100:
            args = {"fact": figures.name(code), "value": value}
            yield frozenset({code}), Finding("percent-above-100", figures.place(code), args)
        # Half of all spreadsheets keep 96% as 0.96; a share so small is rare, and easily asked about.
        if indicator.kind == "percent" and 0 < value <= 1:
            args = {"fact": figures.name(code), "value": value, "meant": 100 * value}
            yield frozenset({code}), Finding("percent-fraction", figures.place(code), args)


def concerned(indicators: Mapping[str, Indicator], days: tuple[date, date] | None) -> frozenset[str]:
    """The indicators about whose figures `contradictions` can say anything; those of others it need not be given."""
    found = set()
    for code, indicator in indicators.items():
        found |= {one for relation in relations_of(code, indicators) for one in (code, *relation.others)}
        if indicator.kind == "percent" or (indicator.kind == "date" and days is not None):
            found.add(code)
    return frozenset(found)


def _far_day(figures: Figures, code: str) -> Iterator[Doubt]:
    """A day that no deadline of the year can be about: a slip of ten years, or of a hundred."""
    day = figures.facts[code].value
    if figures.days is not None and isinstance(day, date) and is_far(day, figures.days):
        args = {"fact": figures.name(code), "day": f"{day:%d/%m/%Y}", "year": str(figures.days[1].year)}
        yield frozenset({code}), Finding("day-far", figures.place(code), args)


def _broken(figures: Figures, relation: FigureRelation) -> Finding:
    """The finding about a broken relation, at the figure that declares it."""
    value, place = figures.number(relation.code), figures.place(relation.code)
    name, names = figures.name(relation.code), tuple(figures.name(other) for other in relation.others)
    numbers = [figures.number(other) for other in relation.others]
    if relation.kind == "part_of":
        return Finding("part-above-whole", place, {"part": name, "value": value, "whole": names[0], "most": numbers[0]})
    if relation.kind == "sum_of":
        added = sum((number for number in numbers if number is not None), Fraction(0))
        return Finding("parts-not-whole", place, {"whole": name, "value": value, "parts": names, "sum": added})
    args = {"first": name, "value": value, "second": names[0], "other": numbers[0]}
    return Finding("exclusive-above-100", place, args)


def header_doubts(report: Report, figures: Figures, form: Form) -> Iterator[Doubt]:
    """What the values printed in a report's header rows say about the rows under them."""
    for code, (value, origin) in sorted(report.headers.items()):
        row, place = form.rows[code], origin.place(figures.unit)
        if row.same_as is not None:
            yield from _same(report, figures, form, form.rows[row.same_as], Fraction(value), place)
        elif row.sum_of:
            yield from _header_sum(figures, form, row.sum_of, Fraction(value), place)


def prose_doubts(report: Report, figures: Figures) -> Iterator[Doubt]:
    """What the prose of a report says beside its appendix: it proposes what is unknown, and contradicts what is not."""
    for figure in report.prose_figures:
        prose = figure.prose
        place = Place(report.place.file, figure.line, figures.unit)
        if report.paragraphs:
            place = replace(place, line=0, paragraph=figure.line)
        if prose.indicator is not None:
            value = figures.number(prose.indicator)
            args: dict[str, object] = {"fact": figures.name(prose.indicator), "said": figure.value, "text": figure.text}
            if value is None:
                # No indicator is in doubt: an unknown fact cannot be, and what prose says never becomes one.
                yield frozenset(), Finding("prose-proposes", place, args)
            elif abs(value - figure.value) >= Fraction(1, 10**figure.decimals):
                # A rounded figure agrees with an exact one: only a whole step of what is printed is a difference.
                doubted = frozenset({prose.indicator})
                yield doubted, Finding("prose-differs", place, {**args, "value": value})
        elif prose.whole is not None:
            yield from _share_said(report, figures, figure, prose.whole, place)


def _share_said(report: Report, figures: Figures, figure: ProseFigure, whole: str, place: Place) -> Iterator[Doubt]:
    numbers = [figures.number(code) for code in figure.prose.part]
    # Where the appendix does not know the whole, the prose may propose it.
    proposed = (other.value for other in report.prose_figures if other.prose.indicator == whole)
    most = figures.number(whole)
    most = next(proposed, None) if most is None else most
    if None in numbers or not most:
        return
    part = sum((number for number in numbers if number is not None), Fraction(0))
    share = 100 * part / most
    # People round by hand, up or down: only a whole step of what they print is a difference.
    if abs(share - figure.value) >= Fraction(1, 10**figure.decimals):
        names = tuple(figures.name(code) for code in figure.prose.part)
        args = {
            "said": figure.value, "text": figure.text, "parts": names, "part": part, "most": most,
            "whole": figures.indicators[whole].words, "share": Words(number(share, 2, "vi"), number(share, 2, "en")),
        }  # fmt: skip
        yield frozenset(figure.prose.part), Finding("prose-share-differs", place, args)


def _same(
    report: Report, figures: Figures, form: Form, row: FormRow, header: Fraction, place: Place
) -> Iterator[Doubt]:
    if row.indicator is None:
        return
    value = figures.number(row.indicator)
    if value is None:
        yield from _shifted(report, figures, form, row, header, place)
    elif value != header:
        args = {"header": header, "row": row.code, "value": value}
        # The parts are a second witness: where they bear the row out, the header is wrong.
        doubted = frozenset() if _corroborated(figures, row.indicator, value) else frozenset({row.indicator})
        yield doubted, Finding("header-differs", place, args)


def _corroborated(figures: Figures, code: str, value: Fraction) -> bool:
    """Whether the parts of an indicator are all known and add up to it: then the header is wrong, not the row."""
    parts = [part.code for part in figures.indicators.values() if part.part_of == code and part.kind in NUMBERS]
    numbers = [figures.number(part) for part in parts]
    known = [number for number in numbers if number is not None]
    return bool(parts) and len(known) == len(parts) and sum(known, Fraction(0)) == value


def _shifted(
    report: Report, figures: Figures, form: Form, row: FormRow, header: Fraction, place: Place
) -> Iterator[Doubt]:
    """A blank row whose expected value stands in the row just above it: very likely shifted, and never moved."""
    # A row that the document does not print at all has no place from which its value could have slipped.
    if row.code not in report.blank:
        return
    # Of several columns a value slips down its own.
    codes = [code for code, other in form.rows.items() if other.column == row.column]
    before = codes.index(row.code) - 1
    # A value slips to the row that stands above on paper, which is the one above in the form.
    above = form.rows[codes[before]] if before >= 0 else row
    near = above.section == row.section
    if near and above.indicator is not None and figures.number(above.indicator) == header:
        args = {"value": header, "row": above.code, "blank": row.code}
        yield frozenset({above.indicator}), Finding("value-shifted", place, args)


def _header_sum(figures: Figures, form: Form, rows: tuple[str, ...], header: Fraction, place: Place) -> Iterator[Doubt]:
    codes = [form.rows[row].indicator for row in rows]
    numbers = [figures.number(code) if code else None for code in codes]
    if None in numbers:
        return
    added = sum((number for number in numbers if number is not None), Fraction(0))
    if added != header:
        args = {"header": header, "rows": rows, "sum": added}
        yield frozenset(code for code in codes if code), Finding("header-sum-differs", place, args)
