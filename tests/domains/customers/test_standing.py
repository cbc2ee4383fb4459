"""Who is a customer under 46.2 on a day: each limb, each exclusion, each edge, and what is said where it is open."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ondiris.domains.customers import standing as module
from ondiris.domains.customers.rules import RULES
from ondiris.domains.customers.standing import near_customers
from ondiris.domains.customers.terms import Answer, answer_of
from ondiris.domains.parties.terms import Manager, Owner, Status
from ondiris.law.parameters import Parameters
from ondiris.law.rulebook import Finding, Result, replay
from tests.domains.customers.conftest import DAY, SINCE


def because(standing) -> list[str]:
    return [finding.rule for finding in standing.because]


def chain(standing) -> list[tuple[str, str, Decimal]]:
    return [
        (part.owner.name if part.owner else part.held.owner_kind, step.held.name, part.share)
        for step in standing.chain
        for part in step.parts
    ]


@pytest.mark.parametrize(
    ("status", "limb"),
    [
        (Status.EXTRACTS_MINERALS, "extracts_minerals"),
        (Status.NATIONAL_MANAGING_HOLDING, "is_a_national_holding_or_company"),
        (Status.NATIONAL_HOLDING, "is_a_national_holding_or_company"),
        (Status.NATIONAL_COMPANY, "is_a_national_holding_or_company"),
        (Status.SOCIAL_ENTREPRENEURIAL_CORPORATION, "is_a_social_entrepreneurial_corporation"),
    ],
)
def test_each_status_makes_a_customer(owners, standing, status, limb):
    found = standing(owners.make("One", status, others=100))
    assert found.answer is Answer.CUSTOMER
    assert because(found) == [limb]
    assert found.chain == ()


def test_a_status_holds_for_its_days(owners, answer):
    one = owners.make("One", Status.NATIONAL_COMPANY, others=100)
    one.statuses.update(valid_to=DAY)
    assert answer(one, DAY - timedelta(days=1)) == "customer"
    assert answer(one, DAY) == "not_customer"


def test_an_enterprise_of_others_is_none(owners, standing):
    found = standing(owners.make("One", others=100))
    assert found.answer is Answer.NOT_CUSTOMER
    assert len(found.because) == 4


@pytest.mark.parametrize(
    ("share", "said"), [("49.99", "not_customer"), ("49.999999", "not_customer"), ("50", "customer")]
)
def test_half_of_the_voting_shares_is_enough_and_less_is_not(owners, answer, share, said):
    one = owners.make("One")
    owners.hold(owners.holding, one, share)
    owners.hold(Owner.OTHER, one, 100 - Decimal(share))
    assert answer(one) == said


def test_the_chain_shows_who_holds_how_much_of_whom_from_the_holding_down(owners, standing):
    middle, one = owners.make("Middle", others=40), owners.make("One", others=45)
    owners.hold(owners.holding, middle, 60)
    owners.hold(middle, one, 30)
    owners.hold(owners.holding, one, 25, since=date(2024, 5, 1))
    found = standing(one)
    assert found.answer is Answer.CUSTOMER
    assert chain(found) == [
        ("Holding", "Middle", 60), ("Middle", "One", 30), ("Holding", "One", 25),
    ]  # fmt: skip
    assert [step.share for step in found.chain] == [60, 55]
    assert found.chain[1].parts[1].held.since == date(2024, 5, 1)
    begins = [part.begins for step in found.chain for part in step.parts]
    assert begins == [Status.NATIONAL_MANAGING_HOLDING, None, Status.NATIONAL_MANAGING_HOLDING]


def test_what_belongs_to_a_subsoil_user_or_to_the_state_makes_no_customer(owners, answer):
    user, one, states = (
        owners.make("User", Status.EXTRACTS_MINERALS, others=100),
        owners.make("One"),
        owners.make("Two"),
    )
    owners.hold(user, one, 100)
    owners.hold(Owner.STATE, states, 100)
    assert answer(one) == "not_customer"
    assert answer(states) == "not_customer"


def test_shares_that_a_holding_only_has_in_trust_do_not_belong_to_it(owners, answer):
    one = owners.make("One")
    owners.hold(Owner.STATE, one, 100, manager=owners.holding)
    assert answer(one) == "not_customer"


def test_a_circle_of_companies_ends(owners, answer):
    one, two = owners.make("One"), owners.make("Two")
    owners.hold(one, two, 100)
    owners.hold(two, one, 60)
    owners.hold(Owner.OTHER, one, 40)
    assert answer(one) == answer(two) == "not_customer"


@pytest.mark.parametrize(
    ("manager", "buys_later", "said"),
    [
        (Manager.NATURAL_PERSON, True, "not_customer"),
        (Manager.NON_STATE_ENTITY, True, "not_customer"),
        (Manager.NON_STATE_ENTITY, False, "customer"),
        (Manager.NON_STATE_ENTITY, None, "undetermined"),
        (Manager.STATE_BODY, True, "customer"),
        (Manager.STATE_ENTITY, True, "customer"),
    ],
)
def test_who_is_handed_over_to_be_bought_is_outside(owners, standing, manager, buys_later, said):
    one = owners.make("One", others=20)
    owners.hold(owners.holding, one, 80)
    owners.entrust(one, manager, buys_later)
    found = standing(one)
    assert found.answer.value == said
    if said != "customer":
        assert because(found) == ["is_not_handed_over_to_be_bought"]
        assert bool(found.chain) == (said == "not_customer")


def test_who_is_handed_over_and_does_not_belong_to_holdings_stays_a_customer_by_its_own_limb(owners, answer):
    user = owners.make("User", Status.EXTRACTS_MINERALS, others=100)
    owners.entrust(user, Manager.NON_STATE_ENTITY, True)
    assert answer(user) == "customer"


def test_a_subsoil_user_that_belongs_to_a_holding_and_is_handed_over_is_outside(owners, answer):
    user = owners.make("User", Status.EXTRACTS_MINERALS, others=40)
    owners.hold(owners.holding, user, 60)
    owners.entrust(user, Manager.NATURAL_PERSON, True)
    assert answer(user) == "not_customer"


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.NATIONAL_WELFARE_FUND])
@pytest.mark.parametrize(("share", "said"), [(49, "customer"), (50, "not_customer")])
def test_the_funds_half_switches_a_customer_off_whatever_its_limb(owners, answer, status, share, said):
    one = owners.make("One", status, others=100 - share)
    owners.hold(owners.fund, one, share)
    assert answer(one) == said


def test_the_fund_itself_is_outside_even_as_a_managing_holding(owners, standing):
    owners.fund.statuses.create(status=Status.NATIONAL_MANAGING_HOLDING, basis="list", valid_from=SINCE)
    owners.hold(Owner.STATE, owners.fund, 100)
    found = standing(owners.fund)
    assert found.answer is Answer.NOT_CUSTOMER
    assert because(found) == ["is_outside_the_fund"]


def test_a_company_of_the_fund_and_its_subsidiary_are_outside_with_their_chain(owners, standing):
    company = owners.make("Company", Status.NATIONAL_COMPANY, others=10)
    one = owners.make("One", others=49)
    owners.hold(owners.fund, company, 90)
    owners.hold(company, one, 51)
    found = standing(one)
    assert found.answer is Answer.NOT_CUSTOMER
    assert chain(found) == [("Fund", "Company", 90), ("Company", "One", 51)]


def test_what_the_fund_has_in_trust_counts_as_its_own(owners, answer):
    company = owners.make("Company", Status.NATIONAL_COMPANY)
    owners.hold(Owner.STATE, company, 40)
    owners.hold(Owner.STATE, company, 50, manager=owners.fund)
    owners.hold(Owner.OTHER, company, 10)
    assert answer(company) == "not_customer"


def test_the_funds_minority_and_a_companys_minority_make_a_customer_together(owners, answer):
    """The Fund as a managing holding is one of those whose holdings add up; alone it has too little to exclude."""
    owners.fund.statuses.create(status=Status.NATIONAL_MANAGING_HOLDING, basis="list", valid_from=SINCE)
    company, one = owners.make("Company", Status.NATIONAL_COMPANY, others=100), owners.make("One", others=50)
    owners.hold(owners.fund, one, 30)
    owners.hold(company, one, 20)
    assert answer(one) == "customer"


def test_who_holds_is_not_recorded_and_could_matter(owners, standing):
    middle, one = owners.make("Middle"), owners.make("One", others=40)
    owners.hold(middle, one, 60)
    found = standing(one)
    assert found.answer is Answer.UNDETERMINED
    assert [(open_.organisation.name, open_.share) for open_ in found.missing] == [("Middle", 100)]
    assert "belongs_to_national_holdings_or_companies" in because(found)


def test_who_holds_is_not_recorded_and_cannot_matter(owners, answer):
    one = owners.make("One", others=51)
    assert answer(one) == "not_customer"


def test_a_limb_that_is_met_leaves_only_the_exclusion_open(owners, standing):
    found = standing(owners.make("User", Status.EXTRACTS_MINERALS))
    assert found.answer is Answer.UNDETERMINED
    assert because(found) == ["is_outside_the_fund"]


def test_without_a_fund_entered_nobody_is_a_customer_for_certain(owners, answer):
    owners.fund.statuses.all().delete()
    assert answer(owners.make("User", Status.EXTRACTS_MINERALS, others=100)) == "undetermined"


@pytest.mark.parametrize("setting", ["customers.counts_in_full_from", "customers.statuses_are_complete"])
def test_on_a_day_without_the_setting_what_rests_on_it_is_open(owners, answer, monkeypatch, setting):
    shipped = Parameters.load()
    without = Parameters(shipped.declared.values(), [value for value in shipped.values if value.name != setting])
    monkeypatch.setattr(module, "parameters_on", lambda: without)
    assert answer(owners.make("One", others=49)) == "undetermined"


def test_the_reading_of_indirectly_is_the_settings(owners, answer, monkeypatch):
    """With 75 % a company held by 60 % carries nothing on, and is held all the same."""
    shipped = Parameters.load()
    changed = [
        v.__class__(**{**vars(v), "value": Decimal(75)}) if v.name.endswith("in_full_from") else v
        for v in shipped.values
    ]
    monkeypatch.setattr(module, "parameters_on", lambda: Parameters(shipped.declared.values(), changed))
    middle, one = owners.make("Middle", others=40), owners.make("One", others=20)
    owners.hold(owners.holding, middle, 60)
    owners.hold(middle, one, 80)
    assert answer(middle) == "customer"
    assert answer(one) == "not_customer"


def test_the_answer_is_kept_and_replays(owners, standing):
    one = owners.make("One", others=40)
    owners.hold(owners.holding, one, 60)
    kept = standing(one).to_json()
    findings = [Finding.from_json(stored) for stored in kept["findings"]]
    assert {again.result for again in replay(RULES, findings)} == {Result.SAME}
    assert kept["answer"] == "customer"
    assert kept["chain"] == [
        {"held": one.bin, "share": "60", "owner": owners.holding.bin, "manager": "", "since": "2023-01-01"}
    ]


def test_the_answers_of_many_are_those_of_each(owners, answer):
    company = owners.make("Company", Status.NATIONAL_COMPANY, others=10)
    one, two, stranger = (
        owners.make("One", others=49),
        owners.make("Two", others=50),
        owners.make("Stranger", others=100),
    )
    owners.hold(owners.fund, company, 90)
    owners.hold(company, one, 51)
    owners.hold(owners.holding, two, 50)
    found = near_customers(DAY)
    assert {key: said.value for key, (said, _reason) in found.items()} == {
        organisation.pk: answer(organisation) for organisation in (owners.fund, owners.holding, company, one, two)
    }
    assert stranger.pk not in found


def test_the_number_of_queries_does_not_grow_with_the_chain(owners, standing):
    def queries(organisation) -> int:
        with CaptureQueriesContext(connection) as counted:
            standing(organisation)
        return len(counted)

    held = [owners.make(f"Company {place}") for place in range(8)]
    for above, below in zip([owners.holding, *held], held, strict=False):
        owners.hold(above, below, 100)
    assert queries(held[-1]) == queries(held[0])


@pytest.mark.parametrize(
    ("limbs", "exclusions", "said"),
    [
        ((True, None, None, None), (True, True), Answer.CUSTOMER),
        ((False, False, False, False), (None, None), Answer.NOT_CUSTOMER),
        ((True, True, True, True), (None, False), Answer.NOT_CUSTOMER),
        ((True, False, False, False), (True, None), Answer.UNDETERMINED),
        ((False, None, False, False), (True, True), Answer.UNDETERMINED),
    ],
)
def test_one_limb_and_no_exclusion_make_a_customer(limbs, exclusions, said):
    outcomes = dict(zip([*module.LIMBS, *module.EXCLUSIONS], [*limbs, *exclusions], strict=True))
    assert answer_of(outcomes) is said
