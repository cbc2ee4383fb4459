"""The officer establishes a fact that the law leaves to an official's judgement."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.domains.applications.drafts import typed
from ondiris.domains.applications.flow import FLOW
from ondiris.domains.applications.models import Application, Established
from ondiris.domains.applications.permissions import may_establish
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.measures.catalogue import measure


@act(FLOW, "establish", _("Establish a fact"), Application, may_establish)
def establish(actor: Actor, application: Application, *, fact: str, value: Any, note: str = "") -> Outcome:
    """Record what the official found, with the reasons. BadInput for a fact that officials do not state."""
    facts = measure(application.measure).facts
    found = typed(facts, fact, value, stated_by="official")
    kept = facts.facts[fact].type.encode(found)
    Established.objects.create(
        application=application, fact=fact, value=kept, note=note, by=actor.user_id, by_name=actor.name, on=actor.on
    )
    return Outcome({"fact": fact, "value": kept, "note": note}, to=ApplicationState(application.state))
