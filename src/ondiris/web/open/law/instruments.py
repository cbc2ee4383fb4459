"""Which acts does the law call for, where does each stand on a day, and what in Öndiris rests on it?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.base.errors import NotFound
from ondiris.domains.legislation.permissions import may_enter
from ondiris.domains.legislation.queries import amended_register, instrument_records, parameters_on
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.domains.measures.declaration import Measure
from ondiris.law.instruments.load import Instrument, instruments
from ondiris.law.instruments.standing import Record, ends, standing
from ondiris.law.instruments.terms import Status
from ondiris.law.parameters import Gap
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.register import Provision
from ondiris.law.provisions.standing import Standing
from ondiris.law.provisions.standing import standing as provision_standing
from ondiris.law.provisions.terms import Bearer
from ondiris.law.rulebook import Rule
from ondiris.web.open.law.forms import day_asked
from ondiris.web.showing import instruments as showing
from ondiris.web.showing import law
from ondiris.web.showing.settings import label_of, value_words
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Line, Tag

Records = Mapping[str, Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Row:
    """An act in the list, with the provisions that call for it; who drafts it, where that is not who approves it."""

    shown: showing.Shown
    provisions: list[tuple[str, str]]
    drafts: str
    agrees: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A provision that calls for the act or goes by it, as it stands on the day."""

    id: str
    url: str
    words: str
    why_no_words: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was recorded of the act: from when until when, what, by which act, and where to read it."""

    period: str
    tag: Tag
    by: str
    address: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A parameter that the act is to set: its value on the day and its source; `older`: it was set before the act."""

    label: str
    value: str
    source: str
    certainty: str
    older: bool


@dataclass(frozen=True, slots=True)
class Resting:
    """A rule that cites a provision of the act."""

    measure: Measure
    title: str
    sentence: str
    provision: str


def instruments_page(request: Any) -> HttpResponse:
    """Every act that the law calls for, by who approves it."""
    form, on = day_asked(request, request.day)
    context: dict[str, Any] = {"form": form, "on": on, "count": len(instruments()), "enter_url": _enter_url(request)}
    if on is not None:
        chosen = on if "on" in request.GET else None
        records = instrument_records()
        context["groups"] = [
            (_approver(approvers), [_row(one, records, on, chosen) for one in run])
            for approvers, run in _by_approver(instruments().values())
        ]
        context["states"] = _counted(records, on)
    return render(request, "open/law/instruments.html", context)


def _by_approver(of: Iterable[Instrument]) -> Iterator[tuple[tuple[Bearer, ...], Iterable[Instrument]]]:
    """Those who approve, in the order of their first act; last the acts whose approver the law does not name."""
    order: dict[tuple[Bearer, ...], int] = {}
    known = list(of)
    for one in known:
        order.setdefault(one.approved_by, len(order))
    place = {approvers: (not approvers, first) for approvers, first in order.items()}
    yield from groupby(sorted(known, key=lambda one: place[one.approved_by]), key=lambda one: one.approved_by)


def _approver(approvers: Iterable[Bearer]) -> str:
    names = showing.bodies(approvers, "")
    return _("Approved by: %(names)s") % {"names": names} if names else _("Approver not named in the law")


def _row(one: Instrument, records: Records, on: date, chosen: date | None) -> Row:
    shown, _at = showing.shown(one, records.get(one.id, ()), on, chosen)
    return Row(
        shown=shown,
        provisions=[(str(provision), law.address(provision, chosen)) for provision in one.called_for_by],
        drafts="" if one.drafted_by == one.approved_by else showing.bodies(one.drafted_by, _("not named")),
        agrees=showing.bodies(one.agreed_with, ""),
    )


def _counted(records: Records, on: date) -> list[tuple[Tag, int]]:
    found = [standing(records.get(one, ()), on).status for one in instruments()]
    return [(showing.tag_of(status), found.count(status)) for status in (*Status, None) if status in found]


