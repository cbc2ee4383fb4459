"""An officer plans the instalments, offers the agreement, or takes the offer back."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.base.errors import BadInput, Text
from ondiris.base.lines import said
from ondiris.base.money import is_money
from ondiris.domains.agreements.flow import FLOW
from ondiris.domains.agreements.models import Agreement, Instalment
from ondiris.domains.agreements.permissions import may_offer, may_plan, may_take_back
from ondiris.domains.agreements.terms import Track


@act(FLOW, "plan", _("Plan the instalments"), Agreement, may_plan)
def plan(actor: Actor, agreement: Agreement, *, instalments: Sequence[tuple[date, Decimal]]) -> Outcome:
    """Replace the plan. BadInput for days out of order, amounts that are not money, or a sum that is not the grant's."""
    wrong: dict[str, Text] = {}
    last: date | None = None
    for place, (due_on, amount) in enumerate(instalments, 1):
        if not is_money(amount) or amount == 0:
            wrong[f"amount_{place}"] = _("Give an amount above zero with at most two decimals.")
        if due_on < actor.on or (last is not None and due_on < last):
            wrong[f"due_on_{place}"] = _("Each instalment is due after today and not before the one above it.")
        last = due_on
    if not wrong and (total := sum((amount for _day, amount in instalments), Decimal(0))) != agreement.amount:
        wrong["amount_1"] = _("The instalments sum to %(total)s; the agreement is for %(amount)s tenge.") % {
            "total": total,
            "amount": agreement.amount,
        }
    if wrong:
        raise BadInput(wrong)
    agreement.instalments.all().delete()
    Instalment.objects.bulk_create(
        Instalment(agreement=agreement, place=place, due_on=due_on, amount=amount)
        for place, (due_on, amount) in enumerate(instalments, 1)
    )
    return Outcome({"instalments": [{"due_on": d, "amount": a} for d, a in instalments]})


@act(FLOW, "offer", _("Offer for signature"), Agreement, may_offer)
def offer(actor: Actor, agreement: Agreement) -> Outcome:
    """Send the agreement to the recipient. BadInput while it lacks instalments, an obligation or a target."""
    wrong: dict[str, Text] = {}
    if not agreement.instalments.exists():
        wrong["instalments"] = _("Plan the instalments first.")
    obligations = agreement.undertakings.filter(track=Track.OBLIGATION)
    if not obligations.exists():
        wrong["obligations"] = _("An agreement has at least one counter-obligation.")
    years = agreement.undertakings.aggregate(n=Count("targets__year", distinct=True))["n"]
    if not years or agreement.undertakings.annotate(n=Count("targets")).exclude(n=years).exists():
        wrong["targets"] = _("Every obligation has a target for each period.")
    if wrong:
        raise BadInput(wrong)
    return Outcome()


@act(FLOW, "take_back", _("Take the offer back"), Agreement, may_take_back)
def take_back(actor: Actor, agreement: Agreement, *, reason: str) -> Outcome:
    """Back to drawing up, before the recipient has signed."""
    return Outcome({"reason": said("reason", reason)})
