"""A keeper says that a measure's configuration is right under a change of the law."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.base.errors import NotFound, WrongState
from ondiris.base.lines import said
from ondiris.domains.legislation.models import AmendingAct, LawChange
from ondiris.domains.legislation.permissions import may_enter
from ondiris.domains.legislation.terms import AmendmentState
from ondiris.domains.measures.changes import touches
from ondiris.domains.measures.models import Review


@beginning("amendment.review", _("Mark the change as reviewed"), AmendingAct, "2.1", may_enter)
def review(actor: Actor, *, key: int, measure: str, reason: str) -> tuple[AmendingAct, dict[str, Any]]:
    """The warning goes for this measure. NotFound for a change that does not touch it, BadInput without a reason.

    WrongState where the change was marked as reviewed before.
    """
    change = LawChange.objects.select_for_update().filter(pk=key, act__state=AmendmentState.CONFIRMED).first()
    touch = next((one for one in touches() if change and (one.change.pk, one.measure.name) == (key, measure)), None)
    if touch is None or change is None:
        raise NotFound
    if touch.review is not None:
        raise WrongState(_("This change was marked as reviewed before."))
    kept = Review.objects.create(
        change=change,
        measure=measure,
        reason=said("reason", reason),
        reviewed_by_name=actor.name,
        reviewed_on=actor.on,
    )
    return change.act, {"provision": change.provision, "measure": measure, "reason": kept.reason}
