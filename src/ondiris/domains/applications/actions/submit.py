"""The applicant submits a complete draft."""

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.base.errors import BadInput
from ondiris.domains.applications.completeness import missing
from ondiris.domains.applications.drafts import requested_amount
from ondiris.domains.applications.flow import FLOW
from ondiris.domains.applications.models import Application
from ondiris.domains.applications.permissions import may_submit


@act(FLOW, "submit", _("Submit the application"), Application, may_submit)
def submit(actor: Actor, application: Application) -> Outcome:
    """Hand the application in. BadInput names what is missing; meeting the conditions is not asked here."""
    gaps = missing(application)
    if gaps:
        raise BadInput({gap.key: gap.text for gap in gaps})
    application.submitted_on = actor.on
    application.amount = requested_amount(application)
    return Outcome({"answers": application.answers, "amount": application.amount})
