"""The command `import`: documents into one TOML file a commune."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cchc_score.cli.command import WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, prepared, write_page
from cchc_score.cli.words import say
from cchc_score.errors import WriteError
from cchc_score.files import make_folder, write_atomic
from cchc_score.findings import Finding, Place
from cchc_score.intake.canonical import canonical
from cchc_score.model import Unit
from cchc_score.pages.imported import Imported, imported_page
from cchc_score.year.load import Year, load_year

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')


def import_documents(options: Options, folder: Path | None, unit: str, year: int | None) -> Exit:
    """Write the facts of every unit that a document tells of; a file that cannot be read stops no other."""
    if folder is None:
        raise WrongWord("usage-needed", name="-o DIR")
    if unit and (len(options.paths) != 1 or Path(options.paths[0]).is_dir()):
        raise WrongWord("usage-one-unit")
    request, setup = prepared(options)
    request = replace(request, unit=unit, year=year)
    read = load_year(request, setup, options.console.progress)
    findings = read.gathered.findings
    options.console.findings((*read.unread, *findings))
    made = _imported(read, year or setup.scheme.period, options)
    if made:
        _write(made, folder, options.force)
        write_page(imported_page(made, folder, options.lang), options, setup.registry)
    if read.unread:
        return Exit.FILE
    if not made:
        options.console.findings([Finding("nothing-to-import")])
        return Exit.NOTHING
    return Exit.DATA if any(one.severity == "error" for one in findings) else Exit.DONE


def _imported(read: Year, year: int, options: Options) -> list[Imported]:
    table, setup = read.gathered.table, read.setup
    form = setup.form.code if setup.form else ""
    made = []
    for row, unit in enumerate(table.units):
        facts = sum(table.known(row, code) for code in table.columns)
        own = tuple(one for one in read.gathered.findings if one.place.unit == unit.name)
        if facts:
            comments = [f"{say(options.lang, one.severity)}: {one.words(options.lang)}" for one in own]
            text = canonical(read.gathered, row, year, form, comments, options.lang)
            doubts = sum(place == row for place, _ in table.doubts)
            made.append(Imported(unit, file_name(unit), facts, doubts, own, text))
    return made


def file_name(unit: Unit) -> str:
    """The name of a unit's file: its code, without what a file system does not take."""
    safe = _FORBIDDEN.sub("-", unit.code).strip(" .")[:100]
    return f"{safe or '-'}.toml"


def _write(made: Sequence[Imported], folder: Path, force: bool) -> None:
    """All files, or none where one of them is there already."""
    targets = [folder / one.file for one in made]
    there = [target for target in targets if target.exists()]
    if there and not force:
        raise WriteError(Finding("output-exists", Place(target.as_posix())) for target in there)
    twice = {one.file for one in made if sum(one.file.casefold() == other.file.casefold() for other in made) > 1}
    if twice:
        raise WriteError(Finding("output-twice", Place((folder / name).as_posix())) for name in sorted(twice))
    make_folder(folder)
    for target, one in zip(targets, made, strict=True):
        write_atomic(target, one.text.encode(), force)
