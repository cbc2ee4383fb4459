"""Against which changes of the law has a measure's configuration been confirmed?"""

from django.db import models

from ondiris.domains.legislation.models import LawChange


class Review(models.Model):
    """A keeper's word that a measure's rules and numbers are right under a change of the law, and why."""

    change = models.ForeignKey(LawChange, models.PROTECT, related_name="reviews")
    measure = models.CharField(max_length=60)
    reason = models.TextField()
    reviewed_by_name = models.CharField(max_length=200)
    reviewed_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["change", "measure"], name="one_review_of_a_change_a_measure")]

    def __str__(self) -> str:
        return f"{self.change} {self.measure}"
