from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0002_by_age"),
    ]

    operations = [
        migrations.AddField(
            model_name="question",
            name="answer_by",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="question",
            name="closed_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="question",
            name="closed_by_name",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="question",
            name="closed_reason",
            field=models.TextField(blank=True),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(("answered_on__isnull", True), ("closed_on__isnull", True), _connector="OR"),
                name="answered_or_closed",
            ),
        ),
    ]
