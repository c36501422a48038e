"""What an import made: a line for every unit, with what is left to look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc_score.findings import Finding
from cchc_score.formats import Heading, Page, Sheet
from cchc_score.model import Unit
from cchc_score.pages.data import SCHEMA_VERSION
from cchc_score.text import Lang, number, pick


@dataclass(frozen=True, slots=True)
class Imported:
    """One file that an import makes: whose it is, how many facts it has and how many of them in doubt."""

    unit: Unit
    file: str
    facts: int
    doubts: int
    findings: tuple[Finding, ...]
    text: str


def imported_page(made: Sequence[Imported], folder: Path, lang: Lang) -> Page:
    """The files that were written."""
    headings = (
        Heading(pick(lang, "Đơn vị", "Unit")),
        Heading(pick(lang, "Tệp", "File")),
        Heading(pick(lang, "Số liệu", "Facts"), "right"),
        Heading(pick(lang, "Nghi vấn", "In doubt"), "right"),
        Heading(pick(lang, "Lỗi", "Errors"), "right"),
        Heading(pick(lang, "Cảnh báo", "Warnings"), "right"),
    )
    rows = tuple((one.unit.name, one.file, *(number(count, 0, lang) for count in _counts(one))) for one in made)
    note = pick(lang, "Đã ghi {count} tệp vào {folder}.", "Wrote {count} files into {folder}.")
    data = {
        "schema_version": SCHEMA_VERSION,
        "folder": folder.as_posix(),
        "files": [
            {
                "unit": one.unit.code,
                "name": one.unit.name,
                "file": one.file,
                "facts": one.facts,
                "in_doubt": one.doubts,
                "errors": _count(one, "error"),
                "warnings": _count(one, "warning"),
            }
            for one in made
        ],
    }
    text = note.format(count=number(len(made), 0, lang), folder=folder.as_posix())
    return Page("", (Sheet(headings, rows),), (text,), lambda: data)


def _counts(one: Imported) -> tuple[int, int, int, int]:
    return one.facts, one.doubts, _count(one, "error"), _count(one, "warning")


def _count(one: Imported, severity: str) -> int:
    return sum(finding.severity == severity for finding in one.findings)
