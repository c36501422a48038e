"""The commands `scheme ...`: what a scheme says, what is odd about it, what changed, and whether its cases hold."""

from cchc_score.cli.exits import Exit
from cchc_score.cli.rules import rules_of
from cchc_score.cli.run import Options, write_page
from cchc_score.pages.scheme import scheme_page


def show(options: Options) -> Exit:
    """Print the annex, and the reporting form that it implies."""
    setup = rules_of(options, options.scheme)
    page = scheme_page(setup.scheme, setup.form, setup.registry.methods, options.lang)
    write_page(page, options, setup.registry)
    return Exit.DONE
