"""Whether all that names a report agrees: title, file name, folder and prose on its unit, its year and its period."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from cchc_score.findings import Finding, Place, Words
from cchc_score.intake.reports import Report
from cchc_score.intake.said_periods import SaidPeriod, Source, said_period
from cchc_score.intake.said_units import SaidUnit, begins_with, commune_in
from cchc_score.intake.unit_lookup import UnitLookup, spaced
from cchc_score.model import Unit
from cchc_score.text import nfc

_WHERE: Mapping[str, Words] = {
    "report": Words("báo cáo", "the report"),
    "title": Words("tiêu đề", "the title"),
    "heading": Words("đầu cột số liệu", "the heading of its figures"),
    "subject": Words("tên báo cáo", "the subject"),
    "file": Words("tên tệp", "the file's name"),
    "folder": Words("tên thư mục", "the folder's name"),
    "letterhead": Words("đầu văn bản", "the letterhead"),
    "prose": Words("lời báo cáo", "the prose"),
}


class Agreement:
    """What the names of files and folders say, held against what reports say themselves."""

    def __init__(self, lookup: UnitLookup, reports: Sequence[Report]) -> None:
        self.lookup = lookup
        self._reports = Counter(report.place.file for report in reports if report.unit or report.facts)
        self._files: dict[str, tuple[SaidPeriod, ...]] = {}
        self._owners: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}

    def unit_fault(self, report: Report, unit: Unit) -> Finding | None:
        """The finding about a file, a letterhead or prose that names another unit than the report's own; or None."""
        # A list of many units is named for none of them.
        if report.given_unit or not self._alone(report):
            return None
        where = next(self._other_units(report, unit), None)
        if where is None:
            return None
        source, other = where
        args = {"name": unit.name, "where": _WHERE[source], "other": other}
        return Finding("unit-contradicted", self._place(report, unit), args)

    def _alone(self, report: Report) -> bool:
        return self._reports[report.place.file] < 2

    def _place(self, report: Report, unit: Unit) -> Place:
        # What is wrong with a list of many units is said once.
        return replace(report.place, unit=unit.label) if self._alone(report) else Place(report.place.file)

    def _other_units(self, report: Report, unit: Unit) -> Iterator[tuple[str, str]]:
        for source, codes in self._named_by_path(report.place.file):
            if unit.code not in codes:
                yield source, self.lookup.codes[min(codes)].name
        # A list of units need not name every neighbour, and there may be none.
        words = spaced(nfc(PurePosixPath(report.place.file).stem)).split()
        runs = [words[at:] for at in range(len(words))]
        stated = next((name for run in runs if (name := commune_in(run))), "")
        if stated and not any(begins_with(run, unit.name) for run in runs):
            yield "file", stated
        said = [(self._called(one, unit), one.head) for one in report.units]
        for source, named in (
            ("letterhead", [name for name, head in said if name and head]),
            ("prose", [name for name, _ in said if name]),
        ):
            # Prose may speak of neighbours; but a report that speaks of nobody but them is theirs.
            if named and unit.name not in named:
                yield source, named[0]

    def _called(self, said: SaidUnit, unit: Unit) -> str:
        """The name of a unit of which a document speaks, that of the report's own one as the list has it; or ''."""
        if begins_with(said.words, unit.name):
            return unit.name
        units = said.of(self.lookup.names)
        return units[0].name if units else commune_in(said.words)

    def period_fault(self, report: Report, unit: Unit) -> Finding | None:
        """The finding about a report of less than a year, or about two places that say different years; or None."""
        if report.given_year:
            return None
        said = (*report.periods, *self._periods_of_file(report.place.file))
        part = next((one for one in said if one.part), None)
        if part is not None:
            return Finding("period-part", self._place(report, unit), {"where": _WHERE[part.source], "text": part.part})
        years: dict[int, Source | str] = {} if report.year is None else {report.year: _own(report)}
        for one in said:
            if one.year is not None:
                years.setdefault(one.year, one.source)
        if len(years) < 2:
            return None
        (year, first), (other, second) = list(years.items())[:2]
        args = {"first": _WHERE[first], "year": str(year), "second": _WHERE[second], "other": str(other)}
        return Finding("year-contradicted", self._place(report, unit), args)

    def year(self, report: Report) -> int | None:
        """The year of a report by itself, else by the names of its file and folders."""
        if report.year is not None:
            return report.year
        said = (*report.periods, *self._periods_of_file(report.place.file))
        return next((one.year for one in said if one.year is not None), None)

    def _periods_of_file(self, file: str) -> tuple[SaidPeriod, ...]:
        if file not in self._files:
            path = PurePosixPath(nfc(file))
            # A code may hold what looks like a year.
            stem = "" if path.stem in self.lookup.codes else path.stem
            said = [said_period(stem, "file"), *(said_period(folder, "folder") for folder in folders_of(file))]
            self._files[file] = tuple(one for one in said if one is not None)
        return self._files[file]

    def _named_by_path(self, file: str) -> tuple[tuple[str, frozenset[str]], ...]:
        """The codes of the units that a file's name may mean, and those that a folder's may."""
        if file not in self._owners:
            named = [("file", self.lookup.meant_by_file(file))]
            named += [("folder", self.lookup.meant_by(folder)) for folder in folders_of(file)]
            self._owners[file] = tuple((source, codes) for source, codes in named if codes)
        return self._owners[file]


def _own(report: Report) -> str:
    return next((one.source for one in report.periods if one.year == report.year), "report")


def folders_of(file: str) -> Sequence[str]:
    """The folders of a file within the year; where it was named from outside, they are somebody's own."""
    path = PurePosixPath(nfc(file))
    parts = path.parts[:-1]
    return () if path.is_absolute() or ".." in parts else parts
