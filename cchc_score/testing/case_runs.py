"""Golden cases run from Python: `run_cases("bo-tieu-chi.toml")` in a test of one's own."""

from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from cchc_score.errors import CchcError, SchemeError
from cchc_score.findings import Finding, Place
from cchc_score.schemes.golden_cases import Case, failures
from cchc_score.text import Lang
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.packaged import names_a_file
from cchc_score.year.request import Request
from cchc_score.year.source import YearRules


class CasesFailed(AssertionError):
    """A scheme does not give what its golden cases say, or they cannot be run; `findings` tells each."""

    def __init__(self, findings: Sequence[Finding], lang: Lang) -> None:
        super().__init__("\n".join(finding.words(lang) for finding in findings))
        self.findings = tuple(findings)


def run_cases(scheme: str | PathLike[str], *, plugins: Sequence[str | PathLike[str]] = (), lang: Lang = "vi") -> int:
    """How many golden cases hold, all of those beside a scheme; `CasesFailed` tells every one that does not.

    The plugins are the installed ones, those that a `cchc.toml` beside the scheme or above it names, and `plugins`.
    """
    # pytest then shows the line of the test, and nothing of what lies between.
    __tracebackhide__ = True
    rules, name, cases = load_cases(scheme, plugins, lang)
    found = failures(cases, name, rules.scheme, rules.registry.methods)
    if found:
        raise CasesFailed(found, lang)
    return len(cases)


def load_cases(
    scheme: str | PathLike[str], plugins: Sequence[str | PathLike[str]], lang: Lang
) -> tuple[YearRules, str, tuple[Case, ...]]:
    """A scheme with its plugins, and its golden cases with the name of their file."""
    asked = str(scheme)
    # A scheme that comes with the program is named without a folder: no `cchc.toml` stands above it.
    above = (Path(asked).parent,) if names_a_file(asked) else ()
    try:
        source = FolderSource(Request(above, asked, plugins=tuple(map(Path, plugins))))
        rules, golden = source.rules(), source.golden_cases()
        if not golden.cases:
            raise SchemeError([Finding("cases-absent", Place(golden.name))])
    except CchcError as error:
        raise CasesFailed(error.findings, lang) from None
    return rules, golden.name, golden.cases
