"""What `init` and `new` have written, and what to do next."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from cchc_score.findings import Words
from cchc_score.formats import Heading, Page, Sheet
from cchc_score.pages.data import SCHEMA_VERSION
from cchc_score.text import Lang, pick

_SAID: Mapping[str, Words] = MappingProxyType(
    {
        "year": Words(
            "Đã tạo {folder} với bộ tiêu chí minh họa và số liệu giả định. Tiếp theo: cchc-score rank {folder}",
            "Made {folder} with an illustrative scheme and made-up figures. Next: cchc-score rank {folder}",
        ),
        "scheme": Words(
            "Đã tạo {folder}: bộ tiêu chí, các ca mẫu và một ví dụ. Tiếp theo: cchc-score check {folder}",
            "Made {folder}: a scheme, its golden cases and an example. Next: cchc-score check {folder}",
        ),
        "form": Words(
            "Đã tạo {folder}: mẫu báo cáo và một báo cáo ví dụ. Tiếp theo: cchc-score check {folder}",
            "Made {folder}: a report form and an example report. Next: cchc-score check {folder}",
        ),
        "plugin": Words(
            "Đã tạo {folder}: plugin, ca mẫu và kiểm thử."
            " Tiếp theo: cchc-score check --scheme {folder}/thi-du.toml --plugins {folder}",
            "Made {folder}: a plugin, golden cases and tests."
            " Next: cchc-score check --scheme {folder}/thi-du.toml --plugins {folder}",
        ),
    }
)


def begun_page(files: Sequence[str], folder: str, kind: str, lang: Lang) -> Page:
    """The files of a new folder: of a year, or of a skeleton."""
    said = pick(lang, *_SAID[kind]).format(folder=folder)
    sheet = Sheet((Heading(pick(lang, "Tệp", "File")),), tuple((one,) for one in files))
    data = {"schema_version": SCHEMA_VERSION, "folder": folder, "files": list(files)}
    return Page("", (sheet,), (said,), lambda: data)
