"""The command `appraise`: what a council has filled into a workbook becomes a file of entries."""

from datetime import date
from functools import cache
from pathlib import Path

from cchc_score.appraisal.bases import base, consequences
from cchc_score.appraisal.board import Board, board
from cchc_score.appraisal.edits import Asked, edits
from cchc_score.appraisal.forms import read_day
from cchc_score.appraisal.nouns import Entry
from cchc_score.appraisal.rules import rules
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.written import entries_text
from cchc_score.cli.command import WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.exports import worked
from cchc_score.cli.run import Options, write_page
from cchc_score.documents import Record, Tables
from cchc_score.errors import ReportError, WriteError
from cchc_score.files import make_folder, real, write_atomic
from cchc_score.findings import Finding, Place, ordered
from cchc_score.intake.owners import Owners
from cchc_score.pages.appraised import appraised_page
from cchc_score.text import Lang
from cchc_score.year.config import Config
from cchc_score.year.documents import Source, read_all, read_one
from cchc_score.year.load import Setup

_ENDING = ".toml"


def appraise(options: Options, file: Path, target: Path | None, round: int, by: str, on: str) -> Exit:
    """Write the entries that a workbook asks for into a new file; all of them, or none where anything is wrong."""
    if target is None:
        raise WrongWord("usage-needed", name="-o FILE")
    if target.suffix.lower() != _ENDING:
        raise WrongWord("usage-suffix", name=target.name, suffixes=_ENDING)
    day = read_day(on) if on else date.today()
    if day is None:
        raise WrongWord("usage-day", name="--on", word=on)
    if target.exists():
        raise WriteError([Finding("entries-exist", Place(target.as_posix()))])
    setup, stages, _ = worked(options)
    entries = _entries(file, setup, stages, Asked(round, by.strip(), day), options)
    if not entries:
        options.console.findings([Finding("workbook-unedited", Place(file.as_posix()))])
        return Exit.NOTHING
    data = entries_text(entries, [file.name], options.lang).encode()
    if not isinstance(read_one((Source(target.as_posix(), data=data), setup.registry.readers["toml"])), Record):
        # A file that cannot be read would stop the whole year.
        raise WriteError([Finding("entries-many", Place(file.as_posix()), {"value": len(entries)})])
    make_folder(target.parent)
    write_atomic(target, data)
    if setup.config is not None and not _counts(target, setup.config):
        options.console.findings([Finding("entries-outside", Place(target.as_posix()))])
    units = stages.reported_table.units
    # Only now: what could not be written is not told as if it were.
    write_page(appraised_page(entries, stages.scheme, units, target, options.lang), options, setup.registry)
    return Exit.DONE


def _entries(file: Path, setup: Setup, stages: Stages, asked: Asked, options: Options) -> tuple[Entry, ...]:
    """The entries in a workbook; a ReportError tells everything for which it is refused."""
    name = file.as_posix()
    reading = read_all([Source(name, file)], setup.registry.readers, options.console.progress)
    if reading.faults or reading.findings:
        raise ReportError((*reading.faults, *reading.findings))
    ((_, document),) = reading.documents
    if not isinstance(document, Tables):
        raise ReportError([Finding("workbook-nothing", Place(name))])
    units = stages.reported_table.units
    start = base(stages, asked.round)
    known = rules(stages.scheme, Owners(units, units))

    @cache
    def expected(lang: Lang) -> Board:
        return board(stages, start, range(len(units)), lang)

    found = edits(document, name, known, start, expected, asked)
    told = ordered((*found.findings, *consequences(stages, found.entries)))
    if any(one.severity == "error" for one in told):
        raise ReportError(told)
    options.console.findings(told)
    return found.entries


def _counts(target: Path, config: Config) -> bool:
    """Whether a file stands where the year keeps its appraisal."""
    folders = [real(config.root / name) for name in config.appraisal]
    return any(real(target).is_relative_to(folder) for folder in folders)
