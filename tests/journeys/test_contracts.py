"""Four calendar years of article 46 to 48: from a plan of purchases to a lender who is told of a change."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from tests.factories import PASSWORD, actor, country, upload
from tests.factories.contracts import lender
from tests.factories.planning import organisation_of, planners, specification
from tests.ocds.program import PROGRAM, against, checked, serving, standard_in
from tests.ocds.standard_schema import errors

from ondiris.base.errors import NotPermitted
from ondiris.base.journal import chain
from ondiris.domains.calendar.queries import duty
from ondiris.domains.contracts.actions import amend, conclude, deliver, pledge, programme
from ondiris.domains.contracts.actions.penalty import claim_for_year
from ondiris.domains.contracts.actions.register import enter
from ondiris.domains.contracts.content import GoodTerms, Terms, YearTerms
from ondiris.domains.contracts.counting import years_of
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.permissions import visible_to
from ondiris.domains.contracts.versions import terms_of
from ondiris.domains.documents.letters.write import letters_about
from ondiris.domains.planning.actions import goods_list, interest, proposal
from ondiris.domains.planning.actions.information import send_information
from ondiris.domains.planning.actions.purchases import import_purchases
from ondiris.domains.planning.models import Need
from ondiris.domains.planning.queries import open_lines, steps

pytestmark = pytest.mark.django_db

PLAN = """customer;kind;year;item;subject;code;name_kk;name_ru;unit;volume;amount
{bin};plan;2026;1;good;730411;Құбырлар;Трубы;т;100;900 000 000,00
{bin};plan;2027;2;good;730411;Құбырлар;Трубы;т;100;900 000 000,00
{bin};plan;2026;3;service;;Тасымалдау;Перевозка;рейс;12;1 500 000,50
{bin};plan;2026;4;good;730411;Құбырлар;Трубы;т;-1;1
"""
AGREED_LATE = date(2025, 7, 11)


def plan_file(made) -> None:
    """The customer sends its plan: one bad row comes back, the good ones are kept."""
    bin = organisation_of(made, "customer").bin
    file = import_purchases(
        actor(made, "customer", date(2025, 4, 14)), name="plan.csv", content=PLAN.format(bin=bin).encode()
    )
    assert (file.kept, len(file.refused)) == (3, 1)
    assert (file.refused[0]["line"], file.refused[0]["column"]) == (5, "volume")
    assert Need.objects.count() == 3


def approved_list(made) -> str:
    """The list of 2025, passed on ten days late; the number of its one line."""
    send_information(actor(made, "officer", date(2025, 5, 19)), year=2025)
    drawn = goods_list.draw_goods_list(actor(made, "keeper", date(2025, 5, 28)), year=2025)
    line = drawn.proposals.get()
    assert (line.needed, line.code) == (200, "730411")
    goods_list.send(actor(made, "keeper", date(2025, 5, 29)), drawn.number)
    proposal.agree(
        actor(made, "customer", date(2025, 6, 20)),
        line.number,
        volume=Decimal(300),
        starts_on=date(2025, 10, 1),
        ends_on=date(2028, 12, 31),
        upload=specification(),
    )
    goods_list.pass_on(actor(made, "minerals_officer", AGREED_LATE), drawn.number)

    authority = organisation_of(made, "minerals_officer")
    late = duty(authority, "goods-list-agreed", "2025", AGREED_LATE)
    assert late is not None
    assert (late.at.state, late.at.days) == ("done", 10)
    agreed = next(one for one in steps(2025, AGREED_LATE) if one.deadline.id == "goods-list-agreed")
    assert [one.id for one in agreed.holds_up] == ["goods-list-approved", "goods-list-placed"]

    act = {"act_number": "215", "act_date": date(2025, 7, 30)}
    goods_list.approve(actor(made, "decider", date(2025, 7, 30)), drawn.number, **act)
    goods_list.place(actor(made, "keeper", date(2025, 8, 4)), drawn.number)
    assert [one.number for one in open_lines(date(2025, 8, 4))] == [line.number]
    interest.express(actor(made, "other", date(2025, 8, 20)), proposal=line.number, note="A mill in two years")
    return line.number


def wording(volumes: dict[int, str]) -> Terms:
    years = tuple(YearTerms(year, Decimal(volume), Decimal(9_000_000)) for year, volume in volumes.items())
    pipes = GoodTerms(1, "730411", "Құбырлар", "Трубы", "т", "530 × 8 мм, К52", "09Г2С", "поштучно", years)
    return Terms(
        date(2025, 10, 1),
        date(2028, 12, 31),
        (pipes,),
        least_value=Decimal(30),
        programme_due_on=date(2026, 3, 31),
    )


def concluded(made, line: str) -> str:
    """Both sides sign in autumn 2025; production is built first, deliveries begin in 2026."""
    on = date(2025, 10, 1)
    customer, supplier = actor(made, "customer", on), actor(made, "other", on)
    drawn = conclude.draw(
        customer, kind="offtake", supplier_bin=made.other_enterprise.bin, line=line, title="Pipes for the field"
    )
    conclude.write(
        customer,
        drawn.number,
        terms=wording({2026: "100", 2027: "100", 2028: "100"}),
        organised_by_supplier=True,
        absent_before=True,
    )
    conclude.offer(customer, drawn.number)
    conclude.accept(supplier, drawn.number, proof=PASSWORD)
    conclude.sign(customer, drawn.number, proof=PASSWORD)
    programme.deliver_programme(
        actor(made, "other", date(2026, 3, 30)),
        drawn.number,
        upload=upload(),
        targets={2026: Decimal(30), 2027: Decimal(40), 2028: Decimal(55)},
    )
    return drawn.number


def delivered(made, contract: str, on: date, volume: str, accepted: str) -> None:
    """A delivery of which the customer takes a part; the rest it refuses without the supplier's fault."""
    offered = deliver.offer_delivery(
        actor(made, "other", on), contract=contract, good=1, delivered_on=on, volume=Decimal(volume)
    )
    customer = actor(made, "customer", on)
    if accepted == "0":
        deliver.refuse(customer, offered.number, ground="No room in the store", by_supplier=False)
        return
    rest = {"ground": "No room in the store", "by_supplier": False} if accepted != volume else {}
    deliver.accept(customer, offered.number, volume=Decimal(accepted), **rest)
    deliver.pay(customer, offered.number, amount=Decimal(accepted) * 9_000_000, paid_on=on)


