"""Bodies inform of the needs, and the keeper draws the list up from them."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ondiris.base.errors import BadInput, WrongState
from ondiris.base.journal.models import Entry
from ondiris.base.numbering.models import Counter
from ondiris.domains.parties.models import Shareholding
from ondiris.domains.parties.terms import Owner
from ondiris.domains.planning.actions.goods_list import classify_lines, draw_goods_list, update
from ondiris.domains.planning.actions.information import send_information
from ondiris.domains.planning.actions.proposal import classify, leave_out
from ondiris.domains.planning.models import GoodsList, Information, Need, Proposal
from ondiris.domains.planning.queries import by_customer, by_good, procurement_above, purchases_in
from tests.factories import actor
from tests.factories.country import enterprise
from tests.factories.planning import customer, goods_list, need, organisation_of, planners

DAY = date(2026, 5, 12)
INDEX = {2022: 3063, 2025: 3932, 2026: 4325}


@pytest.fixture
def mine(made):
    """The customer's organisation, in a country with both authorities for subsoil."""
    return organisation_of(planners(made), "customer")


def informed(made, who="officer", year=2026, text=""):
    return send_information(actor(made, who, DAY), year=year, text=text)


def drawn(made, year=2026):
    return draw_goods_list(actor(made, "keeper", DAY), year=year)


def bakery(made):
    """An enterprise that is no customer for certain."""
    found = enterprise("Bakery", made.region)
    Shareholding.objects.create(held=found, owner_kind=Owner.OTHER, share=Decimal(100), valid_from=date(2022, 1, 8))
    return found


def lines(found):
    return list(found.proposals.order_by("number").values_list("customer__name", "code", "unit", "needed", "amount"))


def test_information_keeps_the_figures_of_its_day(made, mine):
    need(mine, amount="100.50")
    need(mine, subject="service", amount="20", year=2027)
    need(mine, amount="5", year=2025)
    need(mine, amount="7", year=2025, kind="report")
    sent = informed(made)
    need(mine, code="848180")
    assert sent.summary == {"rows": 2, "customers": 1, "goods": 1, "money": "120.50", "reported": "7.00"}


def test_each_body_informs_of_a_year_once(made, mine):
    need(mine)
    informed(made)
    informed(made, "minerals_officer")
    with pytest.raises(WrongState):
        informed(made, "second_officer")
    assert Information.objects.count() == 2


@pytest.mark.parametrize(("year", "field"), [(2027, "year"), (2021, "year"), (2025, "text")])
def test_what_cannot_be_informed_of(made, mine, year, field):
    Need.objects.all().delete()
    with pytest.raises(BadInput) as refused:
        informed(made, year=year)
    assert set(refused.value.fields) == {field}


def test_where_nothing_is_planned_a_body_may_still_say_what_it_found(made, mine):
    assert informed(made, text="Nobody plans to buy anything.").summary["rows"] == 0


def test_a_list_rests_on_the_information_of_at_least_one_body(made, mine):
    need(mine)
    with pytest.raises(BadInput) as refused:
        drawn(made)
    assert set(refused.value.fields) == {"year"}


def test_whose_information_is_missing_and_late_is_in_the_evidence(made, mine):
    need(mine)
    informed(made, "hydrocarbons_officer")
    found = draw_goods_list(actor(made, "keeper", date(2026, 5, 23)), year=2026)
    evidence = Entry.objects.get(act="goods_list.draw", thing=found.number).evidence
    minerals = organisation_of(made, "minerals_officer").bin
    assert evidence["missing"] == {made.institute.bin: 3, minerals: 3}
    assert evidence["informed"] == [organisation_of(made, "hydrocarbons_officer").bin]


def test_needs_are_summed_by_customer_code_and_unit(made, mine):
    other = customer(made, "miner")
    need(mine, volume="10.5", amount="100")
    need(mine, volume="4", amount="50.25", year=2028)
    need(mine, volume="1", amount="1", unit="t")
    need(other, volume="2", amount="3")
    need(mine, volume="9", amount="9", year=2025)
    need(mine, volume="9", amount="9", kind="report")
    need(mine, subject="work")
    informed(made)
    assert lines(drawn(made)) == [
        ("Customer Mining", "841350", "pcs", Decimal("14.5"), Decimal("150.25")),
        ("Customer Mining", "841350", "t", Decimal(1), Decimal(1)),
        ("Miner Mining", "841350", "pcs", Decimal(2), Decimal(3)),
    ]


