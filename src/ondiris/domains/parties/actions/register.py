"""An official enters an enterprise in the register."""

import re
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.base.errors import BadInput, Text
from ondiris.base.identifiers import trouble_with_bin
from ondiris.base.lines import trouble_with_line
from ondiris.domains.classifiers.models import Region
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.permissions import may_register
from ondiris.domains.parties.terms import OrganisationKind

_ACTIVITY = re.compile(r"\d\d[\d.]*", re.ASCII)


@beginning("organisation.register", _("Register an enterprise"), Organisation, "", may_register)
def register(
    actor: Actor,
    *,
    bin: str,
    name: str,
    region: Region,
    activity: str = "",
    size: str = "",
    registered_on: date | None = None,
    is_operating: bool | None = None,
) -> tuple[Organisation, dict[str, Any]]:
    """An enterprise under its BIN; what its papers do not say stays empty. BadInput names what is wrong."""
    wrong: dict[str, Text] = {}
    bin, activity = bin.strip(), activity.strip()
    if trouble := trouble_with_bin(bin):
        wrong["bin"] = trouble
    if trouble := trouble_with_line(name, 300):
        wrong["name"] = trouble
    if activity and not (len(activity) <= 10 and _ACTIVITY.fullmatch(activity)):
        wrong["activity"] = _("A code of activity begins with two digits, for example 28 or 28.30.")
    if registered_on is not None and registered_on > actor.on:
        wrong["registered_on"] = _("This day is still ahead.")
    if wrong:
        raise BadInput(wrong)
    try:
        with transaction.atomic():
            enterprise = Organisation.objects.create(
                bin=bin,
                name=" ".join(name.split()),
                kind=OrganisationKind.ENTERPRISE,
                region=region,
                activity=activity,
                size=size,
                registered_on=registered_on,
                is_operating=is_operating,
            )
    except IntegrityError:
        raise BadInput({"bin": _("An organisation with this BIN is already registered.")}) from None
    return enterprise, {
        "bin": bin,
        "name": enterprise.name,
        "region": region.code,
        "activity": activity,
        "size": size,
        "registered_on": registered_on,
        "is_operating": is_operating,
    }
