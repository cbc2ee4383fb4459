from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("parties", "0007_no_more_than_all"),
    ]

    operations = [
        migrations.CreateModel(
            name="SharesFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("kept", models.PositiveIntegerField()),
                ("refused", models.JSONField()),
            ],
        ),
    ]
