"""The words around the tables of an annex, as Decree 30/2020/ND-CP lays a document out."""

from cchc_score.report.annex.annex_document import printable
from cchc_score.text import Lang, pick
from cchc_score.year.letterhead import Letterhead

_DOTS = "........"
NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM")
MOTTO = ("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness")
RECIPIENTS = ("Nơi nhận:", "Recipients:")
ANNEX = ("PHỤ LỤC", "ANNEX")
NOTES = ("Ghi chú:", "Notes:")


def agency_lines(letterhead: Letterhead, lang: Lang) -> tuple[str, str]:
    """The body above the agency, and the agency, in capital letters; dots to be filled in for an agency not named."""
    agency = letterhead.agency or _DOTS * 3
    return printable(letterhead.superior).upper(), printable(agency).upper()


def number_line(letterhead: Letterhead, lang: Lang) -> str:
    """The number of the document."""
    return f"{pick(lang, 'Số', 'No.')}: {printable(letterhead.number) or _DOTS}"


def date_line(letterhead: Letterhead, lang: Lang) -> str:
    """Place and day; a day below 10 and the first two months have a nought before them, as the decree says."""
    place, day = printable(letterhead.place) or _DOTS, letterhead.day
    if day is None:
        return pick(lang, f"{place}, ngày ..... tháng ..... năm ........", f"{place}, ...../...../........")
    if lang == "en":
        return f"{place}, {day:%d/%m/%Y}"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{place}, ngày {day.day:02d} tháng {month} năm {day.year}"


def attached_line(letterhead: Letterhead, lang: Lang) -> str:
    """Whose annex it is."""
    return pick(lang, f"(Kèm theo {letterhead.attached_to})", f"(Attached to {letterhead.attached_to})")


def signature_lines(letterhead: Letterhead, lang: Lang) -> tuple[str, str, str]:
    """In whose name, as what, and who signs; what nobody has named is left to be filled in."""
    position = letterhead.position or pick(lang, "Người ký", "Signed by")
    return printable(letterhead.authority).upper(), printable(position).upper(), printable(letterhead.signer)
