"""A contract from the approved line to both signatures, as customer and supplier see and do it in the cabinet."""

from dataclasses import replace
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from ondiris.base.journal.models import Look
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.queries import draft_of, version_in_force
from ondiris.domains.contracts.versions import terms_of
from ondiris.domains.parties.terms import Capacity
from tests.factories import PASSWORD, sign_in
from tests.factories.contracts import CODE, SIGNED_ON, contract, customer, lender, line, pledge, proposed, terms
from tests.factories.country import enterprise, person
from tests.web.cabinet.pages import filled_in, look, press, text_of

pytestmark = pytest.mark.usefixtures("on_the_day")
GOOD = {
    "goods-0-place": "1",
    "goods-0-code": CODE,
    "goods-0-name_kk": "Болат құбырлар",
    "goods-0-name_ru": "Трубы стальные",
    "goods-0-unit": "т",
    "goods-0-characteristics": "530 × 8",
    "goods-0-properties": "09Г2С",
    "goods-0-composition": "поштучно",
}
YEARS = {
    f"goods-0-{name}_{year}": text for year in (2024, 2025) for name, text in (("volume", "100"), ("price", "1000"))
}
TEXT = {
    "starts_on": "2024-03-01",
    "ends_on": "2025-12-31",
    "least_value": "30",
    "programme_due_on": "2024-12-31",
    "organised_by_supplier": "true",
    "absent_before": "true",
    **GOOD,
    **YEARS,
}


@pytest.fixture
def on_the_day():
    with time_machine.travel(f"{SIGNED_ON} 12:00 +0500"):
        yield


@pytest.fixture
def buyer(made) -> Client:
    """Who prepares and signs for the customer."""
    customer(made)
    return sign_in(Client(), made.people["customer"])


@pytest.fixture
def supplier(browser) -> Client:
    """Who prepares and signs for the supplier."""
    return browser


def written(client: Client, number: str, **typed: str):
    """Send the text with what the test changes."""
    first = filled_in(client.get(f"/en/cabinet/contracts/{number}/text/"))
    return press(client, "contract-text", number, version=first["version"], **{**TEXT, **typed})


def test_a_contract_is_drawn_up_on_an_approved_line(made, buyer):
    chosen = line(made)
    page = look(buyer, "draw-contract")
    assert "73041100 Трубы стальные: 400 т — Offtake contract" in page
    typed = {"line": chosen.number, "supplier_bin": made.enterprise.bin, "title": "Pipes"}
    response = press(buyer, "draw-contract", **typed)
    drawn = Contract.objects.get()
    assert response.url.endswith(f"/contracts/{drawn.number}/text/")
    assert (drawn.customer, drawn.supplier, drawn.line) == (customer(made), made.enterprise, chosen)


def test_a_supplier_that_is_not_registered_is_said_beside_the_field(made, buyer):
    chosen = line(made)
    page = text_of(press(buyer, "draw-contract", line=chosen.number, supplier_bin="123", title="Pipes"))
    assert "No enterprise is registered under this BIN." in page
    assert (
        'value="Pipes"'
        in press(buyer, "draw-contract", line=chosen.number, supplier_bin="123", title="Pipes").content.decode()
    )


def test_without_an_approved_line_the_page_says_so(made, buyer):
    assert "No line of the list of goods in force is yours today." in look(buyer, "draw-contract")


def test_the_text_begins_with_what_the_line_says(made, buyer):
    first = filled_in(buyer.get(f"/en/cabinet/contracts/{contract(made, 'drawn').number}/text/"))
    assert first["goods-0-code"] == CODE
    assert first["starts_on"] == "2024-03-01"
    assert "goods-0-volume_2027" in first


def test_the_text_is_kept(made, buyer):
    drawn = contract(made, "drawn")
    assert written(buyer, drawn.number).status_code == 302
    drawn.refresh_from_db()
    kept = terms_of(draft_of(drawn))
    assert (kept.ends_on, kept.amount, kept.goods[0].years[1].year) == (date(2025, 12, 31), 200_000, 2025)
    assert drawn.organised_by_supplier is True


