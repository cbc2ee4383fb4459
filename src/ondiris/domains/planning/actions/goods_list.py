"""The list of goods of a year is drawn up, sent, agreed, approved and placed. (47.2 to 47.4)"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count, F
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act, beginning, carry_along
from ondiris.base.errors import BadInput, NotPermitted, Text, WrongState
from ondiris.base.lines import trouble_with_line
from ondiris.base.numbering.next import next_number
from ondiris.domains.calendar.doing import done_by_act
from ondiris.domains.calendar.queries import duties
from ondiris.domains.customers.terms import Answer
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.lists.models import ApprovedList, Edition, Line
from ondiris.domains.lists.publishing import make_way
from ondiris.domains.lists.queries import CONTRACT_GOODS
from ondiris.domains.lists.terms import EditionState
from ondiris.domains.parties.models import Organisation
from ondiris.domains.planning import queries
from ondiris.domains.planning.actions.information import trouble_with_year
from ondiris.domains.planning.actions.proposal import trouble_with_choice
from ondiris.domains.planning.drawing import make_lines, planning, renew_lines, suggestions, sum_needs, unneeded
from ondiris.domains.planning.flow import GOODS_LIST
from ondiris.domains.planning.models import THROUGH, GoodsList, Information, Passing
from ondiris.domains.planning.permissions import (
    may_approve,
    may_draw,
    may_pass_on,
    may_place,
    may_send,
    may_update,
)
from ondiris.domains.planning.terms import GoodsListState, ProposalState
from ondiris.law.parameters import Value

OPEN = (ProposalState.SENT, ProposalState.AGREED, ProposalState.DECLINED)


@beginning("goods_list.draw", _("Draw up the list of goods"), GoodsList, "47.2", may_draw)
def draw_goods_list(actor: Actor, *, year: int) -> tuple[GoodsList, dict[str, Any]]:
    """A draft of the year's list: the goods that customers plan to buy, summed by customer, code and unit.

    The information of one body is enough; whose is missing is in the evidence, with the days it is late. Who is no
    customer under 46.2 stays out, who may be one does not. BadInput for a year without information or goods, WrongState
    for one that has its list.
    """
    if trouble := trouble_with_year(year, actor):
        raise BadInput({"year": trouble})
    informed = set(Information.objects.filter(year=year).values_list("organisation", flat=True))
    missing = {
        duty.organisation.bin: duty.at.days
        for duty in duties(year, actor.on)
        if duty.deadline.id == queries.INFORMED and duty.organisation.pk not in informed
    }
    if not informed:
        raise BadInput({"year": _("No body has sent its information on the purchases of this year yet.")})
    try:
        with transaction.atomic():
            drawn = GoodsList.objects.create(
                number=next_number("GOODS", actor.on.year), state=GoodsListState.DRAWN, year=year, drawn_on=actor.on
            )
    except IntegrityError:
        raise WrongState(_("The list of this year is drawn up already."), provision="47.2") from None
    customers, who = _customers(year, actor.on)
    sum_needs(drawn, customers)
    lines = make_lines(drawn, suggestions(customers, year, actor.on))
    if not lines:
        raise BadInput({"year": _("No plan of this year or a later one has goods of a customer.")})
    return drawn, {"year": year, "lines": lines, **who, "informed": _bins(informed), "missing": missing}


def _customers(year: int, on: date) -> tuple[list[int], dict[str, Any]]:
    """Whose goods the list has, by key, and who is among them or not, as the journal keeps it."""
    by_answer = planning(year, on)
    customers = [*by_answer[Answer.CUSTOMER], *by_answer[Answer.UNDETERMINED]]
    return customers, {
        "customers": len(customers),
        "undetermined": _bins(by_answer[Answer.UNDETERMINED]),
        "no_customers": _bins(by_answer[Answer.NOT_CUSTOMER]),
    }


@act(GOODS_LIST, "update", _("Bring the draft up to date"), GoodsList, may_update)
def update(actor: Actor, goods_list: GoodsList) -> Outcome:
    """Take in what customers planned since: new lines come, sums change, and what nobody plans any more is left out.

    Kind and authority that were chosen stay, and so do lines left out.
    """
    customers, who = _customers(goods_list.year, actor.on)
    sum_needs(goods_list, customers)
    gone = goods_list.proposals.filter(pk__in=unneeded(goods_list))
    left_out = carry_along(gone, ProposalState.DRAWN, ProposalState.LEFT_OUT)
    changed = renew_lines(goods_list)
    lines = make_lines(goods_list, suggestions(customers, goods_list.year, actor.on))
    return Outcome({"new": lines, "changed": changed, "left_out": left_out, **who})


@act(GOODS_LIST, "classify_lines", _("Choose for all lines of a customer"), GoodsList, may_update)
def classify_lines(actor: Actor, goods_list: GoodsList, *, customer: str, kind: str, through: str) -> Outcome:
    """Kind of contract and authority for every drawn line of the customer with this BIN. BadInput names the field."""
    wrong = trouble_with_choice(kind, through)
    drawn = goods_list.proposals.filter(state=ProposalState.DRAWN, customer__bin=customer.strip())
    if not drawn.exists():
        wrong["customer"] = _("No line of this customer is on the draft.")
    if wrong:
        raise BadInput(wrong)
    lines = drawn.update(kind=kind, through=through, classified_on=actor.on, version=F("version") + 1)
    return Outcome({"customer": customer.strip(), "kind": kind, "through": through, "lines": lines})


def _bins(organisations: Iterable[int]) -> list[str]:
    return sorted(Organisation.objects.filter(pk__in=list(organisations)).values_list("bin", flat=True))


@act(GOODS_LIST, "send", _("Send the list to be agreed"), GoodsList, may_send)
def send(actor: Actor, goods_list: GoodsList) -> Outcome:
    """To the authorities for subsoil, which agree it with customers. BadInput for a list with nothing left on it."""
    lines = carry_along(goods_list.proposals.all(), ProposalState.DRAWN, ProposalState.SENT)
    if not lines:
        raise BadInput({"proposals": _("Every line is left out of the list.")})
    goods_list.sent_on = actor.on
    done_by_act(actor, queries.DRAWN, goods_list.year, goods_list.number)
    return Outcome({"lines": lines})


@act(GOODS_LIST, "pass_on", _("Pass on the agreed proposals"), GoodsList, may_pass_on)
def pass_on(actor: Actor, goods_list: GoodsList) -> Outcome:
    """Hand over what customers agreed; what they did not answer is left out, and named in the evidence.

    The list is agreed when every authority with proposals on it has done so. NotPermitted where none is the actor's.
    """
    passed = set(goods_list.passings.values_list("role", flat=True))
    roles = [role for role in THROUGH if role in actor.roles and role not in passed]
    if not roles:
        raise WrongState(_("Your agreed proposals are passed on already."), provision="47.3")
    theirs = goods_list.proposals.filter(through__in=roles)
    # Locked, so that no answer comes in between: it is either passed on or refused.
    states = dict(theirs.select_for_update().order_by("pk").values_list("pk", "state"))
    if not set(states.values()) & set(OPEN):
        raise NotPermitted(_("No proposal of this list goes through your body."), provision="47.3")
    silent = theirs.filter(state=ProposalState.SENT).order_by().values("customer__bin").annotate(lines=Count("pk"))
    unanswered = dict(silent.values_list("customer__bin", "lines"))
    carry_along(theirs, ProposalState.SENT, ProposalState.LEFT_OUT)
    lines = carry_along(theirs, ProposalState.AGREED, ProposalState.PASSED_ON)
    for role in roles:
        Passing.objects.create(
            goods_list=goods_list, role=role, organisation_id=actor.organisation_id, passed_on=actor.on
        )
    done_by_act(actor, queries.AGREED, goods_list.year, goods_list.number)
    waiting = goods_list.proposals.filter(state__in=OPEN).exclude(through__in=[*passed, *roles]).exists()
    evidence = {"roles": roles, "lines": lines, "unanswered": unanswered}
    return Outcome(evidence, to=GoodsListState.SENT if waiting else GoodsListState.AGREED)


@act(GOODS_LIST, "approve", _("Approve the list of goods"), GoodsList, may_approve)
def approve(actor: Actor, goods_list: GoodsList, *, act_number: str, act_date: date) -> Outcome:
    """Approved by an act with number and day: an edition with a line for each code. BadInput where nothing is agreed."""
    wrong: dict[str, Text] = {}
    if trouble := trouble_with_line(act_number, 60, _("Give the number of the approving act.")):
        wrong["act_number"] = trouble
    if act_date > actor.on:
        wrong["act_date"] = _("This day is still ahead.")
    elif act_date < goods_list.drawn_on:
        wrong["act_date"] = _("This day is before the list was drawn up.")
    agreed = goods_list.proposals.filter(state=ProposalState.PASSED_ON)
    goods = list(agreed.order_by("code", "-pk").distinct("code").values("code", "name_kk", "name_ru"))
    if not goods:
        wrong["proposals"] = _("No customer has agreed a line: there is nothing to approve.")
    if wrong:
        raise BadInput(wrong)
    approved, _made = ApprovedList.objects.get_or_create(code=CONTRACT_GOODS, defaults={"provision": "47.4"})
    goods_list.edition = Edition.objects.create(
        number=next_number("LIST", actor.on.year),
        state=EditionState.APPROVED,
        list=approved,
        title=str(goods_list.year),
        valid_from=actor.on,
        act_number=act_number.strip(),
        act_date=act_date,
    )
    Line.objects.bulk_create(
        [
            Line(edition=goods_list.edition, prefix=good["code"], name_kk=good["name_kk"], name_ru=good["name_ru"])
            for good in goods
        ],
        batch_size=2000,
    )
    goods_list.approved_on = actor.on
    done_by_act(actor, queries.APPROVED, goods_list.year, goods_list.number)
    number, day = goods_list.edition.act_number, goods_list.edition.act_date
    return Outcome({"act_number": number, "act_date": day, "edition": goods_list.edition.number, "goods": len(goods)})


@act(GOODS_LIST, "place", _("Place the list in the database"), GoodsList, may_place)
def place(actor: Actor, goods_list: GoodsList) -> Outcome:
    """Open to suppliers from this day; the list before it ends here. WrongState where a later one is placed already.

    Whether it holds until the next one or for its calendar year is a dated setting.
    """
    edition = Edition.objects.get(goods_list=goods_list)
    if GoodsList.objects.filter(state=GoodsListState.PLACED, year__gt=goods_list.year).exists():
        raise WrongState(_("The list of a later year is placed already."), provision="47.4")
    edition.valid_from = actor.on
    edition.valid_to = None if _holds_until_the_next(actor.on) else date(goods_list.year + 1, 1, 1)
    if edition.valid_to is not None and edition.valid_to <= edition.valid_from:
        raise WrongState(_("A list holds for its calendar year, and that of this one is over."), provision="47.4")
    before = make_way(edition)
    edition.save(update_fields=["valid_from", "valid_to"])
    carry_along(Edition.objects.filter(pk=edition.pk), EditionState.APPROVED, EditionState.PUBLISHED)
    goods_list.placed_on = actor.on
    done_by_act(actor, queries.PLACED, goods_list.year, goods_list.number)
    return Outcome({"edition": edition.number, "valid_to": edition.valid_to, "ends": before.number if before else ""})


def _holds_until_the_next(on: date) -> bool:
    """By the dated setting; without one as by its example, for the law ends no list."""
    setting = parameters_on().value("planning.list_holds_until_the_next", on)
    return bool(setting.value) if isinstance(setting, Value) else True
