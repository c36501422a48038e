"""The tables of a database as files, all as they were at one moment, while others write; and back again."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model

from cchc_web.database import FILE


def sqlite_snapshot(folder: Path) -> Path:
    """A copy of the database of SQLite, in a folder."""
    connection.ensure_connection()
    target = folder / FILE
    with closing(sqlite3.connect(target)) as copy:
        # In one step: page by page it would begin anew whenever somebody writes.
        connection.connection.backup(copy)
    return target


def _tables() -> list[tuple[type[Model], str]]:
    """The tables of all models, each behind those that it refers to."""
    found: dict[type[Model], str] = {}

    def put(model: type[Model]) -> None:
        for field in model._meta.concrete_fields:
            other = field.remote_field.model if field.remote_field else None
            if isinstance(other, type) and other is not model and other not in found:
                put(other)
        found.setdefault(model, model._meta.db_table)

    for model in apps.get_models(include_auto_created=True):
        put(model)
    return list(found.items())


def copy_tables_out(folder: Path) -> list[Path]:
    """The tables of PostgreSQL as files of its COPY, with the list of their columns."""
    columns, paths = {}, []
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        # One moment for all tables.
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        for model, table in _tables():
            columns[table] = [field.column for field in model._meta.concrete_fields if field.column]
            path = folder / f"{table}.copy"
            with path.open("wb") as file, cursor.copy(f"COPY {_named(table, columns[table])} TO STDOUT") as copy:
                for block in copy:
                    file.write(block)
            paths.append(path)
    about = folder / "columns.json"
    about.write_text(json.dumps(columns), "utf-8")
    return [about, *paths]


def copy_tables_in(folder: Path) -> None:
    """Fill the tables of PostgreSQL, as they were just made, from such files."""
    columns = json.loads((folder / "columns.json").read_text("utf-8"))
    models = _tables()
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        # Making the tables has written rows of its own into some.
        for _, table in reversed(models):
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
        for _, table in models:
            into = f"COPY {_named(table, columns[table])} FROM STDIN"
            with (folder / f"{table}.copy").open("rb") as file, cursor.copy(into) as copy:
                while block := file.read(1 << 16):
                    copy.write(block)
        # Numbers that are given next follow those that came in.
        for statement in connection.ops.sequence_reset_sql(no_style(), [model for model, _ in models]):
            cursor.execute(statement)


def _named(table: str, columns: list[str]) -> str:
    quote = connection.ops.quote_name
    return f"{quote(table)} ({', '.join(map(quote, columns))})"
