"""Where does a contract stand, what was done under it, and may this official enter it in the register?"""

from collections.abc import Iterable

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.base.errors import NotFound
from ondiris.base.journal import access
from ondiris.domains.contracts.actions.register import enter
from ondiris.domains.contracts.counting import years_of
from ondiris.domains.contracts.judging import findings_kept
from ondiris.domains.contracts.models import Contract, Programme, Version
from ondiris.domains.contracts.offset import conditions_of
from ondiris.domains.contracts.outside import register_is_kept
from ondiris.domains.contracts.permissions import CONCLUDED
from ondiris.domains.contracts.terms import WORDS, ContractState, Side, VersionState
from ondiris.domains.contracts.versions import terms_of_each
from ondiris.domains.parties.permissions import audits
from ondiris.domains.planning.terms import ContractKind
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import ActForm, ActPage, Way, act_page, ways
from ondiris.web.desk.things import contract_at
from ondiris.web.desk.words import tag
from ondiris.web.showing.contract.conditions import conditions_shown
from ondiris.web.showing.contract.deliveries import deliveries_shown
from ondiris.web.showing.contract.kinds import kind_text
from ondiris.web.showing.contract.lowering import lowered_of
from ondiris.web.showing.contract.penalties import penalties_shown
from ondiris.web.showing.contract.pledges import pledges_shown
from ondiris.web.showing.contract.summary import summary, things_under
from ondiris.web.showing.contract.terms import changes, terms_shown
from ondiris.web.showing.contract.value import value_years
from ondiris.web.showing.contract.years import years_shown
from ondiris.web.showing.findings import all_shown
from ondiris.web.showing.history import history
from ondiris.web.showing.letters import letters
from ondiris.web.showing.states import tag_of


def page_of(contract: Contract) -> str:
    """The address of the contract."""
    return reverse("desk:contract", args=[contract.number])


@for_officials
def contract(request: ActedRequest, number: str) -> HttpResponse:
    """The whole contract on one page."""
    actor = request.actor
    one = contract_at(actor, number)
    access.looked(actor, "contract", number, "look")
    versions = list(one.versions.order_by("-place"))
    current = _current(versions)
    deliveries = list(one.deliveries.order_by("-delivered_on", "-pk"))
    performances = list(one.performances.select_related("document").order_by("-pk"))
    penalties = list(one.penalties.order_by("-pk"))
    pledges = list(one.pledges.select_related("lender").order_by("-pk"))
    concluded = one.state in CONCLUDED
    procurement = one.kind == ContractKind.CONTRACT_PROCUREMENT
    programme = Programme.objects.filter(contract=one).select_related("document").prefetch_related("years__document")
    delivered = programme.first()
    context = {
        "contract": one,
        "kind": kind_text(one.kind),
        "tag": tag(ContractState(one.state)),
        "lines": summary(one, current),
        "ways": _ways(actor, one),
        "version": current,
        "versions": [(each, tag_of(VersionState, each.state)) for each in versions],
        "years": years_shown(years_of(one, request.day)) if concluded else [],
        "deliveries": deliveries_shown(one, deliveries),
        "offtake": not procurement,
        "programme": delivered,
        "value_years": value_years(delivered.years.all(), request.day) if delivered else [],
        "followed": conditions_shown(one, conditions_of(one, request.day), performances)
        if concluded and procurement
        else None,
        "penalties": penalties_shown(penalties),
        "pledges": pledges_shown(pledges, lambda _one: False),
        "findings": all_shown(findings_kept(one)),
        "letters": letters(("contract", one.number), *(("penalty", each.number) for each in penalties)),
        "history": history(*things_under(one, deliveries, performances, penalties, pledges)),
        "audits": bool(audits(actor)),
    }
    return render(request, "desk/contract/page.html", context)


@for_officials
def wording(request: ActedRequest, number: str, place: int) -> HttpResponse:
    """A whole wording, with what it says otherwise than the one that held before it."""
    one = contract_at(request.actor, number)
    access.looked(request.actor, "contract", number, "look")
    versions = list(one.versions.filter(place__lte=place).order_by("place"))
    if not versions or versions[-1].place != place:
        raise NotFound
    shown = versions.pop()
    before = _current(versions)
    terms = terms_of_each([shown, *([before] if before else [])])
    context = {
        "contract": one,
        "version": shown,
        "before": before,
        "by": _(WORDS[Side(shown.proposed_by)]) if shown.proposed_by else "",
        "tag": tag_of(VersionState, shown.state),
        "terms": terms_shown(terms[shown.pk], one.kind),
        "changes": changes(terms[before.pk], terms[shown.pk], one.kind) if before else [],
        "lowered": lowered_of(terms[before.pk], terms[shown.pk]) if before else [],
        "signatures": [(_(WORDS[Side(each.side)]), each) for each in shown.signatures.order_by("pk")],
        "back": page_of(one),
    }
    return render(request, "desk/contract/wording.html", context)


def _current(versions: Iterable[Version]) -> Version | None:
    """The newest wording that holds or held; the draft where none did yet."""
    ordered = sorted(versions, key=lambda one: one.place)
    held = [one for one in ordered if one.state in (VersionState.IN_FORCE, VersionState.REPLACED)]
    return held[-1] if held else (ordered[-1] if ordered else None)


def _ways(actor: Actor, one: Contract) -> list[Way]:
    """The register takes offtake contracts that do not stand in it, on days on which it is kept."""
    if one.kind != ContractKind.OFFTAKE or one.registered_on is not None or not register_is_kept(actor.on):
        return []
    return ways(actor, one, (enter, Way(enter.title, reverse("desk:enter-contract", args=[one.number]), main=True)))


@for_officials
def enter_page(request: ActedRequest, number: str) -> HttpResponse:
    """Enter an offtake contract that was concluded here in the register."""
    one = contract_at(request.actor, number)
    page = ActPage(
        title=enter.title,
        button=_("Enter it"),
        of=one.number,
        back=page_of(one),
        done=_("The contract stands in the register, which is open to everybody."),
        lines=summary(one, None),
        consequences=[_("The register shows goods, sides and terms to everybody; which fields is a house rule.")],
    )
    return act_page(request, enter, one, ActForm(one, request.POST or None), page)
