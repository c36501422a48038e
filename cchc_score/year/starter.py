"""The folder of a year to begin with: the illustrative scheme and form, and made-up examples of everything else."""

from cchc_score.year.shipped import folder, shipped

SCHEME, FORM = "minh-hoa-2023", "phu-luc-01b-2023"


def starter() -> dict[str, bytes]:
    """The files of the folder by their paths in it."""
    rules = {
        "bo-tieu-chi.toml": shipped(SCHEME),
        "bo-tieu-chi.cases.toml": shipped(f"{SCHEME}.cases"),
        "mau-bao-cao.toml": shipped(FORM, "forms"),
    }
    return folder("starter") | {name: data for name, data in rules.items() if data is not None}
