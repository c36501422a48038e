"""The command `correct`: what somebody has filled into the workbook of a review goes into the imported reports."""

from pathlib import Path

from cchc_score.app.correct_reports import correct_reports
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, write_page
from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place
from cchc_score.pages.corrections_page import corrections_page
from cchc_score.year.document_files import DocumentSource

_ENDING = ".xlsx"


def correct(options: Options, file: Path, folder: Path, by: str) -> Exit:
    """Write the corrections of a workbook into the reports of a folder; a row with a fault keeps no other out."""
    if file.suffix.lower() != _ENDING:
        # Of no other kind of file it is known which cells are formulas.
        raise ReportError([Finding("review-nothing", Place(file.as_posix()))])
    source = options.with_path(str(folder)).source()
    made = correct_reports(source, DocumentSource(file.as_posix(), file), folder, by.strip(), options.console.progress)
    options.console.findings(made.receipt.findings)
    faulty = any(finding.severity == "error" for finding in made.receipt.findings)
    if not made.receipt.changes and not faulty:
        options.console.findings([Finding("review-unedited", Place(file.as_posix()))])
        return Exit.NOTHING
    made.keep()
    write_page(corrections_page(made.receipt, options.lang), options, source.registry)
    return Exit.DATA if faulty else Exit.DONE
