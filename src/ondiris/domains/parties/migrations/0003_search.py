import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.functions.text
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
            name="order",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func(
                    django.db.models.functions.text.Lower("name"),
                    models.Value("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"),
                    models.Value(
                        "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008\ue009\ue00a\ue00b\ue00c\ue00d\ue00e\ue00f\ue010\ue011\ue012\ue013\ue014\ue015\ue016\ue017\ue018\ue019\ue01a\ue01b\ue01c\ue01d\ue01e\ue01f\ue020\ue021\ue022\ue023\ue024\ue025\ue026\ue027\ue028\ue029"
                    ),
                    function="translate",
                    output_field=models.CharField(max_length=300),
                ),
                output_field=models.CharField(max_length=300),
            ),
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
            index=models.Index(fields=["kind", "order", "bin"], name="organisations_by_name"),
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
