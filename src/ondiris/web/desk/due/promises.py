"""Which agreements, reports, payments and demands wait for this official?"""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.agreements.actions.pay import pay
from ondiris.domains.agreements.actions.plan import offer
from ondiris.domains.agreements.actions.report import accept_report
from ondiris.domains.agreements.actions.sign import sign
from ondiris.domains.agreements.models import Agreement, Instalment, Report, Target
from ondiris.domains.agreements.permissions import visible_to
from ondiris.domains.agreements.queries import reports_due
from ondiris.domains.agreements.terms import AgreementState, ReportState, Track
from ondiris.domains.parties.terms import Capacity
from ondiris.domains.recovery import permissions as recovery
from ondiris.domains.recovery.actions.claim import demand, receive
from ondiris.domains.recovery.actions.close import close
from ondiris.domains.recovery.models import Claim
from ondiris.domains.recovery.terms import ClaimState
from ondiris.web.desk.due.cases import decided, served
from ondiris.web.desk.due.parts import MOST, Due, Row, days_since, due, newest_entry, some
from ondiris.web.ui import figures


def promises_due(actor: Actor) -> Iterator[Due]:
    """What waits among agreements and demands, capacity by capacity."""
    if Capacity.CASE_OFFICER in actor.capacities:
        yield _to_offer(actor)
    if Capacity.SIGNATORY in actor.capacities:
        yield _to_sign(actor)
    if Capacity.TREASURER in actor.capacities:
        yield _to_pay(actor)
        yield _to_receive(actor)
    if Capacity.MONITOR in actor.capacities:
        yield from _for_monitors(actor)
    if Capacity.DECISION_MAKER in actor.capacities:
        yield _to_demand(actor)


def _agreements(actor: Actor, names: list[str], *states: AgreementState) -> QuerySet[Agreement]:
    rows = visible_to(actor).filter(application__measure__in=names, state__in=states)
    return rows.select_related("recipient").annotate(since=newest_entry("agreement", "on")).order_by("pk")


def _row(agreement: Agreement, actor: Actor, note: str = "") -> Row:
    url = reverse("desk:agreement", args=[agreement.number])
    return Row(agreement.number, url, agreement.recipient.name, days_since(_since(agreement), actor.on), note)


def _since(thing: Model) -> date | None:
    day: date | None = getattr(thing, "since", None)
    return day


def _list_url(state: AgreementState) -> str:
    return f"{reverse('desk:agreements')}?state={state}"


def _to_offer(actor: Actor) -> Due:
    rows = some(_agreements(actor, served(actor), AgreementState.DRAWN))
    return due(
        _("Agreements to plan and offer"),
        offer.provision,
        _("Days since the last step"),
        [_row(one, actor, figures.tenge(one.amount)) for one in rows],
        _list_url(AgreementState.DRAWN),
    )


def _to_sign(actor: Actor) -> Due:
    rows = some(_agreements(actor, decided(actor), AgreementState.SIGNED_BY_RECIPIENT))
    return due(
        _("Agreements to sign for the State"),
        sign.provision,
        _("Days since the recipient signed"),
        [_row(one, actor, figures.tenge(one.amount)) for one in rows],
        _list_url(AgreementState.SIGNED_BY_RECIPIENT),
    )


def _to_pay(actor: Actor) -> Due:
    live = visible_to(actor).filter(application__measure__in=served(actor), state=AgreementState.IN_FORCE)
    unpaid = Instalment.objects.filter(agreement__in=live, transfer=None, due_on__lte=actor.on)
    earlier = Instalment.objects.filter(agreement=OuterRef("agreement"), transfer=None, place__lt=OuterRef("place"))
    first = unpaid.filter(~Exists(earlier)).select_related("agreement__recipient").order_by("due_on", "pk")
    rows = [
        Row(
            one.agreement.number,
            reverse("desk:agreement", args=[one.agreement.number]),
            one.agreement.recipient.name,
            days_since(one.due_on, actor.on),
            _("Instalment %(place)d: %(amount)s") % {"place": one.place, "amount": figures.tenge(one.amount)},
        )
        for one in some(first)
    ]
    return due(_("Instalments to pay"), pay.provision, _("Days since it fell due"), rows)


def _claims(actor: Actor, names: list[str], state: ClaimState) -> QuerySet[Claim]:
    rows = recovery.visible_to(actor).filter(agreement__application__measure__in=names, state=state)
    return rows.select_related("agreement__recipient").annotate(since=newest_entry("claim", "on")).order_by("pk")


def _claim_row(claim: Claim, actor: Actor, note: str) -> Row:
    url = reverse("desk:claim", args=[claim.number])
    return Row(claim.number, url, claim.agreement.recipient.name, days_since(_since(claim), actor.on), note)


