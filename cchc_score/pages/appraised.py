"""What an import of an appraisal made: a line for every entry."""

from collections.abc import Sequence
from pathlib import Path

from cchc_score.appraisal.council import state_words
from cchc_score.appraisal.nouns import Entry
from cchc_score.appraisal.records import state_plain
from cchc_score.formats import Heading, Page, Sheet
from cchc_score.model import Scheme, Unit
from cchc_score.pages.data import SCHEMA_VERSION
from cchc_score.text import Lang, number, pick


def appraised_page(entries: Sequence[Entry], scheme: Scheme, units: Sequence[Unit], file: Path, lang: Lang) -> Page:
    """The entries that were written into a file."""
    headings = (
        Heading(pick(lang, "Mã mục", "Entry")),
        Heading(pick(lang, "Đơn vị", "Unit")),
        Heading(pick(lang, "Tiêu chí, chỉ tiêu", "Criterion or indicator")),
        Heading(pick(lang, "Cũ", "Old"), "right"),
        Heading(pick(lang, "Mới", "New"), "right"),
        Heading(pick(lang, "Lý do", "Reason")),
    )
    names = {unit.code: unit.label for unit in units}
    rows = tuple(
        (
            one.id,
            names[one.unit],
            one.criterion or scheme.indicators[one.indicator].label(lang),
            state_words(scheme, one, one.old, lang),
            state_words(scheme, one, one.new, lang),
            one.reason,
        )
        for one in entries
    )
    note = pick(lang, "Đã ghi {count} mục vào {file}.", "Wrote {count} entries into {file}.")
    data = {
        "schema_version": SCHEMA_VERSION,
        "file": file.as_posix(),
        "entries": [
            {
                "id": one.id,
                "round": one.round,
                "unit": one.unit,
                "criterion": one.criterion,
                "indicator": one.indicator,
                "old": state_plain(one.old, one.criterion),
                "new": state_plain(one.new, one.criterion),
                "supersedes": one.supersedes,
            }
            for one in entries
        ],
    }
    told = note.format(count=number(len(entries), 0, lang), file=file.as_posix())
    return Page("", (Sheet(headings, rows),), (told,), lambda: data)
