"""Every method: its settings, one rule in a scheme and in words, and the golden cases of that rule, worked out."""

from pathlib import Path
from typing import get_args

import tomli
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from cchc_reference.markdown import block, code, joined, table, text
from cchc_reference.worked import Worked, worked
from cchc_score.explain import method_words
from cchc_score.methods import Method, Rule, Settings, accepted_kinds, each_fact
from cchc_score.model import FactRef
from cchc_score.plugins import load
from cchc_score.text import Lang, number, pick

MEANINGS: dict[str, dict[str, dict[Lang, str]]] = tomli.loads(
    Path(__file__).with_name("settings.toml").read_text(encoding="utf-8")
)
"""What each method gives, under its own name, and what each of its settings says."""


def methods(lang: Lang) -> str:
    """All methods, by name."""
    return joined(part for _, method in sorted(load().methods.items()) for part in _method(method, lang))


def _method(method: Method, lang: Lang) -> list[str]:
    meanings = MEANINGS[method.name]
    example = worked(method)
    headings = (pick(lang, "Thiết lập", "Setting"), pick(lang, "Nghĩa", "Meaning"), "")
    rows = [
        (code(key), meanings[key][lang], _kind(field, owner, lang)) for key, field, owner in fields(method.settings)
    ]
    return [
        f"## {method.name}",
        meanings["gives"][lang],
        table(headings, rows),
        pick(lang, "Công thức, với các con số của thí dụ:", "The formula, with the numbers of the example:"),
        f"> {_formula(method, example, lang)}",
        _peers(method, lang),
        pick(lang, "Thí dụ trong bộ tiêu chí:", "In a scheme:"),
        block("toml", example.source),
        pick(lang, "Các ca mẫu của thí dụ:", "Its golden cases:"),
        _cases(example, lang),
    ]


def _formula(method: Method, example: Worked, lang: Lang) -> str:
    def name(ref: FactRef, answer: str | None = None) -> str:
        return answer or " ".join(("- " if sign < 0 else "+ ") + one for sign, one in ref.terms).removeprefix("+ ")

    criterion = example.criterion
    rule = Rule(criterion.number, criterion.max_points, criterion.settings, example.scheme.decimals)
    return text(method_words(method, rule, lang, name))


def _peers(method: Method, lang: Lang) -> str:
    if not method.peers:
        return ""
    return pick(
        lang,
        "Cần số liệu của cả nhóm xếp hạng: điểm của một xã thay đổi khi số liệu của xã cao nhất thay đổi.",
        "It needs the figures of the whole ranking group: points change when those of the best unit do.",
    )


def _cases(example: Worked, lang: Lang) -> str:
    headings = (
        pick(lang, "Số liệu", "Facts"),
        pick(lang, "Điểm", "Points"),
        pick(lang, "Cách tính", "Working"),
    )
    rows = []
    for case in example.cases:
        told = ", ".join(f"{one} = {value}" for one, value in case.facts.items())
        others = "; ".join(", ".join(f"{one} = {value}" for one, value in peer.items()) for peer in case.peers)
        if others:
            told += f" ({pick(lang, 'xã khác', 'others')}: {others})"
        points = "-" if case.points is None else number(case.points, None, lang)
        shown = points if case.outcome == "SCORED" else f"{points} {case.outcome}"
        rows.append((text(told) or "-", text(shown), text(case.working[lang]) or "-"))
    return table(headings, rows)


def fields(settings: type[BaseModel], above: str = "") -> list[tuple[str, FieldInfo, type[BaseModel]]]:
    """The settings as a scheme writes them, those of a table in a list as `list.key`."""
    found: list[tuple[str, FieldInfo, type[BaseModel]]] = []
    for name, one in settings.model_fields.items():
        key = above + (one.alias or name)
        found.append((key, one, settings))
        for inner in get_args(one.annotation):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                found += fields(inner, f"{key}.")
    return found


def _kind(field: FieldInfo, owner: type[BaseModel], lang: Lang) -> str:
    name = next(name for name, one in owner.model_fields.items() if one is field)
    kinds = (accepted_kinds(owner, name) or each_fact(owner, name)) if issubclass(owner, Settings) else None
    needed = pick(lang, "bắt buộc", "required") if field.is_required() else pick(lang, "có thể bỏ", "optional")
    if not kinds:
        return needed
    return f"{needed}; {pick(lang, 'chỉ tiêu loại', 'a fact of kind')} {', '.join(map(code, sorted(kinds)))}"
