"""How is the journal of a thing shown?"""

from django.utils.translation import gettext as _

from ondiris.base.acts import ACTS, BEGINNINGS
from ondiris.base.journal.models import Entry
from ondiris.base.things import about
from ondiris.web.ui.parts import Event


def title_of(act: str) -> str:
    """The name of an act in the reader's language; its code where the act is no longer known."""
    known = ACTS.get(act) or BEGINNINGS.get(act)
    return str(known.title) if known else act


EXPERTS = frozenset({"application.declare", "application.assess"})


def history(*things: tuple[str, str], names_experts: bool = True) -> list[Event]:
    """The journal's entries of things, each (kind, number), newest first; an applicant is not told who the experts are."""
    return [
        Event(
            at=entry.at,
            who=entry.actor_name if names_experts or entry.act not in EXPERTS else _("An expert"),
            what=title_of(entry.act),
            acts_for=entry.organisation_name
            + (_(", as deputy of %(holder)s") % {"holder": entry.deputy_for} if entry.deputy_for else ""),
            provision=entry.provision,
        )
        for entry in Entry.objects.filter(about(*things)).defer("evidence").order_by("-pk")
    ]
