"""The commands of `journal`: what they are asked, what they print."""

from pathlib import Path

from cchc_score.app.accept_version import accept_version
from cchc_score.app.endings import data_ending
from cchc_score.app.join_journals import join_journals
from cchc_score.app.look_into_journal import (
    chosen_events,
    folder_image,
    journal_of,
    receipt_for,
    receipt_in,
    verify_journal,
)
from cchc_score.app.take_into_journal import TakenIn, take_in
from cchc_score.app.write_acts import freeze_year, publish_year, reopen_year
from cchc_score.appraisal.moments import day_of
from cchc_score.cli.clock import moment_asked, now
from cchc_score.cli.command import WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import EXITS, Options, worded_requests, write_page
from cchc_score.files.disk import read_bytes, write_folder
from cchc_score.pages.journal_page import checked_page, events_page, image_page, receipt_page
from cchc_score.results.journal_results import ShownEvents, WrittenImage
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.request import Request


def take(options: Options, by: str, other: Path | None) -> Exit:
    """Write down what has changed in the folder, or what another journal has besides, in somebody's name."""
    needed(by, "--by NAME")
    source = FolderSource(options.request)
    if other is not None:
        joined = join_journals(source, FolderSource(Request((other,))), by.strip(), now)
        return written(options, source, joined)
    source.rules()
    taken = take_in(source, by.strip(), now, options.console.progress)
    options.console.findings(taken.findings)
    return written(options, source, taken)


def accept(options: Options, file: str, by: str, reason: str) -> Exit:
    """Let the newest version of a file count."""
    needed(by, "--by NAME")
    needed(reason, "--reason TEXT")
    source = FolderSource(options.request)
    with worded_requests():
        taken = accept_version(source, file, by.strip(), reason.strip(), now)
    return written(options, source, taken)


def freeze(options: Options, by: str, despite: str) -> Exit:
    """Freeze the year."""
    needed(by, "--by NAME")
    source = options.source()
    taken = freeze_year(source, by.strip(), despite.strip(), now, options.console.progress)
    return written(options, source, taken)


def publish(options: Options, by: str, decision: str, dated: str) -> Exit:
    """Write down the decision that publishes the year."""
    needed(by, "--by NAME")
    needed(decision, "--decision TEXT")
    source = options.source()
    day = day_of(moment_asked(dated, "--date")) if dated else None
    return written(options, source, publish_year(source, by.strip(), decision.strip(), day, now))


def open_again(options: Options, by: str, reason: str) -> Exit:
    """Open the year once more."""
    needed(by, "--by NAME")
    needed(reason, "--reason TEXT")
    source = options.source()
    return written(options, source, reopen_year(source, by.strip(), reason.strip(), now))


def needed(word: str, name: str) -> None:
    """Refuse an option that says nothing."""
    if not word.strip():
        raise WrongWord("usage-needed", name=name)


def written(options: Options, source: FolderSource, taken: TakenIn) -> Exit:
    """Print the events that were written."""
    state = taken.journal.state
    shown = ShownEvents(taken.events, state.number, state.head, _names(source))
    write_page(events_page(shown, options.lang), options, source.registry)
    return Exit.DONE if taken.events else Exit.NOTHING


def show(options: Options, units: tuple[str, ...], kinds: tuple[str, ...]) -> Exit:
    """Print the events, or some of them."""
    source = FolderSource(options.request)
    journal = journal_of(source)
    options.console.findings(journal.findings)
    events = chosen_events(journal, units, kinds)
    shown = ShownEvents(events, journal.state.number, journal.state.head, _names(source))
    write_page(events_page(shown, options.lang), options, source.registry)
    return Exit.DONE if events else Exit.NOTHING


def verify(options: Options, receipt_file: Path | None) -> Exit:
    """Say whether the journal is whole, and whether a receipt is one of it."""
    source = FolderSource(options.request)
    receipt = None
    if receipt_file is not None:
        name = receipt_file.as_posix()
        receipt = receipt_in(read_bytes(receipt_file, name), name)
    checked = verify_journal(journal_of(source), receipt)
    options.console.findings(checked.findings)
    write_page(checked_page(checked, options.lang), options, source.registry)
    return EXITS[data_ending(checked.findings)]


def receipt(options: Options, file: str) -> Exit:
    """Print the receipt for a file."""
    source = FolderSource(options.request)
    with worded_requests():
        found = receipt_for(journal_of(source), file)
    write_page(receipt_page(found.receipt, found.version, options.lang), options, source.registry)
    return Exit.DONE


def write(options: Options, folder: Path | None) -> Exit:
    """Write the folder that the journal says."""
    if folder is None:
        raise WrongWord("usage-needed", name="-o DIR")
    source = FolderSource(options.request)
    journal = journal_of(source)
    assert source.config is not None, "a folder with a journal is a year's"
    files = folder_image(journal, source.config)
    write_folder(folder, files)
    write_page(image_page(WrittenImage(folder, tuple(files)), options.lang), options, source.registry)
    return Exit.DONE


def _names(source: FolderSource) -> dict[str, str]:
    """The names of the units by their codes, where there is a list of them."""
    return {unit.code: unit.label for unit in source.units() or ()}
