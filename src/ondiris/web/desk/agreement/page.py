"""Where does an agreement stand, what was promised, paid and fulfilled, and what may this official do now?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.base.journal import access
from ondiris.base.money import round_half_up
from ondiris.domains.agreements.actions.follow import give_notice, lift_notice
from ondiris.domains.agreements.actions.pay import pay
from ondiris.domains.agreements.actions.plan import offer, plan, take_back
from ondiris.domains.agreements.actions.sign import sign
from ondiris.domains.agreements.fulfilment import IndicatorLevel
from ondiris.domains.agreements.models import Agreement, Instalment, Report, Undertaking
from ondiris.domains.agreements.queries import LIVE, fulfilment_of, unreported_years
from ondiris.domains.agreements.terms import WORDS, AgreementState, ReportState, Side, Track
from ondiris.domains.applications.permissions import visible_to
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import DIRECTIONS, Direction
from ondiris.domains.recovery.actions.claim import draw as draw_claim
from ondiris.domains.recovery.actions.close import close
from ondiris.domains.recovery.models import Claim
from ondiris.domains.recovery.terms import ClaimState
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import Way, ways
from ondiris.web.desk.things import agreement_at
from ondiris.web.desk.words import measure_title, nexts, tag
from ondiris.web.showing.history import history
from ondiris.web.showing.letters import letters
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Colour, Line, Next, Tag, Text


@dataclass(frozen=True, slots=True)
class Year:
    """A target of a year: what was reached, and in words whether it was met, missed, not reported or is ahead."""

    year: int
    target: Decimal
    reached: Decimal | None
    state: Tag


@dataclass(frozen=True, slots=True)
class Promised:
    """One undertaking with its years and its level in per cent (None: undetermined or nothing due yet)."""

    direction: Text
    provision: str
    indicator: str
    unit: str
    baseline: Decimal
    evidence: str
    years: Sequence[Year]
    level: Decimal | None


@dataclass(frozen=True, slots=True)
class FollowedTrack:
    """The undertakings of one track, their level together, and the article."""

    title: Text
    provision: str
    promised: Sequence[Promised]
    level: Decimal | None


@for_officials
def agreement(request: ActedRequest, number: str) -> HttpResponse:
    """The whole agreement on one page."""
    actor = request.actor
    one = agreement_at(actor, number)
    access.looked(actor, "agreement", number, "agreement")
    instalments = list(one.instalments.select_related("transfer"))
    reports = list(one.reports.order_by("year"))
    claims = list(one.claims.order_by("pk"))
    signatures = list(one.signatures.order_by("pk"))
    context = {
        "agreement": one,
        "tag": tag(AgreementState(one.state)),
        "lines": _lines(one),
        "nexts": _nexts(one, instalments),
        "ways": _ways(actor, one, claims),
        "instalments": [(each, _paid(each, request.day)) for each in instalments],
        "tracks": [track for track in _tracks(one, request.day) if track.promised],
        "unreported": unreported_years(one, request.day) if one.state in LIVE else [],
        "reports": [(each, tag(ReportState(each.state))) for each in reports],
        "claims": [(each, tag(ClaimState(each.state))) for each in claims],
        "signatures": [(_(WORDS[Side(each.side)]), each) for each in signatures],
        "digest": signatures[-1].digest if signatures else "",
        "live": one.state in LIVE,
        "sees_application": visible_to(actor).filter(pk=one.application_id).exists(),
        "letters": [*letters("agreement", number), *letters("claim", *(each.number for each in claims))],
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


def _nexts(one: Agreement, instalments: Sequence[Instalment]) -> list[Next]:
    """The state's next steps; the next payment with its day."""
    unpaid = next((each for each in instalments if each.transfer is None), None)
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


def _ways(actor: Actor, one: Agreement, claims: Sequence[Claim]) -> list[Way]:
    def url(name: str) -> str:
        return reverse(f"desk:{name}", args=[one.number])

    planned = one.instalments.exists()
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
    open_claim = any(each.state != ClaimState.DROPPED for each in claims)
    if one.state == AgreementState.NOTICED and give_notice.may(actor, one) and not open_claim:
        found.insert(0, Way(draw_claim.title, url("draw-claim"), main=True))
    if not one.instalments.filter(transfer=None).exists():
        found = [way for way in found if way.url != url("pay")]
    return found


def _paid(one: Instalment, on: date) -> Tag:
    if one.transfer is not None:
        return Tag(_("Paid on %(day)s") % {"day": figures.day(one.transfer.on)}, Colour.GREEN)
    return Tag(_("Due"), Colour.YELLOW) if one.due_on <= on else Tag(_("Ahead"), Colour.GREY)


def _tracks(one: Agreement, on: date) -> list[FollowedTrack]:
    """The counter-obligations, and apart from them the planned goals that the institute follows."""
    chosen = measure(one.application.measure)
    every = [
        (Track.OBLIGATION, _("Counter-obligations"), "27.3"),
        (Track.GOAL, _("Planned goals of the project"), chosen.goals_provision),
    ]
    return [_track(one, track, title, provision, on) for track, title, provision in every]


def _track(one: Agreement, track: Track, title: str, provision: str, on: date) -> FollowedTrack:
    reached = fulfilment_of(one, on, track)
    undertakings = list(one.undertakings.filter(track=track))
    promised = [_promised(each, level) for each, level in zip(undertakings, reached.indicators, strict=True)]
    return FollowedTrack(title, provision, promised, per_cent(reached.level))


def per_cent(level: Fraction | None) -> Decimal | None:
    """A level from 0 to 1 in per cent, shown with at most two decimals; None where it is not known."""
    return None if level is None else round_half_up(level * 100, Decimal("0.01")).normalize()


def _promised(one: Undertaking, level: IndicatorLevel) -> Promised:
    provision, label = DIRECTIONS[Direction(one.direction)] if one.direction else ("", "")
    years = [
        Year(
            year.year,
            year.target.normalize(),
            None if year.reached is None else year.reached.normalize(),
            _year_state(year.due, year.target, year.reached),
        )
        for year in level.indicator.years
    ]
    return Promised(
        _(label) if label else "",
        provision,
        one.indicator,
        one.unit,
        one.baseline.normalize(),
        one.evidence_asked,
        years,
        per_cent(level.level),
    )


def _year_state(due: bool, target: Decimal, reached: Decimal | None) -> Tag:
    """A year without an accepted report says nothing of performance."""
    if reached is not None:
        return Tag(_("Reached"), Colour.GREEN) if reached >= target else Tag(_("Did not perform"), Colour.RED)
    return Tag(_("Did not report"), Colour.YELLOW) if due else Tag(_("Ahead"), Colour.GREY)
