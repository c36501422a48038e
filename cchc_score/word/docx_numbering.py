"""The numbers that Word puts before paragraphs of a list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc_score.word.docx_tables import continues_above
from cchc_score.word.docx_xml import (
    Element,
    ancestor,
    attribute,
    count_value,
    descendants,
    outermost,
    part,
    parts,
    setting,
)

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def numeral(count: int, kind: str) -> str | None:
    """A count in a format of Word's, as 'upperRoman'; None in a format that is not known here."""
    if kind == "decimal":
        return str(count)
    if kind == "decimalZero":
        return f"{count:02}"
    # After 'z' Word doubles the letter: 'aa', 'bb'. Without a limit a start of 999,999,999 would fill the memory.
    if kind in ("lowerLetter", "upperLetter") and 0 < count <= 26 * 4:
        return chr((97 if kind[0] == "l" else 65) + (count - 1) % 26) * ((count + 25) // 26)
    if kind in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        return _roman(count) if kind[0] == "l" else _roman(count).upper()
    return None


def _roman(count: int) -> str:
    digits = ""
    for value, sign in _ROMAN:
        digits += sign * (count // value)
        count %= value
    return digits


LEVELS = 9
_LONGEST = 60
_STYLES = 12
"""A style follows at most so many others: Word allows no more, and a circle has no end."""
_SIGN = re.compile("%([1-9])")


@dataclass(slots=True)
class _List:
    """One list: how its levels are written, and how far each has counted."""

    levels: dict[int, Element]
    counts: dict[int, int] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)

    def step(self, level: int) -> None:
        """Count one more paragraph of a level; deeper levels begin anew."""
        self.counts[level] = self.counts[level] + 1 if level in self.counts else self.first(level)
        for deeper in [counted for counted in self.counts if counted > level]:
            # It counts levels from 1, and 0 means never; one that says nothing begins anew after every upper level.
            restart = count_value(setting(self.levels.get(deeper), "lvlRestart"), LEVELS)
            if level < restart:
                del self.counts[deeper]

    def first(self, level: int) -> int:
        return self.starts.get(level, count_value(setting(self.levels.get(level), "start"), 0))

    def label(self, level: int) -> str | None:
        """The number as it is shown; None when it is written in a way that is not known here."""
        own = self.levels.get(level)
        if own is None:
            return None
        kind = _kind(own)
        template = setting(own, "lvlText") or ""
        # A bullet is no number by which a row could be met, and not one that is unknown either.
        if kind in ("bullet", "none"):
            return ""
        if len(template) > _LONGEST:
            return None
        # Such a level shows the numbers of all upper ones as digits, whatever these use themselves.
        legal = part(own, "isLgl") is not None
        written = {sign: self._written(int(sign) - 1, legal) for sign in _SIGN.findall(template)}
        if None in written.values():
            return None
        label = _SIGN.sub(lambda match: written[match[1]] or "", template)
        # Word puts a tab behind a number unless told otherwise, which people see as a space.
        return label if setting(own, "suff") == "nothing" or not label else f"{label} "

    def _written(self, level: int, legal: bool) -> str | None:
        own = self.levels.get(level)
        if own is None:
            return None
        return numeral(self.counts.get(level, self.first(level)), "decimal" if legal else _kind(own))


@dataclass(slots=True)
class _Lists:
    """The lists of a document by the number under which paragraphs name them."""

    lists: dict[str, _List]
    restarts: dict[str, dict[int, int]]
    styles: Mapping[str, Element]

    def own(self, paragraph: Element) -> tuple[str, int] | None:
        """The list and the level of a paragraph, its own or those of its style."""
        rules = part(paragraph, "pPr")
        number, level = setting(rules, "numPr", "numId"), setting(rules, "numPr", "ilvl")
        style = setting(rules, "pStyle")
        # Only what a paragraph does not say itself is its style's, or that of a style on which the style is based.
        for _ in range(_STYLES):
            if number is not None or style is None or style not in self.styles:
                break
            rules = self.styles[style]
            own = part(rules, "pPr", "numPr")
            number = setting(own, "numId")
            if number is not None and level is None:
                level = setting(own, "ilvl") or self._linked(number, style)
            style = setting(rules, "basedOn")
        # A number of 0, which no list has, takes a paragraph out of the list of its style.
        if number is None or number not in self.lists:
            return None
        return number, min(count_value(level, 0), LEVELS - 1)

    def _linked(self, number: str, style: str) -> str | None:
        levels = self.lists[number].levels if number in self.lists else {}
        return next((str(level) for level, rules in levels.items() if setting(rules, "pStyle") == style), None)

    def next(self, number: str, level: int) -> str | None:
        """The number of the next paragraph of a list."""
        # Taken out when the list is first met: it starts anew once, not with each of its paragraphs.
        for restarted, start in self.restarts.pop(number, {}).items():
            self.lists[number].starts[restarted] = start
            self.lists[number].counts.pop(restarted, None)
        self.lists[number].step(level)
        return self.label(number, level)

    def label(self, number: str, level: int) -> str | None:
        """The number that a list has come to; None when it cannot be made out."""
        return self.lists[number].label(level)


def has_tabs(paragraph: Element) -> bool:
    """Whether a paragraph has tabs in its text, and not only stops for them."""
    return any(ancestor(tab, "r") is not None for tab in descendants(paragraph, "tab"))


def number_paragraphs(
    body: Element, numbering: Element | None, styles: Element | None
) -> tuple[dict[Element, str], set[Element]]:
    """The automatic numbers of the paragraphs in tables, or typed with tabs, and those whose number is not known."""
    shown: dict[Element, str] = {}
    unsure: set[Element] = set()
    if numbering is None:
        return shown, unsure
    lists = _lists(numbering, styles)
    # Also those of prose, for a list counts on from them; only rows are shown with their numbers.
    for _, paragraph in outermost(body, ("p",)):
        found = lists.own(paragraph)
        if found is None:
            continue
        cell = ancestor(paragraph, "tc")
        if cell is not None and continues_above(cell):
            # Whether what a merged cell hides is counted is not written anywhere.
            label = "" if lists.label(*found) == "" else None
        else:
            label = lists.next(*found)
        if label is None:
            unsure.add(paragraph)
        elif label and (cell is not None or has_tabs(paragraph)):
            shown[paragraph] = label
    return shown, unsure


def _lists(numbering: Element, styles: Element | None) -> _Lists:
    kinds = {attribute(kind, "abstractNumId"): _List(_levels(kind)) for kind in parts(numbering, "abstractNum")}
    lists: dict[str, _List] = {}
    restarts: dict[str, dict[int, int]] = {}
    for entry in parts(numbering, "num"):
        number, kind = attribute(entry, "numId"), kinds.get(setting(entry, "abstractNumId"))
        if number is None or kind is None:
            continue
        changed = {count_value(attribute(way, "ilvl"), 0): way for way in parts(entry, "lvlOverride")}
        levels = {level: own for level, way in changed.items() if (own := part(way, "lvl")) is not None}
        # Lists of one kind count on from each other; one with levels of its own counts alone.
        lists[number] = _List({**kind.levels, **levels}) if levels else kind
        restarts[number] = {
            level: count_value(start, 1)
            for level, way in changed.items()
            if (start := setting(way, "startOverride")) is not None
        }
    listed = () if styles is None else parts(styles, "style")
    return _Lists(lists, restarts, {attribute(style, "styleId") or "": style for style in listed})


def _levels(kind: Element) -> dict[int, Element]:
    return {count_value(attribute(level, "ilvl"), 0): level for level in parts(kind, "lvl")}


def _kind(level: Element) -> str:
    if part(level, "numFmt") is None:
        # A format of Word's later versions stands in a wrapper.
        return "" if next(level.iterchildren("{*}AlternateContent"), None) is not None else "decimal"
    return setting(level, "numFmt") or "decimal"
