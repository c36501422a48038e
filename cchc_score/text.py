"""Words and numbers as people read them: NFC, two languages, 1.234,56, and the Vietnamese alphabet."""

import re
import unicodedata
from collections.abc import Iterable
from fractions import Fraction
from functools import cache, lru_cache
from typing import Literal

from cchc_score.points import decimals_needed, plain

Lang = Literal["vi", "en"]
LANGUAGES: tuple[Lang, ...] = ("vi", "en")

_SEPARATORS = {"vi": (".", ","), "en": (",", ".")}
# With f, j, w and z at their places in the Latin alphabet: names of foreign people and programs have them.
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# As the Unicode collation has them: a hyphen stands before a comma, and all signs before the digits.
_SIGNS = " _-‐–—,;:!?.·'\"«»()[]{}§@*/\\&#%`^°+<=>|~−$0123456789"
# Bent marks of quotation differ from straight ones as tones do.
_QUOTES = {"‘": ("'", 1), "’": ("'", 2), "“": ('"', 1), "”": ('"', 2)}
# Circumflex, breve and horn make other letters (â, ă, ơ); the tones do not.
_MARKS = "\u0302\u0306\u031b"
# The order of the tones in Vietnamese dictionaries: level, grave, hook, tilde, acute, dot below.
MOST_MARKS = 30
"""So many marks in a row a letter may carry; no script has as many."""
# What is neither a letter nor space: no mark is either, and only a text that has so many is looked at letter by letter.
_MARK_RUN = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS + 1}}}")
_JOINER = "\u034f"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def nfc(text: str) -> str:
    """The composed form of a text, in which equal words have equal code points."""
    # Nothing of ASCII is composed, as most codes and numbers are.
    return text if text.isascii() else unicodedata.normalize("NFC", _parted(text))


def _nfd(text: str) -> str:
    """The decomposed form of a text: every mark a sign of its own."""
    return unicodedata.normalize("NFD", _parted(text))


def _parted(text: str) -> str:
    """A text in which no letter carries more than 30 marks, as Unicode has it for streams (UAX 15).

    The joiner between them is not seen. Marks are put in order, for which many of them need the square of the time.
    """
    if len(text) <= MOST_MARKS or not _MARK_RUN.search(text):
        return text
    parts, run = [], 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run > MOST_MARKS:
            parts.append(_JOINER)
            run = 1
        parts.append(char)
    return "".join(parts)


def number(value: Fraction | int, decimals: int | None = None, lang: Lang = "vi") -> str:
    """A number for people: '1.234,56' in Vietnamese, '1,234.56' in English.

    Without `decimals` it is exact: as many decimals as it needs, or a fraction such as '1.709/21'.
    """
    return _number(value.numerator, value.denominator, decimals, lang)


# Pages say the same few numbers thousands of times.
@lru_cache(maxsize=1 << 14)
def _number(numerator: int, denominator: int, decimals: int | None, lang: Lang) -> str:
    value, (group, point) = Fraction(numerator, denominator), _SEPARATORS[lang]
    if decimals is None and decimals_needed(value) is None:
        return f"{number(value.numerator, 0, lang)}/{number(value.denominator, 0, lang)}"
    return _grouped(plain(value, decimals), group, point)


def points_words(points: Fraction, lang: Lang) -> str:
    """A number of points with its noun: '0,5 điểm', '1 point', '2 points'."""
    noun = "điểm" if lang == "vi" else "point" if points == 1 else "points"
    return f"{number(points, None, lang)} {noun}"


def _grouped(plain_text: str, group: str, point: str) -> str:
    whole, _, rest = plain_text.partition(".")
    # Three signs make no group; and as an integer '-0' would lose the sign that '-0.5' needs.
    grouped = whole if len(whole) <= 3 else f"{int(whole):,}".replace(",", group)
    return grouped + (point + rest if rest else "")


def shown(plain_text: str, lang: Lang = "vi") -> str:
    """A number written for machines ('81.33', '6832/84') as people read it, with all its decimals."""
    return "/".join(_grouped(part, *_SEPARATORS[lang]) for part in plain_text.split("/"))


