"""The command `schema`: what editors complete and check TOML files by."""

from cchc_score.cli.command import WrongChoice
from cchc_score.cli.exits import Exit
from cchc_score.cli.output import deliver
from cchc_score.cli.run import Options
from cchc_score.json_schema import KINDS, schema_file
from cchc_score.year.load import configuration, registry_for


def schema(options: Options, kind: str) -> Exit:
    """Write the JSON Schema of a kind of file, with all that the installed and the local plugins give."""
    if kind not in KINDS:
        raise WrongChoice("KIND", kind, list(KINDS))
    request = options.request()
    registry = registry_for(request, configuration(request.paths))
    deliver(schema_file(kind, registry, options.lang), options.output, options.force)
    return Exit.DONE
