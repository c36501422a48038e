"""Answers that people tick: a box alone, or one of several boxes with words beside them."""

import re

_TICKED, _OPEN = "☑☒🗹🗵", "☐□◻"
_TICKS = "✓✔"
_BOXES = re.compile(f"[{_TICKED}{_OPEN}]")
_TYPED = re.compile(r"\[\s*([xXvV√✓✔]?)\s*\]|\(\s*([xX√✓✔]?)\s*\)")
"""A box made of brackets, as people type one: '[x]', '( )'; '(v)' may be a number."""


def ticked_answer(text: str) -> str | None:
    """The words of the one ticked box, 'có' for a tick alone, a text without boxes itself; None where none is meant."""
    text = _TYPED.sub(lambda box: _TICKED[0] if box[1] or box[2] else _OPEN[0], text)
    bare = text.strip()
    if bare and all(char in _TICKS for char in bare):
        return "có" if len(bare) == 1 else None
    boxes = _BOXES.findall(text)
    if not boxes:
        return text
    ticked = [box in _TICKED for box in boxes]
    words = [part.strip(" \t\n\u00a0.,;:") for part in _BOXES.split(text)]
    # A box stands before its words, or behind them, and all on one side.
    names = words[1:] if not words[0] else words[:-1] if not words[-1] else []
    if ticked.count(True) != 1 or (len(boxes) > 1 and not all(names)) or (not names and any(words)):
        return None
    return names[ticked.index(True)] or "có"
