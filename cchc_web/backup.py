"""A backup of a server while people write: the database as it was at one moment, and every file that it names.

The file is a tar archive. The database comes first: an event never names bytes that are not there, so that files read
later are all that it needs. What lies beside the journal and may be newer is put right when it is restored.
"""

import io
import json
import os
import tarfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from cchc_score.files.disk import is_there, make_folder, write_atomic
from cchc_web.evidence_files import draft_folder, files_in
from cchc_web.models import Draft, KeptYear
from cchc_web.table_copies import copy_tables_in, copy_tables_out, sqlite_snapshot
from cchc_web.year_journal import JournalReader, year_root

_ABOUT, _DATABASE, _FILES = "sao-luu.json", "co-so-du-lieu", "tep"
_FORMAT = 1
_FOLDERS = ("nam", "nhap", "ket-xuat")
"""The folders of a server: its years, files beside drafts, files that were made for people."""
_PASSING = "nhan-"
"""What folders are called into which files come in; nothing rests on them."""


class NoBackup(ValueError):
    """Why something cannot be backed up or restored: a text in Vietnamese."""


def write_backup(target: Path) -> None:
    """Write a backup to a file that is not there yet; whoever sees it under its name has it whole."""
    if is_there(target):
        raise NoBackup(f"{target}: đã có tệp này; đặt tên khác")
    home: Path = settings.HOME
    # Nobody else may read it: it holds what people wrote, and hashes of passwords.
    with NamedTemporaryFile(prefix=".sao-luu-", dir=target.parent, delete=False) as file:
        try:
            with tarfile.open(fileobj=file, mode="w:gz", compresslevel=1) as archive:
                _add(archive, _ABOUT, json.dumps(_about()).encode())
                with TemporaryDirectory(prefix=".sao-luu-", dir=target.parent) as folder:
                    for path in _database_files(Path(folder)):
                        archive.add(path, f"{_DATABASE}/{path.name}")
                for path in _server_files(home):
                    _add_file(archive, path, f"{_FILES}/{path.relative_to(home).as_posix()}")
            file.flush()
            os.fsync(file.fileno())
            os.link(file.name, target)
        finally:
            Path(file.name).unlink(missing_ok=True)


def _about() -> dict[str, Any]:
    applied = sorted(MigrationRecorder(connection).applied_migrations())
    # The last of each application: names begin with their numbers.
    return {"format": _FORMAT, "vendor": connection.vendor, "migrations": dict(applied)}


def _database_files(folder: Path) -> list[Path]:
    if connection.vendor == "postgresql":
        return copy_tables_out(folder)
    return [sqlite_snapshot(folder)]


def _server_files(home: Path) -> Iterator[Path]:
    for name in _FOLDERS:
        for folder, folders, files in os.walk(home / name):
            folders[:] = sorted(one for one in folders if not one.startswith(_PASSING))
            yield from (Path(folder) / file for file in sorted(files))


def _add_file(archive: tarfile.TarFile, path: Path, name: str) -> None:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        # Gone since it was listed: handed in, and so among the files of the journal, or half written.
        return
    _add(archive, name, data)


def _add(archive: tarfile.TarFile, name: str, data: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(data), 0o600
    archive.addfile(entry, io.BytesIO(data))


def restore_backup(source: Path) -> None:
    """Put a backup into the server's folder and database, which are empty; a NoBackup says why it cannot be."""
    home: Path = settings.HOME
    try:
        with tarfile.open(source, "r:*") as archive, TemporaryDirectory(prefix=".khoi-phuc-") as folder:
            archive.extractall(folder, filter="data")
            unpacked = Path(folder)
            about = json.loads((unpacked / _ABOUT).read_bytes())
            # SQLite looks into its file to say that it is empty, and makes it there.
            make_folder(home)
            _check(about, home)
            _restore_database(about, unpacked / _DATABASE)
            _put_files(unpacked / _FILES, home)
    except (tarfile.TarError, OSError, EOFError, KeyError, json.JSONDecodeError) as error:
        raise NoBackup(f"{source}: không đọc được bản sao lưu này ({error})") from None
    for year in KeptYear.objects.all():
        _put_right(year)


def _check(about: dict[str, Any], home: Path) -> None:
    if about["format"] != _FORMAT:
        raise NoBackup("bản sao lưu do phiên bản khác của chương trình ghi; cài phiên bản ấy rồi khôi phục")
    if about["vendor"] != connection.vendor:
        raise NoBackup(
            f"bản sao lưu của {about['vendor']}, máy chủ này dùng {connection.vendor}: sửa DATABASE_URL, hoặc chuyển"
            " từng năm bằng export_year và import_year"
        )
    there = [name for name in _FOLDERS if is_there(home / name)]
    if there or connection.introspection.table_names():
        raise NoBackup(f"máy chủ này đã có dữ liệu ({home}): chỉ khôi phục vào thư mục và cơ sở dữ liệu trống")


def _restore_database(about: dict[str, Any], folder: Path) -> None:
    if connection.vendor == "postgresql":
        for application, migration in about["migrations"].items():
            call_command("migrate", application, migration, verbosity=0, interactive=False)
        copy_tables_in(folder)
    else:
        connection.close()
        (path,) = folder.iterdir()
        write_atomic(Path(connection.settings_dict["NAME"]), path.read_bytes(), force=True)
    # A newer program brings the tables to its own state.
    call_command("migrate", verbosity=0, interactive=False)


def _put_files(unpacked: Path, home: Path) -> None:
    for path in sorted(unpacked.rglob("*")):
        if path.is_file():
            target = home / path.relative_to(unpacked)
            make_folder(target.parent)
            write_atomic(target, path.read_bytes(), force=True)


def _put_right(year: KeptYear) -> None:
    """Let the folder of a year, and the files beside its drafts, be what the restored tables say."""
    journal = JournalReader().journal(year)
    root = year_root(year)
    kept: dict[str, Path] = {}
    for path, versions in journal.state.files.items():
        newest = versions[-1].sha256
        kept |= {version.sha256: journal.kept(version.sha256, path) for version in versions if version.sha256}
        if not newest:
            (root / path).unlink(missing_ok=True)
        elif is_there(kept[newest]):
            make_folder((root / path).parent)
            write_atomic(root / path, kept[newest].read_bytes(), force=True)
    for draft in Draft.objects.filter(year=year):
        folder = draft_folder(year, draft.key.partition(":")[2])
        for file in (file for text in draft.fields.values() for file in files_in(text)):
            # Handed in between the two moments: its bytes are among those of the journal, and no longer here.
            known = kept.get(file.sha256) or journal.kept(file.sha256, file.name)
            if not is_there(folder / file.sha256) and is_there(known):
                make_folder(folder)
                write_atomic(folder / file.sha256, known.read_bytes(), force=True)