def test_a_good_is_added_and_removed_with_everything_typed_kept(made, buyer):
    drawn = contract(made, "drawn")
    more = press(buyer, "contract-text", drawn.number, version=drawn.version, **TEXT, add="goods")
    fields = filled_in(more)
    assert fields["goods-0-volume_2024"] == "100"
    assert fields["goods-1-place"] == "2"
    fewer = filled_in(press(buyer, "contract-text", drawn.number, **fields, remove="goods-0"))
    assert "goods-1-place" not in fewer
    assert fewer["goods-0-place"] == "2"
    assert draft_of(drawn) is None


def test_other_years_are_asked_when_the_term_changes(made, buyer):
    drawn = contract(made, "drawn")
    longer = {**TEXT, "ends_on": "2026-06-30", "years": "1", "version": drawn.version}
    fields = filled_in(press(buyer, "contract-text", drawn.number, **longer))
    assert fields["goods-0-volume_2025"] == "100"
    assert fields["goods-0-volume_2026"] == ""


def test_what_is_wrong_stands_beside_its_field_in_the_very_row(made, buyer):
    drawn = contract(made, "drawn")
    typed = {**TEXT, "goods-0-volume_2025": "many", "goods-0-price_2024": "", "version": drawn.version}
    response = press(buyer, "contract-text", drawn.number, **typed)
    page = text_of(response)
    assert "Volume in 2025 — Write a number in digits, for example 1250.5." in page
    assert "Price of a unit in 2024 — Write the price too, or leave the year empty." in page
    assert filled_in(response)["goods-0-volume_2025"] == "many"


def test_what_the_act_refuses_stands_beside_its_field(made, buyer):
    drawn = contract(made, "drawn")
    page = text_of(written(buyer, drawn.number, **{"goods-0-volume_2025": "0", "ends_on": "2024-02-01"}))
    assert "Last day — The last day must not come before the first." in page
    assert "Volume in 2025 — A volume is above zero." in page


def test_what_is_missing_still_is_shown_before_an_offer(made, buyer):
    drawn = contract(made, "drawn")
    written(buyer, drawn.number, **{"goods-0-volume_2025": "", "goods-0-price_2025": ""})
    response = buyer.get(f"/en/cabinet/contracts/{drawn.number}/offer/", follow=True)
    assert "Each calendar year from the first deliveries to the end of the term needs a volume." in text_of(response)


def test_an_offer_that_the_law_allows_shows_every_finding(made, buyer):
    ready = contract(made, "written")
    page = look(buyer, "offer-contract", ready.number)
    assert "Nothing stands against it" in page
    assert "The customer is one under article 46 on the day." in page
    assert press(buyer, "offer-contract", ready.number, version=ready.version).status_code == 302
    assert "The supplier reads the text and signs it" in look(buyer, "contract", ready.number)


def test_an_offer_that_the_law_does_not_allow_names_the_condition(made, buyer):
    ready = contract(made, "written")
    Contract.objects.filter(pk=ready.pk).update(absent_before=False)
    page = look(buyer, "offer-contract", ready.number)
    assert "It cannot be concluded as it stands" in page
    assert "Not met There was no such production before. art. 46.1.1" in page
    sent = text_of(press(buyer, "offer-contract", ready.number, version=ready.version))
    assert "The law does not allow this contract as it stands: There was no such production before (not met)." in sent


def test_both_sides_sign_with_their_passwords(made, buyer, supplier):
    offered = contract(made, "offered")
    page = look(supplier, "sign-contract", offered.number)
    assert "Диаметр 530 мм" in page
    assert "2024 100 1,000.00 ₸ 100,000.00 ₸" in page
    assert (
        press(supplier, "sign-contract", offered.number, version=offered.version, password=PASSWORD).status_code == 302
    )
    assert "The customer signs; with that the contract is in force." in look(supplier, "contract", offered.number)
    offered.refresh_from_db()
    press(buyer, "sign-contract", offered.number, version=offered.version, password=PASSWORD)
    page = look(buyer, "contract", offered.number)
    assert "In force" in page
    assert "Why it could be concluded" in page


def test_a_wrong_password_signs_nothing(made, supplier):
    offered = contract(made, "offered")
    page = text_of(press(supplier, "sign-contract", offered.number, version=offered.version, password="guess"))
    assert "Your password — The password is not right. Nothing was signed." in page
    assert not draft_of(offered).signatures.exists()


