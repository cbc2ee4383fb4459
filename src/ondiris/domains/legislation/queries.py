"""Which values of parameters apply, shipped and entered, and what are the official texts of a provision?"""

from collections.abc import Iterable

from django.db.models import Q

from ondiris.domains.legislation.models import EnteredValue, OfficialText, Reference
from ondiris.domains.legislation.terms import ValueState
from ondiris.law.parameters import Certainty, Parameters, Value


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


def official_texts(units: Iterable[str]) -> list[tuple[str, str, str, str]]:
    """The loaded texts of units, in all languages: unit, level, language, text."""
    rows = OfficialText.objects.filter(unit__in=list(units)).order_by("pk")
    return list(rows.values_list("unit", "level", "language", "text"))


def references_around(units: Iterable[str]) -> list[Reference]:
    """The references that units make, and those made to them."""
    around = list(units)
    return list(Reference.objects.filter(Q(source__in=around) | Q(target__in=around)).order_by("pk"))
