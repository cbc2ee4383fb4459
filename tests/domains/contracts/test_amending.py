"""Neither side changes a contract alone: what one proposes has no effect until the other signs the same text."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ondiris.base.errors import BadInput, NotPermitted, Trouble, WrongState
from ondiris.base.journal.models import Entry
from ondiris.domains.contracts.actions.amend import agree_change, decline_change, propose, withdraw_change
from ondiris.domains.contracts.actions.end import end
from ondiris.domains.contracts.content import Terms
from ondiris.domains.contracts.judging import NotAllowed
from ondiris.domains.contracts.models import Contract, Delivery, Performance, Volume
from ondiris.domains.contracts.queries import proposed_version, version_in_force
from ondiris.domains.contracts.versions import terms_of
from ondiris.domains.documents.models import Document, Letter
from ondiris.domains.planning.terms import ContractKind
from tests.factories import PASSWORD, actor
from tests.factories.contracts import SIGNED_ON, contract, delivery, line, more, proposed, terms

LATER = SIGNED_ON + timedelta(days=7)
NEXT_YEAR = date(2025, 2, 1)


def in_force(standing: Contract) -> Terms:
    return terms_of(version_in_force(standing))


def refused_fields(made, standing: Contract, said: Terms, on: date = LATER) -> set[str]:
    with pytest.raises(BadInput) as refused:
        proposed(made, standing, said, on=on)
    assert proposed_version(standing) is None
    return set(refused.value.fields)


def accepted(standing: Contract, volume: str, on: date = LATER) -> None:
    Delivery.objects.create(
        number=f"DLV-{volume}-{on}",
        state="accepted",
        contract=standing,
        good=1,
        delivered_on=on,
        offered_on=on,
        volume=Decimal(volume),
        accepted=Decimal(volume),
    )


@pytest.mark.parametrize(("proposer", "other"), [("customer", "applicant"), ("applicant", "customer")])
def test_a_change_is_in_force_once_the_other_side_signed_the_same_text(made, proposed_terms, proposer, other):
    standing = contract(made)
    before = in_force(standing)
    proposed(made, standing, proposed_terms, who=proposer)
    assert in_force(standing) == before
    agree_change(actor(made, other, LATER), standing.number, proof=PASSWORD)
    assert in_force(standing) == proposed_terms
    first, second = standing.versions.all()
    assert (first.state, second.state, second.in_force_on) == ("replaced", "in_force", LATER)
    assert terms_of(first) == before
    assert len(set(second.signatures.values_list("digest", flat=True))) == 1
    assert second.signatures.count() == 2


@pytest.fixture
def proposed_terms() -> Terms:
    """A volume lower and a price lower than in `terms`."""
    return more(terms(), "-10", "-100", since=2025)


@pytest.mark.parametrize("who", ["customer", "applicant"])
def test_the_side_that_proposed_does_not_agree_to_its_own_change(made, proposed_terms, who):
    standing = proposed(made, contract(made), proposed_terms, who=who)
    with pytest.raises(NotPermitted) as refused:
        agree_change(actor(made, who, LATER), standing.number, proof=PASSWORD)
    assert str(refused.value.message) == "Volume and price are not lowered by one side alone: the other side answers."
    assert refused.value.provision == "48.2"
    assert in_force(standing) == terms()


def test_who_is_neither_side_has_no_say(made):
    standing = proposed(made, contract(made))
    for step, said in ((agree_change, {"proof": PASSWORD}), (decline_change, {"reason": "No."})):
        with pytest.raises(NotPermitted):
            step(actor(made, "other", LATER), standing.number, **said)


def test_what_is_lowered_is_in_the_journal(made):
    proposed(made, contract(made), more(terms(), "-10", since=2027))
    entry = Entry.objects.get(act="contract.propose")
    assert entry.evidence["lowered"] == [
        {"good": 1, "year": 2027, "what": "volume", "before": "100.0000", "after": "90"}
    ]


def test_another_change_waits_for_the_first(made):
    standing = proposed(made, contract(made))
    with pytest.raises(WrongState):
        proposed(made, standing, more(terms(), "5"), who="applicant")


@pytest.mark.parametrize(
    ("step", "who", "state"), [(decline_change, "applicant", "declined"), (withdraw_change, "customer", "withdrawn")]
)
def test_a_change_that_is_closed_leaves_the_contract_as_it_was(made, step, who, state):
    standing = proposed(made, contract(made))
    step(actor(made, who, LATER), standing.number, reason="Not now.")
    version = standing.versions.get(place=2)
    assert (version.state, version.closed_because) == (state, "Not now.")
    assert in_force(standing) == terms()
    proposed(made, standing, who="applicant")
    assert proposed_version(standing).place == 3


def test_the_other_side_does_not_withdraw_what_it_did_not_propose(made):
    standing = proposed(made, contract(made))
    with pytest.raises(NotPermitted):
        withdraw_change(actor(made, "applicant", LATER), standing.number, reason="No.")


def test_a_wrong_password_proposes_nothing(made):
    standing = contract(made)
    with pytest.raises(BadInput) as refused:
        propose(actor(made, "customer", LATER), standing.number, terms=more(terms()), reason="More.", proof="wrong")
    assert list(refused.value.fields) == ["password"]
    assert standing.versions.count() == 1


def test_a_text_changed_after_it_was_proposed_is_not_signed(made):
    standing = proposed(made, contract(made))
    Volume.objects.filter(good__version__place=2, year=2027).update(volume=1)
    with pytest.raises(Trouble):
        agree_change(actor(made, "applicant", LATER), standing.number, proof=PASSWORD)
    assert in_force(standing) == terms()


def test_the_same_wording_is_no_change(made):
    assert refused_fields(made, contract(made), terms()) == {"goods"}


def test_a_gap_is_no_change_either(made):
    assert refused_fields(made, contract(made), replace(terms(), least_value=None)) == {"least_value"}


def test_a_year_that_is_over_stays_as_it_is(made):
    standing = contract(made)
    assert refused_fields(made, standing, more(terms(), "1"), NEXT_YEAR) == {"goods_1_years_1_volume"}
    assert refused_fields(made, standing, more(terms(), "0", "1"), NEXT_YEAR) == {"goods_1_years_1_volume"}
    assert proposed(made, standing, more(terms(), "-1", since=2025), on=NEXT_YEAR)


def test_what_was_accepted_is_not_amended_away(made):
    standing = contract(made)
    accepted(standing, "40")
    accepted(standing, "20.5")
    assert refused_fields(made, standing, more(terms(), "-40")) == {"goods_1_years_1_volume"}
    assert proposed(made, standing, more(terms(), "-39.5"))


def test_what_waits_to_be_accepted_is_not_amended_away(made):
    standing = contract(made)
    delivery(made, standing, LATER, "60")
    assert refused_fields(made, standing, more(terms(), "-41")) == {"goods_1_years_1_volume"}
    assert proposed(made, standing, more(terms(), "-40"))


def test_a_contract_does_not_end_while_a_change_waits_for_an_answer(made):
    standing = proposed(made, contract(made), more(terms(), "1"))
    after = actor(made, "customer", date(2028, 1, 3))
    with pytest.raises(WrongState):
        end(after, standing.number, reason="All done")
    withdraw_change(after, standing.number, reason="Too late")
    assert end(after, standing.number, reason="All done").state == "ended"


def test_a_good_of_which_something_was_accepted_is_not_dropped(made):
    whole = terms()
    second = replace(whole.goods[0], place=2)
    standing = contract(made, said=replace(whole, goods=(*whole.goods, second)))
    accepted(standing, "1")
    assert refused_fields(made, standing, replace(whole, goods=(second,))) == {"goods"}
    assert proposed(made, standing, whole)


def test_what_was_accepted_since_the_proposal_stands_against_it(made):
    standing = proposed(made, contract(made), more(terms(), "-40"))
    accepted(standing, "60.0001")
    with pytest.raises(Trouble) as refused:
        agree_change(actor(made, "applicant", LATER), standing.number, proof=PASSWORD)
    assert "Decline it" in str(refused.value.message)
    assert in_force(standing) == terms()


def test_the_first_day_stays_once_it_has_passed(made):
    standing = contract(made)
    assert refused_fields(made, standing, replace(terms(), starts_on=date(2024, 6, 1))) == {"starts_on"}


def test_the_term_may_grow_and_the_contract_shows_it(made):
    standing = contract(made)
    longer = terms(years=dict.fromkeys(range(2024, 2030), "100"))
    proposed(made, standing, longer)
    assert Contract.objects.get(pk=standing.pk).ends_on == date(2027, 12, 31)
    agree_change(actor(made, "applicant", LATER), standing.number, proof=PASSWORD)
    assert Contract.objects.get(pk=standing.pk).ends_on == date(2029, 12, 31)


@pytest.mark.parametrize("changed", [{"code": "7304"}, {"unit": "м"}])
def test_another_code_or_unit_is_another_good(made, changed):
    whole = terms()
    other = replace(whole, goods=(replace(whole.goods[0], **changed),))
    assert refused_fields(made, contract(made), other) == {"goods_1_code"}


def test_a_good_comes_in_on_an_approved_line_only(made):
    whole, standing = terms(), contract(made)
    wider = replace(whole, goods=(*whole.goods, replace(whole.goods[0], place=2, code="84135000")))
    assert refused_fields(made, standing, wider) == {"goods_2_code"}
    line(made, code="8413")
    assert proposed(made, standing, wider)


def test_a_sum_that_outgrows_its_conditions_is_refused(made):
    kind = ContractKind.CONTRACT_PROCUREMENT
    standing = contract(made, kind=kind)
    grown = more(terms(kind), "1")
    with pytest.raises(NotAllowed) as refused:
        proposed(made, standing, grown)
    assert refused.value.provision == "49.2p2"
    enough = replace(grown, conditions=(replace(grown.conditions[0], value=grown.amount / 20),))
    assert proposed(made, standing, enough)


def test_a_condition_that_was_performed_stays(made):
    kind = ContractKind.CONTRACT_PROCUREMENT
    standing, whole = contract(made, kind=kind), terms(ContractKind.CONTRACT_PROCUREMENT)
    paper = Document.objects.first()
    Performance.objects.create(
        number="PRF-1", state="accepted", contract=standing, condition=1, value=1, done_on=LATER, text="Built",
        document=paper, reported_on=LATER,
    )  # fmt: skip
    renamed = replace(whole, conditions=(replace(whole.conditions[0], place=2),))
    assert refused_fields(made, standing, renamed) == {"conditions"}


def test_both_sides_are_written_to_once_a_change_is_in_force(made):
    standing = proposed(made, contract(made))
    letters = Letter.objects.filter(thing=standing.number)
    assert not letters.exclude(kind="contract").exists()
    agree_change(actor(made, "applicant", LATER), standing.number, proof=PASSWORD)
    told = {one.document.owner_id for one in letters.filter(kind="amendment")}
    assert told == {standing.customer_id, standing.supplier_id}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["customer", "applicant"]),
    st.integers(-99, 99),
    st.integers(-999, 999),
    st.sampled_from([2024, 2025, 2027]),
)
def test_whatever_one_side_proposes_the_wording_in_force_stays(made, standing_contract, who, volume, price, since):
    with transaction.atomic():
        if (volume, price) != (0, 0):
            proposed(made, standing_contract, more(terms(), str(volume), str(price), since), who=who)
            with pytest.raises(NotPermitted):
                agree_change(actor(made, who, LATER), standing_contract.number, proof=PASSWORD)
        assert in_force(standing_contract) == terms()
        transaction.set_rollback(True)


@pytest.fixture
def standing_contract(made) -> Contract:
    return contract(made)
