"""What was done by whom, when, for whom and by which article; and who looked at what?

The journal copies identifiers and names and has no foreign keys, so that it outlives what it speaks of.
Triggers (see the first migration) refuse to change or remove an entry and link entries into one chain of
SHA-256 digests when a transaction commits.
"""

from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models.functions import Now, Upper


class Entry(models.Model):
    """One act. `on` is the legal day, `at` the instant of the database's clock."""

    act = models.CharField(max_length=80)
    thing_kind = models.CharField(max_length=40)
    thing = models.CharField(max_length=40)
    actor = models.BigIntegerField()
    actor_name = models.CharField(max_length=200)
    deputy_for = models.CharField(max_length=200, blank=True)
    organisation_bin = models.CharField(max_length=12)
    organisation_name = models.CharField(max_length=300)
    on = models.DateField()
    at = models.DateTimeField(db_default=Now())
    provision = models.CharField(max_length=40)
    state = models.CharField(max_length=40, blank=True)
    evidence = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["thing_kind", "thing", "id"], name="entries_of_a_thing")]

    def __str__(self) -> str:
        return f"{self.act} {self.thing}"


class Link(models.Model):
    """An entry's place in the chain: its digest covers the entry and the digest before it."""

    position = models.BigIntegerField(primary_key=True)
    entry = models.BigIntegerField(unique=True)
    digest = models.BinaryField()

    def __str__(self) -> str:
        return str(self.position)


class Look(models.Model):
    """The access log: who was shown what, and which look-ups and acts were refused."""

    at = models.DateTimeField(db_default=Now())
    actor = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200, blank=True)
    organisation_bin = models.CharField(max_length=12, blank=True)
    thing_kind = models.CharField(max_length=40)
    thing = models.CharField(max_length=200)
    purpose = models.CharField(max_length=80)
    allowed = models.BooleanField()
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["at", "id"], name="looks_by_time"),
            models.Index(fields=["actor", "at", "id"], name="looks_of_a_person"),
            models.Index(fields=["thing_kind", "at", "id"], name="looks_at_a_kind"),
            models.Index(
                OpClass(Upper("thing"), "text_pattern_ops"), models.F("at"), models.F("id"), name="looks_at_a_thing"
            ),
            models.Index(fields=["at", "id"], condition=models.Q(allowed=False), name="looks_refused"),
        ]

    def __str__(self) -> str:
        return f"{self.actor_name} {self.thing}"
