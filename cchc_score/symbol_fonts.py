"""Fonts that show signs in the place of letters, and the boxes and ticks among those signs."""

TICKED, OPEN = "☒", "☐"
_SIGNS = {
    ("wingdings", 0x6F): OPEN, ("wingdings", 0xA8): OPEN, ("wingdings", 0xFD): TICKED, ("wingdings", 0xFE): TICKED,
    ("wingdings", 0xFC): "✓", ("wingdings", 0xFB): "✗",
    ("wingdings 2", 0xA3): OPEN, ("wingdings 2", 0x52): TICKED, ("wingdings 2", 0x53): TICKED,
    ("wingdings 2", 0x54): TICKED, ("wingdings 2", 0x50): "✓", ("wingdings 2", 0x4F): "✗",
    ("webdings", 0x63): OPEN, ("webdings", 0x61): "✓", ("webdings", 0x72): "✗",
}  # fmt: skip
"""Signs of symbol fonts with which people tick."""
SYMBOL_FONTS = frozenset({"wingdings", "wingdings 2", "wingdings 3", "webdings"})
"""Fonts that show a sign, and never the letter or the digit that is stored."""


def symbol(font: str, number: int) -> str:
    """What a symbol font shows for a character: a box, a tick, or a sign that no text has."""
    code = number & 0xFF if 0xF000 <= number <= 0xF0FF else number
    found = _SIGNS.get((font.casefold(), code))
    # A picture is no letter and no digit, whatever is stored for it.
    return found or (chr(0xF000 + code) if code <= 0xFF else chr(number))


def in_symbols(font: str, text: str) -> str:
    """A text as a symbol font shows it."""
    return "".join(char if char.isspace() else symbol(font, ord(char)) for char in text)
