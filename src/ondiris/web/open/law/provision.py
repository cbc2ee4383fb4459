"""What does one provision say on a day, whom does it bind, and which rules rest on it?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ondiris.base.errors import NotFound
from ondiris.domains.legislation.queries import amended_register, instrument_records
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.domains.measures.declaration import Measure
from ondiris.law.instruments.load import instruments
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.official import NUMBER_OF_THE_LAW
from ondiris.law.provisions.register import Provision, Version
from ondiris.law.provisions.standing import Standing, standing
from ondiris.law.provisions.terms import Status
from ondiris.law.rulebook import Rule
from ondiris.web.open.law.articles import heading_of
from ondiris.web.open.law.carried import carried
from ondiris.web.open.law.forms import day_asked
from ondiris.web.showing import instruments as instruments_shown
from ondiris.web.showing import law, official
from ondiris.web.showing.older import older
from ondiris.web.showing.references import References
from ondiris.web.showing.systems import SYSTEMS
from ondiris.web.ui import citation, figures
from ondiris.web.ui.parts import Line, Tag


@dataclass(frozen=True, slots=True)
class Shown:
    """A provision on the day: our words, or why there are none, and the official texts that may be shown."""

    id: str
    url: str
    kind: str
    tag: Tag
    in_force: bool
    words: str
    why_no_words: str
    cautions: list[str]
    texts: official.Texts


@dataclass(frozen=True, slots=True)
class Wording:
    """A line of the history of a provision."""

    period: str
    url: str
    act: str
    act_url: str
    certainty: str
    status: str
    current: bool


@dataclass(frozen=True, slots=True)
class Resting:
    """A rule of a measure that rests on the provision; `provision` is the very one it names."""

    measure: Measure
    title: str
    sentence: str
    provision: str
    is_ground: bool


def provision(request: Any, unit: ProvisionId) -> HttpResponse:
    """The page of one provision and all that stands in it, on the day asked for."""
    current = amended_register()
    row = current.get(unit)
    if row is None:
        return _unregistered(request, unit)
    form, on = day_asked(request, request.day)
    chosen = on if "on" in request.GET else None
    article = current.articles[unit.article]
    context: dict[str, Any] = {
        "form": form,
        "on": on,
        "unit": str(unit),
        "title": heading_of(article) if unit == article.id else citation.label(str(unit)),
        "article": heading_of(article),
        "trail": _trail(unit, chosen),
        "older": older(MEASURES, request.actor, unit),
        "wordings": [_wording(row, version, on) for version in row.versions],
        "carried": carried(unit),
    }
    if on is not None:
        standings = [standing(each, on) for each in current.within(unit)]
        references = References(standings, current, on, chosen)
        texts = official.texts_of(standings, references)
        own, *inner = (_shown(at, texts[at.provision.id], chosen) for at in standings)
        context |= {"references": references}
        context |= {"own": own, "inner": inner, "lines": _lines(standings[0]), "resting": list(_resting(unit, on))}
        context["instruments"] = _instruments(unit, on, chosen)
    return render(request, "open/law/provision.html", context)


def _unregistered(request: Any, unit: ProvisionId) -> HttpResponse:
    """A unit that the register does not describe yet: its official text, where that is loaded, else not found."""
    texts = official.texts_of_unregistered(str(unit))
    if texts:
        context = {"title": citation.label(str(unit)), "texts": texts}
        return render(request, "open/law/unregistered.html", context)
    raise NotFound


def _trail(unit: ProvisionId, chosen: date | None) -> list[tuple[str, str]]:
    above: list[tuple[str, str]] = []
    parent = unit.parent
    while parent is not None:
        above.append((citation.label(str(parent)), law.address(parent, chosen)))
        parent = parent.parent
    return above[::-1]


def _shown(at: Standing, texts: official.Texts, chosen: date | None) -> Shown:
    return Shown(
        id=str(at.provision.id),
        url=law.address(at.provision.id, chosen),
        kind=_(at.provision.kind.label),
        tag=law.state_tag(at),
        in_force=at.words is not None,
        words=law.words_of(at),
        why_no_words=law.why_no_words(at),
        cautions=law.cautions(at),
        texts=texts,
    )


def _lines(at: Standing) -> list[Line]:
    row, version = at.provision, at.version
    bearers = "; ".join(_(bearer.label) for bearer in row.bearers)
    period = figures.period(version.valid_from, version.valid_to)
    return [
        Line(_("Number"), f"{row.id}, {_(row.level.label)}"),
        Line(_("Kind"), _(row.kind.label)),
        Line(_("Whom it binds, empowers or protects"), bearers),
        Line(_("This wording"), "" if version.valid_from == version.valid_to else period),
        Line(_("How sure its first day is"), _(version.certainty.label)),
        Line(_("Made by act"), version.act),
        Line(_("Part of the system"), "; ".join(_(SYSTEMS[system]) for system in row.systems)),
    ]


def _wording(row: Provision, version: Version, on: date | None) -> Wording:
    held = version.held or version.status is not Status.IN_FORCE
    empty = version.valid_from == version.valid_to
    return Wording(
        period=_("not one day") if empty else figures.period(version.valid_from, version.valid_to),
        url="" if empty else law.address(row.id, version.valid_from),
        act=version.act,
        act_url="" if version.act == NUMBER_OF_THE_LAW else law.act_address(version.act),
        certainty=_(version.certainty.label),
        status=_(version.status.label) if held else _("wording not held"),
        current=on is not None and version is standing(row, on).version,
    )


def _instruments(unit: ProvisionId, on: date, chosen: date | None) -> list[instruments_shown.Shown]:
    """The acts that the unit, or anything in it, calls for or goes by, as they stand on the day."""
    records = instrument_records()
    return [
        instruments_shown.shown(one, records.get(one.id, ()), on, chosen)[0]
        for one in instruments().values()
        if any(provision.within(unit) for provision in one.provisions)
    ]


def _resting(unit: ProvisionId, on: date) -> Iterator[Resting]:
    """The rules that hold on the day and cite the unit, or anything in it, or name it as a ground of refusal."""
    for measure in MEASURES:
        for rule in measure.rules.rules:
            named = _named(rule, unit)
            if rule.holds_on(on) and named:
                yield Resting(measure, _(measure.title), _(rule.sentence), named, named == rule.ground)


def _named(rule: Rule, unit: ProvisionId) -> str:
    for cited in (rule.provision, rule.ground):
        if cited and ProvisionId.parse(cited).within(unit):
            return cited
    return ""
