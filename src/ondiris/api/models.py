"""Which answer was already given to a write, so that the same request has its effect once?"""

from django.db import models
from django.db.models.functions import Now

from ondiris.domains.parties.models import ApiKey


class StoredAnswer(models.Model):
    """What was answered to a key of a caller; `status` is None only while the first request is still at work.

    `digest` is keyed with the installation's secret, for a request may hold a password.
    """

    caller = models.ForeignKey(ApiKey, models.PROTECT, related_name="stored_answers")
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    body = models.TextField(blank=True)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["caller", "key"], name="one_answer_a_key")]

    def __str__(self) -> str:
        return self.key
