"""Customers, their needs, and the yearly list of the tests' country, brought by real acts to the state where a test begins."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import count

from ondiris.base.actors import Actor
from ondiris.domains.documents.keeping import Upload
from ondiris.domains.parties.models import BodyRole, Organisation, OrganisationStatus, Shareholding
from ondiris.domains.parties.terms import Capacity, OrganisationKind, Owner, Role, Status
from ondiris.domains.planning.actions import goods_list as acts
from ondiris.domains.planning.actions.information import send_information
from ondiris.domains.planning.actions.proposal import agree
from ondiris.domains.planning.models import GoodsList, Need, Proposal
from ondiris.domains.planning.queries import planned
from ondiris.domains.planning.terms import NeedKind, ProposalState, Subject
from tests.factories.country import SINCE, Country, actor, enterprise, organisation, person

YEAR = 2026
STATES = ("drawn", "sent", "agreed", "approved", "placed")
DAYS = (date(2026, 5, 20), date(2026, 5, 29), date(2026, 6, 30), date(2026, 7, 31), date(2026, 8, 3))
OFFICERS = {
    "hydrocarbons_officer": ("Ministry of Energy", Role.HYDROCARBONS_AUTHORITY),
    "minerals_officer": ("Ministry of Subsoil", Role.SOLID_MINERALS_AUTHORITY),
}
_items = count(1)


def planners(made: Country) -> Country:
    """The country with both authorities for subsoil, their officers, and a customer with a representative; once."""
    if "customer" in made.people:
        return made
    for who, (name, role) in OFFICERS.items():
        body = organisation(name, OrganisationKind.PUBLIC_BODY, made.region)
        BodyRole.objects.create(organisation=body, role=role, valid_from=SINCE)
        made.people[who] = person(who, body, Capacity.CASE_OFFICER)
    fund = enterprise("Fund", made.region)
    OrganisationStatus.objects.create(
        organisation=fund, status=Status.NATIONAL_WELFARE_FUND, basis="law", valid_from=SINCE
    )
    customer(made)
    return made


def customer(
    made: Country, who: str = "customer", *, status: str = Status.EXTRACTS_MINERALS, activity: str = "0710"
) -> Organisation:
    """Another enterprise with a status of 46.2, and a person of this name who prepares and signs for it."""
    found = enterprise(f"{who.capitalize()} Mining", made.region, activity=activity)
    OrganisationStatus.objects.create(organisation=found, status=status, basis="licence", valid_from=SINCE)
    Shareholding.objects.create(held=found, owner_kind=Owner.OTHER, share=Decimal(100), valid_from=SINCE)
    made.people[who] = person(who, found, Capacity.APPLICANT, Capacity.SIGNATORY)
    return found


def need(
    of: Organisation,
    *,
    code: str = "841350",
    volume: str = "40",
    amount: str = "800000000",
    year: int = YEAR,
    unit: str = "pcs",
    kind: str = NeedKind.PLAN,
    subject: str = Subject.GOOD,
    name: str = "Насосы",
) -> Need:
    """A row of a customer's plan: 40 pumps for 800 million tenge, unless the test says otherwise."""
    return Need.objects.create(
        customer=of,
        kind=kind,
        year=year,
        item=str(next(_items)),
        subject=subject,
        code=code if subject == Subject.GOOD else "",
        name_kk="Сорғылар",
        name_ru=name,
        unit=unit,
        volume=Decimal(volume),
        amount=Decimal(amount),
    )


def organisation_of(made: Country, who: str) -> Organisation:
    """The organisation for which a person of the country acts."""
    return made.people[who].mandates.select_related("organisation").first().organisation


def specification() -> Upload:
    """A technical specification as it is handed in."""
    content = b"%PDF-1.7 technical specification"
    return Upload("specification.pdf", len(content), BytesIO(content))


def agreed(made: Country, line: Proposal, *, on: date = date(2026, 6, 15), years: int = 3) -> Proposal:
    """The line agreed by its customer in full, for so many years from the one after the list's."""
    by_customer = {organisation_of(made, who).pk: who for who in made.people}
    first = line.goods_list.year + 1
    return agree(
        actor(made, by_customer[line.customer_id], on),
        line.number,
        volume=line.needed,
        starts_on=date(first, 1, 1),
        ends_on=date(first + years - 1, 12, 31),
        upload=specification(),
    )


def goods_list(
    made: Country, state: str = "placed", *, year: int = YEAR, days: tuple[date, ...] | None = None
) -> GoodsList:
    """The list of a year in a state of STATES, every line agreed by its customer.

    A need of the `customer` is made where there is none for it. `days` are those of drawing, sending, passing on,
    approving and placing.
    """
    planners(made)
    if not planned(year).filter(subject=Subject.GOOD).exists():
        need(organisation_of(made, "customer"), year=year)
    on = dict(zip(STATES, days or tuple(day.replace(year=year) for day in DAYS), strict=True))

    def by(who: str, step: str) -> Actor:
        return actor(made, who, on[step])

    send_information(by("officer", "drawn"), year=year)
    found = acts.draw_goods_list(by("keeper", "drawn"), year=year)
    wanted = STATES.index(state)
    if wanted >= 1:
        found = acts.send(by("keeper", "sent"), found.number)
    if wanted >= 2:
        for line in found.proposals.filter(state=ProposalState.SENT):
            agreed(made, line, on=on["sent"])
        for who, (_name, role) in OFFICERS.items():
            if found.proposals.filter(through=role).exists():
                found = acts.pass_on(by(who, "agreed"), found.number)
    if wanted >= 3:
        found = acts.approve(by("decider", "approved"), found.number, act_number="210", act_date=on["approved"])
    if wanted >= 4:
        found = acts.place(by("keeper", "placed"), found.number)
    return found


def approved_line(made: Country, **how: object) -> Proposal:
    """A line of a placed list on which a contract can be concluded."""
    return goods_list(made, "placed", **how).proposals.filter(state=ProposalState.PASSED_ON).order_by("number").first()
