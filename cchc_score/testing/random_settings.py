"""Random valid settings of a method, made from the fields of its settings model."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from hypothesis import reject
from hypothesis import strategies as st
from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from cchc_score.findings import Finding
from cchc_score.methods import (
    EachFact,
    Kinds,
    Number,
    PerAnswer,
    Percent,
    PointsFrom0,
    PointsSigned,
    Settings,
    Share,
)
from cchc_score.model import FactRef, Indicator, Kind, Option
from cchc_score.testing.method_shapes import MOST, find_accepted
from cchc_score.testing.violations import Violation

DAY = date(2023, 1, 1)
# Limits as rules have them: numbers drawn at random would seldom be equal, or the ends of a scale.
_LIMITS = tuple(map(Fraction, ("0", "0.5", "1", "3", "10", "50", "70", "80", "90", "99.9", "100")))


def _validator(annotation: Any) -> object:
    return annotation.__metadata__[0].func


# Annotated types are told apart by the validator they carry: pydantic keeps no name of them.
_NUMBER, _PERCENT, _SHARE, _POINTS, _CHANGE = map(_validator, (Number, Percent, Share, PointsFrom0, PointsSigned))


def points_up_to(most: Fraction, decimals: int) -> st.SearchStrategy[Fraction]:
    """Points from 0 to a maximum in whole steps, its ends often."""
    steps = int(most * 10**decimals)
    # Methods err at the ends, which random numbers alone would seldom meet.
    return (st.sampled_from([0, steps]) | st.integers(0, steps)).map(lambda taken: Fraction(taken, 10**decimals))


def days() -> st.SearchStrategy[date]:
    """Days that are near to one another."""
    return st.integers(0, 40).map(lambda passed: DAY + timedelta(passed))


def _numbers(most: int = 200) -> st.SearchStrategy[Fraction]:
    some = [limit for limit in _LIMITS if limit <= most]
    tenths = st.integers(0, 10 * most).map(lambda tenths: Fraction(tenths, 10))
    return st.integers(0, min(12, most)).map(Fraction) | st.sampled_from(some) | tenths


class Maker:
    """Draws the settings of one rule; `indicators` gathers the facts that they ask for, `before` begins their codes."""

    def __init__(self, method: str, draw: Any, most: Fraction, decimals: int, before: str = "") -> None:
        self.method, self.draw, self.most, self.decimals, self.before = method, draw, most, decimals, before
        self.indicators: dict[str, Indicator] = {}

    def settings(self, model: type[Settings]) -> Settings:
        """Settings that the model accepts."""
        return model.model_validate(self._table(model))

    def _table(self, model: type[BaseModel]) -> dict[str, Any]:
        """A table of keys and values in one of the arrangements that a model accepts."""
        raw: dict[str, Any] = {}
        keys = {}
        # What stands per answer needs the question first.
        fields = sorted(model.model_fields.items(), key=lambda item: bool(_marks(item[1], PerAnswer)))
        for name, field in fields:
            raw[field.alias or name] = self._value(_annotation(field), name, raw)
            if get_origin(_bare(field.annotation)) in (list, tuple) and not _marks(field, EachFact):
                keys[field.alias or name] = _sorting_keys(field.annotation)
        # From a random one on, so that not always the same arrangement is taken.
        found = find_accepted(model, raw, keys, self.draw(st.integers(0, MOST - 1)))
        return reject() if found is None else found

    def _value(self, annotation: Any, name: str, raw: Mapping[str, Any]) -> Any:
        marks: tuple[Any, ...] = ()
        if get_origin(annotation) is Annotated:
            annotation, *own = get_args(annotation)
            marks = tuple(own)
        for mark in marks:
            if isinstance(mark, Kinds):
                return self._fact(mark, name)
            # A fact carries a validator too, which is none of those that are known, so that its kinds decide.
            if isinstance(mark, BeforeValidator) and (known := self._known(mark.func)) is not None:
                return self.draw(known)
            if isinstance(mark, EachFact):
                codes = self._listed(mark, name)
                if get_origin(annotation) is not dict:
                    return codes
                return {code: self._value(get_args(annotation)[1], name, raw) for code in codes}
        per_answer = [mark.fact for mark in marks if isinstance(mark, PerAnswer)]
        if per_answer and get_origin(annotation) is dict:
            question = self.indicators[raw[per_answer[0]].codes[0]]
            return {answer: self._value(get_args(annotation)[1], name, raw) for answer in answers(question)}
        return self._plain(annotation, marks, name, raw)

    def _known(self, validator: object) -> st.SearchStrategy[Any] | None:
        points = points_up_to(self.most, self.decimals)
        return {
            _NUMBER: _numbers(),
            _PERCENT: _numbers(100),
            _SHARE: st.integers(0, 10).map(lambda tenths: Fraction(tenths, 10)),
            _POINTS: points,
            _CHANGE: st.tuples(points, st.sampled_from([1, -1])).map(lambda drawn: drawn[0] * drawn[1]),
        }.get(validator)

    def _fact(self, kinds: Kinds, name: str) -> FactRef:
        """A fact of its own for each setting: one indicator, sometimes a difference of two."""
        # The last of the six, for Hypothesis shrinks towards the first: the smallest example has single facts.
        count = 2 if "count" in kinds.accepted and self.draw(st.integers(0, 5)) == 5 else 1
        codes = [self._code(name), f"{self._code(name)}_less"][:count]
        self._know(codes, kinds.accepted)
        return FactRef(tuple((-1 if index else 1, code) for index, code in enumerate(codes)))

    def _listed(self, kinds: EachFact, name: str) -> list[str]:
        """A few facts for a setting that lists them."""
        codes = [f"{self._code(name)}_{letter}" for letter in "abcd"[: self.draw(st.integers(1, 4))]]
        self._know(codes, kinds.accepted)
        return codes

    def _code(self, name: str) -> str:
        return f"{self.before}_{name}" if self.before else name

    def _know(self, codes: Sequence[str], kinds: Collection[str]) -> None:
        for code in codes:
            # Never drawn from a set, whose order is another in every process.
            kind = self.draw(st.sampled_from(sorted(kinds, key=_usual)))
            self.indicators[code] = self._indicator(code, kind)

    def _indicator(self, code: str, kind: Kind) -> Indicator:
        whole = kind in ("count", "yes_no", "option", "date")
        options = tuple(Option(f"{code}_{letter}", letter.upper()) for letter in "abc") if kind == "option" else ()
        decimals = 0 if whole else self.draw(st.integers(0, 3))
        return Indicator(code, code, kind=kind, decimals=decimals, options=options)

    def _plain(self, annotation: Any, marks: tuple[Any, ...], name: str, raw: Mapping[str, Any]) -> Any:
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is tuple and inner and inner[-1] is not Ellipsis:
            return [self._value(entry, name, raw) for entry in inner]
        if origin in (list, tuple) and inner:
            most, least = _limit(marks, MaxLen, "max_length", 4), _limit(marks, MinLen, "min_length", 0)
            count = self.draw(st.integers(least, max(least, min(most, least + 3))))
            return [self._value(inner[0], name, raw) for _ in range(count)]
        if origin is dict and inner and inner[0] is str:
            return {key: self._value(inner[1], name, raw) for key in "ab"}
        if origin in (Union, UnionType):
            # Nothing at all is an arrangement of its own.
            members = [member for member in inner if member is not NoneType]
            return self._value(self.draw(st.sampled_from(members)), name, raw)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self._table(annotation)
        return self.draw(self._simple(annotation, marks, name))

    def _simple(self, annotation: Any, marks: tuple[Any, ...], name: str) -> st.SearchStrategy[Any]:
        if get_origin(annotation) is Literal:
            return st.sampled_from(get_args(annotation))
        if isinstance(annotation, type) and issubclass(annotation, Enum):
            return st.sampled_from(list(annotation))
        if annotation is int:
            least = _limit(marks, Ge, "ge", _limit(marks, Gt, "gt", -1) + 1)
            return st.integers(least, _limit(marks, Le, "le", _limit(marks, Lt, "lt", least + 21) - 1))
        simple = {Fraction: _numbers(), bool: st.booleans(), str: st.sampled_from("abc"), date: days()}
        if annotation not in simple:
            args = {"method": self.method, "key": name, "detail": getattr(annotation, "__name__", str(annotation))}
            # Told and not skipped: the author can give examples of the settings instead.
            raise Violation(Finding("law-settings-type", args=args))
        return simple[annotation]


def answers(indicator: Indicator) -> tuple[str, ...]:
    """The codes of the answers to a question."""
    return ("no", "yes") if indicator.kind == "yes_no" else tuple(option.code for option in indicator.options)


def _usual(kind: str) -> tuple[int, str]:
    """The usual kinds first: the smallest example has those."""
    return ("count", "decimal", "option", "date").index(kind) if kind in ("count", "decimal") else 9, kind


def _limit(marks: tuple[Any, ...], kind: type[Any], name: str, otherwise: int) -> int:
    return next((int(getattr(mark, name)) for mark in marks if isinstance(mark, kind)), otherwise)


def _annotation(field: FieldInfo) -> Any:
    """A field's type with its marks, as it was written."""
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _bare(annotation: Any) -> Any:
    """A type without marks, and of `list[X] | None` the list."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return next((_bare(member) for member in get_args(annotation) if member is not NoneType), None)
    return annotation


def _marks(field: FieldInfo, kind: type[Any]) -> list[Any]:
    return [mark for mark in field.metadata if isinstance(mark, kind)]


def _sorting_keys(annotation: Any) -> tuple[str, ...]:
    """Of a list of tables the keys that hold limits: numbers that are no points."""
    item = _bare((get_args(_bare(annotation)) or (None,))[0])
    if not (isinstance(item, type) and issubclass(item, BaseModel)):
        return ()
    limits = {_NUMBER, _PERCENT}
    return tuple(
        field.alias or name
        for name, field in item.model_fields.items()
        if any(getattr(mark, "func", None) in limits for mark in _all_marks(field))
    )


def _all_marks(field: FieldInfo) -> list[Any]:
    """The marks of a field, those of the members of a union too."""
    members = [mark for member in get_args(field.annotation) for mark in getattr(member, "__metadata__", ())]
    return [*field.metadata, *members]
