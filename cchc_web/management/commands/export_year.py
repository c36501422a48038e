"""Write a year of the server as a folder with its journal."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cchc_score.errors import CchcError
from cchc_web.management.words import told, year_named
from cchc_web.transfer import export_year


class Command(BaseCommand):
    """`python -m cchc_web export_year YEAR FOLDER`."""

    help = "Ghi một năm của máy chủ ra thư mục. / Write a year of the server as a folder."

    def add_arguments(self, parser: CommandParser) -> None:
        """The year, and the folder, which is not there yet."""
        parser.add_argument("year")
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how long the journal is, and its last hash."""
        try:
            journal = export_year(year_named(options["year"]), options["folder"])
        except CchcError as error:
            raise CommandError(told(error.findings)) from None
        self.stdout.write(f"{journal.state.number} {journal.state.head}")
