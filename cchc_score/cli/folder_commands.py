"""The commands that write folders: `init`, `new`, `import` and `merge`."""

from datetime import date
from pathlib import Path

from cchc_score.app.endings import data_ending
from cchc_score.app.import_documents import Imported, import_documents
from cchc_score.app.merge_folders import merge_folders
from cchc_score.app.start_folder import REAL, NewFolder, start_skeleton, start_year
from cchc_score.cli.command import WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import EXITS, Options, worded_requests, write_page
from cchc_score.errors import WriteError
from cchc_score.files.disk import write_atomic, write_files, write_folder
from cchc_score.findings import Finding, Place
from cchc_score.pages.import_page import import_page
from cchc_score.pages.receipt_pages import folder_page, merge_page
from cchc_score.registry.registry import Registry
from cchc_score.results.receipts import FolderReceipt, ImportReceipt, MergeReceipt
from cchc_score.year.folder_rules import load_plugins
from cchc_score.year.folder_source import FolderSource


def init(options: Options, folder: Path, origin: str, empty: bool = False) -> Exit:
    """Write the folder, and say what is in it and what to do next."""
    with worded_requests():
        started = start_year(origin or REAL, empty)
    return _write(options, folder, started, load_plugins(()))


def new(options: Options, kind: str, name: str, target: Path | None, origin: str, year: int | None) -> Exit:
    """Write something to begin with, and say what to do next."""
    # The name is held against what plugins give already, and the format of the receipt may be one of theirs.
    registry = load_plugins(())
    with worded_requests():
        started = start_skeleton(kind, name, registry, options.lang, date.today().year, origin, year)
    return _write(options, target or Path(started.name), started, registry)


def _write(options: Options, folder: Path, started: NewFolder, registry: Registry) -> Exit:
    write_folder(folder, started.files, started.folders)
    receipt = FolderReceipt(started.kind, folder.as_posix(), tuple(sorted(started.files)))
    write_page(folder_page(receipt, options.lang), options, registry)
    return Exit.DONE


def write_reports(
    options: Options, folder: Path | None, unit: str, year: int | None, review: Path | None = None
) -> Exit:
    """Write the facts of every unit that a document tells of, and all of them into a workbook for a review.

    A file that cannot be read stops no other.
    """
    if folder is None:
        raise WrongWord("usage-needed", name="-o DIR")
    if review is not None:
        _check_review(review, options.force)
    # A name for several documents would make them all reports of one unit.
    if unit and (len(options.paths) != 1 or Path(options.paths[0]).is_dir()):
        raise WrongWord("usage-one-unit")
    # What a program makes out in a picture is nothing that anybody may take unseen.
    if options.ocr and options.accept_drafts:
        raise WrongWord("usage-ocr-drafts")
    source = options.source()
    imported = import_documents(source, unit, year, options.lang, options.console.progress)
    options.console.findings((*imported.unread, *imported.findings))
    if imported.reports:
        files = [(report.file, report.text.encode()) for report in imported.reports]
        files += [picture for report in imported.reports for picture in report.pictures]
        write_files(folder, files, options.force)
        if review is not None:
            _write_review(options, imported, source, review)
    if imported.files:
        receipt = ImportReceipt(folder.as_posix(), imported.reports, imported.files)
        write_page(import_page(receipt, options.lang), options, source.registry)
    # Only after the others are written: a file that cannot be read stops no other.
    if imported.unread:
        return Exit.FILE
    if not imported.reports:
        options.console.findings([Finding("nothing-to-import")])
        return Exit.NOTHING
    return EXITS[data_ending(imported.findings)]


def _check_review(target: Path, force: bool) -> None:
    """Refuse a workbook that could not be written, before any document is read."""
    if target.suffix.lower() != ".xlsx":
        raise WrongWord("usage-suffix", name=target.name, suffixes=".xlsx")
    if target.exists() and not force:
        raise WriteError([Finding("output-exists", Place(target.as_posix()))])


def _write_review(options: Options, imported: Imported, source: FolderSource, target: Path) -> None:
    # Only who asks for the workbook pays for the library that writes it.
    from cchc_score.app.review_import import review_workbook

    write_atomic(target, review_workbook(imported, source.path_of, target.parent, options.lang), options.force)


def write_merged(options: Options, first: Path, second: Path, base: Path | None, target: Path | None) -> Exit:
    """Write both sides as one new folder, or tell every conflict and write nothing."""
    if target is None:
        raise WrongWord("usage-needed", name="-o DIR")
    made = merge_folders(first, second, base, target, options.console.progress)
    if made.merged.conflicts:
        options.console.findings(made.merged.conflicts)
        return Exit.DATA
    files = {name: file.content for name, file in made.merged.files.items()}
    write_folder(target, files, made.merged.folders, made.check_unchanged)
    receipt = MergeReceipt(target.as_posix(), (first.as_posix(), second.as_posix()), made.merged)
    write_page(merge_page(receipt, options.lang), options, made.registry)
    return Exit.DONE
