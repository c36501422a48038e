"""What a merge made: where each file comes from."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from cchc_score.formats import Heading, Page, Sheet
from cchc_score.merging.merge import Merged
from cchc_score.pages.data import SCHEMA_VERSION
from cchc_score.text import Lang, number, pick


def merged_page(made: Merged, names: tuple[str, str], folder: Path, lang: Lang) -> Page:
    """The files that do not stand alike on both sides, and how many do."""
    sources: Mapping[str, str] = {
        "first": names[0],
        "second": names[1],
        "merged": pick(lang, "gộp từ cả hai", "merged from both"),
    }
    headings = (Heading(pick(lang, "Tệp", "File")), Heading(pick(lang, "Lấy từ", "Taken from")))
    rows = tuple((name, sources[one.source]) for name, one in made.files.items() if one.source != "both")
    counts = Counter(one.source for one in made.files.values())
    same, whole = (number(count, 0, lang) for count in (counts["both"], len(made.files)))
    note = pick(
        lang,
        f"Đã ghi {whole} tệp vào {folder.as_posix()}, trong đó {same} tệp giống nhau ở hai bên.",
        f"Wrote {whole} files into {folder.as_posix()}, {same} of them alike on both sides.",
    )
    data = {
        "schema_version": SCHEMA_VERSION,
        "folder": folder.as_posix(),
        "files": [{"file": name, "source": one.source} for name, one in made.files.items()],
    }
    return Page("", (Sheet(headings, rows),) if rows else (), (note,), lambda: data)
