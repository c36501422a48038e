"""Acts from the tables of a file: each kind by its own function; what cannot be used is among the reader's findings."""

import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from types import MappingProxyType

from cchc_score.appraisal.act_tables import (
    AnswerTable,
    AssignmentTable,
    ConfirmationTable,
    ExtensionTable,
    QuestionTable,
    ReturnTable,
    SettlementTable,
    SurveyBatchTable,
    VerdictTable,
    YearStepTable,
)
from cchc_score.appraisal.acts import (
    Answer,
    Assignment,
    BatchState,
    Confirmation,
    ExtendedPhase,
    Extension,
    Question,
    Return,
    SentThing,
    Settlement,
    Step,
    SurveyBatch,
    Verdict,
    VerdictResult,
    YearStep,
)
from cchc_score.appraisal.entry_reading import EntryReader, Unusable
from cchc_score.appraisal.entry_states import state_code
from cchc_score.appraisal.marks import mark_of
from cchc_score.facts import Origin
from cchc_score.files.toml_file import KeyPath
from cchc_score.sheet import HandMark

PHASES: Mapping[str, ExtendedPhase] = MappingProxyType(
    {"self-score": "self-score", "tu-cham": "self-score", "explanation": "explanation", "giai-trinh": "explanation"}
)
THINGS: Mapping[str, SentThing] = MappingProxyType(
    {"report": "report", "bao-cao": "report", "self-score": "self-score", "tu-cham": "self-score"}
)
STEPS: Mapping[str, Step] = MappingProxyType(
    {
        "frozen": "frozen", "chot": "frozen", "published": "published", "cong-bo": "published",
        "reopened": "reopened", "mo-lai": "reopened",
    }
)  # fmt: skip
BATCH_STATES: Mapping[str, BatchState] = MappingProxyType(
    {
        "draft": "draft", "nhap": "draft", "checked": "checked", "da-kiem": "checked",
        "closed": "closed", "chot": "closed",
    }
)  # fmt: skip
RESULTS: Mapping[str, VerdictResult] = MappingProxyType(
    {
        "accepted": "accepted", "chap-nhan": "accepted", "partly": "partly", "mot-phan": "partly",
        "rejected": "rejected", "khong-chap-nhan": "rejected",
    }
)  # fmt: skip
"""What the words of either language mean."""


def read_extension(table: ExtensionTable, path: KeyPath, reader: EntryReader, origin: Origin) -> Extension:
    """More time for a unit."""
    return Extension(
        unit=reader.unit(table.unit, (*path, "unit")).code,
        phase=PHASES[table.phase],
        round=table.round,
        last=table.last,
        reason=table.reason,
        by=table.by,
        on=table.on,
        origin=origin,
    )


def read_return(table: ReturnTable, path: KeyPath, reader: EntryReader, origin: Origin) -> Return:
    """Something that is given back to a unit."""
    return Return(
        unit=reader.unit(table.unit, (*path, "unit")).code,
        thing=THINGS[table.what],
        last=table.last,
        reason=table.reason,
        by=table.by,
        on=table.on,
        origin=origin,
    )


def read_confirmation(table: ConfirmationTable, path: KeyPath, reader: EntryReader, origin: Origin) -> Confirmation:
    """Marks of a unit that somebody keeps."""
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


def read_settlement(table: SettlementTable, path: KeyPath, reader: EntryReader, origin: Origin) -> Settlement:
    """What a council chooses between entries that differ."""
    unit = reader.attempt(reader.unit, table.unit, (*path, "unit"))
    place = reader.places.place(path, unit=unit.label if unit else "", criterion=table.criterion)
    # Neither, both, or one entry alone: it is not clear what was chosen.
    if bool(table.chosen) == (table.new is not None) or len(set(table.between)) < 2:
        reader.stop("settlement-choice", place)
    if table.chosen and table.chosen not in table.between:
        reader.stop("settlement-choice", place)
    new = None if table.chosen else reader.new_state(table.criterion, table.indicator, table.new, place)
    evidence = reader.evidence(table.evidence, place)
    if unit is None:
        raise Unusable
    act = Settlement(
        id=table.id,
        round=table.round,
        unit=unit.code,
        criterion=table.criterion,
        indicator=table.indicator,
        between=tuple(dict.fromkeys(table.between)),
        chosen=table.chosen,
        new=new,
        reason=table.reason,
        evidence=evidence,
        by=table.by,
        on=table.on,
        origin=origin,
    )
    return act if act.id else replace(act, id=_settlement_id(act))


