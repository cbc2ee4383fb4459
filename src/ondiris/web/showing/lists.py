"""How are approved lists named, and how does an edition stand on a day?"""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from ondiris.base.words import N_
from ondiris.domains.lists.models import ApprovedList, Edition
from ondiris.domains.lists.queries import CONTRACT_GOODS, PRIORITY_GOODS
from ondiris.web.ui.parts import Colour, Tag

TITLES: Mapping[str, str] = {
    PRIORITY_GOODS: N_("Priority goods list"),
    CONTRACT_GOODS: N_("List of goods for offtake contracts and contract procurement"),
}


def title_of(approved: ApprovedList) -> str:
    """The list's name in the reader's language."""
    return _(TITLES.get(approved.code, approved.code))


def force_tag(edition: Edition, on: date) -> Tag:
    """Whether a published edition is ahead, in force or past on a day."""
    if on < edition.valid_from:
        return Tag(_("Not yet in force"), Colour.BLUE)
    if edition.valid_to is not None and edition.valid_to <= on:
        return Tag(_("No longer in force"), Colour.GREY)
    return Tag(_("In force"), Colour.GREEN)
