"""How long the page of a report takes, and how large it is, beside scoring and beside the JSON of the same result.

python bench/report_html.py            168 communes with all pages, 3,321 with the overview alone
python bench/report_html.py --quick    168 communes only
"""

import json
import sys

from scored_sample import LARGE, processor_time, scored_sample

from cchc_score.report.html.report_page import report_page
from cchc_score.results.ranked_units import ranking
from cchc_score.results.ranking_json import ranking_data
from cchc_score.results.year_report import PIECES, Piece, YearReport


def measure(name: str, count: int, pieces: frozenset[Piece]) -> None:
    """One report: its seconds and size, how often scoring and the JSON would have run in that time."""
    scoring, scored = scored_sample(count)
    result = ranking(scored)
    as_json, text = processor_time(lambda: json.dumps(ranking_data(result, "vi"), ensure_ascii=False))
    report = YearReport(result, pieces, tuple(range(count)))
    seconds, data = processor_time(lambda: report_page(report, "vi"))
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
