"""Figures that contradict each other: found, told, and marked; never corrected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from cchc_score.findings import Finding, Place, Words
from cchc_score.intake.told import Claim, Report, Told
from cchc_score.model import NUMBERS, Form, FormRow, Indicator
from cchc_score.text import number

Doubt = tuple[frozenset[str], Finding]
"""The indicators in doubt, and why."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The known facts of one unit, by indicator."""

    unit: str
    told: Mapping[str, Told]
    indicators: Mapping[str, Indicator]

    def number(self, code: str) -> Fraction | None:
        """A known number."""
        one = self.told.get(code)
        return one.value if one is not None and isinstance(one.value, Fraction) else None

    def place(self, code: str) -> Place:
        """Where a known fact stands."""
        return self.told[code].place(self.unit)

    def name(self, code: str) -> Words:
        """A fact's name, with its row in the form."""
        one = self.told.get(code)
        row = f" ({one.origin.row})" if one is not None and one.origin.row else ""
        words = self.indicators[code].words
        return Words(words.vi + row, words.en + row)


def contradictions(figures: Figures) -> Iterator[Doubt]:
    """What the relations of indicators say about one unit's facts."""
    for code in sorted(figures.told):
        indicator = figures.indicators[code]
        value = figures.number(code)
        if value is None or indicator.kind not in NUMBERS:
            continue
        if indicator.part_of is not None:
            yield from _part(figures, code, value, indicator.part_of)
        if indicator.sum_of:
            yield from _sum(figures, code, value, indicator.sum_of)
        for other in indicator.exclusive_with:
            # Both may name each other: the pair is told once.
            if code < other or code not in figures.indicators[other].exclusive_with:
                yield from _exclusive(figures, code, value, other)
        if indicator.kind == "percent" and value > 100:
            args = {"fact": figures.name(code), "value": value}
            yield frozenset({code}), Finding("percent-above-100", figures.place(code), args)


def _part(figures: Figures, code: str, value: Fraction, whole: str) -> Iterator[Doubt]:
    most = figures.number(whole)
    if most is not None and value > most:
        args = {"part": figures.name(code), "value": value, "whole": figures.name(whole), "most": most}
        yield frozenset({code, whole}), Finding("part-above-whole", figures.place(code), args)


def _sum(figures: Figures, code: str, value: Fraction, parts: tuple[str, ...]) -> Iterator[Doubt]:
    numbers = [figures.number(part) for part in parts]
    if None in numbers:
        return
    added = sum((number for number in numbers if number is not None), Fraction(0))
    if added != value:
        names = tuple(figures.name(part) for part in parts)
        args = {"whole": figures.name(code), "value": value, "parts": names, "sum": added}
        yield frozenset({code, *parts}), Finding("parts-not-whole", figures.place(code), args)


def _exclusive(figures: Figures, code: str, value: Fraction, other: str) -> Iterator[Doubt]:
    second = figures.number(other)
    if second is not None and value + second > 100:
        args = {"first": figures.name(code), "value": value, "second": figures.name(other), "other": second}
        yield frozenset({code, other}), Finding("exclusive-above-100", figures.place(code), args)


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
    for claim in report.claims:
        prose = claim.prose
        place = Place(report.place.file, claim.line, figures.unit)
        if report.paragraphs:
            place = replace(place, line=0, paragraph=claim.line)
        if prose.indicator is not None:
            value = figures.number(prose.indicator)
            args: dict[str, object] = {"fact": figures.name(prose.indicator), "said": claim.value, "text": claim.text}
            if value is None:
                yield frozenset(), Finding("prose-proposes", place, args)
            elif abs(value - claim.value) >= Fraction(1, 10**claim.decimals):
                doubted = frozenset({prose.indicator})
                yield doubted, Finding("prose-differs", place, {**args, "value": value})
        elif prose.whole is not None:
            yield from _share_said(report, figures, claim, prose.whole, place)


def _share_said(report: Report, figures: Figures, claim: Claim, whole: str, place: Place) -> Iterator[Doubt]:
    numbers = [figures.number(code) for code in claim.prose.part]
    # Where the appendix does not know the whole, the prose may propose it.
    proposed = (one.value for one in report.claims if one.prose.indicator == whole)
    most = figures.number(whole)
    most = next(proposed, None) if most is None else most
    if None in numbers or not most:
        return
    part = sum((number for number in numbers if number is not None), Fraction(0))
    share = 100 * part / most
    # People round by hand, up or down: only a whole step of what they print is a difference.
    if abs(share - claim.value) >= Fraction(1, 10**claim.decimals):
        names = tuple(figures.name(code) for code in claim.prose.part)
        args = {
            "said": claim.value, "text": claim.text, "parts": names, "part": part, "most": most,
            "whole": figures.indicators[whole].words, "share": Words(number(share, 2, "vi"), number(share, 2, "en")),
        }  # fmt: skip
        yield frozenset(claim.prose.part), Finding("prose-share-differs", place, args)


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
        doubted = frozenset() if _corroborated(figures, row.indicator, value) else frozenset({row.indicator})
        yield doubted, Finding("header-differs", place, args)


def _corroborated(figures: Figures, code: str, value: Fraction) -> bool:
    """Whether the parts of an indicator are all known and add up to it: then the header is wrong, not the row."""
    parts = [one.code for one in figures.indicators.values() if one.part_of == code and one.kind in NUMBERS]
    numbers = [figures.number(part) for part in parts]
    known = [number for number in numbers if number is not None]
    return bool(parts) and len(known) == len(parts) and sum(known, Fraction(0)) == value


def _shifted(
    report: Report, figures: Figures, form: Form, row: FormRow, header: Fraction, place: Place
) -> Iterator[Doubt]:
    """A blank row whose expected value stands in the row just above it: very likely shifted, and never moved."""
    if row.code not in report.blank:
        return
    codes = list(form.rows)
    before = codes.index(row.code) - 1
    above = form.rows[codes[before]] if before >= 0 else row
    if above.indicator is not None and figures.number(above.indicator) == header:
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
