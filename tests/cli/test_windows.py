"""What can be shown of Windows elsewhere: its code pages, what its Python has not, its shells and its consoles."""

import io
import subprocess
import sys
from functools import cache

import pytest

from cchc_score.cli.main import main, with_files
from cchc_score.cli.output import knows_colours
from tests.running import ROOT

HOANG_HOA = ROOT / "examples" / "hoang-hoa-2023"

ABSENT = ("fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "posix_ipc", "_posixshmem")
"""Modules that Python has on other systems only."""
# Without `uname`, which NumPy asks for on this system.
MISSING = ("fork", "getuid", "geteuid", "getgid", "getegid", "getppid", "chown", "fchown", "fchmod", "mkfifo", "killpg",
           "O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_DIRECTORY", "statvfs")  # fmt: skip
START = (
    "import sys, os\n"
    f"sys.modules.update(dict.fromkeys({ABSENT!r}))\n"
    f"[delattr(os, name) for name in {MISSING!r} if hasattr(os, name)]\n"
    # The library itself asks these whether a folder can be opened as a file, before it uses what is missing above.
    "os.supports_fd.clear(), os.supports_dir_fd.clear()\n"
    "from cchc_score.cli import main\nmain()"
)
COMMANDS = {
    "help": ("--help",),
    "wrong word": ("rankk", "Đặng"),
    "rank": ("rank", str(HOANG_HOA)),
    "score": ("score", str(HOANG_HOA), "--unit", "Xã Hoằng Cát"),
    "explain": ("explain", "Xã Hoằng Cát", str(HOANG_HOA)),
    "check": ("check", str(HOANG_HOA)),
    "no file": ("rank", "Đắk Lắk.csv", "--scheme", "minh-hoa-2023"),
    "finding": ("finding", "unit-twice"),
    "scheme": ("scheme", "show", "minh-hoa-2023"),
    "json": ("rank", str(HOANG_HOA), "--format", "json"),
}


def run(*args, encoding="utf-8", folder=ROOT):
    """A command line where standard streams have a code page, and Python has nothing that it has not on Windows."""
    environment = {
        "PATH": "/usr/bin:/bin", "PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}", "PYTHONIOENCODING": encoding,
        "PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0",
    }  # fmt: skip
    line = [sys.executable, "-P", "-c", START, *args]
    return subprocess.run(line, capture_output=True, cwd=folder, env=environment)


@cache
def in_utf8(name):
    """How a command ends where standard streams take every letter."""
    return run(*COMMANDS[name])


@pytest.mark.full
@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("encoding", ["cp1252", "cp1258"])
def test_a_code_page_changes_nothing_of_what_is_printed(name, encoding):
    ended, usual = run(*COMMANDS[name], encoding=encoding), in_utf8(name)
    assert (ended.returncode, ended.stdout, ended.stderr) == (usual.returncode, usual.stdout, usual.stderr)
    assert ended.returncode < 70
    assert b"Traceback" not in ended.stderr
    (ended.stdout + ended.stderr).decode("utf-8")


@pytest.mark.full
def test_a_year_is_begun_written_and_read_again_without_what_windows_has_not(tmp_path):
    commands = (
        ("init", "năm", "--from", "minh-hoa"),
        ("export", "template", "năm", "--all", "-o", "biểu"),
        ("rank", "năm", "-o", "kết quả.csv"),
        ("import", "năm", "-o", "nhập"),
        ("merge", "năm", "năm", "-o", "gộp"),
        ("scheme", "next-year", "minh-hoa-2023", "-o", "sau.toml"),
    )
    for args in commands:
        ended = run(*args, encoding="cp1258", folder=tmp_path)
        assert b"Traceback" not in ended.stderr, (args, ended.stderr.decode())
        assert ended.returncode < 70, (args, ended.stderr.decode())
    names = {path.name for path in tmp_path.iterdir()}
    assert {"năm", "kết quả.csv", "sau.toml"} <= names
    assert not any(name.startswith(".cchc") for name in names)


def test_names_with_signs_are_the_files_that_they_mean(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.csv", "b.csv", "c.toml", "x[1].csv"):
        (tmp_path / name).touch()
    assert with_files(["rank", "*.csv", "--unit", "M*", "--unit=*", "x[1].*"]) == [
        "rank", "a.csv", "b.csv", "x[1].csv", "--unit", "M*", "--unit=*", "x[1].csv",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("system", "environment", "colours"),
    [
        ("posix", {}, True),
        ("posix", {"NO_COLOR": "1"}, False),
        ("nt", {}, False),
        ("nt", {"WT_SESSION": "x"}, True),
        ("nt", {"ANSICON": "x", "NO_COLOR": "1"}, False),
        ("nt", {"TERM": "xterm"}, True),
    ],
)
def test_an_older_console_gets_no_signs_of_colours(system, environment, colours):
    assert knows_colours(system, environment) is colours


def test_a_stream_of_text_in_the_place_of_standard_output_gets_the_result(monkeypatch):
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    with pytest.raises(SystemExit) as ended:
        main(["rank", str(HOANG_HOA), "-q"])
    assert ended.value.code == 0
    assert "Xã Hoằng Cát" in out.getvalue()
