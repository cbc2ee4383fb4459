"""What a set of holders reaches: against a brute-force oracle, at the edges, in circles, in any order."""

from itertools import chain as joined

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondiris.domains.customers.reach import HUNDRED, UNKNOWN, Parcel, among, by_held, chain, reach, unrecorded

HALF = HUNDRED // 2
HOLDER, FIRST, SECOND, THIRD, OTHER = 1, 2, 3, 4, 5


def parcel(holder: int, held: int, per_cent: str | int, key: int = 0) -> Parcel:
    whole, _point, rest = str(per_cent).partition(".")
    return Parcel(key, held, int(whole) * 10**6 + int(rest.ljust(6, "0")), (holder,))


def reached(holders, parcels, enough=HALF):
    return set(reach(holders, among(parcels), enough).step)


@st.composite
def graphs(draw, most: int = 6) -> list[Parcel]:
    """Parcels among a few organisations; those of each come to no more than 100 %."""
    found = []
    for held in range(1, most + 1):
        left = 100
        for holder in draw(st.lists(st.integers(1, most), max_size=4, unique=True)):
            share = draw(st.sampled_from([1, 10, 25, 30, 49, 50, 51, 70, 100]))
            if holder != held and share <= left:
                left -= share
                found.append(Parcel(len(found) + 1, held, share * 10**6, (holder,)))
    return found


holders = st.sets(st.integers(1, 6), max_size=3)


def oracle(holders: set[int], parcels: list[Parcel]) -> set[int]:
    """Go over everything again and again until nothing is added."""
    found = set(holders)
    while True:
        more = {
            held
            for held in range(1, 7)
            if sum(p.share for p in parcels if p.held == held and found.intersection(p.by)) >= HALF
        }
        if more <= found:
            return found
        found |= more


@given(holders, graphs())
def test_it_is_what_an_oracle_finds_by_going_over_everything(holders, parcels):
    assert reached(holders, parcels) == oracle(holders, parcels)


@given(holders, graphs())
def test_it_is_the_least_set_that_closes(holders, parcels):
    """Whoever is reached is held through those reached in earlier rounds, so nobody is there by a circle alone."""
    found = reach(holders, among(parcels), HALF)
    for one, step in found.step.items():
        earlier = {other for other, at in found.step.items() if at < step}
        assert step == 0 or sum(p.share for p in parcels if p.held == one and earlier.intersection(p.by)) >= HALF


@given(holders, graphs(), st.randoms(use_true_random=False))
def test_any_order_of_parcels_gives_the_same(holders, parcels, chance):
    shuffled = parcels.copy()
    chance.shuffle(shuffled)
    one, other = reach(holders, among(parcels), HALF), reach(holders, among(shuffled), HALF)
    assert one.step == other.step
    assert dict(one.shares) == dict(other.shares)


@given(holders, graphs(), st.data())
def test_a_larger_share_takes_nobody_away(holders, parcels, data):
    if not parcels:
        return
    at = data.draw(st.integers(0, len(parcels) - 1))
    grown = [p._replace(share=p.share + 10**6) if place == at else p for place, p in enumerate(parcels)]
    assert reached(holders, parcels) <= reached(holders, grown)


@given(holders, holders, graphs())
def test_more_holders_reach_no_less(holders, more, parcels):
    assert reached(holders, parcels) <= reached(holders | more, parcels)


@given(holders, graphs())
def test_what_is_unrecorded_can_only_add(holders, parcels):
    with_unknown = [*parcels, *unrecorded(range(1, 7), parcels)]
    assert reached(holders, parcels) <= reached({*holders, UNKNOWN}, with_unknown)


@given(holders, graphs())
def test_the_chain_to_each_is_made_of_those_reached(holders, parcels):
    found = reach(holders, among(parcels), HALF)
    for one in found.step:
        links = chain(found, by_held(parcels), one)
        shown = {link.held: sum(p.share for p in link.parcels) for link in links}
        assert shown == {held: found.shares[held] for held in shown}
        owners = set(joined.from_iterable(p.by for link in links for p in link.parcels))
        assert owners <= set(found.step)
        assert one in shown or found.shares[one] == 0


@pytest.mark.parametrize(("share", "is_reached"), [("49.999999", False), ("50", True), ("50.000001", True)])
def test_the_edge_is_exact(share, is_reached):
    assert (FIRST in reached({HOLDER}, [parcel(HOLDER, FIRST, share)])) == is_reached


def test_a_holding_through_a_company_counts_in_full():
    parcels = [parcel(HOLDER, FIRST, 50), parcel(FIRST, SECOND, 50), parcel(SECOND, THIRD, 50)]
    assert reached({HOLDER}, parcels) == {HOLDER, FIRST, SECOND, THIRD}


def test_a_holding_through_a_company_held_by_less_counts_for_nothing():
    parcels = [parcel(HOLDER, FIRST, "49.99"), parcel(FIRST, SECOND, 100)]
    found = reach({HOLDER}, among(parcels), HALF)
    assert set(found.step) == {HOLDER}
    assert found.shares[SECOND] == 0


def test_holdings_of_several_add_up():
    parcels = [parcel(HOLDER, FIRST, 60), parcel(HOLDER, SECOND, 20), parcel(FIRST, SECOND, 30)]
    assert SECOND in reached({HOLDER}, parcels)


def test_a_circle_reaches_nobody_by_itself():
    parcels = [parcel(FIRST, SECOND, 100), parcel(SECOND, FIRST, 60), parcel(HOLDER, FIRST, 40)]
    assert reached({HOLDER}, parcels) == {HOLDER}


def test_a_circle_that_is_entered_is_followed_once():
    parcels = [parcel(HOLDER, FIRST, 50), parcel(FIRST, SECOND, 100), parcel(SECOND, FIRST, 50)]
    found = reach({HOLDER}, among(parcels), HALF)
    assert set(found.step) == {HOLDER, FIRST, SECOND}
    assert found.shares[FIRST] == HUNDRED
    assert [link.held for link in chain(found, by_held(parcels), SECOND)] == [FIRST, SECOND]


def test_a_parcel_that_belongs_by_two_rights_counts_once():
    """The Fund's company owns the shares that the Fund itself has in trust."""
    parcels = [parcel(HOLDER, FIRST, 100, key=1), Parcel(2, SECOND, 40 * 10**6, (FIRST, HOLDER))]
    found = reach({HOLDER}, among(parcels), HALF)
    assert found.shares[SECOND] == 40 * 10**6
    assert SECOND not in found.step


def test_a_long_chain_is_followed_to_its_end():
    parcels = [Parcel(one, one + 1, HUNDRED, (one,)) for one in range(1, 50_001)]
    found = reach({1}, among(parcels), HALF)
    assert found.step[50_001] == 50_000
    assert len(chain(found, by_held(parcels), 50_001)) == 50_000


def test_what_is_left_of_all_shares_is_unrecorded():
    left = unrecorded([FIRST, SECOND, THIRD], [parcel(HOLDER, FIRST, "66.666667"), parcel(OTHER, SECOND, 100)])
    assert [(p.held, p.share, p.by) for p in left] == [(FIRST, 33333333, (UNKNOWN,)), (THIRD, HUNDRED, (UNKNOWN,))]
