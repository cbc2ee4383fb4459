"""Who holds whose voting shares: what is entered, ended and refused, beside the field and by the database."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from ondiris.base.errors import BadInput, NotFound, NotPermitted
from ondiris.base.journal.models import Entry
from ondiris.domains.parties.actions.shareholding import end_shareholding, enter_shareholding
from ondiris.domains.parties.actions.status import end_status, enter_status
from ondiris.domains.parties.actions.trust import end_trust, enter_trust
from ondiris.domains.parties.models import OrganisationStatus, Shareholding, TrustManagement
from ondiris.domains.parties.shares import Span, most_with
from ondiris.domains.parties.terms import Owner, Status
from tests.factories import DAY, actor
from tests.factories.country import enterprise

FIRST = date(2024, 1, 1)


@pytest.fixture
def keeper(made):
    return actor(made, "keeper", DAY)


@pytest.fixture
def enter(made, keeper):
    """Enter a parcel of the enterprise's shares, held by the other enterprise, with what the test changes."""

    def parcel(share="50", **changed) -> Shareholding:
        said = {
            "held": made.enterprise.bin,
            "owner_kind": Owner.ORGANISATION,
            "owner": made.other_enterprise.bin,
            "valid_from": FIRST,
            **changed,
        }
        return enter_shareholding(keeper, share=Decimal(share), **said)

    return parcel


def refusal(call, *args, **kwargs) -> set[str]:
    with pytest.raises(BadInput) as refused:
        call(*args, **kwargs)
    return set(refused.value.fields)


def test_a_parcel_is_kept_and_in_the_journal(made, enter):
    parcel = enter("50.000001")
    entry = Entry.objects.get(act="shareholding.enter")
    assert (parcel.held, parcel.owner, parcel.share) == (made.enterprise, made.other_enterprise, Decimal("50.000001"))
    assert entry.provision == "46.2"
    assert entry.evidence["share"] == "50.000001"


def test_only_a_keeper_of_the_authority_enters(made):
    with pytest.raises(NotPermitted):
        enter_shareholding(
            actor(made, "officer", DAY),
            held=made.enterprise.bin,
            owner_kind=Owner.STATE,
            share=Decimal(1),
            valid_from=FIRST,
        )


@pytest.mark.parametrize("share", ["0", "-1", "100.000001", "33.3333333", "NaN", "Infinity"])
def test_a_share_is_of_a_hundred_with_six_decimals(enter, share):
    assert refusal(enter, share) == {"share"}


def test_what_is_wrong_stands_beside_each_field(made, enter):
    assert refusal(enter, held="1", owner="2", manager="3", valid_to=FIRST) == {"held", "owner", "manager", "valid_to"}
    assert refusal(enter, owner=made.enterprise.bin) == {"owner"}
    assert refusal(enter, manager=made.enterprise.bin) == {"manager"}
    assert refusal(enter, manager=made.other_enterprise.bin) == {"manager"}
    assert refusal(enter, owner_kind=Owner.STATE) == {"owner"}
    assert refusal(enter, owner_kind="nobody") == {"owner_kind"}


def test_the_holders_of_a_day_never_have_more_than_all(enter):
    enter("60")
    assert refusal(enter, "40.000001", owner_kind=Owner.STATE, owner="") == {"share"}
    enter("40", owner_kind=Owner.STATE, owner="")


def test_parcels_one_after_the_other_may_each_be_all(enter):
    enter("100", valid_to=date(2025, 1, 1))
    enter("100", valid_from=date(2025, 1, 1))
    assert refusal(enter, "1", owner_kind=Owner.OTHER, owner="", valid_from=date(2023, 1, 1)) == {"share"}
    enter("1", owner_kind=Owner.OTHER, owner="", valid_from=date(2023, 1, 1), valid_to=FIRST)


def test_a_holder_has_one_parcel_of_a_kind_at_a_time(made, enter):
    enter("10")
    assert refusal(enter, "10", valid_from=date(2025, 1, 1)) == {"valid_from"}
    third = enterprise("Trustee", made.region)
    enter("10", manager=third.bin)
    assert Shareholding.objects.count() == 2


