"""What says in a few lines which contract it is and where it stands?"""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ondiris.base.acts import Thing
from ondiris.domains.contracts.models import Contract, Version
from ondiris.domains.customers.terms import Answer
from ondiris.web.showing.contract.kinds import kind_text
from ondiris.web.showing.customers import TAGS
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Line


def summary(contract: Contract, version: Version | None) -> list[Line]:
    """The lines of a contract; `version` is the wording in force, or the draft."""
    lines = [
        Line(_("Subject"), contract.title),
        Line(_("Kind"), kind_text(contract.kind)),
        Line(_("Customer"), f"{contract.customer.name}, {_('BIN')} {contract.customer.bin}"),
        Line(_("Supplier"), f"{contract.supplier.name}, {_('BIN')} {contract.supplier.bin}"),
    ]
    if contract.line is not None:
        lines.append(Line(_("Line of the list of goods"), contract.line.number))
    if contract.source:
        lines.append(Line(_("Recorded from"), f"{contract.source}, {contract.outside_number}"))
    if version is not None:
        lines.append(Line(_("Term"), f"{figures.day(version.starts_on)} – {figures.day(version.ends_on)}"))
        lines.append(Line(_("Sum of the contract"), figures.tenge(version.amount)))
    if contract.concluded_on is not None:
        lines.append(Line(_("Concluded on"), figures.day(contract.concluded_on)))
    if contract.registered_on is not None:
        lines.append(Line(_("In the register since"), figures.day(contract.registered_on)))
    if contract.ended_on is not None:
        lines.append(Line(_("Ended on"), f"{figures.day(contract.ended_on)}. {contract.ended_because}"))
    if contract.answer:
        lines.append(Line(_("Customer on the day of conclusion"), str(TAGS[Answer(contract.answer).value].label)))
    return lines


def things_under(contract: Contract, *groups: Iterable[Thing]) -> list[tuple[str, str]]:
    """The contract and what hangs under it, as the journal and letters name things."""
    under = [(type(one)._meta.model_name or "", one.number) for group in groups for one in group]
    return [("contract", contract.number), *under]
