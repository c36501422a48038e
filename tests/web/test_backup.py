"""A backup while people write, restored elsewhere: whole, and everything that was acknowledged before it."""

import os
import subprocess
import sys
import threading
import uuid

import pytest
from django.core.management import CommandError

from tests.running import ROOT
from tests.web.communes import PDF, commune_year
from tests.web.server import own_database
from tests.web.test_commands import run


def elsewhere(home):
    """The environment of another server: a folder and a database of its own."""
    url = os.environ.get("CCHC_TEST_DATABASE_URL", "")
    return {
        **os.environ,
        "CCHC_WEB_HOME": str(home),
        "DATABASE_URL": own_database(url, f"cchc_{uuid.uuid4().hex}") if url else "",
    }


def command(environment, *words):
    line = [sys.executable, "-m", "cchc_web", *map(str, words)]
    return subprocess.run(line, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8")


def proof(year, name):
    """A file of evidence that a unit has put beside its draft, named in it."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from cchc_web.evidence_files import keep_upload
    from cchc_web.models import Draft

    line = keep_upload(year, "M02", SimpleUploadedFile(name, PDF + name.encode())).line
    Draft.objects.update_or_create(
        year=year, key="self-score:M02", defaults={"version": 1, "by": "Hoa", "fields": {"files:1.1.1": line}}
    )
    return line.partition(" ")[0]


def take(year, number):
    """A file that comes in, in a new version each time."""
    from cchc_web.file_intake import NewFile, take_files

    file = NewFile("reports/m03.toml", "M03", "other", f"# {number}\n".encode())
    return take_files(year, [file], "Hoa", "2026-01-15T17:00:00+07:00")[0].number


@pytest.mark.full
def test_a_backup_while_people_write_is_whole_elsewhere(tmp_path, clock):
    from django.db import connection

    year = commune_year(tmp_path)
    kept = proof(year, "a.pdf")
    acknowledged, over, failed = [take(year, 0)], threading.Event(), []

    def write():
        try:
            while not over.is_set():
                acknowledged.append(take(year, len(acknowledged)))
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    backups = []
    try:
        for number in range(2):
            while len(acknowledged) < 5 * (number + 1) and not failed:
                pass
            before = acknowledged[-1]
            backups.append((before, tmp_path / f"{number}.tar.gz"))
            run("backup", str(backups[-1][1]))
    finally:
        over.set()
        writer.join()
    assert failed == []
    for before, backup in backups:
        home = tmp_path / backup.stem
        environment = elsewhere(home)
        restored = command(environment, "restore", backup)
        assert restored.returncode == 0, restored.stderr
        whole = {line.split()[0]: int(line.split()[1]) for line in restored.stdout.splitlines()}
        assert before <= whole[year.folder] <= acknowledged[-1]
        assert (home / "nhap" / year.folder / "M02" / kept).is_file()
        exported = command(environment, "export_year", year.folder, home / "ra")
        assert exported.returncode == 0, exported.stderr
        # The folder beside the journal says what the journal says, however much later its file was read.
        text = (home / "nam" / year.folder / "reports" / "m03.toml").read_bytes()
        assert text == (home / "ra" / "reports" / "m03.toml").read_bytes()
        # Numbers go on behind those that were restored.
        made = command(environment, "create_account", f"sau-{uuid.uuid4().hex[:8]}", "--name", "An", "--role", "leader")
        assert made.returncode == 0, made.stderr


@pytest.mark.full
def test_evidence_that_was_handed_in_between_is_beside_the_draft_again(tmp_path, clock, server, monkeypatch):
    from cchc_web import backup
    from cchc_web.file_intake import NewFile, take_files

    year = commune_year(tmp_path)
    kept = proof(year, "b.pdf")
    files = backup._server_files

    def handed_in_meanwhile(home):
        data = PDF + b"b.pdf"
        file = NewFile("minh-chung/M02/b.pdf", "M02", "other", data)
        take_files(year, [file], "Hoa", "2026-01-15T17:00:00+07:00")
        (server / "nhap" / year.folder / "M02" / kept).unlink()
        return files(home)

    monkeypatch.setattr(backup, "_server_files", handed_in_meanwhile)
    run("backup", str(tmp_path / "a.tar.gz"))
    restored = command(elsewhere(tmp_path / "khac"), "restore", tmp_path / "a.tar.gz")
    assert restored.returncode == 0, restored.stderr
    assert (tmp_path / "khac" / "nhap" / year.folder / "M02" / kept).read_bytes() == PDF + b"b.pdf"


def test_a_backup_takes_no_others_place_and_is_for_its_owner_alone(tmp_path):
    target = tmp_path / "a.tar.gz"
    run("backup", str(target))
    assert target.stat().st_mode & 0o077 == 0
    data = target.read_bytes()
    with pytest.raises(CommandError, match="đã có tệp này"):
        run("backup", str(target))
    assert target.read_bytes() == data
    assert [one.name for one in tmp_path.iterdir()] == ["a.tar.gz"]


@pytest.mark.full
def test_a_server_with_data_takes_no_backup(tmp_path):
    run("backup", str(tmp_path / "a.tar.gz"))
    with pytest.raises(CommandError, match="đã có dữ liệu"):
        run("restore", str(tmp_path / "a.tar.gz"))


@pytest.mark.parametrize("data", [b"", b"no archive", b"\x1f\x8b\x08\x00"])
def test_what_is_no_backup_is_told(tmp_path, data):
    (tmp_path / "a.tar.gz").write_bytes(data)
    with pytest.raises(CommandError, match="không đọc được bản sao lưu"):
        run("restore", str(tmp_path / "a.tar.gz"))
