"""A reader or a format of a plugin that fails when it is used ends the run, with its name."""

import shutil

import pytest

from cchc_score.findings import Finding, Place
from tests.running import EXAMPLES, command

USED_FILE = """
from cchc_score.documents import Reader
from cchc_score.formats import Format
from cchc_score.hookspecs import hookimpl


def fail(*args):
    raise ZeroDivisionError("no units")


def leave(*args):
    raise SystemExit(0)


def copy(data, name):
    return data


@hookimpl
def cchc_readers():
    return [Reader("note", (".note",), fail), Reader("exit", (".exit",), leave), Reader("copy", (".copy",), copy)]


@hookimpl
def cchc_formats():
    return [Format("plain", ".plain", fail), Format("quiet", ".quiet", leave), Format("none", ".none", lambda page: None)]
"""
READERS = {
    "x.note": ("reader-raised", {"reader": "note", "detail": "ZeroDivisionError: no units"}),
    "x.exit": ("reader-raised", {"reader": "exit", "detail": "SystemExit: 0"}),
    "x.copy": ("reader-type", {"reader": "copy", "detail": "bytes"}),
}
FORMATS = {
    "plain": "ZeroDivisionError: no units",
    "quiet": "SystemExit: 0",
    "none": "AttributeError: 'NoneType' object has no attribute 'encode'",
}


@pytest.fixture
def year(tmp_path):
    """A copy of an example beside a folder of plugins with readers and formats that fail when they are used."""
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "mine.py").write_text(USED_FILE, encoding="utf-8")
    shutil.copytree(EXAMPLES / "hoang-hoa-2023", tmp_path / "year")
    return tmp_path / "year"


@pytest.mark.parametrize("name", READERS)
def test_a_reader_that_fails_ends_the_run_and_is_told_with_the_file(name, year):
    (year / "reports" / name).write_text("x", encoding="utf-8")
    result = command("rank", year, "--plugins", year.parent / "plugins", "--lang", "en")
    code, args = READERS[name]
    told = Finding(code, Place(f"reports/{name}"), args)
    assert (result.code, result.out, result.err) == (4, "", f"error: {told.words('en')}\n")


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_that_fails_ends_the_run_and_nothing_is_written(name, year):
    target = year.parent / "result.txt"
    result = command("rank", year, "--plugins", year.parent / "plugins", "--format", name, "-o", target, "--lang", "en")
    told = Finding("format-raised", args={"format": name, "detail": FORMATS[name]})
    assert (result.code, result.out, result.err) == (4, "", f"error: {told.words('en')}\n")
    assert not target.exists()
