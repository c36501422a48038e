"""Fold the journal of a year again, and hold it against the tables and the files beside it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cchc_score.app.look_into_journal import verify_journal
from cchc_score.errors import CchcError
from cchc_web.management.words import told, year_named
from cchc_web.year_journal import JournalReader, differing_columns


class Command(BaseCommand):
    """`python -m cchc_web verify_journal YEAR`."""

    help = "Kiểm tra nhật ký của một năm. / Check the journal of a year."

    def add_arguments(self, parser: CommandParser) -> None:
        """The year."""
        parser.add_argument("year")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how long the journal is and its last hash; a CommandError tells everything that is not whole."""
        year = year_named(options["year"])
        try:
            journal = JournalReader().journal(year)
        except CchcError as error:
            raise CommandError(told(error.findings)) from None
        faults = [*verify_journal(journal).findings, *differing_columns(year, journal)]
        if faults:
            raise CommandError(told(faults))
        self.stdout.write(f"{journal.state.number} {journal.state.head}")
