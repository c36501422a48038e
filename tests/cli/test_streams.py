"""Standard streams that are full, closed or not read: told with an exit code of its own, or no matter at all."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import ROOT

START = "from cchc_score.cli import main; main()"
COMMANDS = {
    "help": ("--help",),
    "version": ("--version",),
    "table": ("scheme", "diff", "minh-hoa-2023", "bnv-1187-2025"),
    "finding": ("finding",),
    "file": ("init", "y"),
}


def run(shell, *args, folder=ROOT, lang="en"):
    """A command line with its streams as a shell sets them up; '$@' stands for the program."""
    # As an installed program, which does not look for modules in the working folder.
    line = ["bash", "-o", "pipefail", "-c", shell, "bash", sys.executable, "-P", "-c", START, *args]
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}", "CCHC_LANG": lang}
    return subprocess.run(line, capture_output=True, cwd=folder, env=environment, text=True)


@pytest.mark.full
@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("shell", ['"$@" > /dev/full', '"$@" >&-'])
def test_a_result_that_cannot_be_printed_is_told(name, shell, tmp_path):
    ended = run(shell, *COMMANDS[name], folder=tmp_path)
    assert ended.returncode == 74
    assert ended.stderr.startswith("error: the result cannot be printed")
    assert ended.stderr.count("\n") == 1
    # What was written before stays, and nothing says that nothing was.
    assert (name != "file") or (tmp_path / "y" / "cchc.toml").exists()


@pytest.mark.full
@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("shell", ['"$@" | true', '"$@" | head -1', '"$@" 2>&1 | true'])
def test_who_reads_no_further_ends_nothing(name, shell, tmp_path):
    ended = run(shell, *COMMANDS[name], folder=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.full
@pytest.mark.parametrize("shell", ['"$@" 2>&-', '"$@" 2>/dev/full', '"$@" 2> >(true)'])
def test_without_anybody_to_tell_the_result_is_as_it_is(shell, tmp_path):
    (tmp_path / "a.csv").write_text("unit,plan_tasks,zzz\nA,5,6\n")
    args = ("rank", "a.csv", "--scheme", "minh-hoa-2023")
    usual, ended = run('"$@"', *args, folder=tmp_path), run(shell, *args, folder=tmp_path)
    assert "zzz" in usual.stderr
    assert (ended.returncode, ended.stdout) == (usual.returncode, usual.stdout)


@pytest.mark.full
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_exit_code_is_that_of_the_result_where_nobody_reads_on(lang, tmp_path):
    (tmp_path / "a.csv").write_text("unit,plan_tasks,zzz\nA,5,6\n")
    ended = run('"$@" | true', "rank", "a.csv", "--scheme", "minh-hoa-2023", folder=tmp_path, lang=lang)
    assert ended.returncode == 1
    assert "zzz" in ended.stderr


@pytest.mark.full
def test_standard_input_that_is_closed_is_told():
    ended = run('"$@" <&-', "check", "-", "--scheme", "minh-hoa-2023")
    assert ended.returncode == 3
    assert "standard input is closed" in ended.stderr


def test_a_working_folder_that_is_gone_is_told(tmp_path):
    (tmp_path / "gone").mkdir()
    ended = run('rmdir ../gone; "$@"', "rank", folder=tmp_path / "gone")
    assert ended.returncode == 74
    assert "the folder that this runs in is gone" in ended.stderr


LONG = Path("ệ" * 100)


@pytest.mark.full
@pytest.mark.parametrize(
    "args",
    [
        ("rank", "y.csv", "--scheme", "minh-hoa-2023", "-o", f"{LONG}.csv"),
        ("check", f"{LONG}.toml", "--scheme", "minh-hoa-2023"),
        ("check", "y.csv", "--scheme", f"{LONG}.toml"),
        ("init", f"{LONG}"),
        ("merge", f"{LONG}", "b", "-o", "c"),
        ("import", "y.csv", "--scheme", "minh-hoa-2023", "-o", f"{LONG}"),
        ("export", "template", "--scheme", "minh-hoa-2023", "-o", f"{LONG}.xlsx"),
        ("schema", "scheme", "-o", f"{LONG}.json"),
        ("rank", "y.csv", "--scheme", "minh-hoa-2023", "--plugins", f"{LONG}"),
    ],
)
def test_a_name_that_is_too_long_is_told_in_every_command(args, tmp_path):
    (tmp_path / "y.csv").write_text("unit,plan_tasks\nA,5\n")
    ended = run('"$@"', *args, folder=tmp_path)
    assert ended.returncode == 3
    assert "shorten it" in ended.stderr
