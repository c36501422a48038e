"""The first tables; the database itself refuses to change or to delete a line of a journal."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SQLITE = [
    f"""CREATE TRIGGER journal_line_{name} BEFORE {act} ON cchc_journalline
    BEGIN SELECT RAISE(ABORT, 'a journal only grows'); END"""
    for name, act in (("kept", "UPDATE"), ("stays", "DELETE"))
]
_POSTGRESQL = [
    """CREATE FUNCTION journal_only_grows() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'a journal only grows'; END $$""",
    """CREATE TRIGGER journal_line_kept BEFORE UPDATE OR DELETE ON cchc_journalline
    FOR EACH ROW EXECUTE FUNCTION journal_only_grows()""",
    """CREATE TRIGGER journal_lines_stay BEFORE TRUNCATE ON cchc_journalline
    FOR EACH STATEMENT EXECUTE FUNCTION journal_only_grows()""",
]


def only_growing(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Let the database refuse any change of a line."""
    for statement in _POSTGRESQL if editor.connection.vendor == "postgresql" else _SQLITE:
        editor.execute(statement)


class Migration(migrations.Migration):
    """Years and their journals."""

    initial = True
    operations = [
        migrations.CreateModel(
            "KeptYear",
            [
                ("id", models.BigAutoField(primary_key=True, serialize=False, auto_created=True, verbose_name="ID")),
                ("folder", models.CharField(max_length=100, unique=True)),
                ("origin", models.TextField(blank=True)),
                ("taken", models.JSONField(default=dict)),
            ],
            options={"ordering": ["folder"]},
        ),
        migrations.CreateModel(
            "JournalLine",
            [
                ("id", models.BigAutoField(primary_key=True, serialize=False, auto_created=True, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("time", models.CharField(max_length=40)),
                ("by", models.TextField()),
                ("kind", models.CharField(max_length=20)),
                ("unit", models.TextField(blank=True)),
                ("line", models.TextField()),
                (
                    "year",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cchc.keptyear"
                    ),
                ),
            ],
            options={"ordering": ["year", "number"]},
        ),
        migrations.AddConstraint(
            "JournalLine", models.UniqueConstraint(fields=["year", "number"], name="one_line_a_number")
        ),
        migrations.RunPython(only_growing, migrations.RunPython.noop),
    ]
