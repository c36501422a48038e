"""What a job makes: a report of the year, forms for its units, the figures added up, or the folder of the year."""

from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cchc_score.app.report_files import check_volume, pieces_of, year_report
from cchc_score.app.sum_figures import sum_figures
from cchc_score.files.disk import file_name
from cchc_score.forms.form_kind import FORM_FILES, FormRequest
from cchc_score.forms.form_kinds import FORM_KINDS
from cchc_score.pages.summed_page import summed_page
from cchc_score.report.page_file import PageFile
from cchc_score.report.report_kinds import REPORT_KINDS, report_bytes, unit_files
from cchc_score.text import Lang, pick
from cchc_score.year.parallel import Progress
from cchc_web.database_source import DatabaseSource
from cchc_web.models import KeptYear
from cchc_web.transfer import export_year

Made = tuple[str, bytes]
"""The name of a file and its bytes."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every file in an archive, so that the same files give the same archive."""


def report_file(year: KeptYear, asked: Mapping[str, str], lang: Lang, progress: Progress) -> Made:
    """The report of a stage: one volume, or an archive with a file for every unit."""
    kind, stage, by_unit = asked["format"], asked["stage"], asked["spread"] == "units"
    pieces = pieces_of(asked["pieces"].split(), signed=kind in ("docx", "pdf") and not by_unit)
    made = year_report(DatabaseSource(year), pieces, (), stage, progress)
    name = f"{year.folder}-{made.scored.stage}"
    if not by_unit:
        check_volume(made)
        return f"{name}{REPORT_KINDS[kind]}", report_bytes(made, kind, lang)
    return f"{name}-{kind}.zip", archive(_told(unit_files(made, kind, lang, kind == "html"), len(made.rows), progress))


def form_file(year: KeptYear, asked: Mapping[str, str], lang: Lang, progress: Progress) -> Made:
    """A form, filled as far as the year knows: one file, or an archive with a file for every unit."""
    kind, file = FORM_KINDS[asked["form"]], asked["format"]
    round = int(asked.get("round") or 0)
    form = kind.prepare(FormRequest(source=DatabaseSource(year), lang=lang, progress=progress, round=round))
    name = f"{year.folder}-{kind.name}"
    if not kind.by_unit or kind.together:
        return f"{name}{FORM_FILES[file]}", form.write(form.units, file)
    files = ((file_name(unit.code, FORM_FILES[file]), form.write((unit,), file)) for unit in form.units)
    return f"{name}-{file}.zip", archive(_told(files, len(form.units), progress))


def summary_file(year: KeptYear, asked: Mapping[str, str], lang: Lang, progress: Progress) -> Made:
    """The figures of all units added up in the form."""
    found, kind = sum_figures(DatabaseSource(year), (), asked["stage"], progress), asked["format"]
    count = len(found.summed.units)
    subtitle = (
        found.summed.title,
        pick(
            lang,
            f"Năm {found.summed.period}; {count} đơn vị",
            f"Year {found.summed.period}; {count} units",
        ),
    )
    page = PageFile(
        summed_page(found.summed, lang), subtitle, found.letterhead, pick(lang, "Tổng hợp", "Summary"), lang
    )
    return f"{year.folder}-tong-hop.{kind}", page.write(kind)


def year_file(year: KeptYear, asked: Mapping[str, str], lang: Lang, progress: Progress) -> Made:
    """The folder of the year with its journal, as an archive for a USB stick."""
    with TemporaryDirectory() as place:
        folder = Path(place) / year.folder
        export_year(year, folder)
        # The year before, where there is one, stands beside it.
        paths = sorted(path for path in Path(place).rglob("*") if path.is_file())
        files = ((path.relative_to(place).as_posix(), path.read_bytes()) for path in paths)
        return f"{year.folder}.zip", archive(_told(files, len(paths), progress))


JOBS: Mapping[str, Callable[[KeptYear, Mapping[str, str], Lang, Progress], Made]] = MappingProxyType(
    {"report": report_file, "form": form_file, "summary": summary_file, "year": year_file}
)
"""What makes the file of each kind of job."""


def archive(files: Iterable[Made]) -> bytes:
    """An archive of some files; the same files give the same bytes."""
    data = BytesIO()
    with ZipFile(data, "w") as made:
        for name, content in files:
            made.writestr(ZipInfo(name, _DAY), content, ZIP_DEFLATED)
    return data.getvalue()


def _told(files: Iterable[Made], whole: int, progress: Progress) -> Iterable[Made]:
    for done, file in enumerate(files, 1):
        yield file
        progress(done, whole)
