"""How many days has a case been with the officials? The clock stands still while the applicant answers."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from ondiris.domains.applications.models import Application, Question


def days_with_officials(submitted_on: date, questions: Iterable[tuple[date, date | None]], on: date) -> int:
    """Days from submission to the day, less those between each question and its answer (or the day)."""
    waited = sum(((answered or on) - asked).days for asked, answered in questions)
    return max(0, (on - submitted_on).days - waited)


def age(application: Application, on: date) -> int:
    """Days that a submitted case has been with the officials; 0 for a draft."""
    return ages([application], on)[application.pk]


def ages(applications: Collection[Application], on: date) -> Mapping[int, int]:
    """The ages of many cases by their keys, with one query."""
    asked: dict[int, list[tuple[date, date | None]]] = defaultdict(list)
    questions = Question.objects.filter(application__in=applications)
    for application, asked_on, answered_on in questions.values_list("application", "asked_on", "answered_on"):
        asked[application].append((asked_on, answered_on))
    return {
        one.pk: 0 if one.submitted_on is None else days_with_officials(one.submitted_on, asked[one.pk], on)
        for one in applications
    }
