"""Every other way of giving points, in the words of a decision: shares, so much for each, days, yes or no."""

import re
from fractions import Fraction

from cchc_score.annexes.recognised_rule import CLAUSE, NUMBER, RecognisedRule, number_of
from cchc_score.points import plain

_EACH = re.compile(
    rf"mỗi\s[^:;.]*?(?P<each>{NUMBER})\s*điểm[^0-9]*?(?:tối đa|không quá|nhưng không quá)\s*(?P<most>{NUMBER})",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"^[^;]+: (?P<start>{NUMBER}) điểm, mỗi đơn vị tính (?P<sign>thêm|trừ) (?P<each>{NUMBER}) điểm,"
    rf" từ 0 đến (?P<most>{NUMBER}) điểm$",
    re.IGNORECASE,
)
_GIVEN = re.compile(rf"^[^;]+ \(điểm do điều tra hoặc hội đồng chấm, tối đa (?P<most>{NUMBER})\)$", re.IGNORECASE)
_SHARE = re.compile(r"\(?\s*([a-zđ])\s*/\s*([a-zđ])\s*\)?\s*[x×*]\s*(?:điểm tối đa|[0-9])", re.IGNORECASE)
_OF_WHOLE = re.compile(
    rf"[^;%]+ / [^;%]+[^,;%] x (?P<most>{NUMBER}) điểm"
    rf"(?:; dưới {NUMBER}%: 0 điểm)?(?:; từ {NUMBER}% trở lên: đủ điểm)?",
    re.IGNORECASE,
)
_FLOOR = re.compile(
    rf"(?:b/a|tỷ lệ)?\s*(?:<|dưới)\s*(?P<floor>{NUMBER})\s*(?P<percent>%)?\s*(?::|thì|được)\s*0(?![.,]?[0-9])",
    re.IGNORECASE,
)
_FULL = re.compile(rf"từ (?P<full>{NUMBER})% trở lên: đủ điểm", re.IGNORECASE)
# Points that go on in a sum or a product are not all that is given.
_REST = re.compile(r"\s*[+x×*/]", re.IGNORECASE)
_DAY = re.compile(rf"đến hết ngày (\d\d)/(\d\d)/(\d{{4}}): ({NUMBER}) điểm", re.IGNORECASE)
_COMPARED = re.compile(
    rf"(?P<value>[^;:]+) cao hơn (?P<against>[^;:]+): (?P<above>{NUMBER}) điểm;"
    rf" bằng: (?P<equal>{NUMBER}) điểm; thấp hơn: (?P<below>{NUMBER}) điểm",
    re.IGNORECASE,
)
_LATE = re.compile(rf"; muộn hơn: (?P<late>{NUMBER}) điểm; không có: (?P<never>{NUMBER}) điểm$", re.IGNORECASE)


def ratio_rule(text: str, most: Fraction, code: str, if_none: str) -> RecognisedRule | None:
    """A share of the maximum, perhaps with a floor and a limit from which all of it is given."""
    whole = _OF_WHOLE.fullmatch(text)
    if not _SHARE.search(text) and not (whole and number_of(whole["most"]) == most):
        return None
    settings = [("part", f'"{code}_part"'), ("whole", f'"{code}_whole"')]
    floor = _FLOOR.search(text)
    if floor:
        # '0,8' beside b/a is a share; in a scheme limits of shares are percentages.
        limit = number_of(floor["floor"]) * (1 if floor["percent"] else 100)
        settings.append(("zero_below", plain(limit)))
    full = _FULL.search(text)
    if full:
        settings.append(("full_from", plain(number_of(full["full"]))))
    settings.append(("if_none", f'"{if_none}"'))
    return RecognisedRule("ratio", tuple(settings), (("part", "tử số"), ("whole", "mẫu số")))


def each_rule(text: str, most: Fraction, code: str) -> RecognisedRule | None:
    """So many points for each thing, up to the maximum."""
    found = _EACH.search(text)
    # Another maximum than that of the column would be another rule.
    if not found or number_of(found["most"]) != most:
        return None
    settings = (("count", f'"{code}_count"'), ("each", plain(number_of(found["each"]))))
    return RecognisedRule("count", settings, (("count", "số lượng"),))


def counted_rule(text: str, most: Fraction, code: str) -> RecognisedRule | None:
    """So many points on or off for each thing: 'Số vụ: 2 điểm, mỗi đơn vị tính trừ 0,5 điểm, từ 0 đến 2 điểm'."""
    found = _COUNTED.search(text)
    if not found or number_of(found["most"]) != most:
        return None
    sign = "-" if found["sign"].lower() == "trừ" else ""
    settings = [("count", f'"{code}_count"'), ("each", sign + plain(number_of(found["each"])))]
    if number_of(found["start"]):
        settings.append(("start", plain(number_of(found["start"]))))
    return RecognisedRule("count", tuple(settings), (("count", "số lượng"),))


def given_rule(text: str, most: Fraction, code: str) -> RecognisedRule | None:
    """Points that somebody else has given."""
    found = _GIVEN.search(text)
    if not found or number_of(found["most"]) != most:
        return None
    return RecognisedRule(
        "given", (("points", f'"{code}_points"'),), (("points", "điểm do điều tra hoặc hội đồng chấm"),), "points"
    )


def deadline_rule(text: str, most: Fraction, code: str) -> RecognisedRule | None:
    """Points by the day on which something was done."""
    steps, rest = _DAY.findall(text), _LATE.search(text)
    if not steps or not rest:
        return None
    listed = [
        f"{{ by = {year}-{month}-{day}, points = {plain(number_of(points))} }}" for day, month, year, points in steps
    ]
    settings = (
        ("date", f'"{code}_date"'),
        ("steps", f"[ {', '.join(listed)} ]"),
        ("late", plain(number_of(rest["late"]))),
        ("never", plain(number_of(rest["never"]))),
    )
    return RecognisedRule("deadline", settings, (("date", "ngày thực hiện"),), "date")


def yes_no_rule(text: str, most: Fraction, code: str) -> RecognisedRule | None:
    """All points for a thing that was done, none for one that was not."""
    found = list(CLAUSE.finditer(text))
    clauses = [(clause["when"].strip(" -+•,."), number_of(clause["points"])) for clause in found]
    if any(_REST.match(text, clause.end()) for clause in found):
        return None
    # Full points for a 'no' would be a question the other way round.
    if [points for _, points in clauses] != [most, 0] or clauses[0][0].lower() == "không":
        return None
    asked = clauses[0][0]
    if asked.lower() == "có":
        asked = text[: found[0].start()].strip(" :") or asked
    settings = (("fact", f'"{code}_done"'), ("points", f"{{ yes = {plain(most)}, no = 0 }}"))
    return RecognisedRule("options", settings, (("done", asked),), "yes_no")


def compared_rule(text: str, most: Fraction, code: str) -> RecognisedRule | None:
    """Points by whether a figure is above another, equal to it, or below it."""
    found = _COMPARED.fullmatch(text)
    if not found:
        return None
    given = ((key, plain(number_of(found[key]))) for key in ("above", "equal", "below"))
    facts = (("value", f'"{code}_value"'), ("against", f'"{code}_against"'))
    asks = (("value", found["value"]), ("against", found["against"]))
    return RecognisedRule("compared", (*facts, *given), asks, "decimal")
