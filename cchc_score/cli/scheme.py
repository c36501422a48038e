"""The commands `scheme ...`: what a scheme says, what is odd about it, what changed, and whether its cases hold."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import PurePosixPath

from cchc_score.analysis.changes import Side, changes
from cchc_score.analysis.coverage import coverage
from cchc_score.analysis.lint import JUMP
from cchc_score.analysis.lint import lint as linted
from cchc_score.analysis.pairs import pairs_of
from cchc_score.analysis.rows import unused_facts
from cchc_score.cases import failures
from cchc_score.cli.command import WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.rules import rules_of
from cchc_score.cli.run import Options, Worked, at_stage, ended, prepared, read, write_page
from cchc_score.findings import Finding, Place
from cchc_score.methods import exact
from cchc_score.pages.cases import cases_page
from cchc_score.pages.changes import changes_page
from cchc_score.pages.check import unused_rows
from cchc_score.pages.compare import compare_page
from cchc_score.pages.context import Context
from cchc_score.pages.lint import lint_page
from cchc_score.pages.scheme import scheme_page
from cchc_score.reasons.moves import compare
from cchc_score.text import visible
from cchc_score.year.golden import golden_cases, orphans
from cchc_score.year.load import Setup


def show(options: Options) -> Exit:
    """Print the annex, and the reporting form that it implies."""
    setup = rules_of(options, options.scheme)
    page = scheme_page(setup.scheme, setup.form, setup.registry.methods, options.lang)
    write_page(page, options, setup.registry)
    return Exit.DONE


def lint(options: Options, jump: str) -> Exit:
    """Print what is odd about a scheme, each with the smallest figures that show it."""
    share = percent(jump) if jump else JUMP
    setup = rules_of(options, options.scheme)
    scheme, registry = setup.scheme, setup.registry
    found = linted(scheme, setup.form, registry.methods, share)
    others = [
        *unused_facts(scheme, registry.indicators, registry.methods),
        *unused_rows(scheme, setup.form, registry.methods),
    ]
    write_page(lint_page(found, others, options.lang), options, registry)
    findings = [*others, *(oddity.finding for one in found for oddity in one.oddities)]
    return Exit.DATA if any(one.severity != "note" for one in findings) else Exit.DONE


def diff(options: Options, old: str, new: str, reports: str | None) -> Exit:
    """Print what changed from one scheme to another and, with reports, whose points and ranks move."""
    setups = tuple(rules_of(options, name) for name in (old, new))
    before, after = (Side(one.scheme, one.registry.methods) for one in setups)
    registry, moved, code = setups[1].registry, None, Exit.DONE
    if reports is not None:
        same = pairs_of(before.scheme, after.scheme, before.methods, after.methods)
        first, second = (_scored(options, setup, reports, setups) for setup in setups)
        moved = compare_page(first, second, (old, new), compare(first.sheet, second.sheet, same), [])
        code = ended(options, first, second)
    write_page(changes_page(changes(before, after), (old, new), moved, options.lang), options, registry)
    return code


def _scored(options: Options, setup: Setup, reports: str, setups: Sequence[Setup]) -> Context:
    """Reports of the old scheme's year under one of the schemes, with the plugins of both.

    The folder of the reports may know neither. Entries and claims stand against one scheme, and are left out.
    """
    folders = [one.config.root / name for one in setups if one.config for name in one.config.plugins]
    name = PurePosixPath(setup.scheme.file).stem if setup.scheme_path is None else str(setup.scheme_path)
    own = replace(options, paths=(reports,), scheme=name, plugins=(*options.plugins, *folders))
    request, rules = prepared(own)
    # A new scheme is for a year of which there are no reports yet.
    rules = replace(rules, scheme=replace(rules.scheme, period=setups[0].scheme.period))
    return at_stage(Worked(read(request, rules, own), None, ()), options.lang, "reported")


def percent(text: str) -> Fraction:
    """A percentage on the command line, from 0 to 100."""
    try:
        value = exact(Decimal(text.removesuffix("%").replace(",", ".")))
    except (InvalidOperation, ValueError):
        value = Fraction(-1)
    if not 0 <= value <= 100:
        raise WrongWord("usage-percent", word=visible(text))
    return value


def test(options: Options) -> Exit:
    """Run the golden cases, and print what they leave out."""
    setup = rules_of(options, options.scheme)
    scheme, methods = setup.scheme, setup.registry.methods
    file, cases = golden_cases(setup)
    if not cases:
        options.console.findings([Finding("cases-absent", Place(file)), *orphans(setup)])
        return Exit.NOTHING
    failed = (*orphans(setup), *failures(cases, file, scheme, methods))
    page = cases_page(scheme, coverage(scheme, methods, cases), failed, file, options.lang)
    write_page(page, options, setup.registry)
    return Exit.DATA if failed else Exit.DONE
