"""A pytest plugin: every case of a `NAME.cases.toml` is a test of its own.

It is asked for in the root `conftest.py`: `pytest_plugins = ["cchc_score.testing.pytest_plugin"]`, or on the command
line: `pytest -p cchc_score.testing.pytest_plugin`. The language of what it says is `cchc_lang` among pytest's settings.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SUFFIX = ".cases.toml"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The language in which cases that do not hold are told."""
    parser.addini("cchc_lang", "language of golden cases that fail: vi or en", default="vi")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "Cases | None":
    """A file of golden cases, whatever else is collected."""
    return Cases.from_parent(parent, path=file_path) if file_path.name.endswith(SUFFIX) else None


class Cases(pytest.File):
    """A file of golden cases; its scheme stands beside it."""

    def collect(self) -> Iterator["CaseItem"]:
        """One test a case."""
        # Only a run that meets such a file pays for the program.
        from cchc_score.testing.case_runs import load_cases

        scheme = self.path.with_name(self.path.name.removesuffix(SUFFIX) + ".toml")
        setup, name, cases = load_cases(scheme, (), self.config.getini("cchc_lang"))
        for case in cases:
            # pytest leaves the dots between brackets as they are.
            title = f"case[{case.criterion}, line {case.line}]"
            yield CaseItem.from_parent(self, name=title, case=case, setup=setup, file=name)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What is wrong with a file that cannot be run, without a traceback."""
        return _told(excinfo) or super().repr_failure(excinfo)


class CaseItem(pytest.Item):
    """One golden case."""

    def __init__(self, *, case: Any, setup: Any, file: str, **rest: Any) -> None:
        super().__init__(**rest)
        # With an underscore: `setup` is a method of every item of pytest.
        self.case, self.setup_, self.file = case, setup, file

    def runtest(self) -> None:
        """Hold the case against what the scheme gives."""
        from cchc_score.schemes.golden_cases import failures
        from cchc_score.testing.case_runs import CasesFailed

        found = failures([self.case], self.file, self.setup_.scheme, self.setup_.registry.methods)
        if found:
            raise CasesFailed(found, self.config.getini("cchc_lang"))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What the scheme gives instead, without a traceback."""
        return _told(excinfo) or super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the case stands."""
        # pytest counts lines from 0.
        return self.path, self.case.line - 1, self.name


def _told(excinfo: pytest.ExceptionInfo[BaseException]) -> str:
    from cchc_score.testing.case_runs import CasesFailed

    return str(excinfo.value) if isinstance(excinfo.value, CasesFailed) else ""
