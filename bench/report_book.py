"""How long a report takes as a workbook, beside scoring and beside the bare library writing the same cells.

python bench/report_book.py            168 communes with all sheets, 3,321 without those of single communes
python bench/report_book.py --quick    168 communes only
"""

import io
import resource
import sys
from collections.abc import Callable
from typing import Any
from unittest import mock

import xlsxwriter
from scored_sample import CRITERIA, LARGE, processor_time, scored_sample
from xlsxwriter.worksheet import Worksheet

from cchc_score.report.workbook.report_book import report_book
from cchc_score.results.area_parts import area_parts
from cchc_score.results.ranked_units import ranking
from cchc_score.results.year_report import PIECES, Piece, YearReport

WRITERS = ("write_string", "write_number", "write_formula", "write_blank", "set_row")


def recorded(report: YearReport) -> dict[str, list[tuple[str, tuple[Any, ...]]]]:
    """Every call by which the report writes cells, by the name of the sheet."""
    calls: dict[str, list[tuple[str, tuple[Any, ...]]]] = {}

    def record(name: str) -> Callable[..., Any]:
        own = getattr(Worksheet, name)

        def write(tab: Any, *args: Any, **named: Any) -> Any:
            calls.setdefault(tab.get_name(), []).append((name, args))
            return own(tab, *args, **named)

        return write

    with mock.patch.multiple(Worksheet, **{name: record(name) for name in WRITERS}):
        report_book(report, "vi")
    return calls


def bare(calls: dict[str, list[tuple[str, tuple[Any, ...]]]]) -> bytes:
    """The same cells, with as many formats, by the library alone."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    formats: dict[int, Any] = {}
    for name, own in calls.items():
        tab = book.add_worksheet(name)
        writers = {writer: getattr(tab, writer) for writer in WRITERS}
        for writer, args in own:
            cell = [
                one if not isinstance(one, xlsxwriter.format.Format) else copied(book, formats, one) for one in args
            ]
            writers[writer](*cell)
    book.close()
    return stream.getvalue()


def copied(book: Any, formats: dict[int, Any], one: Any) -> Any:
    """A format of another workbook in this one."""
    if id(one) not in formats:
        formats[id(one)] = book.add_format({"num_format": one.num_format, "border": 1, "text_wrap": one.text_wrap})
    return formats[id(one)]


def measured(count: int, pieces: tuple[Piece, ...]) -> None:
    """One size: seconds, megabytes, cells, memory, and the two ratios."""
    scoring, scored = scored_sample(count)
    rows = tuple(range(count))
    report = YearReport(ranking(scored), frozenset(pieces), rows, area_parts(scored))
    seconds, data = processor_time(lambda: report_book(report, "vi"))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    calls = recorded(report)
    cells = sum(name != "set_row" for own in calls.values() for name, _ in own)
    alone, _ = processor_time(lambda: bare(calls))
    print(
        f"- {count:,} communes, {len(calls)} sheets, {cells:,} cells: {seconds:.1f} s, {len(data) / 1e6:.1f} MB, "
        f"at most {memory:.0f} MB of memory; {seconds / scoring:,.0f} x scoring, {seconds / alone:.2f} x the library alone"
    )


def main() -> None:
    """Measure each size."""
    print(f"XlsxWriter {xlsxwriter.__version__}, {CRITERIA} criteria")
    measured(168, PIECES)
    if "--quick" not in sys.argv:
        measured(LARGE, tuple(piece for piece in PIECES if piece != "sheets"))


if __name__ == "__main__":
    main()
