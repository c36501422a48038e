"""The command `summary`: the figures of all units added up in the form, as a table or as a document of an office."""

from collections.abc import Sequence
from pathlib import Path

from cchc_score.app.sum_figures import FigureSummary, sum_figures
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, end_scored, end_written, worded_requests, write_page
from cchc_score.cli.words import say
from cchc_score.files.disk import write_atomic
from cchc_score.findings import Finding
from cchc_score.formats import Page
from cchc_score.pages.summed_page import summed_page
from cchc_score.text import Lang, pick

OFFICE = (".xlsx", ".docx", ".pdf")
"""How the names of documents end that are no tables of text."""


def summary(options: Options, units: Sequence[str], stage: str) -> Exit:
    """Print the sums, or write them into a file."""
    target = options.output
    # A format that is named is one of tables; what it cannot write it says itself.
    document = target is not None and options.format is None and target.suffix.lower() in OFFICE
    source = (_without_target(options) if document else options).source()
    with worded_requests():
        found = sum_figures(source, units, stage, options.console.progress)
    if not found.summed.rows:
        # A year whose points others give, with no form and no figure of a report.
        options.console.findings([Finding("nothing-to-score")])
        return Exit.NOTHING
    if found.scored.has_figures:
        page = summed_page(found.summed, options.lang)
        if target is not None and document:
            _write(found, page, target, options)
        else:
            write_page(page, options, source.registry)
    return end_scored(options, found.scored)


def _without_target(options: Options) -> Options:
    """The same without a file, whose ending no format of tables knows."""
    from dataclasses import replace

    return replace(options, output=None)


def _write(found: FigureSummary, page: Page, target: Path, options: Options) -> None:
    from cchc_score.report.page_file import PageFile

    lang = options.lang
    file = PageFile(page, _subtitle(found, lang), found.letterhead, pick(lang, "Tổng hợp", "Summary"), lang)
    write_atomic(target, file.write(target.suffix.lower().removeprefix(".")), options.force)
    end_written(say(lang, "wrote-file", name=target.as_posix()))


def _subtitle(found: FigureSummary, lang: Lang) -> tuple[str, str]:
    summed = found.summed
    count = len(summed.units)
    return summed.title, pick(lang, f"Năm {summed.period}; {count} đơn vị", f"Year {summed.period}; {count} units")
