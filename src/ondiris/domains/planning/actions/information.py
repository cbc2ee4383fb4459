"""The institute and the authorities for subsoil send what they found of the customers' needs. (47.1)"""

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count, Q, Sum
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.base.errors import BadInput, Text, WrongState
from ondiris.base.journal.write import plain
from ondiris.domains.calendar.doing import done_by_act
from ondiris.domains.planning.models import Information, Need
from ondiris.domains.planning.permissions import may_inform
from ondiris.domains.planning.queries import INFORMED
from ondiris.domains.planning.terms import NeedKind, Subject

FIRST_YEAR = 2022  # the law is in force from 8 January 2022


def trouble_with_year(year: int, actor: Actor) -> Text | None:
    """Why there is no list of a year, or none yet; None where there may be."""
    if year < FIRST_YEAR:
        return _("The law has been in force since 2022.")
    return _("This year has not begun.") if year > actor.on.year else None


def needs_of(year: int) -> dict[str, Any]:
    """The needs that a list of the year rests on, in figures: rows, customers, goods by code, and tenge.

    Plans of the year and of later ones; `reported` is what was bought in the year before, in tenge.
    """
    plan = Q(kind=NeedKind.PLAN, year__gte=year)
    return Need.objects.aggregate(
        rows=Count("pk", filter=plan),
        customers=Count("customer", distinct=True, filter=plan),
        goods=Count("code", distinct=True, filter=plan & Q(subject=Subject.GOOD)),
        money=Sum("amount", filter=plan, default=0),
        reported=Sum("amount", filter=Q(kind=NeedKind.REPORT, year=year - 1), default=0),
    )


@beginning("information.send", _("Send the information on purchases"), Information, "47.1", may_inform)
def send_information(actor: Actor, *, year: int, text: str = "") -> tuple[Information, dict[str, Any]]:
    """What a body found of the needs of a year, with their figures of this day; once a body. BadInput for the year."""
    if trouble := trouble_with_year(year, actor):
        raise BadInput({"year": trouble})
    summary = plain(needs_of(year))
    if not summary["rows"] and not text.strip():
        raise BadInput({"text": _("No plan of this year or a later one is recorded. Say what you found.")})
    try:
        with transaction.atomic():
            sent = Information.objects.create(
                year=year,
                organisation_id=actor.organisation_id,
                sent_on=actor.on,
                text=text.strip(),
                summary=summary,
            )
    except IntegrityError:
        raise WrongState(_("Your body has sent its information of this year already."), provision="47.1") from None
    done_by_act(actor, INFORMED, year, str(_("Information on purchases, %(year)d") % {"year": year}))
    return sent, {"year": year, "text": sent.text, **summary}
