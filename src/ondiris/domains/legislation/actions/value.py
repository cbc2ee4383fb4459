"""One official enters a value of a parameter from a day on, a second one confirms or rejects it."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act, beginning
from ondiris.base.errors import BadInput, Text
from ondiris.base.figures import grouped
from ondiris.base.lines import said, trouble_with_line
from ondiris.base.numbering.next import next_number
from ondiris.domains.legislation.flow import FLOW
from ondiris.domains.legislation.models import EnteredValue
from ondiris.domains.legislation.permissions import may_confirm, may_enter, may_reject
from ondiris.domains.legislation.terms import ValueState
from ondiris.law.parameters import Parameter, Parameters


def serves(entered: EnteredValue) -> str:
    """The provision that the parameter serves."""
    return Parameters.load().declared[entered.parameter].provision


@beginning("value.enter", _("Enter a new value"), EnteredValue, "2.1", may_enter, cites=serves)
def enter(
    actor: Actor,
    *,
    parameter: str,
    value: Any,
    valid_from: date,
    source: str,
    known_until: date | None = None,
    category: str = "",
) -> tuple[EnteredValue, dict[str, Any]]:
    """A value of the parameter's type, waiting for its second person. BadInput names what cannot be so.

    `known_until` is the first day for which the source no longer speaks; needed only of what is set for a time.
    """
    declared = Parameters.load().declared.get(parameter)
    if declared is None:
        raise BadInput({"parameter": _("There is no such setting.")})
    wrong: dict[str, Text] = {}
    if trouble := trouble_with_value(declared, value):
        wrong["value"] = trouble
    if category not in (declared.categories or ("",)):
        wrong["category"] = _("Choose one of the listed values.")
    if declared.is_for_a_time and known_until is None:
        wrong["known_until"] = _("This is set for a time: give the first day for which the source no longer speaks.")
    if known_until is not None and known_until <= valid_from:
        wrong["known_until"] = _("The last day must come after the first.")
    waiting = EnteredValue.objects.filter(
        parameter=parameter, category=category, valid_from=valid_from, state=ValueState.ENTERED
    )
    if waiting.exists():
        wrong["valid_from"] = _("A value from this day already waits for its second person.")
    if trouble := trouble_with_line(source, 300, _("Name the act that sets the value.")):
        wrong["source"] = trouble
    if wrong:
        raise BadInput(wrong)
    entered = EnteredValue.objects.create(
        number=next_number("VAL", actor.on.year),
        state=ValueState.ENTERED,
        parameter=parameter,
        category=category,
        value=declared.type.encode(value),
        valid_from=valid_from,
        known_until=known_until,
        source=source.strip(),
        entered_by=actor.user_id,
        entered_by_name=actor.name,
    )
    return entered, _evidence(entered)


def trouble_with_value(declared: Parameter, value: Any) -> Text | None:
    """Why this cannot be a value of the parameter; None where it can."""
    if not declared.type.fits(value):
        return _(declared.type.expected)
    if declared.least is not None and value < declared.least:
        return _("Write a number not less than %(least)s.") % {"least": grouped(declared.least, 0)}
    if declared.most is not None and value > declared.most:
        return _("Write a number not greater than %(most)s.") % {"most": grouped(declared.most, 0)}
    return None


@act(FLOW, "confirm", _("Confirm the value"), EnteredValue, may_confirm)
def confirm(actor: Actor, entered: EnteredValue) -> Outcome:
    """The value counts from now on for everything judged or computed later; what was decided keeps what it read."""
    return Outcome(_evidence(entered), provision=serves(entered))


@act(FLOW, "reject", _("Reject the value"), EnteredValue, may_reject)
def reject(actor: Actor, entered: EnteredValue, *, reason: str) -> Outcome:
    """The value never counts."""
    return Outcome({"parameter": entered.parameter, "reason": said("reason", reason)}, provision=serves(entered))


def _evidence(entered: EnteredValue) -> dict[str, Any]:
    return {
        "parameter": entered.parameter,
        "category": entered.category,
        "value": entered.value,
        "valid_from": entered.valid_from,
        "known_until": entered.known_until,
    }
