"""The report of a random year, as a workbook."""

from cchc_score.engine import score
from cchc_score.engine.derived_facts import with_derived
from cchc_score.findings import ordered
from cchc_score.report.workbook.report_book import report_book
from cchc_score.results.area_parts import area_parts
from cchc_score.results.ranked_units import ranking
from cchc_score.results.scored import ScoredStage, scored_stage
from cchc_score.results.year_report import PIECES, YearReport
from cchc_score.schemes import read_scheme
from tests.against_oracle import facts_of
from tests.random_years import Case, random_case


def scored_case(seed: int, registry) -> ScoredStage:
    """A random year by its seed, scored."""
    return scored_of(random_case(seed), registry)


def scored_of(case: Case, registry) -> ScoredStage:
    """A random year, scored."""
    scheme = read_scheme(case.scheme.encode(), f"seed-{case.seed}.toml", registry.methods, registry.indicators)
    sheet = score(scheme, registry.methods, with_derived(scheme, facts_of(case, scheme)))
    return scored_stage(sheet, registry.methods, ordered(sheet.findings), "cchc-score", (), None, "final")


def report_of(scored: ScoredStage, pieces=PIECES, rows=None) -> YearReport:
    """The report of a stage with every unit."""
    rows = tuple(range(len(scored.sheet.table.units))) if rows is None else rows
    return YearReport(ranking(scored), frozenset(pieces), rows, area_parts(scored))


def book_of(seed: int, registry) -> bytes:
    """The workbook of a random year."""
    return report_book(report_of(scored_case(seed, registry)), "vi")