def instrument(request: Any, key: str) -> HttpResponse:
    """One act: what the law says of it, where it stands on the day, and what rests on it."""
    one = instruments().get(key)
    if one is None:
        raise NotFound
    form, on = day_asked(request, request.day)
    context: dict[str, Any] = {"form": form, "on": on, "title": showing.name_of(one)}
    context["enter_url"] = _enter_url(request, one)
    if on is not None:
        chosen = on if "on" in request.GET else None
        register = amended_register()
        records = instrument_records(one.id).get(one.id, [])
        shown, at = showing.shown(one, records, on)
        in_force_since = at.holds.valid_from if at.holds and at.status is Status.IN_FORCE else None
        context |= {
            "tag": shown.tag,
            "at": at,
            "by": shown.by,
            "coming": (showing.tag_of(at.coming.status), showing.act_of(at.coming)) if at.coming else None,
            "lines": _lines(one),
            "history": list(_history(records)),
            "calling": [_cited(register[provision], on, chosen) for provision in one.called_for_by],
            "using": [_cited(register[provision], on, chosen) for provision in one.used_in],
            "settings": list(_settings(one, on, in_force_since)),
            "resting": list(_resting(one, on)),
        }
    return render(request, "open/law/instrument.html", context)


def _enter_url(request: Any, one: Instrument | None = None) -> str:
    """Where a keeper enters what is known; empty for everybody else."""
    actor: Actor | None = request.actor
    if actor is None or not may_enter(actor):
        return ""
    return reverse("desk:enter-instrument") + (f"?instrument={one.id}" if one else "")


def _lines(one: Instrument) -> list[Line]:
    nobody = _("not named in the law")
    return [
        Line(_("Sort of act"), _(one.sort.label)),
        Line(_("Who drafts it"), showing.bodies(one.drafted_by, nobody)),
        Line(_("Who agrees to it"), showing.bodies(one.agreed_with, nobody)),
        Line(_("Who approves it"), showing.bodies(one.approved_by, _("approver not named"))),
    ]


def _history(records: Sequence[Record]) -> Iterator[Stretch]:
    """What was recorded, the newest first; an act in force ends where the next one begins."""
    ended = ends(records)
    for record in reversed(records):
        yield Stretch(
            period=figures.period(record.valid_from, ended.get(record)),
            tag=showing.tag_of(record.status),
            by=showing.act_of(record),
            address=record.address,
        )


def _cited(provision: Provision, on: date, chosen: date | None) -> Cited:
    at: Standing = provision_standing(provision, on)
    return Cited(
        id=str(provision.id),
        url=law.address(provision.id, chosen),
        words=law.words_of(at),
        why_no_words=law.why_no_words(at),
        tag=law.state_tag(at),
    )


def _settings(one: Instrument, on: date, in_force_since: date | None) -> Iterator[Setting]:
    parameters = parameters_on()
    for parameter in parameters.declared.values():
        if parameter.instrument != one.id:
            continue
        for category in parameter.categories or (None,):
            value = parameters.value(parameter.name, on, category)
            if isinstance(value, Gap):
                yield Setting(label_of(parameter, category), _("not established"), "", "", older=False)
                continue
            yield Setting(
                label=label_of(parameter, category),
                value=value_words(parameter, value.value),
                source=value.source,
                certainty=_(value.certainty.label),
                older=in_force_since is not None and value.valid_from < in_force_since,
            )


def _resting(one: Instrument, on: date) -> Iterator[Resting]:
    """The rules that hold on the day and cite a provision of the act, or anything in it."""
    for measure in MEASURES:
        for rule in measure.rules.rules:
            named = _named(rule, one)
            if rule.holds_on(on) and named:
                yield Resting(measure, _(measure.title), _(rule.sentence), named)


def _named(rule: Rule, one: Instrument) -> str:
    for cited in (rule.provision, rule.ground):
        if cited and any(ProvisionId.parse(cited).within(unit) for unit in one.provisions):
            return cited
    return ""
