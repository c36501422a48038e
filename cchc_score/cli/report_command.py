"""The command `report`: the results of a year as files that an office hands out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_score.app.report_files import check_volume, pieces_of, year_report
from cchc_score.cli.command import WrongChoice, WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.output import deliver
from cchc_score.cli.run import Options, end_scored, worded_requests
from cchc_score.cli.words import say
from cchc_score.files.disk import read_bytes, write_atomic, write_files
from cchc_score.report.report_kinds import PICTURE_KINDS, REPORT_KINDS, picture_bytes, report_bytes, unit_files
from cchc_score.results.year_report import PICTURES, UNIT_PIECES, PictureName, YearReport

if TYPE_CHECKING:
    from cchc_score.report.annex.report_annex import OwnTemplate


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What is asked for: the file or folder, its kind, pieces and units by their words, the stage.

    `split` puts every unit's page beside the overview; `picture` is the one that stands alone; `against` is the folder
    of another year; `template` is an office's own Word template.
    """

    target: Path | None
    kind: str | None
    what: Sequence[str]
    units: Sequence[str]
    stage: str
    split: bool = False
    picture: str | None = None
    against: Path | None = None
    template: Path | None = None


def report(options: Options, asked: ReportRequest) -> Exit:
    """Write the report: one volume, one picture, or into a folder one file for every unit."""
    if asked.target is None:
        raise WrongWord("usage-needed", name="-o FILE|DIR")
    single = _kind_of(asked.target, asked.kind)
    picture = _picture(asked, single)
    own = _own_template(asked, single or asked.kind)
    if asked.split and (single or asked.kind not in (None, "html")):
        raise WrongWord("usage-split")
    with worded_requests():
        pieces = pieces_of(asked.what, signed=single in ("docx", "pdf"))
        if not single and not asked.split and not pieces & UNIT_PIECES:
            raise WrongWord("usage-unit-pieces", pieces=", ".join(sorted(UNIT_PIECES)))
        against = None if asked.against is None else replace(options, paths=(str(asked.against),)).source()
        made = year_report(options.source(), pieces, asked.units, asked.stage, options.console.progress, against)
        if single:
            check_volume(made)
    if picture == "commune" and len(made.rows) != 1:
        raise WrongWord("usage-picture-unit")
    # A report without any figure would look like a result; that there is nothing to score is told below.
    if made.scored.has_figures:
        told = _written(made, options, asked, single, picture, own)
        deliver(f"{told}\n".encode("utf-8", "backslashreplace"), None, False)
    return end_scored(options, made.scored)


def _picture(asked: ReportRequest, single: str) -> PictureName | None:
    """The picture that is asked for; None where none is."""
    named = next((name for name in PICTURES if name == asked.picture), None)
    if asked.picture is not None and named is None:
        raise WrongChoice("--picture", asked.picture, list(PICTURES))
    # A picture is a file of its own, and such a file holds a picture.
    if (named is not None) != (single in PICTURE_KINDS) or (not single and asked.kind in PICTURE_KINDS):
        raise WrongWord("usage-picture", pictures="|".join(PICTURES))
    return named


def _own_template(asked: ReportRequest, kind: str | None) -> "OwnTemplate | None":
    """The office's own template; None where none is named."""
    if asked.template is None:
        return None
    if kind != "docx":
        raise WrongWord("usage-template-kind")
    from cchc_score.report.annex.report_annex import OwnTemplate
    from cchc_score.report.annex.template_file import MAX_TEMPLATE

    return OwnTemplate(asked.template.as_posix(), read_bytes(asked.template, limit=MAX_TEMPLATE))


def _written(
    made: YearReport, options: Options, asked: ReportRequest, single: str,
    picture: PictureName | None, own: "OwnTemplate | None",
) -> str:  # fmt: skip
    target, lang = asked.target, options.lang
    assert target is not None
    if not single:
        kind = asked.kind or ("html" if asked.split else "xlsx")
        files = list(unit_files(made, kind, lang, asked.split, own))
        write_files(target, files, options.force)
        return say(lang, "wrote-files", count=len(files), name=target.as_posix())
    data = report_bytes(made, single, lang, own) if picture is None else picture_bytes(made, picture, single, lang)
    write_atomic(target, data, options.force)
    return say(lang, "wrote-file", name=target.as_posix())


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
