"""Text in the encodings of before Unicode, TCVN3 (fonts .VnTime) and VNI, as it comes where Latin letters are expected.

The letters of TCVN3 are those of TCVN 5712:1993 (VN3), those of VNI of VNI for Windows.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Literal

Encoding = Literal["tcvn3", "vni"]
ENCODINGS: Mapping[str, Encoding] = {"tcvn3": "tcvn3", "vni": "vni"}
NAMES: Mapping[Encoding, str] = {"tcvn3": "TCVN3 (.VnTime)", "vni": "VNI (VNI-Times)"}

_TONES = "\u0300\u0301\u0309\u0303\u0323"
"""Grave, acute, hook, tilde, dot below: in this order both tables below have their letters."""
_TCVN3_ROWS = {
    "a": "µ¸¶·¹", "ă": "»¾¼½Æ", "â": "ÇÊÈÉË", "e": "ÌÐÎÏÑ", "ê": "ÒÕÓÔÖ", "i": "×ÝØÜÞ", "o": "ßãáâä",
    "ô": "åèæçé", "ơ": "êíëìî", "u": "ïóñòô", "ư": "õøö÷ù", "y": "úýûüþ",
}  # fmt: skip
_TCVN3_PLAIN = dict(zip("ĂÂÊÔƠƯĐăâêôơưđ", "¡¢£¤¥¦§¨©ª«¬\u00ad®", strict=True))
# A letter of VNI is a Latin one with a sign behind it that carries the tone, the circumflex or both.
_VNI_TONES = {**dict.fromkeys("aeouyôö", "øùûõï"), "y": "øùûõ"}
_VNI_CIRCUMFLEX, _VNI_BREVE = "âàáåãä", "êèéúüë"
_VNI_BASES = {"ơ": "ô", "ư": "ö"}
_VNI_SINGLE = {"ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ", "ơ": "ô", "ư": "ö"}


def _composed(letter: str, tone: str) -> str:
    return unicodedata.normalize("NFC", letter + tone)


def _tcvn3() -> dict[str, str]:
    toned = {
        _composed(letter, tone): sign
        for letter, signs in _TCVN3_ROWS.items()
        for tone, sign in zip(_TONES, signs, strict=True)
    }
    return {**_TCVN3_PLAIN, **toned}


def _vni() -> dict[str, str]:
    found = dict(_VNI_SINGLE)
    for letter in ("a", "e", "o", "u", "y", "ơ", "ư"):
        base = _VNI_BASES.get(letter, letter)
        for tone, sign in zip(_TONES, _VNI_TONES[base], strict=False):
            found[_composed(letter, tone)] = base + sign
    for letter, base, signs in (
        ("â", "a", _VNI_CIRCUMFLEX), ("ê", "e", _VNI_CIRCUMFLEX), ("ô", "o", _VNI_CIRCUMFLEX), ("ă", "a", _VNI_BREVE),
    ):  # fmt: skip
        for tone, sign in zip(("", *_TONES), signs, strict=True):
            found[_composed(letter, tone)] = base + sign
    # Capitals are the same signs in capitals.
    return {**found, **{letter.upper(): signs.upper() for letter, signs in found.items()}}


CODES: Mapping[Encoding, Mapping[str, str]] = {"tcvn3": _tcvn3(), "vni": _vni()}
"""How each encoding writes each Vietnamese letter; TCVN3 has no capitals with a tone, which its fonts .VnTimeH show."""
# So some keyboards wrote what the fonts have as one letter.
_VNI_ALSO = {"iø": "ì", "iù": "í", "yï": "ỵ", "IØ": "Ì", "IÙ": "Í", "YÏ": "Ỵ"}
_LETTERS = {encoding: {signs: letter for letter, signs in codes.items()} for encoding, codes in CODES.items()}
_LETTERS["vni"] |= _VNI_ALSO
_SIGNS = {
    # Of two letters before those of one: 'aù' is one letter.
    encoding: re.compile("|".join(map(re.escape, sorted(letters, key=len, reverse=True))))
    for encoding, letters in _LETTERS.items()
}
# A font whose letters are symbols stores them in a place of their own.
_SYMBOLS = {0xF000 + code: code for code in range(0x20, 0x100)}
_WORD = re.compile(r"[^\s0-9.,;:()/\"'+=%-]+")
_ONSETS = "ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdđghklmnprstvx]"
_NUCLEI = (
    "uyê|uya|uyu|uây|oai|oay|oao|oeo|iêu|yêu|uôi|ươi|ươu|ia|iê|yê|ya|ua|uâ|uô|uê|uy|uơ|ưa|ươ|ai|ao|au|ay|âu|ây|eo|êu"
    "|iu|oi|oa|oă|oe|oo|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy]"
)
_SYLLABLE = re.compile(f"(?:{_ONSETS})?(?:{_NUCLEI})(?:ng|nh|ch|[cmnpt])?")
_ENOUGH = 3
"""So many words are enough to know the encoding of a whole document."""


def font_encoding(font: str) -> Encoding | None:
    """The encoding of a font's letters by its name; None for one of Unicode."""
    name = font.strip().lower()
    if name.startswith(".vn"):
        return "tcvn3"
    return "vni" if name.startswith(("vni-", "vni ")) else None


def shows_capitals(font: str) -> bool:
    """Whether a font shows capitals for small letters, as .VnTimeH."""
    return font_encoding(font) == "tcvn3" and font.strip().endswith("H")


def decode(text: str, encoding: Encoding, capitals: bool = False) -> str:
    """A text in Unicode; words that are so already stay. `capitals` is for a font that shows nothing else."""
    letters = _LETTERS[encoding]

    def word(found: re.Match[str]) -> str:
        if _is_unicode(found[0]):
            return found[0]
        return _SIGNS[encoding].sub(lambda signs: letters[signs[0]], found[0])

    plain = re.sub(r"\S+", word, text.translate(_SYMBOLS))
    return plain.upper() if capitals else plain


def encode(text: str, encoding: Encoding) -> str:
    """A text in an encoding; letters that it has not stay."""
    codes = CODES[encoding]
    return "".join(codes.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


def _is_unicode(word: str) -> bool:
    """Whether a word has letters that no encoding of one byte a letter has."""
    return any(char > "\u00ff" and char.isalpha() for char in word)


def is_coded(text: str) -> bool:
    """Whether a text has letters beside the Latin ones, and none that only Unicode has."""
    plain = text.translate(_SYMBOLS)
    return any("\u00a1" <= char <= "\u00ff" for char in plain) and not _is_unicode(plain)


def guess(texts: Iterable[str], enough: int = _ENOUGH) -> Encoding | None:
    """The encoding of texts by their words: words that are none as they stand, and good ones once decoded."""
    found = dict.fromkeys(NAMES, 0)
    for text in texts:
        if not is_coded(text):
            continue
        for odd in _WORD.findall(text.translate(_SYMBOLS)):
            # One letter alone says nothing.
            if len(odd) < 2 or odd.isascii() or _is_syllable(odd):
                continue
            for encoding in NAMES:
                found[encoding] += _is_syllable(decode(odd, encoding)) or -1
    best = max(found, key=lambda encoding: found[encoding])
    return best if found[best] >= enough else None


def looks_coded(text: str, encoding: Encoding) -> bool:
    """Whether one text is in an encoding, by its words alone; a text of words that may be either is not."""
    return guess((text,), 1) == encoding


def _is_syllable(word: str) -> bool:
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [char for char in parts if char in _TONES]
    bare = unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))
    return len(tones) <= 1 and _SYLLABLE.fullmatch(bare) is not None
