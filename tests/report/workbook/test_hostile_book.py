"""Names and remarks that somebody made up to do harm: no formula, link or escape of theirs comes into the workbook."""

import io
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.facts import Origin
from cchc_score.registry.registry import load_registry
from cchc_score.report.workbook.book_pen import cell_text
from cchc_score.report.workbook.report_book import report_book
from cchc_score.report.workbook.sheet_names import MOST_UNITS
from cchc_score.results.scored import ScoredStage
from tests.random_years import random_case
from tests.report.judges import formulas
from tests.report.random_books import report_of, scored_of
from tests.strategies import examples

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported.*:UserWarning")

SEED = 9
TRICKS = (
    '=HYPERLINK("http://x.invalid","x")',
    "=1+1",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "{=SUM(A1:A2)}",
    "http://x.invalid",
    "mailto:x@x.invalid",
    "internal:'Điểm'!A1",
    "file:///etc/passwd",
    "#N/A",
    "#REF!",
    "TRUE",
    "1e5",
    "_x0041_",
    "_x000D_",
    "</t><f>1+1</f>",
    "<b>&amp;&lt;",
    "&P&[File]",
    "\u202eđảo",
    "\x00\x0b\x1f\ufffe",
    "a\nb\r\nc",
    "'",
    "''!A1",
    "x" * 40_000,
    "😀" * 20_000,
    "{row}{0}",
)
OWN = re.compile(
    r"""=(?:'(?:Điểm|Điểm\ tối\ đa|Số\ liệu|Cao\ nhất\ nhóm|Thang\ xếp\ loại|Xếp\ hạng)'! | \$?[A-Z]{1,3}\$?[0-9]+
    | "[A-Za-z0-9._-]*" | "\?" | ">0" | "có" | "không"
    | (?:IF|AND|OR|NOT|INT|ROUND|SUM|MIN|MAX|RANK|ISNUMBER|COUNT|INDEX|MATCH|COUNTIFS|AVERAGEIFS|_xlfn\.MAXIFS|_xlfn\.MINIFS)\( | [-+*/(),.<>=:0-9])*""",
    re.VERBOSE,
)
"""A formula that the program may write: its own sheets, cells, codes of answers, and a few functions."""
LINKS = re.compile(r"externalLink|vbaProject|macro|oleObject|connections|activeX", re.IGNORECASE)
ACTING = re.compile(
    r"<(?:hyperlinks?|oleObjects?|controls?|dataConsolidate|customWorkbookViews)\b|TargetMode=\"External\""
)


def with_texts(scored: ScoredStage, texts: list[str]) -> ScoredStage:
    """The same year with some texts in the place of every name and remark."""
    sheet, count = scored.sheet, iter(range(10**6))

    def text() -> str:
        return texts[next(count) % len(texts)]

    units = tuple(replace(unit, name=text(), code=f"{at}{text()}") for at, unit in enumerate(sheet.table.units))
    scheme = sheet.scheme
    scheme = replace(
        scheme,
        title=text(),
        decision=text(),
        areas=tuple(replace(area, name=text()) for area in scheme.areas),
        criteria={key: replace(one, title=text(), note=text()) for key, one in scheme.criteria.items()},
        indicators={key: replace(one, name=text(), unit=text()) for key, one in scheme.indicators.items()},
        classes=tuple(replace(one, name=f"{at}{text()}") for at, one in enumerate(scheme.classes)),
    )
    origins = {
        (row, code): Origin(text(), row=text(), remark=text(), source=text())
        for row in range(len(units))
        for code in sheet.table.columns
    }
    table = replace(sheet.table, units=units, origins=origins)
    return replace(scored, sheet=replace(sheet, scheme=scheme, table=table))


@pytest.fixture(scope="module")
def plain() -> ScoredStage:
    return scored_of(random_case(SEED), load_registry())


def assert_harmless(data: bytes) -> None:
    """The formulas are of the program's own making, and there is nothing else that acts."""
    for (tab, cell), (formula, _) in formulas(data).items():
        assert OWN.fullmatch(formula), (tab, cell, formula)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            assert not LINKS.search(name), name
            assert not ACTING.search(archive.read(name).decode()), name
    # Every program that opens it finds well-formed sheets, of legal names, each once.
    names = openpyxl.load_workbook(io.BytesIO(data)).sheetnames
    assert len({name.casefold() for name in names}) == len(names)
    assert all(
        0 < len(name.encode("utf-16-le")) <= 2 * MOST_UNITS and not set(name) & set("[]:*?/\\") for name in names
    )


@pytest.mark.full
@pytest.mark.parametrize("trick", TRICKS, ids=range(len(TRICKS)))
def test_a_text_stays_a_text(plain, trick):
    data = report_book(report_of(with_texts(plain, [trick])), "vi")
    assert_harmless(data)
    shown = openpyxl.load_workbook(io.BytesIO(data))["Số liệu"]["J5"]
    assert shown.data_type == "s" or not cell_text(trick)


@pytest.mark.full
@examples(20)
@given(st.lists(st.text(max_size=200), min_size=1, max_size=12))
def test_any_texts_stay_texts(texts):
    scored = scored_of(random_case(SEED), load_registry())
    assert_harmless(report_book(report_of(with_texts(scored, texts)), "vi"))


def test_what_is_too_long_is_cut_and_says_so():
    assert cell_text("x" * 40_000) == "x" * 32_000 + " [...]"
    assert len(cell_text("😀" * 20_000).encode("utf-16-le")) <= 2 * 32_767
    assert cell_text("\u202eabc\x00") == "\\u202eabc"


@pytest.mark.parametrize("count", [0, 1])
def test_a_year_of_no_unit_or_one_is_a_workbook(plain, count, registry):
    case = random_case(SEED)
    scored = scored_of(replace(case, units=case.units[:count]), registry)
    book = openpyxl.load_workbook(io.BytesIO(report_book(report_of(scored), "vi")))
    assert len(book.sheetnames) >= 10


@pytest.mark.full
@pytest.mark.parametrize("facts", [{}, None])
def test_all_missing_and_all_tied_are_workbooks(facts, registry, tmp_path):
    from tests.report.judges import by_ironcalc

    case = random_case(SEED)
    units = tuple(replace(unit, facts=case.units[0].facts if facts is None else facts) for unit in case.units)
    data = report_book(report_of(scored_of(replace(case, units=units), registry)), "vi")
    assert all(one.equal for one in by_ironcalc(data, tmp_path))
