"""Make an account, as the first one of a server is made."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cchc_web.access import ROLES
from cchc_web.accounts import AccountRow, login_of, make_accounts, row_faults
from cchc_web.server_years import known_units


class Command(BaseCommand):
    """`python -m cchc_web create_account LOGIN --name NAME --role ROLE [--unit CODE]`."""

    help = "Tạo tài khoản, in mật khẩu dùng một lần. / Make an account, and print a password for one sign-in."

    def add_arguments(self, parser: CommandParser) -> None:
        """The login, the name of the journal, the roles, and the codes of a clerk's units."""
        parser.add_argument("login")
        parser.add_argument("--name", required=True)
        parser.add_argument("--role", required=True, nargs="+", choices=ROLES)
        parser.add_argument("--unit", nargs="+", default=[])

    def handle(self, *args: Any, **options: Any) -> None:
        """Say the password; a CommandError tells everything for which no account is made."""
        name = " ".join(options["name"].split())
        row = AccountRow(login_of(options["login"]), name, tuple(options["role"]), tuple(options["unit"]))
        faults = row_faults(row, known_units())
        handed = None if faults else make_accounts([row], "")
        if handed is None:
            raise CommandError("\n".join(words.vi for words in (faults or row_faults(row, known_units())).values()))
        self.stdout.write(handed[0].password)
