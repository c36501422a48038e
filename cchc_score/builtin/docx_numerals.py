"""Counts as Word writes them in front of a paragraph: 3, 03, c, III."""

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
