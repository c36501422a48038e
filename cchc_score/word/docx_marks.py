"""How the runs of a Word document look: struck out, raised, hidden, white, by themselves or by a style."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cchc_score.word.docx_table_styles import TablePlaces
from cchc_score.word.docx_xml import Element, ancestor, attribute, count_value, descendants, part, parts, setting

OFF = ("0", "false", "off", "none", "baseline")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_STRUCK = ("strike", "dstrike")
_TOGGLES = (*_STRUCK, "vanish")
"""Styles that both turn one of these on turn it off again."""
_NEAREST = ("webHidden", "vertAlign", "position", "color", "sz")
_RAISED = ("webHidden", "vertAlign", "position")
_MARKS = (*_TOGGLES, *_NEAREST)
_TAGS = {f"{_WORD}{name}": name for name in _MARKS}
_SMALLEST = 4
"""Half points: nobody sees a sign as small as that."""
# What is written above, below or over something else: '13' over '40' would be read as 1340.
_SHAPES = (f"{_WORD}ruby", *(f"{_MATH}{name}" for name in ("f", "sSup", "sSub", "sSubSup", "sPre", "limLow", "limUpp")))
_TEXTS = (f"{_WORD}t", f"{_WORD}sym")
_WHITE = "FFFFFF"
_PLAIN_FILLS = (None, "auto", _WHITE)
_GROUND = "ground"
"""Among the marks of a table's style the colour behind its cells."""
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
    usual_marks: Marks = field(default_factory=dict)
    """The marks of whatever no style says otherwise."""
    places: TablePlaces = field(default_factory=TablePlaces)
    _known: dict[tuple[str, str], Marks] = field(default_factory=dict)

    def cell_marked(self, cell: Element) -> bool:
        """Whether a cell shows another figure or answer than it stores: nobody can tell what is meant.

        So it is where digits are struck out, raised or lowered, where anything is hidden, and where all is struck out.
        """
        if any(_digits(shape) for shape in cell.iter(*_SHAPES)):
            return True
        runs = [run for run in descendants(cell, "r") if _text(run).strip()]
        if not runs:
            return False
        around = self._around(cell)
        fill = setting_of(part(cell, "tcPr", "shd"), "fill") or around.get(_GROUND)
        looks = [self._of(run, around) for run in runs]
        if any(self._hidden(run, marks, fill) for run, marks in zip(runs, looks, strict=True)):
            return True
        marked = [any(marks.get(name, "0") not in OFF for name in _STRUCK) for marks in looks]
        raised = [any(marks.get(name, "0") not in OFF for name in _RAISED) for marks in looks]
        odd = (one or other for one, other in zip(marked, raised, strict=True))
        return all(marked) or any(is_odd and _numeric(_text(run)) for run, is_odd in zip(runs, odd, strict=True))

    def _hidden(self, run: Element, marks: Marks, fill: str | None) -> bool:
        if marks.get("vanish", "0") not in OFF or count_value(marks.get("sz"), _SMALLEST) < _SMALLEST:
            return True
        return marks.get("color", "").upper() == _WHITE and self._bare(run, fill)

    def _bare(self, run: Element, fill: str | None) -> bool:
        """Whether nothing dark stands behind a run."""
        rules = part(run, "rPr")
        lit = part(rules, "highlight") is None and setting_of(part(rules, "shd"), "fill") in _PLAIN_FILLS
        return lit and fill in _PLAIN_FILLS

    def _around(self, cell: Element) -> Marks:
        """What the style of a cell's table says of its runs, with the parts that are about the cell's place."""
        style = setting(ancestor(cell, "tbl"), "tblPr", "tblStyle") if self.styles else None
        if style is None:
            return {}
        found = dict(self._style(style))
        if any(next(parts(one, "tblStylePr"), None) is not None for one in self._chain(style)):
            for place in self.places.of(cell):
                found |= self._style(style, place)
        return found

    def _of(self, run: Element, around: Marks) -> Marks:
        """The marks of a run as they show: its own, else those of the styles of run, paragraph and table."""
        own = _said(part(run, "rPr"))
        if not self.styles and not self.usual_marks:
            return own
        names = (
            setting(part(run, "rPr"), "rStyle"),
            setting(ancestor(run, "p"), "pPr", "pStyle") or self.usual,
        )
        inherited = (*(self._style(name) for name in names if name is not None), around)
        found: dict[str, str] = {}
        for name in _MARKS:
            said = [marks[name] for marks in inherited if name in marks]
            if name in own:
                found[name] = own[name]
            elif not said and name in self.usual_marks:
                found[name] = self.usual_marks[name]
            elif name in _TOGGLES:
                found[name] = str(sum(value not in OFF for value in said) % 2)
            elif said:
                found[name] = said[0]
        return found

    def _style(self, name: str, place: str = "") -> Marks:
        """The marks of a style, or of the part of a table's style for a place in the table."""
        key = name, place
        if key not in self._known:
            found: dict[str, str] = {}
            for style in self._chain(name):
                for rules in _parts_for(style, place):
                    own = _said(part(rules, "rPr"))
                    fill = setting_of(part(rules, "tcPr", "shd"), "fill")
                    for mark, value in (*own.items(), *([(_GROUND, fill)] if fill else [])):
                        found.setdefault(mark, value)
            self._known[key] = found
        return self._known[key]

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
    usual = _said(part(styles, "docDefaults", "rPrDefault", "rPr"))
    # Where no style hides or strikes anything, and none has a ground, a run is all that need be looked at.
    if styles is None or not (_has_ground(styles) or any(_changes(_said(one)) for one in descendants(styles, "rPr"))):
        return RunMarks()
    paragraphs = (name for name, style in by_id.items() if attribute(style, "type") == "paragraph")
    first = next((name for name in paragraphs if attribute(by_id[name], "default") in ("1", "true")), None)
    return RunMarks(by_id, first, usual)


def _has_ground(styles: Element) -> bool:
    return next(descendants(styles, "shd"), None) is not None


def _changes(marks: Marks) -> bool:
    """Whether marks of a style can hide a run, strike it out or move its digits."""
    if marks.get("color", "").upper() == _WHITE or count_value(marks.get("sz"), _SMALLEST) < _SMALLEST:
        return True
    return any(marks.get(name, "0") not in OFF for name in (*_TOGGLES, *_RAISED))


def _parts_for(style: Element, place: str) -> Iterator[Element]:
    if not place:
        yield style
    else:
        yield from (one for one in parts(style, "tblStylePr") if attribute(one, "type") == place)


def setting_of(element: Element | None, name: str) -> str | None:
    """An attribute of a property, None where there is no such property."""
    return None if element is None else attribute(element, name)


def turned_on(element: Element | None) -> bool:
    """Whether a property that is on or off is there and on."""
    return element is not None and attribute(element, "val") not in OFF


def _said(rules: Element | None) -> Marks:
    if rules is None:
        return {}
    # Every run is asked: its properties are gone through once, and not once for each mark.
    return {_TAGS[mark.tag]: attribute(mark, "val") or "1" for mark in rules if mark.tag in _TAGS}


def _text(run: Element) -> str:
    """What a run shows, were it plain; a sign of a symbol font as a box. The instruction of a field is none of it."""
    return "".join("☐" if element.tag.endswith("}sym") else element.text or "" for element in run.iter(*_TEXTS))


def _digits(element: Element) -> bool:
    return any(map(_numeric, element.itertext()))


def _numeric(text: str) -> bool:
    # Numeric in the widest sense, as '²' and '½' are: a doubt too many only asks somebody to look.
    return any(map(str.isnumeric, text))
