"""A value of any type, as JSON; the rates entered so far become texts as the type of a share writes them."""

from django.db import migrations, models

FORWARD = "alter table legislation_enteredvalue alter column value type jsonb using to_jsonb(trim_scale(value)::text)"
BACKWARD = "alter table legislation_enteredvalue alter column value type numeric(20, 6) using (value #>> '{}')::numeric"


class Migration(migrations.Migration):
    dependencies = [
        ("legislation", "0005_amending_acts"),
    ]

    operations = [
        migrations.RunSQL(
            FORWARD,
            BACKWARD,
            state_operations=[
                migrations.AlterField("enteredvalue", "value", models.JSONField(verbose_name="Value")),
            ],
        ),
        migrations.AlterField(
            "enteredvalue", "known_until", models.DateField(blank=True, null=True, verbose_name="Known until")
        ),
    ]
