"""The commands `scheme ...`: what a scheme says, what is odd about it, what changed, and whether its cases hold."""

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path, PurePosixPath

from cchc_score.analysis.lint import JUMP
from cchc_score.annexes.attached_scheme import AttachedScheme
from cchc_score.app.endings import checked_ending, data_ending
from cchc_score.app.import_annex import ReadAnnex, import_annex, kept_scheme
from cchc_score.app.inspect_schemes import lint_scheme, reports_under_both, run_golden_cases, scheme_differences
from cchc_score.app.move_scheme import move_scheme
from cchc_score.app.show_annex import KINDS, annex_file
from cchc_score.cli.command import WrongChoice, WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.output import deliver
from cchc_score.cli.run import EXITS, Options, end_scored, end_written, write_page
from cchc_score.cli.words import say
from cchc_score.files.disk import read_bytes, write_files
from cchc_score.findings import Finding, Place
from cchc_score.methods import exact
from cchc_score.pages.cases_page import cases_page
from cchc_score.pages.changes_page import changes_page
from cchc_score.pages.lint_page import lint_page
from cchc_score.pages.moved_scheme_page import moved_scheme_page
from cchc_score.pages.receipt_pages import draft_page, kept_page
from cchc_score.pages.scheme_page import scheme_page
from cchc_score.registry.registry import Registry
from cchc_score.results.receipts import DraftReceipt, KeptReceipt
from cchc_score.results.scheme_view import scheme_view
from cchc_score.text import visible
from cchc_score.year.document_files import DocumentSource, read_all
from cchc_score.year.folder_rules import load_plugins
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.packaged import names, names_a_file, shipped
from cchc_score.year.request import Request


def rules_source(options: Options, name: str | None) -> FolderSource:
    """The source of plugins, scheme and form; those of a file know the `cchc.toml` above it."""
    request = Request(scheme=name, form=options.form, plugins=options.plugins)
    # A shipped name means the shipped scheme, even if a folder of that name happens to stand here.
    if name is not None and name not in names():
        path = Path(name)
        if path.is_dir():
            request = replace(request, paths=(path,), scheme=None)
        elif names_a_file(name):
            request = replace(request, paths=(path,))
    return FolderSource(request)


def show(options: Options) -> Exit:
    """Print the annex, and the reporting form that it implies; or write the annex as a file of Word or Excel."""
    source = rules_source(options, options.scheme)
    rules = source.rules()
    kind = _annex_kind(options, rules.registry)
    if kind is not None:
        return _write_annex(options, source, kind)
    view = scheme_view(rules.scheme, rules.form, rules.registry.methods)
    write_page(scheme_page(view, options.lang), options, rules.registry)
    return Exit.DONE


def _annex_kind(options: Options, registry: Registry) -> str | None:
    """Which kind of file the annex is asked for as; None for a page."""
    target, kind = options.output, options.format
    ending = target.suffix.lower().removeprefix(".") if target is not None else ""
    if kind is None:
        return ending if ending in KINDS else None
    if kind not in KINDS:
        if kind not in registry.formats:
            raise WrongChoice("--format", kind, [*registry.formats, *KINDS])
        return None
    if target is None:
        raise WrongWord("usage-needed", name=f"-o FILE{KINDS[kind]}")
    if ending != kind:
        raise WrongWord("usage-suffix", name=target.name, suffixes=KINDS[kind])
    return kind


def _write_annex(options: Options, source: FolderSource, kind: str) -> Exit:
    assert options.output is not None
    rules = source.rules()
    attached = AttachedScheme(source.scheme_file(), options.lang)
    deliver(annex_file(rules.scheme, rules.registry.methods, attached, kind), options.output, options.force)
    return end_written(say(options.lang, "wrote-file", name=options.output.as_posix()))


def lint(options: Options, jump: str) -> Exit:
    """Print what is odd about a scheme, each with the smallest figures that show it."""
    share = percent(jump) if jump else JUMP
    source = rules_source(options, options.scheme)
    result = lint_scheme(source, share)
    write_page(lint_page(result, options.lang), options, source.registry)
    return EXITS[checked_ending(result.findings)]


def diff(options: Options, old: str, new: str, reports: str | None) -> Exit:
    """Print what changed from one scheme to another and, with reports, what the new one would do to that year."""
    first, second = (rules_source(options, name) for name in (old, new))
    rules = (first.rules(), second.rules())
    differences, code = scheme_differences(*rules), Exit.DONE
    if reports is not None:
        sources = [_with_reports(options, source, reports, (first, second)) for source in (first, second)]
        tried = reports_under_both(sources[0], sources[1], options.console.progress)
        differences = replace(differences, moved=tried.moved, rehearsal=tried)
        options.console.findings(tried.findings)
        code = end_scored(options, tried.moved.before, tried.moved.after)
    write_page(changes_page(differences, (old, new), options.lang), options, second.registry)
    return code