def test_the_customer_takes_the_offer_back(made, buyer, supplier):
    offered = contract(made, "offered")
    press(buyer, "take-back-contract", offered.number, version=offered.version, reason="Another term")
    assert supplier.get(f"/en/cabinet/contracts/{offered.number}/").status_code == 404


def test_a_stale_page_changes_nothing(made, buyer):
    ready = contract(made, "written")
    late = press(buyer, "contract-text", ready.number, version=ready.version - 1, **TEXT)
    assert late.status_code == 409
    assert press(buyer, "offer-contract", ready.number, version=ready.version - 1).status_code == 409


def test_a_draft_is_not_the_suppliers_to_see(made, supplier):
    drawn = contract(made, "drawn")
    assert supplier.get(f"/en/cabinet/contracts/{drawn.number}/").status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "contract",
        "contract-text",
        "offer-contract",
        "take-back-contract",
        "sign-contract",
        "end-contract",
        "contract-versions",
        "contract-change",
        "propose-change",
        "agree-change",
        "decline-change",
        "withdraw-change",
        "deliveries",
        "offer-delivery",
        "value",
        "deliver-programme",
        "conditions",
        "penalties",
        "pledges",
        "make-pledge",
    ],
)
def test_anothers_contract_is_not_found_and_logged(made, stranger, name):
    number = contract(made).number
    assert stranger.get(reverse(f"cabinet:{name}", args=[number])).status_code == 404
    assert Look.objects.filter(thing=number, actor_name="Nurlan", allowed=False).exists()


def test_who_only_prepares_does_not_sign(made):
    offered = contract(made, "offered")
    clerk = sign_in(Client(), person("clerk", made.enterprise, Capacity.APPLICANT))
    assert "Read and sign" not in look(clerk, "contract", offered.number)
    assert clerk.get(f"/en/cabinet/contracts/{offered.number}/sign/").status_code == 403
    assert "Sign contract" in look(clerk, "home")


def test_the_list_says_which_part_one_has(made, buyer, supplier):
    pledge(made, contract(made))
    lends = sign_in(Client(), made.people["lender"])
    assert "Customer" in look(buyer, "contracts")
    for client, part in ((buyer, "Customer"), (supplier, "Supplier"), (lends, "Lender")):
        page = client.get("/en/cabinet/contracts/?columns=part").content.decode()
        assert f'data-label="Your part">{part}' in page


def test_home_shows_what_waits(made, buyer, supplier):
    offered = contract(made, "offered")
    assert f"Sign contract {offered.number}" in look(supplier, "home")
    assert f"Sign contract {offered.number}" not in look(buyer, "home")


def test_a_change_is_proposed_over_the_whole_text(made, buyer, supplier):
    standing = contract(made)
    fields = filled_in(buyer.get(f"/en/cabinet/contracts/{standing.number}/change/propose/"))
    told = {k: v for k, v in fields.items() if k not in ("reason", "password")}
    cut = {**told, **_areas(standing), "goods-0-volume_2026": "60"}
    looked = text_of(press(buyer, "propose-change", standing.number, **cut, look="1"))
    assert "Трубы стальные, 2026: the volume falls from 100 т to 60 т." in looked
    assert "Volume and price are not lowered by one side alone" in looked
    sent = press(buyer, "propose-change", standing.number, **cut, reason="Less is needed", password=PASSWORD)
    assert sent.status_code == 302
    assert version_in_force(standing).place == 1
    page = look(supplier, "contract-version", standing.number, 2)
    assert "the volume falls from 100 т to 60 т" in page
    assert "Less is needed" in page


def _areas(standing) -> dict[str, str]:
    """What stands in the text areas, which `filled_in` does not read."""
    good = terms_of(version_in_force(standing)).goods[0]
    return {f"goods-0-{name}": getattr(good, name) for name in ("characteristics", "properties", "composition")}


def test_one_side_alone_cannot_cut(made, buyer, supplier):
    standing = contract(made)
    lowered = terms(years={2024: "100", 2025: "100", 2026: "100", 2027: "40"})
    waiting = proposed(made, standing, lowered, on=SIGNED_ON)
    page = look(buyer, "contract-version", standing.number, 2)
    assert "Volume and price are not lowered by one side alone: the other side answers." in page
    assert "Agree to the change and sign" not in page
    refused = press(buyer, "agree-change", standing.number, version=waiting.version, password=PASSWORD)
    assert refused.status_code == 403
    assert "art. 48.2" in text_of(refused)
    assert version_in_force(standing).place == 1
    press(supplier, "agree-change", standing.number, version=waiting.version, password=PASSWORD)
    assert version_in_force(standing).place == 2
    assert "Wording 1" in look(buyer, "contract-versions", standing.number)


