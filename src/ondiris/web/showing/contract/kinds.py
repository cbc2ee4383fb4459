"""By which words are kinds and states of contracts shown and asked for?"""

from django.utils.translation import gettext as _

from ondiris.domains.contracts.terms import ContractState
from ondiris.domains.planning.terms import WORDS, ContractKind
from ondiris.web.showing.states import tag_of
from ondiris.web.ui.listing import Kind


def kind_text(value: str) -> str:
    """A kind of contract in the reader's language."""
    return _(WORDS[ContractKind(value)])


KIND = Kind(kind_text, kind_text)


def kind_choices() -> list[tuple[str, str]]:
    """The kinds for a filter, all of them first."""
    return [("", _("Both kinds")), *((kind.value, kind_text(kind)) for kind in ContractKind)]


def state_choices() -> list[tuple[str, str]]:
    """The states for a filter, all of them first."""
    return [("", _("All states")), *((state.value, str(tag_of(ContractState, state).label)) for state in ContractState)]
