"""The golden cases that stand beside a scheme, shipped or in a folder."""

from cchc_score.cases import SUFFIX, Case, read_cases
from cchc_score.files import read_bytes
from cchc_score.year.load import Setup
from cchc_score.year.shipped import shipped


def golden_cases(setup: Setup) -> tuple[str, tuple[Case, ...]]:
    """The name of the file beside the scheme, and its cases; none where there is no such file."""
    scheme = setup.scheme
    name = scheme.file.removesuffix(".toml") + SUFFIX
    if setup.scheme_path is None:
        data = shipped(f"{scheme.code}.cases")
    else:
        path = setup.scheme_path.with_name(setup.scheme_path.stem + SUFFIX)
        data = read_bytes(path, name) if path.is_file() else None
    return name, () if data is None else read_cases(data, name, scheme)
