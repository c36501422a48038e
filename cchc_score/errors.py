"""What stops a run: each error carries all its findings, so that everything can be mended at once."""

from collections.abc import Iterable
from typing import Self

from cchc_score.findings import Finding, ordered


class CchcError(Exception):
    """A run that cannot go on; its findings say where, what, and what to do."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = ordered(findings)
        super().__init__("\n".join(finding.words("en") for finding in self.findings))

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Finding, ...]]]:
        """How it travels between processes: with its findings, not with their text."""
        return type(self), (self.findings,)


class SchemeError(CchcError):
    """A scheme, a form or the configuration is broken."""


class ReportError(CchcError):
    """A file cannot be used as a report."""


class PluginError(CchcError):
    """A plugin breaks the contract."""


class WriteError(CchcError):
    """A result cannot be written where it was asked for."""


class SystemRefusal(CchcError):
    """The computer refuses something that has no file of its own: standard output is full, memory is short."""