def test_a_parcel_is_ended_and_one_entered_by_mistake_is_taken_away(enter, keeper):
    parcel, mistake = enter("10"), enter("20", owner_kind=Owner.STATE, owner="")
    assert refusal(end_shareholding, keeper, key=parcel.pk, valid_to=date(2023, 1, 1)) == {"valid_to"}
    end_shareholding(keeper, key=parcel.pk, valid_to=date(2025, 1, 1))
    assert refusal(end_shareholding, keeper, key=parcel.pk, valid_to=date(2026, 1, 1)) == {"valid_to"}
    end_shareholding(keeper, key=mistake.pk, valid_to=FIRST)
    assert list(Shareholding.objects.values_list("pk", "valid_to")) == [(parcel.pk, date(2025, 1, 1))]
    assert Entry.objects.filter(act="shareholding.end").count() == 2
    with pytest.raises(NotFound):
        end_shareholding(keeper, key=mistake.pk, valid_to=FIRST)


def raw(made, share, **changed) -> Shareholding:
    said = {"held": made.enterprise, "owner": None, "owner_kind": Owner.STATE, "valid_from": FIRST, **changed}
    return Shareholding.objects.create(share=Decimal(share), **said)


@pytest.mark.parametrize(
    "changed",
    [
        {"share": "0"},
        {"share": "101"},
        {"owner_kind": Owner.ORGANISATION},
        {"valid_to": FIRST},
        {"share": "40.000001", "owner_kind": Owner.OTHER},
        {"share": "1"},
    ],
    ids=["nothing", "over", "unnamed", "reversed", "more than all", "twice"],
)
def test_the_database_refuses_too_what_cannot_be(made, changed):
    raw(made, "60")
    with pytest.raises(IntegrityError), transaction.atomic():
        raw(made, **{"share": "10", **changed})


def test_the_database_refuses_a_holder_of_itself_and_a_larger_share_later(made):
    with pytest.raises(IntegrityError), transaction.atomic():
        raw(made, "10", owner_kind=Owner.ORGANISATION, owner=made.enterprise)
    raw(made, "60")
    small = raw(made, "40", owner_kind=Owner.OTHER)
    with pytest.raises(IntegrityError), transaction.atomic():
        Shareholding.objects.filter(pk=small.pk).update(share=41)


spans = st.builds(
    lambda share, first, length: Span(
        Decimal(share), date(2024, 1, first), None if length == 0 else date(2024, 1, first + length)
    ),
    st.integers(1, 60),
    st.integers(1, 15),
    st.integers(0, 12),
)


@given(spans, st.lists(spans, max_size=5))
def test_the_most_at_once_is_what_counting_each_day_finds(new, others):
    def held(day: int) -> Decimal:
        there = [
            one
            for one in [new, *others]
            if one.valid_from.day <= day and (one.valid_to is None or day < one.valid_to.day)
        ]
        return sum((one.share for one in there), Decimal(0)) if new in there else Decimal(0)

    assert most_with(new, others)[0] == max(held(day) for day in range(1, 31))


def test_a_status_is_entered_once_and_ended(made, keeper):
    said = {
        "organisation": made.enterprise.bin,
        "status": Status.NATIONAL_COMPANY,
        "basis": "list 7",
        "valid_from": FIRST,
    }
    kept = enter_status(keeper, **said)
    assert refusal(enter_status, keeper, **said) == {"valid_from"}
    assert refusal(enter_status, keeper, **{**said, "organisation": "1", "basis": " ", "status": "x"}) == {
        "organisation", "basis", "status",
    }  # fmt: skip
    end_status(keeper, key=kept.pk, valid_to=date(2025, 1, 1))
    enter_status(keeper, **{**said, "valid_from": date(2025, 1, 1)})
    assert OrganisationStatus.objects.count() == 2


def test_there_is_one_fund_at_a_time(made, keeper):
    said = {"status": Status.NATIONAL_WELFARE_FUND, "basis": "law", "valid_from": FIRST}
    enter_status(keeper, organisation=made.enterprise.bin, **said)
    assert refusal(enter_status, keeper, organisation=made.other_enterprise.bin, **said) == {"status"}
    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationStatus.objects.create(organisation=made.other_enterprise, **said)


def test_a_trust_management_is_entered_once_and_ended(made, keeper):
    said = {
        "organisation": made.enterprise.bin,
        "manager_kind": "non_state_entity",
        "buys_later": None,
        "basis": "agreement 3",
        "valid_from": FIRST,
    }
    trust = enter_trust(keeper, **said)
    assert refusal(enter_trust, keeper, **said) == {"valid_from"}
    assert refusal(enter_trust, keeper, **{**said, "manager_kind": "", "basis": "", "valid_to": FIRST}) == {
        "manager_kind", "basis", "valid_to",
    }  # fmt: skip
    end_trust(keeper, key=trust.pk, valid_to=FIRST)
    assert not TrustManagement.objects.exists()
