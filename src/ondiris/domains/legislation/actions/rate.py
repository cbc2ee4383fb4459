"""One official enters a value of a parameter, a second one confirms or rejects it."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act, beginning
from ondiris.base.errors import BadInput, Text
from ondiris.base.lines import said, trouble_with_line
from ondiris.base.numbering.next import next_number
from ondiris.domains.legislation.flow import FLOW
from ondiris.domains.legislation.models import EnteredValue
from ondiris.domains.legislation.permissions import may_confirm, may_enter, may_reject
from ondiris.domains.legislation.terms import ValueState
from ondiris.law.parameters import Parameters
from ondiris.law.types import BadValue

ENTERABLE = ("base_rate",)


@beginning("value.enter", _("Enter a new base rate"), EnteredValue, "27.4", may_enter)
def enter(
    actor: Actor, *, parameter: str, value: Decimal, valid_from: date, known_until: date, source: str
) -> tuple[EnteredValue, dict[str, Any]]:
    """A value waiting for its second person. BadInput names what cannot be so."""
    wrong: dict[str, Text] = {}
    if parameter not in ENTERABLE:
        raise BadInput({"parameter": _("This parameter is not entered by hand.")})
    try:
        Parameters.load().declared[parameter].type.parse(value)
    except BadValue:
        wrong["value"] = _("Give the rate in per cent a year, zero or more, such as 16.25.")
    if known_until <= valid_from:
        wrong["known_until"] = _("The last day must come after the first.")
    waiting = EnteredValue.objects.filter(parameter=parameter, valid_from=valid_from, state=ValueState.ENTERED)
    if waiting.exists():
        wrong["valid_from"] = _("A value from this day already waits for its second person.")
    if trouble := trouble_with_line(source, 300, _("Name the act that sets the rate.")):
        wrong["source"] = trouble
    if wrong:
        raise BadInput(wrong)
    entered = EnteredValue.objects.create(
        number=next_number("VAL", actor.on.year),
        state=ValueState.ENTERED,
        parameter=parameter,
        value=value,
        valid_from=valid_from,
        known_until=known_until,
        source=source.strip(),
        entered_by=actor.user_id,
        entered_by_name=actor.name,
    )
    return entered, {"parameter": parameter, "value": value, "valid_from": valid_from, "known_until": known_until}


@act(FLOW, "confirm", _("Confirm the value"), EnteredValue, may_confirm)
def confirm(actor: Actor, entered: EnteredValue) -> Outcome:
    """The value counts from now on for everything judged or computed later."""
    return Outcome({"parameter": entered.parameter, "value": entered.value, "valid_from": entered.valid_from})


@act(FLOW, "reject", _("Reject the value"), EnteredValue, may_reject)
def reject(actor: Actor, entered: EnteredValue, *, reason: str) -> Outcome:
    """The value never counts."""
    return Outcome({"reason": said("reason", reason)})
