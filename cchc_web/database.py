"""Where the server's tables are: SQLite in the server's own folder, or PostgreSQL by its address."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

FILE = "may-chu.sqlite3"


class UnknownDatabase(ValueError):
    """An address that means neither SQLite nor PostgreSQL; the argument is its scheme."""


def database(url: str, home: Path) -> dict[str, Any]:
    """The database of an address such as postgresql://user:password@host:5432/name; SQLite in `home` without one."""
    if not url:
        return _sqlite(home / FILE)
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path)))
    if parts.scheme not in ("postgres", "postgresql"):
        raise UnknownDatabase(parts.scheme)
    # The folder of a server's socket cannot stand where the name of a host does.
    socket = parse_qs(parts.query).get("host", [""])[0]
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": socket or unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            # Taken at once and not at the first write: two that read before they write would shut each other out.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # What was acknowledged is on the disk.
            "init_command": "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }
