"""What do customers plan to buy, and which of it stands on the yearly list of goods? (47)"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ondiris.base.acts import Thing
from ondiris.base.tables.taken import TakenFile
from ondiris.domains.documents.models import Document
from ondiris.domains.lists.models import Edition
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.terms import Role
from ondiris.domains.planning.terms import ContractKind, InterestState, NeedKind, Subject

THROUGH = (Role.HYDROCARBONS_AUTHORITY, Role.SOLID_MINERALS_AUTHORITY)


class Need(models.Model):
    """A row of a customer's plan or report of purchases: one good, work or service of one year.

    `item` is the row's number in the customer's own paper; sent again, it replaces what it said before. `code` is a
    commodity code of 4 to 10 digits, empty for works and services; `amount` is in tenge for the year.
    """

    customer = models.ForeignKey(Organisation, models.PROTECT, related_name="needs")
    kind = models.CharField(max_length=10, choices=[(k, k) for k in NeedKind])
    year = models.PositiveSmallIntegerField()
    item = models.CharField(max_length=40)
    subject = models.CharField(max_length=10, choices=[(s, s) for s in Subject])
    code = models.CharField(max_length=10, blank=True)
    name_kk = models.CharField(max_length=300)
    name_ru = models.CharField(max_length=300)
    unit = models.CharField(max_length=60)
    volume = models.DecimalField(max_digits=20, decimal_places=4)
    amount = models.DecimalField(max_digits=17, decimal_places=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["customer", "kind", "year", "item"], name="a_need_once"),
            models.CheckConstraint(name="a_need_has_a_volume", condition=Q(volume__gt=0)),
            models.CheckConstraint(name="a_need_is_not_negative", condition=Q(amount__gte=0)),
            models.CheckConstraint(name="a_good_has_a_code", condition=~Q(subject=Subject.GOOD) | ~Q(code="")),
        ]
        indexes = [models.Index(fields=["year", "kind", "code"], name="needs_by_good")]

    def __str__(self) -> str:
        return f"{self.customer} {self.year}: {self.name_ru}"


class PurchasesFile(TakenFile):
    """A file of plans and reports of purchases that was taken in, and whose it was."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    taken_on = models.DateField()


class Information(models.Model):
    """That a body analysed the needs of a year and sent what it found to the industry authority (47.1)."""

    year = models.PositiveSmallIntegerField()
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    sent_on = models.DateField()
    text = models.TextField(blank=True)
    summary = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["year", "organisation"], name="informed_once_a_year")]

    def __str__(self) -> str:
        return f"{self.organisation} {self.year}"


class GoodsList(Thing):
    """The list of goods of a year from its draft to its place in the database; approved, it is an edition in `lists`."""

    year = models.PositiveSmallIntegerField(unique=True)
    drawn_on = models.DateField()
    sent_on = models.DateField(null=True)
    approved_on = models.DateField(null=True)
    placed_on = models.DateField(null=True)
    edition = models.OneToOneField(Edition, models.PROTECT, null=True, related_name="goods_list")


class Passing(models.Model):
    """That an authority for subsoil passed the agreed proposals on (47.3)."""

    goods_list = models.ForeignKey(GoodsList, models.PROTECT, related_name="passings")
    role = models.CharField(max_length=40, choices=[(r, r) for r in THROUGH])
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    passed_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["goods_list", "role"], name="passed_on_once")]

    def __str__(self) -> str:
        return f"{self.goods_list} {self.role}"


class Proposal(Thing):
    """One customer's line of the list: a good, how much of it, for how long and by which kind of contract.

    `kind` and `through`, the authority that agrees it with the customer, are suggested, and the keeper's choice from
    `classified_on`; volume, days and specification are the customer's word.
    """

    goods_list = models.ForeignKey(GoodsList, models.PROTECT, related_name="proposals")
    customer = models.ForeignKey(Organisation, models.PROTECT, related_name="proposals")
    kind = models.CharField(max_length=30, choices=[(k, k) for k in ContractKind])
    through = models.CharField(max_length=40, choices=[(r, r) for r in THROUGH])
    classified_on = models.DateField(null=True)
    code = models.CharField(_("Commodity code"), max_length=10)
    name_kk = models.CharField(max_length=300)
    name_ru = models.CharField(max_length=300)
    unit = models.CharField(_("Unit"), max_length=60)
    needed = models.DecimalField(max_digits=20, decimal_places=4)
    amount = models.DecimalField(max_digits=17, decimal_places=2)
    volume = models.DecimalField(_("Volume"), max_digits=20, decimal_places=4, null=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    specification = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(null=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goods_list", "customer", "code", "unit"], name="a_customers_good_once"),
            models.CheckConstraint(
                name="a_proposal_is_not_reversed", condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on"))
            ),
        ]
        indexes = [
            models.Index(fields=["goods_list", "state", "code"], name="proposals_by_state"),
            models.Index(fields=["code"], name="proposals_by_good"),
        ]


class Interest(Thing):
    """A supplier's word that it can make the good of a line."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="interests")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="interests")
    note = models.TextField(_("What you can make"), blank=True)
    expressed_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "organisation"], condition=Q(state=InterestState.STANDS), name="interested_once"
            )
        ]
