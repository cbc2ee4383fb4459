"""An officer draws up the agreement that a granted application leads to."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.base.errors import NotFound, NotPermitted, WrongState
from ondiris.base.numbering.next import next_number
from ondiris.domains.agreements.models import Agreement, Target, Undertaking
from ondiris.domains.agreements.permissions import may_draw
from ondiris.domains.agreements.terms import AgreementState, Track
from ondiris.domains.applications.drafts import Undertaken, undertakings_of
from ondiris.domains.applications.models import Application
from ondiris.domains.applications.permissions import visible_to
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.parties.permissions import acts_as
from ondiris.domains.parties.queries import body_with
from ondiris.domains.parties.terms import Capacity


def _undertake(agreement: Agreement, track: Track, promised: list[Undertaken]) -> None:
    for one in promised:
        made = Undertaking.objects.create(
            agreement=agreement,
            track=track,
            direction=one.direction,
            indicator=one.indicator,
            unit=one.unit,
            baseline=one.baseline,
            evidence_asked=one.evidence,
        )
        Target.objects.bulk_create(
            Target(undertaking=made, year=year, value=value) for year, value in sorted(one.targets.items())
        )


def _decided(amount: Decimal | None) -> Decimal:
    if amount is None:
        raise WrongState(_("The decision names no amount."))
    return amount


@beginning("agreement.draw", _("Draw up the agreement"), Agreement, "27.1", may_draw)
def draw(actor: Actor, *, application_number: str) -> tuple[Agreement, dict[str, Any]]:
    """An agreement with what the applicant undertook, year by year; instalments are planned next."""
    application = Application.objects.select_for_update().filter(number=application_number).first()
    if application is None or not visible_to(actor).filter(pk=application.pk).exists():
        raise NotFound
    chosen = measure(application.measure)
    if not (answer := acts_as(actor, chosen.serves, Capacity.CASE_OFFICER)):
        raise NotPermitted(answer.reason, provision="27.1")
    if application.state != ApplicationState.GRANTED:
        raise WrongState(_("An agreement follows a granted application only."), provision="27.1")
    if Agreement.objects.filter(application=application).exists():
        raise WrongState(_("The agreement for this application is already drawn up."), provision="27.1")
    authority = body_with(chosen.decides, actor.on)
    if authority is None:
        raise WrongState(_("No body holds the role that decides this measure on this day."), provision=chosen.provision)
    agreement = Agreement.objects.create(
        number=next_number(f"{chosen.prefix}-A", actor.on.year),
        state=AgreementState.DRAWN,
        application=application,
        recipient_id=application.applicant_id,
        authority=authority,
        amount=_decided(application.amount),
        drawn_on=actor.on,
    )
    _undertake(agreement, Track.OBLIGATION, undertakings_of(application, "obligations"))
    if chosen.goals_provision:
        _undertake(agreement, Track.GOAL, undertakings_of(application, "goals"))
    return agreement, {"application": application.number, "amount": agreement.amount}
