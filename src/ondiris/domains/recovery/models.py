"""What was asked back under 27.4, by which sum, and what came?"""

from django.db import models

from ondiris.base.acts import Thing
from ondiris.domains.agreements.models import Agreement


class Claim(Thing):
    """A demand for the return of money; `sheet` keeps each step of its sum."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="claims")
    demand_on = models.DateField()
    amount = models.DecimalField(max_digits=17, decimal_places=2)
    returned = models.DecimalField(max_digits=17, decimal_places=2, default=0)
    sheet = models.JSONField()
    drawn_by = models.BigIntegerField()
    drawn_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="never_more_returned_than_asked", condition=models.Q(returned__lte=models.F("amount"))
            )
        ]
