"""The command `export form`: forms that people fill in, one file for every unit or one for all."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from cchc_score.cli.command import WrongChoice, WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, end_written, worded_requests
from cchc_score.cli.words import say
from cchc_score.files.disk import file_name, write_atomic, write_files
from cchc_score.forms.form_kind import FORM_FILES, FormKind, FormRequest, PreparedForm
from cchc_score.forms.form_kinds import FORM_KINDS


def export_form(
    options: Options, name: str, target: Path | None, file: str | None, units: Sequence[str], round: int = 0
) -> Exit:
    """Write a form: one file, or into a folder one file for every unit."""
    if name not in FORM_KINDS:
        raise WrongChoice(say(options.lang, "form-kind-metavar"), name, list(FORM_KINDS))
    kind = FORM_KINDS[name]
    if target is None:
        raise WrongWord("usage-needed", name="-o FILE|DIR" if kind.by_unit else "-o FILE")
    single = _single(kind, target, file)
    # One file without a unit is an empty form.
    blank = bool(single) and kind.by_unit and kind.blank and not units
    asked = FormRequest(
        source=options.source(),
        units=tuple(units),
        lang=options.lang,
        blank=blank,
        progress=options.console.progress,
        round=round,
    )
    with worded_requests():
        form = kind.prepare(asked)
    if single and kind.by_unit and not kind.together and len(form.units) > 1:
        raise WrongWord("usage-one-file", name=target.name)
    if not form.units and not blank and not kind.lists:
        options.console.findings([form.nothing])
        return Exit.NOTHING
    if single:
        write_atomic(target, form.write(form.units, single), options.force)
        return end_written(say(options.lang, "wrote-file", name=target.as_posix()))
    files = list(_unit_files(form, file or kind.files[0], options))
    write_files(target, files, options.force)
    return end_written(say(options.lang, "wrote-files", count=len(files), name=target.as_posix()))


def _single(kind: FormKind, target: Path, file: str | None) -> str:
    """The kind of the one file that is meant; empty for a folder."""
    if file is not None and file not in kind.files:
        raise WrongChoice("--format", file, list(kind.files))
    # A folder may have a point in its name.
    single = "" if target.is_dir() else target.suffix.lower().removeprefix(".")
    if single not in kind.files and (single or not kind.by_unit):
        raise WrongWord("usage-suffix", name=target.name, suffixes=", ".join(FORM_FILES[one] for one in kind.files))
    if single and file not in (None, single):
        raise WrongChoice("--format", file or "", [single])
    return single


def _unit_files(form: PreparedForm, file: str, options: Options) -> Iterator[tuple[str, bytes]]:
    """The files of all units by their names, told on a terminal while they are made."""
    for done, unit in enumerate(form.units, 1):
        yield file_name(unit.code, FORM_FILES[file]), form.write((unit,), file)
        options.console.progress(done, len(form.units), "writing")
