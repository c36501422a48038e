"""What a check gives: what was looked at, and all that was noticed; kinds of findings and plugins as JSON."""

from dataclasses import dataclass
from typing import Any, Literal

from cchc_score.catalogue import CATALOGUE
from cchc_score.catalogue.explained import explanation
from cchc_score.findings import Finding, example
from cchc_score.registry.registry import Registry
from cchc_score.results.result_json import SCHEMA_VERSION, findings_data
from cchc_score.text import Lang, pick

GIVEN = ("indicators", "methods", "readers", "formats")
"""What plugins can give, by the names of the fields of `PluginInfo`."""


@dataclass(frozen=True, slots=True)
class Looked:
    """One thing that was looked at: scheme, frame or form by name, golden cases or units by number."""

    kind: Literal["scheme", "cases", "frame", "form", "units"]
    name: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What was looked at, what was noticed, and whether any document could not be read."""

    looked: tuple[Looked, ...]
    findings: tuple[Finding, ...]
    unread: bool = False


def check_data(result: CheckResult, lang: Lang) -> dict[str, Any]:
    """All that was noticed."""
    return {"schema_version": SCHEMA_VERSION, "findings": findings_data(result.findings, lang)}


def finding_kinds_data(lang: Lang) -> dict[str, Any]:
    """Every kind of finding."""
    return {"schema_version": SCHEMA_VERSION, "findings": [_kind_data(code, lang) for code in CATALOGUE]}


def finding_kind_data(code: str, lang: Lang) -> dict[str, Any]:
    """One kind of finding; a KeyError for a code that is none."""
    return {"schema_version": SCHEMA_VERSION, **_kind_data(code, lang)}


def _kind_data(code: str, lang: Lang) -> dict[str, str]:
    # A wording has gaps for values, which only an example fills.
    finding = example(code)
    return {
        "code": code,
        "severity": finding.severity,
        "what": finding.what(lang),
        "explanation": pick(lang, *explanation(code)),
        "remedy": finding.remedy(lang),
        "example": finding.words(lang),
        "lines": CATALOGUE[code].example.lines,
    }


def plugins_data(registry: Registry) -> dict[str, Any]:
    """Each plugin, where it comes from, its version, and the names of what it gives."""
    return {
        "schema_version": SCHEMA_VERSION,
        "plugins": [
            {
                "name": plugin.name,
                "distribution": plugin.origin,
                "version": plugin.version,
                **{kind: list(getattr(plugin, kind)) for kind in GIVEN},
            }
            for plugin in registry.plugins
        ],
    }
