"""What commands share: load what the command line asks for, score it, write the result."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cchc_score.appraisal.nouns import STAGES
from cchc_score.appraisal.stages import Stages
from cchc_score.cli.command import WrongChoice, WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.output import Console, deliver, written
from cchc_score.engine import score
from cchc_score.errors import ReportError
from cchc_score.files import MAX_BYTES
from cchc_score.findings import Finding, Place, ordered
from cchc_score.formats import Format, Page
from cchc_score.model import Unit
from cchc_score.pages.context import Context, context_of
from cchc_score.plugins import Registry
from cchc_score.text import Lang, same_name
from cchc_score.version import ENGINE
from cchc_score.year.config import NAME as CONFIG
from cchc_score.year.documents import Source
from cchc_score.year.load import Request, Setup, Year, load_year, set_up

MOST_NAMES = 20


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says besides the command's own words."""

    paths: tuple[str, ...] = ()
    scheme: str | None = None
    form: str | None = None
    plugins: tuple[Path, ...] = ()
    reader: str = "text"
    format: str | None = None
    output: Path | None = None
    force: bool = False
    lang: Lang = "vi"
    quiet: bool = False
    verbose: bool = False

    @property
    def console(self) -> Console:
        """How to talk."""
        return Console(self.lang, self.quiet, self.verbose)

    def with_path(self, path: str) -> "Options":
        """The same with one more path before the others."""
        return replace(self, paths=(path, *self.paths))

    def request(self) -> Request:
        """What is asked for; a '-' among the paths is read from standard input here."""
        given: tuple[Source, ...] = ()
        if "-" in self.paths:
            given = (Source("-", data=_keyboard(), reader=self.reader),)
        paths = tuple(Path(path) for path in self.paths if path != "-")
        folders = [path for path in paths if (path / CONFIG).is_file()]
        if len(paths) > 1 and folders:
            raise WrongWord("usage-folders", name=folders[-1].as_posix())
        return Request(paths, self.scheme, self.form, self.plugins, given)


def _keyboard() -> bytes:
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ReportError([Finding("file-too-large", Place("-"), {"limit": MAX_BYTES // 1024 // 1024})])
    return data


def rows_of(listed: Sequence[Unit], names: Sequence[str], what: str = "--unit") -> list[int]:
    """The places of the units with some codes or names, which the command line gives as `what`."""
    rows: list[int] = []
    for name in names:
        found = [
            row for row, one in enumerate(listed)
            if same_name(name) in (same_name(one.code), same_name(one.name))
        ]  # fmt: skip
        if not found:
            known = ", ".join(f"{one.code} {one.name}" for one in listed[:MOST_NAMES])
            more = ", ..." if len(listed) > MOST_NAMES else ""
            raise WrongWord("usage-unknown", what=what, word=name, names=known + more)
        rows += [row for row in found if row not in rows]
    return rows


def known(context: Context) -> bool:
    """Whether anything at all is known: else there is nothing to score."""
    return any(any(column.known) for column in context.sheet.table.columns.values())


def prepared(options: Options) -> tuple[Request, Setup]:
    """The rules; formats and readers are known only once the plugins are."""
    request = options.request()
    setup = set_up(request)
    _format(options, setup.registry)
    if options.reader not in setup.registry.readers:
        raise WrongChoice("--reader", options.reader, list(setup.registry.readers))
    return request, setup


def scored(options: Options, stage: str) -> tuple[Context, Registry]:
    """A stage of the year that the command line asks for, scored, with everything that was noticed on the way."""
    worked = work_of(options)
    return at_stage(worked, options.lang, stage), worked.year.setup.registry


@dataclass(frozen=True, slots=True)
class Worked:
    """A year as it was read: its stages where there is more than reports, and what was noticed."""

    year: Year
    stages: Stages | None
    findings: tuple[Finding, ...]


def work_of(options: Options) -> Worked:
    """Everything of the year that the command line asks for, before any stage is scored."""
    request, setup = prepared(options)
    year = read(request, setup, options)
    return Worked(year, *staged(year, options))


def at_stage(worked: Worked, lang: Lang, stage: str, what: str = "--stage") -> Context:
    """A stage of a year, scored; `what` is the word of the command line that names it."""
    year, stages, findings = worked.year, worked.stages, worked.findings
    registry = year.setup.registry
    if stages is None and stage in STAGES:
        sheet = score(year.setup.scheme, registry.methods, year.gathered.table)
    elif stages is not None and stage in stages.names:
        sheet, findings = stages.sheet(stage), (*findings, *stages.findings)
    else:
        raise WrongChoice(what, stage, list(stages.names if stages else STAGES))
    versions = [(plugin.name, plugin.version) for plugin in registry.plugins]
    settled = stages.settled(stage) if stages is not None else ()
    reported = [one for one in year.gathered.findings if one not in settled]
    told = ordered((*registry.findings, *reported, *sheet.findings, *findings))
    return context_of(sheet, registry.methods, told, lang, ENGINE, versions, stages, stage)


def staged(year: Year, options: Options) -> tuple[Stages | None, tuple[Finding, ...]]:
    """The stages of a year in which there is more than reports, and what was noticed while reading its work."""
    stages, findings, unread = work(year, options)
    if unread:
        raise ReportError(unread)
    return stages, findings


def work(year: Year, options: Options) -> tuple[Stages | None, tuple[Finding, ...], tuple[Finding, ...]]:
    """The stages of a year in which there is more than reports, what was noticed, and what could not be read."""
    config = year.setup.config
    if config is None or not config.worked:
        return None, (), ()
    # Only a year with such work pays for what reads it.
    from cchc_score.year.work import load_stages

    return load_stages(year, options.console.progress)


def read(request: Request, setup: Setup, options: Options) -> Year:
    """A year of which every file could be read: points without those of one would be wrong."""
    year = load_year(request, setup, options.console.progress)
    if year.unread:
        raise ReportError(year.unread)
    return year


def ended(options: Options, *contexts: Context) -> Exit:
    """Tell the findings of some results, each once, and give the exit code that they ask for."""
    nothing = [] if all(known(context) for context in contexts) else [Finding("nothing-to-score")]
    found = ordered(one for context in contexts for one in context.findings)
    options.console.findings((*found, *nothing))
    if any(one.code.startswith("method-") for one in found):
        return Exit.RULES
    if nothing:
        return Exit.NOTHING
    return Exit.DATA if any(one.severity == "error" for one in found) else Exit.DONE


def write_page(page: Page, options: Options, registry: Registry) -> None:
    """Print a page, or put it into a file, in the format that is asked for."""
    page = replace(page, lang=options.lang)
    deliver(written(page, _format(options, registry)), options.output, options.force)


def _format(options: Options, registry: Registry) -> Format:
    """The format asked for: by name, else by the ending of the file to write."""
    suffixes = {form.suffix: form for form in registry.formats.values()}
    if options.format is not None:
        if options.format not in registry.formats:
            raise WrongChoice("--format", options.format, list(registry.formats))
        return registry.formats[options.format]
    if options.output is None:
        return registry.formats["table"]
    if options.output.suffix not in suffixes:
        raise WrongWord("usage-suffix", name=options.output.name, suffixes=", ".join(sorted(suffixes)))
    return suffixes[options.output.suffix]
