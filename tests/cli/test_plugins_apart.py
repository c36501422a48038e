"""Plugins of a folder: what they print is no result, none ends the run unseen, hidden files are none."""

import json
import os
import subprocess
import sys

import pytest

from tests.running import ROOT, command
from tests.schemes.sample import small_head

SCHEME = (
    small_head(3, 2023)
    + """\
[criterion."1.1"]
title = "Theo plugin"
max_points = 3
method = "mine.calls"
%s
[indicator.calls]
name = "Cuộc gọi"
"""
)
PLUGIN = """
from cchc_score.formats import Format
from cchc_score.documents import Lines, Reader
from cchc_score.hookspecs import hookimpl
from cchc_score.methods import Number, Percent, PointsFrom0, Settings, NoSettings, per_commune
import os
{top}
class Mine(Settings):
    {settings}

@per_commune("mine.calls", Mine)
def calls(rule, calls):
    {method}

@hookimpl
def cchc_methods():
    {hook}
    return [calls]

@hookimpl
def cchc_formats():
    def write(page):
        {format}
        return page.title
    return [Format("mine", ".mine", write)]

@hookimpl
def cchc_readers():
    def read(data, name):
        {reader}
        return Lines(())
    return [Reader("mine", (".mine",), read)]
"""
USUAL = {"top": "", "settings": "pass", "method": "return 2", "hook": "pass", "format": "pass", "reader": "pass"}


@pytest.fixture
def year(tmp_path):
    def make(rule="", **parts):
        (tmp_path / "p").mkdir(exist_ok=True)
        (tmp_path / "cchc.toml").write_text('scheme = "s.toml"\nplugins = "p"\nreports = "r"\n')
        (tmp_path / "s.toml").write_text(SCHEME % rule, encoding="utf-8")
        (tmp_path / "r").mkdir(exist_ok=True)
        (tmp_path / "r" / "a.csv").write_text("unit,calls\nA,5\nB,7\n")
        (tmp_path / "p" / "mine.py").write_text(PLUGIN.format(**USUAL | parts), encoding="utf-8")
        return tmp_path

    return make


SAYS = "print('xin chào')"


@pytest.mark.full
@pytest.mark.parametrize("part", ["top", "method", "hook", "reader"])
def test_what_a_plugin_prints_is_no_part_of_a_result(part, year):
    folder = year(**{part: f"{SAYS}; return 2" if part == "method" else SAYS})
    (folder / "r" / "b.mine").write_text("x")
    for format in ("json", "csv", "table"):
        printed = command("rank", folder, "--format", format)
        assert "xin chào" not in printed.out
        assert "xin chào" in printed.err
    json.loads(command("rank", folder, "--format", "json").out)


def test_what_a_format_prints_is_no_part_of_its_page(year):
    printed = command("rank", year(format=SAYS), "--format", "mine")
    assert printed.out.strip() == "T"
    assert "xin chào" in printed.err


@pytest.mark.full
@pytest.mark.parametrize(
    ("part", "code"),
    [("top", "mine.py"), ("hook", "cchc_methods"), ("method", "mine.calls"), ("format", "mine"), ("reader", "mine")],
)
@pytest.mark.parametrize("leaves", ["os._exit(0)", "raise SystemExit(0)"])
def test_a_plugin_that_ends_the_process_is_a_failure_by_name(part, code, leaves, year):
    folder = year(**{part: f"{leaves}; return 2" if part == "method" else leaves})
    (folder / "r" / "b.mine").write_text("x")
    line = [sys.executable, "-c", "from cchc_score.cli import main; main()", "rank", folder, "--format", "mine"]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}", "CCHC_LANG": "en"}
    ended = subprocess.run(line, capture_output=True, text=True, env=environment)
    assert ended.returncode == 4
    assert "error: " in ended.stderr
    assert code in ended.stderr
    assert "SystemExit" in ended.stderr


@pytest.mark.parametrize("name", ["._mine.py", ".hidden.py", "~$mine.py"])
def test_hidden_files_are_no_plugins(name, year):
    folder = year()
    (folder / "p" / name).write_bytes(b"\x00\x05\x16\x07")
    assert command("rank", folder).code == 0


def test_a_folder_of_plugins_that_cannot_be_read_is_no_empty_one(year, monkeypatch):
    folder = year()

    def denied(path):
        raise PermissionError(13, "denied", path)

    monkeypatch.setattr(os, "listdir", denied)
    result = command("rank", folder, "--lang", "en")
    assert result.code == 4
    assert "p: the folder cannot be opened" in result.err


def test_a_failing_method_is_told_with_its_line_and_for_developers_with_its_traceback(year):
    folder = year(method="return 1 // (calls - 5)")
    line = (folder / "p" / "mine.py").read_text(encoding="utf-8").split("\n").index("    return 1 // (calls - 5)") + 1
    told = command("rank", folder, "--lang", "en")
    assert told.code == 4
    assert "ZeroDivisionError" in told.err
    assert f"; mine.py:{line})" in told.err
    assert "Traceback" not in told.err
    traced = command("rank", folder, "--lang", "en", "--debug").err
    assert traced.count("Traceback (most recent call last)") == 1
    assert f'mine.py", line {line}' in traced


def test_a_method_without_a_return_does_not_run(year):
    result = command("check", year(method="min(calls, 2)"), "--lang", "en")
    assert result.code == 4
    assert "the method 'mine.calls' returns no points anywhere" in result.err


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("tuple[Number, ...]", "[1, 2.5]"),
        ("list[Number]", "[1, 2.5]"),
        ("tuple[Percent, PointsFrom0]", "[80, 2.5]"),
        ("tuple[tuple[Percent, PointsFrom0], ...]", "[[0, 0], [80, 2.5]]"),
        ("list[tuple[Percent, PointsFrom0]]", "[[0, 0], [80, 2.5]]"),
        ("list[str]", '["a", "b"]'),
    ],
)
def test_settings_that_are_lists_work(kind, value, year):
    folder = year(f"steps = {value}", settings=f"steps: {kind}", method="return len(rule.settings.steps)")
    data = json.loads(command("rank", folder, "--format", "json").out)
    assert [unit["points"]["printed"] for unit in data["communes"]] == ["2.00", "2.00"]
