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
            at=at,
            who=name if names_experts or act not in EXPERTS else _("An expert"),
            what=title_of(act),
            acts_for=organisation + (_(", as deputy of %(holder)s") % {"holder": deputy_for} if deputy_for else ""),
            provision=provision,
        )
        for at, name, act, organisation, deputy_for, provision in Entry.objects.filter(about(*things))
        .order_by("-pk")
        .values_list("at", "actor_name", "act", "organisation_name", "deputy_for", "provision")
    ]
