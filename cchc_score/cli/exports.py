"""The command `export`: tables that people fill in, as files."""

from collections.abc import Sequence
from pathlib import Path

from cchc_score.app.export_tables import (
    appraisal_rows,
    appraisal_workbook,
    self_score_table,
    units_of,
)
from cchc_score.cli.command import WrongChoice, WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, end_written, worded_requests
from cchc_score.cli.words import say
from cchc_score.files.disk import file_name, write_atomic, write_files
from cchc_score.findings import Finding
from cchc_score.office.table_file import table_bytes
from cchc_score.year.load import whole_stages

KINDS = {"xlsx": ".xlsx", "docx": ".docx", "csv": ".csv"}
"""The kinds of files that a self-score table can be, and how their names end."""


def export_template(options: Options, target: Path | None, kind: str | None, names: Sequence[str]) -> Exit:
    """Write the self-score table: one file, or into a folder one file for every unit."""
    if target is None:
        raise WrongWord("usage-needed", name="-o FILE|DIR")
    if kind is not None and kind not in KINDS:
        raise WrongChoice("--format", kind, list(KINDS))
    # A folder may have a point in its name.
    single = "" if target.is_dir() else target.suffix.lower().removeprefix(".")
    if single and single not in KINDS:
        raise WrongWord("usage-suffix", name=target.name, suffixes=", ".join(KINDS.values()))
    if single and kind not in (None, single):
        raise WrongChoice("--format", kind or "", [single])
    source = options.source()
    with worded_requests():
        # One file without a unit is an empty table, for which nobody's reports need be read.
        chosen = units_of(source, names, options.console.progress) if names or not single else []
    if single and len(chosen) > 1:
        raise WrongWord("usage-one-file", name=target.name)
    lang = options.lang
    if single:
        table = self_score_table(source, chosen[0] if chosen else None, lang)
        write_atomic(target, table_bytes(table, single, lang), options.force)
        return end_written(say(lang, "wrote-file", name=target.as_posix()))
    kind = kind or "xlsx"
    files = [
        (file_name(unit.code, KINDS[kind]), table_bytes(self_score_table(source, unit, lang), kind, lang))
        for unit in chosen
    ]
    write_files(target, files, options.force)
    return end_written(say(lang, "wrote-files", count=len(files), name=target.as_posix()))


def export_appraisal(options: Options, target: Path | None, round: int, names: Sequence[str]) -> Exit:
    """Write the workbook of an appraisal: every mark and every fact that the council can correct."""
    if target is None:
        raise WrongWord("usage-needed", name="-o FILE")
    if target.suffix.lower() != ".xlsx":
        raise WrongWord("usage-suffix", name=target.name, suffixes=".xlsx")
    stages, findings = whole_stages(options.source(), options.console.progress)
    options.console.findings(finding for finding in findings if finding.severity == "error")
    with worded_requests():
        rows = appraisal_rows(stages, names)
    if not rows:
        options.console.findings([Finding("nothing-to-score")])
        return Exit.NOTHING
    write_atomic(target, appraisal_workbook(stages, round, rows, options.lang), options.force)
    return end_written(say(options.lang, "wrote-file", name=target.as_posix()))
