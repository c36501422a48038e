"""Fields of a form in a Word document: what was ticked or chosen, and prompts that nobody has answered."""

from cchc_score.symbol_fonts import OPEN, SYMBOL_FONTS, TICKED, symbol
from cchc_score.word.docx_xml import Element, attribute, count_value, part, parts, setting

_OFF = ("0", "false", "off")


def is_prompt(control: Element) -> bool:
    """Whether a content control shows nothing but the words that ask for its content."""
    prompt = part(control, "sdtPr", "showingPlcHdr")
    return prompt is not None and (setting(control, "sdtPr", "showingPlcHdr") or "1") not in _OFF


def chosen(mark: Element) -> str:
    """What the box or the list of an older form field shows; '' for any other mark of a field."""
    box, choice = part(mark, "ffData", "checkBox"), part(mark, "ffData", "ddList")
    if box is not None:
        state = part(box, "checked")
        said = setting(box, "default") or "0" if state is None else setting(box, "checked") or "1"
        return OPEN if said in _OFF else TICKED
    if choice is not None:
        entries = list(parts(choice, "listEntry"))
        at = count_value(setting(choice, "result") or setting(choice, "default"), 0)
        return attribute(entries[at], "val") or "" if at < len(entries) else "\ufffd"
    return ""


def shown_symbol(font: str, code: str) -> str:
    """A character of a symbol font: a box or a tick, else as it is stored, odd but never taken for an empty cell."""
    try:
        number = int(code, 16)
        sign = chr(number)
    except (ValueError, OverflowError):
        return "\ufffd"
    sign = symbol(font, number) if font.casefold() in SYMBOL_FONTS else sign
    return sign if sign.isprintable() or 0xE000 <= ord(sign) <= 0xF8FF else "\ufffd"


def symbol_font(run: Element | None) -> str:
    """The symbol font in which a run is written; '' for any other."""
    fonts = part(run, "rPr", "rFonts")
    named = () if fonts is None else (attribute(fonts, "ascii"), attribute(fonts, "hAnsi"))
    return next((font for font in named if font and font.casefold() in SYMBOL_FONTS), "")
