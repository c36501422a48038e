"""The command `import`: documents into one TOML file a commune."""

from dataclasses import replace
from pathlib import Path

from cchc_score.cli.command import WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.output import deliver_all, file_name
from cchc_score.cli.run import Options, prepared, write_page
from cchc_score.cli.words import say
from cchc_score.findings import Finding
from cchc_score.intake.canonical import canonical
from cchc_score.pages.imported import Imported, imported_page
from cchc_score.year.load import Year, load_year


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
        deliver_all([(one.file, one.text.encode()) for one in made], folder, options.force)
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
        own = tuple(one for one in read.gathered.findings if one.place.unit == unit.label)
        if facts:
            comments = [f"{say(options.lang, one.severity)}: {one.words(options.lang)}" for one in own]
            text = canonical(read.gathered, row, year, form, comments, options.lang)
            doubts = sum(place == row for place, _ in table.doubts)
            made.append(Imported(unit, file_name(unit.code, ".toml"), facts, doubts, own, text))
    return made
