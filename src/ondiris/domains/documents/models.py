"""Which files are kept, whose are they, and are they what they were?"""

from django.db import models

from ondiris.domains.parties.models import Organisation


class Document(models.Model):
    """An uploaded file or a letter made by the system; its content is found by its SHA-256."""

    number = models.CharField(max_length=40, unique=True)
    owner = models.ForeignKey(Organisation, models.PROTECT)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    uploaded_by = models.BigIntegerField()
    uploaded_on = models.DateField()

    def __str__(self) -> str:
        return self.name
