"""How long the page of a report takes, and how large it is, beside scoring and beside the JSON of the same result.

python bench/report_html.py            168 communes with all pages, 3,321 with the overview alone
python bench/report_html.py --quick    168 communes only
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from typing import Any

from sample import sample_scheme, sample_table

from cchc_score.engine import score
from cchc_score.report.html.report_page import report_page
from cchc_score.results.ranked_units import ranking
from cchc_score.results.ranking_json import ranking_data
from cchc_score.results.scored import ScoredStage, scored_stage
from cchc_score.results.year_report import PIECES, Piece, YearReport

CRITERIA, LARGE = 60, 3_321


def cpu(run: Callable[[], Any]) -> tuple[float, Any]:
    """The processor time of one call in seconds, and what it gives."""
    gc.collect()
    before = time.process_time()
    result = run()
    return time.process_time() - before, result


def stage(count: int) -> tuple[float, ScoredStage]:
    """A made-up year of so many communes, scored, and how long scoring took."""
    scheme, methods = sample_scheme(CRITERIA)
    table = sample_table(scheme, count)
    score(scheme, methods, table)
    seconds, sheet = cpu(lambda: score(scheme, methods, table))
    return seconds, scored_stage(sheet, methods, (), "cchc-score", (), None, "final")


def measure(name: str, count: int, pieces: frozenset[Piece]) -> None:
    """One report: its seconds and size, how often scoring and the JSON would have run in that time."""
    scoring, scored = stage(count)
    result = ranking(scored)
    as_json, text = cpu(lambda: json.dumps(ranking_data(result, "vi"), ensure_ascii=False))
    report = YearReport(result, pieces, tuple(range(count)))
    seconds, data = cpu(lambda: report_page(report, "vi"))
    print(
        f"{count:>5} communes, {name:<8}: {seconds:6.2f} s, {len(data) / 1000:8,.0f} kB;"
        f" {seconds / scoring:5.1f} times scoring, {seconds / as_json:4.1f} times the JSON of {len(text) / 1000:,.0f} kB"
    )


def main() -> None:
    """Print a line a report."""
    measure("overview", 168, frozenset({"ranking"}))
    measure("all", 168, frozenset(PIECES))
    if "--quick" not in sys.argv:
        measure("overview", LARGE, frozenset({"ranking"}))


if __name__ == "__main__":
    main()