def test_a_line_has_the_names_of_the_newest_row(made, mine):
    need(mine, year=2027, name="Насосы шламовые")
    need(mine, year=2026, name="Насосы")
    informed(made)
    assert drawn(made).proposals.get().name_ru == "Насосы шламовые"


def test_who_is_no_customer_under_46_stays_out(made, mine):
    need(mine)
    stranger = bakery(made)
    need(stranger)
    informed(made)
    found = drawn(made)
    assert {line.customer for line in found.proposals.all()} == {mine}
    assert Entry.objects.get(act="goods_list.draw").evidence["no_customers"] == [stranger.bin]


def test_who_may_be_a_customer_stays_in_and_is_named(made, mine):
    open_ = enterprise("Of unknown owners", made.region)
    need(open_)
    informed(made)
    assert drawn(made).proposals.get().customer == open_
    assert Entry.objects.get(act="goods_list.draw").evidence["undetermined"] == [open_.bin]


def test_where_nobody_is_a_customer_nothing_is_drawn(made, mine):
    need(bakery(made))
    informed(made)
    with pytest.raises(BadInput):
        drawn(made)
    assert not GoodsList.objects.exists()


def test_a_year_has_one_list(made, mine):
    need(mine)
    informed(made)
    drawn(made)
    with pytest.raises(WrongState):
        drawn(made)
    assert Proposal.objects.count() == 1


def test_sums_beyond_what_can_be_kept_are_refused_and_nothing_is_written(made, mine):
    for _row in range(2):
        need(mine, amount="999999999999999.99")
    informed(made)
    with pytest.raises(BadInput):
        drawn(made)
    assert not GoodsList.objects.exists()
    assert not Counter.objects.filter(series="GOOD-2026").exists()


def test_numbers_follow_those_given_out_before_and_grow_past_five_digits(made, mine):
    Counter.objects.create(series="GOOD-2026", last=99998)
    for code in ("841350", "848180", "850152"):
        need(mine, code=code)
    informed(made)
    numbers = drawn(made).proposals.order_by("pk").values_list("number", flat=True)
    assert list(numbers) == ["GOOD-2026-99999", "GOOD-2026-100000", "GOOD-2026-100001"]
    assert Counter.objects.get(series="GOOD-2026").last == 100001


def test_many_needs_take_as_many_queries_as_few(made, mine):
    def queries(year, codes):
        for code in codes:
            need(mine, code=code, year=year)
        informed(made, year=year)
        with CaptureQueriesContext(connection) as counted:
            drawn(made, year)
        Need.objects.all().delete()
        return len(counted)

    assert queries(2025, ["841350"]) == queries(2026, [f"84{n:04d}" for n in range(200)])


@pytest.mark.parametrize("year", INDEX)
@pytest.mark.parametrize(("more", "kind"), [("0", "offtake"), ("0.01", "contract_procurement")])
def test_contract_procurement_is_suggested_above_500_000_indices_and_not_at_them(made, mine, year, more, kind):
    edge = Decimal(500_000 * INDEX[year])
    assert procurement_above(year) == edge
    need(mine, year=year, amount=str(edge - 10))
    need(mine, year=year, subject="service", amount=str(10 + Decimal(more)))
    found = goods_list(made, "drawn", year=year)
    assert found.proposals.get().kind == kind


def test_purchases_of_other_years_and_reports_do_not_count_for_the_edge(made, mine):
    edge = Decimal(500_000 * INDEX[2026])
    need(mine, amount=str(edge))
    need(mine, year=2027, amount="1000")
    need(mine, kind="report", amount="1000")
    assert goods_list(made, "drawn").proposals.get().kind == "offtake"


def test_where_the_index_is_not_known_nothing_exceeds_it(db):
    assert procurement_above(2090) is None


@pytest.mark.parametrize(
    ("activity", "through"),
    [
        ("06100", "hydrocarbons_authority"),
        ("0710", "solid_minerals_authority"),
        ("49200", "solid_minerals_authority"),
        ("", "solid_minerals_authority"),
    ],
)
def test_the_authority_is_suggested_by_the_setting(made, mine, activity, through):
    need(customer(made, "other_customer", activity=activity))
    informed(made)
    assert drawn(made).proposals.get().through == through


