"""What was done with accounts, and by whom."""

from django.db import migrations, models


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
    ]
