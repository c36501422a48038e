"""A made-up province to play with: the sample year with its work, and accounts in every role."""

import re
from collections.abc import Sequence
from pathlib import Path

from django.contrib.auth.hashers import make_password

from cchc_score.app.start_folder import start_year
from cchc_score.files.disk import is_there, write_folder
from cchc_score.year.config import NAME as CONFIG
from cchc_web.access import Role
from cchc_web.accounts import AccountRow, one_time_password
from cchc_web.models import Account

ORIGIN = "minh-hoa"
"""The sample that the year is begun with, and what it is called."""
_PHASES = re.compile(rb"(?ms)^\[phases\]$.*?(?=^\[|\Z)")


def _person(login: str, name: str, role: Role, *units: str) -> AccountRow:
    return AccountRow(login, name, (role,), units)


# Those who appraise bear the names that stand in the sample's entries.
PEOPLE: Sequence[AccountRow] = (
    _person("dieu-phoi", "Lê Thu Hà", "coordinator"),
    _person("tham-dinh-1", "Nguyễn Văn An", "appraiser"),
    _person("tham-dinh-2", "Trần Thị Bình", "appraiser"),
    _person("dieu-tra", "Phạm Quốc Cường", "surveyor"),
    _person("lanh-dao", "Vũ Minh Đức", "leader"),
    _person("xa-mau-01", "Hoàng Thị Lan", "clerk", "M01"),
    _person("xa-mau-02", "Đỗ Văn Hùng", "clerk", "M02"),
    _person("xa-mau-03", "Bùi Thị Mai", "clerk", "M03"),
)


def write_demo_year(home: Path) -> Path:
    """The folder of the sample year below that of the server, written where it is not there yet.

    It has no deadlines: those of the sample are long over, and whoever plays could do nothing.
    """
    folder = home / ORIGIN
    if not is_there(folder):
        files = dict(start_year(ORIGIN).files)
        files[CONFIG] = _PHASES.sub(b"", files[CONFIG])
        write_folder(folder, files)
    return folder


def open_demo_accounts() -> list[tuple[AccountRow, str]]:
    """The accounts of the demo, each with its password of this start."""
    accounts = [(row, one_time_password()) for row in PEOPLE]
    for row, password in accounts:
        Account.objects.update_or_create(
            login=row.login,
            defaults={
                "name": row.name,
                "roles": list(row.roles),
                "units": list(row.units),
                "password": make_password(password, hasher="one_time"),
                "is_active": True,
                "must_change": False,
            },
        )
    return accounts
