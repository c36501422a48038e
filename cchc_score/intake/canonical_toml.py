"""The facts of one unit as our own TOML: each with where it stood, as it was printed, and what is doubtful about it."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from cchc_score.catalogue.labels import DRAFTS
from cchc_score.facts import Origin
from cchc_score.files.toml_file import toml_string, toml_value
from cchc_score.intake.join import Gathered
from cchc_score.model import Value
from cchc_score.points import plain
from cchc_score.text import Lang, pick, visible

NONE: Mapping[str, str] = MappingProxyType({})


def report_toml(
    gathered: Gathered,
    row: int,
    year: int,
    form: str,
    comments: Sequence[str],
    lang: Lang,
    pictures: Mapping[str, str] = NONE,
) -> str:
    """The report of one unit; `comments` stand above it, `pictures` are the files with the cells of some facts.

    Read again it gives the same facts, and the same of them in doubt.
    """
    table = gathered.table
    unit = table.units[row]
    head = {"unit": unit.code, "name": unit.name, "kind": unit.kind, "form": form}
    # A line end in a comment would make TOML of what follows it.
    lines = [f"# {visible(comment)}" for comment in comments]
    lines += ["[report]", *(f"{key} = {toml_string(value)}" for key, value in head.items() if value), f"year = {year}"]
    lines += ["", "[facts]"]
    drafts = {code: fact.value for (unit_row, code), fact in gathered.drafts.items() if unit_row == row}
    for code in sorted(table.columns.keys() | drafts.keys()):
        # Unknown facts are left out: TOML has no null, and any value in their place would be one.
        if table.known(row, code) or code in drafts:
            value = drafts[code] if code in drafts else table.value(row, code)
            parts = [
                f"value = {_value(value)}",
                *_origin_keys(table.origins.get((row, code)), code in drafts, lang, pictures.get(code, "")),
            ]
            if code in drafts:
                parts.append("draft = true")
            why = [finding.message(lang) for finding in gathered.reasons.get((row, code), ())]
            if why:
                # Two findings of one fact may read the same, since their places are left out.
                parts.append(f"doubt = {toml_string('; '.join(dict.fromkeys(why)))}")
            lines.append(f"{code} = {{ {', '.join(parts)} }}")
    return "\n".join(lines) + "\n"


def _origin_keys(origin: Origin | None, waiting: bool, lang: Lang, picture: str) -> Iterator[str]:
    if origin is not None:
        place = origin.place().words(lang)
        # What was accepted unseen stays told; what waits says so by a key of its own.
        accepted = pick(lang, *DRAFTS[True]) if origin.draft and not waiting else ""
        shown = pick(lang, "ảnh của ô: ", "picture of the cell: ") + picture if picture else ""
        source = "; ".join(text for text in (place, origin.source_words(lang), shown, accepted) if text)
        texts = {"source": source, "printed": origin.printed, "remark": origin.remark}
        texts |= {"replaces": origin.replaces, "reason": origin.reason, "checked_by": origin.checked_by}
        yield from (f"{key} = {toml_string(text)}" for key, text in texts.items() if text)


def _value(value: Value) -> str:
    if isinstance(value, Fraction):
        return plain(value)
    # A date that never came is a known fact, and stands as the word that people use for it.
    return toml_value("không" if value is None else value)
