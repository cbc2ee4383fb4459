import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("classifiers", "0001_initial"),
        ("parties", "0002_api_keys"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="organisation",
            name="organisations_by_name",
        ),
        migrations.AddField(
            model_name="organisation",
            name="words",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.SearchVector("name", config="simple"),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            model_name="organisation",
            index=models.Index(fields=["kind", "name", "bin"], name="organisations_by_name"),
        ),
        migrations.AddIndex(
            model_name="organisation",
            index=django.contrib.postgres.indexes.GinIndex(fields=["words"], name="organisations_by_word"),
        ),
        migrations.AddIndex(
            model_name="organisation",
            index=models.Index(
                django.contrib.postgres.indexes.OpClass("bin", name="text_pattern_ops"),
                name="organisations_by_bin_start",
            ),
        ),
    ]
