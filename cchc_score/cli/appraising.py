"""The command `appraise`: what a council has filled into a workbook becomes a file of entries."""

from pathlib import Path

from cchc_score.app.appraise_workbook import appraise_workbook
from cchc_score.appraisal.workbook_import import AppraisalSession
from cchc_score.cli.clock import moment_asked, now
from cchc_score.cli.command import WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, write_page
from cchc_score.cli.words import say
from cchc_score.errors import WriteError
from cchc_score.findings import Finding, Place
from cchc_score.pages.receipt_pages import appraisal_page
from cchc_score.results.receipts import AppraisalReceipt
from cchc_score.year.document_files import DocumentSource
from cchc_score.year.new_entries import NewEntriesFile

_ENDING = ".toml"


def appraise(options: Options, file: Path, target: Path | None, round: int, by: str, on: str) -> Exit:
    """Write the entries that a workbook asks for into a new file; all of them, or none where anything is wrong."""
    if target is None:
        raise WrongWord("usage-needed", name="-o FILE")
    if target.suffix.lower() != _ENDING:
        raise WrongWord("usage-suffix", name=target.name, suffixes=_ENDING)
    moment = moment_asked(on)
    # Asked before the workbook and the year are read, which takes long, and once more when the file is written.
    if target.exists():
        raise WriteError([Finding("entries-exist", Place(target.as_posix()))])
    who = by.strip() or say(options.lang, "appraiser")
    new = NewEntriesFile(target, file, options.lang, who, now().replace(microsecond=0).isoformat())
    source = options.source(new)
    workbook = DocumentSource(file.as_posix(), file)
    session = AppraisalSession(round, by.strip(), moment)
    appraisal = appraise_workbook(source, workbook, session, options.console.progress)
    options.console.findings(appraisal.findings)
    if not (appraisal.entries or appraisal.kept):
        options.console.findings([Finding("workbook-unedited", Place(file.as_posix()))])
        return Exit.NOTHING
    appraisal.keep(source)
    if not source.keeps_entries_in(target):
        options.console.findings([Finding("entries-outside", Place(target.as_posix()))])
    # Only now: what could not be written is not told as if it were.
    receipt = AppraisalReceipt(
        file=target.as_posix(),
        scheme=appraisal.stages.scheme,
        units=tuple(appraisal.stages.reported_table.units),
        entries=appraisal.entries,
        kept=appraisal.kept,
    )
    write_page(appraisal_page(receipt, options.lang), options, source.registry)
    return Exit.DONE
