"""Digits of a Word document that do not count as they stand: struck out, raised, hidden, read aloud, in a fraction."""

from cchc_score.builtin.docx_xml import Element, attribute, local, within

_OFF = ("0", "false", "off", "none", "baseline")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MARKS = ("strike", "dstrike", "vanish", "webHidden", "vertAlign", "position")
_SHAPES = (f"{_WORD}ruby", *(f"{_MATH}{name}" for name in ("f", "sSup", "sSub", "sSubSup", "sPre", "limLow", "limUpp")))


def marked(cell: Element) -> bool:
    """Whether digits of a cell are marked in a way that changes its figure: nobody can tell which one is meant."""
    for mark in within(cell, *_MARKS):
        rules = mark.getparent()
        run = rules.getparent()
        # The properties of a paragraph's end are those of no text.
        if local(rules) == "rPr" and local(run) == "r" and attribute(mark, "val") not in _OFF and _digits(run):
            return True
    return any(_digits(shape) for shape in cell.iter(*_SHAPES))


def _digits(element: Element) -> bool:
    return any(char.isnumeric() for text in element.itertext() for char in text)
