"""What people state in the files of a year, as happenings of its journal."""

from collections.abc import Iterable

from cchc_score.appraisal.acts import (
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
from cchc_score.appraisal.appraisal_model import Entry, Explanation
from cchc_score.journal.bodies import Statement, statement_body, statement_key
from cchc_score.journal.events import Happening, Kind


def file_happening(
    path: str, unit: str, sha256: str, kind: str, statements: Iterable[Statement], reason: str = ""
) -> Happening:
    """A file that is taken in, with the keys of what stands in it; `kind` is what it is to the year.

    `reason` is why it stands for an earlier one, where somebody has to say so.
    """
    says = sorted(map(statement_key, statements))
    more = ({"says": says} if says else {}) | ({"reason": reason} if reason else {})
    return Happening("file", unit, path, body={"sha256": sha256, "of": kind} | more)


def statement_happening(statement: Statement) -> Happening:
    """An entry, an explanation or an act, done by whoever states it."""
    kind, target = _named(statement)
    return Happening(kind, statement.unit, target, statement.by, statement_body(statement))


def _named(statement: Statement) -> tuple[Kind, str]:
    """The kind of the event, and what it is about."""
    match statement:
        case Entry():
            return "entry", statement.id
        case Explanation():
            return "explanation", statement.entry
        case Extension():
            return "act", statement.phase
        case Return():
            return "act", statement.thing
        case Confirmation():
            return "act", " ".join(number for number, _ in statement.seen)
        case Settlement():
            return "act", statement.criterion or statement.indicator
        case Question():
            return "act", statement.id
        case Answer():
            return "act", statement.question
        case Assignment():
            return "act", ", ".join(statement.appraisers)
        case SurveyBatch():
            return "act", statement.batch
        case Verdict():
            return "act", statement.entry
        case YearStep():
            return "act", statement.step
