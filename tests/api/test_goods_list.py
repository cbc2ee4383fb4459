"""Can a program read the list of goods in force on a day?"""

from datetime import date

from ondiris.domains.planning.actions.interest import express
from tests.api.conftest import Program
from tests.factories import actor
from tests.factories.planning import customer, goods_list, need, organisation_of, planners

PLACED = "2026-08-03"


def test_a_line_says_who_needs_how_much_of_what_and_by_which_contract(made):
    found = goods_list(made)
    line = found.proposals.get()
    express(actor(made, "applicant", date(2026, 8, 10)), proposal=line.number)
    answer = Program().get("/goods-list", on="2026-08-11").json()
    approved = answer["approved"]
    assert (approved["number"], approved["year"], approved["act_number"]) == (found.number, 2026, "210")
    assert (approved["valid_from"], approved["valid_to"]) == (PLACED, None)
    assert answer["lines"] == [
        {
            "number": line.number,
            "customer": {"bin": line.customer.bin, "name": "Customer Mining"},
            "code": "841350",
            "name": {"kk": "Сорғылар", "ru": "Насосы"},
            "volume": "40",
            "unit": "pcs",
            "starts_on": "2027-01-01",
            "ends_on": "2029-12-31",
            "kind": "offtake",
            "suppliers": 1,
        }
    ]


def test_the_lines_come_page_by_page(made):
    planners(made)
    need(organisation_of(made, "customer"))
    need(customer(made, "miner"), code="730429")
    found = goods_list(made)
    first = Program().get("/goods-list", on=PLACED, limit=1).json()
    rest = Program().get("/goods-list", on=PLACED, limit=1, cursor=first["next"]).json()
    assert [one["number"] for one in first["lines"] + rest["lines"]] == sorted(
        found.proposals.values_list("number", flat=True)
    )
    assert rest["next"] is None


def test_where_no_list_is_in_force_there_is_nothing(made):
    goods_list(made)
    answer = Program().get("/goods-list", on="2026-08-02").json()
    assert answer == {"on": "2026-08-02", "approved": None, "lines": [], "next": None}
