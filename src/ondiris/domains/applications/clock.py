"""How many days has a case been with the officials? The clock stands still while an answer is awaited."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models.functions import Coalesce

from ondiris.domains.applications.models import Application, Question


def days_with_officials(submitted_on: date, questions: Iterable[tuple[date, date | None]], on: date) -> int:
    """Days from submission to the day, less those from each question to its end, or to the day while it is open."""
    waited = sum(((ended or on) - asked).days for asked, ended in questions)
    return max(0, (on - submitted_on).days - waited)


def age(application: Application, on: date) -> int:
    """Days that a submitted case has been with the officials; 0 for a draft."""
    return ages([application], on)[application.pk]


def ages(applications: Collection[Application], on: date) -> Mapping[int, int]:
    """The ages of many cases by their keys, with one query."""
    asked: dict[int, list[tuple[date, date | None]]] = defaultdict(list)
    questions = Question.objects.filter(application__in=applications)
    ended = Coalesce("answered_on", "closed_on")
    for application, asked_on, ended_on in questions.values_list("application", "asked_on", ended):
        asked[application].append((asked_on, ended_on))
    return {
        one.pk: 0 if one.submitted_on is None else days_with_officials(one.submitted_on, asked[one.pk], on)
        for one in applications
    }
