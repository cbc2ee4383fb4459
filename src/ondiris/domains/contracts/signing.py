"""What exactly do both sides of a contract, or of a change to it, sign?"""

import json
from dataclasses import asdict

from ondiris.base.journal.write import plain
from ondiris.domains.contracts.models import Contract, Version
from ondiris.domains.contracts.versions import terms_of


def text_of(contract: Contract, version: Version) -> bytes:
    """The contract in the wording of a version, as one canonical text: what both sides sign."""
    said = {
        "number": contract.number,
        "kind": contract.kind,
        "customer": contract.customer.bin,
        "supplier": contract.supplier.bin,
        "line": contract.line.number if contract.line else "",
        "subject": contract.title,
        "organised_by_supplier": contract.organised_by_supplier,
        "absent_before": contract.absent_before,
        "wording": version.place,
        "terms": asdict(terms_of(version)),
    }
    return json.dumps(plain(said), ensure_ascii=False, sort_keys=True).encode()
