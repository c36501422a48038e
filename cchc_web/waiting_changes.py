"""What a version that waits to be accepted would change: its figures and points beside those that count."""

from collections.abc import Container, Iterator, Mapping
from itertools import islice

from cchc_score.app.preview_file import figures_of_file, preview_file
from cchc_score.appraisal.entry_states import mark_words
from cchc_score.forms.figure_tables import value_text
from cchc_score.journal.fold import FileVersion
from cchc_score.model import FormRow, Value
from cchc_score.sheet import HandMark
from cchc_score.text import Lang
from cchc_web.visits import Visit

MOST_TOLD = 20
"""So many changes of a version are told; of more it is said that there are."""


def waiting_changes(visit: Visit, versions: Mapping[str, FileVersion]) -> list[str]:
    """What would be another than it is, a line each; `versions` wait together, some of them that a file goes."""
    there = [(path, version) for path, version in versions.items() if version.sha256]
    if not there:
        return [visit.say(f"{path}: rút khỏi năm", f"{path}: leaves the year") for path in versions]
    changes = (change for path, version in there for change in _changes(visit, path, version, versions))
    told = list(islice(changes, MOST_TOLD + 1))
    return told if len(told) <= MOST_TOLD else [*told[:MOST_TOLD], "…"]


def _changes(visit: Visit, path: str, version: FileVersion, together: Container[str]) -> Iterator[str]:
    if version.kind == "report":
        yield from _of_figures(visit, path, version, together)
    elif version.kind == "self-score":
        yield from _of_claims(visit, path, version)
    else:
        yield visit.say(f"{path}: bản khác", f"{path}: another version")


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
    for row, unit in enumerate(stages.reported_table.units):
        if version.unit not in ("", unit.code):
            continue
        after = {one.criterion: one.mark for one in preview_file(kept, path, working.year.rules, stages, unit).claims}
        # A file of several units says nothing of those that it does not name.
        if not after and not version.unit:
            continue
        before = {one.criterion: one.mark for one in stages.sent_claims(row)}
        for criterion in stages.scheme.criteria:
            old, new = before.get(criterion), after.get(criterion)
            if old != new:
                yield f"{unit.name}: {criterion}: {_mark(old, visit.lang)} → {_mark(new, visit.lang)}"


def _mark(mark: HandMark | None, lang: Lang) -> str:
    return "–" if mark is None else mark_words(mark, lang)
