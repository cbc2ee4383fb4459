"""Which goods were delivered, accepted and paid, and how does each side say so? (48.2p2, 48.4)"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.domains.contracts.actions.deliver import accept, concede, contest, offer_delivery, owed_for, pay, refuse
from ondiris.domains.contracts.counting import current, years_of
from ondiris.domains.contracts.models import Delivery, Good
from ondiris.domains.contracts.permissions import CONCLUDED
from ondiris.domains.contracts.terms import Fault
from ondiris.web.acting import ActedRequest, for_people
from ondiris.web.cabinet.contract.acting import address, begin_page, page_for
from ondiris.web.cabinet.contract.lookup import Part, contract_at, delivery_at, part_of
from ondiris.web.showing.acting import ActForm, ActPage, PlainForm, Way, act_page, need, text_field, ways
from ondiris.web.showing.contract.deliveries import DeliveryShown, deliveries_shown
from ondiris.web.showing.contract.years import years_shown
from ondiris.web.showing.facts import QuantityField
from ondiris.web.showing.history import history
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField, MoneyField
from ondiris.web.ui.parts import Line

WHOSE = [("true", gettext_lazy("Yes, by the supplier's fault")), ("false", gettext_lazy("No"))]


@for_people
def deliveries_page(request: ActedRequest, number: str) -> HttpResponse:
    """The years with what became of their volumes, and each delivery."""
    contract = contract_at(request.actor, number)
    offers = part_of(request.actor, contract) == Part.SUPPLIER and contract.state in CONCLUDED
    answer = offer_delivery.may(request.actor)
    concluded = contract.state in CONCLUDED
    context = {
        "contract": contract,
        "back": address(contract),
        "ways": [Way(offer_delivery.title, address(contract, "offer-delivery"), main=True)]
        if offers and answer
        else [],
        "hint": "" if answer or not offers else answer.reason,
        "years": years_shown(years_of(contract, request.day)) if concluded else [],
        "deliveries": deliveries_shown(contract, contract.deliveries.order_by("-delivered_on", "-pk")),
    }
    return render(request, "cabinet/contract/deliveries.html", context)


@for_people
def delivery_page(request: ActedRequest, number: str) -> HttpResponse:
    """One delivery, what the customer said of it, and what may be done now."""
    one = delivery_at(request.actor, number)
    shown = deliveries_shown(one.contract, [one])[0]
    context = {
        "delivery": one,
        "contract": one.contract,
        "shown": shown,
        "lines": _lines(shown),
        "ways": _ways(request, one),
        "back": address(one.contract, "deliveries"),
        "history": history(("delivery", one.number)),
    }
    return render(request, "cabinet/contract/delivery.html", context)


def _ways(request: ActedRequest, one: Delivery) -> list[Way]:
    found = ways(
        request.actor,
        one,
        (accept, Way(accept.title, url_of("accept-delivery", one), main=True)),
        (refuse, Way(refuse.title, url_of("refuse-delivery", one))),
        (pay, Way(pay.title, url_of("pay-delivery", one), main=True)),
        (contest, Way(contest.title, url_of("contest-delivery", one))),
        (concede, Way(concede.title, url_of("concede-delivery", one))),
    )
    open_to = {"contest-delivery": Fault.SUPPLIER, "concede-delivery": Fault.CONTESTED}
    closed = {url_of(name, one) for name, fault in open_to.items() if one.fault != fault}
    return [way for way in found if way.url not in closed]


def url_of(name: str, one: Delivery) -> str:
    """The address of a page of a delivery."""
    return reverse(f"cabinet:{name}", args=[one.number])


def _lines(shown: DeliveryShown) -> list[Line]:
    one = shown.delivery
    lines = [
        Line(_("Good"), shown.good),
        Line(_("Delivered on"), figures.day(one.delivered_on)),
        Line(_("Delivered"), f"{figures.number(one.volume)} {shown.unit}"),
    ]
    if one.note:
        lines.append(Line(_("Note"), one.note))
    if one.accepted is not None:
        lines.append(Line(_("Accepted volume"), f"{figures.number(one.accepted)} {shown.unit}"))
        lines.append(Line(_("Answered on"), figures.day(one.answered_on)))
    if one.ground:
        lines.append(Line(_("Why not everything"), one.ground))
    if shown.fault:
        lines.append(Line(_("Whose fault"), shown.fault))
    if one.contested_because:
        lines.append(Line(_("Contested because"), one.contested_because))
    if one.paid is not None:
        lines.append(Line(_("Paid for"), f"{figures.tenge(one.paid)}, {figures.day(one.paid_on)}"))
    return lines


class OfferForm(PlainForm):
    """What was delivered, when and how much."""

    good = forms.TypedChoiceField(label=gettext_lazy("Good"), coerce=int, widget=forms.RadioSelect)
    delivered_on = DayField(label=gettext_lazy("Delivered on"))
    volume = QuantityField(label=gettext_lazy("Volume"))
    note = forms.CharField(
        label=gettext_lazy("Note"),
        help_text=gettext_lazy("For example the waybill or the certificate of quality."),
        required=False,
        max_length=300,
    )

    def __init__(self, goods: Iterable[Good], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.place, f"{one.name}, {one.unit}") for one in goods]
        self.fields["good"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.fields["good"].initial = choices[0][0]


@for_people
def offer_page(request: ActedRequest, number: str) -> HttpResponse:
    """Offer goods that were delivered to the customer."""
    contract = contract_at(request.actor, number)
    goods = current(contract).goods.all() if contract.state in CONCLUDED else []
    form = OfferForm(goods, request.POST or None, initial={"delivered_on": request.day})
    page = page_for(
        contract,
        offer_delivery.title,
        _("Offer the delivery"),
        _("The delivery is offered. The customer accepts or refuses it."),
        back=address(contract, "deliveries"),
        consequences=[_("What is accepted counts for the year of the day of delivery.")],
    )

    def call(**data: Any) -> None:
        offer_delivery(request.actor, contract=number, **data)

    return begin_page(request, offer_delivery, form, page, call)


class AcceptForm(ActForm):
    """How much is accepted, and where it is not all, why and by whose fault."""

    volume = QuantityField(label=gettext_lazy("Volume accepted"))
    ground = text_field(
        gettext_lazy("Why not everything"),
        required=False,
        help_text=gettext_lazy("Only where less is accepted than was delivered."),
        rows=3,
    )
    by_supplier = forms.ChoiceField(
        label=gettext_lazy("Is it by the supplier's fault?"),
        help_text=gettext_lazy("Only where less is accepted than was delivered. The supplier may contest it."),
        choices=WHOSE,
        required=False,
        widget=forms.RadioSelect,
    )

    def clean_by_supplier(self) -> bool | None:
        """Yes, no, or None where it is not said."""
        return {"true": True, "false": False}.get(self.cleaned_data["by_supplier"])


class RefuseForm(ActForm):
    """Why nothing is accepted and by whose fault."""

    ground = text_field(gettext_lazy("Why nothing is accepted"), rows=3)
    by_supplier = forms.ChoiceField(
        label=gettext_lazy("Is it by the supplier's fault?"),
        help_text=gettext_lazy("Where it is not, the penalty of article 48, paragraph 4 may follow."),
        choices=WHOSE,
        widget=forms.RadioSelect,
    )

    def clean_by_supplier(self) -> bool:
        """Yes or no."""
        return bool(self.cleaned_data["by_supplier"] == "true")


class ContestForm(ActForm):
    """Why the supplier sees it otherwise."""

    because = text_field(gettext_lazy("Why it was not your fault"), rows=4)


class PayForm(ActForm):
    """What was paid and when."""

    amount = MoneyField(label=gettext_lazy("Amount paid"))
    paid_on = DayField(label=gettext_lazy("Paid on"))


def _page(one: Delivery, title: Any, button: str, done: str, **more: Any) -> ActPage:
    shown = deliveries_shown(one.contract, [one])[0]
    lines = _lines(shown)
    return page_for(one.contract, title, button, done, back=url_of("delivery", one), lines=lines, **more)


@for_people
def accept_page(request: ActedRequest, number: str) -> HttpResponse:
    """Accept the whole or a part."""
    one = delivery_at(request.actor, number)
    done = _("What you accepted counts. It is to be paid.")
    form = AcceptForm(one, request.POST or None, initial={"volume": one.volume})
    return act_page(request, accept, one, form, _page(one, accept.title, _("Accept it"), done))


@for_people
def refuse_page(request: ActedRequest, number: str) -> HttpResponse:
    """Accept nothing, and say why."""
    one = delivery_at(request.actor, number)
    page = _page(
        one,
        refuse.title,
        _("Refuse it"),
        _("The delivery is refused. The supplier may contest the fault."),
        consequences=[_("Goods refused without the supplier's fault are bought or a penalty is paid (art. 48.4).")],
        warning=True,
    )
    return act_page(request, refuse, one, RefuseForm(one, request.POST or None), page)


@for_people
def contest_page(request: ActedRequest, number: str) -> HttpResponse:
    """Say that it was not one's own fault."""
    one = delivery_at(request.actor, number)
    done = _("The fault is contested: whose it was is open now, and the year stays undetermined where it hangs on it.")
    form = ContestForm(one, request.POST or None)
    return act_page(request, contest, one, form, _page(one, contest.title, _("Contest it"), done))


@for_people
def concede_page(request: ActedRequest, number: str) -> HttpResponse:
    """Give the other side right about whose fault it was."""
    one = delivery_at(request.actor, number)
    consequence = (
        _("You say that it was not by the supplier's fault.")
        if part_of(request.actor, one.contract) == Part.CUSTOMER
        else _("You say that it was by your fault.")
    )
    page = _page(one, concede.title, _("Concede it"), _("Whose fault it was is settled."), consequences=[consequence])
    return act_page(request, concede, one, ActForm(one, request.POST or None), page)


@for_people
def pay_page(request: ActedRequest, number: str) -> HttpResponse:
    """Record the payment for what was accepted."""
    one = delivery_at(request.actor, number)
    if request.method != "POST":
        need(pay, request.actor, one)
    owed = Decimal(owed_for(one)).quantize(Decimal("0.01"))
    form = PayForm(one, request.POST or None, initial={"amount": owed, "paid_on": request.day})
    page = _page(one, pay.title, _("Record the payment"), _("The payment is recorded."))
    return act_page(request, pay, one, form, page)
