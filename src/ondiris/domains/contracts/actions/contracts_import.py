"""A keeper takes in a file of contracts concluded elsewhere: what fits is kept, and each other row is named."""

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.base.errors import WrongState
from ondiris.base.tables import read
from ondiris.base.tables.read import Given
from ondiris.base.tables.taken import evidence_of, fields_of
from ondiris.domains.contracts.actions.register import NO_REGISTER
from ondiris.domains.contracts.contracts_file import COLUMNS, row_on
from ondiris.domains.contracts.models import ContractsFile
from ondiris.domains.contracts.outside import REGISTER, one_after_another, register_is_kept
from ondiris.domains.contracts.permissions import may_record
from ondiris.domains.contracts.taking_contracts import take


@beginning("contracts.import", _("Take in a file of contracts"), ContractsFile, REGISTER, may_record)
def import_contracts(actor: Actor, *, name: str, content: bytes | Given) -> tuple[ContractsFile, dict[str, Any]]:
    """The contracts of a CSV or XLSX file, or of a program's rows, that fit; the other rows by line, column and reason.

    BadInput where none of it can be read; WrongState on days before the register.
    """
    if not register_is_kept(actor.on):
        raise WrongState(NO_REGISTER, provision=REGISTER)
    found = read(content, COLUMNS, partial(row_on, actor.on))
    one_after_another()
    count, refused = take(found.rows, found.refused, actor.on)
    file = ContractsFile.objects.create(**fields_of(name, count, refused))
    return file, dict(evidence_of(file))
