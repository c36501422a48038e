"""What was done with accounts, and by whom; the database itself refuses to change or to delete a line of it."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SQLITE = [
    f"""CREATE TRIGGER account_event_{name} BEFORE {act} ON cchc_accountevent
    BEGIN SELECT RAISE(ABORT, 'a journal only grows'); END"""
    for name, act in (("kept", "UPDATE"), ("stays", "DELETE"))
]
# By the function that journals of years have.
_POSTGRESQL = [
    """CREATE TRIGGER account_event_kept BEFORE UPDATE OR DELETE ON cchc_accountevent
    FOR EACH ROW EXECUTE FUNCTION journal_only_grows()""",
    """CREATE TRIGGER account_events_stay BEFORE TRUNCATE ON cchc_accountevent
    FOR EACH STATEMENT EXECUTE FUNCTION journal_only_grows()""",
]


def only_growing(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Let the database refuse any change of a line."""
    for statement in _POSTGRESQL if editor.connection.vendor == "postgresql" else _SQLITE:
        editor.execute(statement)


class Migration(migrations.Migration):
    """Events of accounts."""

    dependencies = [("cchc", "0004_jobs")]
    operations = [
        migrations.CreateModel(
            "AccountEvent",
            [
                ("id", models.BigAutoField(primary_key=True, serialize=False, auto_created=True, verbose_name="ID")),
                ("time", models.DateTimeField(auto_now_add=True)),
                ("by", models.CharField(blank=True, max_length=200)),
                ("deed", models.CharField(max_length=20)),
                ("login", models.CharField(max_length=60)),
                ("name", models.CharField(max_length=200)),
                ("roles", models.JSONField(default=list)),
                ("units", models.JSONField(default=list)),
            ],
            options={"ordering": ["-pk"]},
        ),
        migrations.RunPython(only_growing, migrations.RunPython.noop),
    ]
