"""The facts that a scheme declares itself, so that a new one needs no Python."""

from collections.abc import Mapping
from typing import Any

from cchc_score.borders import unknown_word, validated
from cchc_score.findings import Finding
from cchc_score.model import Indicator, Option
from cchc_score.schemes.tables import IndicatorTable
from cchc_score.toml_file import TomlFile


def read_indicators(
    raw: Mapping[str, Any], known: Mapping[str, Indicator], file: TomlFile, findings: list[Finding]
) -> dict[str, Indicator]:
    """The scheme's own indicators by code; a code that a plugin knows already is a fault."""
    own: dict[str, Indicator] = {}
    for code, table in raw.items():
        path = ("indicator", code)
        if not (code.isidentifier() and code.isascii()):
            findings.append(Finding("indicator-code", file.place(path), {"code": code}))
        if code in known:
            findings.append(Finding("indicator-known", file.place(path), {"code": code}))
            continue
        read = validated(IndicatorTable, table, file, path, findings)
        # A broken one is still known by name, so that every rule that asks for it is not a second fault.
        own[code] = _indicator(code, read) if read else unreadable(code)
        if read and not _consistent(own[code]):
            findings.append(Finding("indicator-kind", file.place(path), {"code": code}))
    everything = {**known, **own}
    for code, indicator in own.items():
        for key in ("part_of", "sum_of", "exclusive_with"):
            named = getattr(indicator, key) or ()
            for other in (named,) if isinstance(named, str) else named:
                if other not in everything:
                    where = ("indicator", code, key)
                    findings.append(unknown_word("fact-unknown", file, where, other, everything))
    return own


def unreadable(code: str) -> Indicator:
    """What stands for a declaration that could not be read: known by its code, of no certain kind."""
    return Indicator(code, "")


def _indicator(code: str, table: IndicatorTable) -> Indicator:
    options = tuple(Option(option.code, option.name, option.name_en) for option in table.options)
    return Indicator(
        code,
        table.name,
        table.name_en,
        table.unit,
        table.kind,
        table.decimals,
        table.source,
        options,
        table.part_of,
        tuple(table.sum_of),
        tuple(table.exclusive_with),
    )


def _consistent(indicator: Indicator) -> bool:
    codes = [option.code for option in indicator.options]
    if indicator.decimals and indicator.kind in ("count", "yes_no", "option", "date"):
        return False
    return (indicator.kind == "option") == (len(codes) >= 2) and len(set(codes)) == len(codes)
