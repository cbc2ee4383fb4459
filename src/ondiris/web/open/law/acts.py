"""Which acts have changed the law, and what did each of them change?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ondiris.domains.legislation.models import AmendingAct
from ondiris.domains.legislation.queries import amended_register, confirmed_acts
from ondiris.law.provisions.acts import Made, made_by_acts
from ondiris.law.provisions.register import Register
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
    current = amended_register()
    entered = {one.act_number: one for one in confirmed_acts()}
    shown = [Act(number, entered.get(number), _rows(current, made)) for number, made in made_by_acts(current).items()]
    return render(request, "open/law/acts.html", {"acts": shown})


def _rows(register: Register, made: Iterable[Made]) -> list[Row]:
    """What an act made alike of provisions of one article, together."""
    rows: dict[object, Row] = {}
    for one in made:
        version, article = one.version, one.provision.id.article
        alike = (article, one.effect, version.valid_from, version.certainty)
        if alike not in rows:
            rows[alike] = Row(
                article=heading_of(register.articles[article]),
                url=law.address(article, version.valid_from),
                effect=_(one.effect.label) if one.effect else "",
                day=version.valid_from,
                certainty=_(version.certainty.label),
                known_since=version.known_since,
            )
        rows[alike].units.append((str(one.provision.id), law.address(one.provision.id, version.valid_from)))
    return list(rows.values())
