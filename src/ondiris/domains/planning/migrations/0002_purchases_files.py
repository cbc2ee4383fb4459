import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("parties", "0008_shares_files"),
        ("planning", "0001_models"),
    ]

    operations = [
        migrations.CreateModel(
            name="PurchasesFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("kept", models.PositiveIntegerField()),
                ("refused", models.JSONField()),
                ("taken_on", models.DateField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="parties.organisation"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