def _with_reports(
    options: Options, scheme: FolderSource, reports: str, both: tuple[FolderSource, FolderSource]
) -> FolderSource:
    """The folder of reports under one of two schemes, with the plugins of both: the folder may know neither."""
    folders = [source.config.root / name for source in both if source.config for name in source.config.plugins]
    path = scheme.folder_rules.scheme_path
    # As a path, because a name in a `cchc.toml` counts from the folder of that, and the reports stand in another.
    name = PurePosixPath(scheme.rules().scheme.file).stem if path is None else str(path)
    own = replace(options, paths=(reports,), scheme=name, plugins=(*options.plugins, *folders))
    return own.source()


def percent(text: str) -> Fraction:
    """A percentage on the command line, from 0 to 100."""
    try:
        value = exact(Decimal(text.removesuffix("%").replace(",", ".")))
    except (InvalidOperation, ValueError):
        # Out of range, so that what is no number is refused in the same words.
        value = Fraction(-1)
    if not 0 <= value <= 100:
        raise WrongWord("usage-percent", word=visible(text))
    return value


def test(options: Options) -> Exit:
    """Run the golden cases, and print what they leave out."""
    source = rules_source(options, options.scheme)
    # Faults of the scheme itself come before what its cases say about it.
    source.rules()
    run = run_golden_cases(source)
    if run is None:
        golden = source.golden_cases()
        options.console.findings([Finding("cases-absent", Place(golden.name)), *golden.findings])
        return Exit.NOTHING
    write_page(cases_page(run, options.lang), options, source.registry)
    return Exit.DATA if run.failed else Exit.DONE


def draft(options: Options, file: Path, target: Path | None, title: str, year: int | None) -> Exit:
    """Write the scheme that goes along in an annex, or a draft of its table; findings tell what does not agree."""
    if target is None:
        raise WrongWord("usage-needed", name="-o FILE.toml")
    registry, encoding = load_plugins(options.plugins), options.known_encoding
    found = (DocumentSource(file.name, file),)
    reading = read_all(found, registry.readers, options.console.progress, encoding=encoding)
    options.console.findings((*reading.faults, *reading.findings))
    if not reading.documents:
        return Exit.FILE
    ((name, document),) = reading.documents
    kind = file.suffix.lower().removeprefix(".")
    annex = ReadAnnex(name, kind, read_bytes(file, name), document)
    kept = kept_scheme(annex, registry, title, year)
    options.console.findings(kept.findings)
    if kept.scheme is not None:
        deliver(kept.text, target, options.force)
        receipt = KeptReceipt(target.as_posix(), kept.scheme)
        write_page(kept_page(receipt, options.lang), replace(options, output=None), registry)
        return Exit.DONE
    if year is None:
        raise WrongWord("usage-needed", name="--year YEAR")
    drafted = import_annex(document, name, target.stem, title or file.stem, year)
    # Of an annex with a scheme in it what is hidden was told as a difference already.
    findings = (*kept.findings, *(finding for finding in drafted.findings if finding not in kept.findings))
    options.console.findings(findings[len(kept.findings) :])
    if not drafted.leaves:
        return Exit.NOTHING
    deliver(drafted.text.encode(), target, options.force)
    written = DraftReceipt(target.as_posix(), drafted.leaves, drafted.recognised, findings)
    write_page(draft_page(written, options.lang), replace(options, output=None), registry)
    return EXITS[data_ending(findings)]


def next_year(options: Options, old: str, target: Path | None) -> Exit:
    """Write a scheme and its golden cases for the year after, and list every line that carries a year."""
    if target is None:
        raise WrongWord("usage-needed", name="-o FILE.toml")
    source = rules_source(options, old)
    # A scheme with faults is told of first: moved, it would keep them.
    rules = source.rules()
    path, text = source.folder_rules.scheme_path, source.scheme_file()
    beside = None if path is None else path.with_name(f"{path.stem}.cases.toml")
    held = shipped(f"{old}.cases") if beside is None else read_bytes(beside, beside.name) if beside.is_file() else None
    moved = move_scheme(text.decode(), None if held is None else held.decode(), rules.scheme.period, target.as_posix())
    files = [(target.name, moved.scheme.text.encode())]
    if moved.cases is not None:
        files.append((f"{target.stem}.cases.toml", moved.cases.text.encode()))
    write_files(target.parent, files, options.force)
    write_page(moved_scheme_page(moved, options.lang), options, rules.registry)
    return Exit.DONE
