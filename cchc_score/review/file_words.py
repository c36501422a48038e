"""How a file was read, and whose figures of which years it gives, in words."""

from cchc_score.review.read_files import ReadFile
from cchc_score.text import Lang, number, pick

MOST_UNITS = 2
"""So many units of a file are named; of more their number is said."""


def reading_words(file: ReadFile, lang: Lang) -> str:
    """How a file was read: by its ending, by which other program, as a draft, or not at all."""
    if not file.read:
        return pick(lang, "không đọc được", "not read")
    parts = [file.ending or pick(lang, "đầu vào chuẩn", "standard input")]
    if file.converted:
        parts.append(pick(lang, f"chuyển bằng {file.converted}", f"converted by {file.converted}"))
    if file.carried:
        parts.append(pick(lang, f"số liệu đính kèm {file.carried}", f"attached data {file.carried}"))
    if file.draft:
        parts.append(pick(lang, "bản nháp", "draft"))
    return ", ".join(parts)


def units_words(file: ReadFile, lang: Lang) -> str:
    """Whose figures a file gives; where they do not count, whom it names, with a question mark."""
    names = [unit.label for unit in file.units] or [f"{name} (?)" for name in file.others]
    if len(names) > MOST_UNITS:
        return pick(lang, f"{number(len(names), 0, lang)} đơn vị", f"{number(len(names), 0, lang)} units")
    return ", ".join(names)


def years_words(file: ReadFile) -> str:
    """The years that a file names."""
    return ", ".join(map(str, file.years))
