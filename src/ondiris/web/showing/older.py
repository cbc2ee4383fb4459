"""How is it said that a measure's configuration may be older than the law?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.domains.legislation.permissions import may_enter
from ondiris.domains.measures.changes import unreviewed
from ondiris.domains.measures.declaration import Measure
from ondiris.law.provisions.ids import ProvisionId


@dataclass(frozen=True, slots=True)
class Older:
    """A change of the law that nobody has set a measure's configuration against; `review_url` for who may."""

    provision: str
    act: str
    day: date
    measure: str
    review_url: str


def older(measures: Iterable[Measure], actor: Actor | None, unit: ProvisionId | None = None) -> list[Older]:
    """The warnings about these measures: all, or those from changes of a unit, of what is in it, or of what it is in."""
    keeps = actor is not None and bool(may_enter(actor))
    return [
        Older(
            provision=one.change.provision,
            act=one.change.act.act_number,
            day=one.change.valid_from,
            measure=_(one.measure.title),
            review_url=review_url(one.change.act.number, one.change.pk, one.measure) if keeps else "",
        )
        for one in unreviewed(measures)
        if unit is None or _meets(ProvisionId.parse(one.change.provision), unit)
    ]


def review_url(act: str, key: int, measure: Measure) -> str:
    """Where a keeper marks a change as reviewed for a measure."""
    return reverse("desk:review-change", args=[act, key, measure.name])


def _meets(changed: ProvisionId, unit: ProvisionId) -> bool:
    return changed.within(unit) or unit.within(changed)
