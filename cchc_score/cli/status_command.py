"""The command `status`: how far a year has come, and who is missing."""

from cchc_score.app.show_status import show_status
from cchc_score.cli.clock import moment_asked
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, write_page
from cchc_score.pages.status_page import reminder_page, status_page


def status(options: Options, on: str, missing: bool) -> Exit:
    """Print a line a unit; with `missing` only those that still owe something, as a reminder."""
    source = options.source()
    shown, unread = show_status(source, moment_asked(on), options.console.progress)
    options.console.findings(unread)
    page = reminder_page(shown, options.lang) if missing else status_page(shown, options.lang)
    write_page(page, options, source.rules().registry)
    if unread:
        return Exit.FILE
    return Exit.DONE if shown.units else Exit.NOTHING
