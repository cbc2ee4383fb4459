"""How are penalties listed: what for, how much, and where each stands? (48.4, 49.3)"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ondiris.domains.contracts.models import Penalty
from ondiris.domains.contracts.terms import WORDS, PenaltyState, Side
from ondiris.web.showing.states import tag_of
from ondiris.web.ui.parts import Tag


@dataclass(frozen=True, slots=True)
class PenaltyShown:
    """A penalty as a row."""

    penalty: Penalty
    title: str
    claimed_by: str
    tag: Tag


def penalty_title(one: Penalty) -> str:
    """What a penalty is for."""
    if one.year is not None:
        return _("Penalty for %(year)d") % {"year": one.year}
    return _("Penalty for condition %(place)d") % {"place": one.condition}


def penalties_shown(penalties: Iterable[Penalty]) -> list[PenaltyShown]:
    """The penalties for the template."""
    return [
        PenaltyShown(one, penalty_title(one), _(WORDS[Side(one.claimed_by)]), tag_of(PenaltyState, one.state))
        for one in penalties
    ]
