"""The applicant saves a part of the draft; saving never refuses for being incomplete."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.domains.applications.flow import FLOW
from ondiris.domains.applications.models import Application
from ondiris.domains.applications.permissions import may_save


@act(FLOW, "save", _("Save the draft"), Application, may_save)
def save(actor: Actor, application: Application, *, answers: Mapping[str, Any]) -> Outcome:
    """Lay the given answers over those kept; each is text as typed, or a list of rows."""
    application.answers = {**application.answers, **answers}
    return Outcome({"saved": sorted(answers)})
