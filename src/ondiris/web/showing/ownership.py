"""How is what is recorded of an organisation's ownership put into words?"""

from datetime import date

from django.utils.translation import gettext as _

from ondiris.base.dated import Dated
from ondiris.domains.parties.models import OrganisationStatus, Shareholding, TrustManagement
from ondiris.domains.parties.terms import WORDS, Manager, Status
from ondiris.web.showing.customers import holder_of
from ondiris.web.ui.parts import Colour, Tag


def holder_words(row: Shareholding) -> str:
    """Whose a parcel is, and in whose trust."""
    return holder_of(row.owner_kind, row.owner, row.manager)


def status_words(row: OrganisationStatus) -> str:
    """What an organisation is under article 46, and by which act."""
    return f"{_(WORDS[Status(row.status)])}: {row.basis}"


def trust_words(row: TrustManagement) -> str:
    """Who manages an organisation, whether with the right to buy it later, and by which agreement."""
    right = {
        True: _("with the right to buy later"),
        False: _("without the right to buy later"),
        None: _("whether with the right to buy later is not known"),
    }[row.buys_later]
    return f"{_(WORDS[Manager(row.manager_kind)])}, {right}: {row.basis}"


def force_tag(row: Dated, on: date) -> Tag:
    """Whether a dated fact holds on a day."""
    if row.valid_to is not None and row.valid_to <= on:
        return Tag(_("Ended"), Colour.GREY)
    return Tag(_("In force"), Colour.GREEN) if row.valid_from <= on else Tag(_("Not yet in force"), Colour.BLUE)
