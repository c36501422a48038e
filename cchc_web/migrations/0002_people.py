"""Accounts, and drafts of what people have typed."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Accounts and drafts."""

    dependencies = [("cchc", "0001_journal")]
    operations = [
        migrations.CreateModel(
            "Account",
            [
                ("id", models.BigAutoField(primary_key=True, serialize=False, auto_created=True, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("login", models.CharField(max_length=60, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("roles", models.JSONField(default=list)),
                ("units", models.JSONField(default=list)),
                ("is_active", models.BooleanField(default=True)),
                ("must_change", models.BooleanField(default=False)),
            ],
            options={"ordering": ["login"]},
        ),
        migrations.CreateModel(
            "Draft",
            [
                ("id", models.BigAutoField(primary_key=True, serialize=False, auto_created=True, verbose_name="ID")),
                ("key", models.CharField(max_length=200)),
                ("version", models.PositiveIntegerField(default=0)),
                ("fields", models.JSONField(default=dict)),
                ("by", models.CharField(max_length=200)),
                ("saved", models.DateTimeField(auto_now=True)),
                (
                    "year",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cchc.keptyear"
                    ),
                ),
            ],
            options={"ordering": ["year", "key"]},
        ),
        migrations.AddConstraint("Draft", models.UniqueConstraint(fields=["year", "key"], name="one_draft_a_key")),
    ]
