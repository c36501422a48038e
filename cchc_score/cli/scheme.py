"""The commands `scheme ...`: what a scheme says, what is odd about it, what changed, and whether its cases hold."""

from cchc_score.analysis.coverage import coverage
from cchc_score.cases import failures
from cchc_score.cli.exits import Exit
from cchc_score.cli.rules import rules_of
from cchc_score.cli.run import Options, write_page
from cchc_score.findings import Finding, Place
from cchc_score.pages.cases import cases_page
from cchc_score.pages.scheme import scheme_page
from cchc_score.year.golden import golden_cases


def show(options: Options) -> Exit:
    """Print the annex, and the reporting form that it implies."""
    setup = rules_of(options, options.scheme)
    page = scheme_page(setup.scheme, setup.form, setup.registry.methods, options.lang)
    write_page(page, options, setup.registry)
    return Exit.DONE


def test(options: Options) -> Exit:
    """Run the golden cases, and print what they leave out."""
    setup = rules_of(options, options.scheme)
    scheme, methods = setup.scheme, setup.registry.methods
    file, cases = golden_cases(setup)
    if not cases:
        options.console.findings([Finding("cases-absent", Place(file))])
        return Exit.NOTHING
    failed = failures(cases, file, scheme, methods)
    page = cases_page(scheme, coverage(scheme, methods, cases), failed, file, options.lang)
    write_page(page, options, setup.registry)
    return Exit.DATA if failed else Exit.DONE
