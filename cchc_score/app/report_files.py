"""Make the report of a year: its ranking, areas, sheets and what else is asked for, ready to be written."""

from collections.abc import Sequence
from dataclasses import replace

from cchc_score.app.choices import rows_of_units
from cchc_score.app.compare_results import differences_of
from cchc_score.app.request_errors import TooManySheets, UnknownPiece
from cchc_score.app.score_stage import score_stage, year_of
from cchc_score.results.area_parts import area_parts
from cchc_score.results.differences import Differences
from cchc_score.results.ranked_units import ranking
from cchc_score.results.scored import ScoredStage
from cchc_score.results.year_report import PIECES, Piece, YearReport
from cchc_score.text import alphabetical
from cchc_score.year.load import Year, YearStages, no_progress
from cchc_score.year.parallel import Progress
from cchc_score.year.source import YearSource

MOST_SHEETS = 500
"""So many sheets of units one file holds: three times those of any province; a PDF takes 2 GB of memory then."""


def pieces_of(words: Sequence[str], signed: bool = False) -> frozenset[Piece]:
    """The pieces that some words name; all of them where none is named, or 'all' is.

    Where none is named, what is `signed` as one volume goes without the sheets, which every unit gets by itself.
    """
    if signed and not words:
        return frozenset(PIECES) - {"sheets"}
    unknown = next((word for word in words if word not in (*PIECES, "all")), None)
    if unknown is not None:
        raise UnknownPiece(unknown, (*PIECES, "all"))
    return frozenset(PIECES) if not words or "all" in words else frozenset(one for one in PIECES if one in words)


def year_report(
    source: YearSource, pieces: frozenset[Piece], units: Sequence[str] = (), stage: str = "final",
    progress: Progress = no_progress, against: YearSource | None = None,
) -> YearReport:  # fmt: skip
    """The report of a stage, with the sheets of the units named by code or name, or of all.

    It is compared with the year `against`, or where none is given with the one that the year names as the last.
    """
    year, staged = year_of(source, progress)
    report = ranking_report(score_stage(year, staged, stage), year, units)
    scored, compares = report.scored, "comparison" in pieces
    return replace(
        report,
        pieces=pieces,
        parts=area_parts(scored) if "areas" in pieces else (),
        comparison=_comparison(year, staged, scored) if compares else None,
        last_year=_last_year(_year_before(source, against), scored, stage, progress) if compares else None,
        scheme_text=source.scheme_file(),
    )


def ranking_report(scored: ScoredStage, year: Year, units: Sequence[str] = ()) -> YearReport:
    """The report of a scored stage with its ranking alone, about the units named by code or name, or about all."""
    listed = scored.sheet.table.units
    rows = rows_of_units(listed, units) if units else range(len(listed))
    return YearReport(
        ranking=ranking(scored),
        pieces=frozenset(),
        rows=tuple(sorted(rows, key=lambda row: (alphabetical(listed[row].name), row))),
        letterhead=year.rules.letterhead,
    )


def check_volume(report: YearReport) -> None:
    """Whether one file can hold a report; a TooManySheets where it cannot."""
    if "sheets" in report.pieces and len(report.rows) > MOST_SHEETS:
        raise TooManySheets(len(report.rows), MOST_SHEETS)


def _comparison(year: Year, staged: YearStages, scored: ScoredStage) -> Differences | None:
    """What the appraisal has changed of the self-scores, or of the reports where nobody has scored itself."""
    if scored.stages is None or scored.stage in ("reported", "self"):
        return None
    return differences_of(score_stage(year, staged, "self" if scored.stages.claims else "reported"), scored)


def _year_before(source: YearSource, against: YearSource | None) -> YearSource | None:
    named = source.last_year() if against is None else None
    return named[1] if named is not None else against


def _last_year(before: YearSource | None, scored: ScoredStage, stage: str, progress: Progress) -> Differences | None:
    """What moved since the year before, at the same stage or, where it has none of that name, at its last."""
    if before is None:
        return None
    year, staged = year_of(before, progress)
    known = staged.stages.names if staged.stages else ("final",)
    return differences_of(score_stage(year, staged, stage if stage in known else "final"), scored)
