"""How does the applicant fill in one section of a draft, saved at any moment and never refused?"""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.errors import NotFound, NotPermitted, Stale
from ondiris.domains.applications.actions.save import save
from ondiris.domains.applications.completeness import UNDERTAKEN, row_troubles
from ondiris.domains.applications.drafts import MOST_YEARS, years_of
from ondiris.domains.applications.judging import goods_edition, goods_rows
from ondiris.domains.applications.models import Application
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.lists.models import Edition
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import Measure, Section
from ondiris.web.acting import for_enterprises
from ondiris.web.cabinet.forms import version_seen
from ondiris.web.cabinet.kept_form import KeptForm, Together
from ondiris.web.cabinet.lookup import application_at
from ondiris.web.cabinet.rows import (
    ADD,
    GOODS,
    TARGET,
    YEARS,
    fields_of,
    flat,
    is_blank,
    most_rows,
    read_rows,
    title_of,
    year_fields,
)
from ondiris.web.showing.facts import as_kept, field_for, trouble_with
from ondiris.web.ui.parts import Colour, Tag

Answers = Mapping[str, Any]


@for_enterprises
def section(request: Any, number: str, section: str) -> HttpResponse:
    """The section's form over what is kept; whatever button is pressed, what was typed is kept first."""
    application = application_at(request.actor, number)
    chosen = measure(application.measure)
    part = next((one for one in chosen.sections if one.name == section), None)
    if part is None:
        raise NotFound
    if request.method == "POST":
        return _save(request, application, part)
    if application.state != ApplicationState.DRAFT:
        return redirect("cabinet:application", number=number)
    if not (answer := save.possible(request.actor, application)):
        raise NotPermitted(answer.reason, provision=save.provision)
    return _page(request, application, part, application.answers)


def _save(request: Any, application: Application, part: Section) -> HttpResponse:
    sent: QueryDict = request.POST
    typed = _read(application, part, sent)
    try:
        save(request.actor, application.number, version=version_seen(sent), answers=typed)
    except Stale:
        application.refresh_from_db()
        kept = {**application.answers, **typed}
        return _page(request, application, part, kept, stale=True)
    if {"add", "remove", "years"} & set(sent):
        place = len(typed[part.rows]) - 1 if "add" in sent else 0
        anchor = f"{part.rows}-{place}" if place >= 0 and "years" not in sent else part.rows
        return redirect(reverse("cabinet:section", args=[application.number, part.name]) + f"#{anchor}")
    messages.success(request, _("Saved: %(section)s.") % {"section": _(part.title)})
    return redirect("cabinet:application", number=application.number)


def _read(application: Application, part: Section, sent: QueryDict) -> dict[str, Any]:
    """What was typed into the section, as it is kept; with the row added, or without the row removed."""
    chosen = measure(application.measure)
    fields = {name: field_for(chosen.facts.facts[name]) for name in part.facts}
    if _asks_years(chosen, part):
        fields |= year_fields()
    typed: dict[str, Any] = {name: as_kept(field, sent.get(name, "")) for name, field in fields.items()}
    if not part.rows:
        return typed
    rows = read_rows(chosen, part.rows, sent)
    removed = sent.get("remove", "")
    if removed.isdecimal() and int(removed) < len(rows):
        del rows[int(removed)]
    if "add" in sent:
        rows = [*rows, {}][: most_rows(part.rows)]
    elif "years" not in sent and not removed:
        rows = [row for row in rows if not is_blank(row)]
    return typed | {part.rows: rows}


def _asks_years(chosen: Measure, part: Section) -> bool:
    """The years are asked in the first section that sets targets."""
    setting = [one.name for one in chosen.sections if one.rows in UNDERTAKEN]
    return bool(setting) and part.name == setting[0]


