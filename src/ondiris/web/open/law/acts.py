"""Which acts have changed the law, and what did each of them change?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ondiris.domains.legislation.models import AmendingAct
from ondiris.domains.legislation.queries import amended_register
from ondiris.domains.legislation.terms import AmendmentState
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.official import NUMBER_OF_THE_LAW
from ondiris.law.provisions.register import Provision, Register, Version
from ondiris.law.provisions.terms import Effect, Status
from ondiris.web.open.law.articles import heading_of
from ondiris.web.showing import law


@dataclass(slots=True)
class Row:
    """Provisions of an article that an act made alike: what it did to them, and from which day, how sure that is.

    `effect` is empty where the act is named for the whole article and its provision is not located.
    """

    article: str
    url: str
    effect: str
    day: date
    certainty: str
    known_since: date | None
    units: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Act:
    """An act with what it changed; `entered` where officials entered it, else it came with the register."""

    number: str
    entered: AmendingAct | None
    rows: list[Row]


def acts(request: Any) -> HttpResponse:
    """Every act that changed the law, the newest changes first."""
    confirmed = AmendingAct.objects.filter(state=AmendmentState.CONFIRMED)
    entered = {one.act_number: one for one in confirmed}
    shown = [
        Act(number, entered.get(number), list(rows.values())) for number, rows in _rows(amended_register()).items()
    ]
    shown.sort(key=lambda one: max(row.day for row in one.rows), reverse=True)
    return render(request, "open/law/acts.html", {"acts": shown})


def _rows(register: Register) -> Mapping[str, Mapping[object, Row]]:
    """By the number of each act, the rows of what it changed, in the law's order."""
    found: dict[str, dict[object, Row]] = {}
    for provision, version in _made_later(register):
        effect = _effect(provision, version)
        article = provision.id.article
        alike = (article, effect, version.valid_from, version.certainty)
        rows = found.setdefault(version.act, {})
        if alike not in rows:
            rows[alike] = Row(
                article=heading_of(register.articles[article]),
                url=_address(article, version),
                effect=_(effect.label) if effect else "",
                day=version.valid_from,
                certainty=_(version.certainty.label),
                known_since=version.known_since,
            )
        rows[alike].units.append((str(provision.id), _address(provision.id, version)))
    return found


def _address(unit: ProvisionId, version: Version) -> str:
    return law.address(unit, version.valid_from)


def _made_later(register: Register) -> Iterator[tuple[Provision, Version]]:
    for provision in register.values():
        for version in provision.versions:
            if version.act != NUMBER_OF_THE_LAW:
                yield provision, version


def _effect(provision: Provision, version: Version) -> Effect | None:
    if not version.located:
        return None
    if version.status is Status.EXCLUDED:
        return Effect.EXCLUDED
    return Effect.ADDED if version is provision.versions[0] else Effect.CHANGED
