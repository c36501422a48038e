"""Pages for tests: reports of examples and of made-up years, and what is read back of a page."""

import gzip
import json
import sys
from base64 import b64decode
from dataclasses import dataclass
from functools import cache

import html5lib
import pytest

from cchc_score.app.report_files import year_report
from cchc_score.engine import score
from cchc_score.report.html.report_page import report_page
from cchc_score.results.ranked_units import ranking
from cchc_score.results.scored import scored_stage
from cchc_score.results.year_report import PIECES, YearReport
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.request import Request
from tests.running import EXAMPLES, ROOT

REAL = ("lam-dong-2025", "hoang-hoa-2023")
CASES = [pytest.param("lam-dong-2025", marks=pytest.mark.full), "hoang-hoa-2023"]
"""The examples as cases of a test; the larger one is slow to read back."""


@cache
def example(name, pieces=frozenset(PIECES)):
    """The report of an example, with the page of every unit."""
    return year_report(FolderSource(Request((EXAMPLES / name,))), pieces)


@cache
def page_of(name, lang="vi"):
    """An example as one page."""
    return report_page(example(name), lang)


@cache
def province():
    """A made-up year of 168 units and 60 criteria, with the page of every unit."""
    sys.path.insert(0, str(ROOT / "bench"))
    try:
        from sample import sample_scheme, sample_table
    finally:
        sys.path.remove(str(ROOT / "bench"))
    scheme, methods = sample_scheme(60)
    return report_of(scored_stage(score(scheme, methods, sample_table(scheme, 168)), methods, (), "cchc-score 0", ()))


def report_of(scored, pieces=PIECES):
    """The report of a stage with all of its units."""
    rows = tuple(range(len(scored.sheet.table.units)))
    return YearReport(ranking=ranking(scored), pieces=frozenset(pieces), rows=rows)


@dataclass(frozen=True)
class ReadPage:
    """A page as a browser reads it, without its own ending of what is not whole."""

    tree: object

    def all(self, tag):
        """Every element of a kind."""
        return list(self.tree.iter(f"{{http://www.w3.org/1999/xhtml}}{tag}"))

    def at(self, name):
        """The one element of an id."""
        (found,) = [one for one in self.tree.iter() if one.get("id") == name]
        return found

    @property
    def data(self):
        """The JSON in the page."""
        return json.loads(gzip.decompress(b64decode(self.at("/data").text)))

    @property
    def ranking(self):
        """The rows of the rankings, each as the texts of its cells."""
        tables = [one for one in self.all("table") if one.get("class") == "ranking"]
        return [[text_of(cell) for cell in row] for table in tables for row in rows_of(table)]


def text_of(node):
    """All text within an element."""
    return "".join(node.itertext()).strip()


def rows_of(table):
    """The rows of a table's body."""
    return [
        row
        for row in table.iter("{http://www.w3.org/1999/xhtml}tr")
        if row[0].tag.endswith("}td") or (len(row) > 1 and row[1].tag.endswith("}td"))
    ]


def read(page):
    """A page parsed by the rules of HTML; what breaks them is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=True)
    return ReadPage(parser.parse(page.decode()))
