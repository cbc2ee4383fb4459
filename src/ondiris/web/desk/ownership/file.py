"""How does a keeper take in a file of shareholdings, and get back the rows that do not fit?"""

from ondiris.base.words import N_
from ondiris.domains.parties.actions.shares_import import import_shares
from ondiris.domains.parties.permissions import shares_files_visible_to
from ondiris.domains.parties.shares_file import COLUMNS, REASONS
from ondiris.web.showing.taken_files import Kind

SHARES = Kind(
    name="shares",
    take_in=import_shares,
    columns=COLUMNS,
    reasons=REASONS,
    visible=shares_files_visible_to,
    register="ownership",
    of=N_("Ownership"),
    how="web/tables/shares.html",
)
