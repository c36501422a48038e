"""What `init` has written, and what to do next."""

from collections.abc import Sequence

from cchc_score.formats import Heading, Page, Sheet
from cchc_score.pages.data import SCHEMA_VERSION
from cchc_score.text import Lang, pick


def begun_page(files: Sequence[str], folder: str, lang: Lang) -> Page:
    """The files of a new folder."""
    said = pick(
        lang,
        f"Đã tạo {folder} với bộ tiêu chí minh họa và số liệu giả định. Tiếp theo: cchc-score rank {folder}",
        f"Made {folder} with an illustrative scheme and made-up figures. Next: cchc-score rank {folder}",
    )
    sheet = Sheet((Heading(pick(lang, "Tệp", "File")),), tuple((one,) for one in files))
    data = {"schema_version": SCHEMA_VERSION, "folder": folder, "files": list(files)}
    return Page("", (sheet,), (said,), lambda: data)
