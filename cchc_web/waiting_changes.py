"""What a version that waits to be accepted would change: its figures and points beside those that count."""

from collections.abc import Container, Iterator, Mapping
from itertools import islice

from cchc_score.app.preview_file import figures_of_file, preview_file
from cchc_score.forms.figure_tables import value_text
from cchc_score.journal.fold import FileVersion
from cchc_score.model import FormRow, Value
from cchc_score.sheet import HandMark
from cchc_score.text import number
from cchc_web.visits import Visit

MOST_TOLD = 20
"""So many changes of a version are told; of more it is said that there are."""


def waiting_changes(visit: Visit, versions: Mapping[str, FileVersion]) -> list[str]:
    """What would be another than it is, a line each; `versions` wait together, some of them that a file goes."""
    there = [(path, version) for path, version in versions.items() if version.sha256]
    if not there:
        return [visit.say(f"{path}: rút khỏi năm", f"{path}: leaves the year") for path in versions]
    changes = (
        change
        for path, version in there
        for change in (
            _of_figures(visit, path, version, versions)
            if version.kind == "report"
            else _of_claims(visit, path, version)
        )
    )
    told = list(islice(changes, MOST_TOLD + 1))
    return told if len(told) <= MOST_TOLD else [*told[:MOST_TOLD], "…"]


def _of_figures(visit: Visit, path: str, version: FileVersion, together: Container[str]) -> Iterator[str]:
    working = visit.working
    known, indicators = working.stages.reported_table, working.stages.scheme.indicators
    kept = working.source.journal.kept(version.sha256, path)
    found, _ = figures_of_file(kept, path, working.year.rules, working.stages)
    for row, unit in enumerate(known.units):
        if version.unit not in ("", unit.code):
            continue
        for code in sorted(found.columns.keys() | known.columns.keys()):
            origin = known.origins.get((row, code))
            mine = found.known(row, code)
            # What other files say stays, whatever this one leaves out.
            if not mine and (origin is None or origin.file not in together):
                continue
            before = _value(visit, code, known.value(row, code)) if known.known(row, code) else "–"
            after = _value(visit, code, found.value(row, code)) if mine else "–"
            if before != after:
                yield f"{unit.name}: {indicators[code].label(visit.lang)}: {before} → {after}"


def _value(visit: Visit, code: str, value: Value) -> str:
    indicator = visit.working.stages.scheme.indicators[code]
    return value_text(indicator, FormRow(code, indicator.label(visit.lang), indicator=code), value, visit.lang)


def _of_claims(visit: Visit, path: str, version: FileVersion) -> Iterator[str]:
    working = visit.working
    stages, kept = working.stages, working.source.journal.kept(version.sha256, path)
    row, unit = next((row, unit) for row, unit in enumerate(stages.reported_table.units) if unit.code == version.unit)
    preview = preview_file(kept, path, working.year.rules, stages, unit)
    before = {claim.criterion: claim.mark for claim in stages.sent_claims(row)}
    after = {claim.criterion: claim.mark for claim in preview.claims}
    for criterion in stages.scheme.criteria:
        old, new = before.get(criterion), after.get(criterion)
        if old != new:
            yield f"{unit.name}: {criterion}: {_points(visit, old)} → {_points(visit, new)}"


def _points(visit: Visit, mark: HandMark | None) -> str:
    return "–" if mark is None else number(mark.points, lang=visit.lang)
