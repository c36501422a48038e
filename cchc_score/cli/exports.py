"""The command `export`: tables that people fill in, as files."""

from collections.abc import Sequence
from pathlib import Path

from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.survey import without_survey
from cchc_score.appraisal.template import template
from cchc_score.cli.command import WrongChoice, WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.output import deliver, deliver_all, file_name
from cchc_score.cli.run import Options, prepared, read, rows_of
from cchc_score.cli.words import say
from cchc_score.errors import ReportError
from cchc_score.files import read_bytes, write_atomic
from cchc_score.findings import Finding
from cchc_score.intake.join import join
from cchc_score.model import Unit
from cchc_score.office.shape import FormSheet
from cchc_score.text import Lang
from cchc_score.units import read_units
from cchc_score.year.load import Request, Setup

KINDS = {"xlsx": ".xlsx", "docx": ".docx", "csv": ".csv"}
"""The kinds of files that a self-score table can be, and how their names end."""


def export_template(options: Options, target: Path | None, kind: str | None, names: Sequence[str]) -> Exit:
    """Write the self-score table: one file, or into a folder one file for every unit."""
    if target is None:
        raise WrongWord("usage-needed", name="-o FILE|DIR")
    if kind is not None and kind not in KINDS:
        raise WrongChoice("--format", kind, list(KINDS))
    single = "" if target.is_dir() else target.suffix.lower().removeprefix(".")
    if single and single not in KINDS:
        raise WrongWord("usage-suffix", name=target.name, suffixes=", ".join(KINDS.values()))
    if single and kind not in (None, single):
        raise WrongChoice("--format", kind or "", [single])
    request, setup = prepared(options)
    listed = _units(options, request, setup) if names or not single else ()
    chosen = [listed[row] for row in rows_of(listed, names)] if names else listed
    if single and len(chosen) > 1:
        raise WrongWord("usage-one-file", name=target.name)
    lang = options.lang
    if single:
        data = _data(_table(setup, chosen[0] if chosen else None, lang), single, lang)
        write_atomic(target, data, options.force)
        return told(options, say(lang, "wrote-file", name=target.as_posix()))
    kind = kind or "xlsx"
    files = [(file_name(unit.code, KINDS[kind]), _data(_table(setup, unit, lang), kind, lang)) for unit in chosen]
    deliver_all(files, target, options.force)
    return told(options, say(lang, "wrote-files", count=len(files), name=target.as_posix()))


def export_appraisal(options: Options, target: Path | None, round: int, names: Sequence[str]) -> Exit:
    """Write the workbook of an appraisal: every mark and every fact that the council can correct."""
    if target is None:
        raise WrongWord("usage-needed", name="-o FILE")
    if target.suffix.lower() != ".xlsx":
        raise WrongWord("usage-suffix", name=target.name, suffixes=".xlsx")
    _, stages, findings = worked(options)
    options.console.findings(one for one in findings if one.severity == "error")
    listed = stages.reported_table.units
    rows = rows_of(listed, names) if names else range(len(listed))
    if not rows:
        options.console.findings([Finding("nothing-to-score")])
        return Exit.NOTHING
    # Loaded only for a command that writes one.
    from cchc_score.appraisal.bases import base
    from cchc_score.appraisal.board import board
    from cchc_score.office.workbook import workbook

    sheets = board(stages, base(stages, round), rows, options.lang).sheets(stages, round, options.lang)
    write_atomic(target, workbook(sheets), options.force)
    return told(options, say(options.lang, "wrote-file", name=target.as_posix()))


def worked(options: Options) -> tuple[Setup, Stages, tuple[Finding, ...]]:
    """The rules and the stages of the year, and what was noticed while reading its work."""
    from cchc_score.year.work import load_stages

    request, setup = prepared(options)
    stages, findings, unread = load_stages(read(request, setup, options), options.console.progress)
    if unread:
        raise ReportError(unread)
    return setup, stages, findings


def told(options: Options, text: str) -> Exit:
    """The end of a command that has written what it was asked for."""
    deliver(f"{text}\n".encode("utf-8", "backslashreplace"), None, False)
    return Exit.DONE


def _units(options: Options, request: Request, setup: Setup) -> Sequence[Unit]:
    """The units of the year; without a list, those that the reports name."""
    config = setup.config
    if config is None or not config.units:
        return read(request, setup, options).gathered.table.units
    listed = read_units(read_bytes(config.root / config.units, config.units), config.units)
    return join((), listed, setup.scheme.period, None, setup.scheme.indicators).table.units


def _table(setup: Setup, unit: Unit | None, lang: Lang) -> FormSheet:
    scheme, methods = setup.scheme, setup.registry.methods
    if setup.config is not None and setup.config.no_survey:
        scheme, _ = without_survey(scheme, methods, setup.config.no_survey)
    return template(scheme, methods, unit, lang)


def _data(sheet: FormSheet, kind: str, lang: Lang) -> bytes:
    """A table as a file; the library for its kind is loaded only here."""
    if kind == "xlsx":
        from cchc_score.office.workbook import workbook

        return workbook([sheet])
    if kind == "docx":
        from cchc_score.office.word import document

        return document(sheet, lang)
    from cchc_score.office.texts import csv_text

    return csv_text(sheet, lang)
