"""What a built-in method is and what its settings mean, for editors and for the reference, in two languages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from cchc_score.findings import Words


class Setting(NamedTuple):
    """One key of a rule: the hint that an editor shows beside it, and its meaning in the reference, in Markdown."""

    hint: Words
    meaning: Words


@dataclass(frozen=True, slots=True)
class Meaning:
    """One method: the hint beside its name, what it gives (in Markdown), and each of its settings by key.

    The key of a table in a list stands after the name of the list: `bands.from`.
    """

    hint: Words
    gives: Words
    settings: Mapping[str, Setting]


class SettingField(NamedTuple):
    """One key as a scheme writes it, with the list before it, its field, and the model that has the field."""

    path: str
    key: str
    field: FieldInfo
    model: type[BaseModel]


def setting_fields(settings: type[BaseModel], above: str = "") -> Iterator[SettingField]:
    """Every key of a method's settings, those of the tables in a list after the list."""
    for name, field in settings.model_fields.items():
        key = field.alias or name
        yield SettingField(above + key, key, field, settings)
        for inner in models_in(field.annotation):
            yield from setting_fields(inner, f"{above}{key}.")


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """The models inside a type, such as that of the tables in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    # Through lists, unions and `Annotated`, in which a table may be wrapped.
    for member in get_args(annotation):
        yield from models_in(member)


PART_HINT = Words("Phần: số liệu, hoặc tổng có dấu của nhiều số liệu", "The part: an indicator, or a signed sum")
WHOLE_HINT = Words("Toàn bộ: mẫu số của tỷ lệ", "The whole of the share")
MAY_EXCEED = Setting(
    Words("true: được vượt 100% (so với chỉ tiêu giao)", "true: it may be more than 100% (as of a target)"),
    Words(
        "`true`: được vượt 100%, như kết quả so với chỉ tiêu giao; không ghi thì vượt là số liệu mâu thuẫn",
        "`true`: more than 100% is allowed, as of a target; without it that is a contradiction",
    ),
)
"""The key that says that a part may be more than its whole."""
VALUE_HINT = Words("Giá trị", "The value")
POINTS_HINT = Words("Số điểm", "Points")
IF_NONE_HINT = Words(
    "Không phát sinh thì: full đủ điểm; zero 0 điểm; not_applicable không áp dụng",
    "Where nothing arose: full, zero, not_applicable",
)
IF_NONE = Setting(
    IF_NONE_HINT,
    Words(
        "khi mẫu số là 0: `full`, `zero` hoặc `not_applicable`",
        "where the whole is 0: `full`, `zero` or `not_applicable`",
    ),
)
"""The key that says what a whole of 0 gives."""