def test_a_change_is_declined_with_a_reason(made, buyer, supplier):
    standing = contract(made)
    waiting = proposed(made, standing, on=SIGNED_ON)
    assert f"Answer the change proposed to contract {standing.number}" in look(supplier, "home")
    press(supplier, "decline-change", standing.number, version=waiting.version, reason="No capacity")
    assert "Closed because: No capacity" in look(buyer, "contract-version", standing.number, 2)


def test_a_change_that_stands_against_what_was_done_keeps_what_was_typed(made, buyer):
    standing = contract(made)
    fields = filled_in(buyer.get(f"/en/cabinet/contracts/{standing.number}/change/propose/"))
    typed = {**fields, **_areas(standing), "goods-0-code": "9999", "reason": "x", "password": PASSWORD}
    response = press(buyer, "propose-change", standing.number, **typed)
    assert "Another code or unit is another good: add it beside this one." in text_of(response)
    assert filled_in(response)["goods-0-code"] == "9999"


@pytest.mark.parametrize(
    "typed",
    [
        {"remove": "goods-" + "9" * 5000},
        {"remove": "goods-²"},
        {"add": "goods", "goods-0-place": "9" * 5000},
        {"goods-0-volume_2024": "9" * 5000},
        {"goods-0-place": "9" * 5000},
        {"starts_on": "10000-01-01"},
    ],
)
def test_numbers_without_bounds_come_back_as_typed(made, buyer, typed):
    drawn = contract(made, "written")
    response = press(buyer, "contract-text", drawn.number, **{**TEXT, "version": drawn.version, **typed})
    assert response.status_code == 200


def test_the_last_day_of_the_calendar_is_no_last_day_of_a_pledge(made, supplier):
    standing = contract(made)
    typed = {"lender_bin": lender(made).bin, "valid_from": "2024-03-02", "last_day": "9999-12-31", "basis": "№ 12"}
    page = text_of(press(supplier, "make-pledge", standing.number, **typed))
    assert "Last day — Choose 30 December 9999 or an earlier day." in page


def test_the_supplier_pledges_and_the_lender_releases(made, supplier):
    standing = contract(made)
    bank = lender(made)
    typed = {"lender_bin": bank.bin, "valid_from": "2024-03-01", "last_day": "2025-02-28", "basis": "№ 12"}
    assert press(supplier, "make-pledge", standing.number, **typed).status_code == 302
    made_one = standing.pledges.get()
    assert made_one.valid_to == date(2025, 3, 1)
    page = look(supplier, "pledges", standing.number)
    assert "1 March 2024 – 28 February 2025" in page
    another = enterprise("Another bank", made.region)
    standing.pledges.create(
        number="PLG-2024-9", state="stands", lender=another, basis="№ 13", valid_from=date(2024, 3, 1)
    )
    lends = sign_in(Client(), made.people["lender"])
    page = look(lends, "pledges", standing.number)
    assert "Release the pledge" in page
    assert "Another bank" not in page, "a lender learns nothing of other lenders"
    assert "Another bank" in look(supplier, "pledges", standing.number)
    press(lends, "release-pledge", made_one.number, version=made_one.version)
    assert "Released" in look(supplier, "pledges", standing.number)


def test_a_reversed_pledge_is_said_beside_its_last_day(made, supplier):
    standing = contract(made)
    typed = {"lender_bin": lender(made).bin, "valid_from": "2024-03-02", "last_day": "2024-03-01", "basis": "№ 12"}
    page = text_of(press(supplier, "make-pledge", standing.number, **typed))
    assert "Last day — The last day must come after the first." in page


def test_a_text_larger_than_a_page_is_not_cut_to_it(made, buyer):
    (good,) = terms().goods
    many = replace(terms(), goods=tuple(replace(good, place=place) for place in range(1, 61)))
    standing = contract(made, said=many)
    page = buyer.get(f"/en/cabinet/contracts/{standing.number}/change/propose/")
    assert page.status_code == 422
    assert "This text has more goods and years than a page takes." in text_of(page)
