"""The facts of one unit as our own TOML: each with where it stood, as it was printed, and what is doubtful about it."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from cchc_score.facts import Origin
from cchc_score.intake.join import Gathered
from cchc_score.model import Value
from cchc_score.points import plain
from cchc_score.text import Lang, visible
from cchc_score.toml_text import toml_string, toml_value


def canonical(gathered: Gathered, row: int, year: int, form: str, comments: Sequence[str], lang: Lang) -> str:
    """The report of one unit; `comments` stand above it.

    Read again it gives the same facts, and the same of them in doubt.
    """
    table = gathered.table
    unit = table.units[row]
    head = {"unit": unit.code, "name": unit.name, "kind": unit.kind, "form": form}
    lines = [f"# {visible(one)}" for one in comments]
    lines += ["[report]", *(f"{key} = {toml_string(value)}" for key, value in head.items() if value), f"year = {year}"]
    lines += ["", "[facts]"]
    for code in table.columns:
        if table.known(row, code):
            parts = [f"value = {_value(table.value(row, code))}", *_about(table.origins.get((row, code)), lang)]
            why = [finding.message(lang) for finding in gathered.reasons.get((row, code), ())]
            if why:
                parts.append(f"doubt = {toml_string('; '.join(dict.fromkeys(why)))}")
            lines.append(f"{code} = {{ {', '.join(parts)} }}")
    return "\n".join(lines) + "\n"


def _about(origin: Origin | None, lang: Lang) -> Iterator[str]:
    if origin is not None:
        place = origin.place().words(lang)
        told = {"source": "; ".join(one for one in (place, origin.source) if one), "printed": origin.printed}
        yield from (f"{key} = {toml_string(text)}" for key, text in {**told, "remark": origin.remark}.items() if text)


def _value(value: Value) -> str:
    if isinstance(value, Fraction):
        return plain(value)
    return toml_value("không" if value is None else value)
