"""How the runs of a Word document look: struck out, raised, hidden, by themselves or by a style."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cchc_score.word.docx_xml import Element, ancestor, attribute, descendants, part, parts, setting

OFF = ("0", "false", "off", "none", "baseline")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TOGGLES = ("strike", "dstrike", "vanish")
"""Styles that both turn one of these on turn it off again."""
_NEAREST = ("webHidden", "vertAlign", "position", "color")
_MARKS = (*_TOGGLES, *_NEAREST)
# What is written above, below or over something else: '13' over '40' would be read as 1340.
_SHAPES = (f"{_WORD}ruby", *(f"{_MATH}{name}" for name in ("f", "sSup", "sSub", "sSubSup", "sPre", "limLow", "limUpp")))
_WHITE = "FFFFFF"
_PLAIN_FILLS = (None, "auto", _WHITE)
_BASED = 12
"""A style follows at most so many others: Word allows no more, and a circle has no end."""

Marks = Mapping[str, str]
"""What properties say of some marks: the value of each."""


@dataclass(slots=True)
class RunMarks:
    """The marks of runs; `styles` are the styles of the document by their ids."""

    styles: Mapping[str, Element] = field(default_factory=dict)
    usual: str | None = None
    """The style of paragraphs that name none."""
    _known: dict[str, Marks] = field(default_factory=dict)

    def digits_marked(self, cell: Element) -> bool:
        """Whether digits of a cell are marked in a way that changes its figure: nobody can tell which one is meant."""
        if any(_digits(shape) for shape in cell.iter(*_SHAPES)):
            return True
        fill = setting_of(part(cell, "tcPr", "shd"), "fill")
        return any(_digits(run) and self._marked(run, fill) for run in descendants(cell, "r"))

    def _marked(self, run: Element, fill: str | None) -> bool:
        marks = self.of(run)
        if marks.get("color", "").upper() == _WHITE and self._bare(run, fill):
            return True
        return any(marks.get(name, "0") not in OFF for name in _MARKS if name != "color")

    def _bare(self, run: Element, fill: str | None) -> bool:
        """Whether nothing dark stands behind a run."""
        rules = part(run, "rPr")
        lit = part(rules, "highlight") is None and setting_of(part(rules, "shd"), "fill") in _PLAIN_FILLS
        return lit and fill in _PLAIN_FILLS

    def of(self, run: Element) -> Marks:
        """The marks of a run as they show: its own, else those of the styles of run, paragraph and table."""
        own = _said(part(run, "rPr"))
        if not self.styles:
            return own
        paragraph, table = ancestor(run, "p"), ancestor(run, "tbl")
        inherited = [
            self._style(style)
            for style in (
                setting(part(run, "rPr"), "rStyle"),
                setting(paragraph, "pPr", "pStyle") or self.usual,
                setting(table, "tblPr", "tblStyle"),
            )
            if style is not None
        ]
        found: dict[str, str] = {}
        for name in _MARKS:
            said = [marks[name] for marks in inherited if name in marks]
            if name in own:
                found[name] = own[name]
            elif name in _TOGGLES:
                found[name] = str(sum(value not in OFF for value in said) % 2)
            elif said:
                found[name] = said[0]
        return found

    def _style(self, name: str) -> Marks:
        if name not in self._known:
            found: dict[str, str] = {}
            for style in self._chain(name):
                for mark, value in _said(part(style, "rPr")).items():
                    found.setdefault(mark, value)
            self._known[name] = found
        return self._known[name]

    def _chain(self, name: str | None) -> Iterator[Element]:
        for _ in range(_BASED):
            style = self.styles.get(name or "")
            if style is None:
                return
            yield style
            name = setting(style, "basedOn")


def run_marks(styles: Element | None) -> RunMarks:
    """The marks of the runs of a document with these styles."""
    listed = () if styles is None else parts(styles, "style")
    by_id = {attribute(style, "styleId") or "": style for style in listed}
    # Without a mark in any style a run is all that need be looked at.
    if not any(_said(part(style, "rPr")) for style in by_id.values()):
        return RunMarks()
    paragraphs = (name for name, style in by_id.items() if attribute(style, "type") == "paragraph")
    return RunMarks(
        by_id, next((name for name in paragraphs if attribute(by_id[name], "default") in ("1", "true")), None)
    )


def setting_of(element: Element | None, name: str) -> str | None:
    """An attribute of a property, None where there is no such property."""
    return None if element is None else attribute(element, name)


def turned_on(element: Element | None) -> bool:
    """Whether a property that is on or off is there and on."""
    return element is not None and attribute(element, "val") not in OFF


def _said(rules: Element | None) -> Marks:
    if rules is None:
        return {}
    marks = ((name, part(rules, name)) for name in _MARKS)
    return {name: attribute(mark, "val") or "1" for name, mark in marks if mark is not None}


def _digits(element: Element) -> bool:
    # Numeric in the widest sense, as '²' and '½' are: a doubt too many only asks somebody to look.
    return any(char.isnumeric() for text in element.itertext() for char in text)
