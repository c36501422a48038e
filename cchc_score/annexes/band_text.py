"""Bands in the words of a decision: 'từ 70% đến dưới 90%: 1 điểm'."""

import re
from fractions import Fraction

from cchc_score.annexes.recognised_rule import CLAUSE, NUMBER, RecognisedRule, number_of
from cchc_score.points import plain

_BETWEEN = re.compile(
    rf"(?:từ|trên|>=|≥|>)\s*(?P<low>{NUMBER})\s*%?\s*(?:đến|tới|-|–)\s*(?:dưới|<)?\s*(?P<high>{NUMBER})\s*%",
    re.IGNORECASE,
)
_FROM = re.compile(rf"(?:từ|>=|≥|đạt từ)\s*(?P<low>{NUMBER})\s*%\s*(?:trở lên)?", re.IGNORECASE)
_ABOVE = re.compile(rf"(?:trên|>|lớn hơn|hơn)\s*(?P<low>{NUMBER})\s*%", re.IGNORECASE)
_BELOW = re.compile(rf"(?:dưới|<|nhỏ hơn|thấp hơn)\s*(?P<low>{NUMBER})\s*%", re.IGNORECASE)
_UP_TO = re.compile(rf"(?:từ|đến)\s*(?P<low>{NUMBER})\s*%\s*trở xuống", re.IGNORECASE)
_EXACT = re.compile(rf"(?:đạt|=|đúng)?\s*(?P<low>{NUMBER})\s*%", re.IGNORECASE)
# '1.000' may be a thousand things or one: nobody can tell.
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_PLAIN = tuple(
    (re.compile(pattern.format(n=rf"(?P<low>{NUMBER})", m=NUMBER), re.IGNORECASE), key)
    for pattern, key in (
        (r"từ {n} (?:đến|tới)(?: dưới)? {m}", "from"),
        (r"trên {n} (?:đến|tới)(?: dưới)? {m}", "above"),
        (r"từ {n} trở lên", "from"),
        (r"từ {n} trở xuống", "up to"),
        (r"trên {n}", "above"),
        (r"dưới {n}", "below"),
        (r"(?:đúng|bằng) {n}", "from"),
    )
)
"""Limits of a figure that is no percentage: only where a condition says nothing else."""


def bands_rule(text: str, most: Fraction, code: str, if_none: str | None) -> RecognisedRule | None:
    """Bands of a percentage or of a figure; `if_none` is None where the text does not say what it is."""
    bands: list[tuple[str, Fraction, Fraction]] = []
    lowest: list[tuple[Fraction, Fraction]] = []
    shares: set[bool] = set()
    for clause in CLAUSE.finditer(text):
        limit, points = _limit(clause["when"]), number_of(clause["points"])
        if limit is None:
            return None
        key, value, percent = limit
        shares.add(percent)
        if key in ("below", "up to"):
            lowest.append((value, points))
        else:
            bands.append((key, value, points))
    if len(bands) + len(lowest) < 2 or not bands or len(shares) > 1 or (if_none and shares == {False}):
        return None
    if max([band[-1] for band in bands] + [rest[-1] for rest in lowest]) > most:
        return None
    # Of two bands with one limit, 'above' is the higher.
    bands.sort(key=lambda band: (-band[1], band[0] != "above"))
    # 'dưới 70%' is all that no other limit takes: it must begin where the lowest of them ends.
    if lowest and (len(lowest) > 1 or lowest[0][0] != bands[-1][1]):
        return None
    rest = lowest[0][1] if lowest else Fraction(0)
    listed = [f"{{ {key} = {plain(limit)}, points = {plain(points)} }}" for key, limit, points in bands]
    if bands[-1][1] or bands[-1][0] == "above":
        listed.append(f"{{ from = 0, points = {plain(rest)} }}")
    found = ("bands", f"[ {', '.join(listed)} ]")
    if shares == {False}:
        kind = "count" if all(limit.denominator == 1 for _, limit, _ in bands) else "decimal"
        return RecognisedRule("bands", (("value", f'"{code}_value"'), found), (("value", "số lượng"),), kind)
    facts = (("part", f'"{code}_part"'), ("whole", f'"{code}_whole"'))
    settings = (*facts, found, ("if_none", f'"{if_none or "zero"}"'))
    return RecognisedRule("bands", settings, (("part", "tử số"), ("whole", "mẫu số")))


def _limit(when: str) -> tuple[str, Fraction, bool] | None:
    """The limit that a condition names: its key in a band ('below' or 'up to' for the rest), and whether in percent."""
    for pattern, key in _PLAIN:
        found = pattern.fullmatch(when.strip(" -+•*"))
        if found and not _THOUSANDS.fullmatch(found["low"]):
            return key, number_of(found["low"]), False
    for pattern, key in (
        (_BETWEEN, "from"),
        (_UP_TO, "up to"),
        (_BELOW, "below"),
        (_FROM, "from"),
        (_ABOVE, "above"),
        (_EXACT, "from"),
    ):
        found = pattern.search(when)
        if found:
            if key == "from" and re.match(r"\s*(?:trên|>(?!=))", found[0], re.IGNORECASE):
                key = "above"
            return key, number_of(found["low"]), True
    return None
