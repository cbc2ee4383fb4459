"""Where does a contract stand, what may this person do, and where is the rest of it?"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.domains.contracts.actions.amend import agree_change, propose
from ondiris.domains.contracts.actions.conclude import accept, offer, sign, take_back, write
from ondiris.domains.contracts.actions.deliver import offer_delivery
from ondiris.domains.contracts.actions.end import end
from ondiris.domains.contracts.counting import years_of
from ondiris.domains.contracts.judging import findings_kept
from ondiris.domains.contracts.models import Contract, Programme
from ondiris.domains.contracts.offset import conditions_of
from ondiris.domains.contracts.permissions import CONCLUDED
from ondiris.domains.contracts.terms import (
    ContractState,
    DeliveryState,
    PenaltyState,
    PerformanceState,
    PledgeState,
    VersionState,
)
from ondiris.domains.planning.terms import ContractKind
from ondiris.web.acting import for_people
from ondiris.web.cabinet.contract.acting import address
from ondiris.web.cabinet.contract.lookup import PARTS, Part, contract_at, part_of
from ondiris.web.cabinet.contract.steps import Under, nexts
from ondiris.web.showing.acting import Way, ways
from ondiris.web.showing.contract.kinds import kind_text
from ondiris.web.showing.contract.summary import summary, things_under
from ondiris.web.showing.contract.years import years_shown
from ondiris.web.showing.findings import all_shown
from ondiris.web.showing.history import history
from ondiris.web.showing.letters import letters
from ondiris.web.showing.states import tag_of
from ondiris.web.ui.parts import Colour, Tag, Task


@for_people
def contract(request: Any, number: str) -> HttpResponse:
    """The contract on one page, with the ways to the rest of it."""
    found = contract_at(request.actor, number)
    under = read(request.actor, found, request.day)
    concluded = found.state in CONCLUDED
    things = things_under(found, under.deliveries, under.performances, under.penalties, found.pledges.all())
    context = {
        "contract": found,
        "kind": kind_text(found.kind),
        "part": _(PARTS[under.part]),
        "tag": tag_of(ContractState, found.state),
        "lines": summary(found, under.version),
        "nexts": nexts(under),
        "ways": _ways(request.actor, under),
        "tasks": list(_tasks(under)) if under.version else [],
        "years": years_shown(years_of(found, request.day)) if concluded else [],
        "concluded": concluded,
        "findings": all_shown(findings_kept(found)),
        "letters": letters(*things, to=request.actor.organisation_id),
        "history": history(*things),
    }
    return render(request, "cabinet/contract/page.html", context)


def read(actor: Actor, found: Contract, on: date) -> Under:
    """All that hangs under a contract, in as many queries for much as for little."""
    versions = list(found.versions.order_by("place"))
    concluded = found.state in CONCLUDED
    by_state = {one.state: one for one in versions}
    current = by_state.get(VersionState.IN_FORCE) or by_state.get(VersionState.DRAFT)
    procurement = found.kind == ContractKind.CONTRACT_PROCUREMENT
    return Under(
        contract=found,
        part=part_of(actor, found),
        on=on,
        version=current or (versions[-1] if versions else None),
        proposed=by_state.get(VersionState.PROPOSED),
        deliveries=list(found.deliveries.order_by("-delivered_on", "-pk")),
        performances=list(found.performances.select_related("document").order_by("-pk")),
        penalties=list(found.penalties.order_by("pk")),
        conditions=conditions_of(found, on) if concluded and procurement else [],
        programme=Programme.objects.filter(contract=found).prefetch_related("years").first(),
    )


def _ways(actor: Actor, under: Under) -> list[Way]:
    found = under.contract
    written = under.version is not None
    delivers = under.part == Part.SUPPLIER and found.state == ContractState.IN_FORCE
    offered = ways(
        actor,
        found,
        (write, Way(write.title, address(found, "contract-text"), main=not written)),
        (offer, Way(offer.title, address(found, "offer-contract"), main=written)),
        (accept, Way(_("Read and sign"), address(found, "sign-contract"), main=True)),
        (sign, Way(_("Read and sign"), address(found, "sign-contract"), main=True)),
        (take_back, Way(take_back.title, address(found, "take-back-contract"))),
        (agree_change, Way(_("Answer the proposed change"), address(found, "contract-change"), main=True)),
        (propose, Way(propose.title, address(found, "propose-change"))),
        (end, Way(end.title, address(found, "end-contract"))),
    )
    past = found.ends_on is not None and under.on > found.ends_on
    hidden = set()
    if not written:
        hidden.add(address(found, "offer-contract"))
    if under.proposed is not None:
        hidden.add(address(found, "propose-change"))
    if not past:
        hidden.add(address(found, "end-contract"))
    shown = [way for way in offered if way.url not in hidden]
    if found.state == ContractState.SIGNED_BY_SUPPLIER and under.part != Part.CUSTOMER:
        return shown
    if delivers and offer_delivery.may(actor):
        shown.insert(0, Way(offer_delivery.title, address(found, "offer-delivery"), main=True))
    return shown


def _tasks(under: Under) -> Iterator[Task]:
    """The further pages of a contract, each with what waits there."""
    found = under.contract
    text = _("Proposed change waits") if under.proposed else ""
    yield Task(_("Text and changes"), _waits(text), address(found, "contract-versions"))
    if found.state not in CONCLUDED:
        return
    waiting = any(one.state == DeliveryState.OFFERED for one in under.deliveries)
    yield Task(
        _("Deliveries (%(count)d)") % {"count": len(under.deliveries)},
        _waits(_("Answer waits") if waiting else ""),
        address(found, "deliveries"),
    )
    if found.kind == ContractKind.OFFTAKE:
        missing = under.programme is None and found.state == ContractState.IN_FORCE
        yield Task(_("In-country value"), _waits(_("Programme due") if missing else ""), address(found, "value"))
    else:
        reported = any(one.state == PerformanceState.REPORTED for one in under.performances)
        late = any(one.overdue for one in under.conditions)
        yield Task(
            _("Further conditions (%(count)d)") % {"count": len(under.conditions)},
            Tag(_("Overdue"), Colour.RED) if late else _waits(_("Answer waits") if reported else ""),
            address(found, "conditions"),
        )
    open_ = any(one.state == PenaltyState.CLAIMED for one in under.penalties)
    yield Task(
        _("Penalties (%(count)d)") % {"count": len(under.penalties)},
        Tag(_("Claimed"), Colour.RED) if open_ else _waits(""),
        address(found, "penalties"),
    )
    if found.kind == ContractKind.OFFTAKE:
        pledged = found.pledges.filter(state=PledgeState.STANDS).exists()
        yield Task(_("Pledges"), Tag(_("Pledged"), Colour.BLUE) if pledged else _waits(""), address(found, "pledges"))


def _waits(text: str) -> Tag:
    return Tag(text, Colour.YELLOW) if text else Tag(_("Nothing waits"))
