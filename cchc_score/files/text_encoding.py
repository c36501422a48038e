"""In which of the two encodings of Unicode that spreadsheets and editors save a text is."""

_LOOKED_AT = 4096
_FEW = 3
"""So many zeros a broken text may hold; in UTF-16 no text of more than a word has so few."""
_OTHER_MARKS = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
"""UTF-32, which no office program saves."""


def encoding_of(data: bytes) -> str:
    """The codec for a text: UTF-16 by its mark, or by the zeros that every second byte of it is; else UTF-8."""
    if data.startswith(_OTHER_MARKS):
        return "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    looked_at = data[:_LOOKED_AT]
    first, second = looked_at[::2].count(0), looked_at[1::2].count(0)
    # Digits, spaces and half of all Vietnamese letters have a zero there; a letter with its grave accent apart has one
    # on the other side.
    few = max(len(looked_at) // 8, _FEW)
    if second > few and second > 4 * first:
        return "utf-16-le"
    if first > few and first > 4 * second:
        return "utf-16-be"
    return "utf-8-sig"
