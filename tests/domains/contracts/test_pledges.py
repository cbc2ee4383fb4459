"""An offtake contract is pledged with dates; while the pledge lasts, the lender sees it and is told of its changes."""

from datetime import date, timedelta

import pytest

from ondiris.base.errors import BadInput, NotFound, NotPermitted, WrongState
from ondiris.domains.contracts.actions.amend import agree_change
from ondiris.domains.contracts.actions.pledge import pledge as make
from ondiris.domains.contracts.actions.pledge import release
from ondiris.domains.contracts.models import Contract, Pledge
from ondiris.domains.contracts.permissions import visible_to
from ondiris.domains.documents.models import Letter
from ondiris.domains.planning.terms import ContractKind
from tests.factories import PASSWORD, actor
from tests.factories.contracts import SIGNED_ON, contract, lender, pledge, proposed

LATER = SIGNED_ON + timedelta(days=7)


def told(made, standing: Contract) -> set[tuple[str, str]]:
    """The letters that the lender has: (kind, language)."""
    return set(
        Letter.objects.filter(thing=standing.number, document__owner=lender(made)).values_list("kind", "language")
    )


def sees(made, who: str, standing: Contract, on: date = LATER) -> bool:
    return visible_to(actor(made, who, on)).filter(pk=standing.pk).exists()


def test_the_lender_is_told_of_a_change_when_it_is_proposed_and_when_it_is_in_force(made):
    standing = contract(made)
    pledge(made, standing)
    proposed(made, standing)
    assert told(made, standing) == {("amendment_proposed", code) for code in ("kk", "ru", "en")}
    agree_change(actor(made, "applicant", LATER), standing.number, proof=PASSWORD)
    assert told(made, standing) == {
        (kind, code) for kind in ("amendment_proposed", "amendment") for code in ("kk", "ru", "en")
    }


@pytest.mark.parametrize("over", ["released", "ended", "not yet"])
def test_a_lender_whose_pledge_does_not_last_on_the_day_is_not_told(made, over):
    standing = contract(made)
    until = LATER if over == "ended" else None
    made_pledge = pledge(made, standing, SIGNED_ON, until)
    if over == "released":
        release(actor(made, "lender", SIGNED_ON), made_pledge.number)
    if over == "not yet":
        Pledge.objects.update(valid_from=LATER + timedelta(days=1))
    proposed(made, standing)
    assert told(made, standing) == set()


def test_the_last_day_of_a_pledge_still_counts(made):
    standing = contract(made)
    pledge(made, standing, until=LATER + timedelta(days=1))
    proposed(made, standing)
    assert told(made, standing)


def test_a_lender_sees_the_contract_from_its_pledge_on_and_after_it(made):
    standing = contract(made)
    lender(made)
    assert not sees(made, "lender", standing)
    made_pledge = pledge(made, standing)
    assert sees(made, "lender", standing)
    released = release(actor(made, "lender", LATER), made_pledge.number)
    assert (released.state, released.released_on) == ("released", LATER)
    assert sees(made, "lender", standing)


def test_neither_side_releases_a_pledge(made):
    made_pledge = pledge(made, contract(made))
    for who in ("customer", "applicant"):
        with pytest.raises(NotPermitted):
            release(actor(made, who, LATER), made_pledge.number)


def said(made, standing: Contract, **changed: object) -> dict[str, object]:
    return {
        "contract": standing.number,
        "lender_bin": lender(made).bin,
        "valid_from": LATER,
        "valid_to": None,
        "basis": "Pledge agreement 12",
        **changed,
    }


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"valid_to": LATER}, "valid_to"),
        ({"valid_to": LATER - timedelta(days=1)}, "valid_to"),
        ({"valid_from": SIGNED_ON - timedelta(days=1)}, "valid_from"),
        ({"basis": ""}, "basis"),
        ({"basis": "д" * 301}, "basis"),
        ({"lender_bin": "000000000000"}, "lender_bin"),
    ],
)
def test_what_is_wrong_with_a_pledge_is_said_beside_its_field(made, changed, field):
    standing = contract(made)
    with pytest.raises(BadInput) as refused:
        make(actor(made, "applicant", LATER), **said(made, standing, **changed))
    assert list(refused.value.fields) == [field]
    assert not Pledge.objects.exists()


def test_neither_side_is_the_lender(made):
    standing = contract(made)
    for side in (standing.customer, standing.supplier):
        with pytest.raises(BadInput) as refused:
            make(actor(made, "applicant", LATER), **said(made, standing, lender_bin=side.bin))
        assert list(refused.value.fields) == ["lender_bin"]


def test_one_lender_has_a_contract_in_pledge_once_at_a_time(made):
    standing = contract(made)
    pledge(made, standing, until=LATER)
    assert make(actor(made, "applicant", LATER), **said(made, standing))
    with pytest.raises(BadInput) as refused:
        make(actor(made, "applicant", LATER), **said(made, standing, valid_from=LATER + timedelta(days=9)))
    assert list(refused.value.fields) == ["lender_bin"]


def test_the_customer_does_not_pledge_and_a_stranger_does_not_learn_of_the_contract(made):
    standing = contract(made)
    with pytest.raises(NotPermitted):
        make(actor(made, "customer", LATER), **said(made, standing))
    with pytest.raises(NotFound):
        make(actor(made, "other", LATER), **said(made, standing))


@pytest.mark.parametrize(("state", "kind"), [("offered", "offtake"), ("in_force", ContractKind.CONTRACT_PROCUREMENT)])
def test_only_a_concluded_offtake_contract_is_pledged(made, state, kind):
    standing = contract(made, state, kind=kind)
    with pytest.raises(WrongState):
        make(actor(made, "applicant", LATER), **said(made, standing))