def result(contract: str, year: int, on: date) -> str:
    (judged,) = [one for one in years_of(Contract.objects.get(number=contract), on) if one.year == year]
    return next(iter(judged.goods)).judged.result.value


def test_four_years_of_an_offtake_contract(made_planners, tmp_path):
    made = made_planners
    plan_file(made)
    contract = concluded(made, approved_list(made))

    delivered(made, contract, date(2026, 9, 10), "100", "60")
    assert result(contract, 2026, date(2027, 1, 12)) == "not_met", "the first year is owed in full"
    penalty = claim_for_year(actor(made, "other", date(2027, 1, 12)), contract=contract, year=2026)
    assert penalty.amount == Decimal("36000000.00"), "an example: a tenth of 40 tonnes at 9 million tenge"

    delivered(made, contract, date(2027, 5, 4), "100", "50")
    assert result(contract, 2027, date(2028, 1, 11)) == "met", "exactly half is enough from the second year on"

    one_sided_cut(made, contract)
    lender_is_told(made, contract)
    goes_out_as_open_data(made, contract, tmp_path)
    connection.check_constraints()  # as a commit would: the entries join the chain
    assert chain.verify([]).holds


def one_sided_cut(made, contract: str) -> None:
    """The customer proposes to halve 2028; it cannot agree with itself, and the wording in force stays."""
    on = date(2027, 11, 3)
    customer = actor(made, "customer", on)
    before = in_force(contract)
    halved = replace_year(before, 2028, "50")
    amend.propose(customer, contract, terms=halved, reason="Less is needed", proof=PASSWORD)
    with pytest.raises(NotPermitted) as refusal:
        amend.agree_change(customer, contract, proof=PASSWORD)
    assert refusal.value.provision == "48.2"
    amend.decline_change(actor(made, "other", on), contract, reason="The mill is built for 100 tonnes")
    assert in_force(contract) == before


def lender_is_told(made, contract: str) -> None:
    """A pledge stands; 2028 is raised by both, and the lender reads of it."""
    bank = lender(made)
    supplier, customer = actor(made, "other", date(2028, 1, 15)), actor(made, "customer", date(2028, 2, 1))
    pledge.pledge(
        supplier,
        contract=contract,
        lender_bin=bank.bin,
        valid_from=date(2028, 1, 15),
        valid_to=None,
        basis="Pledge agreement 7",
    )
    raised = replace_year(in_force(contract), 2028, "120")
    amend.propose(customer, contract, terms=raised, reason="A second line of the field", proof=PASSWORD)
    amend.agree_change(actor(made, "other", date(2028, 2, 2)), contract, proof=PASSWORD)
    assert in_force(contract) == raised
    told = letters_about(("contract", contract)).filter(document__owner=bank)
    assert {letter.kind for letter in told} == {"amendment_proposed", "amendment"}
    assert visible_to(actor(made, "lender", date(2028, 2, 3))).filter(number=contract).exists()


def goes_out_as_open_data(made, contract: str, folder: Path) -> None:
    """Entered in the register, the contract is a record with its line, amendment and deliveries, and no price."""
    enter(actor(made, "keeper", date(2028, 2, 10)), contract)
    with serving() as host:
        response = Client(headers={"host": host}).get(reverse("ocds-records"))
        package = json.loads(b"".join(response.streaming_content))
        assert errors(package) == []
        if PROGRAM:
            assert against(checked(package, standard_in(folder))) == {}
    (record,) = package["records"]
    assert [set(one["tag"]) for one in record["releases"]] == [
        {"planning", "award", "contract"},
        {"implementation"},
        {"implementation"},
        {"contractAmendment"},
    ]
    assert "9000000" not in json.dumps(package), "prices are not public"


def in_force(contract: str) -> Terms:
    return terms_of(Contract.objects.get(number=contract).versions.get(state="in_force"))


def replace_year(terms: Terms, year: int, volume: str) -> Terms:
    (pipes,) = terms.goods
    years = tuple(replace(one, volume=Decimal(volume)) if one.year == year else one for one in pipes.years)
    return replace(terms, goods=(replace(pipes, years=years),))


@pytest.fixture
def made_planners():
    return planners(country())
