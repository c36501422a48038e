"""Back the server up into one file, while people go on working."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cchc_web.backup import NoBackup, write_backup


class Command(BaseCommand):
    """`python -m cchc_web backup FILE`."""

    help = "Sao lưu máy chủ vào một tệp. / Back the server up into one file."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, which is not there yet."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how large the file is."""
        try:
            write_backup(options["file"].absolute())
        except NoBackup as error:
            raise CommandError(str(error)) from None
        except OSError as error:
            raise CommandError(f"{options['file']}: không ghi được ({error.strerror})") from None
        self.stdout.write(f"{options['file']} {options['file'].stat().st_size}")
