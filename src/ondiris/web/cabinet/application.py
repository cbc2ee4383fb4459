"""How does one application stand: as a draft with what is missing, later with its way, its decision and its journal?"""

from collections import Counter
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ondiris.domains.agreements.models import Agreement
from ondiris.domains.applications.actions.ask import answer
from ondiris.domains.applications.actions.attach import attach
from ondiris.domains.applications.actions.save import save
from ondiris.domains.applications.actions.withdraw import withdraw
from ondiris.domains.applications.answering import open_question
from ondiris.domains.applications.clock import age
from ondiris.domains.applications.completeness import Missing, missing
from ondiris.domains.applications.models import Application
from ondiris.domains.applications.queries import place_in_queue
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import Section
from ondiris.web.acting import for_enterprises
from ondiris.web.cabinet.answers import sections_shown
from ondiris.web.cabinet.decided import decided
from ondiris.web.cabinet.lookup import application_at
from ondiris.web.cabinet.standing import awaited, nexts, steps
from ondiris.web.showing.history import history
from ondiris.web.showing.letters import letters
from ondiris.web.showing.states import tag_of
from ondiris.web.ui.parts import Colour, Tag, Task


@for_enterprises
def application(request: Any, number: str) -> HttpResponse:
    """The draft with its tasks, or the case with where it stands."""
    found = application_at(request.actor, number)
    chosen = measure(found.measure)
    context: dict[str, Any] = {
        "application": found,
        "title": _(chosen.title),
        "tag": tag_of(ApplicationState, found.state),
        "history": history(("application", found.number), names_experts=False),
        "may_withdraw": withdraw.possible(request.actor, found),
        "may_save": save.possible(request.actor, found),
    }
    if found.state == ApplicationState.DRAFT:
        gaps = missing(found)
        context |= {"tasks": tasks(found, gaps, editable=bool(context["may_save"])), "gaps": len(gaps)}
        return render(request, "cabinet/draft.html", context)
    question = open_question(found) if found.state == ApplicationState.ASKED else None
    context |= {
        "steps": steps(found, examined=found.assignments.exclude(assessed_on=None).exists()),
        "nexts": nexts(found, question),
        "question": question,
        "awaited": awaited(question, request.day) if question else "",
        "questions": list(found.questions.order_by("-pk")),
        "may_answer": answer.possible(request.actor, found),
        "may_attach": attach.possible(request.actor, found),
        "decision": decided(found),
        "agreement": Agreement.objects.filter(application=found).first(),
        "documents": found.attachments.select_related("document").order_by("pk"),
        "place": place_in_queue(found) if found.state == ApplicationState.WAITING else None,
        "days": age(found, request.day),
        "open": found.state in OPEN,
        "letters": letters(("application", found.number)),
        "sections": sections_shown(found, editable=False),
    }
    return render(request, "cabinet/application.html", context)


OPEN = frozenset(
    {
        ApplicationState.SUBMITTED,
        ApplicationState.CHECKING,
        ApplicationState.ASKED,
        ApplicationState.EXAMINING,
        ApplicationState.PROPOSED,
    }
)


def tasks(application: Application, missed: list[Missing], *, editable: bool) -> list[Task]:
    """The sections of a draft and its documents, each with what is missing in it."""
    gaps = Counter(gap.section for gap in missed)
    listed = [
        Task(
            _(section.title),
            _state(gaps[section.name], begun=_begun(section, application)),
            reverse("cabinet:section", args=[application.number, section.name]) if editable else "",
            _(section.lead),
        )
        for section in measure(application.measure).sections
    ]
    documents = Task(
        _("Documents"),
        _state(gaps["documents"], begun=application.attachments.exists()),
        reverse("cabinet:documents", args=[application.number]) if editable else "",
        _("What the measure asks you to hand in."),
    )
    return [*listed, documents]


def _begun(section: Section, application: Application) -> bool:
    return any(name in application.answers for name in (*section.facts, section.rows))


def _state(gaps: int, *, begun: bool) -> Tag:
    if gaps == 0:
        return Tag(_("Complete"), Colour.GREEN)
    if not begun:
        return Tag(_("Not begun"))
    return Tag(
        ngettext("%(count)d thing is missing", "%(count)d things are missing", gaps) % {"count": gaps}, Colour.YELLOW
    )
