"""Tracked changes of a Word document: accepted, all of them, before anything is read."""

from cchc_score.builtin.docx_xml import Element, around, local, within

_TAKEN = ("del", "moveFrom", "cellDel")
_ADDED = ("ins", "moveTo", "cellIns")


def accept(root: Element) -> bool:
    """Take away what is deleted or moved elsewhere; whether there were any changes at all."""
    taken = list(within(root, *_TAKEN))
    # From the end, so that a chain of joined paragraphs is moved once and not over and over again.
    for mark in reversed(taken):
        _take(mark)
    return bool(taken) or next(within(root, *_ADDED), None) is not None


def _take(mark: Element) -> None:
    parent = mark.getparent()
    place = local(parent)
    if place in ("trPr", "tcPr"):
        _remove(parent.getparent())
    elif place == "rPr":
        # Not the text but the end of a paragraph is deleted: it goes on in the next one.
        paragraph = around(mark, "p")
        if paragraph is not None and local(parent.getparent()) == "pPr":
            _join(paragraph, paragraph.getnext())
    else:
        _remove(mark)


def _join(paragraph: Element, following: Element | None) -> None:
    if following is None or local(following) != "p":
        return
    # Its properties stand first; to look for them further on would take long in a long chain.
    first = next(iter(following), None)
    at = 1 if first is not None and local(first) == "pPr" else 0
    for content in reversed([one for one in paragraph if local(one) != "pPr"]):
        following.insert(at, content)
    _remove(paragraph)


def _remove(element: Element | None) -> None:
    parent = None if element is None else element.getparent()
    if parent is not None:
        parent.remove(element)
