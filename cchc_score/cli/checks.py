"""The commands `check`, `plugins` and `finding`: what is wrong, what there is, what it means."""

from cchc_score.catalogue import CATALOGUE
from cchc_score.cli.command import WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, prepared, work, write_page
from cchc_score.cli.words import say
from cchc_score.engine import score
from cchc_score.findings import Finding, ordered
from cchc_score.pages.check import check_page, unused_rows
from cchc_score.pages.plugins import plugins_page
from cchc_score.text import nearest, visible
from cchc_score.year.load import Setup, configuration, load_year, registry_for


def check(options: Options) -> Exit:
    """Print what is wrong with scheme, golden cases, form and reports."""
    lang = options.lang
    request, setup = prepared(options)
    findings: list[Finding] = list(setup.registry.findings)
    findings += unused_rows(setup.scheme, setup.form, setup.registry.methods)
    looked = [say(lang, "scheme-checked", name=setup.scheme.file)]
    unread = False
    count, failed = _cases(setup)
    findings += failed
    looked.append(say(lang, "cases-checked", count=count))
    if setup.form is not None:
        looked.append(say(lang, "form-checked", name=setup.form.code))
    if setup.config is not None or request.paths or request.given:
        # Unlike points, faults of the files that can be read hold without the others.
        year = load_year(request, setup, options.console.progress)
        stages, noticed, unusable = work(year, options)
        unread = bool(year.unread or unusable)
        findings += (*year.unread, *unusable, *year.gathered.findings, *noticed, *(stages.findings if stages else ()))
        # What the rules find in the figures, without the points.
        findings += score(setup.scheme, setup.registry.methods, year.gathered.table).findings
        if not year.gathered.table.units:
            findings.append(Finding("nothing-to-score"))
        looked.append(say(lang, "units-checked", count=len(year.gathered.table.units)))
    write_page(check_page(ordered(findings), ", ".join(looked), lang), options, setup.registry)
    if unread:
        return Exit.FILE
    if any(one.code.startswith("method-") for one in findings):
        return Exit.RULES
    # A note is good to know and no fault: a form may well have rows that a scheme does not score.
    return Exit.DATA if any(one.severity != "note" for one in findings) else Exit.DONE


def plugins(options: Options) -> Exit:
    """Print the plugins."""
    request = options.request()
    registry = registry_for(request, configuration(request.paths))
    write_page(plugins_page(registry, options.lang), options, registry)
    options.console.findings(registry.findings)
    return Exit.DONE


def finding(options: Options, code: str) -> Exit:
    """Explain a kind of finding, or list them all."""
    from cchc_score.pages.findings import finding_page, findings_page

    if code and code not in CATALOGUE:
        near = nearest(code, CATALOGUE)
        raise WrongWord("usage-finding-near" if near else "usage-finding", word=visible(code), near=near)
    page = finding_page(code, options.lang) if code else findings_page(options.lang)
    write_page(page, options, registry_for(options.request(), None))
    return Exit.DONE


def _cases(setup: Setup) -> tuple[int, tuple[Finding, ...]]:
    """How many golden cases stand beside the scheme, and those that it does not give."""
    from cchc_score.cases import failures
    from cchc_score.year.golden import golden_cases, orphans

    name, cases = golden_cases(setup)
    found = failures(cases, name, setup.scheme, setup.registry.methods)
    return len(cases), (*orphans(setup), *found)
