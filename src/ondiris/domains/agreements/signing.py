"""What exactly do both sides of an agreement sign?"""

import json

from ondiris.base.journal.write import plain
from ondiris.domains.agreements.models import Agreement


def text_of(agreement: Agreement) -> bytes:
    """The agreement's terms as one canonical text: what both sides sign."""
    terms = {
        "number": agreement.number,
        "application": agreement.application.number,
        "recipient": agreement.recipient.bin,
        "authority": agreement.authority.bin,
        "amount": agreement.amount,
        "instalments": [{"due_on": i.due_on, "amount": i.amount} for i in agreement.instalments.order_by("place")],
        "undertakings": [
            {
                "track": u.track,
                "direction": u.direction,
                "indicator": u.indicator,
                "unit": u.unit,
                "baseline": u.baseline,
                "weight": u.weight,
                "evidence": u.evidence_asked,
                "targets": {str(t.year): t.value for t in u.targets.all()},
            }
            for u in agreement.undertakings.prefetch_related("targets").order_by("pk")
        ],
    }
    return json.dumps(plain(terms), ensure_ascii=False, sort_keys=True).encode()
