"""The slips that one line of TOML shows, each by a pattern that no right line has."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple
from unicodedata import category, normalize

import tomli

from cchc_score.files.toml_masks import CURLY, MASK, Line
from cchc_score.findings import Words

_HEADER = re.compile(rf"\[\[?\s*(?:[^\W\d]|{MASK})[^=,{{}}\[\]]*\]*")
_KEY_BEGINS = re.compile(r"\s*[^=\[\]{},\s][^=\[\]{},]*=")
_BARE = re.compile(rf"(?:[A-Za-z0-9_-]+|{MASK}+)(?:\s*\.\s*(?:[A-Za-z0-9_-]+|{MASK}+))*")
_KEY = re.compile(rf"(?:^|[{{,])([^{MASK}\"'=,\[\]{{}}]+)=")
_COMMA = re.compile(r"=\s*([+-]?\d[\d.]*(?:,\d+)+\s*%?)\s*(?=$|[,}\]])")
_VALUE = re.compile(rf"(?:(?<=[=\[,])|^)([^{MASK}\"'=,\[\]{{}}]+)(?=[,\]}}]|$)")
_ABSENT = re.compile(r"=\s*(?=$|[,}\]])")
_NO_COMMA = re.compile(
    rf"""(?<=[}}\]])\s*(?=[{{\[])                                       # between tables or arrays
    | (?<={MASK})\s+(?=[{MASK}{{])                                      # between strings
    | [{{,][^{{}}\[\],=]*=\s*[^\s,{{}}\[\]=][^,{{}}\[\]=]*=          # between keys""",
    re.VERBOSE,
)
_BEHIND = re.compile(rf"{MASK}\s*[^\s{MASK},\]}}=.#\"']")
_FRACTION = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3}){2,}|[+-]?\d{1,3}(?:,\d{3}){2,}|[+-]?\d{1,3}(?: \d{3})+")
_PERCENT = re.compile(r"[+-]?\d+(?:\.\d+)?\s*%")
_CODE = re.compile(r"0\d+")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_DASHES = "‐‑‒–—−－"


def begins_header(masked: str) -> bool:
    """Whether a line looks like a table's header, perhaps without its last bracket."""
    return _HEADER.fullmatch(masked.strip()) is not None


def begins_key(masked: str) -> bool:
    """Whether a line looks like a key with its value."""
    return _KEY_BEGINS.match(masked) is not None


MOST_TOLD = 30
"""So many slips of a file are told: who has mended them runs the program again."""


class Slip(NamedTuple):
    """The code of a finding, the line that it is about, and the values of its wording."""

    code: str
    line: int
    args: Mapping[str, object] = MappingProxyType({})


def slips_of_line(line: Line, first: bool) -> Iterator[Slip]:
    """The slips of a line of a statement that cannot be read; `first` if the statement begins with it."""
    text, masked = line.text, line.masked
    for char in dict.fromkeys(masked):
        if (meant := _meant(char)) is not None:
            yield Slip("toml-character", line.number, {"text": _char_words(char), "near": _meant_words(meant)})
            text, masked = text.replace(char, meant or " "), masked.replace(char, meant or " ")
    mended = line._replace(text=text, masked=masked)
    if quotes := _quotes(mended):
        yield quotes
    elif masked.lstrip().startswith("[") and first:
        yield from _keys(mended, [part.strip() for part in masked.strip(" \t[]").split(".")])
    else:
        yield from _statement(mended, first)


def missing_commas(statement: Sequence[Line]) -> Iterator[Slip]:
    """Two values or two keys with nothing but a space or the end of a line between them."""
    text = "\n".join(line.text for line in statement)
    masked = "\n".join(line.masked for line in statement)
    # Each is counted from the beginning, and no more are told.
    for match in islice(_NO_COMMA.finditer(masked), MOST_TOLD):
        at = match.end() if match[0].strip() else match.start()
        yield Slip("toml-comma", statement[0].number + text.count("\n", 0, at))


def _statement(line: Line, first: bool) -> Iterator[Slip]:
    masked = line.masked
    # A bracket without its other one may be all that is left of a table's header.
    if (
        first
        and "=" not in masked
        and masked.count("]") == masked.count("[")
        and masked.count("}") == masked.count("{")
    ):
        yield Slip("toml-equals", line.number, {"text": line.text.strip()})
        return
    if first and masked.lstrip().startswith("="):
        return
    yield from _keys(line, [match[1].strip() for match in _KEY.finditer(masked) if first or match[0][0] in "{,"])
    for match in _COMMA.finditer(masked):
        if near := _plain_number(match[1]):
            yield Slip("toml-number", line.number, {"text": match[1], "near": near})
    masked = _COMMA.sub(lambda match: "=" + "0".rjust(len(match[0]) - 1), masked)
    for match in _VALUE.finditer(masked, masked.find("=") if first else 0):
        yield from _value(match[1].strip(), line.number)
    if _ABSENT.search(masked):
        yield Slip("toml-value-absent", line.number)


def _keys(line: Line, keys: list[str]) -> Iterator[Slip]:
    for key in keys:
        if key and not _BARE.fullmatch(key):
            yield Slip("toml-key-bare", line.number, {"key": key})


def _quotes(line: Line) -> Slip | None:
    """What is wrong with the quotation marks of a line, if anything is."""
    value = (line.text.partition("=")[2] or line.text).strip()
    if any(char in CURLY for char in line.masked):
        return Slip("toml-quote-curly", line.number, {"text": value})
    if any(char in "\"'" for char in line.masked):
        return Slip("toml-quote", line.number, {"text": value})
    if _BEHIND.search(line.masked.partition("=")[2] or line.masked):
        return Slip("toml-quote-inside", line.number, {"text": value})
    for match in re.finditer(f"{MASK}+", line.masked):
        written = line.text[match.start() : match.end()]
        if "\\" in written and not _reads(written):
            return Slip("toml-backslash", line.number, {"text": written})
    return None


def _value(word: str, number: int) -> Iterator[Slip]:
    """What is wrong with a value that stands without quotation marks, if that is known."""
    if not word or _reads(word):
        return
    if (day := _DAY.fullmatch(word)) and _reads(near := f"{day[3]}-{day[2]:0>2}-{day[1]:0>2}"):
        yield Slip("toml-value", number, {"text": word, "near": near})
    elif plain := _plain_number(word):
        yield Slip("toml-number", number, {"text": word, "near": plain})
    elif word.lower() in ("true", "false"):
        yield Slip("toml-value", number, {"text": word, "near": word.lower()})
    elif word[0].isalpha() or _CODE.fullmatch(word):
        yield Slip("toml-quote", number, {"text": word})


def _plain_number(text: str) -> str | None:
    """A number as TOML writes it, where one written in another way has one reading: '1.234,5' is 1234.5."""
    bare = text.rstrip("% ")
    if _FRACTION.fullmatch(bare):
        near = bare.replace(".", "").replace(",", ".")
    elif _THOUSANDS.fullmatch(bare):
        near = re.sub(r"[ .,]", "", bare)
    elif _PERCENT.fullmatch(text):
        near = bare
    else:
        return None
    return near if _reads(near) else None


def _reads(value: str) -> bool:
    try:
        tomli.loads(f"x = {value}")
    except ValueError:
        return False
    return True


def _meant(char: str) -> str | None:
    """The plain letter for one that stands in strings only: '' where it cannot be seen, None if it is none of these."""
    if char in _DASHES:
        return "-"
    if char.isascii() or char in CURLY:
        return None
    if category(char) == "Cf":
        return ""
    plain = normalize("NFKC", char)
    return plain if len(plain) == 1 and plain.isascii() else None


def _char_words(char: str) -> Words:
    code = f"U+{ord(char):04X}"
    if category(char) == "Zs":
        return Words(f"dấu cách đặc biệt ({code})", f"a special space ({code})")
    if category(char) == "Cf":
        return Words(f"ký tự không nhìn thấy ({code})", f"an invisible character ({code})")
    return Words(f"ký tự '{char}' ({code})", f"the character '{char}' ({code})")


def _meant_words(meant: str) -> Words:
    if meant == " ":
        return Words("gõ lại bằng dấu cách thường", "type a plain space instead")
    if not meant:
        return Words("xóa rồi gõ lại chỗ này", "delete it and type this place again")
    return Words(f"gõ lại thành '{meant}'", f"type '{meant}' instead")
