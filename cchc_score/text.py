"""Words and numbers as people read them: NFC, two languages, 1.234,56, and the Vietnamese alphabet."""

import unicodedata
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from typing import Literal

from cchc_score.points import decimals_needed, plain

Lang = Literal["vi", "en"]
LANGUAGES: tuple[Lang, ...] = ("vi", "en")

_SEPARATORS = {"vi": (".", ","), "en": (",", ".")}
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# The order of the tones in Vietnamese dictionaries: level, grave, hook, tilde, acute, dot below.
_MARKS = "\u0302\u0306\u031b"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def nfc(text: str) -> str:
    """The composed form of a text, in which equal words have equal code points."""
    return unicodedata.normalize("NFC", text)


def number(value: Fraction | int, decimals: int | None = None, lang: Lang = "vi") -> str:
    """A number for people: '1.234,56' in Vietnamese, '1,234.56' in English.

    Without `decimals` it is exact: as many decimals as it needs, or a fraction such as '1.709/21'.
    """
    value = Fraction(value)
    group, point = _SEPARATORS[lang]
    if decimals is None and decimals_needed(value) is None:
        return f"{number(value.numerator, 0, lang)}/{number(value.denominator, 0, lang)}"
    return _grouped(plain(value, decimals), group, point)


def _grouped(plain_text: str, group: str, point: str) -> str:
    whole, _, rest = plain_text.partition(".")
    grouped = f"{int(whole):,}".replace(",", group)
    sign = "-" if whole.startswith("-") and not grouped.startswith("-") else ""
    return sign + grouped + (point + rest if rest else "")


def shown(plain_text: str, lang: Lang = "vi") -> str:
    """A number written for machines ('81.33', '6832/84') as people read it, with all its decimals."""
    return "/".join(_grouped(part, *_SEPARATORS[lang]) for part in plain_text.split("/"))


def alphabetical(name: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """A key that sorts names by the Vietnamese alphabet: letters first, then tones, then the text itself."""
    letters, tones = _alphabet()
    text = nfc(name).casefold()
    try:
        return tuple(map(letters.__getitem__, text)), tuple(map(tones.__getitem__, text)), name
    except KeyError:
        return *_decomposed(name), name


@cache
def _alphabet() -> tuple[dict[str, int], dict[str, int]]:
    """The weight, and the tone, of every letter, digit and sign in common use."""
    vowels = [letter for letter in _LETTERS if letter in "aăâeêioôơuưy"]
    toned = [nfc(letter + tone) for letter in vowels for tone in _TONES]
    common = [chr(code) for code in range(32, 127)] + list(_LETTERS) + toned
    known = {char: _decomposed(char) for char in common}
    return {char: own[0] for char, (own, _) in known.items()}, {char: own[0] for char, (_, own) in known.items()}


def _decomposed(name: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters: list[str] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFD", name.casefold()):
        if char in _TONES and tones:
            tones[-1] = _TONES[char]
        elif char in _MARKS and letters:
            letters[-1] = nfc(letters[-1] + char)
        else:
            letters.append(char)
            tones.append(0)
    return tuple(map(_weight, letters)), tuple(tones)


def _weight(letter: str) -> int:
    place = _LETTERS.find(letter)
    if place >= 0:
        return 1000 + place
    return ord(letter[0]) + (0 if ord(letter[0]) < 1000 else 2000)


def common_noun(word: str) -> str:
    """A common noun as it is compared and printed, however a list writes it: small letters, single spaces."""
    return " ".join(nfc(word).casefold().split())


def bare(text: str) -> str:
    """A text in small letters without any accent, only ever to ask whether two were meant alike."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(char for char in letters if not unicodedata.combining(char))


def same_name(name: str) -> str:
    """A key under which two spellings of one name meet: case, spaces, and where the tone stands (Hòa, Hoà)."""
    if name.isascii():
        return " ".join(name.casefold().split())
    words = []
    for word in unicodedata.normalize("NFD", name.casefold()).split():
        tones = "".join(char for char in word if char in _TONES)
        words.append(nfc("".join(char for char in word if char not in _TONES)) + tones)
    return " ".join(words)


def nearest(word: str, words: Iterable[str]) -> str:
    """The known word most like an unknown one, or nothing; only ever to ask 'did you mean'."""
    from difflib import get_close_matches

    known = {one.casefold(): one for one in sorted(words)}
    return next((known[one] for one in get_close_matches(word.casefold(), list(known), 1, 0.6)), "")


def visible(text: str) -> str:
    """A text without control and direction characters, safe to print on a terminal."""
    if text.isprintable():
        return text
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs") else f"\\u{ord(c):04x}" for c in text)


def unmasked(text: str) -> str:
    """A name in which letters of other scripts, which may look like ours, are shown as what they are."""
    return "".join(
        c if not c.isalpha() or unicodedata.name(c, "").startswith("LATIN ") else f"\\u{ord(c):04x}" for c in text
    )


def pick(lang: Lang, vi: str, en: str) -> str:
    """The wording in one of the two languages."""
    return vi if lang == "vi" else en


def brief(value: object, most: int = 60) -> str:
    """The beginning of a value's text, whatever the value does when it is asked for it."""
    try:
        return visible(str(value)[:most])
    except Exception:
        # An integer of thousands of digits, or an object whose own text fails.
        return "..."


def described(error: BaseException) -> str:
    """What somebody else's code failed with, short enough for a message."""
    return f"{type(error).__name__}: {brief(error, 200)}"
