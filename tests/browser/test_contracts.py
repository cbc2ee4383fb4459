"""Can customer and supplier live an offtake contract through in a browser, to a delivery and a change that fails? (47.5, 48)"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.visits import Visit

from ondiris.project.demonstration.country import PASSWORD

CUSTOMER, SUPPLIER, KEEPER = "arman@demo.kz", "bauyrzhan@demo.kz", "timur@demo.kz"
CODE, SUBJECT = "732611", "Grinding balls of the story"
AGREED, LOWERED = "1,200", "600"  # tonnes in the next year
AGREE, DECLINE = "Agree to the change and sign", "Decline the change"


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Visit]:
    """A window without a script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield Visit(page, server)
    context.close()


class Offtake:
    """One contract of a mine with an enterprise, from the approved line of the list on; its term begins today."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        visit.go()
        self.today = visit.today()
        self.next_year = self.today.year + 1
        self.number = ""

    def opens(self, email: str) -> None:
        """A side comes in and opens the contract in the cabinet."""
        self.visit.enter(email)
        self.visit.go(f"cabinet/contracts/{self.number}/")

    def is_drawn_up(self) -> None:
        visit = self.visit
        visit.enter(SUPPLIER)
        supplier_bin = visit.main.locator("p").filter(has_text="BIN ").first.inner_text().split()[-1]
        visit.enter(CUSTOMER)
        visit.go("cabinet/contracts/")
        visit.follow("Draw up a contract")
        visit.main.get_by_role("radio", name=CODE).check()
        visit.fill(supplier_bin=supplier_bin, title=SUBJECT)
        visit.press("Draw it up")
        visit.sees("The contract is drawn up. Write its text")
        self.number = visit.page.url.split("/contracts/")[1].split("/")[0]

    def is_written(self) -> None:
        """A volume in words comes back beside its field, and with it all that was typed."""
        visit, page, year = self.visit, self.visit.page, self.next_year
        visit.choose(organised_by_supplier="true", absent_before="true")
        visit.fill(starts_on=self.today.isoformat(), ends_on=f"{year}-12-31", least_value="30")
        visit.fill(programme_due_on=f"{year}-03-31", goods__0__characteristics="Steel, 100 mm")
        visit.fill(goods__0__properties="Hardness 58 HRC", goods__0__composition="Delivered in bags")
        visit.press("Ask the volumes for these years")
        expect(page.locator("[name^='goods-0-volume_']")).to_have_count(2)
        visit.fill(**{f"goods-0-volume_{self.today.year}": "100", f"goods-0-price_{self.today.year}": "350,000"})
        visit.fill(**{f"goods-0-volume_{year}": "many", f"goods-0-price_{year}": "360 000"})
        visit.press("Keep the text")
        wrong = visit.main.locator(".field--wrong")
        expect(wrong).to_have_count(1)
        expect(wrong.locator(f"[name='goods-0-volume_{year}']")).to_have_value("many")
        expect(wrong).to_contain_text("Write a number in digits")
        expect(page.locator(f"[name='goods-0-price_{year}']")).to_have_value("360 000")
        expect(page.locator("[name='goods-0-characteristics']")).to_have_value("Steel, 100 mm")
        expect(page.locator("[name=absent_before][value=true]")).to_be_checked()
        visit.fill(**{f"goods-0-volume_{year}": AGREED})
        visit.press("Keep the text")
        visit.stands("Being drawn up")

    def is_signed(self) -> None:
        visit = self.visit
        visit.follow("Offer for signature")
        visit.sees("Nothing stands against it")
        visit.press("Offer it")
        visit.stands("Waiting for the supplier's signature")
        visit.may_not("Read and sign")
        visit.enter(SUPPLIER)
        visit.follow(f"Sign contract {self.number}")
        visit.sees("Steel, 100 mm", AGREED)
        visit.fill(password="not the password")
        visit.press("Sign")
        expect(visit.main.locator(".field--wrong [name=password]")).to_be_visible()
        visit.fill(password=PASSWORD)
        visit.press("Sign")
        visit.stands("Waiting for the customer's signature")
        visit.enter(CUSTOMER)
        visit.follow(f"Sign contract {self.number}")
        visit.fill(password=PASSWORD)
        visit.press("Sign")
        visit.stands("In force")
        visit.next_is("Goods are delivered; the customer accepts them and pays.", "Supplier")

    def is_entered(self) -> None:
        """The keeper enters it in the register; its public page names the sides and keeps prices to itself."""
        visit = self.visit
        visit.enter(KEEPER)
        visit.go(f"desk/contracts/{self.number}/")
        visit.follow("Enter it in the register")
        visit.press("Enter it")
        visit.may_not("Enter it in the register")
        visit.page.context.clear_cookies(name="sessionid")
        visit.go(f"contracts/{self.number}/")
        visit.sees(SUBJECT, "Entered in the register on", CODE, AGREED)
        expect(visit.main).not_to_contain_text("360,000")

    def is_delivered_in_part(self) -> None:
        visit = self.visit
        self.opens(SUPPLIER)
        visit.follow("Offer a delivery")
        visit.fill(delivered_on=self.today.isoformat(), volume="80", note="Waybill 1")
        visit.press("Offer the delivery")
        visit.sees("The delivery is offered.", "Waiting for the customer")
        visit.enter(CUSTOMER)
        visit.follow(f"Accept or refuse deliveries under contract {self.number}: 1")
        visit.main.locator("a[href*='/cabinet/deliveries/']").first.click()
        visit.follow("Accept the delivery")
        visit.fill(volume="50")
        visit.press("Accept it")
        expect(visit.main.locator(".field--wrong [name=ground]")).to_be_visible()
        visit.fill(ground="The store is full.")
        visit.choose(by_supplier="false")
        visit.press("Accept it")
        visit.stands("The customer accepted it")
        self.opens(SUPPLIER)
        visit.follow("Deliveries (1)")
        row = visit.main.get_by_role("row").filter(has_text="Not by the supplier's fault")
        expect(row.locator("[data-label='Accepted volume']")).to_have_text("50")

    def is_not_lowered_by_one_side(self) -> None:
        """The customer proposes less, cannot agree to it for the other side, and the supplier declines."""
        visit, field = self.visit, f"goods-0-volume_{self.next_year}"
        self.opens(CUSTOMER)
        visit.follow("Propose a change")
        visit.fill(**{field: LOWERED})
        visit.press("Show what this changes")
        falls = f"{self.next_year}: the volume falls from {AGREED} т to {LOWERED} т."
        visit.sees(falls)
        visit.fill(reason="The mine needs less.", password=PASSWORD)
        visit.press("Sign and propose")
        visit.stands("In force")
        visit.next_is("The proposed change is answered: signed too, or declined.", "Supplier")
        visit.may_not("Answer the proposed change")
        visit.go(f"cabinet/contracts/{self.number}/change/")
        visit.stands("Change proposed")
        visit.sees(falls)
        visit.may_not(AGREE)
        visit.may_not(DECLINE)
        visit.enter(SUPPLIER)
        visit.follow(f"Answer the change proposed to contract {self.number}")
        visit.sees("The mine needs less.", falls)
        expect(visit.main.get_by_role("link", name=AGREE)).to_be_visible()
        visit.follow(DECLINE)
        visit.fill(reason="The line is built for the agreed volume.")
        visit.press(DECLINE)
        visit.sees("The change is declined. The contract stays as it is.")

    def holds_as_it_was(self) -> None:
        """The first wording is in force, the volume agreed is asked for, and everybody sees the same as before."""
        visit = self.visit
        self.opens(CUSTOMER)
        visit.stands("In force")
        row = visit.main.get_by_role("row").filter(has=visit.page.get_by_role("rowheader", name=str(self.next_year)))
        expect(row.locator("[data-label=Contracted]")).to_have_text(AGREED)
        visit.follow("Text and changes")
        wordings = visit.main.get_by_role("row")
        expect(wordings.filter(has_text="Wording 1").locator(".tag")).to_have_text("In force")
        expect(wordings.filter(has_text="Wording 2").locator(".tag")).to_have_text("Change declined")
        visit.follow("Wording 2")
        visit.sees("Closed because: The line is built for the agreed volume.")
        visit.go(f"contracts/{self.number}/")
        visit.sees(AGREED)
        expect(visit.main).not_to_contain_text("As amended")


def test_the_life_of_an_offtake_contract_without_javascript(visit: Visit):
    contract = Offtake(visit)
    contract.is_drawn_up()
    contract.is_written()
    contract.is_signed()
    contract.is_entered()
    contract.is_delivered_in_part()
    contract.is_not_lowered_by_one_side()
    contract.holds_as_it_was()
