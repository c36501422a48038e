"""The golden cases that stand beside the scheme of a year."""

import os
from pathlib import Path, PurePosixPath

from cchc_score.files.disk import read_bytes
from cchc_score.findings import Finding, Place
from cchc_score.model import Scheme
from cchc_score.schemes.golden_cases import SUFFIX, Case, failures, read_cases
from cchc_score.year.packaged import shipped
from cchc_score.year.source import GoldenCases, YearRules


def golden_cases(scheme: Scheme, scheme_path: Path | None) -> tuple[str, tuple[Case, ...]]:
    """The name of the file beside a scheme, and its cases; none where there is no such file."""
    name = scheme.file.removesuffix(".toml") + SUFFIX
    if scheme_path is None:
        data = shipped(f"{PurePosixPath(scheme.file).stem}.cases")
    else:
        path = scheme_path.with_name(scheme_path.stem + SUFFIX)
        # A link that leads nowhere is there and cannot be read, which is told; it is no scheme without cases.
        data = read_bytes(path, name) if os.path.lexists(path) else None
    return name, () if data is None else read_cases(data, name, scheme)


def failing_cases(golden: GoldenCases, rules: YearRules) -> tuple[Finding, ...]:
    """Golden cases that the scheme does not meet as one finding, and files of cases that belong to no scheme."""
    failed = failures(golden.cases, golden.name, rules.scheme, rules.registry.methods)
    if not failed:
        return golden.findings
    numbers = tuple(dict.fromkeys(finding.place.criterion for finding in failed))
    args = {"value": len(failed), "most": len(golden.cases), "criteria": numbers}
    return (*golden.findings, Finding("cases-failing", Place(golden.name), args))


def orphans(scheme: Scheme, scheme_path: Path | None) -> tuple[Finding, ...]:
    """Files of golden cases beside the scheme that belong to none, as after a scheme was renamed: nobody runs them."""
    if scheme_path is None:
        return ()
    beside = sorted(path.name for path in scheme_path.parent.glob(f"*{SUFFIX}"))
    alone = [name for name in beside if not os.path.lexists(scheme_path.with_name(_scheme_of(name)))]
    shown = PurePosixPath(scheme.file)
    return tuple(
        Finding("cases-orphan", Place(shown.with_name(name).as_posix()), {"scheme": _scheme_of(name)}) for name in alone
    )


def _scheme_of(cases: str) -> str:
    return f"{cases.removesuffix(SUFFIX)}.toml"
