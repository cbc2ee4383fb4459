"""A case ages with the officials, and not while the applicant answers."""

from datetime import date, timedelta

import pytest

from ondiris.domains.applications.actions.ask import answer, ask
from ondiris.domains.applications.clock import age, ages, days_with_officials
from tests.factories import DAY, actor, application, country

MARCH = date(2024, 3, 1)


def test_days_of_a_question_do_not_count():
    asked = [(date(2024, 3, 4), date(2024, 3, 9)), (date(2024, 3, 20), None)]
    assert days_with_officials(MARCH, asked, date(2024, 3, 25)) == 24 - 5 - 5


@pytest.mark.django_db
def test_the_ages_of_many_cases_take_one_query(django_assert_num_queries):
    made = country()
    first, second = application(made, "checking"), application(made, "submitted")
    draft = application(made)
    officer, applicant = actor(made, "officer", DAY), actor(made, "applicant", DAY + timedelta(days=3))
    ask(officer, first.number, text="Who?")
    answer(applicant, first.number, text="We.")
    with django_assert_num_queries(1):
        found = ages([first, second, draft], DAY + timedelta(days=10))
    assert found == {first.pk: 7, second.pk: 10, draft.pk: 0}
    assert age(first, DAY + timedelta(days=10)) == 7
