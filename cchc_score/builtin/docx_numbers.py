"""Automatic numbers of paragraphs, which a Word document stores only as rules: '1.2.' is nowhere in its text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc_score.builtin.docx_numerals import numeral
from cchc_score.builtin.docx_tables import goes_on
from cchc_score.builtin.docx_xml import Element, around, attribute, inside, part, parts, setting, whole

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
        for deeper in [one for one in self.counts if one > level]:
            restart = whole(setting(self.levels.get(deeper), "lvlRestart"), LEVELS)
            if level < restart:
                del self.counts[deeper]

    def first(self, level: int) -> int:
        return self.starts.get(level, whole(setting(self.levels.get(level), "start"), 0))

    def label(self, level: int) -> str | None:
        """The number as it is shown; None when it is written in a way that is not known here."""
        own = self.levels.get(level)
        if own is None:
            return None
        kind = _kind(own)
        template = setting(own, "lvlText") or ""
        if kind in ("bullet", "none"):
            return ""
        if len(template) > _LONGEST:
            return None
        legal = part(own, "isLgl") is not None
        written = {sign: self._written(int(sign) - 1, legal) for sign in _SIGN.findall(template)}
        if None in written.values():
            return None
        label = _SIGN.sub(lambda match: written[match[1]] or "", template)
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
        for _ in range(_STYLES):
            if number is not None or style is None or style not in self.styles:
                break
            rules = self.styles[style]
            own = part(rules, "pPr", "numPr")
            number = setting(own, "numId")
            if number is not None and level is None:
                level = setting(own, "ilvl") or self._linked(number, style)
            style = setting(rules, "basedOn")
        if number is None or number not in self.lists:
            return None
        return number, min(whole(level, 0), LEVELS - 1)

    def _linked(self, number: str, style: str) -> str | None:
        levels = self.lists[number].levels if number in self.lists else {}
        return next((str(level) for level, rules in levels.items() if setting(rules, "pStyle") == style), None)

    def next(self, number: str, level: int) -> str | None:
        """The number of the next paragraph of a list."""
        for one, start in self.restarts.pop(number, {}).items():
            self.lists[number].starts[one] = start
            self.lists[number].counts.pop(one, None)
        self.lists[number].step(level)
        return self.label(number, level)

    def label(self, number: str, level: int) -> str | None:
        """The number that a list has come to; None when it cannot be made out."""
        return self.lists[number].label(level)


def numbered(
    body: Element, numbering: Element | None, styles: Element | None
) -> tuple[dict[Element, str], set[Element]]:
    """The automatic numbers of the paragraphs in tables, and the paragraphs whose number could not be made out."""
    shown: dict[Element, str] = {}
    unsure: set[Element] = set()
    if numbering is None:
        return shown, unsure
    lists = _lists(numbering, styles)
    for _, paragraph in inside(body, ("p",)):
        found = lists.own(paragraph)
        if found is None:
            continue
        cell = around(paragraph, "tc")
        if cell is not None and goes_on(cell):
            # Whether what a merged cell hides is counted is not written anywhere.
            label = "" if lists.label(*found) == "" else None
        else:
            label = lists.next(*found)
        if label is None:
            unsure.add(paragraph)
        elif label and cell is not None:
            shown[paragraph] = label
    return shown, unsure


def _lists(numbering: Element, styles: Element | None) -> _Lists:
    kinds = {attribute(one, "abstractNumId"): _List(_levels(one)) for one in parts(numbering, "abstractNum")}
    lists: dict[str, _List] = {}
    restarts: dict[str, dict[int, int]] = {}
    for one in parts(numbering, "num"):
        number, kind = attribute(one, "numId"), kinds.get(setting(one, "abstractNumId"))
        if number is None or kind is None:
            continue
        changed = {whole(attribute(way, "ilvl"), 0): way for way in parts(one, "lvlOverride")}
        levels = {level: own for level, way in changed.items() if (own := part(way, "lvl")) is not None}
        # Lists of one kind count on from each other; one with levels of its own counts alone.
        lists[number] = _List({**kind.levels, **levels}) if levels else kind
        restarts[number] = {
            level: whole(start, 1)
            for level, way in changed.items()
            if (start := setting(way, "startOverride")) is not None
        }
    found = () if styles is None else parts(styles, "style")
    return _Lists(lists, restarts, {attribute(one, "styleId") or "": one for one in found})


def _levels(kind: Element) -> dict[int, Element]:
    return {whole(attribute(level, "ilvl"), 0): level for level in parts(kind, "lvl")}


def _kind(level: Element) -> str:
    if part(level, "numFmt") is None:
        # A format of Word's later versions stands in a wrapper.
        return "" if next(level.iterchildren("{*}AlternateContent"), None) is not None else "decimal"
    return setting(level, "numFmt") or "decimal"
