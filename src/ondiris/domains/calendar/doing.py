"""How is a duty marked as done by the very act that does it?"""

from ondiris.base.actors import Actor
from ondiris.base.numbering.next import next_number
from ondiris.domains.calendar import queries
from ondiris.domains.calendar.models import Mark
from ondiris.domains.calendar.terms import MarkState
from ondiris.domains.parties.models import Organisation


def done_by_act(actor: Actor, deadline: str, year: int, handed_over: str) -> None:
    """Mark a yearly duty of the actor's body as done today, inside the act that did it; the journal's line is the act's.

    Nothing where the body has no such duty of that year, or it is marked already: by hand, or by an earlier act.
    """
    body = Organisation.objects.get(pk=actor.organisation_id)
    duty = queries.duty(body, deadline, str(year), actor.on)
    if duty is None or duty.mark is not None:
        return
    mark = Mark(
        number=next_number("MARK", actor.on.year),
        state=MarkState.STANDS,
        deadline=deadline,
        period=str(year),
        organisation=body,
        done_on=actor.on,
        handed_over=handed_over,
        marked_by_name=actor.name,
        marked_on=actor.on,
    )
    Mark.objects.bulk_create([mark], ignore_conflicts=True)  # somebody may be marking it by hand at this moment
