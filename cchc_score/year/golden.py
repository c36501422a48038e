"""The golden cases that stand beside the scheme of a year."""

import os
from pathlib import PurePosixPath

from cchc_score.cases import SUFFIX, Case, read_cases
from cchc_score.files import read_bytes
from cchc_score.findings import Finding, Place
from cchc_score.year.load import Setup
from cchc_score.year.shipped import shipped


def golden_cases(setup: Setup) -> tuple[str, tuple[Case, ...]]:
    """The name of the file beside a scheme, and its cases; none where there is no such file."""
    scheme = setup.scheme
    name = scheme.file.removesuffix(".toml") + SUFFIX
    if setup.scheme_path is None:
        data = shipped(f"{PurePosixPath(scheme.file).stem}.cases")
    else:
        path = setup.scheme_path.with_name(setup.scheme_path.stem + SUFFIX)
        data = read_bytes(path, name) if os.path.lexists(path) else None
    return name, () if data is None else read_cases(data, name, scheme)


def orphans(setup: Setup) -> tuple[Finding, ...]:
    """Files of golden cases beside the scheme that belong to none, as after a scheme was renamed: nobody runs them."""
    if setup.scheme_path is None:
        return ()
    beside = sorted(path.name for path in setup.scheme_path.parent.glob(f"*{SUFFIX}"))
    alone = [name for name in beside if not os.path.lexists(setup.scheme_path.with_name(_scheme_of(name)))]
    shown = PurePosixPath(setup.scheme.file)
    return tuple(
        Finding("cases-orphan", Place(shown.with_name(name).as_posix()), {"scheme": _scheme_of(name)}) for name in alone
    )


def _scheme_of(cases: str) -> str:
    return f"{cases.removesuffix(SUFFIX)}.toml"
