"""Take a folder in as a year of the server, or what has changed in it since it was taken in."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cchc_score.errors import CchcError
from cchc_web.management.words import told
from cchc_web.transfer import bring_folder_in, of_one_journal


class Command(BaseCommand):
    """`python -m cchc_web import_year FOLDER --by NAME`."""

    help = "Nhận thư mục của một năm vào máy chủ. / Take the folder of a year in."

    def add_arguments(self, parser: CommandParser) -> None:
        """The folder, and who takes it in."""
        parser.add_argument("folder", type=Path)
        parser.add_argument("--by", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what the year is called on the server."""
        try:
            year, findings = bring_folder_in(options["folder"], options["by"], timezone.localtime)
        except CchcError as error:
            raise CommandError(told(error.findings)) from None
        if findings:
            self.stderr.write(told(findings))
        self.stdout.write(str(year.folder))
        other = of_one_journal(year)
        if other is not None:
            self.stderr.write(
                f"{year.folder}: năm đứng riêng, cùng nhật ký với {other.folder}; nhập làm một bằng cchc-score merge."
                f" / A year of its own beside {other.folder} of the same journal."
            )
