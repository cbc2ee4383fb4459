"""The supplier reports what it did of a further condition; the customer accepts it or returns it. (49.2)"""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act, beginning
from ondiris.base.errors import BadInput, NotFound, Text, WrongState
from ondiris.base.lines import EMPTY, said
from ondiris.base.money import is_money
from ondiris.base.numbering.next import next_number
from ondiris.domains.contracts.counting import current
from ondiris.domains.contracts.flow import PERFORMANCE
from ondiris.domains.contracts.models import Contract, Performance
from ondiris.domains.contracts.permissions import CONCLUDED, may_answer, may_offer_some
from ondiris.domains.contracts.terms import PerformanceState
from ondiris.domains.documents.keeping import Upload, keep


@beginning("performance.report", _("Report what was performed"), Performance, "49.2", may_offer_some)
def report_performance(
    actor: Actor,
    *,
    contract: str,
    condition: int,
    value: Decimal,
    done_on: date,
    text: str,
    upload: Upload,
) -> tuple[Performance, dict[str, Any]]:
    """What was done of a condition, valued in tenge, with evidence. BadInput for a day outside the term or ahead."""
    theirs = Contract.objects.select_for_update().filter(
        supplier=actor.organisation_id
    )  # before the numbers, as others
    found = theirs.filter(number=contract).first()
    if found is None:
        raise NotFound
    if found.state not in CONCLUDED:  # once it has ended too: what was done within the term may be said later
        raise WrongState(_("Conditions are performed under a contract in force."), provision="49.2")
    version = current(found)
    wrong: dict[str, Text] = {}
    if not version.conditions.filter(place=condition).exists():
        wrong["condition"] = _("This condition is not in the contract.")
    if not is_money(value) or value == 0:
        wrong["value"] = _("Give an amount above zero with at most two decimals.")
    if done_on > actor.on:
        wrong["done_on"] = _("The day of performance cannot lie ahead.")
    elif not version.starts_on <= done_on <= version.ends_on:
        wrong["done_on"] = _("This day lies outside the term of the contract.")
    if not text.strip():
        wrong["text"] = EMPTY
    if wrong:
        raise BadInput(wrong)
    performance = Performance.objects.create(
        number=next_number("PRF", actor.on.year),
        state=PerformanceState.REPORTED,
        contract=found,
        condition=condition,
        value=value,
        done_on=done_on,
        text=text.strip(),
        document=keep(actor, upload, field="upload"),
        reported_on=actor.on,
    )
    told = {"contract": found.number, "condition": condition, "value": value, "done_on": done_on}
    return performance, {**told, "document": performance.document.number}


@act(PERFORMANCE, "accept", _("Accept the performance"), Performance, may_answer)
def accept(actor: Actor, performance: Performance) -> Outcome:
    """What was reported counts."""
    performance.answered_on = actor.on
    return Outcome({"value": performance.value})


@act(PERFORMANCE, "send_back", _("Return for correction"), Performance, may_answer)
def send_back(actor: Actor, performance: Performance, *, remark: str) -> Outcome:
    """It does not count; the supplier may report it anew."""
    performance.remark = said("remark", remark)
    performance.answered_on = actor.on
    return Outcome({"remark": performance.remark})
