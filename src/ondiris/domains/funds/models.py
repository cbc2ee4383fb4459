"""How much of a programme's money is available, committed, paid and returned?

Double entry in its plainest form: money only ever moves from one account to another, so the accounts of a
programme always sum to zero. Balances are kept by a trigger (first migration) and cannot fall below zero where
the kind of account forbids it; transfers only grow.
"""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from ondiris.domains.funds.terms import MAY_BE_NEGATIVE, AccountKind, Purpose
from ondiris.domains.parties.models import Organisation


class Programme(models.Model):
    """The current account of a measure, held by an institute, with the clause that opens it."""

    code = models.CharField(max_length=60, unique=True)
    provision = models.CharField(max_length=20)
    holder = models.ForeignKey(Organisation, models.PROTECT)

    def __str__(self) -> str:
        return self.code

    @property
    def number(self) -> str:
        """What the journal knows it by."""
        return self.code


class Account(models.Model):
    """One purse of a programme; `reference` is the agreement's number for the accounts kept by agreement."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="accounts")
    kind = models.CharField(max_length=20, choices=[(k, k) for k in AccountKind])
    reference = models.CharField(max_length=40, blank=True)
    balance = models.DecimalField(max_digits=17, decimal_places=2, default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "kind", "reference"], name="one_account_of_a_kind"),
            models.CheckConstraint(
                name="never_more_than_there_is",
                condition=Q(balance__gte=0) | Q(kind__in=sorted(MAY_BE_NEGATIVE)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme} {self.kind} {self.reference}".strip()


class Transfer(models.Model):
    """Money moved from one account to another on a day, with its purpose and what it belongs to."""

    source = models.ForeignKey(Account, models.PROTECT, related_name="outgoing")
    target = models.ForeignKey(Account, models.PROTECT, related_name="incoming")
    amount = models.DecimalField(max_digits=17, decimal_places=2)
    purpose = models.CharField(max_length=20, choices=[(p, p) for p in Purpose])
    reference = models.CharField(max_length=60, blank=True)
    on = models.DateField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(name="money_moves_forward", condition=Q(amount__gt=0)),
            models.CheckConstraint(name="from_one_to_another", condition=~Q(source=models.F("target"))),
        ]
        indexes = [models.Index(fields=["reference"], name="transfers_by_reference")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.amount}"
