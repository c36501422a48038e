"""The folder of a year to begin with: the illustrative scheme and form, and made-up examples of everything else."""

from importlib.resources import files
from importlib.resources.abc import Traversable

from cchc_score.year.shipped import PACKAGE, shipped

SCHEME, FORM = "minh-hoa-2023", "phu-luc-01b-2023"


def starter() -> dict[str, bytes]:
    """The files of the folder by their paths in it."""
    found = _below(files(PACKAGE).joinpath("starter"), "")
    rules = {
        "bo-tieu-chi.toml": shipped(SCHEME),
        "bo-tieu-chi.cases.toml": shipped(f"{SCHEME}.cases"),
        "mau-bao-cao.toml": shipped(FORM, "forms"),
    }
    return found | {name: data for name, data in rules.items() if data is not None}


def _below(folder: Traversable, path: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        name = f"{path}{one.name}"
        found |= _below(one, f"{name}/") if one.is_dir() else {name: one.read_bytes()}
    return found
