"""How does a keeper take in a file of contracts concluded elsewhere, and get back the rows that do not fit?"""

from ondiris.base.words import N_
from ondiris.domains.contracts.actions.contracts_import import import_contracts
from ondiris.domains.contracts.contracts_file import COLUMNS, REASONS
from ondiris.domains.contracts.permissions import contracts_files_visible_to
from ondiris.web.showing.taken_files import Kind

CONTRACTS = Kind(
    name="contracts",
    take_in=import_contracts,
    columns=COLUMNS,
    reasons=REASONS,
    visible=contracts_files_visible_to,
    register="contracts",
    of=N_("Contracts"),
    how="web/tables/contracts.html",
    then=N_("Offtake contracts among them stand in the register at once, open to everybody."),
)
