"""By what are goods, lines of the yearly list and the needs behind them looked for?"""

from django import forms
from django.utils.translation import gettext_lazy as _

from ondiris.domains.parties.terms import WORDS as PARTIES
from ondiris.domains.planning.models import THROUGH
from ondiris.domains.planning.terms import WORDS, ContractKind
from ondiris.web.showing.planning import by_code_or_name, by_customer
from ondiris.web.ui.listing import Filter

GOOD = Filter(
    forms.CharField(label=_("Good"), max_length=100, help_text=_("The beginning of its code, or a part of its name.")),
    by_code_or_name,
)
CUSTOMER = Filter(
    forms.CharField(label=_("Customer"), max_length=100, help_text=_("The beginning of words, or of a BIN.")),
    by_customer,
)
KINDS = [(str(kind), _(WORDS[kind])) for kind in ContractKind]
AUTHORITIES = [(str(role), _(PARTIES[role])) for role in THROUGH]
KIND = Filter(forms.ChoiceField(label=_("Kind of contract"), choices=[("", _("Both kinds")), *KINDS]), "kind")
AUTHORITY = Filter(
    forms.ChoiceField(label=_("Agreed with the customer by"), choices=[("", _("Both authorities")), *AUTHORITIES]),
    "through",
)
