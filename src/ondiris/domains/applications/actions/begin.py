"""An enterprise begins an application."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.base.numbering.next import next_number
from ondiris.domains.applications.models import Application
from ondiris.domains.applications.permissions import may_begin
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.measures.catalogue import measure


@beginning("application.begin", _("Begin an application"), Application, "25.8", may_begin)
def begin(actor: Actor, *, measure_name: str) -> tuple[Application, dict[str, Any]]:
    """A draft for the actor's enterprise. KeyError for a measure that is not in the catalogue."""
    chosen = measure(measure_name)
    application = Application.objects.create(
        number=next_number(chosen.prefix, actor.on.year),
        state=ApplicationState.DRAFT,
        measure=chosen.name,
        applicant_id=actor.organisation_id,
        begun_on=actor.on,
    )
    return application, {"measure": chosen.name}
