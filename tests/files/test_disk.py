"""The door to the disk: what is not read and why, and writing that leaves the old file or the whole new one."""

import errno
import os
import stat
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.errors import ReportError, WriteError
from cchc_score.files import disk as files
from cchc_score.files.disk import (
    UNFINISHED,
    decode_text,
    file_name,
    is_there,
    lies_in,
    read_bytes,
    real_path,
    write_atomic,
    write_files,
)
from tests.strategies import examples


def refused(call, *args, error=ReportError, **named):
    """The one finding of a call that fails."""
    with pytest.raises(error) as caught:
        call(*args, **named)
    (told,) = caught.value.findings
    return told


def test_a_file_is_read_as_it_is(tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(b"\r\n\x00\xff")
    assert read_bytes(path) == b"\r\n\x00\xff"


def test_an_empty_file_is_read(tmp_path):
    (tmp_path / "a").touch()
    assert read_bytes(tmp_path / "a") == b""


def test_a_file_of_the_limit_is_read_and_a_longer_one_is_refused_unread(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"x" * 2**20)
    assert len(read_bytes(path, limit=2**20)) == 2**20
    path.write_bytes(b"x" * (2**20 + 1))
    monkeypatch.setattr(files.os, "fdopen", lambda handle, mode: Unread(handle))
    told = refused(read_bytes, path, limit=2**20)
    assert (told.code, told.args["limit"]) == ("file-too-large", 1)


class Unread:
    """An open file that may not be read."""

    def __init__(self, handle):
        self.handle = handle

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.handle)

    def fileno(self):
        return self.handle


def test_an_absent_file_a_folder_and_a_path_through_a_file_are_refused(tmp_path):
    (tmp_path / "file").touch()
    assert refused(read_bytes, tmp_path / "absent").code == "file-absent"
    assert refused(read_bytes, tmp_path).code == "file-not-regular"
    assert refused(read_bytes, tmp_path / "file" / "below").code == "file-unreadable"
    assert refused(read_bytes, tmp_path / ("x" * 5000)).code == "name-long"


def test_a_fifo_without_a_writer_stops_nothing(tmp_path):
    os.mkfifo(tmp_path / "fifo")
    assert refused(read_bytes, tmp_path / "fifo").code == "file-not-regular"


def test_a_name_that_no_file_can_have_is_a_finding(tmp_path):
    assert refused(read_bytes, tmp_path / "a\0b").code in ("file-absent", "file-unreadable")


def test_a_file_without_permission_is_refused(tmp_path, monkeypatch):
    def denied(*_):
        raise PermissionError

    monkeypatch.setattr(files.os, "open", denied)
    assert refused(read_bytes, tmp_path / "a").code == "file-unreadable"


@pytest.mark.parametrize("told_size", [0, 2, 4])
def test_a_file_that_changes_while_it_is_read_is_refused(told_size, tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    real = os.stat_result(path.stat())
    fields = list(real)
    fields[stat.ST_SIZE] = told_size
    monkeypatch.setattr(files.os, "fstat", lambda handle: os.stat_result(fields))
    assert refused(read_bytes, path).code == "file-changing"


def test_a_file_that_is_written_over_in_its_own_length_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    opened = files.os.fdopen

    def meanwhile(handle, *args, **named):
        path.write_bytes(b"xyz")
        os.utime(path, (1, 1))
        return opened(handle, *args, **named)

    monkeypatch.setattr(files.os, "fdopen", meanwhile)
    assert refused(read_bytes, path).code == "file-changing"


def test_a_finding_shows_the_name_that_it_was_given(tmp_path):
    assert refused(read_bytes, tmp_path / "absent", "reports/a.csv").place.file == "reports/a.csv"
    assert refused(read_bytes, tmp_path / "absent").place.file == (tmp_path / "absent").as_posix()


def test_text_comes_without_byte_order_mark_and_with_plain_line_ends():
    assert decode_text("\ufeffxã\r\nb\rc\n".encode(), "x") == "xã\nb\nc\n"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"\xff", 1),
        (b"a\nb\n\xe9", 3),
        ("a".encode("utf-32"), 1),
        ("a\nb".encode("utf-16") + b"c", 2),
        (b"\xff\xfea\0\n\0\x00\xd8", 2),
    ],
)
def test_text_of_another_encoding_is_refused_with_its_line(data, line):
    told = refused(decode_text, data, "x")
    assert (told.code, told.place.line) == ("file-not-utf8", line)


