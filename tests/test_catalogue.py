"""The catalogue of findings: every code that is used is there, both wordings fit, and none is left over."""

import ast
import re
import string
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from cchc_score.catalogue import CATALOGUE
from cchc_score.catalogue.annex_findings import ANNEXES
from cchc_score.catalogue.appraisal_findings import APPRAISAL
from cchc_score.catalogue.author_findings import AUTHORS
from cchc_score.catalogue.file_findings import FILES
from cchc_score.catalogue.journal_findings import JOURNAL
from cchc_score.catalogue.law_findings import LAWS
from cchc_score.catalogue.pdf_findings import PDF
from cchc_score.catalogue.plugin_findings import PLUGINS
from cchc_score.catalogue.report_findings import REPORTS
from cchc_score.catalogue.review_findings import REVIEW
from cchc_score.catalogue.scan_findings import SCANS
from cchc_score.catalogue.scheme_findings import SCHEMES
from cchc_score.catalogue.server_findings import SERVER
from cchc_score.catalogue.sheet_findings import SHEETS

ROOT = Path(__file__).parents[1]
HOMES = (ROOT / "cchc_score", ROOT / "cchc_web")
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")


@cache
def trees() -> dict[Path, ast.Module]:
    """Every module of the program, parsed."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for home in HOMES for path in home.rglob("*.py")}


def texts() -> set[str]:
    """Every text in the program outside the catalogue."""
    found = set()
    for path, tree in trees().items():
        if "catalogue" in path.parts:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def fields(template: str) -> set[str]:
    """The names that a wording asks for."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_no_code_means_two_things():
    parts = (
        FILES,
        PDF,
        SCANS,
        SHEETS,
        SCHEMES,
        REPORTS,
        PLUGINS,
        LAWS,
        APPRAISAL,
        JOURNAL,
        REVIEW,
        AUTHORS,
        ANNEXES,
        SERVER,
    )
    assert sum(map(len, parts)) == len(CATALOGUE)


@pytest.mark.full
def test_every_code_is_used():
    used = texts()
    # Of a limit the code is made with the limit.
    made = {"above-1", "above-100"}
    assert {code.removesuffix("-near") for code in CATALOGUE} - made <= used


@pytest.mark.full
@pytest.mark.parametrize("call", ["Finding", "Unreadable", "Breach", "unknown_word"])
def test_every_code_named_in_the_program_is_in_the_catalogue(call):
    for path, tree in trees().items():
        for node in ast.walk(tree):
            named = isinstance(node, ast.Call) and getattr(node.func, "id", "") == call and node.args
            if named and isinstance(node.args[0], ast.Constant):
                assert node.args[0].value in CATALOGUE, f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_both_wordings_say_the_same_and_end_with_what_to_do(code):
    kind = CATALOGUE[code]
    assert CODE.fullmatch(code)
    for vi, en in (kind.what, kind.remedy):
        assert vi
        assert en
        assert fields(vi) == fields(en)
        assert unicodedata.is_normalized("NFC", vi + en)
