"""How are the pledges of a contract listed? (48.1p2)"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ondiris.domains.contracts.models import Pledge
from ondiris.domains.contracts.terms import PledgeState
from ondiris.web.showing.states import tag_of
from ondiris.web.ui.parts import Tag


@dataclass(frozen=True, slots=True)
class PledgeShown:
    """A pledge as a row; `may_release` for its lender's signatory."""

    pledge: Pledge
    tag: Tag
    may_release: bool


def pledges_shown(pledges: Iterable[Pledge], may_release: Callable[[Pledge], bool]) -> list[PledgeShown]:
    """The pledges for the template."""
    return [PledgeShown(one, tag_of(PledgeState, one.state), may_release(one)) for one in pledges]
