"""What did customer and supplier promise each other, in which wording, and what was done of it? (46, 47, 48, 49)"""

from typing import Any

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ondiris.base.acts import Thing
from ondiris.base.dated import Dated, not_reversed
from ondiris.base.tables.taken import TakenFile
from ondiris.domains.contracts.terms import ConditionKind, Fault, Side, VersionState
from ondiris.domains.customers.terms import Answer
from ondiris.domains.documents.models import Document
from ondiris.domains.documents.signing import Signature
from ondiris.domains.parties.models import Organisation
from ondiris.domains.planning.models import Proposal
from ondiris.domains.planning.terms import ContractKind


class Contract(Thing):
    """A contract meant to develop industry; what was agreed stands in its versions, the dates of the newest also here.

    `line` is the approved line that it rests on. One recorded from elsewhere has `source`, the system or paper that it
    came from, and `outside_number`, its number there. `standing` keeps whether the customer was one under 46.2 on the
    day of conclusion and why, as `customers.standing.Standing.to_json` says it; `answer` is that answer. What both sides
    state of the production (46.1.1) is None where they do not say.
    """

    kind = models.CharField(max_length=30, choices=[(k, k) for k in ContractKind])
    customer = models.ForeignKey(Organisation, models.PROTECT, related_name="contracts_as_customer")
    supplier = models.ForeignKey(Organisation, models.PROTECT, related_name="contracts_as_supplier")
    line = models.ForeignKey(Proposal, models.PROTECT, null=True, related_name="contracts")
    title = models.CharField(_("Subject"), max_length=300)
    organised_by_supplier = models.BooleanField(_("The supplier organises the production of the good"), null=True)
    absent_before = models.BooleanField(_("There was no such production before"), null=True)
    source = models.CharField(max_length=200, blank=True)
    outside_number = models.CharField(max_length=100, blank=True)
    drawn_on = models.DateField()
    concluded_on = models.DateField(null=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    registered_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_because = models.TextField(blank=True)
    answer = models.CharField(max_length=20, blank=True, choices=[(a, a) for a in Answer])
    standing = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    changed_at = models.DateTimeField(auto_now=True)
    words = models.GeneratedField(
        expression=SearchVector("title", config="simple"), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "outside_number"], condition=~Q(source=""), name="an_outside_contract_once"
            ),
            models.CheckConstraint(name="nobody_supplies_itself", condition=~Q(customer=F("supplier"))),
            models.CheckConstraint(
                name="a_contract_is_not_reversed", condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on"))
            ),
        ]
        indexes = [
            models.Index(fields=["-concluded_on", "-id"], name="contracts_by_day"),
            models.Index(fields=["changed_at", "id"], name="contracts_by_change"),
            models.Index(fields=["state", "-id"], name="contracts_by_state"),
            GinIndex(fields=["words"], name="contracts_by_word"),
        ]


class ContractsFile(TakenFile):
    """A file of contracts concluded elsewhere that was taken in."""


