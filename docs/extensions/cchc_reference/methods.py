"""Every method: its settings, one rule in a scheme and in words, and the golden cases of that rule, worked out."""

from cchc_reference.markdown import block, code, joined, table, text
from cchc_reference.worked import Worked, worked
from cchc_score.builtin import MEANINGS
from cchc_score.builtin.meaning import SettingField, setting_fields
from cchc_score.methods import Method, Rule, Settings, accepted_kinds, each_fact
from cchc_score.model import FactRef
from cchc_score.registry.registry import load_registry
from cchc_score.rule_words import method_words
from cchc_score.text import Lang, number, pick


def methods(lang: Lang) -> str:
    """All methods, by name."""
    return joined(part for _, method in sorted(load_registry().methods.items()) for part in _method(method, lang))


def _method(method: Method, lang: Lang) -> list[str]:
    meaning = MEANINGS[method.name]
    example = worked(method)
    headings = (pick(lang, "Thiết lập", "Setting"), pick(lang, "Nghĩa", "Meaning"), "")
    rows = [
        (code(setting.path), pick(lang, *meaning.settings[setting.path].meaning), _kind(setting, lang))
        for setting in setting_fields(method.settings)
    ]
    return [
        f"## {method.name}",
        pick(lang, *meaning.gives),
        table(headings, rows),
        pick(lang, "Công thức, với các con số của ví dụ:", "The formula, with the numbers of the example:"),
        f"> {_formula(method, example, lang)}",
        _peers(method, lang),
        pick(lang, "Ví dụ trong bộ tiêu chí:", "In a scheme:"),
        block("toml", example.source),
        pick(lang, "Các trường hợp mẫu của ví dụ:", "Its golden cases:"),
        _cases(example, lang),
    ]


def _formula(method: Method, example: Worked, lang: Lang) -> str:
    def name(ref: FactRef, answer: str | None = None) -> str:
        return answer or " ".join(("- " if sign < 0 else "+ ") + fact for sign, fact in ref.terms).removeprefix("+ ")

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
        told = ", ".join(f"{fact} = {value}" for fact, value in case.facts.items())
        others = "; ".join(", ".join(f"{fact} = {value}" for fact, value in peer.items()) for peer in case.peers)
        if others:
            told += f" ({pick(lang, 'xã khác', 'others')}: {others})"
        points = "-" if case.points is None else number(case.points, None, lang)
        shown = points if case.outcome == "SCORED" else f"{points} {case.outcome}"
        rows.append((text(told) or "-", text(shown), text(case.working[lang]) or "-"))
    return table(headings, rows)


def _kind(setting: SettingField, lang: Lang) -> str:
    """Whether a setting is required, and which kinds of facts it takes."""
    model = setting.model
    name = next(name for name, field in model.model_fields.items() if field is setting.field)
    kinds = (accepted_kinds(model, name) or each_fact(model, name)) if issubclass(model, Settings) else None
    needed = pick(lang, "bắt buộc", "required") if setting.field.is_required() else pick(lang, "có thể bỏ", "optional")
    if not kinds:
        return needed
    return f"{needed}; {pick(lang, 'số liệu loại', 'a fact of kind')} {', '.join(map(code, sorted(kinds)))}"
