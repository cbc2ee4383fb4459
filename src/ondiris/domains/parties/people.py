"""Which person is meant by an e-mail, who may act for an organisation, and may that person sign in yet?"""

from datetime import date

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ondiris.base.errors import BadInput, Text
from ondiris.base.lines import trouble_with_line
from ondiris.domains.parties.models import Delegation, Mandate, Organisation, User
from ondiris.domains.parties.terms import Capacity


def not_ended(on: date) -> Q:
    """The condition that a dated row holds on a day or later, for querysets."""
    return Q(valid_to__isnull=True) | Q(valid_to__gt=on)


def mandates_at(organisation: Organisation, on: date) -> QuerySet[Mandate]:
    """The organisation's mandates that have not ended on a day, with their people and those who stand in."""
    lent = Delegation.objects.filter(not_ended(on)).select_related("deputy").order_by("valid_from")
    return (
        Mandate.objects.filter(not_ended(on), organisation=organisation)
        .select_related("user", "organisation")
        .prefetch_related(Prefetch("delegations", lent))
        .order_by("user__name", "user", "capacity", "valid_from")
    )


def has_signatory(organisation: Organisation, on: date) -> bool:
    """Whether somebody who can sign in has a mandate to sign for the organisation, on a day or later."""
    signatories = Mandate.objects.filter(not_ended(on), organisation=organisation, capacity=Capacity.SIGNATORY)
    no_password = Q(user__password="") | Q(user__password__startswith=UNUSABLE_PASSWORD_PREFIX)
    return signatories.filter(user__is_active=True).exclude(no_password).exists()


def people_found(typed: str) -> QuerySet[User]:
    """Those whose e-mail it is, or whose name has the words typed, in their order."""
    return User.objects.filter(Q(email__iexact=typed) | Q(name__icontains=typed))


def person_by(email: str, name: str) -> User:
    """The person of this e-mail, not saved yet where new, without a password. BadInput where a new one has no name."""
    email = email.strip().lower()
    known = User.objects.filter(email__iexact=email).first()
    if known is not None:
        return known
    wrong: dict[str, Text] = {}
    try:
        validate_email(email)
    except ValidationError:
        wrong["email"] = _("This is not an e-mail address.")
    if trouble := trouble_with_line(name, 200, _("This person is new here: write their name.")):
        wrong["name"] = trouble
    if wrong:
        raise BadInput(wrong)
    person = User(email=email, name=" ".join(name.split()))
    person.set_unusable_password()
    return person