class OfContract(Thing):
    """A thing done under a contract: whatever changes it is a change of the contract, for those who follow its open data."""

    contract: Any  # each says by which name the contract knows it

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep it, and move the instant at which the contract changed last."""
        super().save(*args, **kwargs)
        self.contract.save(update_fields=["changed_at"])


class Version(models.Model):
    """A whole wording of a contract: the first as concluded, each further one as amended.

    `least_value` is the minimum level of in-country value in per cent, `programme_due_on` the day by which the supplier
    undertook to develop the programme that raises it (48.5); `penalty` is what the contract itself says (49.3);
    `amount` is the sum of volume by price over all goods and years, in tenge. `reason` is why the change was proposed,
    `closed_because` why it was declined or withdrawn.
    """

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="versions")
    place = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, choices=[(s, s) for s in VersionState])
    proposed_by = models.CharField(max_length=20, blank=True, choices=[(s, s) for s in Side])
    proposed_on = models.DateField(null=True)
    reason = models.TextField(blank=True)
    closed_because = models.TextField(blank=True)
    in_force_on = models.DateField(null=True)
    starts_on = models.DateField(_("First day"))
    ends_on = models.DateField(_("Last day"))
    least_value = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    programme_due_on = models.DateField(null=True)
    penalty = models.TextField(blank=True)
    amount = models.DecimalField(max_digits=17, decimal_places=2)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "place"], name="a_version_a_place"),
            models.UniqueConstraint(
                fields=["contract"], condition=Q(state=VersionState.PROPOSED), name="one_change_proposed_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["contract"], condition=Q(state=VersionState.IN_FORCE), name="one_version_in_force"
            ),
            models.CheckConstraint(name="a_version_is_not_reversed", condition=Q(ends_on__gte=F("starts_on"))),
        ]

    def __str__(self) -> str:
        return f"{self.contract} {self.place}"


class Good(models.Model):
    """A good of a version with all that identifies it (48.5); `place` is the same good in every version."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="goods")
    place = models.PositiveSmallIntegerField()
    code = models.CharField(_("Commodity code"), max_length=10)
    name_kk = models.CharField(max_length=300)
    name_ru = models.CharField(max_length=300)
    unit = models.CharField(_("Unit"), max_length=60)
    characteristics = models.TextField(_("Technical characteristics"))
    properties = models.TextField(_("Physical and chemical properties"), blank=True)
    composition = models.TextField(_("Composition of the set"), blank=True)

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["version", "place"], name="a_good_a_place")]
        indexes = [models.Index(OpClass("code", name="text_pattern_ops"), name="goods_by_code")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The good's name in the reader's language; Russian where there is none."""
        return self.name_kk if get_language() == "kk" else self.name_ru


class Volume(models.Model):
    """How much of a good is to be delivered in a calendar year, and the price of one unit in tenge (48.2p3)."""

    good = models.ForeignKey(Good, models.PROTECT, related_name="volumes")
    year = models.PositiveSmallIntegerField()
    volume = models.DecimalField(max_digits=20, decimal_places=4)
    price = models.DecimalField(max_digits=17, decimal_places=2)

    class Meta:
        ordering = ["year"]
        constraints = [
            models.UniqueConstraint(fields=["good", "year"], name="a_volume_a_year"),
            models.CheckConstraint(name="a_volume_is_above_zero", condition=Q(volume__gt=0)),
            models.CheckConstraint(name="a_price_is_not_negative", condition=Q(price__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.good} {self.year}"


class Condition(models.Model):
    """A further condition of contract procurement, valued in tenge (49.2); `place` is the same in every version."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="conditions")
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=30, choices=[(k, k) for k in ConditionKind])
    text = models.TextField()
    value = models.DecimalField(max_digits=17, decimal_places=2)
    due_on = models.DateField()

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["version", "place"], name="a_condition_a_place"),
            models.CheckConstraint(name="a_condition_has_a_value", condition=Q(value__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.version}: {self.kind}"


class VersionSignature(Signature):
    """One side's signature under a version."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="signatures")
    side = models.CharField(max_length=20, choices=[(s, s) for s in Side])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "side"], name="a_side_signs_a_version_once")]

    def __str__(self) -> str:
        return f"{self.version} {self.side}"


class Pledge(OfContract, Dated):
    """That a lender has the contract in pledge for a time (48.1p2); only the lender releases it."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="pledges")
    lender = models.ForeignKey(Organisation, models.PROTECT, related_name="pledges")
    basis = models.CharField(_("Pledge agreement"), max_length=300)
    released_on = models.DateField(null=True)

    class Meta:
        constraints = [not_reversed("pledge_not_reversed")]


class Delivery(OfContract):
    """Goods that the supplier delivered, the day on which it said so, and what the customer did: accepted, refused, paid.

    `good` is the place of the good in the versions; what was not accepted is `volume` less `accepted`, for the reason in
    `ground`. `fault` says by whose fault; it has a meaning only where something was not accepted.
    """

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="deliveries")
    good = models.PositiveSmallIntegerField()
    delivered_on = models.DateField()
    offered_on = models.DateField()
    volume = models.DecimalField(max_digits=20, decimal_places=4)
    note = models.CharField(max_length=300, blank=True)
    accepted = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    answered_on = models.DateField(null=True)
    ground = models.TextField(blank=True)
    fault = models.CharField(max_length=12, blank=True, choices=[(f, f) for f in Fault])
    contested_because = models.TextField(blank=True)
    paid = models.DecimalField(max_digits=17, decimal_places=2, null=True)
    paid_on = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [
            models.CheckConstraint(name="a_delivery_is_above_zero", condition=Q(volume__gt=0)),
            models.CheckConstraint(
                name="no_more_is_accepted_than_delivered",
                condition=Q(accepted__isnull=True) | Q(accepted__gte=0, accepted__lte=F("volume")),
            ),
        ]
        indexes = [models.Index(fields=["contract", "delivered_on"], name="deliveries_by_day")]


class Programme(models.Model):
    """The programme to raise in-country value, as the supplier delivered it (48.5)."""

    contract = models.OneToOneField(Contract, models.PROTECT, related_name="programme")
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    delivered_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.contract}"


class ValueYear(models.Model):
    """In-country value in a calendar year, in per cent: the programme's target, and the fact once it is reported."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="years")
    year = models.PositiveSmallIntegerField()
    target = models.DecimalField(max_digits=9, decimal_places=6)
    fact = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    reported_on = models.DateField(null=True)

    class Meta:
        ordering = ["year"]
        constraints = [models.UniqueConstraint(fields=["programme", "year"], name="a_value_a_year")]

    def __str__(self) -> str:
        return f"{self.programme} {self.year}"


class Performance(OfContract):
    """What the supplier says it did of a condition, with evidence; it counts once the customer has accepted it."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="performances")
    condition = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=17, decimal_places=2)
    done_on = models.DateField()
    text = models.TextField()
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    reported_on = models.DateField()
    answered_on = models.DateField(null=True)
    remark = models.TextField(blank=True)

    class Meta:
        constraints = [models.CheckConstraint(name="a_performance_has_a_value", condition=Q(value__gt=0))]


class Penalty(OfContract):
    """A penalty claimed: by the supplier for goods not taken in a year (48.4), or by the customer for a condition (49.3).

    `sheet` shows every step of the amount as it stood on the day of the claim.
    """

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="penalties")
    claimed_by = models.CharField(max_length=20, choices=[(s, s) for s in Side])
    year = models.PositiveSmallIntegerField(null=True)
    condition = models.PositiveSmallIntegerField(null=True)
    amount = models.DecimalField(max_digits=17, decimal_places=2)
    sheet = models.JSONField()
    claimed_on = models.DateField()
    settled_on = models.DateField(null=True)
    note = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "penalties"
        constraints = [
            models.CheckConstraint(
                name="a_penalty_is_for_a_year_or_a_condition",
                condition=Q(year__isnull=False, condition__isnull=True) | Q(year__isnull=True, condition__isnull=False),
            ),
            models.CheckConstraint(name="a_penalty_is_money", condition=Q(amount__gt=0)),
        ]
