"""The tree of a scheme: which criterion stands under which, and whether the tree holds together."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cchc_score.engine.leaf_order import gate_circle
from cchc_score.files.toml_file import TomlFile
from cchc_score.findings import Finding
from cchc_score.model import Criterion, Indicator
from cchc_score.schemes.fact_references import ANSWERED, answers, check_fact
from cchc_score.schemes.scheme_tables import CriterionTable, FrameAreaTable
from cchc_score.text import nearest
from cchc_score.validation import unknown_word

_NUMBER = re.compile(r"[1-9][0-9]?(\.[1-9][0-9]?){1,5}")


def order(number: str) -> tuple[int, ...]:
    """A key that sorts '3.2' before '3.10'."""
    return tuple(int(part) for part in number.split("."))


def parent(number: str) -> str:
    """The number of the criterion, or the area, that a criterion belongs to."""
    return number.rpartition(".")[0]


def children(numbers: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The parts of each number, in order."""
    parts: dict[str, list[str]] = defaultdict(list)
    for number in sorted(numbers, key=order):
        parts[parent(number)].append(number)
    return {number: tuple(below) for number, below in parts.items()}


def check_numbers(
    numbers: Iterable[str], areas: Mapping[str, FrameAreaTable | None], file: TomlFile
) -> Iterator[tuple[str, Finding]]:
    """The criteria whose number does not say a place in the tree, each with its fault."""
    listed = set(numbers)
    # An area that could not be read may still be the one meant.
    complete = all(area is not None for area in areas.values())
    known = {str(area.number) for area in areas.values() if area is not None}
    for number in listed:
        place = file.place(("criterion", number), criterion=number)
        if not _NUMBER.fullmatch(number):
            yield number, Finding("criterion-number", place)
        elif "." not in parent(number):
            if complete and parent(number) not in known:
                yield number, Finding("criterion-area", place, {"number": parent(number)})
        elif parent(number) not in listed:
            yield number, Finding("criterion-parent", place, {"parent": parent(number)})


def check_role(
    number: str, table: CriterionTable, rest: Iterable[str], has_parts: bool, file: TomlFile
) -> Iterator[Finding]:
    """Keys that a parent, or a leaf, may not have; a criterion that is neither."""

    def at(key: str, code: str) -> Finding:
        return Finding(code, file.place(("criterion", number, key), criterion=number), {"key": key})

    if has_parts:
        own = [key for key in ("method", "self_score") if getattr(table, key) is not None]
        yield from (at(key, "parent-rule") for key in own)
        for key in rest:
            path = ("criterion", number, key)
            own_keys = CriterionTable.model_fields
            misspelt = unknown_word("key-unknown", file, path, key, own_keys, criterion=number)
            yield misspelt if nearest(key, own_keys) else at(key, "parent-rule")
        if (table.combine == "chosen") != (table.chosen_by is not None):
            yield at("chosen_by" if table.chosen_by else "combine", "chosen-by")
    else:
        if table.method is None:
            yield at("", "criterion-empty")
        yield from (at(key, "leaf-combine") for key in ("combine", "chosen_by") if getattr(table, key) is not None)


def check_gates(
    criterion: Criterion, criteria: Mapping[str, Criterion], numbers: Iterable[str], file: TomlFile
) -> Iterator[Finding]:
    """Gates on a criterion that the scheme does not have, or on more points than it can give."""
    path = ("criterion", criterion.number, "gate")
    for gate in criterion.gates:
        if not gate.criterion:
            continue
        if gate.criterion not in numbers:
            yield unknown_word("gate-criterion", file, path, gate.criterion, numbers, criterion=criterion.number)
        elif gate.bounds is not None and gate.criterion in criteria:
            most = criteria[gate.criterion].max_points
            if gate.bounds.from_ is not None and not gate.bounds.from_ <= most:
                args = {"value": gate.bounds.from_, "most": most, "other": gate.criterion}
                yield Finding("gate-above", file.place(path, criterion=criterion.number), args)


def check_gate_circle(criteria: Mapping[str, Criterion], file: TomlFile) -> Iterator[Finding]:
    """Gates that wait for one another; looked for only where every criterion named is there."""
    named = [gate.criterion for criterion in criteria.values() for gate in criterion.gates if gate.criterion]
    if not named or any(number not in criteria for number in named):
        return
    if any(part not in criteria for criterion in criteria.values() for part in criterion.parts):
        return
    circle = gate_circle(criteria)
    if circle:
        place = file.place(("criterion", circle[0], "gate"), criterion=circle[0])
        yield Finding("gate-circle", place, {"criteria": circle})


def check_chosen(
    criterion: Criterion, parts: Sequence[Criterion], known: Mapping[str, Indicator], file: TomlFile
) -> Iterator[Finding]:
    """Faults of a choice: every part has its own answer, and every answer its part."""
    if criterion.combine != "chosen" or criterion.chosen_by is None:
        # Half of a choice is told as such; its parts are not to blame.
        alone = criterion.combine != "chosen" and criterion.chosen_by is None
        for part in parts if alone else ():
            if part.choice is not None:
                yield choice_alone(part, file)
        return
    path = ("criterion", criterion.number, "chosen_by")
    yield from check_fact(criterion.chosen_by, ANSWERED, known, file, path, criterion.number)
    indicator = known.get(criterion.chosen_by.codes[0])
    if indicator is None or not indicator.name or indicator.kind not in ANSWERED:
        return
    wanted = answers(indicator)
    for part in parts:
        if part.choice not in wanted:
            where = file.place(("criterion", part.number, "choice"), criterion=part.number)
            yield Finding("choice-wrong", where, {"answers": wanted})
        else:
            wanted = [answer for answer in wanted if answer != part.choice]
    if wanted and len(parts) == len(criterion.parts):
        yield Finding("choice-absent", file.place(path, criterion=criterion.number), {"answers": wanted})


def choice_alone(criterion: Criterion, file: TomlFile) -> Finding:
    """A choice under a parent that chooses nothing."""
    path = ("criterion", criterion.number, "choice")
    return Finding("choice-alone", file.place(path, criterion=criterion.number), {"parent": parent(criterion.number)})
