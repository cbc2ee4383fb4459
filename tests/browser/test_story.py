"""Can each person of a case live it through in a browser: whole, without a script, by keyboard, by mistake, on a phone?"""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.lives import KNOWN, Life, returnable
from tests.browser.visits import PDF, Visit

from ondiris.project.demonstration.country import PASSWORD

FIRST, SECOND = 60_000_000, 40_000_000  # instalments, tenge
ENTERED = "15.5"  # base rate entered in the story, per cent a year


@pytest.fixture
def visit(page: Page, server: str) -> Visit:
    return Visit(page, server)


class Grant(Life):
    """One application of asel@demo.kz, from the home page to the money returned."""

    applicant = "asel@demo.kz"

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self.years = (self.begun.year + 1, self.begun.year + 2)
        self.second_due = self.begun + timedelta(days=45)
        self.asked_back = date(self.years[1] + 1, 2, 20)

    def finds_the_grant_and_checks_herself(self) -> None:
        visit = self.visit
        visit.follow("Find a measure and check yourself")
        visit.follow("Industrial grant")
        visit.sees("counter-obligations", "Business plan of the project")
        visit.follow("Check whether you qualify")
        visit.choose(in_manufacturing="true", in_agro_industry="false", is_operating="true", has_arrears="false")
        visit.choose(affiliated_with_equipment_owner="false", has_qualified_engineers="true", size="medium")
        visit.choose(obligations_accepted="true", directions="export", has_targets="true")
        visit.fill(years_of_work="12", project_cost="200,000,000", own_funds="80000000", listed_output_share="100")
        visit.fill(goods__1__commodity_code="3923")
        visit.press("Show what the rules find")
        expect(visit.main.locator(".finding--not_met")).to_have_count(1)
        visit.sees("What the rules find", "art. 42.2")
        visit.page.locator("details.details > summary").last.click()
        visit.fill(goods__1__commodity_code="8474")
        visit.press("Show what the rules find")
        expect(visit.main.locator(".finding--not_met")).to_have_count(0)

    def fills_in_and_submits(self) -> None:
        visit = self.visit
        visit.enter("asel@demo.kz")
        visit.main.get_by_role("row").filter(has_text="Draft").get_by_role("link").click()
        self.case = visit.page.url.rstrip("/").rsplit("/", 1)[1]
        visit.stands("Draft")
        visit.sees("things are still missing")
        visit.follow("Goods of the project")
        visit.fill(goods__0__commodity_code="8474 20", goods__0__name="Crushing machines")
        visit.press("Save")
        visit.sees("Saved: Goods of the project.")
        self._promises()
        visit.follow("Documents")
        for requirement in ("business_plan", "budget", "own_funds"):
            if not visit.main.locator(f"section:has([name='{requirement}-file']) .task-list__task").count():
                visit.hand_in(f"{requirement}-file")
                visit.main.locator(f"form:has([name='{requirement}-file']) button").click()
                visit.sees("Handed in:")
        visit.follow("Back to the application")
        visit.sees("Everything is there.")
        visit.follow("Check your answers and submit")
        visit.sees("847420", "Crushing machines", "200,000,000", "100,000,000")
        late = Visit(visit.page.context.new_page(), visit.server)
        late.go(f"cabinet/applications/{self.case}/check/")
        visit.press("Submit the application")
        visit.stands("Submitted")
        late.press("Submit the application")
        late.sees("This has changed in the meantime", "Nothing was changed.")
        late.page.close()
        visit.page.go_back()
        visit.may_not("Submit the application")
        visit.go(f"cabinet/applications/{self.case}/")
        visit.next_is("A case officer takes your application.", "Industry institute")

    def _promises(self) -> None:
        """Obligations in two directions, and a goal."""
        visit = self.visit
        first, last = self.years
        visit.follow("Counter-obligations")
        visit.fill(first_year=str(first), year_count="2")
        visit.press("Ask the targets for these years")
        rows = (
            ("productivity", "Output a worker", "thousand tenge", "9,000", "10,000", "12,000"),
            ("export", "Exports", "tonnes", "40", "100", "200"),
        )
        for place, (*said, in_first, in_last) in enumerate(rows):
            if place:
                visit.press("Add an obligation")
            self.undertakes(place, *said, **{f"target_{first}": in_first, f"target_{last}": in_last})
        visit.press("Save")
        visit.follow("Planned goals of the project")
        if visit.page.locator("[name='goals-0-indicator']").count() == 0:
            visit.press("Add a goal")
        visit.fill(goals__0__indicator="New jobs", goals__0__unit="people", goals__0__baseline="0")
        visit.fill(
            **{"goals-0-evidence": "Staff list", f"goals-0-target_{first}": "10", f"goals-0-target_{last}": "20"}
        )
        visit.press("Save")
        visit.sees("Saved: Planned goals of the project.")

    def is_checked(self) -> None:
        visit = self.visit
        self.at_desk("daulet@demo.kz", "applications", self.case)
        visit.stands("Submitted")
        visit.press("Take the case")
        visit.stands("Being checked")
        visit.follow("Ask the applicant")
        visit.fill(text="Who will run the new line?")
        visit.press("Send the question")
        visit.stands("With the applicant")
        self.in_cabinet()
        visit.follow("Answer a question on application")
        visit.stands("Waiting for the applicant's answer")
        visit.sees("Who will run the new line?")
        visit.follow("Answer")
        visit.fill(text="Our own twelve engineers.")
        visit.press("Send the answer")
        visit.stands("Being checked")
        self.at_desk("daulet@demo.kz", "applications", self.case)
        visit.sees("Our own twelve engineers.")
        self.establishes(in_agro_industry="false", documents_complete="true", has_arrears="false")
        visit.follow("Send to experts")
        for name in ("Марат Жүнісов", "Жанар Оспанова"):
            visit.page.get_by_label(name).check()
        visit.press("Ask these experts")
        visit.stands("With the experts")

    def is_examined(self) -> None:
        visit = self.visit
        for email in ("marat@demo.kz", "zhanar@demo.kz"):
            self.at_desk(email, "applications", self.case)
            visit.follow("Declare interests")
            visit.choose(has_conflict="no")
            visit.press("Declare")
            visit.follow("Score the application")
            visit.fill(feasibility="8", complexity="7", market="9", finances="8", opinion="The project is sound.")
            visit.press("Hand in the scores")
            visit.sees("Your scores and opinion are kept.")

    def is_decided(self) -> None:
        """The account does not cover the case in front: this one waits in its order, then both get their money."""
        visit = self.visit
        self.at_desk("daulet@demo.kz", "applications", self.case)
        visit.sees("2 of 2 needed have scored")
        visit.follow("Propose a decision")
        expect(visit.page.locator("[name=kind]")).to_have_count(1)
        visit.press("Propose")
        visit.stands("Decision proposed")
        visit.may_not("Make the decision")
        self.at_desk("gulnar@demo.kz", "applications", self.case)
        visit.follow("Make the decision")
        visit.sees("100,000,000", "waits in order")
        visit.press("Decide: ")
        visit.stands("Granted in principle, waiting for money")
        visit.follow("Give the money that has come")
        visit.press("Commit the money")
        visit.sees("An earlier case waits for the same money.")
        self.in_cabinet(f"applications/{self.case}")
        visit.sees("You are to get 100,000,000", "Your place in the queue: 2")
        visit.enter("botagoz@demo.kz")
        visit.go("desk/accounts/industrial-grant/")
        visit.main.locator("a[href$='/allocate/']").click()
        visit.fill(amount="1000000000", reference="budget, supplement 1")
        visit.press("Record it")
        visit.sees("The allocation is recorded.")
        visit.enter("gulnar@demo.kz")
        due = visit.main.get_by_role("row").filter(has_text="1,900,000,000").get_by_role("link")
        first = due.inner_text()
        for number in (first, self.case):
            visit.go(f"desk/applications/{number}/")
            visit.follow("Give the money that has come")
            visit.press("Commit the money")
            visit.stands("Granted")
        self.in_cabinet(f"applications/{self.case}")
        visit.stands("Granted")
        visit.sees("You are to get 100,000,000")

    def is_signed(self) -> None:
        visit = self.visit
        self.at_desk("daulet@demo.kz", "applications", self.case)
        visit.follow("Draw up the agreement")
        visit.press("Draw up the agreement")
        self.agreement = visit.page.url.rstrip("/").rsplit("/", 1)[1]
        visit.stands("Being drawn up")
        visit.follow("Plan the instalments")
        visit.fill(due_on_1=self.begun.isoformat(), amount_1="60,000,000", due_on_2=self.second_due.isoformat())
        visit.fill(amount_2="39 999 999")
        visit.press("Keep this plan")
        expect(visit.main.locator(".field__error")).not_to_have_count(0)
        assert visit.page.input_value("[name=amount_1]") == "60,000,000"
        visit.fill(amount_2="40 000 000")
        visit.press("Keep this plan")
        visit.follow("Offer for signature")
        visit.press("Offer it")
        visit.stands("Waiting for the recipient's signature")
        self.in_cabinet()
        visit.follow(f"Sign agreement {self.agreement}")
        visit.follow("Read and sign")
        visit.fill(password="not the password")
        visit.press("Sign for the recipient")
        expect(visit.main.locator(".field--wrong [name=password]")).to_be_visible()
        visit.fill(password=PASSWORD)
        visit.press("Sign for the recipient")
        visit.stands("Waiting for the State's signature")
        self.at_desk("gulnar@demo.kz", "agreements", self.agreement)
        visit.follow("Sign for the State")
        visit.fill(password=PASSWORD)
        visit.press("Sign")
        visit.stands("In force")

    def is_paid(self) -> None:
        visit = self.visit
        self.at_desk("botagoz@demo.kz", "agreements", self.agreement)
        visit.follow("Pay an instalment")
        visit.press("Pay 60,000,000")
        visit.sees("The instalment is paid and posted.")
        visit.next_is("Instalment 2, 40,000,000.00 ₸, is paid.", "treasurer")
        visit.may_not("Pay an instalment")  # the second is not due yet
        visit.move_to(self.second_due)
        self.at_desk("botagoz@demo.kz", "agreements", self.agreement)
        visit.follow("Pay an instalment")
        visit.press("Pay 40,000,000")
        visit.may_not("Pay an instalment")
        self.in_cabinet(f"agreements/{self.agreement}")
        visit.sees("100,000,000.00 ₸ in all. 100,000,000.00 ₸ was paid.")

    def falls_short(self) -> None:
        visit = self.visit
        self.reports(self.years[0], "10,000", "50", "10")
        self.reports(self.years[1], "12,500", "100", "21")
        visit.go(f"desk/agreements/{self.agreement}/")
        visit.follow("Give notice of shortfall")
        visit.fill(text="Exports reached half of their targets.")
        visit.press("Give the notice")
        visit.stands("Notice of shortfall given")
        self.in_cabinet(f"agreements/{self.agreement}/due")
        visit.sees("Undetermined", "No base rate is established", "later not established", "75%")

    def returns_the_money(self) -> None:
        """A quarter of each payment, with interest at the two rates."""
        visit = self.visit
        parts = {self.begun: FIRST // 4, self.second_due: SECOND // 4}
        due = returnable(parts, {self.begun: KNOWN, self.gap: ENTERED}, self.asked_back)
        asked = f"{due:,}.00"
        self.in_cabinet(f"agreements/{self.agreement}/due")
        visit.sees(f"{asked} ₸ would be due.")
        self.is_demanded(asked)
        visit.sees("50 of 100 tonnes", "100 of 200 tonnes", "60,000,000.00 ₸ × 25%", "40,000,000.00 ₸ × 25%")
        visit.sees("16.25%", "15.5%")
        self.gives_back(str(due))


def test_the_whole_life_of_a_grant(visit: Visit):
    life = Grant(visit)
    life.finds_the_grant_and_checks_herself()
    life.fills_in_and_submits()
    life.is_checked()
    life.is_examined()
    life.is_decided()
    life.is_signed()
    life.is_paid()
    life.falls_short()
    life.learns_the_rate(ENTERED, life.asked_back)
    life.returns_the_money()


def begin(visit: Visit) -> str:
    """A new draft of an industrial grant for whoever is signed in; its number."""
    visit.go("cabinet/begin/")
    visit.main.locator("form:has([value='industrial-grant']) button").click()
    return visit.page.url.rstrip("/").rsplit("/", 1)[1]


def test_a_draft_is_filled_in_without_javascript(browser: Browser, server: str):
    context = browser.new_context(java_script_enabled=False)
    visit = Visit(context.new_page(), server, "ru")
    page, save = visit.page, "button.button[name=save]"
    visit.enter("serik@demo.kz")
    number = begin(visit)
    visit.stands("Черновик")
    visit.follow("Товары проекта")
    visit.fill(goods__0__commodity_code="39 23", goods__0__name="Тара")
    page.click("button[name=add]")
    visit.fill(goods__1__commodity_code="847", goods__1__name="Дробилки")
    page.click("button[name=add]")
    expect(page.locator(".row")).to_have_count(3)
    page.click("button[name=remove][value='0']")
    expect(page.locator(".row")).to_have_count(2)
    page.click(save)
    visit.sees("Сохранено: Товары проекта.")
    visit.follow("Встречные обязательства")
    page.click("button[name=add]")
    page.click(save)
    page.locator("a[href$='/check/']").click()
    visit.sees("Чего еще не хватает", "Код товара состоит из 4, 6, 8, 9 или 10 цифр.")
    visit.main.locator("a[href$='#id_goods-0-commodity_code']").first.click()
    assert page.input_value("[name='goods-0-commodity_code']") == "847"
    expect(page.locator(".field--wrong:has([name='goods-0-commodity_code'])")).to_contain_text("цифр")
    expect(page.locator(".row")).to_have_count(1)
    visit.fill(goods__0__commodity_code="8474")
    page.click(save)
    expect(page.locator(".task-list__task").filter(has_text="Товары проекта")).to_contain_text("Заполнено")
    page.goto(f"{server}/ru/cabinet/applications/{number}/withdraw/")
    visit.main.locator("form button").click()
    visit.stands("Отозвано")
    context.close()


FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  const inCalendar = one.type === "date" && !one.matches(":focus");  // the browser rings the button inside the box
  return {
    words: (one.labels?.length ? one.labels[0].innerText : one.innerText || "").trim(),
    inside: one.closest("main") !== null,
    drawn: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || inCalendar,
    shown: box.width > 1 && box.height > 1 && box.top >= 0 && box.bottom <= innerHeight + 1,
  };
}"""


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the focus is on what begins with these words; wherever it comes it is seen."""
    for _ in range(60):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        assert focus["drawn"], f"the focus is not drawn on {focus['words']!r}"
        assert focus["shown"], f"the focus is out of sight on {focus['words']!r}"
        if focus["words"].startswith(words):
            return
    pytest.fail(f"sixty presses of Tab do not reach {words!r}")


