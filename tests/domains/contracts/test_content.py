"""What keeps a wording from being a contract, field by field, and what one wording lowers against another."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondiris.domains.contracts.content import Lowered, Terms, lowered, malformed, trouble_with
from ondiris.domains.planning.terms import ContractKind
from tests.factories.contracts import more, terms

OFFTAKE, PROCUREMENT = ContractKind.OFFTAKE, ContractKind.CONTRACT_PROCUREMENT


def with_good(**changed: object) -> Terms:
    whole = terms()
    return replace(whole, goods=(replace(whole.goods[0], **changed),))


def with_year(place: int, **changed: object) -> Terms:
    years = list(terms().goods[0].years)
    years[place - 1] = replace(years[place - 1], **changed)
    return with_good(years=tuple(years))


def with_condition(**changed: object) -> Terms:
    whole = terms(PROCUREMENT)
    return replace(whole, conditions=(replace(whole.conditions[0], **changed),))


@pytest.mark.parametrize("kind", ContractKind)
def test_a_whole_wording_has_no_trouble(kind):
    assert trouble_with(terms(kind), kind) == {}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (replace(terms(), ends_on=date(2024, 2, 29)), "ends_on"),
        (with_year(1, year=2023), "goods_1_years_1_year"),
        (with_year(4, year=2028), "goods_1_years_4_year"),
        (with_year(2, year=2024), "goods_1_years_2_year"),
        (with_year(2, volume=Decimal(0)), "goods_1_years_2_volume"),
        (with_year(2, volume=Decimal(-1)), "goods_1_years_2_volume"),
        (with_year(2, volume=Decimal("NaN")), "goods_1_years_2_volume"),
        (with_year(2, volume=Decimal("1.00001")), "goods_1_years_2_volume"),
        (with_year(2, volume=Decimal(10) ** 16), "goods_1_years_2_volume"),
        (with_year(3, price=Decimal("-0.01")), "goods_1_years_3_price"),
        (with_year(3, price=Decimal("0.001")), "goods_1_years_3_price"),
        (with_year(3, price=Decimal("Infinity")), "goods_1_years_3_price"),
        (with_year(3, price=Decimal(10) ** 15), "goods_1_years_3_price"),
        (with_year(3, volume=Decimal(10) ** 9, price=Decimal(10) ** 9), "goods"),
        (with_good(code="730"), "goods_1_code"),
        (with_good(code="73041100001"), "goods_1_code"),
        (with_good(code="7304 11"), "goods_1_code"),
        (with_good(code="٧٣٠٤"), "goods_1_code"),
        (with_good(name_ru="я" * 301), "goods_1_name_ru"),
        (with_good(unit="т" * 61), "goods_1_unit"),
        (with_good(properties="a\0b"), "goods_1_properties"),
        (replace(terms(), goods=terms().goods * 2), "goods_2_place"),
        (replace(terms(), starts_on=date(1999, 12, 31)), "starts_on"),
        (replace(terms(), starts_on=date(9999, 2, 1), ends_on=date(9999, 12, 31)), "ends_on"),
        (replace(terms(), least_value=Decimal(0)), "least_value"),
        (replace(terms(), least_value=Decimal("100.000001")), "least_value"),
        (replace(terms(), penalty="\0"), "penalty"),
        (with_condition(value=Decimal(0)), "conditions_1_value"),
        (with_condition(value=Decimal("-0.01")), "conditions_1_value"),
        (with_condition(value=Decimal("0.001")), "conditions_1_value"),
        (with_condition(due_on=date(2024, 2, 29)), "conditions_1_due_on"),
    ],
)
def test_what_cannot_be_kept_is_named_by_its_field(wrong, field):
    assert field in malformed(wrong)


@pytest.mark.parametrize(
    ("gap", "field"),
    [
        (replace(terms(), goods=()), "goods"),
        (with_good(years=()), "goods_1_years"),
        (with_good(name_kk=" "), "goods_1_name_kk"),
        (with_good(characteristics=""), "goods_1_characteristics"),
        (with_good(properties=" "), "goods_1_properties"),
        (with_good(composition=""), "goods_1_composition"),
        (with_good(years=terms().goods[0].years[:3]), "goods"),
        (with_good(years=terms().goods[0].years[::2]), "goods"),
        (replace(terms(), least_value=None), "least_value"),
        (replace(terms(), programme_due_on=None), "programme_due_on"),
        (replace(terms(), programme_due_on=date(2028, 1, 1)), "programme_due_on"),
        (replace(terms(), conditions=terms(PROCUREMENT).conditions), "conditions"),
    ],
)
def test_a_gap_of_an_offtake_contract_may_stand_in_a_draft_only(gap, field):
    assert malformed(gap) == {}
    assert list(trouble_with(gap, OFFTAKE)) == [field]


def test_production_may_be_built_before_the_first_deliveries():
    later = with_good(years=terms().goods[0].years[2:])
    assert trouble_with(later, OFFTAKE) == {}


def test_two_goods_may_share_the_years_of_the_term():
    whole = terms()
    first = replace(whole.goods[0], years=whole.goods[0].years[:2])
    second = replace(whole.goods[0], place=2, years=whole.goods[0].years[2:])
    assert trouble_with(replace(whole, goods=(first, second)), OFFTAKE) == {}


def test_contract_procurement_needs_a_condition_and_no_description():
    bare = replace(terms(PROCUREMENT), conditions=())
    plain = replace(bare, goods=(replace(bare.goods[0], characteristics="", properties="", composition=""),))
    assert list(trouble_with(plain, PROCUREMENT)) == ["conditions"]


def test_what_is_lowered_is_said_by_good_year_volume_and_price():
    before = terms()
    good = before.goods[0]
    assert list(lowered(before, more(before, "-1", since=2027))) == [
        Lowered(good, 2027, "volume", Decimal(100), Decimal(99))
    ]
    assert list(lowered(before, more(before, "0", "-0.01", since=2027))) == [
        Lowered(good, 2027, "price", Decimal(1000), Decimal("999.99"))
    ]
    gone = replace(before, goods=(replace(good, years=good.years[:3]),))
    assert list(lowered(before, gone)) == [Lowered(good, 2027, "volume", Decimal(100), Decimal(0))]


WORDINGS = st.dictionaries(st.integers(2024, 2027), st.tuples(st.integers(1, 9), st.integers(0, 9)), min_size=1).map(
    lambda years: (years, wording(years))
)


def wording(years: dict[int, tuple[int, int]]) -> Terms:
    """A wording of one good with a volume and a price for some years."""
    whole = terms(years={year: str(volume) for year, (volume, _price) in sorted(years.items())})
    good = whole.goods[0]
    priced = tuple(replace(one, price=Decimal(years[one.year][1])) for one in good.years)
    return replace(whole, goods=(replace(good, years=priced),))


@given(WORDINGS, WORDINGS)
def test_something_is_lowered_exactly_where_a_figure_is_below(before, after):
    (old, was), (new, now) = before, after
    below = {(year, "volume") for year in old if new.get(year, (0, 0))[0] < old[year][0]}
    below |= {(year, "price") for year in old if year in new and new[year][1] < old[year][1]}
    assert {(one.year, one.what) for one in lowered(was, now)} == below


@given(WORDINGS, st.integers(0, 5), st.integers(0, 5))
def test_raising_lowers_nothing_and_what_is_raised_back_was_lowered(before, volume, price):
    was = before[1]
    raised = more(was, str(volume), str(price))
    assert list(lowered(was, raised)) == []
    assert len(list(lowered(raised, was))) == len(was.goods[0].years) * ((volume > 0) + (price > 0))


@given(WORDINGS, st.integers(0, 3), st.integers(0, 3))
def test_who_lowers_further_lowers_all_that_was_lowered_before(before, first, second):
    was = more(before[1], "10", "10")
    little, much = more(was, str(-first)), more(was, str(-first - second))
    assert {(o.year, o.what) for o in lowered(was, little)} <= {(o.year, o.what) for o in lowered(was, much)}
