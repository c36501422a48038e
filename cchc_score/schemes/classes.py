"""The classes (xếp loại) of a scheme: descending limits, the last one open to all."""

import itertools
from typing import Any

from cchc_score.borders import validated
from cchc_score.findings import Finding
from cchc_score.model import ClassLimit
from cchc_score.schemes.tables import ClassTable
from cchc_score.toml_file import TomlFile


def read_classes(raw: list[dict[str, Any]], file: TomlFile, findings: list[Finding]) -> tuple[ClassLimit, ...]:
    """The classes in the order of the file, the highest first."""
    tables = [validated(ClassTable, table, file, ("class", str(n)), findings) for n, table in enumerate(raw)]
    good = [(place, table) for place, table in enumerate(tables) if table is not None]
    for (_, higher), (place, lower) in itertools.pairwise(good):
        if lower.from_ >= higher.from_:
            findings.append(Finding("class-order", file.place(("class", str(place), "from"))))
    names: set[str] = set()
    for place, table in good:
        if table.name in names:
            findings.append(Finding("class-twice", file.place(("class", str(place), "name")), {"name": table.name}))
        names.add(table.name)
    last = tables[-1] if tables else None
    if last and (last.from_ or last.each_area_from is not None or last.each_criterion_from is not None):
        findings.append(Finding("class-last", file.place(("class", str(len(tables) - 1)))))
    return tuple(ClassLimit(one.name, one.from_, one.each_area_from, one.each_criterion_from) for _, one in good)
