"""How does a record say when it holds, and how does the database refuse two that overlap?"""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Func, Q
from django.utils.translation import gettext_lazy as _


class Dated(models.Model):
    """A record in force from `valid_from` until before `valid_to`; open-ended where that is None."""

    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.valid_to is not None and self.valid_from is not None and self.valid_to <= self.valid_from:
            raise ValidationError({"valid_to": _("The last day must come after the first.")})


def not_reversed(name: str) -> models.CheckConstraint:
    """The constraint that a period has at least one day."""
    return models.CheckConstraint(
        name=name, condition=Q(valid_to__isnull=True) | Q(valid_to__gt=models.F("valid_from"))
    )


def one_at_a_time(name: str, *ids: str, when: Q | None = None) -> ExclusionConstraint:
    """The constraint that rows alike in the named bigint columns do not overlap in time.

    An id is written as a range of one, so that no extension is needed.
    """
    same = [
        (Func(i, i, models.Value("[]"), function="int8range", output_field=None), RangeOperators.OVERLAPS) for i in ids
    ]
    days = (Func("valid_from", "valid_to", function="daterange"), RangeOperators.OVERLAPS)
    return ExclusionConstraint(name=name, expressions=[*same, days], condition=when)
