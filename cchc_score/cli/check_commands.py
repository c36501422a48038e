"""The commands that tell what is wrong, what there is and what it means, as `check`, `plugins` and `facts`."""

from cchc_score.app.check_year import check_year
from cchc_score.app.choices import finding_kind_of
from cchc_score.app.endings import checked_ending
from cchc_score.app.look_up import look_up_facts, look_up_methods
from cchc_score.cli.command import WrongChoice
from cchc_score.cli.exits import Exit
from cchc_score.cli.output import deliver
from cchc_score.cli.run import EXITS, Options, worded_requests, write_page
from cchc_score.json_schema import KINDS, schema_file
from cchc_score.pages.findings_page import check_page
from cchc_score.pages.plugins_page import plugins_page
from cchc_score.pages.references_page import facts_page, methods_page
from cchc_score.year.folder_rules import load_plugins
from cchc_score.year.folder_source import FolderSource


def check(options: Options) -> Exit:
    """Print what is wrong with scheme, golden cases, form and reports."""
    source = options.source()
    checked = check_year(source, source.has_reports, options.console.progress)
    write_page(check_page(checked, options.lang), options, source.registry)
    # Before all else that was found, some of which may be so only because a file could not be read.
    return Exit.FILE if checked.unread else EXITS[checked_ending(checked.findings)]


def plugins(options: Options) -> Exit:
    """Print the plugins."""
    # Not by `options.source()`, which reads the rules too: plugins are listed also where a scheme is broken.
    registry = FolderSource(options.request).registry
    write_page(plugins_page(registry, options.lang), options, registry)
    options.console.findings(registry.findings)
    return Exit.DONE


def facts(options: Options, words: tuple[str, ...]) -> Exit:
    """Print the facts that a scheme can ask for."""
    registry = FolderSource(options.request).registry
    write_page(facts_page(look_up_facts(registry, words), options.lang), options, registry)
    return Exit.DONE


def methods(options: Options, words: tuple[str, ...]) -> Exit:
    """Print the methods with their settings."""
    registry = FolderSource(options.request).registry
    write_page(methods_page(look_up_methods(registry, words), options.lang), options, registry)
    return Exit.DONE


def finding(options: Options, code: str) -> Exit:
    """Explain a kind of finding, or list them all."""
    from cchc_score.pages.findings_page import finding_page, findings_page

    with worded_requests():
        code = finding_kind_of(code)
    page = finding_page(code, options.lang) if code else findings_page(options.lang)
    write_page(page, options, load_plugins(options.plugins))
    return Exit.DONE


def schema(options: Options, kind: str) -> Exit:
    """Write the JSON Schema of a kind of file, with all that the installed and the local plugins give."""
    if kind not in KINDS:
        raise WrongChoice("KIND", kind, list(KINDS))
    registry = FolderSource(options.request).registry
    deliver(schema_file(kind, registry, options.lang), options.output, options.force)
    return Exit.DONE
