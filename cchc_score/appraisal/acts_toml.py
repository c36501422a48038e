"""Acts in our own TOML: every kind has its table, is read from a file, and is written into one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from cchc_score.appraisal.act_reading import (
    read_answer,
    read_assignment,
    read_batch,
    read_confirmation,
    read_extension,
    read_question,
    read_return,
    read_settlement,
    read_step,
    read_verdict,
)
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
    Act,
    Answer,
    Assignment,
    Confirmation,
    Extension,
    Question,
    Return,
    Settlement,
    SurveyBatch,
    Verdict,
    YearStep,
)
from cchc_score.appraisal.entry_reading import EntryReader, Unusable
from cchc_score.appraisal.entry_states import state_toml
from cchc_score.appraisal.entry_tables import WorkFile
from cchc_score.facts import Origin
from cchc_score.files.toml_file import KeyPath, TomlFile, toml_string, toml_value
from cchc_score.validation import Border

Keys = Mapping[str, Any]
"""The keys of a table with what they say; one that says nothing is left out."""


@dataclass(frozen=True, slots=True)
class ActKind:
    """The heading of one kind of act, the model of its table, how it is read, and what its keys say."""

    heading: str
    table: type[Border]
    read: Callable[..., Act]
    keys: Callable[[Any], Keys]


def _extension(act: Extension) -> Keys:
    return {"unit": act.unit, "phase": act.phase, "round": act.round, "to": act.last, "reason": act.reason}


def _return(act: Return) -> Keys:
    return {"unit": act.unit, "what": act.thing, "to": act.last, "reason": act.reason}


def _confirmation(act: Confirmation) -> Keys:
    return {"round": act.round, "unit": act.unit, "marks": dict(act.seen)}


def _settlement(act: Settlement) -> Keys:
    chosen = {"chosen": act.chosen} if act.chosen else {"new": state_toml(act.new, act.criterion, "en")}
    evidence = [cited.words("vi") for cited in act.evidence] or None
    about = {"id": act.id, "round": act.round, "unit": act.unit}
    target = {"criterion": act.criterion} if act.criterion else {"indicator": act.indicator}
    return about | target | {"between": act.between} | chosen | {"reason": act.reason, "evidence": evidence}


def _question(act: Question) -> Keys:
    return {"id": act.id, "round": act.round, "unit": act.unit, "criterion": act.criterion, "text": act.text}


def _answer(act: Answer) -> Keys:
    evidence = [cited.words("vi") for cited in act.evidence] or None
    return {"unit": act.unit, "question": act.question, "text": act.text, "evidence": evidence}


def _assignment(act: Assignment) -> Keys:
    about = {"round": act.round or None, "appraisers": act.appraisers}
    return about | {"units": act.units or None, "areas": act.areas or None}


def _batch(act: SurveyBatch) -> Keys:
    return {"batch": act.batch, "files": act.files, "state": act.state, "reason": act.reason or None}


def _verdict(act: Verdict) -> Keys:
    return {"unit": act.unit, "entry": act.entry, "result": act.result, "reason": act.reason}


def _step(act: YearStep) -> Keys:
    said = {"reason": act.reason or None, "decision": act.decision or None, "date": act.dated}
    return {"step": act.step} | said


ACT_KINDS: Mapping[type[Act], ActKind] = {
    Extension: ActKind("extension", ExtensionTable, read_extension, _extension),
    Confirmation: ActKind("confirmation", ConfirmationTable, read_confirmation, _confirmation),
    Return: ActKind("returned", ReturnTable, read_return, _return),
    Settlement: ActKind("settlement", SettlementTable, read_settlement, _settlement),
    Question: ActKind("question", QuestionTable, read_question, _question),
    Answer: ActKind("answer", AnswerTable, read_answer, _answer),
    Assignment: ActKind("assignment", AssignmentTable, read_assignment, _assignment),
    SurveyBatch: ActKind("survey_batch", SurveyBatchTable, read_batch, _batch),
    Verdict: ActKind("verdict", VerdictTable, read_verdict, _verdict),
    YearStep: ActKind("year_step", YearStepTable, read_step, _step),
}
"""Every kind of act, in the order in which a file's are read."""


def read_acts(top: WorkFile, reader: EntryReader, file: TomlFile) -> tuple[Act, ...]:
    """The acts of a file; what cannot be used is among the reader's findings."""
    return tuple(_acts(top, reader, file))


def _acts(top: WorkFile, reader: EntryReader, file: TomlFile) -> Iterator[Act]:
    for kind in ACT_KINDS.values():
        for number, raw in enumerate(getattr(top, kind.heading)):
            path = (kind.heading, str(number))
            with suppress(Unusable):
                yield read_act(kind, raw, path, reader, Origin(file.name, file.line(path)))


def read_act(kind: ActKind, raw: object, path: KeyPath, reader: EntryReader, origin: Origin) -> Act:
    """One act from the values under its keys; an Unusable after its faults were noted."""
    return kind.read(reader.table(kind.table, raw, path), path, reader, origin)


def acts_text(acts: Sequence[Act]) -> str:
    """A file of acts that says the same when it is read."""
    return "\n".join(_table(act) for act in acts)


def _table(act: Act) -> str:
    kind = ACT_KINDS[type(act)]
    keys = {**kind.keys(act), "by": act.by, "on": act.on}
    lines = [f"{key} = {_value(value)}" for key, value in keys.items() if value is not None]
    return "\n".join((f"[[{kind.heading}]]", *lines)) + "\n"


def _value(value: Any) -> str:
    """A value; the marks of a confirmation by their criteria in one pair of braces."""
    if not isinstance(value, dict):
        return toml_value(value)
    marks = (f"{toml_string(number)} = {toml_value(state_toml(mark, number, 'en'))}" for number, mark in value.items())
    return f"{{ {', '.join(marks)} }}"
