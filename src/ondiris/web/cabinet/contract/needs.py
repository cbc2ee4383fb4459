"""Which contracts wait for the organisation now, and for what?"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer
from ondiris.domains.contracts.models import Contract, Delivery, Penalty, Performance, ValueYear, Version
from ondiris.domains.contracts.terms import (
    ContractState,
    DeliveryState,
    PenaltyState,
    PerformanceState,
    Side,
    VersionState,
)
from ondiris.domains.parties.permissions import holds
from ondiris.domains.parties.terms import Capacity
from ondiris.domains.planning.terms import ContractKind
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Colour, Tag, Task


def contract_needs(actor: Actor, on: date) -> list[Task]:
    """What waits under contracts: signatures, changes, deliveries, programmes, conditions, penalties; eight queries."""
    return [
        *_to_sign(actor),
        *_changes(actor),
        *_deliveries(actor),
        *_programmes(actor, on),
        *_values(actor, on),
        *_performances(actor),
        *_penalties(actor),
    ]


def _to_sign(actor: Actor) -> Iterator[Task]:
    organisation = actor.organisation_id
    waiting = Contract.objects.filter(state=ContractState.OFFERED, supplier=organisation) | Contract.objects.filter(
        state=ContractState.SIGNED_BY_SUPPLIER, customer=organisation
    )
    for one in waiting.order_by("pk"):
        yield _task(
            _("Sign contract %(number)s") % {"number": one.number},
            Tag(_("Sign"), Colour.YELLOW),
            reverse("cabinet:sign-contract", args=[one.number]),
            one.title,
            holds(actor, Capacity.SIGNATORY),
        )


def _changes(actor: Actor) -> Iterator[Task]:
    organisation = actor.organisation_id
    proposed = Version.objects.filter(state=VersionState.PROPOSED).select_related("contract")
    mine = proposed.filter(proposed_by=Side.CUSTOMER, contract__supplier=organisation) | proposed.filter(
        proposed_by=Side.SUPPLIER, contract__customer=organisation
    )
    for one in mine.order_by("pk"):
        yield _task(
            _("Answer the change proposed to contract %(number)s") % {"number": one.contract.number},
            Tag(_("Answer"), Colour.YELLOW),
            reverse("cabinet:contract-version", args=[one.contract.number, one.place]),
            _("Proposed on %(day)s.") % {"day": figures.day(one.proposed_on)},
            holds(actor, Capacity.SIGNATORY),
        )


def _deliveries(actor: Actor) -> Iterator[Task]:
    waiting = Delivery.objects.filter(
        contract__customer=actor.organisation_id, state__in=[DeliveryState.OFFERED, DeliveryState.ACCEPTED]
    )
    counted = Counter(waiting.order_by("contract").values_list("contract__number", "state"))
    sentences = {
        DeliveryState.OFFERED: (
            _("Accept or refuse deliveries under contract %(number)s: %(count)d"),
            Tag(_("Answer"), Colour.YELLOW),
        ),
        DeliveryState.ACCEPTED: (
            _("Pay accepted deliveries under contract %(number)s: %(count)d"),
            Tag(_("Pay"), Colour.YELLOW),
        ),
    }
    for (number, state), count in counted.items():
        sentence, tag = sentences[DeliveryState(state)]
        yield _task(
            sentence % {"number": number, "count": count},
            tag,
            reverse("cabinet:deliveries", args=[number]),
            "",
            holds(actor, Capacity.APPLICANT),
        )


def _programmes(actor: Actor, on: date) -> Iterator[Task]:
    due = Version.objects.filter(
        state=VersionState.IN_FORCE,
        contract__state=ContractState.IN_FORCE,
        contract__kind=ContractKind.OFFTAKE,
        contract__source="",  # what was concluded elsewhere is followed there
        contract__supplier=actor.organisation_id,
        contract__programme=None,
        programme_due_on__isnull=False,
    )
    for one in due.select_related("contract").order_by("programme_due_on"):
        late = one.programme_due_on is not None and one.programme_due_on < on
        yield _task(
            _("Hand over the programme of in-country value under contract %(number)s")
            % {"number": one.contract.number},
            Tag(_("Late"), Colour.RED) if late else Tag(_("Due"), Colour.YELLOW),
            reverse("cabinet:deliver-programme", args=[one.contract.number]),
            _("Due until %(day)s.") % {"day": figures.day(one.programme_due_on)},
            holds(actor, Capacity.APPLICANT),
        )


def _values(actor: Actor, on: date) -> Iterator[Task]:
    due = ValueYear.objects.filter(
        programme__contract__supplier=actor.organisation_id, fact__isnull=True, year__lt=on.year
    ).annotate(number=F("programme__contract__number"))
    for one in due.order_by("year", "pk"):
        yield _task(
            _("Report in-country value of %(year)d under contract %(number)s")
            % {"year": one.year, "number": one.number},
            Tag(_("Report"), Colour.YELLOW),
            reverse("cabinet:report-value", args=[one.number, one.year]),
            "",
            holds(actor, Capacity.APPLICANT),
        )


def _performances(actor: Actor) -> Iterator[Task]:
    reported = Performance.objects.filter(
        contract__customer=actor.organisation_id, state=PerformanceState.REPORTED
    ).select_related("contract")
    for one in reported.order_by("pk"):
        yield _task(
            _("Answer a report on a condition of contract %(number)s") % {"number": one.contract.number},
            Tag(_("Answer"), Colour.YELLOW),
            reverse("cabinet:performance", args=[one.number]),
            figures.tenge(one.value),
            holds(actor, Capacity.APPLICANT),
        )


def _penalties(actor: Actor) -> Iterator[Task]:
    claimed = Penalty.objects.filter(state=PenaltyState.CLAIMED).select_related("contract")
    owed = claimed.filter(claimed_by=Side.SUPPLIER, contract__customer=actor.organisation_id) | claimed.filter(
        claimed_by=Side.CUSTOMER, contract__supplier=actor.organisation_id
    )
    for one in owed.order_by("pk"):
        yield Task(
            _("Pay a penalty of %(amount)s under contract %(number)s")
            % {"amount": figures.tenge(one.amount), "number": one.contract.number},
            Tag(_("Claimed"), Colour.RED),
            reverse("cabinet:penalty", args=[one.number]),
            _("Claimed on %(day)s.") % {"day": figures.day(one.claimed_on)},
        )


def _task(label: str, tag: Tag, url: str, hint: str, may: Answer) -> Task:
    """A task; where somebody else of the organisation has to do it, why."""
    return Task(label, tag, url, hint if may else f"{hint} {may.reason}".strip())
