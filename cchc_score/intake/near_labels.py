"""How near a label that was made out in a picture comes to one of the form."""

from difflib import SequenceMatcher

NEAR = 0.8
"""So much of a label must be as the form has it."""


def alike(text: str, other: str) -> float:
    """How alike two folded texts are, from 0 to 1; digits must be the same, for they tell rows apart."""
    if text == other:
        return 1.0
    if [*filter(str.isdecimal, text)] != [*filter(str.isdecimal, other)]:
        return 0.0
    return SequenceMatcher(None, text, other, autojunk=False).ratio()