TEXT = "Mã\tChỉ tiêu\tSố liệu\r\n1.1\tSố hồ sơ\t1340\r\n"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_is_the_same_in_every_encoding_of_unicode(encoding, form):
    text = unicodedata.normalize(form, TEXT)
    assert decode_text(text.encode(encoding), "x") == text.replace("\r\n", "\n")
    assert decode_text(("\ufeff" + text).encode(encoding), "x").removeprefix("\ufeff") == text.replace("\r\n", "\n")


@examples(200)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\ufeff\0"), max_size=40))
def test_a_text_with_its_mark_is_read_as_it_was_saved(text):
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8")):
        assert decode_text(mark + text.encode(encoding), "x") == text


def test_a_new_file_is_written_whole_and_nothing_else(tmp_path):
    write_atomic(tmp_path / "out.txt", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]
    assert (tmp_path / "out.txt").read_bytes() == b"new"


def test_a_new_file_has_the_permissions_of_any_other(tmp_path):
    (tmp_path / "usual").touch()
    write_atomic(tmp_path / "out", b"")
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_an_existing_file_is_kept_without_force_and_replaced_with_it(tmp_path):
    path = tmp_path / "out"
    path.write_bytes(b"old")
    assert refused(write_atomic, path, b"new", error=WriteError).code == "output-exists"
    assert path.read_bytes() == b"old"
    write_atomic(path, b"new", force=True)
    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_a_link_that_leads_nowhere_is_kept(tmp_path):
    path = tmp_path / "out"
    path.symlink_to("absent")
    assert refused(write_atomic, path, b"new", error=WriteError).code == "output-exists"
    assert path.is_symlink()
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_a_file_that_appears_meanwhile_is_kept(tmp_path, monkeypatch):
    path = tmp_path / "out"
    sync = os.fsync

    def other_program(handle):
        path.write_bytes(b"theirs")
        sync(handle)

    monkeypatch.setattr(files.os, "fsync", other_program)
    assert refused(write_atomic, path, b"mine", error=WriteError).code == "output-exists"
    assert path.read_bytes() == b"theirs"
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_where_there_are_no_hard_links_the_file_is_written_all_the_same(tmp_path, monkeypatch):
    def unsupported(*_):
        raise OSError

    monkeypatch.setattr(files.os, "link", unsupported)
    write_atomic(tmp_path / "out", b"new")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("out", b"new")]


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_that_is_absent_or_a_file_is_a_finding(force, tmp_path):
    (tmp_path / "file").touch()
    for folder, code in (("absent", "output-nowhere"), ("file", "output-unwritable")):
        told = refused(write_atomic, tmp_path / folder / "out", b"new", force, error=WriteError)
        assert told.code == code
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_a_folder_is_never_replaced(tmp_path):
    (tmp_path / "out").mkdir()
    for force in (False, True):
        told = refused(write_atomic, tmp_path / "out", b"new", force=force, error=WriteError)
        assert told.code == "output-folder"
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
@pytest.mark.parametrize("failure", [OSError, KeyboardInterrupt])
def test_a_failure_at_any_step_leaves_the_old_file_and_no_temporary_one(step, failure, tmp_path, monkeypatch):
    path = tmp_path / "out"
    path.write_bytes(b"old")

    def failing(*_):
        raise failure

    monkeypatch.setattr(files.os, step, failing)
    with pytest.raises(WriteError if failure is OSError else failure):
        write_atomic(path, b"new", force=True)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("out", b"old")]


def test_what_lies_in_a_folder_is_there_after_its_links_are_followed(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "file").touch()
    (tmp_path / "out").touch()
    for name, target in {"link": "file", "leads-out": "../out", "circle": "circle", "nowhere": "absent"}.items():
        (folder / name).symlink_to(target)
    names = ("file", "link", "leads-out", "circle", "nowhere", "absent", "../out", "a" * 300, "a\0b")
    assert [name for name in names if lies_in(folder / name, folder)] == ["file", "link"]
    assert real_path(folder / "link") == real_path(folder) / "file"
    assert real_path(folder / "circle").name == "circle"


