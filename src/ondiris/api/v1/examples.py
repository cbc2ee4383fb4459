"""How may the body of each write look, for the description?"""

from collections.abc import Mapping
from typing import Any

from ondiris.api.reading import Body
from ondiris.api.v1 import bodies

UNDERTAKEN = {
    "direction": "export",
    "indicator": "Exports",
    "unit": "tonnes",
    "baseline": "90",
    "evidence": "Customs declarations",
    "targets": {"2027": "100", "2028": "200"},
}
PLANNED = [{"due_on": "2026-04-01", "amount": "50000000.00"}, {"due_on": "2026-09-01", "amount": "50000000.00"}]
NEED = {
    "customer": "150140000018",
    "kind": "plan",
    "year": 2027,
    "item": "1.4",
    "subject": "good",
    "code": "8413701000",
    "name_kk": "Сорғы",
    "name_ru": "Насос",
    "unit": "дана",
    "volume": "12",
    "amount": "48000000.00",
}
PUMP = {
    "code": "8413702900",
    "name_kk": "Ортадан тепкіш сорғы",
    "name_ru": "Насос центробежный",
    "unit": "штука",
    "characteristics": "630 m³/h, 90 m",
    "years": [{"year": 2027, "volume": "200", "price": "1000000.00"}],
}

EXAMPLES: Mapping[type[Body], Mapping[str, Any]] = {
    bodies.ActBody: {"version": 4},
    bodies.Begin: {"measure": "industrial-grant"},
    bodies.Save: {
        "version": 2,
        "facts": {"own_funds": "80000000.00", "requested_amount": "100000000.00", "has_qualified_engineers": True},
        "first_year": 2027,
        "year_count": 2,
        "goods": [{"commodity_code": "843210", "name": "Ploughs"}],
        "obligations": [UNDERTAKEN],
        "rows": {},
    },
    bodies.Detach: {"version": 4, "document": "DOC-2026-00001"},
    bodies.Reasoned: {"version": 4, "reason": "The budget has changed."},
    bodies.Withdraw: {"version": 4, "reason": "The project is put off."},
    bodies.Said: {"version": 4, "text": "Who will run the new line?"},
    bodies.Ask: {"version": 4, "text": "Who will run the new line?", "answer_by": "2026-03-31"},
    bodies.Establish: {"version": 4, "fact": "documents_complete", "value": True, "note": "All three are there."},
    bodies.Examine: {"version": 4, "experts": ["marat@example.kz", "zhanar@example.kz"]},
    bodies.Declare: {"version": 4, "has_conflict": False},
    bodies.Assess: {"version": 4, "scores": {"feasibility": 8, "complexity": 7}, "opinion": "The plan is sound."},
    bodies.Propose: {"version": 4, "kind": "refuse", "ground": "puts_in_own_money", "reasons": "None is put in."},
    bodies.Draw: {"application": "IG-2026-00001"},
    bodies.Plan: {"version": 1, "instalments": PLANNED},
    bodies.Sign: {"version": 3, "proof": "the signatory's password", "method": "password"},
    bodies.Pay: {"version": 5, "place": 1},
    bodies.BeginReport: {"year": 2027},
    bodies.SaveReport: {"version": 1, "values": [{"undertaking": 1, "value": "120.5"}]},
    bodies.Remarked: {"version": 2, "remark": "The value of exports is not proved."},
    bodies.DrawClaim: {"demand_on": "2028-03-01"},
    bodies.Purchases: {"name": "plan 2027", "rows": [NEED]},
    bodies.RecordContract: {
        "source": "E-procurement",
        "outside_number": "77-1",
        "kind": "offtake",
        "customer_bin": "150140000026",
        "supplier_bin": "150140000037",
        "concluded_on": "2026-01-15",
        "title": "Pumps for the pipeline",
        "starts_on": "2026-02-01",
        "ends_on": "2028-12-31",
        "goods": [PUMP],
        "least_value": "40",
    },
    bodies.Receive: {"version": 2, "amount": "1500000.00"},
}


def example(body: type[Body]) -> dict[str, Any]:
    """The example of a body, as an operation's description takes it."""
    return {"requestBody": {"content": {"application/json": {"example": EXAMPLES[body]}}}}
