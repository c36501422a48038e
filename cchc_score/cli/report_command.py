"""The command `report`: the results of a year as files that an office hands out."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_score.app.report_files import check_volume, pieces_of, year_report
from cchc_score.cli.command import WrongChoice, WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.output import deliver
from cchc_score.cli.run import Options, end_scored, worded_requests
from cchc_score.cli.words import say
from cchc_score.files.disk import file_name, read_bytes, write_atomic, write_files
from cchc_score.report.report_kinds import REPORT_KINDS, report_bytes
from cchc_score.results.year_report import UNIT_PIECES, YearReport

if TYPE_CHECKING:
    from cchc_score.report.annex.report_annex import OwnTemplate


def report(
    options: Options, target: Path | None, kind: str | None, what: Sequence[str], units: Sequence[str], stage: str,
    template: Path | None = None,
) -> Exit:  # fmt: skip
    """Write the report: one volume, or into a folder one file for every unit; by a Word template where one is named."""
    if target is None:
        raise WrongWord("usage-needed", name="-o FILE|DIR")
    single = _kind_of(target, kind)
    if template is not None and (single or kind) != "docx":
        raise WrongWord("usage-template-kind")
    own = None if template is None else _own_template(template)
    with worded_requests():
        pieces = pieces_of(what, signed=single in ("docx", "pdf"))
        if not single and not pieces & UNIT_PIECES:
            raise WrongWord("usage-unit-pieces", pieces=", ".join(sorted(UNIT_PIECES)))
        made = year_report(options.source(), pieces, units, stage, options.console.progress)
        if single:
            check_volume(made)
    # A report without any figure would look like a result; that there is nothing to score is told below.
    if made.scored.has_figures:
        told = (
            _write_volume(made, options, target, single, own)
            if single
            else _write_units(made, options, target, kind, own)
        )
        deliver(f"{told}\n".encode("utf-8", "backslashreplace"), None, False)
    return end_scored(options, made.scored)


def _own_template(path: Path) -> "OwnTemplate":
    from cchc_score.report.annex.report_annex import OwnTemplate
    from cchc_score.report.annex.template_file import MAX_TEMPLATE

    return OwnTemplate(path.as_posix(), read_bytes(path, limit=MAX_TEMPLATE))


def _kind_of(target: Path, kind: str | None) -> str:
    """The kind of the one file that is meant; empty for a folder."""
    if kind is not None and kind not in REPORT_KINDS:
        raise WrongChoice("--format", kind, list(REPORT_KINDS))
    # A folder may have a point in its name.
    single = "" if target.is_dir() else target.suffix.lower().removeprefix(".")
    if single and single not in REPORT_KINDS:
        raise WrongWord("usage-suffix", name=target.name, suffixes=", ".join(REPORT_KINDS.values()))
    if single and kind not in (None, single):
        raise WrongChoice("--format", kind or "", [single])
    return single


def _write_volume(made: YearReport, options: Options, target: Path, kind: str, own: "OwnTemplate | None") -> str:
    write_atomic(target, report_bytes(made, kind, options.lang, own), options.force)
    return say(options.lang, "wrote-file", name=target.as_posix())


def _write_units(made: YearReport, options: Options, target: Path, kind: str | None, own: "OwnTemplate | None") -> str:
    kind = kind or "xlsx"
    files = [
        (file_name(unit.code, REPORT_KINDS[kind]), report_bytes(made.about(row), kind, options.lang, own))
        for row, unit in zip(made.rows, made.units, strict=True)
    ]
    write_files(target, files, options.force)
    return say(options.lang, "wrote-files", count=len(files), name=target.as_posix())
