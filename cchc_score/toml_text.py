"""TOML as this program writes it: plain tables whose values are read back as they were."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

Plain = bool | int | Decimal | date | str | Sequence[str]


def toml_string(text: str) -> str:
    """A TOML string: JSON escapes are TOML's, but for the one control character that JSON leaves."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def toml_value(value: Plain) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return toml_string(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value) if isinstance(value, int) else f"[{', '.join(map(toml_string, value))}]"


def toml_tables(key: str, tables: Iterable[Mapping[str, Plain]]) -> str:
    """An array of tables, a line for each key."""
    texts = ("".join(f"{name} = {toml_value(value)}\n" for name, value in one.items()) for one in tables)
    return "\n".join(f"[[{key}]]\n{text}" for text in texts)
