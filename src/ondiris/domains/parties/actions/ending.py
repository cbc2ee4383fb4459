"""What is common to the ends of dated facts of an organisation: the first day without, or that it never was?"""

from datetime import date
from typing import Any, TypeVar

from django.utils.translation import gettext_lazy as _

from ondiris.base.dated import Dated
from ondiris.base.errors import BadInput, NotFound

D = TypeVar("D", bound=Dated)


def ended(model: type[D], key: int, valid_to: date, *related: str) -> D:
    """The fact with its last day set; one that then never held a day was entered by mistake and is taken away.

    NotFound where there is none, BadInput for a day before its first or after its last.
    """
    fact = model._default_manager.select_for_update(of=("self",)).select_related(*related).filter(pk=key).first()
    if fact is None:
        raise NotFound
    if valid_to < fact.valid_from:
        raise BadInput({"valid_to": _("It begins only after that day.")})
    if fact.valid_to is not None and valid_to > fact.valid_to:
        raise BadInput({"valid_to": _("It ends before that day already.")})
    if valid_to == fact.valid_from:
        model._default_manager.filter(pk=key).delete()
        fact.valid_to = valid_to
    else:
        fact.valid_to = valid_to
        fact.save(update_fields=["valid_to"])
    return fact


def days(fact: Any) -> dict[str, date | None]:
    """The days of a fact for the journal."""
    return {"valid_from": fact.valid_from, "valid_to": fact.valid_to}
