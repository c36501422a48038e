"""The rules that a command about a scheme asks for: by shipped name, by file, or those of a folder."""

from dataclasses import replace
from pathlib import Path

from cchc_score.cli.run import Options
from cchc_score.year.load import Request, Setup, set_up
from cchc_score.year.shipped import is_file, names


def rules_of(options: Options, name: str | None) -> Setup:
    """Plugins, scheme and form; those of a file know the `cchc.toml` above it."""
    request = Request(scheme=name, form=options.form, plugins=options.plugins)
    if name is not None and name not in names():
        path = Path(name)
        if path.is_dir():
            request = replace(request, paths=(path,), scheme=None)
        elif is_file(name):
            request = replace(request, paths=(path,))
    return set_up(request)
