"""What are the law and its numbers, as shipped and as officials have carried them on?"""

from functools import lru_cache

from django.db.models import QuerySet

from ondiris.domains.legislation.amending import entered_change, in_order
from ondiris.domains.legislation.models import AmendingAct, EnteredValue, LawChange, OfficialText
from ondiris.domains.legislation.terms import AmendmentState, ValueState
from ondiris.law.parameters import Certainty, Parameters, Value
from ondiris.law.provisions.load import register
from ondiris.law.provisions.overlay import EnteredChange, with_changes
from ondiris.law.provisions.register import Register


def amended_register() -> Register:
    """The shipped register with the changes that officials entered and confirmed laid over it; one query."""
    changes = tuple(entered_change(row) for row in in_order(confirmed_changes()))
    return _amended(changes) if changes else register()


@lru_cache(maxsize=2)
def _amended(changes: tuple[EnteredChange, ...]) -> Register:
    return with_changes(register(), changes)


def confirmed_changes() -> QuerySet[LawChange]:
    """What the confirmed acts change, each change with its act."""
    return LawChange.objects.filter(act__state=AmendmentState.CONFIRMED).select_related("act")


def confirmed_acts() -> QuerySet[AmendingAct]:
    """The acts that officials entered and confirmed."""
    return AmendingAct.objects.filter(state=AmendmentState.CONFIRMED).order_by("pk")


def parameters_on() -> Parameters:
    """The shipped parameters with the values that officials entered and confirmed laid over them."""
    shipped = Parameters.load()
    confirmed = EnteredValue.objects.filter(state=ValueState.CONFIRMED).order_by("pk")
    newest = {(v.parameter, v.category, v.valid_from): v for v in confirmed}
    return shipped.with_values(
        Value(
            name=v.parameter,
            value=shipped.declared[v.parameter].type.parse(v.value.normalize()),
            valid_from=v.valid_from,
            known_until=v.known_until,
            source=v.source,
            certainty=Certainty.ACT,
            category=v.category or None,
        )
        for v in newest.values()
    )


def official_text(unit: str, language: str) -> str | None:
    """The loaded official wording of a provision in a language; None where it was not loaded."""
    return (
        OfficialText.objects.filter(unit=unit, language=language).values_list("text", flat=True).order_by("pk").first()
    )
