"""Import documents: the figures of every unit as one TOML file, with their sources and doubts."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from cchc_score.catalogue.labels import SEVERITIES
from cchc_score.files.disk import PICTURES, file_name
from cchc_score.findings import Finding
from cchc_score.intake.canonical_toml import report_toml
from cchc_score.results.receipts import ImportedReport
from cchc_score.review.read_files import ReadFile, read_files
from cchc_score.text import Lang, pick
from cchc_score.year.load import Year, load_year, no_progress
from cchc_score.year.parallel import Progress
from cchc_score.year.source import YearSource


@dataclass(frozen=True, slots=True)
class Imported:
    """The reports that were made of documents, what was noticed, which documents could not be read, and all files."""

    reports: tuple[ImportedReport, ...]
    findings: tuple[Finding, ...]
    unread: tuple[Finding, ...]
    files: tuple[ReadFile, ...] = ()
    year: Year | None = field(default=None, compare=False, repr=False)
    """The year as it was read, for those who look through its figures."""


def import_documents(
    source: YearSource,
    unit: str = "",
    year: int | None = None,
    lang: Lang = "vi",
    progress: Progress = no_progress,
) -> Imported:
    """The figures of every unit that a document tells of; a document that cannot be read stops no other.

    `unit` and `year` stand for what the documents do not say. `lang` is that of the comments in the files.
    """
    read = load_year(source, progress, unit, year)
    reports = _reports(read, year or read.rules.scheme.period, lang)
    files = read_files(read.gathered, read.documents, read.unread, read.rules.form)
    return Imported(tuple(reports), read.gathered.findings, read.unread, files, read)


def _reports(read: Year, year: int, lang: Lang) -> list[ImportedReport]:
    gathered = read.gathered
    form = read.rules.form.code if read.rules.form else ""
    by_unit: dict[str, list[Finding]] = defaultdict(list)
    for finding in gathered.findings:
        by_unit[finding.place.unit].append(finding)
    doubtful = Counter(row for row, _ in gathered.table.doubts | (gathered.reasons.keys() & gathered.drafts.keys()))
    waiting = Counter(row for row, _ in gathered.drafts)
    made = []
    for row, unit in enumerate(gathered.table.units):
        drafts = waiting[row]
        facts = sum(gathered.table.known(row, code) for code in gathered.table.columns) + drafts
        # A unit of the list of which no document tells has no report yet, and an empty file would look like one.
        if not facts:
            continue
        own = tuple(by_unit.get(unit.label, ()))
        comments = [f"{pick(lang, *SEVERITIES[finding.severity])}: {finding.words(lang)}" for finding in own]
        pictures = _pictures(read, row, unit.code)
        names = {code: name for code, (name, _) in pictures.items()}
        text = report_toml(gathered, row, year, form, comments, lang, names)
        # Its file is named by the code, because two units may share a name.
        file, doubts = file_name(unit.code, ".toml"), doubtful[row]
        made.append(
            ImportedReport(
                unit=unit,
                file=file,
                facts=facts,
                doubts=doubts,
                findings=own,
                text=text,
                drafts=drafts,
                pictures=tuple(pictures.values()),
            )
        )
    return made


def _pictures(read: Year, row: int, unit: str) -> dict[str, tuple[str, bytes]]:
    """The pictures of the cells from which facts of a unit were read, by the fact, each as (name of its file, PNG)."""
    found = {}
    for (at, code), origin in read.gathered.table.origins.items() if read.pictures else ():
        picture = read.pictures.get((origin.file, (origin.page, origin.table, origin.cell)))
        if at == row and picture is not None:
            found[code] = (f"{PICTURES}/{file_name(unit, '')}/{file_name(code, '.png')}", picture)
    return found