def test_what_cannot_be_looked_at_is_not_taken_for_absent(tmp_path, monkeypatch):
    assert is_there(tmp_path)
    assert not is_there(tmp_path / "a")
    assert refused(is_there, tmp_path / ("ệ" * 90)).code == "name-long"
    for link, code in (("circle", "folder-unreadable"), ("nowhere", "file-absent")):
        (tmp_path / link).symlink_to(link.replace("nowhere", "absent"))
        assert refused(is_there, tmp_path / link).code == code

    def denied(*_, **__):
        raise PermissionError(13, "denied")

    monkeypatch.setattr(files.Path, "stat", denied)
    assert refused(is_there, tmp_path).code == "folder-unreadable"


@pytest.mark.parametrize("letter", ["a", "ê", "ệ", "字", "😀"])
def test_a_name_fits_into_what_file_systems_take_however_many_bytes_its_letters_have(letter, tmp_path):
    name = file_name(letter * 300, ".toml")
    (tmp_path / name).touch()
    assert name.removesuffix(".toml") == letter * (120 // len(letter.encode()))


@pytest.mark.parametrize(
    ("code", "name"),
    [("CON", "CON-.toml"), ("nul", "nul-.toml"), ("com1.x", "com1-.x.toml"), ("LPT\u00b9", "LPT\u00b9-.toml"),
     ("CONG", "CONG.toml"), ("COM", "COM.toml"), ("aux ", "aux-.toml"), ("x.con", "x.con.toml")],
)  # fmt: skip
def test_no_file_is_named_as_a_device_of_windows(code, name):
    assert file_name(code, ".toml") == name


def windows_error(number, winerror):
    """A refusal as Windows tells it: with a number of its own, which errno has no name for."""
    error = OSError(number, "x")
    error.winerror = winerror
    return error


@pytest.mark.parametrize(
    ("number", "winerror", "code"),
    [
        (errno.ENOENT, 206, "name-long"), (errno.EACCES, 32, "file-in-use"), (errno.EACCES, 5, "file-unreadable"),
        (errno.ENOENT, 2, "file-absent"), (errno.EINVAL, 123, "file-unreadable"), (errno.EIO, 112, "disk-full"),
    ],
)  # fmt: skip
def test_what_windows_refuses_has_its_remedy(number, winerror, code, tmp_path, monkeypatch):
    def denied(*_):
        raise windows_error(number, winerror)

    monkeypatch.setattr(files.os, "open", denied)
    assert refused(read_bytes, tmp_path / "a").code == code


def test_a_folder_is_no_file_on_windows_either(tmp_path, monkeypatch):
    def denied(*_):
        raise windows_error(errno.EACCES, 5)

    monkeypatch.setattr(files.os, "open", denied)
    assert refused(read_bytes, tmp_path).code == "file-not-regular"


def test_a_file_that_is_open_in_excel_stays_and_is_told(tmp_path, monkeypatch):
    def denied(*_):
        raise windows_error(errno.EACCES, 32)

    (tmp_path / "a.csv").write_bytes(b"old")
    monkeypatch.setattr(files.os, "replace", denied)
    assert refused(write_atomic, tmp_path / "a.csv", b"new", True, error=WriteError).code == "file-in-use"
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_all_files_are_written_or_one_says_that_some_are_missing(tmp_path, monkeypatch):
    pages = [("a", b"1"), ("b", b"2"), ("c", b"3")]
    write_files(tmp_path / "whole", pages)
    assert sorted(path.name for path in (tmp_path / "whole").iterdir()) == ["a", "b", "c"]
    write, done = files.write_atomic, []

    def ended(path, data, force=False):
        if path.name == "b":
            raise KeyboardInterrupt
        done.append(path.name)
        write(path, data, force)

    monkeypatch.setattr(files, "write_atomic", ended)
    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path / "half", pages)
    assert done == [UNFINISHED, "a"]
    assert sorted(path.name for path in (tmp_path / "half").iterdir()) == [UNFINISHED, "a"]
    monkeypatch.setattr(files, "write_atomic", write)
    assert refused(write_files, tmp_path / "half", pages, error=WriteError).code == "output-exists"
    write_files(tmp_path / "half", pages, True)
    assert sorted(path.name for path in (tmp_path / "half").iterdir()) == ["a", "b", "c"]


def test_where_nothing_could_be_written_nothing_is_missing(tmp_path, monkeypatch):
    write = files.write_atomic

    def full(path, data, force=False):
        if path.name != UNFINISHED:
            raise WriteError([])
        write(path, data, force)

    monkeypatch.setattr(files, "write_atomic", full)
    with pytest.raises(WriteError):
        write_files(tmp_path, [("a", b"1"), ("b", b"2")])
    assert not list(tmp_path.iterdir())
