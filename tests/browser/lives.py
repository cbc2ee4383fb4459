"""Which steps of a case are lived alike, whatever its measure?"""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from playwright.sync_api import expect
from tests.browser.visits import PDF, Visit

DEMONSTRATED = timedelta(days=60)  # for so long after its first day the demonstration knows its rate
KNOWN = "16.25"  # the demonstration's base rate, per cent a year


class Life:
    """One application of `applicant`, by the pages of all who have a part in it."""

    applicant = ""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        visit.go()
        self.begun = visit.today()
        self.case = self.agreement = self.claim = ""

    def at_desk(self, email: str, kind: str, number: str) -> None:
        """An official comes in and opens the case from what is due today."""
        self.visit.enter(email)
        expect(self.visit.main.locator("h1")).to_have_text("Due today")
        self.visit.follow(number)
        assert f"/desk/{kind}/{number}/" in self.visit.page.url

    def in_cabinet(self, path: str = "") -> None:
        """The applicant comes in, and opens a page of the case or stays where they arrive."""
        self.visit.enter(self.applicant)
        if path:
            self.visit.go(f"cabinet/{path}/")

    def undertakes(self, place: int, direction: str, indicator: str, unit: str, baseline: str, **targets: str) -> None:
        """An obligation of the section; `target_2027` and so on in `targets`."""
        row = f"obligations-{place}-"
        self.visit.choose(**{f"{row}direction": direction})
        self.visit.fill(**{f"{row}indicator": indicator, f"{row}unit": unit, f"{row}baseline": baseline})
        self.visit.fill(**{f"{row}evidence": "Statistical form"})
        self.visit.fill(**{f"{row}{year}": value for year, value in targets.items()})

    def establishes(self, **facts: str) -> None:
        """The officer, on the page of the case, answers what the law leaves to officials."""
        visit = self.visit
        for fact, value in facts.items():
            visit.main.locator(f"a[href$='/establish/{fact}/']").click()
            visit.choose(**{fact: value})
            visit.fill(note="Seen in the register.")
            visit.press("Establish")
            visit.sees("The fact is established.", "Seen in the register.")

    def reports(self, year: int, *reached: str) -> None:
        """The values of a year, in the order of the promises; the monitor accepts them."""
        visit = self.visit
        visit.go()
        visit.move_to(date(year + 1, 2, 1))
        self.in_cabinet()
        visit.follow(f"Report for {year} under agreement {self.agreement}")
        visit.press("Begin the report")
        for place, value in enumerate(reached):
            visit.main.locator("[name^=value_]").nth(place).fill(value)
            visit.main.locator("[name^=proof_]").nth(place).set_input_files(PDF)
        visit.press("Hand the report in")
        visit.stands("Submitted")
        number = visit.main.locator("h1 + p").inner_text().split()[-2]
        self.at_desk("yerlan@demo.kz", "reports", number)
        visit.sees(f"report for {year}")
        visit.follow("Accept the report")
        visit.press("Accept it")
        visit.stands("Accepted")

    @property
    def gap(self) -> date:
        """The first day for which the demonstration knows no base rate."""
        return self.begun + DEMONSTRATED

    def learns_the_rate(self, rate: str, asked_back: date) -> None:
        """Two officials fill the gap in the base rate, until after the day on which the money is asked back."""
        visit = self.visit
        visit.go()
        visit.move_to(asked_back)
        visit.enter("timur@demo.kz")
        visit.go("desk/settings/base_rate/")
        visit.sees("A gap")
        visit.follow("Enter a new value")
        visit.fill(value=rate, valid_from=self.gap.isoformat(), source="Resolution, made up")
        visit.fill(known_until=(asked_back + timedelta(days=30)).isoformat())
        visit.press("Enter it")
        visit.may_not("Confirm the value")
        visit.enter("madina@demo.kz")
        visit.follow("V")
        visit.press("Confirm it")
        visit.sees("The value counts from now on")

    def is_demanded(self, asked: str) -> None:
        """The monitor draws the demand up, a second person makes it."""
        visit = self.visit
        visit.enter("yerlan@demo.kz")
        visit.go(f"desk/agreements/{self.agreement}/")
        visit.follow("Draw up a demand")
        visit.press("Draw up a demand")
        self.claim = visit.page.url.rstrip("/").rsplit("/", 1)[1]
        visit.stands("Drawn up, waiting for a second person")
        visit.may_not("Demand the money back")
        self.at_desk("gulnar@demo.kz", "claims", self.claim)
        visit.follow("Demand the money back")
        visit.press(f"Demand {asked}")
        visit.stands("Demanded")
        self.in_cabinet()
        visit.follow(f"Return {asked} ₸ under agreement {self.agreement}")
        visit.sees("Demanded", "rounded half up", f"Still to be returned{asked}")

    def gives_back(self, amount: str) -> None:
        """The treasurer records the money; the recipient sees that nothing is left."""
        visit = self.visit
        self.at_desk("botagoz@demo.kz", "claims", self.claim)
        visit.follow("Record money returned")
        visit.fill(amount=amount)
        visit.press("Record it")
        visit.stands("Returned in full")
        self.in_cabinet(f"claims/{self.claim}")
        visit.stands("Returned in full")


def returnable(parts: Mapping[date, int], rates: Mapping[date, str], asked_back: date) -> Decimal:
    """Parts of payments, in tenge, with interest from the day of each at the rates from their days, reckoned anew."""
    ends = [*list(rates)[1:], asked_back]
    whole = Fraction(0)
    for paid_on, part in parts.items():
        whole += part
        for (since, rate), until in zip(rates.items(), ends, strict=True):
            days = max((until - max(since, paid_on)).days, 0)
            whole += part * Fraction(rate) * days / 100 / 365
    return Decimal(round(whole * 100)).scaleb(-2).quantize(Decimal(1), ROUND_HALF_UP)
