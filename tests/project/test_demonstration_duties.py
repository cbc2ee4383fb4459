"""The made-up country's bodies have duties of two years, most done in time, some late, some forgotten."""

from datetime import date

import pytest
from django.db import IntegrityError
from tests.factories.country import bin_number

from ondiris.domains.calendar.queries import duties, punctuality
from ondiris.domains.parties.terms import Capacity
from ondiris.law.deadlines import State
from ondiris.project.demonstration.country import make_regions, make_stage, person
from ondiris.project.demonstration.duties import make_bodies, mark_duties

TODAY = date(2026, 6, 10)


@pytest.mark.django_db
def test_most_are_done_in_time_one_step_of_the_yearly_list_is_late_and_one_body_forgot():
    regions = make_regions()
    stage = make_stage(regions, map(bin_number, range(9000, 9100)))
    mark_duties(stage, make_bodies(stage, regions, map(bin_number, range(9100, 9200))), TODAY)
    for year in (2025, 2026):
        rows = punctuality(year, TODAY)
        assert sum(row.on_time for row in rows) > sum(len(row.late_days) + row.not_done for row in rows) > 0
    late = [one for one in duties(2026, TODAY) if one.at.state is State.DONE and one.at.days]
    assert {one.at.days for one in late if one.deadline.id == "purchase-needs"} == {9}
    forgotten = [one for one in duties(2026, TODAY) if one.at.state is State.LATE]
    assert {one.deadline.id for one in forgotten} == {"map-projects"}


@pytest.mark.django_db
def test_nobody_comes_in_by_the_e_mail_of_somebody_else():
    stage = make_stage(make_regions(), map(bin_number, range(9000, 9100)))
    with pytest.raises(IntegrityError):
        person("Тимур Басқа", "timur@demo.kz", stage.institute, Capacity.FOLLOWER, password="!")
