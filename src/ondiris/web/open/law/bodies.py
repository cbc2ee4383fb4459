"""What does the law demand of a body, and what does it allow it, on a day?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ondiris.base.errors import NotFound
from ondiris.base.words import N_
from ondiris.domains.legislation.queries import amended_register, instrument_records
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.queries import holders
from ondiris.domains.parties.terms import BEARERS
from ondiris.law.bodies.load import Body, bodies
from ondiris.law.bodies.said import ALLOWS, DEMANDS, Said, said_to
from ondiris.law.instruments.load import instruments
from ondiris.law.provisions.register import Register
from ondiris.law.provisions.standing import Standing
from ondiris.law.provisions.terms import Bearer, Kind, State
from ondiris.web.open.law.forms import day_asked
from ondiris.web.showing import instruments as showing
from ondiris.web.showing import law
from ondiris.web.showing.exercised import Place, places
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Line, Tag

HEADINGS: Mapping[Kind, str] = {
    Kind.DUTY: N_("Duties"),
    Kind.PROHIBITION: N_("Prohibitions"),
    Kind.CONDITION: N_("Conditions"),
    Kind.LIABILITY: N_("Liability"),
    Kind.COMPETENCE: N_("Competences"),
    Kind.RIGHT: N_("Rights"),
    Kind.PROCEDURE: N_("Procedures"),
    Kind.DEFINITION: N_("Definitions"),
    Kind.AIM: N_("Aims"),
    Kind.TASK: N_("Tasks"),
    Kind.PRINCIPLE: N_("Principles"),
    Kind.TRANSITION: N_("Transitional provisions"),
    Kind.COMMENCEMENT: N_("Taking effect"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A body in the list, with how many provisions in force on the day demand, allow or say what."""

    name: str
    url: str
    holder: str
    demands: int
    allows: int
    rest: int
    named: int


@dataclass(frozen=True, slots=True)
class Item:
    """A provision on the page of a body, as it stands on the day, and the pages on which it is exercised."""

    id: str
    url: str
    words: str
    why_no_words: str
    period: str
    tag: Tag | None
    places: list[Place]


def bodies_page(request: Any) -> HttpResponse:
    """Every body and role that the law names, by group."""
    form, on = day_asked(request, request.day)
    context: dict[str, Any] = {"form": form, "on": on, "count": len(bodies())}
    if on is not None:
        chosen = on if "on" in request.GET else None
        held, register = holders(on), amended_register()
        context["groups"] = [
            (_(group.label), [_row(body, register, on, chosen, held) for body in run])
            for group, run in groupby(bodies().values(), key=lambda body: body.group)
        ]
    return render(request, "open/law/bodies.html", context)


def _row(
    body: Body, register: Register, on: date, chosen: date | None, held: Mapping[Bearer, list[Organisation]]
) -> Row:
    said = said_to(body, register, on)
    demands, allows = (_count(said, kinds) for kinds in (DEMANDS, ALLOWS))
    return Row(
        name=name_of(body.bearer),
        url=address(body, chosen),
        holder=_names(held.get(body.bearer, ())),
        demands=demands,
        allows=allows,
        rest=said.count - demands - allows,
        named=len(said.named),
    )


def _count(said: Said, kinds: Iterable[Kind]) -> int:
    return sum(len(said.by_kind.get(kind, ())) for kind in kinds)


def body(request: Any, slug: str) -> HttpResponse:
    """One body: what the law demands of it first, then what it allows it, then the rest."""
    found = bodies().get(slug)
    if found is None:
        raise NotFound
    form, on = day_asked(request, request.day)
    context: dict[str, Any] = {"form": form, "on": on, "title": name_of(found.bearer)}
    if on is not None:
        chosen = on if "on" in request.GET else None
        said = said_to(found, amended_register(), on)
        context |= {
            "said": said,
            "not_held": sum(at.state is State.NOT_HELD for kind in said.by_kind.values() for at in kind),
            "lines": _lines(found, on),
            "also": [(name_of(b.bearer), address(b, chosen)) for b in bodies().values() if b.bearer in found.also],
            "parts": _parts(said, chosen),
            "otherwise": [_item(at, chosen) for at in said.otherwise],
            "named": [_item(at, chosen) for at in said.named],
            "instruments": _instruments(found.bearer, on, chosen),
        }
    return render(request, "open/law/body.html", context)


def _lines(found: Body, on: date) -> list[Line]:
    if found.bearer in BEARERS.values():
        holder = _names(holders(on).get(found.bearer, ())) or _("no organisation of the register on this day")
    else:
        holder = _("not kept in the register of organisations")
    return [Line(_("Sort"), _(found.group.label)), Line(_("Who holds this role"), holder)]


def _parts(said: Said, chosen: date | None) -> list[tuple[str, list[tuple[str, str, list[Item]]]]]:
    """What is demanded, what is allowed and the rest: a heading, and under it each kind with its anchor and items."""
    rest = [kind for kind in said.by_kind if kind not in (*DEMANDS, *ALLOWS)]
    parts = ((_("What the law demands"), DEMANDS), (_("What the law allows"), ALLOWS), (_("What else it says"), rest))
    shown = [
        (
            heading,
            [
                (_(HEADINGS[kind]), kind.value, [_item(at, chosen) for at in said.by_kind[kind]])
                for kind in kinds
                if kind in said.by_kind
            ],
        )
        for heading, kinds in parts
    ]
    return [(heading, kinds) for heading, kinds in shown if kinds]


def _item(at: Standing, chosen: date | None) -> Item:
    version = at.version
    empty = version.valid_from == version.valid_to
    return Item(
        id=str(at.provision.id),
        url=law.address(at.provision.id, chosen),
        words=law.words_of(at),
        why_no_words=law.why_no_words(at),
        period="" if empty else figures.period(version.valid_from, version.valid_to),
        tag=None if at.state is State.IN_FORCE else law.state_tag(at),
        places=places(at.provision.id),
    )


def _instruments(bearer: Bearer, on: date, chosen: date | None) -> list[tuple[str, list[showing.Shown]]]:
    """The acts that the law has the body draft, be asked about or approve."""
    known = instruments().values()
    parts = (
        (_("It drafts and approves"), [i for i in known if bearer in i.drafted_by and bearer in i.approved_by]),
        (_("It drafts"), [i for i in known if bearer in i.drafted_by and bearer not in i.approved_by]),
        (_("It approves"), [i for i in known if bearer in i.approved_by and bearer not in i.drafted_by]),
        (_("It agrees"), [i for i in known if bearer in i.agreed_with]),
    )
    records = instrument_records()
    return [
        (heading, [showing.shown(one, records.get(one.id, ()), on, chosen)[0] for one in of])
        for heading, of in parts
        if of
    ]


def name_of(bearer: Bearer) -> str:
    """A body's name as a heading."""
    return str(capfirst(_(bearer.label)))


def address(of: Body, on: date | None = None) -> str:
    """The page of a body, on a chosen day where one was chosen."""
    page = reverse("law:body", args=[of.slug])
    return f"{page}?on={on.isoformat()}" if on else page


def _names(organisations: Iterable[Organisation]) -> str:
    return "; ".join(organisation.name for organisation in organisations)
