"""Fields of a form in a Word document: what was ticked or chosen, and prompts that nobody has answered."""

from cchc_score.word.docx_xml import Element, attribute, count_value, part, parts, setting

TICKED, OPEN = "☒", "☐"
_OFF = ("0", "false", "off")
_BOXES = {
    ("wingdings", 0x6F): OPEN, ("wingdings", 0xA8): OPEN, ("wingdings", 0xFD): TICKED, ("wingdings", 0xFE): TICKED,
    ("wingdings", 0xFC): "✓", ("wingdings", 0xFB): "✗",
    ("wingdings 2", 0xA3): OPEN, ("wingdings 2", 0x52): TICKED, ("wingdings 2", 0x53): TICKED,
    ("wingdings 2", 0x54): TICKED, ("wingdings 2", 0x50): "✓", ("wingdings 2", 0x4F): "✗",
}  # fmt: skip
"""Signs of symbol fonts with which people tick."""


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


def symbol(font: str, code: str) -> str:
    """A character of a symbol font: a box or a tick, else as it is stored, odd but never taken for an empty cell."""
    try:
        number = int(code, 16)
        sign = chr(number)
    except (ValueError, OverflowError):
        return "\ufffd"
    box = _BOXES.get((font.casefold(), number & 0xFF if 0xF000 <= number <= 0xF0FF else number))
    if box is not None:
        return box
    return sign if sign.isprintable() or 0xE000 <= ord(sign) <= 0xF8FF else "\ufffd"
