"""The words around the tables of a form: head, titles, help, who signs."""

import re

from cchc_score.appraisal.self_score_sheet import head_lines
from cchc_score.intake.said_units import OFFICE, commune_in
from cchc_score.model import Form, Scheme, Unit
from cchc_score.report.annex.letterhead_words import MOTTO, NATION
from cchc_score.text import Lang, pick

_DOTS = "........................"
_COUNCIL = re.compile(rf"(?:{'|'.join(OFFICE)})\s+", re.IGNORECASE)
NATION_LINES = (NATION, MOTTO)
"""Quốc hiệu and tiêu ngữ, in both languages."""


def agency_lines(unit: Unit | None, lang: Lang) -> tuple[str, str]:
    """Who reports, on two lines in capital letters; dots to be filled in for nobody in particular."""
    if unit is None or not unit.code:
        return pick(lang, "ỦY BAN NHÂN DÂN", "PEOPLE'S COMMITTEE"), _DOTS
    name = _COUNCIL.sub("", unit.name, count=1)
    committee = commune_in(name.split()) or name != unit.name
    return (pick(lang, "ỦY BAN NHÂN DÂN", "PEOPLE'S COMMITTEE") if committee else "", name.upper())


def report_title(form: Form | None, unit: Unit | None, lang: Lang) -> str:
    """The title of a report as its form has it, with the unit behind it; readers know both again."""
    if form is None:
        return pick(lang, "SỐ LIỆU CẢI CÁCH HÀNH CHÍNH", "FIGURES OF THE ADMINISTRATIVE REFORM")
    if not form.title_before_unit:
        return form.title
    name = _DOTS if unit is None or not unit.code else unit.name
    # The form's own words end with the name of the office, which a unit's name may repeat.
    if any(form.title_before_unit.casefold().endswith(office.casefold()) for office in OFFICE):
        name = _COUNCIL.sub("", name, count=1)
    return f"{form.title_before_unit} {name.upper()}"


def year_line(form: Form | None, scheme: Scheme, lang: Lang) -> str:
    """The year of a report in the form's own words."""
    return f"{(form.title_year if form else '') or pick(lang, 'Năm', 'Year')} {scheme.period}"


def claim_title(scheme: Scheme, lang: Lang) -> str:
    """The title of a self-score table."""
    return pick(
        lang, f"BẢNG TỰ CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM {scheme.period}", f"SELF-SCORE TABLE OF {scheme.period}"
    )


def unit_lines(unit: Unit | None, lang: Lang) -> tuple[str, str]:
    """The line that names the unit with its code, and the label of the day."""
    return head_lines(unit if unit is not None and unit.code else None, lang)


def help_line(lang: Lang) -> str:
    """How a sheet is filled in."""
    return pick(
        lang,
        "Chỉ điền các ô màu vàng; không có số liệu thì để trống (ô trống không phải là 0). Cột Kiểm tra nói ô nào chưa"
        " đúng và vì sao.",
        "Fill in the yellow cells only; leave empty what is not known (an empty cell is no 0). The last column says"
        " which cell is wrong, and why.",
    )


SIGNED = (("NGƯỜI LẬP BIỂU", "DRAWN UP BY"), ("CHỦ TỊCH", "CHAIRPERSON"))
"""Who drew up a form, and who signs it."""


def signatures(lang: Lang) -> tuple[str, str]:
    """The same in a language."""
    drawn, signed = SIGNED
    return pick(lang, *drawn), pick(lang, *signed)
