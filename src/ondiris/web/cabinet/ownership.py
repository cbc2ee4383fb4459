"""What is recorded of our holders, are we a customer under 46.2, why, and how is a mistake mended?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ondiris.domains.parties.models import Organisation, Shareholding
from ondiris.domains.parties.queries import body_with
from ondiris.domains.parties.terms import Role
from ondiris.web.acting import ActedRequest, for_enterprises
from ondiris.web.showing.customers import asked, for_everybody, share_text
from ondiris.web.showing.ownership import force_tag, holder_words, status_words, trust_words
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Tag

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Fact:
    """One dated fact: its words, of a holder the share, its days and whether it holds on the day asked."""

    words: str
    share: str
    days: str
    tag: Tag


@for_enterprises
def ownership(request: ActedRequest) -> HttpResponse:
    """The enterprise's own holders as recorded, and its standing under 46.2 as everybody sees it."""
    organisation = Organisation.objects.get(pk=request.actor.organisation_id)
    form, standing = asked(organisation, request.GET, request.day)
    holders = list(organisation.holders.select_related("owner", "manager").order_by("-valid_from", "-share", "pk"))
    statuses = organisation.statuses.order_by("-valid_from", "pk")
    trusts = organisation.trusts.order_by("-valid_from", "pk")
    on = standing.on
    unrecorded = HUNDRED - sum((row.share for row in holders if _holds(row, on)), Decimal(0))
    context = {
        "organisation": organisation,
        "form": form,
        "shown": for_everybody(standing),
        "unrecorded": share_text(unrecorded) if unrecorded else "",
        "tables": [
            (_("Who holds our voting shares"), _facts(holders, on, holder_words), True),
            (_("Statuses of article 46"), _facts(statuses, on, status_words), False),
            (_("Trust management"), _facts(trusts, on, trust_words), False),
        ],
        "authority": body_with(Role.INDUSTRY_AUTHORITY, request.day),
    }
    return render(request, "cabinet/ownership.html", context)


def _facts(rows: Iterable[Any], on: date, words: Callable[[Any], str]) -> list[Fact]:
    return [
        Fact(
            words(row),
            share_text(row.share) if isinstance(row, Shareholding) else "",
            figures.period(row.valid_from, row.valid_to),
            force_tag(row, on),
        )
        for row in rows
    ]


def _holds(row: Shareholding, on: date) -> bool:
    return row.valid_from <= on and (row.valid_to is None or on < row.valid_to)