def _to_receive(actor: Actor) -> Due:
    rows = [
        _claim_row(
            one, actor, _("%(amount)s still to come back") % {"amount": figures.tenge(one.amount - one.returned)}
        )
        for one in some(_claims(actor, served(actor), ClaimState.DEMANDED))
    ]
    return due(_("Money asked back"), receive.provision, _("Days since the last step"), rows)


def _to_demand(actor: Actor) -> Due:
    drawn = _claims(actor, decided(actor), ClaimState.DRAWN).exclude(drawn_by=actor.user_id)
    rows = [
        _claim_row(
            one,
            actor,
            _("%(amount)s, drawn up by %(name)s") % {"amount": figures.tenge(one.amount), "name": one.drawn_by_name},
        )
        for one in some(drawn)
    ]
    return due(_("Demands to decide"), demand.provision, _("Days since it was drawn up"), rows)


def _for_monitors(actor: Actor) -> Iterator[Due]:
    mine = visible_to(actor).filter(application__measure__in=served(actor))
    yield _to_judge(actor, mine)
    yield _late(actor, mine)
    yield _short(actor)
    yield _noticed(actor)
    yield _to_close(actor)


def _to_judge(actor: Actor, mine: QuerySet[Agreement]) -> Due:
    handed_in = Report.objects.filter(agreement__in=mine, state=ReportState.SUBMITTED)
    rows = [
        Row(
            one.number,
            reverse("desk:report", args=[one.number]),
            one.agreement.recipient.name,
            days_since(one.submitted_on, actor.on),
            _("Report for %(year)d under %(agreement)s") % {"year": one.year, "agreement": one.agreement.number},
        )
        for one in some(handed_in.select_related("agreement__recipient").order_by("submitted_on", "pk"))
    ]
    return due(_("Reports to judge"), accept_report.provision, _("Days since it was handed in"), rows)


def _late(actor: Actor, mine: QuerySet[Agreement]) -> Due:
    """Years that are over and not reported; the law sets no day for reports, so lateness counts from the year's end."""
    late = [one for one in reports_due(mine, actor.on, MOST + 1) if one.year < actor.on.year]
    names = dict(mine.filter(number__in=[one.agreement for one in late]).values_list("number", "recipient__name"))
    rows = [
        Row(
            one.agreement,
            reverse("desk:agreement", args=[one.agreement]),
            names[one.agreement],
            days_since(date(one.year + 1, 1, 1), actor.on),
            _("Report for %(year)d is missing") % {"year": one.year},
        )
        for one in late
    ]
    return due(_("Late reports"), "27.1", _("Days since the year ended"), rows)


def _missed(on: int) -> QuerySet[Target]:
    """Targets of counter-obligations, of years that are over, that an accepted report shows as not reached."""
    return Target.objects.filter(
        undertaking__agreement=OuterRef("pk"),
        undertaking__track=Track.OBLIGATION,
        year__lt=on,
        reached__value__lt=F("value"),
    )


def _short(actor: Actor) -> Due:
    live = _agreements(actor, served(actor), AgreementState.IN_FORCE).filter(Exists(_missed(actor.on.year)))
    settled = Claim.objects.filter(agreement=OuterRef("pk"), state=ClaimState.RETURNED)
    rows = some(live.filter(~Exists(settled)))
    return due(
        _("Shortfalls: decide on a notice"),
        give_notice.provision,
        _("Days since the last step"),
        [_row(one, actor, _("A target was not reached")) for one in rows],
    )


def _noticed(actor: Actor) -> Due:
    claimed = Claim.objects.filter(agreement=OuterRef("pk")).exclude(state=ClaimState.DROPPED)
    waiting = _agreements(actor, served(actor), AgreementState.NOTICED).filter(~Exists(claimed))
    return due(
        _("Notices given: lift them or draw up a demand"),
        "27.4",
        _("Days since the last step"),
        [_row(one, actor) for one in some(waiting)],
        _list_url(AgreementState.NOTICED),
    )


def _to_close(actor: Actor) -> Due:
    """Everything is paid, over, reported and met, or what was due has come back."""
    targets = Target.objects.filter(undertaking__agreement=OuterRef("pk"))
    obligations = targets.filter(undertaking__track=Track.OBLIGATION)
    settled = Claim.objects.filter(agreement=OuterRef("pk"), state=ClaimState.RETURNED)
    unpaid = Instalment.objects.filter(agreement=OuterRef("pk"), transfer=None)
    ready = _agreements(actor, served(actor), AgreementState.IN_FORCE, AgreementState.NOTICED).filter(
        ~Exists(targets.filter(year__gte=actor.on.year)),
        ~Exists(obligations.filter(reached=None)),
        ~Exists(unpaid),
        Q(~Exists(_missed(actor.on.year))) | Q(Exists(settled)),
    )
    return due(
        _("Agreements to close"),
        close.provision,
        _("Days since the last step"),
        [_row(one, actor) for one in some(ready)],
    )
