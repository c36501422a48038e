"""Extensions, confirmations and returns in our own TOML: read from a file, and written into one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType
from typing import Any

from cchc_score.appraisal.appraisal_model import Act, Confirmation, ExtendedPhase, Extension, Return, SentThing
from cchc_score.appraisal.entry_reading import EntryReader, Unusable
from cchc_score.appraisal.entry_states import state_toml
from cchc_score.appraisal.entry_tables import ConfirmationTable, ExtensionTable, ReturnTable, WorkFile
from cchc_score.appraisal.marks import mark_of
from cchc_score.facts import Origin
from cchc_score.files.toml_file import KeyPath, TomlFile, toml_string, toml_value
from cchc_score.sheet import HandMark

_PHASES: Mapping[str, ExtendedPhase] = MappingProxyType(
    {"self-score": "self-score", "tu-cham": "self-score", "explanation": "explanation", "giai-trinh": "explanation"}
)
_THINGS: Mapping[str, SentThing] = MappingProxyType(
    {"report": "report", "bao-cao": "report", "self-score": "self-score", "tu-cham": "self-score"}
)
"""What the words of either language mean."""


def read_acts(top: WorkFile, reader: EntryReader, file: TomlFile) -> tuple[Act, ...]:
    """The acts of a file; what cannot be used is among the reader's findings."""
    return tuple(_acts(top, reader, file))


def _acts(top: WorkFile, reader: EntryReader, file: TomlFile) -> Iterator[Act]:
    kinds = (
        ("extension", top.extension, _extension),
        ("confirmation", top.confirmation, _confirmation),
        ("returned", top.returned, _return),
    )
    for key, raws, read in kinds:
        for number, raw in enumerate(raws):
            path = (key, str(number))
            with suppress(Unusable):
                yield read(raw, path, reader, Origin(file.name, file.line(path)))


def _extension(raw: object, path: KeyPath, reader: EntryReader, origin: Origin) -> Act:
    table = reader.table(ExtensionTable, raw, path)
    return Extension(
        unit=reader.unit(table.unit, (*path, "unit")).code,
        phase=_PHASES[table.phase],
        round=table.round,
        last=table.last,
        reason=table.reason,
        by=table.by,
        on=table.on,
        origin=origin,
    )


def _return(raw: object, path: KeyPath, reader: EntryReader, origin: Origin) -> Act:
    table = reader.table(ReturnTable, raw, path)
    return Return(
        unit=reader.unit(table.unit, (*path, "unit")).code,
        thing=_THINGS[table.what],
        last=table.last,
        reason=table.reason,
        by=table.by,
        on=table.on,
        origin=origin,
    )


def _confirmation(raw: object, path: KeyPath, reader: EntryReader, origin: Origin) -> Act:
    table = reader.table(ConfirmationTable, raw, path)
    unit = reader.attempt(reader.unit, table.unit, (*path, "unit"))
    seen = [
        reader.attempt(_seen_mark, number, said, (*path, "marks", number), reader)
        for number, said in table.marks.items()
    ]
    if unit is None or None in seen:
        raise Unusable
    return Confirmation(
        round=table.round,
        unit=unit.code,
        seen=tuple(mark for mark in seen if mark is not None),
        by=table.by,
        on=table.on,
        origin=origin,
    )


def _seen_mark(number: str, said: object, path: KeyPath, reader: EntryReader) -> tuple[str, HandMark]:
    place = reader.places.place(path, criterion=number)
    leaf = reader.attempt(reader.leaf, number, place)
    mark = reader.attempt(reader.value, mark_of, said, place)
    if leaf is None or mark is None:
        raise Unusable
    return number, mark


def acts_text(acts: Sequence[Act]) -> str:
    """A file of acts that says the same when it is read."""
    return "\n".join(_table(act) for act in acts)


def _table(act: Act) -> str:
    keys: dict[str, Any]
    if isinstance(act, Extension):
        head = "extension"
        keys = {"unit": act.unit, "phase": act.phase, "round": act.round, "to": act.last, "reason": act.reason}
    elif isinstance(act, Return):
        head = "returned"
        keys = {"unit": act.unit, "what": act.thing, "to": act.last, "reason": act.reason}
    else:
        head = "confirmation"
        keys = {"round": act.round, "unit": act.unit}
    lines = [f"[[{head}]]", *_lines(keys | {"by": act.by, "on": act.on})]
    if isinstance(act, Confirmation):
        lines.append(f"marks = {{ {', '.join(_marks(act.seen))} }}")
    return "\n".join(lines) + "\n"


def _lines(keys: Mapping[str, Any]) -> Iterator[str]:
    for key, value in keys.items():
        if value is not None:
            yield f"{key} = {toml_value(value)}"


def _marks(seen: Iterable[tuple[str, HandMark]]) -> Iterator[str]:
    for number, mark in seen:
        yield f"{toml_string(number)} = {toml_value(state_toml(mark, number, 'en'))}"
