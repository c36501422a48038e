"""The command `status`: how far a year has come, and who is missing."""

from datetime import date

from cchc_score.app.show_status import show_status
from cchc_score.appraisal.self_score_sheet import read_day
from cchc_score.cli.command import WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, write_page
from cchc_score.pages.status_page import reminder_page, status_page


def status(options: Options, on: str, missing: bool) -> Exit:
    """Print a line a unit; with `missing` only those that still owe something, as a reminder."""
    day = read_day(on) if on else date.today()
    if day is None:
        raise WrongWord("usage-day", name="--on", word=on)
    source = options.source()
    shown, unread = show_status(source, day, options.console.progress)
    options.console.findings(unread)
    page = reminder_page(shown, options.lang) if missing else status_page(shown, options.lang)
    write_page(page, options, source.rules().registry)
    if unread:
        return Exit.FILE
    return Exit.DONE if shown.units else Exit.NOTHING
