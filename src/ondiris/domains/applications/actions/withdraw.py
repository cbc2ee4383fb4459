"""The applicant withdraws an application."""

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.domains.applications.flow import FLOW
from ondiris.domains.applications.models import Application
from ondiris.domains.applications.permissions import may_withdraw


@act(FLOW, "withdraw", _("Withdraw the application"), Application, may_withdraw)
def withdraw(actor: Actor, application: Application, *, reason: str = "") -> Outcome:
    """Nothing more happens to it; a new application may be made."""
    return Outcome({"reason": reason.strip()})
