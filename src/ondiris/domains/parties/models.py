"""Who are the enterprises, the public bodies and the people who act for them, and to whom do they belong?"""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce, Lower
from django.utils.translation import gettext_lazy as _

from ondiris.base.alphabet import kazakh_order
from ondiris.base.dated import Dated, not_reversed, one_at_a_time
from ondiris.base.identifiers import trouble_with_bin
from ondiris.base.tables.taken import TakenFile
from ondiris.domains.classifiers.models import Region
from ondiris.domains.parties.terms import Capacity, Manager, OrganisationKind, Owner, Role, Size, Status


def check_bin(value: str) -> None:
    """A validator of BINs for fields and forms."""
    if trouble := trouble_with_bin(value):
        raise ValidationError(str(trouble))


class Organisation(models.Model):
    """An enterprise or a public body, known by its BIN.

    `activity` is the code of its main kind of economic activity; what the registers do not say is empty.
    """

    bin = models.CharField(_("BIN"), max_length=12, unique=True, validators=[check_bin])
    name = models.CharField(_("Name"), max_length=300)
    kind = models.CharField(max_length=20, choices=[(k, k) for k in OrganisationKind])
    region = models.ForeignKey(Region, models.PROTECT)
    activity = models.CharField(_("Main activity"), max_length=10, blank=True)
    size = models.CharField(_("Size"), max_length=10, blank=True, choices=[(s, s) for s in Size])
    registered_on = models.DateField(_("Registered on"), null=True, blank=True)
    is_operating = models.BooleanField(_("Operating"), null=True, default=None)
    words = models.GeneratedField(
        expression=SearchVector("name", config="simple"), output_field=SearchVectorField(), db_persist=True
    )
    order = models.GeneratedField(
        expression=kazakh_order("name"), output_field=models.CharField(max_length=300), db_persist=True
    )

    class Meta:
        indexes = [
            models.Index(fields=["kind", "order", "bin"], name="organisations_by_name"),
            GinIndex(fields=["words"], name="organisations_by_word"),
            models.Index(OpClass("bin", name="text_pattern_ops"), name="organisations_by_bin_start"),
        ]

    def __str__(self) -> str:
        return self.name


class BodyRole(Dated):
    """A role that the law gives to a public body, for a time."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="body_roles")
    role = models.CharField(max_length=40, choices=[(r, r) for r in Role])

    class Meta:
        constraints = [not_reversed("body_role_not_reversed")]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.role}"


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person who signs in."""

    email = models.EmailField(_("E-mail"), unique=True)
    name = models.CharField(_("Name"), max_length=200)
    is_active = models.BooleanField(default=True)
    language = models.CharField(_("Language of letters"), max_length=2, default="kk")

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="an_email_is_one_persons")]

    USERNAME_FIELD = "email"
    objects = UserManager()

    def __str__(self) -> str:
        return self.name


class Mandate(Dated):
    """The right of a person to act for an organisation in one capacity, with dates."""

    user = models.ForeignKey(User, models.PROTECT, related_name="mandates")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="mandates")
    capacity = models.CharField(max_length=20, choices=[(c, c) for c in Capacity])

    class Meta:
        constraints = [not_reversed("mandate_not_reversed")]
        indexes = [models.Index(fields=["organisation", "capacity"], name="mandates_of_organisation")]

    def __str__(self) -> str:
        return f"{self.user} for {self.organisation}: {self.capacity}"


class Delegation(Dated):
    """A mandate lent to another person of the organisation for an absence."""

    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="delegations")
    deputy = models.ForeignKey(User, models.PROTECT, related_name="delegations")

    class Meta:
        constraints = [not_reversed("delegation_not_reversed"), one_at_a_time("one_deputy_at_a_time", "mandate_id")]

    def __str__(self) -> str:
        return f"{self.deputy} deputises in {self.mandate}"


class ApiKey(Dated):
    """A key by which a program acts as a person for an organisation; of its secret only the SHA-256 is kept."""

    user = models.ForeignKey(User, models.PROTECT, related_name="api_keys")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="api_keys")
    label = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        constraints = [not_reversed("api_key_not_reversed")]

    def __str__(self) -> str:
        return self.label


class Shareholding(Dated):
    """A parcel of voting shares (interests in the capital) of `held`, in per cent of all of them.

    It belongs to an organisation, to the State or to others, and may be in the trust management of an organisation.
    The database also refuses parcels of one organisation that come to more than 100 % on a day.
    """

    held = models.ForeignKey(Organisation, models.PROTECT, related_name="holders")
    owner_kind = models.CharField(max_length=12, choices=[(o, o) for o in Owner])
    owner = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="holdings")
    manager = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="managed_holdings")
    share = models.DecimalField(_("Share"), max_digits=9, decimal_places=6)
    owner_key = models.GeneratedField(
        expression=Case(
            When(owner_kind=Owner.STATE, then=-1),
            When(owner_kind=Owner.OTHER, then=-2),
            default=F("owner_id"),
            output_field=models.BigIntegerField(),
        ),
        output_field=models.BigIntegerField(),
        db_persist=True,
    )
    manager_key = models.GeneratedField(
        expression=Coalesce("manager_id", Value(0), output_field=models.BigIntegerField()),
        output_field=models.BigIntegerField(),
        db_persist=True,
    )

    class Meta:
        constraints = [
            not_reversed("shareholding_not_reversed"),
            models.CheckConstraint(name="a_share_is_of_a_hundred", condition=Q(share__gt=0, share__lte=100)),
            models.CheckConstraint(
                name="an_owner_is_named_or_is_none",
                condition=Q(owner_kind=Owner.ORGANISATION, owner__isnull=False)
                | Q(owner_kind__in=[Owner.STATE, Owner.OTHER], owner__isnull=True),
            ),
            models.CheckConstraint(name="nobody_holds_itself", condition=~Q(owner=F("held")) & ~Q(manager=F("held"))),
            models.CheckConstraint(name="an_owner_is_no_trustee_of_its_own", condition=~Q(owner=F("manager"))),
            one_at_a_time("one_parcel_of_a_kind_at_a_time", "held_id", "owner_key", "manager_key"),
        ]

    def __str__(self) -> str:
        return f"{self.share} % of {self.held}: {self.owner or self.owner_kind}"


class OrganisationStatus(Dated):
    """What an organisation is in the words of 46.2, for a time; `basis` names the act or licence that says so."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="statuses")
    status = models.CharField(max_length=40, choices=[(s, s) for s in Status])
    basis = models.CharField(_("Basis"), max_length=300)

    class Meta:
        constraints = [
            not_reversed("status_not_reversed"),
            *(one_at_a_time(f"once_{status}", "organisation_id", when=Q(status=status)) for status in Status),
            one_at_a_time("one_national_welfare_fund", when=Q(status=Status.NATIONAL_WELFARE_FUND)),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.status}"


class TrustManagement(Dated):
    """An organisation is in somebody's trust management; `buys_later` None where nobody knows of such a right."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="trusts")
    manager_kind = models.CharField(max_length=20, choices=[(m, m) for m in Manager])
    buys_later = models.BooleanField(null=True)
    basis = models.CharField(_("Basis"), max_length=300)

    class Meta:
        constraints = [
            not_reversed("trust_management_not_reversed"),
            one_at_a_time("one_trust_management_at_a_time", "organisation_id"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} in trust: {self.manager_kind}"


class SharesFile(TakenFile):
    """A file of shareholdings that was taken in."""
