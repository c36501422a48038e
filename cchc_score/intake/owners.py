"""Which unit a document means: by its code, its exact name, or the name of its file."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath

from cchc_score.findings import Finding, Place
from cchc_score.intake.told import Report
from cchc_score.model import Unit
from cchc_score.text import common_noun, nearest, nfc, same_name, unmasked

YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_WORDS = re.compile(r"[\s_.,()-]+")


class Owners:
    """Which unit a document means: by code, else by its exact name."""

    def __init__(self, units: Sequence[Unit], current: Sequence[Unit]) -> None:
        self.codes = {unit.code: unit for unit in units}
        self.units, self.current = units, current

    @cached_property
    def names(self) -> Mapping[str, Sequence[Unit]]:
        """The units that bear a name; one that nobody bears this year may still be that of a unit that is gone."""
        return {**_by_name(self.units), **_by_name(self.current)}

    def of(self, report: Report, findings: list[Finding]) -> Unit | None:
        """The unit that a report means, or None with a finding."""
        if not report.unit:
            owner = self.of_file(report.place.file) if report.told else None
            if owner is None and (report.told or not report.findings):
                findings.append(Finding("unit-unnamed", report.place))
            return owner
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
            several = {"name": report.unit, "codes": [unit.code for unit in named]}
            findings.append(Finding("unit-ambiguous", report.place, several))
            return None
        near = nearest(report.unit, [*self.codes, *(unit.name for unit in self.codes.values())])
        unknown = {"name": unmasked(report.unit), "near": near}
        findings.append(Finding("unit-unknown-near" if near else "unit-unknown", report.place, unknown))
        return None

    def named(self, text: str, place: Place, findings: list[Finding]) -> Unit | None:
        """The unit with a code or exact name, or None with a finding."""
        return self.of(Report(place, text), findings)

    def of_file(self, file: str) -> Unit | None:
        """The unit that a file's name begins with, by its code or its whole name with its accents."""
        stem = nfc(PurePosixPath(file).stem)
        if stem in self.codes:
            return self.codes[stem]
        words = _WORDS.split(YEAR.sub(" ", stem))
        first = next((word for word in words if word), "")
        if first in self.codes:
            return self.codes[first]
        named = self.names.get(same_name(" ".join(words)), [])
        return named[0] if len(named) == 1 else None


def _called(unit: Unit, name: str) -> bool:
    if name in (unit.name, unit.code):
        return True
    return same_name(name) in (same_name(unit.name), same_name(unit.code))


def _by_name(units: Sequence[Unit]) -> dict[str, list[Unit]]:
    names: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        names[same_name(unit.name)].append(unit)
    return names
