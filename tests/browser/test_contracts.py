"""Can both sides of an offtake contract live it through without a script: from the approved line to a declined change? (47-48)"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.visits import Visit

from ondiris.project.demonstration.country import PASSWORD

CUSTOMER, SUPPLIER, KEEPER = "arman@demo.kz", "bauyrzhan@demo.kz", "timur@demo.kz"
SUBJECT = "Balls for two mills"
PRICE = "350,000"  # tenge a tonne


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield Visit(page, server)
    context.close()


class Offtake:
    """A contract of the mine with a maker of balls: tonnes in this year and the next."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        visit.go()
        self.today = visit.today()
        self.years = (self.today.year, self.today.year + 1)
        self.number = ""

    def open(self, email: str) -> None:
        """Come in and open the contract."""
        self.visit.enter(email)
        self.visit.go(f"cabinet/contracts/{self.number}/")

    def comes_for(self, email: str, task: str) -> None:
        """Come in and follow what waits in the cabinet."""
        self.visit.enter(email)
        self.visit.follow(task)

    def is_drawn_up(self) -> None:
        """On the line of the list in force, with a supplier that said it can make it; a wrong number first."""
        visit = self.visit
        visit.enter(CUSTOMER)
        visit.follow("Our lines of the list of goods")
        visit.open_row("732611")
        visit.sees("Жасыл Дала Техника ЖШС")
        visit.follow("Draw up a contract")
        balls = visit.main.get_by_role("radio", name="732611")
        balls.check()
        line = balls.get_attribute("value") or ""
        maker = visit.main.get_by_role("row").filter(has_text="Жасыл Дала").filter(has_text=line)
        bin = maker.get_by_role("cell").first.inner_text()
        visit.fill(supplier_bin=bin[:-1], title=SUBJECT)
        visit.press("Draw it up")
        expect(visit.main.locator(".field--wrong:has([name=supplier_bin])")).to_contain_text("No enterprise")
        expect(balls).to_be_checked()
        assert visit.page.input_value("[name=title]") == SUBJECT
        visit.fill(supplier_bin=bin)
        visit.page.press("[name=supplier_bin]", "Enter")
        self.number = visit.page.url.rstrip("/").split("/")[-2]

    def is_written(self) -> None:
        """The line's good is there; a volume of none is refused beside its field, and what was typed stays."""
        visit, (first, last) = self.visit, self.years
        visit.choose(organised_by_supplier="true", absent_before="true")
        visit.fill(starts_on=self.today.isoformat(), ends_on=f"{last}-12-31")
        visit.fill(least_value="30", programme_due_on=f"{last}-03-31")
        visit.press("Ask the volumes for these years")
        assert visit.page.input_value("[name='goods-0-code']") == "732611"
        visit.fill(**{f"goods-0-{name}": "As in the specification" for name in ("characteristics", "properties")})
        visit.fill(**{"goods-0-composition": "Delivered whole"})
        visit.fill(**{f"goods-0-volume_{first}": "0", f"goods-0-price_{first}": PRICE})
        visit.fill(**{f"goods-0-volume_{last}": "200", f"goods-0-price_{last}": PRICE})
        visit.press("Keep the text")
        wrong = visit.main.locator(".field--wrong")
        expect(wrong).to_have_count(1)
        expect(wrong).to_contain_text("A volume is above zero.")
        assert wrong.locator("input").input_value() == "0"
        assert visit.page.input_value(f"[name='goods-0-volume_{last}']") == "200"
        wrong.locator("input").fill("300")
        visit.press("Keep the text")
        visit.stands("Being drawn up")

    def is_signed(self) -> None:
        """The supplier first, then the customer; with that it is in force."""
        visit = self.visit
        visit.follow("Offer for signature")
        visit.sees("Nothing stands against it")
        visit.press("Offer it")
        visit.may_not("Read and sign")
        for email, state in ((SUPPLIER, "Waiting for the customer's signature"), (CUSTOMER, "In force")):
            self.comes_for(email, f"Sign contract {self.number}")
            visit.sees("732611", f"{PRICE}.00")
            visit.fill(password=PASSWORD)
            visit.page.press("[name=password]", "Enter")
            visit.stands(state)

    def is_registered(self) -> None:
        """The keeper enters it; everybody finds it."""
        visit = self.visit
        visit.go("contracts/")
        visit.may_not(self.number)
        visit.enter(KEEPER)
        visit.follow(self.number)
        visit.follow("Enter it in the register")
        visit.press("Enter it")
        visit.sees("The contract stands in the register")
        visit.page.context.clear_cookies(name="sessionid")
        visit.go("contracts/")
        visit.follow(self.number)
        visit.sees(SUBJECT, "Жасыл Дала Техника ЖШС", "300")

    def is_delivered(self) -> None:
        """A hundred tonnes are offered, seventy accepted; the rest is refused with its ground."""
        visit = self.visit
        self.open(SUPPLIER)
        visit.follow("Offer a delivery")
        visit.fill(volume="100", delivered_on=self.today.isoformat())
        visit.press("Offer the delivery")
        self.comes_for(CUSTOMER, f"Accept or refuse deliveries under contract {self.number}")
        visit.open_row("DLV-")
        visit.follow("Accept the delivery")
        visit.fill(volume="70")
        visit.press("Accept")
        expect(visit.main.locator(".field--wrong:has([name=ground])")).to_contain_text("Say why")
        assert visit.page.input_value("[name=volume]") == "70"
        visit.fill(ground="No room in the store.")
        visit.choose(by_supplier="false")
        visit.press("Accept")
        visit.sees("70", "No room in the store.")
        self.open(SUPPLIER)
        year = visit.main.get_by_role("row").filter(has_text=str(self.years[0]))
        expect(year.get_by_role("cell")).to_contain_text(["732611", "300", "100", "70"][1:])

    def is_not_lowered_by_one_side(self) -> None:
        """The customer proposes less for the next year and cannot agree to it itself; the supplier declines."""
        visit, last = self.visit, self.years[1]
        self.open(CUSTOMER)
        visit.follow("Propose a change")
        visit.fill(**{f"goods-0-volume_{last}": "100"})
        visit.press("Show what this changes")
        visit.sees("This is lowered")
        visit.fill(reason="The mill is being repaired.", password=PASSWORD)
        visit.press("Sign and propose")
        visit.next_is("The proposed change is answered", "Supplier")
        visit.may_not("Answer the proposed change")
        visit.go(f"cabinet/contracts/{self.number}/change/")
        visit.may_not("Agree to the change and sign")
        visit.go(f"cabinet/contracts/{self.number}/change/agree/")
        expect(visit.page.locator("[name=password]")).to_have_count(0)
        self.comes_for(SUPPLIER, f"Answer the change proposed to contract {self.number}")
        visit.sees("This is lowered", "The mill is being repaired.")
        visit.follow("Decline the change")
        visit.fill(reason="The steel is bought.")
        visit.press("Decline the change")
        visit.stands("In force")
        expect(visit.main.get_by_role("row").filter(has_text=str(last))).to_contain_text("200")


def test_the_life_of_an_offtake_contract(visit: Visit) -> None:
    life = Offtake(visit)
    life.is_drawn_up()
    life.is_written()
    life.is_signed()
    life.is_registered()
    life.is_delivered()
    life.is_not_lowered_by_one_side()
