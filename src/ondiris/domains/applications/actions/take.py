"""A case officer takes a submitted application."""

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.domains.applications.flow import FLOW
from ondiris.domains.applications.models import Application
from ondiris.domains.applications.permissions import may_take


@act(FLOW, "take", _("Take the case"), Application, may_take)
def take(actor: Actor, application: Application) -> Outcome:
    """The actor becomes the case's officer."""
    application.officer = actor.user_id
    application.officer_name = actor.name
    return Outcome({"officer": actor.name})
