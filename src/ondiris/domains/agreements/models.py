"""What did the State and the recipient promise each other, by when, and what proves it?"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ondiris.base.acts import Thing
from ondiris.domains.agreements.terms import Side, Track
from ondiris.domains.applications.models import Application
from ondiris.domains.documents import signing as documents
from ondiris.domains.documents.models import Document
from ondiris.domains.funds.models import Transfer
from ondiris.domains.parties.models import Organisation


class Agreement(Thing):
    """The mutual obligations of 27.1: the State's to give the measure, the recipient's to fulfil what it took on."""

    application = models.OneToOneField(Application, models.PROTECT, related_name="agreement")
    recipient = models.ForeignKey(Organisation, models.PROTECT, related_name="agreements")
    authority = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    amount = models.DecimalField(max_digits=17, decimal_places=2)
    drawn_on = models.DateField()
    in_force_on = models.DateField(null=True)
    notice_text = models.TextField(_("Notice"), blank=True)
    noticed_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "-id"], name="agreements_by_state")]


class Instalment(models.Model):
    """A part of the amount that the State pays on a day."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="instalments")
    place = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    amount = models.DecimalField(max_digits=17, decimal_places=2)
    transfer = models.OneToOneField(Transfer, models.PROTECT, null=True)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "place"], name="an_instalment_a_place"),
            models.CheckConstraint(name="an_instalment_is_money", condition=Q(amount__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.agreement} {self.place}"


class Undertaking(models.Model):
    """One thing the recipient undertook: a counter-obligation in a direction, or a planned goal of the project."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="undertakings")
    track = models.CharField(max_length=20, choices=[(t, t) for t in Track])
    direction = models.CharField(max_length=20, blank=True)
    indicator = models.CharField(max_length=200)
    unit = models.CharField(max_length=60)
    baseline = models.DecimalField(max_digits=20, decimal_places=4)
    weight = models.PositiveSmallIntegerField(default=1)
    evidence_asked = models.CharField(max_length=300)

    class Meta:
        ordering = ["track", "pk"]
        constraints = [
            models.CheckConstraint(
                name="an_obligation_has_a_direction", condition=~Q(track=Track.OBLIGATION) | ~Q(direction="")
            )
        ]

    def __str__(self) -> str:
        return self.indicator


class Target(models.Model):
    """What an undertaking is to reach in a calendar year."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="targets")
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=20, decimal_places=4)

    class Meta:
        ordering = ["year"]
        constraints = [models.UniqueConstraint(fields=["undertaking", "year"], name="a_target_a_year")]

    def __str__(self) -> str:
        return f"{self.undertaking} {self.year}"


class Signature(documents.Signature):
    """One side's signature over the agreement's terms."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="signatures")
    side = models.CharField(max_length=20, choices=[(s, s) for s in Side])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "side"], name="a_side_signs_once")]

    def __str__(self) -> str:
        return f"{self.agreement} {self.side}"


class Report(Thing):
    """What the recipient says it reached in a year."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="reports")
    year = models.PositiveSmallIntegerField()
    answers = models.JSONField(default=dict)
    submitted_on = models.DateField(null=True)
    accepted_on = models.DateField(null=True)
    remark = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "year"], name="a_report_a_year")]


class Reached(models.Model):
    """A value that an accepted report established for a target."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="reached")
    target = models.OneToOneField(Target, models.PROTECT, related_name="reached")
    value = models.DecimalField(max_digits=20, decimal_places=4)

    def __str__(self) -> str:
        return f"{self.target}: {self.value}"


class Proof(models.Model):
    """A document handed in with a report."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="proofs")
    undertaking = models.ForeignKey(Undertaking, models.PROTECT)
    document = models.ForeignKey(Document, models.PROTECT)

    def __str__(self) -> str:
        return f"{self.report}: {self.document}"
