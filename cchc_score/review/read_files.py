"""What was read from each file of a folder, and what of it needs a look."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from cchc_score.findings import Finding, Place, Severity
from cchc_score.intake.join import Gathered
from cchc_score.intake.reports import ReadDocument, Report
from cchc_score.model import Form, Unit
from cchc_score.text import Lang, pick

_GRAVITY: Mapping[Severity, int] = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file: how it was read, whose figures of which years it gives, how many, and what was found in it.

    `rows` is how many figures the form asks for of the units whose form it is, `blank` how many of those rows have
    none. Of its `figures`, `doubts` are in doubt and `drafts` wait for somebody who confirms them. `units` are those
    about which it counts, `others` what else it names. One that is not `read` has nothing but findings.
    """

    file: str
    read: bool = True
    converted: str = ""
    draft: bool = False
    carried: str = ""
    units: tuple[Unit, ...] = ()
    others: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    figures: int = 0
    rows: int = 0
    blank: int = 0
    doubts: int = 0
    drafts: int = 0
    findings: tuple[Finding, ...] = ()

    @property
    def ending(self) -> str:
        """The ending of its name, by which its reader was chosen."""
        return PurePosixPath(self.file).suffix.lower()

    @property
    def looks(self) -> tuple[Finding, ...]:
        """What needs a look, the gravest first."""
        found = [finding for finding in self.findings if finding.severity != "note"]
        return tuple(sorted(found, key=lambda finding: _GRAVITY[finding.severity]))

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are about it."""
        return sum(finding.severity == severity for finding in self.findings)

    def look_words(self, lang: Lang) -> str:
        """The gravest of what needs a look in plain words, and how much more there is; '' for nothing."""
        looks = self.looks
        if not looks:
            return ""
        first, more = looks[0], len(looks) - 1
        where = place_within(first.place, lang)
        text = f"{where}: {first.what(lang)}" if where else first.what(lang)
        return f"{text} ({pick(lang, f'và {more} điều khác', f'and {more} more')})" if more else text


def read_files(
    gathered: Gathered, documents: Sequence[ReadDocument], unread: Sequence[Finding], form: Form | None
) -> tuple[ReadFile, ...]:
    """Every file by its name, those too that could not be read."""
    names = {document.name for document in documents}
    found = _by_file((*gathered.findings, *unread), names)
    doubtful = gathered.table.doubts | (gathered.reasons.keys() & gathered.drafts.keys())
    doubts = Counter(_file_of(origin.file, names) for key in doubtful if (origin := gathered.table.origins.get(key)))
    drafts = Counter(_file_of(fact.origin.file, names) for fact in gathered.drafts.values())
    used = gathered.used
    asked = sum(row.indicator is not None and row.kind == "leaf" for row in form.rows.values()) if form else 0
    read = [
        replace(
            _read_file(document, used, asked),
            doubts=doubts[document.name],
            drafts=drafts[document.name],
            findings=tuple(found.get(document.name, ())),
        )
        for document in documents
    ]
    # A kind of file that no reader takes is no fault, but its file is not read either.
    failed = {one.place.file for one in unread} | {
        one.place.file for one in gathered.findings if one.code in ("file-kind", "picture-unread")
    }
    absent = [ReadFile(name, read=False, findings=tuple(found[name])) for name in failed - names - {""}]
    return tuple(sorted((*read, *absent), key=lambda file: file.file))


def place_within(place: Place, lang: Lang) -> str:
    """A place as people read it who have its file and its unit before them: 'bảng 1, dòng 4: dòng 1.1'."""
    inner = replace(place, file="", unit="")
    if place.line and not (place.table or place.cell or place.page or place.paragraph):
        # A line of a text says less than the row of the form that stands there.
        words = replace(inner, line=0).words(lang)
        return words or pick(lang, f"dòng {place.line} của tệp", f"line {place.line} of the file")
    return inner.words(lang).removeprefix(": ")


def _read_file(document: ReadDocument, used: Mapping[str, tuple[tuple[Unit, int], ...]], asked: int) -> ReadFile:
    files = {report.place.file for report in document.reports}
    counted = [pair for file in sorted(files) for pair in used.get(file, ())]
    return ReadFile(
        document.name,
        converted=document.converted,
        draft=document.draft,
        carried=document.carried,
        units=tuple(unit for unit, _ in counted),
        others=() if counted else _named(document.reports),
        years=tuple(sorted({report.year for report in document.reports if report.year is not None})),
        figures=sum(count for _, count in counted),
        rows=asked * sum(report.whole for report in document.reports),
        blank=sum(len(report.blank) for report in document.reports),
    )


def _named(reports: Sequence[Report]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(report.name or report.unit for report in reports if report.unit))


def _by_file(findings: Iterable[Finding], names: set[str]) -> Mapping[str, list[Finding]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[_file_of(finding.place.file, names)].append(finding)
    return found


def _file_of(file: str, names: set[str]) -> str:
    """The document in which a place is: of data that a document carries, that document."""
    folder = file.rpartition("/")[0]
    return folder if file not in names and folder in names else file