def press_enter(page: Page) -> None:
    """Follow what has the focus, and wait for the page it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_question_is_answered_by_keyboard_alone(page: Page, server: str):
    page.goto(f"{server}/en/sign-in/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["words"] == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["inside"]
    page.reload()
    tab_to(page, "E-mail")
    page.keyboard.type("gulzhan@demo.kz")
    tab_to(page, "Password")
    page.keyboard.type(PASSWORD)
    press_enter(page)
    tab_to(page, "Answer a question on application")
    press_enter(page)
    tab_to(page, "Answer")
    press_enter(page)
    tab_to(page, "Your answer")
    page.keyboard.type("Our own engineers.")
    tab_to(page, "Send the answer")
    press_enter(page)
    expect(page.locator("main h1 + p .tag")).to_have_text("Being checked")
    expect(page.locator("main")).to_contain_text("Our own engineers.")


def test_a_program_named_pdf_is_refused_beside_its_field(visit: Visit):
    visit.enter("serik@demo.kz")
    visit.go(f"cabinet/applications/{begin(visit)}/documents/")
    visit.hand_in("budget-file", {**PDF, "name": "budget.pdf", "buffer": b"MZ\x90\x00 program"})
    visit.main.locator("form:has([name='budget-file']) button").click()
    wrong = visit.main.locator(".field--wrong")
    expect(wrong).to_have_count(1)
    expect(wrong.locator("[name='budget-file']")).to_be_visible()
    expect(wrong).to_contain_text("The name says .pdf, but the content is something else.")
    expect(visit.main.locator("a[download]")).to_have_count(0)


def test_what_a_second_tab_does_is_neither_lost_nor_done_twice(visit: Visit, server: str):
    visit.enter("serik@demo.kz")
    address = f"cabinet/applications/{begin(visit)}"
    other = Visit(visit.page.context.new_page(), server)
    for tab in (visit, other):
        tab.go(f"{address}/project/")
    visit.fill(project_cost="200,000,000")
    visit.press("Save")
    visit.sees("Saved: The project and its money.")
    other.fill(project_cost="300,000,000")
    other.press("Save")
    other.sees("This is not saved yet", "changed in another window")
    assert other.page.input_value("[name=project_cost]") == "300,000,000"
    for tab in (visit, other):
        tab.go(f"{address}/withdraw/")
    visit.press("Withdraw")
    visit.stands("Withdrawn")
    other.press("Withdraw")
    other.sees("This has changed in the meantime", "Nothing was changed.")
    visit.page.go_back()
    visit.may_not("Withdraw")


WIDTH = 375  # CSS pixels, a small phone
# By whom pages are seen: addresses, and after a page of one's own the links to follow from it, by a part of their address.
ON_A_PHONE = {
    "": (("",), ("measures/",), ("measures/industrial-grant/",), ("measures/industrial-grant/check/",), ("law/42/",)),
    "dinara@demo.kz": (
        ("cabinet/",),
        ("cabinet/", "/cabinet/applications/"),
        ("cabinet/", "/cabinet/agreements/"),
        ("cabinet/", "/cabinet/agreements/", "/due/"),
        ("cabinet/", "/cabinet/agreements/", "/cabinet/claims/"),
        ("cabinet/", "/cabinet/agreements/", "/reports/"),
    ),
    "gulnar@demo.kz": (
        ("desk/",),
        ("desk/applications/", "/desk/applications/IG-"),
        ("desk/agreements/", "/desk/agreements/IG-"),
        ("desk/accounts/industrial-grant/",),
        ("desk/settings/",),
        ("desk/settings/base_rate/",),
        ("desk/settings/deadlines.last_day_in_a_year/",),
    ),
}
# What sticks out, were it only clipped; tables may scroll in a frame of their own.
TOO_WIDE = """most => [...document.querySelectorAll("body *")]
    .filter(one => one.getBoundingClientRect().right > most + 1 && !one.closest(".scroll, [aria-hidden]"))
    .map(one => one.outerHTML.slice(0, 120)).slice(0, 3).join(" | ")
    || (document.scrollingElement.scrollWidth > most ? "the page itself" : "")"""


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_no_page_scrolls_sideways_on_a_phone(browser: Browser, server: str, language: str):
    context = browser.new_context(viewport={"width": WIDTH, "height": 720}, is_mobile=True)
    visit = Visit(context.new_page(), server, language)
    wide = {}
    for email, ways in ON_A_PHONE.items():
        if email:
            visit.enter(email)
        for address, *links in ways:
            visit.go(address)
            for part in links:
                link = visit.main.locator(f"a[href*='{part}']").first
                visit.page.goto(server + str(link.get_attribute("href")))
            if what := visit.page.evaluate(TOO_WIDE, WIDTH):
                wide[visit.page.url] = what
    context.close()
    assert wide == {}
