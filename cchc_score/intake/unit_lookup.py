"""Which unit a document means: by its code, its exact name, or the name of its file."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import PurePosixPath

from cchc_score.findings import Finding, Place
from cchc_score.intake.near_words import NearWords
from cchc_score.intake.reports import Report
from cchc_score.model import Unit
from cchc_score.text import bare, common_noun, nfc, same_digits, same_name, unmasked

# No digits around it, or a file number such as 120231 would be a year.
YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_WORDS = re.compile(r"[\s_.,()-]+")


@dataclass(frozen=True, slots=True)
class GoneUnits:
    """Units of the list that do not exist on the day that counts for a year."""

    units: tuple[Unit, ...]
    year: int
    day: date

    def finding(self, unit: Unit, place: Place) -> Finding:
        """That something is about one of them, and not used."""
        return Finding(
            "unit-gone-report", place, {"unit": unit.label, "year": str(self.year), "day": f"{self.day:%d/%m/%Y}"}
        )


class UnitLookup:
    """Which unit a document means: by code, else by its exact name; what is about one that is `gone` is told so."""

    def __init__(self, units: Sequence[Unit], current: Sequence[Unit], gone: GoneUnits | None = None) -> None:
        self.codes = {unit.code: unit for unit in units}
        self.units, self.current, self.gone = units, current, gone

    @cached_property
    def names(self) -> Mapping[str, Sequence[Unit]]:
        """The units that bear a name; one that nobody bears this year may still be that of a unit that is gone."""
        return {**_by_name(self.units), **_by_name(self.current)}

    def of(self, report: Report, findings: list[Finding]) -> Unit | None:
        """The unit that a report means, or None with a finding."""
        if not report.unit:
            # A file in which nothing could be read has its finding; that it also names no unit is no news.
            owner = self.of_file(report.place.file) if report.facts else None
            if owner is None and (report.facts or not report.findings):
                findings.append(Finding("unit-unnamed", report.place))
            return owner
        # By code first: a code is one unit's alone, where two communes may share a name.
        if report.unit in self.codes:
            unit = self.codes[report.unit]
            if report.name and not _called(unit, report.name):
                args = {"name": report.name, "listed": unit.name, "code": unit.code}
                findings.append(Finding("unit-name-differs", report.place, args))
            if report.kind and unit.kind and common_noun(report.kind) != unit.kind:
                kinds = {"kind": report.kind, "listed": unit.kind, "code": unit.code}
                findings.append(Finding("unit-kind-differs", report.place, kinds))
            return unit
        named = self.names.get(same_name(report.unit), [])
        if len(named) == 1:
            return named[0]
        if named:
            several = {"name": report.unit, "codes": self._codes_of(same_name(report.unit))}
            findings.append(Finding("unit-ambiguous", report.place, several))
            return None
        if self.gone is not None and (ended := self._gone.get(report.unit) or self._gone.get(same_name(report.unit))):
            findings.append(self.gone.finding(ended, report.place))
            return None
        near = self.near(report.unit)
        # Codes are all near each other, and following the question would give the figures of one unit to another.
        near = near if same_digits(near, report.unit) else ""
        unknown = {"name": unmasked(report.unit), "near": near}
        findings.append(Finding("unit-unknown-near" if near else "unit-unknown", report.place, unknown))
        return None

    @cached_property
    def _gone(self) -> Mapping[str, Unit]:
        """The units that are gone, by code and by name."""
        units = () if self.gone is None else self.gone.units
        return {same_name(unit.name): unit for unit in units} | {unit.code: unit for unit in units}

    def gone_by_file(self, file: str) -> Finding | None:
        """That a file is about a unit that is gone, by its name; None for any other file."""
        if self.gone is None:
            return None
        ended = UnitLookup(self.gone.units, ()).of_file(file)
        return None if ended is None else self.gone.finding(ended, Place(file))

    @cached_property
    def near(self) -> Callable[[str], str]:
        """The code or name most like a word; only to ask 'did you mean': names are never joined for being alike."""
        known = NearWords([*self.codes, *(unit.name for unit in self.codes.values())])
        # One name may stand in many lines.
        return cache(known.nearest)

    @cached_property
    def _codes_of(self) -> Callable[[str], Sequence[str]]:
        # One list for all findings of a name.
        return cache(lambda name: [unit.code for unit in self.names[name]])

    def named(self, text: str, place: Place, findings: list[Finding]) -> Unit | None:
        """The unit with a code or exact name, or None with a finding."""
        return self.of(Report(place, text), findings)

    def of_file(self, file: str) -> Unit | None:
        """The unit that a file's name begins with, by its code or its whole name with its accents."""
        stem = nfc(PurePosixPath(file).stem)
        # The whole name first, for a code may itself hold points, dashes or a year.
        if stem in self.codes:
            return self.codes[stem]
        words = _WORDS.split(YEAR.sub(" ", stem))
        first = next((word for word in words if word), "")
        if first in self.codes:
            return self.codes[first]
        named = self.names.get(same_name(" ".join(words)), [])
        return named[0] if len(named) == 1 else None

    def meant_by_file(self, file: str) -> frozenset[str]:
        """The codes of the units that a file's name may mean."""
        own = self.of_file(file)
        return self.meant_by(nfc(PurePosixPath(file).stem)) or frozenset({own.code} if own is not None else ())

    def named_in_file(self, file: str) -> Unit | None:
        """The one unit whose code begins a file's name, or whose whole name with its accents stands in it."""
        codes = self.meant_by(nfc(PurePosixPath(file).stem))
        words = same_name(spaced(nfc(PurePosixPath(file).stem)))
        whole = [self.codes[code] for code in codes if same_name(self.codes[code].name) in words]
        return self.of_file(file) or (whole[0] if len(codes) == len(whole) == 1 else None)

    def meant_by(self, name: str) -> frozenset[str]:
        """The codes of the units that the name of a file or a folder may mean, with accents or without."""
        if name in self.codes:
            return frozenset({name})
        words = spaced(name).split()
        # A running number before the names of files is often a code of some other unit.
        if words and len(words[0]) > 2 and words[0] in self.codes:
            return frozenset({words[0]})
        for length in range(len(words), 1, -1):
            for start in range(len(words) - length + 1):
                window = " ".join(words[start : start + length])
                units = self.names.get(same_name(window)) or self._bare.get(bare(window))
                if units:
                    return frozenset(unit.code for unit in units)
        return frozenset()

    @cached_property
    def _bare(self) -> dict[str, list[Unit]]:
        """Units by their names without accents, only ever to find that another one is meant."""
        found: dict[str, list[Unit]] = {}
        for unit in self.current:
            for name in _bare_names(unit):
                found.setdefault(name, []).append(unit)
        return found


def _called(unit: Unit, name: str) -> bool:
    if name in (unit.name, unit.code):
        return True
    return same_name(name) in (same_name(unit.name), same_name(unit.code))


def _by_name(units: Sequence[Unit]) -> dict[str, list[Unit]]:
    names: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        names[same_name(unit.name)].append(unit)
    return names


def _bare_names(unit: Unit) -> Iterable[str]:
    name = " ".join(bare(unit.name).split())
    # Files are named 'hoang-cat' as well as 'xa-hoang-cat'; a name of one word alone would be met in any file's name.
    short = name.removeprefix(f"{bare(unit.kind)} ") if unit.kind else name
    for kind in ("xa ", "phuong ", "thi tran ", "dac khu "):
        short = short.removeprefix(kind)
    return {name, short} if " " in short else {name}


def spaced(name: str) -> str:
    """The words of a name, parted by one space."""
    return " ".join("".join(char if char.isalnum() else " " for char in name).split())