def alphabetical(name: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """A key that sorts names by the Vietnamese alphabet: letters, then tones, then small letters before capitals."""
    return _sort_key(name)


# The same units are sorted again and again, in findings, lists and pages.
@lru_cache(maxsize=1 << 13)
def _sort_key(name: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    letters, tones = _alphabet()
    text = nfc(name).casefold()
    # Unicode has the capitals first.
    case = name.swapcase()
    try:
        return tuple(map(letters.__getitem__, text)), tuple(map(tones.__getitem__, text)), case
    except KeyError:
        # Something outside common use, as a letter of another script: slower, with the same order.
        return *_decomposed(name), case


@cache
def _alphabet() -> tuple[dict[str, int], dict[str, int]]:
    """The weight, and the tone, of every letter, digit and sign in common use."""
    # Only vowels carry a tone.
    vowels = [letter for letter in _LETTERS if letter in "aăâeêioôơuưy"]
    toned = [nfc(letter + tone) for letter in vowels for tone in _TONES]
    common = [chr(code) for code in range(32, 127)] + list(_LETTERS) + toned
    known = {char: _decomposed(char) for char in common}
    return {char: own[0] for char, (own, _) in known.items()}, {char: own[0] for char, (_, own) in known.items()}


def _decomposed(name: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters: list[str] = []
    tones: list[int] = []
    for char in _nfd(name.casefold()).replace("…", "..."):
        # NFD puts the dot below before a circumflex or breve and every other tone behind it, so that neither may count
        # on the place of the other.
        if char in _TONES and tones:
            tones[-1] = _TONES[char]
        elif char in _MARKS and letters:
            letters[-1] = nfc(letters[-1] + char)
        else:
            letter, tone = _QUOTES.get(char, (char, 0))
            letters.append(letter)
            tones.append(tone)
    return tuple(map(_weight, letters)), tuple(tones)


def _weight(letter: str) -> int:
    position = _LETTERS.find(letter)
    if position >= 0:
        return 2000 + position
    sign = _SIGNS.find(letter)
    if sign >= 0:
        return sign
    # Other signs stand before the alphabet, letters of other scripts after it.
    return ord(letter[0]) + (100 if ord(letter[0]) < 1000 else 3000)


def common_noun(word: str) -> str:
    """A common noun as it is compared and printed, however a list writes it: small letters, single spaces."""
    return " ".join(nfc(word).casefold().split())


def bare(text: str) -> str:
    """A text in small letters without any accent, only ever to ask whether two were meant alike."""
    # The stroke of đ is no combining mark, and NFD leaves it where it is.
    letters = _nfd(text.casefold().replace("đ", "d"))
    return "".join(char for char in letters if not unicodedata.combining(char))


def same_name(name: str) -> str:
    """A key under which two spellings of one name meet: case, spaces, and where the tone stands (Hòa, Hoà)."""
    # Without accents there is no tone that could stand elsewhere.
    if name.isascii():
        return " ".join(name.casefold().split())
    words = []
    for word in _nfd(name.casefold()).split():
        tones = "".join(char for char in word if char in _TONES)
        # At the end of the word all spellings meet: they differ in nothing but the letter that carries the tone.
        words.append(nfc("".join(char for char in word if char not in _TONES)) + tones)
    return " ".join(words)


def nearest(word: str, words: Iterable[str]) -> str:
    """The known word most like an unknown one, or nothing; only ever to ask 'did you mean'."""
    # Only a name that nobody knows needs it.
    from difflib import get_close_matches

    # Sorted, so that of two words that differ in case alone the same one is offered in every run.
    known = {candidate.casefold(): candidate for candidate in sorted(words)}
    return next((known[match] for match in get_close_matches(word.casefold(), list(known), 1, 0.6)), "")


def same_digits(word: str, other: str) -> bool:
    """Whether two words have the same digits; of codes that differ in them neither means the other."""
    one, two = ([char for char in text if char.isdecimal()] for text in (word, other))
    return one == two


def visible(text: str) -> str:
    """A text without control and direction characters and breaks of lines, safe to print on a terminal."""
    if text.isprintable():
        return text
    # A no-break space is not printable either for Python; it is harmless and stays.
    return "".join(
        c if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp") else f"\\u{ord(c):04x}" for c in text
    )


# Latin letters with all that Vietnamese puts on them, and the signs of common use: a place on a screen each.
_NARROW = re.compile(r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")


def is_narrow(text: str) -> bool:
    """Whether each character of a text is known to take one place on a screen."""
    return _NARROW.fullmatch(text) is not None


def display_width(text: str) -> int:
    """How many places a text takes on a screen: a mark over a letter none, a letter of Chinese two."""
    if is_narrow(text):
        return len(text)
    return sum(map(_places, text))


def _places(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def unmasked(text: str) -> str:
    """A name in which letters of other scripts, which may look like ours, are shown as what they are."""
    # `name` raises for a character that has none, unless it is told what to give instead.
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
