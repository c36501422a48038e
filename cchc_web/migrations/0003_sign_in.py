"""Sessions that end together, and what was sent when a session had ended."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The count of an account's sessions, and kept posts."""

    dependencies = [("cchc", "0002_people")]
    operations = [
        migrations.AddField("Account", "sessions", models.PositiveIntegerField(default=0)),
        migrations.CreateModel(
            "KeptPost",
            [
                ("id", models.BigAutoField(primary_key=True, serialize=False, auto_created=True, verbose_name="ID")),
                ("path", models.CharField(max_length=500)),
                ("fields", models.JSONField(default=list)),
                ("files", models.JSONField(default=list)),
                ("saved", models.DateTimeField(auto_now=True)),
                (
                    "account",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cchc.account"),
                ),
            ],
            options={"ordering": ["account", "-saved", "-pk"]},
        ),
        migrations.AddConstraint(
            "KeptPost", models.UniqueConstraint(fields=["account", "path"], name="one_kept_post_an_address")
        ),
    ]
