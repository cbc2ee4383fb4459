"""Can each person of a case of the second measure live it through in a browser, from self-check to recovery? (39)"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import demonstration
from tests.browser.lives import KNOWN, Life, returnable
from tests.browser.visits import Visit

from ondiris.project.demonstration.country import PASSWORD

PAID = 4_000_000  # tenge, in one instalment

OF_THE_CASE = (
    "Begin an application",
    "Submit the application",
    "Take the case",
    "Propose a decision",
    "Make the decision",
)
AFTERWARDS = (
    "Draw up the agreement",
    "Sign for the recipient",
    "Sign for the State",
    "Pay an instalment",
    "Accept the report",
    "Give notice of shortfall",
    "Draw up a demand",
    "Demand the money back",
    "Record money returned",
)


@pytest.fixture(scope="module")
def server(chromium: str) -> Iterator[str]:
    """A country of its own: this story enters base rates, which other stories await as a gap."""
    yield from demonstration()


@pytest.fixture
def visit(page: Page, server: str) -> Visit:
    return Visit(page, server)


class Productivity(Life):
    """One application of serik@demo.kz, from the measure's page to the money returned."""

    applicant = "serik@demo.kz"

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self.year = self.begun.year + 1
        self.asked_back = date(self.year + 1, 2, 20)

    def finds_the_measure_and_checks_himself(self) -> None:
        visit = self.visit
        visit.follow("Find a measure and check yourself")
        visit.follow("Help with labour productivity")
        visit.sees("four kinds of cost", "Contracts and invoices of the costs", "art. 39.2")
        expect(visit.main).not_to_contain_text("expert")
        visit.follow("Check whether you qualify")
        visit.choose(in_manufacturing="true", in_agro_industry="false", obligations_accepted="true")
        visit.choose(directions="productivity", has_targets="true")
        visit.fill(listed_output_share="100", costs__1__amount="0")
        visit.select(costs__1__kind="digital")
        visit.press("Show what the rules find")
        expect(visit.main.locator(".finding--not_met")).to_have_count(1)
        visit.sees("Every cost is of one of the four kinds that article 39 names, and is above zero.", "art. 39.2")
        expect(visit.main).not_to_contain_text("list edition")
        visit.page.locator("details.details > summary").last.click()
        visit.fill(costs__1__amount="6,000,000")
        visit.press("Show what the rules find")
        expect(visit.main.locator(".finding--not_met")).to_have_count(0)
        visit.sees("Nothing that you stated stands in the way.")

    def fills_in_and_submits(self) -> None:
        visit = self.visit
        visit.enter(self.applicant)
        visit.go("measures/labour-productivity/")
        visit.press("Apply")
        self.case = visit.page.url.rstrip("/").rsplit("/", 1)[1]
        assert self.case.startswith("LP-")
        visit.stands("Draft")
        visit.follow("The enterprise")
        visit.fill(listed_output_share="100", requested_amount="4,000,000")
        visit.press("Save")
        self._states_costs()
        self._promises()
        visit.follow("Documents")
        visit.hand_in("contracts-file")
        visit.main.locator("form:has([name='contracts-file']) button").click()
        visit.sees("Handed in:")
        visit.follow("Back to the application")
        visit.sees("Everything is there.")
        visit.follow("Check your answers and submit")
        visit.sees("Introducing digital technologies", "6,000,000", "Raising the competences of workers", "2,000,000")
        expect(visit.main).not_to_contain_text("priority list, in force today")
        visit.press("Submit the application")
        visit.stands("Submitted")
        visit.next_is("A case officer takes your application.", "Industry institute")

    def _states_costs(self) -> None:
        """Two costs; the first one is saved without an amount, and the draft says what it lacks."""
        visit = self.visit
        visit.follow("Costs")
        visit.choose(costs__0__kind="digital")
        visit.press("Save")
        expect(visit.main.locator(".task-list__task").filter(has_text="Costs")).to_contain_text("1 thing is missing")
        visit.follow("See all answers")
        visit.sees("Costs, 1 — Amount of the cost: This is still to be stated.")
        visit.follow("Costs, 1")
        visit.fill(costs__0__amount="6,000,000")
        visit.press("Add another")
        visit.choose(costs__1__kind="competences")
        visit.fill(costs__1__amount="2000000")
        visit.press("Save")
        visit.sees("Saved: Costs.")

    def _promises(self) -> None:
        visit = self.visit
        visit.follow("Counter-obligations")
        visit.choose(obligations_accepted="true")
        visit.fill(first_year=str(self.year), year_count="1")
        visit.press("Ask the targets for these years")
        target = f"target_{self.year}"
        self.undertakes(0, "productivity", "Output a worker", "thousand tenge", "9,000", **{target: "10,000"})
        visit.press("Add an obligation")
        self.undertakes(1, "export", "Exports", "tonnes", "40", **{target: "100"})
        visit.press("Save")
        visit.sees("Saved: Counter-obligations.")

    def is_checked_and_decided(self) -> None:
        """Without experts: the article asks for none."""
        visit = self.visit
        self.at_desk("daulet@demo.kz", "applications", self.case)
        visit.press("Take the case")
        visit.stands("Being checked")
        visit.sees("Introducing digital technologies", "6,000,000")
        visit.may_not("Send to experts")
        self.establishes(in_agro_industry="false", documents_complete="true")
        visit.follow("Propose a decision")
        visit.sees("Help with labour productivity", "Every cost is of one of the four kinds")
        expect(visit.main).not_to_contain_text("expert")
        visit.press("Propose")
        visit.stands("Decision proposed")
        visit.may_not("Make the decision")
        self.at_desk("gulnar@demo.kz", "applications", self.case)
        visit.follow("Make the decision")
        visit.press("Decide: ")
        visit.stands("Granted")
        self.in_cabinet(f"applications/{self.case}")
        visit.sees("You are to get 4,000,000")
        expect(visit.main).not_to_contain_text("Goods were compared")

    def is_signed_and_paid(self) -> None:
        visit = self.visit
        self.at_desk("daulet@demo.kz", "applications", self.case)
        visit.follow("Draw up the agreement")
        visit.press("Draw up the agreement")
        self.agreement = visit.page.url.rstrip("/").rsplit("/", 1)[1]
        assert self.agreement.startswith("LP-A-")
        visit.follow("Plan the instalments")
        visit.fill(due_on_1=self.begun.isoformat(), amount_1="4,000,000")
        visit.press("Keep this plan")
        visit.follow("Offer for signature")
        visit.press("Offer it")
        self.in_cabinet()
        visit.follow(f"Sign agreement {self.agreement}")
        visit.follow("Read and sign")
        visit.sees("Help with labour productivity")
        visit.fill(password=PASSWORD)
        visit.press("Sign for the recipient")
        self.at_desk("gulnar@demo.kz", "agreements", self.agreement)
        visit.follow("Sign for the State")
        visit.sees("Help with labour productivity")
        visit.fill(password=PASSWORD)
        visit.press("Sign")
        visit.stands("In force")
        self.at_desk("botagoz@demo.kz", "agreements", self.agreement)
        visit.follow("Pay an instalment")
        visit.sees("art. 39.3")
        visit.press("Pay 4,000,000")
        visit.sees("The instalment is paid and posted.")
        self.in_cabinet(f"agreements/{self.agreement}")
        visit.sees("4,000,000.00 ₸ in all. 4,000,000.00 ₸ was paid.")

    def falls_short(self) -> None:
        visit = self.visit
        self.reports(self.year, "10,000", "50")
        visit.go(f"desk/agreements/{self.agreement}/")
        visit.follow("Give notice of shortfall")
        visit.fill(text="Exports reached half of the target.")
        visit.press("Give the notice")
        visit.stands("Notice of shortfall given")
        self.in_cabinet()
        visit.follow(f"Read the notice of shortfall under agreement {self.agreement}")
        visit.sees("Exports reached half of the target.")
        self.in_cabinet(f"agreements/{self.agreement}/due")
        visit.sees("No base rate is established", "75%")

    @property
    def due(self) -> Decimal:
        """A quarter of the payment, with interest."""
        return returnable({self.begun: PAID // 4}, {self.begun: KNOWN}, self.asked_back)

    def returns_the_money(self) -> None:
        visit = self.visit
        asked = f"{self.due:,}.00"
        self.in_cabinet(f"agreements/{self.agreement}/due")
        visit.sees(f"{asked} ₸ would be due.", "4,000,000.00 ₸ × 25%", f"{KNOWN}%")
        self.is_demanded(asked)
        visit.sees("50 of 100 tonnes")
        self.gives_back(str(self.due))

    def leaves_its_traces(self) -> None:
        """The measure's own account holds what was paid and came back; the journal tells the whole story."""
        visit = self.visit
        visit.enter("botagoz@demo.kz")
        visit.go("desk/accounts/labour-productivity/")
        balances = visit.main.get_by_role("table").first
        for kind, held in (("Paid", f"{PAID:,}.00"), ("Returned", f"{self.due:,}.00"), ("Committed", "0.00")):
            expect(balances.get_by_role("row").filter(has_text=kind)).to_contain_text(f" {held} ₸")
        for purpose in ("Commitment", "Payment", "Return by a recipient"):
            expect(visit.main.get_by_role("row").filter(has_text=purpose)).to_have_count(1)
        visit.enter("kanat@demo.kz")
        for kind, number, acts in (
            ("applications", self.case, OF_THE_CASE),
            ("agreements", self.agreement, AFTERWARDS),
        ):
            visit.go(f"desk/{kind}/{number}/")
            told = visit.main.locator(".timeline").inner_text()
            places = [told.rfind(act) for act in acts]
            assert places == sorted(places, reverse=True), told  # newest first
            assert -1 not in places, told


def test_the_whole_life_of_help_with_labour_productivity(visit: Visit):
    life = Productivity(visit)
    life.finds_the_measure_and_checks_himself()
    life.fills_in_and_submits()
    life.is_checked_and_decided()
    life.is_signed_and_paid()
    life.falls_short()
    life.learns_the_rate(KNOWN, life.asked_back)
    life.returns_the_money()
    life.leaves_its_traces()