def test_the_keepers_choice_of_the_last_year_is_suggested_again(made, mine):
    need(mine, year=2025)
    last = goods_list(made, "drawn", year=2025).proposals.get()
    assert last.through == "solid_minerals_authority"
    keeper = actor(made, "keeper", DAY)
    chosen = classify(keeper, last.number, kind="contract_procurement", through="hydrocarbons_authority")
    assert (chosen.kind, chosen.classified_on) == ("contract_procurement", DAY)
    need(mine)
    informed(made)
    line = drawn(made).proposals.get()
    assert (line.kind, line.through, line.classified_on) == ("offtake", "hydrocarbons_authority", None)


@pytest.mark.parametrize(
    ("kind", "through", "field"),
    [
        ("lease", "hydrocarbons_authority", "kind"),
        ("offtake", "industry_authority", "through"),
        ("", "solid_minerals_authority", "kind"),
    ],
)
def test_what_a_line_cannot_be(made, mine, kind, through, field):
    line = goods_list(made, "drawn").proposals.get()
    with pytest.raises(BadInput) as refused:
        classify(actor(made, "keeper", DAY), line.number, kind=kind, through=through)
    assert set(refused.value.fields) == {field}


def test_a_line_is_left_out_with_a_reason(made, mine):
    line = goods_list(made, "drawn").proposals.get()
    keeper = actor(made, "keeper", DAY)
    with pytest.raises(BadInput):
        leave_out(keeper, line.number, reason=" ")
    left = leave_out(keeper, line.number, reason="Made here by several already")
    assert (left.state, left.reason) == ("left_out", "Made here by several already")


def test_sums_by_good_and_by_customer_and_purchases_of_a_year(made, mine):
    other = customer(made, "miner")
    need(mine, volume="10", amount="100")
    need(other, volume="5", amount="30", year=2027)
    need(other, subject="service", amount="1")
    (good,) = by_good(2026)
    assert (good["code"], good["total"], good["money"], good["customers"]) == ("841350", Decimal(15), Decimal(130), 2)
    rows = {row["customer"]: (row["rows"], row["goods"], row["money"]) for row in by_customer(2026)}
    assert rows == {mine.pk: (1, 1, Decimal(100)), other.pk: (2, 1, Decimal(31))}
    assert purchases_in(other.pk, 2026) == Decimal(1)
    assert purchases_in(mine.pk, 2027) is None


def test_an_update_takes_in_what_was_planned_since(made, mine):
    first, second = need(mine), need(mine, code="730411", volume="5")
    informed(made)
    one = drawn(made)
    chosen = classify(
        actor(made, "keeper", DAY),
        one.proposals.get(code="841350").number,
        kind="contract_procurement",
        through="hydrocarbons_authority",
    )
    Need.objects.filter(pk=first.pk).update(volume=Decimal(60))
    second.delete()
    need(mine, code="847420", volume="3")
    update(actor(made, "keeper", DAY), one.number)
    lines = {line.code: line for line in one.proposals.all()}
    assert {code: (line.state, line.needed) for code, line in lines.items()} == {
        "841350": ("drawn", 60),
        "730411": ("left_out", 5),
        "847420": ("drawn", 3),
    }
    assert (lines["841350"].kind, lines["841350"].through) == (chosen.kind, chosen.through)
    assert len({line.number for line in lines.values()}) == 3
    evidence = Entry.objects.get(act="goods_list.update").evidence
    assert {name: evidence[name] for name in ("new", "changed", "left_out")} == {"new": 1, "changed": 1, "left_out": 1}


def test_an_update_without_news_writes_no_line(made, mine):
    need(mine)
    informed(made)
    one = drawn(made)
    before = list(one.proposals.values())
    update(actor(made, "keeper", DAY), one.number)
    assert list(one.proposals.values()) == before


def test_kind_and_authority_are_chosen_for_all_lines_of_a_customer(made, mine):
    need(mine)
    need(mine, code="730411")
    need(customer(made, "another"), code="730411")
    informed(made)
    one = drawn(made)
    keeper = actor(made, "keeper", DAY)
    classify_lines(keeper, one.number, customer=mine.bin, kind="contract_procurement", through="hydrocarbons_authority")
    chosen = one.proposals.filter(kind="contract_procurement", through="hydrocarbons_authority", classified_on=DAY)
    assert set(chosen.values_list("customer", flat=True)) == {mine.pk}
    assert chosen.count() == 2


def test_a_customer_without_a_line_is_named(made, mine):
    need(mine)
    informed(made)
    one = drawn(made)
    with pytest.raises(BadInput) as refusal:
        classify_lines(actor(made, "keeper", DAY), one.number, customer="1", kind="offtake", through="x")
    assert set(refusal.value.fields) == {"customer", "through"}