def _page(request: Any, application: Application, part: Section, kept: Answers, *, stale: bool = False) -> HttpResponse:
    chosen = measure(application.measure)
    begun = any(name in kept for name in (*part.facts, part.rows))
    facts = _facts_form(chosen, part, kept, begun=begun)
    years = _years_form(kept, begun=begun) if _asks_years(chosen, part) else None
    rows = _row_forms(chosen, part, kept) if part.rows else []
    tags = _on_the_list(kept, goods_edition(chosen, request.day)) if part.rows == GOODS else {}
    context = {
        "application": application,
        "section": part,
        "title": _(part.title),
        "lead": _(part.lead),
        "measure_title": _(chosen.title),
        "facts": facts,
        "years_form": years,
        "rows": [
            {
                "title": title_of(part, place),
                "tag": tags.get(form.data.get(form.add_prefix("commodity_code"), "")),
                **_row(form, alone=len(rows) == 1),
            }
            for place, form in enumerate(rows, 1)
        ],
        "add": ADD.get(part.rows, _("Add another")),
        "years": years_of(kept),
        "set_years_url": _years_url(application, chosen) if part.rows in UNDERTAKEN and not years else "",
        "may_add": len(rows) < most_rows(part.rows),
        "wrong": Together(facts, years, *rows),
        "stale": stale,
    }
    return render(request, "cabinet/section.html", context, status=409 if stale else 200)


def _facts_form(chosen: Measure, part: Section, kept: Answers, *, begun: bool) -> KeptForm | None:
    facts = {name: chosen.facts.facts[name] for name in part.facts}
    fields = {name: field_for(fact) for name, fact in facts.items()}
    texts = {name: str(kept.get(name, "")) for name in facts}
    troubles = {name: trouble_with(facts[name], fields[name], texts[name]) for name in facts} if begun else {}
    return KeptForm(fields, texts, {name: text for name, text in troubles.items() if text}) if facts else None


def _years_form(kept: Answers, *, begun: bool) -> KeptForm:
    texts = {name: str(kept.get(name, "")) for name in YEARS}
    troubles = {}
    if begun and not years_of({**texts, "year_count": "1"}):
        troubles["first_year"] = _("Write the year with four digits.")
    if begun and not years_of({**texts, "first_year": "2000"}):
        troubles["year_count"] = _("Write a whole number from 1 to %(most)d.") % {"most": MOST_YEARS}
    return KeptForm(year_fields(), texts, troubles)


def _row_forms(chosen: Measure, part: Section, kept: Answers) -> list[KeptForm]:
    """A form a row, one blank row where there is none; a blank row is not scolded."""
    rows = kept.get(part.rows) or [{}]
    troubles = row_troubles(chosen, {**kept, part.rows: rows}, part.rows)
    years = years_of(kept)
    return [
        KeptForm(
            fields_of(chosen, part.rows, years),
            flat(row),
            {} if is_blank(row) else wrong,
            prefix=f"{part.rows}-{place}",
        )
        for place, (row, wrong) in enumerate(zip(rows, troubles, strict=True))
    ]


def _row(form: KeptForm, *, alone: bool) -> dict[str, Any]:
    """A row for the page: its fields, its targets apart, and whether there is something to remove."""
    fields = [form[name] for name in form.fields]
    return {
        "prefix": form.prefix,
        "fields": [field for field in fields if not field.name.startswith(TARGET)],
        "targets": [field for field in fields if field.name.startswith(TARGET)],
        "removable": not alone or any(form.data.values()),
    }


def _years_url(application: Application, chosen: Measure) -> str:
    asking = next((one.name for one in chosen.sections if _asks_years(chosen, one)), None)
    return reverse("cabinet:section", args=[application.number, asking]) if asking else ""


def _on_the_list(kept: Answers, edition: Edition | None) -> dict[str, Tag]:
    """How each commodity code typed stands to the list in force on the day."""
    words = {
        True: Tag(_("On the priority list"), Colour.GREEN),
        False: Tag(_("Not on the priority list"), Colour.RED),
        None: Tag(_("Give the code in full") if edition else _("No list is in force today"), Colour.YELLOW),
    }
    return {row["commodity_code"]: words[row["on_priority_list"]] for row in goods_rows(kept, edition)}
