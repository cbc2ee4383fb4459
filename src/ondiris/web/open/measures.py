"""Which measures are there, what does each ask and give, and how does a case go?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ondiris.base.answers import no
from ondiris.domains.applications.flow import FLOW
from ondiris.domains.applications.permissions import may_begin
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.measures.catalogue import MEASURES, measure
from ondiris.domains.measures.declaration import DIRECTIONS, Measure
from ondiris.domains.parties.queries import body_with
from ondiris.domains.parties.terms import WORDS, Role
from ondiris.web.open.conditions import conditions_on
from ondiris.web.showing.history import title_of
from ondiris.web.showing.older import older
from ondiris.web.showing.states import tag_of
from ondiris.web.ui.parts import Line, Tag


def declared(name: str) -> Measure:
    """The measure of this name; Http404 where there is none."""
    try:
        return measure(name)
    except KeyError:
        raise Http404 from None


def measures(request: Any) -> HttpResponse:
    """All measures."""
    return render(request, "open/measures.html", {"measures": [(each, _(WORDS[each.decides])) for each in MEASURES]})


@dataclass(frozen=True, slots=True)
class Step:
    """A move of the application that brings the case further."""

    title: str
    who: str
    states: list[Tag]
    provision: str


def one(request: Any, name: str) -> HttpResponse:
    """A measure: what it is, its conditions today, its documents, how a case goes, what one takes on."""
    chosen = declared(name)
    context = {
        "measure": chosen,
        "older": older([chosen], request.actor),
        "bodies": _bodies(chosen, request.day),
        "conditions": conditions_on(chosen, request.day),
        "steps": list(_steps(chosen)),
        "directions": list(DIRECTIONS.values()) if "obligations" in chosen.facts.lists else [],
        "apply": may_begin(request.actor) if request.actor else no(_("No mandate of yours is in force today.")),
    }
    return render(request, "open/measure.html", context)


def _bodies(chosen: Measure, on: date) -> list[Line]:
    return [
        Line(_("Who decides"), _named(chosen.decides, on)),
        Line(_("Who takes applications and follows the projects"), _named(chosen.serves, on)),
    ]


def _named(role: Role, on: date) -> str:
    """The role as the law names it, and the body that holds it."""
    body = body_with(role, on)
    return f"{_(WORDS[role])}: {body.name}" if body else _(WORDS[role])


def _steps(chosen: Measure) -> Iterator[Step]:
    """The moves that change where a case stands, in the flow's order; those to experts where the measure has any."""
    for move in FLOW.moves.values():
        to_experts = set(move.to) == {ApplicationState.EXAMINING}
        if set(move.to) == move.starts or (to_experts and not chosen.experts_needed):
            continue
        states = [tag_of(ApplicationState, state) for state in move.to]
        yield Step(title_of(f"{FLOW.name}.{move.name}"), _(move.who), states, move.provision)
