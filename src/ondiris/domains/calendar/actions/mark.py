"""A body says that it did what was due, and takes a mistaken mark back."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act, beginning
from ondiris.base.errors import BadInput, NotFound, Text, WrongState
from ondiris.base.lines import trouble_with_line
from ondiris.base.numbering.next import next_number
from ondiris.domains.calendar import queries
from ondiris.domains.calendar.flow import MARK
from ondiris.domains.calendar.models import Mark
from ondiris.domains.calendar.permissions import may_mark, may_take_back
from ondiris.domains.calendar.terms import MarkState
from ondiris.domains.documents.keeping import Upload, keep
from ondiris.domains.parties.models import Organisation
from ondiris.law.deadlines import deadlines

MARKED = _("This is marked as done already. Look at it as it is now.")


def _provision(mark: Mark) -> str:
    return str(deadlines()[mark.deadline].provision)


@beginning("mark.make", _("Mark a duty as done"), Mark, "", may_mark, cites=_provision)
def mark_done(
    actor: Actor, *, deadline: str, period: str, done_on: date, handed_over: str, upload: Upload | None = None
) -> tuple[Mark, dict[str, Any]]:
    """A duty of the actor's own body, done on a day; what was handed over is said. BadInput names what is wrong."""
    body = Organisation.objects.get(pk=actor.organisation_id)
    duty = queries.duty(body, deadline, period, actor.on)
    if duty is None:
        raise NotFound
    wrong: dict[str, Text] = {}
    if done_on > actor.on:
        wrong["done_on"] = _("This day is still ahead.")
    if done_on < duty.occurrence.opens_on:
        wrong["done_on"] = _("This could not be done before its period began.")
    if trouble := trouble_with_line(handed_over, 300, _("Say what was handed over or done, with its number.")):
        wrong["handed_over"] = trouble
    if wrong:
        raise BadInput(wrong)
    try:
        with transaction.atomic():
            mark = Mark.objects.create(
                number=next_number("MARK", actor.on.year),
                state=MarkState.STANDS,
                deadline=deadline,
                period=period,
                organisation=body,
                done_on=done_on,
                handed_over=handed_over.strip(),
                document=keep(actor, upload) if upload else None,
                marked_by_name=actor.name,
                marked_on=actor.on,
            )
    except IntegrityError:
        raise WrongState(MARKED, provision=str(duty.deadline.provision)) from None
    return mark, {
        "deadline": deadline,
        "period": period,
        "done_on": done_on,
        "last_day": duty.last_day,
        "handed_over": mark.handed_over,
        "document": mark.document.number if mark.document else "",
    }


@act(MARK, "take_back", _("Take the mark back"), Mark, may_take_back)
def take_back(actor: Actor, mark: Mark, *, reason: str) -> Outcome:
    """The duty stands again as if it had not been marked; the mark is kept with the reason."""
    if trouble := trouble_with_line(reason, 300):
        raise BadInput({"reason": trouble})
    mark.reason = reason.strip()
    evidence = {"deadline": mark.deadline, "period": mark.period, "done_on": mark.done_on, "reason": mark.reason}
    return Outcome(evidence, provision=_provision(mark))
