"""The commands of `journal` for what people do besides setting values: what they are asked and what they print."""

from collections.abc import Mapping, Sequence

from cchc_score.app.answer_question import answer_question
from cchc_score.app.judge_explanation import judge_explanation
from cchc_score.app.move_batch import move_survey_batch
from cchc_score.app.settle_conflict import CouncilChoice, settle_conflict
from cchc_score.app.write_acts import say_act
from cchc_score.appraisal.act_reading import BATCH_STATES, PHASES, RESULTS, THINGS
from cchc_score.appraisal.acts import Act, Assignment, Extension, Question, Return
from cchc_score.cli.clock import moment_asked, now
from cchc_score.cli.command import WrongChoice, WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.journal_commands import needed, written
from cchc_score.cli.run import Options, worded_requests


def settle(options: Options, asked: CouncilChoice, by: str) -> Exit:
    """Let the council choose between entries that differ."""
    needed(by, "--by NAME")
    needed(asked.reason, "--reason TEXT")
    if bool(asked.chosen) == bool(asked.value):
        raise WrongWord("usage-needed", name="--choose ID | --value X")
    source = options.source()
    return written(options, source, settle_conflict(source, asked, by.strip(), now, options.console.progress))


def ask(options: Options, about: tuple[str, str], round: int, text: str, by: str) -> Exit:
    """Ask a unit about a criterion."""
    needed(by, "--by NAME")
    needed(text, "--text TEXT")
    keys = {"round": round, "unit": about[0], "criterion": about[1], "text": text.strip()}
    return _said(options, Question, keys, by)


def answer(options: Options, about: tuple[str, str], text: str, evidence: str, by: str) -> Exit:
    """Answer a question in the name of a unit."""
    needed(by, "--by NAME")
    needed(text, "--text TEXT")
    source = options.source()
    with worded_requests("UNIT"):
        taken = answer_question(
            source, about, text.strip(), evidence.strip(), by.strip(), now, progress=options.console.progress
        )
    return written(options, source, taken)


def extend(options: Options, about: tuple[str, str], last: str, round: int, by: str, reason: str) -> Exit:
    """Give a unit more time for its self-score or its explanations."""
    _one_of(PHASES, "PHASE", about[1])
    needed(by, "--by NAME")
    needed(last, "--to DATE")
    needed(reason, "--reason TEXT")
    keys = {"unit": about[0], "phase": about[1], "round": round, "to": moment_asked(last, "--to")}
    return _said(options, Extension, keys | {"reason": reason.strip()}, by)


def give_back(options: Options, about: tuple[str, str], last: str, by: str, reason: str) -> Exit:
    """Give back for completion what a unit has sent."""
    _one_of(THINGS, "THING", about[1])
    needed(by, "--by NAME")
    needed(reason, "--reason TEXT")
    keys = {"unit": about[0], "what": about[1], "to": moment_asked(last, "--to") if last else None}
    return _said(options, Return, keys | {"reason": reason.strip()}, by)


def assign(
    options: Options, appraisers: Sequence[str], what: tuple[Sequence[str], Sequence[str]], round: int, by: str
) -> Exit:
    """Say who appraises which units and areas."""
    needed(by, "--by NAME")
    names = [name.strip() for name in appraisers if name.strip()]
    needed("".join(names), "--to NAME")
    keys = {"round": round, "appraisers": names, "units": list(what[0]), "areas": list(what[1])}
    return _said(options, Assignment, keys, by)


def judge(options: Options, about: tuple[str, str], result: str, by: str, reason: str) -> Exit:
    """Decide about what a unit has explained."""
    _one_of(RESULTS, "RESULT", result)
    needed(by, "--by NAME")
    needed(reason, "--reason TEXT")
    source = options.source()
    with worded_requests("UNIT"):
        taken = judge_explanation(
            source, about, result, reason.strip(), by.strip(), now, progress=options.console.progress
        )
    return written(options, source, taken)


def move_batch(options: Options, about: tuple[str, str], files: Sequence[str], by: str, reason: str) -> Exit:
    """Say in which state a batch of the survey is from now on."""
    _one_of(BATCH_STATES, "STATE", about[1])
    needed(by, "--by NAME")
    source = options.source()
    with worded_requests():
        taken = move_survey_batch(
            source, about, files, reason.strip(), by.strip(), now, progress=options.console.progress
        )
    return written(options, source, taken)


def _one_of(known: Mapping[str, object], name: str, word: str) -> None:
    if word not in known:
        raise WrongChoice(name, word, list(known))


def _said(options: Options, kind: type[Act], keys: Mapping[str, object], by: str) -> Exit:
    source = options.source()
    return written(options, source, say_act(source, kind, keys, by.strip(), now, options.console.progress))
