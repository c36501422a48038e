"""Files that are made in the background."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Jobs."""

    dependencies = [("cchc", "0003_sign_in")]
    operations = [
        migrations.CreateModel(
            "Job",
            [
                ("id", models.BigAutoField(primary_key=True, serialize=False, auto_created=True, verbose_name="ID")),
                ("by", models.CharField(max_length=200)),
                ("lang", models.CharField(max_length=2)),
                ("kind", models.CharField(max_length=20)),
                ("asked", models.JSONField(default=dict)),
                ("state", models.CharField(default="waiting", max_length=10)),
                ("done", models.PositiveIntegerField(default=0)),
                ("whole", models.PositiveIntegerField(default=0)),
                ("number", models.PositiveIntegerField(default=0)),
                ("file", models.CharField(blank=True, max_length=200)),
                ("told", models.TextField(blank=True)),
                ("made", models.DateTimeField(auto_now_add=True)),
                (
                    "year",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cchc.keptyear"
                    ),
                ),
            ],
            options={"ordering": ["-pk"]},
        ),
    ]
