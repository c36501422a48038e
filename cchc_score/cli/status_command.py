"""The command `status`: how far a year has come, and who is missing."""

from cchc_score.app.show_status import show_status
from cchc_score.cli.clock import moment_asked
from cchc_score.cli.command import WrongChoice
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, write_page
from cchc_score.pages.appraisers_page import appraisers_page
from cchc_score.pages.status_page import reminder_page, status_page

BY_UNIT, BY_APPRAISER = "unit", "appraiser"


def status(options: Options, on: str, missing: bool, by: str) -> Exit:
    """Print a line a unit, or an appraiser; with `missing` only units that still owe something, as a reminder."""
    if by not in ("", BY_UNIT, BY_APPRAISER):
        raise WrongChoice("--by", by, [BY_UNIT, BY_APPRAISER])
    source = options.source()
    shown, unread = show_status(source, moment_asked(on), options.console.progress)
    options.console.findings(unread)
    made = reminder_page if missing else appraisers_page if by == BY_APPRAISER else status_page
    page = made(shown, options.lang)
    write_page(page, options, source.rules().registry)
    if unread:
        return Exit.FILE
    return Exit.DONE if shown.units else Exit.NOTHING
