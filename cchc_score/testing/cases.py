"""Golden cases run from Python: `run_cases("bo-tieu-chi.toml")` in a test of one's own."""

from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from cchc_score.cases import Case, failures
from cchc_score.errors import CchcError, SchemeError
from cchc_score.findings import Finding, Place
from cchc_score.text import Lang
from cchc_score.year.golden import golden_cases
from cchc_score.year.load import Request, Setup, set_up
from cchc_score.year.shipped import is_file


class CasesFailed(AssertionError):
    """A scheme does not give what its golden cases say, or they cannot be run; `findings` tells each."""

    def __init__(self, findings: Sequence[Finding], lang: Lang) -> None:
        super().__init__("\n".join(one.words(lang) for one in findings))
        self.findings = tuple(findings)


def run_cases(scheme: str | PathLike[str], *, plugins: Sequence[str | PathLike[str]] = (), lang: Lang = "vi") -> int:
    """How many golden cases hold, all of those beside a scheme; `CasesFailed` tells every one that does not.

    The plugins are the installed ones, those that a `cchc.toml` beside the scheme or above it names, and `plugins`.
    """
    __tracebackhide__ = True
    setup, name, cases = loaded(scheme, plugins, lang)
    found = failures(cases, name, setup.scheme, setup.registry.methods)
    if found:
        raise CasesFailed(found, lang)
    return len(cases)


def loaded(
    scheme: str | PathLike[str], plugins: Sequence[str | PathLike[str]], lang: Lang
) -> tuple[Setup, str, tuple[Case, ...]]:
    """A scheme with its plugins, and its golden cases with the name of their file."""
    asked = str(scheme)
    above = (Path(asked).parent,) if is_file(asked) else ()
    try:
        setup = set_up(Request(above, asked, plugins=tuple(map(Path, plugins))))
        name, cases = golden_cases(setup)
        if not cases:
            raise SchemeError([Finding("cases-absent", Place(name))])
    except CchcError as error:
        raise CasesFailed(error.findings, lang) from None
    return setup, name, cases
