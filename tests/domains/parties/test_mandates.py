"""Somebody acts for an organisation by a mandate with dates, their own or one lent for an absence."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from ondiris.base.errors import NotPermitted
from ondiris.base.journal.models import Entry
from ondiris.domains.applications.actions.ask import ask
from ondiris.domains.applications.actions.decide import decide
from ondiris.domains.applications.actions.take import take
from ondiris.domains.parties.models import BodyRole, Delegation, Mandate, Organisation
from ondiris.domains.parties.permissions import journal_visible_to
from ondiris.domains.parties.queries import actor_for, body_with, represented_by
from ondiris.domains.parties.terms import Capacity, OrganisationKind, Role
from tests.factories import DAY, actor, application
from tests.factories.country import SINCE, bin_number, person

BEGINS, ENDS = date(2024, 3, 1), date(2024, 3, 15)


@pytest.fixture
def deputy(made):
    """Another officer of the institute, in whom the treasurer's and the officer's mandates may be lent."""
    return made.people["second_officer"]


def lend(made, holder: str, deputy, first: date = BEGINS, end: date | None = ENDS) -> Delegation:
    mandate = made.people[holder].mandates.get()
    return Delegation.objects.create(mandate=mandate, deputy=deputy, valid_from=first, valid_to=end)


@pytest.mark.parametrize(
    ("day", "acts"),
    [(date(2024, 2, 29), False), (date(2024, 3, 1), True), (date(2024, 3, 14), True), (date(2024, 3, 15), False)],
)
def test_a_mandate_holds_from_its_first_day_to_before_its_end(made, day, acts):
    newcomer = person("newcomer", made.institute)
    Mandate.objects.create(
        user=newcomer, organisation=made.institute, capacity=Capacity.MONITOR, valid_from=BEGINS, valid_to=ENDS
    )
    assert (actor_for(newcomer, made.institute, day) is not None) == acts
    assert bool(represented_by(newcomer, day)) == acts


def test_a_mandate_is_for_one_organisation(made):
    assert actor_for(made.people["applicant"], made.other_enterprise, DAY) is None


def test_a_role_of_a_body_that_has_ended_gives_nobody_a_right(made):
    case = application(made, "submitted")
    BodyRole.objects.filter(organisation=made.institute).update(valid_to=DAY)
    with pytest.raises(NotPermitted):
        take(actor(made, "officer", DAY), case.number)
    assert body_with(Role.INDUSTRY_INSTITUTE, DAY) is None
    assert body_with(Role.INDUSTRY_INSTITUTE, DAY - timedelta(days=1)) == made.institute


def test_reversed_dates_are_told_beside_the_field(made):
    mandate = Mandate(
        user=made.people["officer"],
        organisation=made.institute,
        capacity=Capacity.MONITOR,
        valid_from=ENDS,
        valid_to=BEGINS,
    )
    with pytest.raises(ValidationError) as refused:
        mandate.full_clean()
    assert "valid_to" in refused.value.message_dict


def test_reversed_dates_do_not_get_past_the_database(made):
    with pytest.raises(IntegrityError, match="mandate_not_reversed"):
        made.people["officer"].mandates.update(valid_to=SINCE)


def test_a_wrong_bin_is_told_beside_its_field(made):
    wrong = Organisation(bin="150140000019", name="A", kind=OrganisationKind.ENTERPRISE, region=made.region)
    with pytest.raises(ValidationError) as refused:
        wrong.full_clean()
    assert "Digit 12" in refused.value.message_dict["bin"][0]


def test_an_organisation_stands_once_under_its_bin(made):
    with pytest.raises(ValidationError) as refused:
        Organisation(
            bin=made.enterprise.bin, name="A", kind=OrganisationKind.ENTERPRISE, region=made.region
        ).full_clean()
    assert "bin" in refused.value.message_dict
    assert bin_number(1) != bin_number(2)


def test_what_is_lent_is_lent_for_the_absence_alone(made, deputy):
    lend(made, "treasurer", deputy)
    during, after = actor_for(deputy, made.institute, BEGINS), actor_for(deputy, made.institute, ENDS)
    assert during.capacities == {Capacity.CASE_OFFICER, Capacity.TREASURER}
    assert during.deputy_for == "Botagoz"
    assert (after.capacities, after.deputy_for) == ({Capacity.CASE_OFFICER}, "")


def test_a_deputy_without_a_mandate_of_their_own_acts_for_the_organisation(made):
    newcomer = person("newcomer", made.institute)
    lend(made, "monitor", newcomer)
    assert actor_for(newcomer, made.institute, BEGINS).capacities == {Capacity.MONITOR}
    assert [one.pk for one in represented_by(newcomer, BEGINS)] == [made.institute.pk]
    assert not represented_by(newcomer, ENDS)


def test_a_loan_ends_with_the_mandate_that_was_lent(made, deputy):
    lend(made, "treasurer", deputy, end=None)
    made.people["treasurer"].mandates.update(valid_to=ENDS)
    assert actor_for(deputy, made.institute, ENDS).capacities == {Capacity.CASE_OFFICER}


def test_a_mandate_is_lent_to_one_deputy_at_a_time(made, deputy):
    lend(made, "treasurer", deputy)
    with pytest.raises(IntegrityError, match="one_deputy_at_a_time"), transaction.atomic():
        lend(made, "treasurer", made.people["expert"], ENDS - timedelta(days=1), None)
    lend(made, "treasurer", made.people["expert"], ENDS, None)


def test_the_journal_names_whose_mandate_an_act_was_done_by(made, deputy):
    case = application(made, "submitted")
    newcomer = person("newcomer", made.institute)
    lend(made, "officer", newcomer)
    take(actor_for(newcomer, made.institute, BEGINS), case.number)
    entry = Entry.objects.get(act="application.take")
    assert (entry.actor_name, entry.deputy_for) == ("Newcomer", "Daulet")


def test_the_journal_names_nobody_where_the_mandate_was_ones_own(made, deputy):
    case = application(made, "submitted")
    lend(made, "treasurer", deputy)
    take(actor_for(deputy, made.institute, BEGINS), case.number)
    assert Entry.objects.get(act="application.take").deputy_for == ""


def test_an_officer_handles_the_cases_of_the_officer_they_stand_in_for(made, deputy):
    case = application(made, "checking")
    lend(made, "officer", deputy)
    ask(actor_for(deputy, made.institute, BEGINS), case.number, text="Who?")
    assert Entry.objects.get(act="application.ask").deputy_for == "Daulet"


def test_standing_in_for_somebody_else_opens_no_case_of_the_officer(made, deputy):
    case = application(made, "checking")
    lend(made, "treasurer", deputy)
    with pytest.raises(NotPermitted, match="Daulet handles this case"):
        ask(actor_for(deputy, made.institute, BEGINS), case.number, text="Who?")


def test_who_proposed_does_not_decide_as_a_deputy(made):
    case = application(made, "proposed")
    mandate = made.people["decider"].mandates.get(capacity=Capacity.DECISION_MAKER)
    officer = made.people["officer"]
    Delegation.objects.create(mandate=mandate, deputy=officer, valid_from=BEGINS, valid_to=ENDS)
    with pytest.raises(NotPermitted, match="you proposed this decision"):
        decide(actor_for(officer, made.authority, BEGINS), case.number)


def test_the_auditor_reads_the_whole_journal_others_that_of_their_body(made):
    application(made, "checking")
    seen = {who: journal_visible_to(actor(made, who, DAY)) for who in ("auditor", "officer", "decider", "applicant")}
    assert seen["auditor"].count() == Entry.objects.count()
    assert set(seen["officer"].values_list("organisation_bin", flat=True)) == {made.institute.bin}
    assert not seen["decider"].exists()
    assert not seen["applicant"].exists()
