"""The border of the program: tables of a TOML file checked by models, every fault a finding with its line."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Annotated, Any, Protocol, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from cchc_score.catalogue import CATALOGUE
from cchc_score.files.toml_file import KeyPath
from cchc_score.findings import Finding, Place, Words
from cchc_score.methods import ASKED_KINDS, LARGEST, PointValue, exact, numeric
from cchc_score.text import brief, nearest

Model = TypeVar("Model", bound=BaseModel)


class Border(BaseModel):
    """A table of a file: frozen, strict, unknown keys refused."""

    # `strict`, or pydantic takes "5" for 5 and 1 for true.
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, strict=True, defer_build=True)


Line = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]
"""Text that says something."""
Slug = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=100)]
"""A code: letters without accents, digits, dots, dashes."""


def _positive(raw: object) -> PointValue:
    value = PointValue(exact(raw))
    if value <= 0:
        raise ValueError("not-positive")
    return value


MaxPoints = Annotated[PointValue, BeforeValidator(_positive), numeric(exclusiveMinimum=0, maximum=LARGEST)]


def _without_zone(moment: date) -> date:
    # Two zones in one year would be two clocks; there is that of whoever keeps it.
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        raise ValueError("value-zone")
    return moment


MomentValue = Annotated[datetime | date, AfterValidator(_without_zone)]
"""A day of TOML, or a day with its hour and without a zone."""


class _AnyKind:
    """Marks text that is the code of an indicator."""

    @staticmethod
    def __get_pydantic_json_schema__(schema: object, handler: object) -> dict[str, Any]:
        return {ASKED_KINDS: None}


IndicatorCode = Annotated[Line, _AnyKind()]
"""The code of one indicator, of whatever kind."""


class KeyPlaces(Protocol):
    """Whatever knows where values stand by the keys that lead to them, as a TOML file does."""

    def place(self, path: KeyPath, **at: Any) -> Place:
        """The place of a value, with more that is known about it."""


def validated(
    model: type[Model], raw: object, file: KeyPlaces, path: KeyPath, findings: list[Finding], **at: str
) -> Model | None:
    """A table as its model, or None after noting every fault."""
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        findings += _faults(error, model, raw, file, path, at)
        return None


def unknown_word(code: str, file: KeyPlaces, path: KeyPath, word: str, words: Iterable[str], **at: str) -> Finding:
    """A finding about a name that nobody knows, with the one that was probably meant."""
    near = nearest(word, words)
    return Finding(f"{code}-near" if near else code, file.place(path, **at), {"word": word, "near": near})


def _faults(
    error: ValidationError,
    model: type[BaseModel],
    raw: object,
    file: KeyPlaces,
    path: KeyPath,
    at: Mapping[str, str],
) -> Iterable[Finding]:
    seen: set[KeyPath] = set()
    for fault in error.errors(include_url=False):
        inner = _existing(raw, fault["loc"])
        # Each member of a union complains about the same value; one complaint is enough.
        if inner in seen and fault["type"] not in ("missing", "extra_forbidden"):
            continue
        seen.add(inner)
        yield _finding(fault, model, inner, file, path, at)


def _existing(raw: object, loc: tuple[int | str, ...]) -> KeyPath:
    # A location of pydantic may end in names of union members, which stand nowhere in the file.
    path: KeyPath = ()
    for step in loc:
        if isinstance(raw, Mapping) and step in raw:
            raw = raw[str(step)]
        elif isinstance(raw, list) and isinstance(step, int) and step < len(raw):
            raw = raw[step]
        else:
            break
        path = (*path, str(step))
    return path


def _refused(error: ValueError, place: Place, key: str) -> Finding:
    """What a validator says: the program's own the code of a finding, a plugin's in words, of both languages or one."""
    said = [brief(one, 200) for one in error.args]
    if said and said[0] in CATALOGUE:
        return Finding(said[0], place, {"key": key})
    if not said or not said[0]:
        return Finding("value-wrong", place, {"key": key})
    return Finding("value-refused", place, {"key": key, "detail": Words(said[0], said[-1])})


_CODES = {
    "string_type": "value-text",
    "string_too_short": "value-empty",
    "missing": "value-entries",
    "too_long": "value-entries",
    "string_too_long": "value-long",
    "string_pattern_mismatch": "value-slug",
    "int_type": "value-whole",
    "bool_type": "value-bool",
    "date_type": "value-date",
    "datetime_type": "value-date",
    "list_type": "value-list",
    "tuple_type": "value-list",
    "dict_type": "value-table",
    "model_type": "value-table",
    "model_attributes_type": "value-table",
}


def _finding(
    fault: Any, model: type[BaseModel], inner: KeyPath, file: KeyPlaces, path: KeyPath, at: Mapping[str, str]
) -> Finding:
    kind, context = fault["type"], fault.get("ctx", {})
    place = file.place((*path, *inner), **at)
    # People count from 1.
    key = ".".join(str(int(one) + 1) if one.isdecimal() else one for one in inner) or ".".join(path)
    if kind == "missing" and isinstance(fault["loc"][-1], str):
        return Finding("key-missing", place, {"key": str(fault["loc"][-1])})
    if kind == "extra_forbidden":
        # Deeper down the key belongs to an inner model, whose keys are not at hand: none is suggested rather than a
        # wrong one.
        known = [field.alias or name for name, field in model.model_fields.items()] if len(inner) == 1 else []
        return unknown_word("key-unknown", file, (*path, *inner), inner[-1], known, **at)
    if kind == "literal_error":
        return Finding(
            "value-choice",
            place,
            # pydantic lists the choices as English prose: 'a', 'b' or 'c'.
            {"key": key, "choices": context["expected"].replace("'", "").replace(" or ", ", ")},
        )
    if kind in ("greater_than_equal", "less_than_equal", "greater_than", "less_than"):
        return Finding("value-limit", place, {"key": key, "value": brief(fault["input"], 40)})
    if kind == "value_error":
        return _refused(context["error"], place, key)
    if kind == "too_short":
        return Finding("value-entries" if fault["input"] else "value-empty", place, {"key": key})
    return Finding(_CODES.get(kind, "value-wrong"), place, {"key": key})
