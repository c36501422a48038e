"""Put a backup into an empty server, and check the journal of each of its years."""

from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cchc_web.backup import NoBackup, restore_backup
from cchc_web.models import KeptYear


class Command(BaseCommand):
    """`python -m cchc_web restore FILE`, into the folder and the database that the environment names."""

    help = "Khôi phục bản sao lưu vào máy chủ trống. / Restore a backup into an empty server."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Say of each year how long its journal is, and its last hash."""
        try:
            restore_backup(options["file"])
        except NoBackup as error:
            raise CommandError(str(error)) from None
        for year in KeptYear.objects.all():
            self.stdout.write(f"{year.folder} ", ending="")
            call_command("verify_journal", year.folder, stdout=self.stdout)
