from django.db import migrations, models

import ondiris.domains.documents.terms


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0002_letters"),
    ]

    operations = [
        migrations.AlterField(
            model_name="letter",
            name="kind",
            field=models.CharField(
                choices=[
                    (
                        ondiris.domains.documents.terms.LetterKind["GRANTED"],
                        ondiris.domains.documents.terms.LetterKind["GRANTED"],
                    ),
                    (
                        ondiris.domains.documents.terms.LetterKind["WAITING"],
                        ondiris.domains.documents.terms.LetterKind["WAITING"],
                    ),
                    (
                        ondiris.domains.documents.terms.LetterKind["REFUSED"],
                        ondiris.domains.documents.terms.LetterKind["REFUSED"],
                    ),
                    (
                        ondiris.domains.documents.terms.LetterKind["ELSEWHERE"],
                        ondiris.domains.documents.terms.LetterKind["ELSEWHERE"],
                    ),
                    (
                        ondiris.domains.documents.terms.LetterKind["AGREEMENT"],
                        ondiris.domains.documents.terms.LetterKind["AGREEMENT"],
                    ),
                    (
                        ondiris.domains.documents.terms.LetterKind["NOTICE"],
                        ondiris.domains.documents.terms.LetterKind["NOTICE"],
                    ),
                    (
                        ondiris.domains.documents.terms.LetterKind["DEMAND"],
                        ondiris.domains.documents.terms.LetterKind["DEMAND"],
                    ),
                    (
                        ondiris.domains.documents.terms.LetterKind["CONTRACT"],
                        ondiris.domains.documents.terms.LetterKind["CONTRACT"],
                    ),
                    (
                        ondiris.domains.documents.terms.LetterKind["AMENDMENT_PROPOSED"],
                        ondiris.domains.documents.terms.LetterKind["AMENDMENT_PROPOSED"],
                    ),
                    (
                        ondiris.domains.documents.terms.LetterKind["AMENDMENT"],
                        ondiris.domains.documents.terms.LetterKind["AMENDMENT"],
                    ),
                    (
                        ondiris.domains.documents.terms.LetterKind["PENALTY"],
                        ondiris.domains.documents.terms.LetterKind["PENALTY"],
                    ),
                ],
                max_length=20,
            ),
        ),
    ]
