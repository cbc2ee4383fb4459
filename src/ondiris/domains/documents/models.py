"""Which files are kept, whose are they, and are they what they were?"""

from django.db import models

from ondiris.domains.documents.terms import LetterKind
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


class Letter(models.Model):
    """A letter about a thing, in one language: its document is what was sent. The thing is named by kind and number."""

    kind = models.CharField(max_length=20, choices=[(k, k) for k in LetterKind])
    thing_kind = models.CharField(max_length=40)
    thing = models.CharField(max_length=40)
    language = models.CharField(max_length=2)
    document = models.OneToOneField(Document, models.PROTECT, related_name="letter")
    on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["thing_kind", "thing"], name="letters_about_a_thing")]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing} ({self.language})"
