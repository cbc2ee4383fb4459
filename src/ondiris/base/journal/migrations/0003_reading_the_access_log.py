from django.contrib.postgres.indexes import OpClass
from django.db import migrations, models
from django.db.models.functions import Upper


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_chain")]

    operations = [
        migrations.RemoveIndex(model_name="look", name="looks_at_a_thing"),
        migrations.AddIndex(
            model_name="look",
            index=models.Index(fields=["at", "id"], name="looks_by_time"),
        ),
        migrations.AddIndex(
            model_name="look",
            index=models.Index(fields=["actor", "at", "id"], name="looks_of_a_person"),
        ),
        migrations.AddIndex(
            model_name="look",
            index=models.Index(fields=["thing_kind", "at", "id"], name="looks_at_a_kind"),
        ),
        migrations.AddIndex(
            model_name="look",
            index=models.Index(
                OpClass(Upper("thing"), "text_pattern_ops"), models.F("at"), models.F("id"), name="looks_at_a_thing"
            ),
        ),
        migrations.AddIndex(
            model_name="look",
            index=models.Index(condition=models.Q(("allowed", False)), fields=["at", "id"], name="looks_refused"),
        ),
    ]
