"""Which words and colours have the kinds, states and answers of contracts that everybody may see?"""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from ondiris.domains.contracts.terms import WORDS, ContractState
from ondiris.domains.customers.terms import Answer
from ondiris.domains.planning.terms import WORDS as PLANNING
from ondiris.domains.planning.terms import ContractKind
from ondiris.web.ui.parts import Colour, Tag

STATES: Mapping[str, Tag] = {
    state.value: Tag(_(WORDS[state]), colour)
    for state, colour in ((ContractState.IN_FORCE, Colour.GREEN), (ContractState.ENDED, Colour.GREY))
}
KINDS: Mapping[str, Tag] = {
    kind.value: Tag(_(PLANNING[kind]), colour)
    for kind, colour in ((ContractKind.OFFTAKE, Colour.BLUE), (ContractKind.CONTRACT_PROCUREMENT, Colour.GREY))
}
ARTICLE_46: Mapping[str, Tag] = {
    Answer.CUSTOMER.value: Tag(_("Within article 46"), Colour.GREEN),
    Answer.NOT_CUSTOMER.value: Tag(_("Outside article 46"), Colour.YELLOW),
    Answer.UNDETERMINED.value: Tag(_("Undetermined"), Colour.GREY),
}
