"""The commands that say why: one unit's points, and what makes two results differ."""

import re
from dataclasses import replace
from pathlib import Path

from cchc_score.app.compare_results import Side, compare_results
from cchc_score.app.explain_unit import explain_unit
from cchc_score.appraisal.appraisal_model import STAGES, stage_named
from cchc_score.cli.command import WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, end_scored, worded_requests, write_page
from cchc_score.cli.words import say
from cchc_score.pages.compare_page import differences_page
from cchc_score.pages.notes import stage_words
from cchc_score.pages.reasons_page import reasons_page
from cchc_score.text import visible
from cchc_score.year.config import NAME as CONFIG
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.packaged import names

_NUMBER = re.compile(r"\d+(\.\d+)+")
"""The number of a criterion; a number without dots may be the code of a unit."""


def explain(options: Options, unit: str, criterion: str, stage: str) -> Exit:
    """Print why a unit has its index, or its points of one criterion."""
    # `explain UNIT FOLDER` leaves the criterion out, and click would take the folder for it.
    if criterion and _is_path(criterion):
        criterion, options = "", options.with_path(criterion)
    _in_order(unit, (criterion, *options.paths))
    source = options.source()
    with worded_requests(unit=say(options.lang, "unit-metavar")):
        reasons = explain_unit(source, unit, criterion, stage, options.console.progress)
    write_page(reasons_page(reasons, options.lang), options, source.registry)
    return end_scored(options, reasons.scored)


def _in_order(unit: str, others: tuple[str, ...]) -> None:
    """Refuse `explain FOLDER UNIT` and `explain CRITERION UNIT`, of which the data could only say what is missing."""
    if (_is_year(unit) or Path(unit).is_file()) and not any(word and Path(word).exists() for word in others):
        raise WrongWord("usage-path-first", word=visible(unit))
    if _NUMBER.fullmatch(unit):
        raise WrongWord("usage-criterion-first", word=unit)


def _is_path(word: str) -> bool:
    """Whether a word in the place of a criterion is a folder or a file: `explain UNIT FOLDER` means all criteria."""
    return word == "-" or Path(word).exists()


def compare(options: Options, first: str, second: str, units: tuple[str, ...]) -> Exit:
    """Print what makes two results differ."""
    sources: dict[Options, FolderSource] = {}
    sides = [_side(options, word, sources) for word in (first, second)]
    with worded_requests(stage="A, B"):
        found = compare_results(sides[0], sides[1], units, options.console.progress)
    sides_named = (_name(first, options), _name(second, options))
    # The plugins of what was read last know the format.
    write_page(differences_page(found, sides_named, options.lang), options, list(sources.values())[-1].registry)
    return end_scored(options, found.before, found.after)


def _side(options: Options, word: str, sources: dict[Options, FolderSource]) -> Side:
    """What a word A or B of the command line means: a stage, the folder of a year (at a stage), else a scheme."""
    if _is_stage(word):
        return Side(_source(options, sources), stage_named(word))
    folder, stage = _folder(word)
    if _is_year(folder):
        return Side(_source(replace(options, paths=(folder,)), sources), stage or "final", folder)
    # Entries and claims stand against one scheme: under another only the reports can be scored.
    return Side(_source(replace(options, scheme=word), sources), "reported")


def _source(options: Options, sources: dict[Options, FolderSource]) -> FolderSource:
    """A year is one source, whatever stages of it are compared: it is read once."""
    if options not in sources:
        sources[options] = options.source()
    return sources[options]


def _name(word: str, options: Options) -> str:
    """A side as people read it."""
    if _is_stage(word):
        return stage_words(stage_named(word), options.lang)
    folder, stage = _folder(word)
    return f"{folder}, {stage_words(stage or 'final', options.lang)}" if "@" in word and _is_year(folder) else word


def _is_stage(word: str) -> bool:
    return stage_named(word) in STAGES or stage_named(word).startswith("round-")


def _is_year(folder: str) -> bool:
    """Whether a word names a folder; one without a `cchc.toml` is told as such, and never looked for as a scheme."""
    return (Path(folder) / CONFIG).is_file() or (Path(folder).is_dir() and folder not in names())


def _folder(word: str) -> tuple[str, str]:
    """The folder and, behind an @, the stage that a word names."""
    # From the right: a folder may have an '@' in its own name.
    folder, _, stage = word.rpartition("@") if "@" in word else (word, "", "")
    return folder, stage_named(stage)
