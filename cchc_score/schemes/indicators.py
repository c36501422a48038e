"""The facts that a scheme declares itself, so that a new one needs no Python."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal

from cchc_score.files.toml_file import TomlFile
from cchc_score.findings import Finding
from cchc_score.model import NUMBERS, Derived, Indicator, Option, OverItems
from cchc_score.schemes.scheme_tables import IndicatorTable, OverItemsTable
from cchc_score.validation import unknown_word, validated


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
        if read and sum(map(bool, _ways(read).values())) > 1:
            findings.append(Finding("derived-twice", file.place(path), {"code": code}))
    everything = {**known, **own}
    own = {code: _with_source(indicator, everything) for code, indicator in own.items()}
    everything |= own
    for code, indicator in own.items():
        findings += _derived_faults(indicator, everything, file)
        findings += _last_year_faults(indicator, everything, file)
        findings += _items_faults(indicator, everything, file)
        for key in ("part_of", "sum_of", "exclusive_with", "last_year_of"):
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
        code=code,
        name=table.name,
        name_en=table.name_en,
        unit=table.unit,
        kind=table.kind,
        decimals=table.decimals,
        source=table.source,
        options=options,
        part_of=table.part_of,
        sum_of=tuple(table.sum_of),
        exclusive_with=tuple(table.exclusive_with),
        derived=_derived(table),
        last_year_of=table.last_year_of,
        over_items=_over_items(table.items),
    )


def _over_items(table: OverItemsTable | None) -> OverItems | None:
    if table is None:
        return None
    return OverItems(table.take, table.value, table.whole or "", table.from_, tuple(table.answers or ()))


def _ways(table: IndicatorTable) -> dict[str, object]:
    """The keys by which a fact follows from something else, with what they say."""
    keys = ("lowest_of", "highest_of", "mean_of", "count_of", "unit_column", "last_year_of", "items")
    return {key: getattr(table, key) for key in keys}


def _derived(table: IndicatorTable) -> Derived | None:
    lists: tuple[tuple[Literal["lowest", "highest", "mean"], list[str]], ...] = (
        ("lowest", table.lowest_of),
        ("highest", table.highest_of),
        ("mean", table.mean_of),
    )
    for kind, facts in lists:
        if facts:
            return Derived(kind, tuple(facts))
    if table.unit_column:
        return Derived("unit", column=table.unit_column)
    count = table.count_of
    return Derived("count", tuple(count.facts), count.from_, tuple(count.answers or ())) if count else None


def _with_source(indicator: Indicator, known: Mapping[str, Indicator]) -> Indicator:
    """A derived fact waits for what it is made of: for a report, if any of that comes from one."""
    sources = {known[part].source for part in indicator.parts_of_it if part in known}
    if not sources:
        return indicator
    return replace(indicator, source="report" if "report" in sources else min(sources))


def _derived_faults(indicator: Indicator, known: Mapping[str, Indicator], file: TomlFile) -> Iterator[Finding]:
    """Parts that nobody knows, or that the derived fact cannot be made of."""
    derived, path = indicator.derived, ("indicator", indicator.code)
    if derived is None:
        return
    if derived.kind == "unit":
        if indicator.kind != "option":
            yield Finding("unit-column-kind", file.place((*path, "unit_column")), {"code": indicator.code})
        return
    key = f"{derived.kind}_of"
    for part in derived.facts:
        if part not in known:
            yield unknown_word("fact-unknown", file, (*path, key), part, known)
        elif not _fits(indicator, derived, known[part]):
            args = {"code": indicator.code, "fact": known[part].words}
            yield Finding("derived-kind", file.place((*path, key)), args)


def _items_faults(indicator: Indicator, known: Mapping[str, Indicator], file: TomlFile) -> Iterator[Finding]:
    """Facts of items that nobody knows, or that the fact cannot be made of."""
    over, path = indicator.over_items, ("indicator", indicator.code, "items")
    if over is None:
        return
    for code in (over.value, over.whole):
        if code and code not in known:
            yield unknown_word("fact-unknown", file, path, code, known)
        elif code and known[code].name and not _fits_items(indicator, over, known[code]):
            yield Finding("items-kind", file.place(path), {"code": indicator.code, "fact": known[code].words})


def _fits_items(indicator: Indicator, over: OverItems, part: Indicator) -> bool:
    if over.take == "count" and indicator.kind != "count":
        return False
    if over.answers:
        answers = ("no", "yes") if part.kind == "yes_no" else tuple(option.code for option in part.options)
        return set(over.answers) <= set(answers)
    return indicator.kind in NUMBERS and part.kind in NUMBERS | {"yes_no"}


def _last_year_faults(indicator: Indicator, known: Mapping[str, Indicator], file: TomlFile) -> Iterator[Finding]:
    """A fact of last year that holds other values than the one of this year."""
    this = known.get(indicator.last_year_of or "")
    if this is None or not this.name:
        return
    if (this.kind, this.options) != (indicator.kind, indicator.options) or this.decimals > indicator.decimals:
        args = {"code": indicator.code, "fact": this.words}
        yield Finding("last-year-kind", file.place(("indicator", indicator.code, "last_year_of")), args)


def _fits(indicator: Indicator, derived: Derived, part: Indicator) -> bool:
    """Whether a derived fact can be made of a part; one of another derived fact would need an order of making."""
    if part.derived is not None:
        return False
    if derived.kind == "mean":
        return indicator.kind in NUMBERS and part.kind in NUMBERS
    if derived.kind != "count":
        numbers = indicator.kind in NUMBERS and part.kind in NUMBERS
        same = indicator.kind == part.kind and indicator.options == part.options
        return (numbers or same) and part.decimals <= indicator.decimals
    if derived.at_least is not None:
        return indicator.kind == "count" and part.kind in NUMBERS
    answers = ("no", "yes") if part.kind == "yes_no" else tuple(option.code for option in part.options)
    return indicator.kind == "count" and set(derived.answers) <= set(answers)


def _consistent(indicator: Indicator) -> bool:
    codes = [option.code for option in indicator.options]
    if indicator.decimals and indicator.kind in ("count", "yes_no", "option", "date"):
        return False
    return (indicator.kind == "option") == (len(codes) >= 2) and len(set(codes)) == len(codes)
