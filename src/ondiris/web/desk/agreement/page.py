"""Where does an agreement stand, what was promised, paid and fulfilled, and what may this official do now?"""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.base.journal import access
from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.agreements.actions.pay import pay
from ondiris.domains.agreements.actions.plan import offer, plan, take_back
from ondiris.domains.agreements.actions.sign import sign
from ondiris.domains.agreements.models import Agreement, Instalment, Report
from ondiris.domains.agreements.queries import LIVE, undertakings_of, unreported_years
from ondiris.domains.agreements.terms import WORDS, AgreementState, ReportState, Side
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.parties.permissions import audits
from ondiris.domains.recovery.actions.claim import draw as draw_claim
from ondiris.domains.recovery.actions.close import close
from ondiris.domains.recovery.actions.lift import lift_notice
from ondiris.domains.recovery.models import Claim
from ondiris.domains.recovery.terms import ClaimState
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import Way, ways
from ondiris.web.desk.agreement.terms import instalments_of, terms_of
from ondiris.web.desk.things import agreement_at
from ondiris.web.desk.words import measure_title, nexts, tag
from ondiris.web.showing.history import history
from ondiris.web.showing.letters import letters
from ondiris.web.showing.older import older
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Line, Next


@for_officials
def agreement(request: ActedRequest, number: str) -> HttpResponse:
    """The whole agreement on one page."""
    actor = request.actor
    one = agreement_at(actor, number)
    access.looked(actor, "agreement", number, "agreement")
    reports = list(one.reports.order_by("year"))
    claims = list(one.claims.order_by("pk"))
    instalments, undertakings = instalments_of(one), undertakings_of(one)
    signatures = list(one.signatures.order_by("pk"))
    context = {
        "agreement": one,
        "tag": tag(AgreementState(one.state)),
        "older": older([measure(one.application.measure)], actor),
        "lines": _lines(one),
        "nexts": _nexts(one, instalments),
        "ways": _ways(actor, one, instalments, claims),
        **terms_of(one, instalments, undertakings, request.day),
        "unreported": unreported_years(undertakings, reports, request.day) if one.state in LIVE else [],
        "reports": [(each, tag(ReportState(each.state))) for each in reports],
        "claims": [(each, tag(ClaimState(each.state))) for each in claims],
        "signatures": [(_(WORDS[Side(each.side)]), each) for each in signatures],
        "digest": signatures[-1].digest if signatures else "",
        "live": one.state in LIVE,
        "letters": letters(("agreement", number), *(("claim", each.number) for each in claims)),
        "audits": bool(audits(actor)),
        "history": history(*_things(one, reports, claims)),
    }
    return render(request, "desk/agreement/page.html", context)


def _things(one: Agreement, reports: Sequence[Report], claims: Sequence[Claim]) -> list[tuple[str, str]]:
    others = [*(("report", each.number) for each in reports), *(("claim", each.number) for each in claims)]
    return [("agreement", one.number), *others]


def _lines(one: Agreement) -> list[Line]:
    lines = [
        Line(_("Recipient"), one.recipient.name),
        Line(_("BIN"), one.recipient.bin),
        Line(_("For the State"), one.authority.name),
        Line(_("Measure"), measure_title(one.application.measure)),
        Line(_("Amount"), figures.tenge(one.amount)),
        Line(_("Drawn up"), figures.day(one.drawn_on)),
        Line(_("In force from"), figures.day(one.in_force_on)),
    ]
    if one.noticed_on is not None:
        lines.append(Line(_("Notice of %(day)s") % {"day": figures.day(one.noticed_on)}, one.notice_text))
    if one.closed_on is not None:
        lines.append(Line(_("Closed"), figures.day(one.closed_on)))
    return lines


def _unpaid(instalments: Sequence[Instalment]) -> Instalment | None:
    return next((each for each in instalments if each.transfer is None), None)


def _nexts(one: Agreement, instalments: Sequence[Instalment]) -> list[Next]:
    """The state's next steps; the next payment with its day."""
    unpaid = _unpaid(instalments)
    steps = nexts(AgreementState(one.state))
    if one.state == AgreementState.IN_FORCE and unpaid is not None:
        what = _("Instalment %(place)d, %(amount)s, is paid.") % {
            "place": unpaid.place,
            "amount": figures.tenge(unpaid.amount),
        }
        steps[0] = Next(what, _(pay.move.who), unpaid.due_on, measure(one.application.measure).account_provision)
    elif one.state == AgreementState.IN_FORCE:
        steps = steps[1:]
    return steps


def _ways(actor: Actor, one: Agreement, instalments: Sequence[Instalment], claims: Sequence[Claim]) -> list[Way]:
    def url(name: str) -> str:
        return reverse(f"desk:{name}", args=[one.number])

    planned = bool(instalments)
    found = ways(
        actor,
        one,
        (plan, Way(plan.title, url("plan"), main=not planned)),
        (offer, Way(offer.title, url("offer"), main=planned)),
        (take_back, Way(take_back.title, url("take-back"))),
        (sign, Way(sign.title, url("sign"), main=True)),
        (pay, Way(pay.title, url("pay"), main=True)),
        (give_notice, Way(give_notice.title, url("notice"))),
        (lift_notice, Way(lift_notice.title, url("lift"))),
        (close, Way(close.title, url("close"))),
    )
    if any(each.state in (ClaimState.DRAWN, ClaimState.DEMANDED) for each in claims):
        found = [way for way in found if way.url != url("lift")]
    elif one.state == AgreementState.NOTICED and give_notice.may(actor, one):
        found.insert(0, Way(draw_claim.title, url("draw-claim"), main=True))
    following = _unpaid(instalments)
    if following is None or following.due_on > actor.on:
        found = [way for way in found if way.url != url("pay")]
    return found
