"""Which duties has a body, how do they stand, and how punctual was it?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ondiris.domains.calendar.bearers import ROLES
from ondiris.domains.calendar.queries import Duty, duties, duties_of, duty, punctuality
from ondiris.domains.parties.models import BodyRole, Organisation
from ondiris.domains.parties.terms import OrganisationKind, Role
from ondiris.law.deadlines import State, deadlines
from ondiris.law.provisions.terms import Bearer
from tests.domains.calendar.marking import marked
from tests.factories.country import SINCE, Country, organisation

pytestmark = pytest.mark.django_db
JUNE = date(2026, 6, 10)


def one(body: Organisation, name: str, on: date = JUNE, period: str = "2026") -> Duty:
    found = duty(body, name, period, on)
    assert found is not None
    return found


def names(body: Organisation, year: int = 2026) -> list[str]:
    return [each.deadline.id for each in duties_of(body, year, JUNE)]


def body(made: Country, name: str, *roles: Role, until: date | None = None) -> Organisation:
    new = organisation(name, OrganisationKind.PUBLIC_BODY, made.region)
    for role in roles:
        BodyRole.objects.create(organisation=new, role=role, valid_from=SINCE, valid_to=until)
    return new


def test_every_role_is_a_bearer_and_state_bodies_are_central_ones():
    assert set(ROLES.values()) == set(Role)
    assert ROLES[Bearer.STATE_BODY] is Role.CENTRAL_STATE_BODY


def test_every_bearer_who_is_a_body_of_the_register_has_a_role():
    bearers = {bearer for deadline in deadlines().values() for bearer in deadline.bearers}
    assert bearers - set(ROLES) == {Bearer.SCRAP_LEGAL_ENTITY, Bearer.ASSEMBLY_LEGAL_ENTITY}


def test_the_institute_analyses_needs_and_spends_the_balance(made: Country):
    assert names(made.institute)[:2] == ["purchase-needs", "grants-account-balance"]


def test_the_information_on_projects_has_three_kinds_of_bearer(made: Country):
    kinds = (Role.RESPONSIBLE_STATE_BODY, Role.NATIONAL_MANAGING_HOLDING, Role.LOCAL_EXECUTIVE_BODY)
    for number, role in enumerate(kinds):
        assert names(body(made, f"Body {number}", role)).count("map-projects") == 4


def test_a_body_with_two_roles_owes_what_both_owe_once(made: Country):
    both = body(made, "Ministry", Role.HYDROCARBONS_AUTHORITY, Role.SOLID_MINERALS_AUTHORITY)
    assert names(both) == ["purchase-needs", "goods-list-agreed"]


def test_a_role_counts_on_the_last_day(made: Country):
    gone = body(made, "Ministry", Role.HYDROCARBONS_AUTHORITY, until=date(2026, 6, 1))
    assert names(gone) == ["purchase-needs"]


def test_an_enterprise_has_no_duties_of_bodies(made: Country):
    assert names(made.enterprise) == []
    assert duty(made.enterprise, "purchase-needs", "2026", JUNE) is None


@pytest.mark.parametrize(
    ("name", "period"), [("nothing", "2026"), ("purchase-needs", "2026-Q1"), ("assembly-cure", "2026")]
)
def test_what_is_no_duty_is_none(made: Country, name: str, period: str):
    assert duty(made.institute, name, period, JUNE) is None


def test_a_duty_is_late_until_it_is_marked(made: Country):
    assert (one(made.institute, "purchase-needs").at.state, one(made.institute, "purchase-needs").at.days) == (
        State.LATE,
        21,
    )
    marked(made, "purchase-needs", date(2026, 5, 19), on=JUNE)
    at = one(made.institute, "purchase-needs").at
    assert (at.state, at.days, at.done_on) == (State.DONE, 0, date(2026, 5, 19))


def test_another_year_s_mark_is_not_this_year_s(made: Country):
    marked(made, "purchase-needs", date(2025, 5, 19), on=JUNE, period="2025")
    assert one(made.institute, "purchase-needs").at.state is State.LATE


def test_duties_take_three_queries_for_any_number_of_bodies(made: Country):
    for number in range(3):
        body(made, f"Region {number}", Role.LOCAL_EXECUTIVE_BODY)
    with CaptureQueriesContext(connection) as queries:
        found = duties(2026, JUNE)
    assert len(found) > 20
    assert len(queries) == 3


def test_punctuality_tells_on_time_late_not_done_and_to_come_apart(made: Country):
    marked(made, "grants-account-balance", date(2026, 3, 1), on=JUNE)
    marked(made, "purchase-needs", date(2026, 5, 26), on=JUNE)
    row = next(row for row in punctuality(2026, JUNE) if row.organisation == made.institute)
    assert (row.on_time, row.late_days, row.not_done, row.to_come) == (1, (6,), 0, 0)
    row = next(row for row in punctuality(2026, JUNE) if row.organisation == made.authority)
    assert (row.on_time, row.late_days, row.not_done, row.to_come) == (0, (), 2, 1)
    assert row.without_day > 5


def test_what_has_no_day_is_never_late_and_counted_apart(made: Country):
    marked(made, "grants-monitoring", date(2026, 6, 9), on=JUNE)
    found = one(made.institute, "grants-monitoring", date(2026, 12, 31))
    assert (found.at.state, found.at.days) == (State.DONE, 0)
    rows = punctuality(2026, date(2026, 12, 31))
    assert next(row for row in rows if row.organisation == made.institute).on_time == 0
