"""What a scheme asks for: whether the facts that it names exist, fit the setting, and are answered whole."""

from collections.abc import Collection, Iterator, Mapping

from cchc_score.files.toml_file import KeyPath, TomlFile
from cchc_score.findings import Finding
from cchc_score.methods import Method, Settings, accepted_kinds, answers_of, each_fact
from cchc_score.model import NUMBERS, FactRef, Indicator
from cchc_score.validation import unknown_word

ANSWERED = frozenset({"option", "yes_no"})


def check_fact(
    ref: FactRef,
    kinds: Collection[str],
    known: Mapping[str, Indicator],
    file: TomlFile,
    path: KeyPath,
    number: str,
) -> Iterator[Finding]:
    """Faults of one fact: each indicator is known, of a kind that fits, and only numbers are added up."""
    for code in ref.codes:
        if code not in known:
            yield unknown_word("fact-unknown", file, path, code, known, criterion=number)
        elif known[code].name and known[code].kind not in kinds:
            args = {"fact": code, "kind": known[code].kind, "kinds": sorted(kinds)}
            yield Finding("fact-kind", file.place(path, criterion=number), args)
    if "count" not in kinds and (len(ref.terms) > 1 or ref.terms[0][0] != 1):
        yield Finding("fact-sum", file.place(path, criterion=number), {"key": path[-1]})


def answers(indicator: Indicator) -> list[str]:
    """The codes of all answers to a question."""
    return ["yes", "no"] if indicator.kind == "yes_no" else [option.code for option in indicator.options]


def check_answers(
    given: Collection[str],
    ref: FactRef,
    known: Mapping[str, Indicator],
    file: TomlFile,
    path: KeyPath,
    number: str,
    whole: bool = True,
) -> Iterator[Finding]:
    """Faults of entries that stand for answers: each is one, and (where `whole`) none is left out."""
    indicator = known.get(ref.codes[0])
    if indicator is None or not indicator.name or indicator.kind not in ANSWERED:
        return
    possible = answers(indicator)
    for answer in given:
        if answer not in possible:
            yield unknown_word("answer-unknown", file, (*path, answer), answer, possible, criterion=number)
    absent = [answer for answer in possible if answer not in given]
    if whole and absent:
        args = {"fact": indicator.code, "answers": absent}
        yield Finding("answer-absent", file.place(path, criterion=number), args)


def check_settings(
    method: Method,
    settings: Settings,
    known: Mapping[str, Indicator],
    file: TomlFile,
    path: KeyPath,
    number: str,
) -> Iterator[Finding]:
    """Faults of all facts that a rule asks for, by its settings or by the names of its parameters."""
    fields = type(settings).model_fields
    for name, field in fields.items():
        key = (*path, field.alias or name)
        ref, question = getattr(settings, name), answers_of(type(settings), name)
        each = each_fact(type(settings), name)
        if isinstance(ref, FactRef):
            yield from check_fact(ref, accepted_kinds(type(settings), name) or NUMBERS, known, file, key, number)
        if each is not None:
            for code in ref:
                yield from check_fact(FactRef(((1, code),)), each, known, file, (*key, code), number)
        if question is not None:
            yield from check_answers(ref, getattr(settings, question), known, file, key, number)
    for parameter in method.parameters:
        if parameter not in fields and parameter not in known:
            yield unknown_word("fact-unknown", file, path, parameter, known, criterion=number)