def _settlement_id(act: Settlement) -> str:
    chosen = act.chosen, state_code(act.new, act.criterion)
    return _id(act.round, *act.target, sorted(act.between), *chosen, act.reason, act.by, act.on.isoformat())


def read_question(table: QuestionTable, path: KeyPath, reader: EntryReader, origin: Origin) -> Question:
    """What an appraiser asks a unit about a criterion."""
    unit = reader.attempt(reader.unit, table.unit, (*path, "unit"))
    leaf = reader.attempt(reader.leaf, table.criterion, reader.places.place(path, criterion=table.criterion))
    if unit is None or leaf is None:
        raise Unusable
    id = table.id or _id(table.round, unit.code, table.criterion, table.text, table.by, table.on.isoformat())
    return Question(
        id=id,
        round=table.round,
        unit=unit.code,
        criterion=table.criterion,
        text=table.text,
        by=table.by,
        on=table.on,
        origin=origin,
    )


def read_answer(table: AnswerTable, path: KeyPath, reader: EntryReader, origin: Origin) -> Answer:
    """What a unit answers to a question."""
    unit = reader.attempt(reader.unit, table.unit, (*path, "unit"))
    evidence = reader.attempt(reader.evidence, table.evidence, reader.places.place(path))
    if unit is None or evidence is None:
        raise Unusable
    return Answer(
        unit=unit.code,
        question=table.question,
        text=table.text,
        evidence=evidence,
        by=table.by,
        on=table.on,
        origin=origin,
    )


def read_assignment(table: AssignmentTable, path: KeyPath, reader: EntryReader, origin: Origin) -> Assignment:
    """Who appraises which units and areas."""
    units = [reader.attempt(reader.unit, name, (*path, "units", str(at))) for at, name in enumerate(table.units)]
    areas = [reader.attempt(reader.area, word, (*path, "areas", str(at))) for at, word in enumerate(table.areas)]
    if None in units or None in areas:
        raise Unusable
    return Assignment(
        unit="",
        round=table.round,
        appraisers=tuple(dict.fromkeys(table.appraisers)),
        units=tuple(unit.code for unit in units if unit is not None),
        areas=tuple(area for area in areas if area is not None),
        by=table.by,
        on=table.on,
        origin=origin,
    )


def read_batch(table: SurveyBatchTable, path: KeyPath, reader: EntryReader, origin: Origin) -> SurveyBatch:
    """The state of a batch of the survey."""
    return SurveyBatch(
        unit="",
        batch=table.batch,
        files=tuple(dict.fromkeys(table.files)),
        state=BATCH_STATES[table.state],
        reason=table.reason.strip(),
        by=table.by,
        on=table.on,
        origin=origin,
    )


def read_verdict(table: VerdictTable, path: KeyPath, reader: EntryReader, origin: Origin) -> Verdict:
    """What is decided about an explanation."""
    return Verdict(
        unit=reader.unit(table.unit, (*path, "unit")).code,
        entry=table.entry,
        result=RESULTS[table.result],
        reason=table.reason,
        by=table.by,
        on=table.on,
        origin=origin,
    )


def _id(*about: object) -> str:
    """A short id for an act without one, the same wherever the same is written."""
    return sha256(json.dumps(about, ensure_ascii=False).encode()).hexdigest()[:10]


def read_step(table: YearStepTable, path: KeyPath, reader: EntryReader, origin: Origin) -> YearStep:
    """What is done to the year as a whole: a publication names its decision, opening once more its reason."""
    step = STEPS[table.step]
    if step == "published" and not table.decision:
        reader.stop("key-missing", reader.places.place(path), key="decision")
    if step == "reopened" and not table.reason:
        reader.stop("key-missing", reader.places.place(path), key="reason")
    return YearStep(
        unit="",
        step=step,
        reason=table.reason,
        decision=table.decision,
        dated=table.dated,
        by=table.by,
        on=table.on,
        origin=origin,
    )
