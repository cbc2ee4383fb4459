"""How many days has a case been with the officials? The clock stands still while the applicant answers."""

from collections.abc import Iterable
from datetime import date

from ondiris.domains.applications.models import Application, Question


def days_with_officials(submitted_on: date, questions: Iterable[tuple[date, date | None]], on: date) -> int:
    """Days from submission to the day, less those between each question and its answer (or the day)."""
    waited = sum(((answered or on) - asked).days for asked, answered in questions)
    return max(0, (on - submitted_on).days - waited)


def age(application: Application, on: date) -> int:
    """Days that a submitted case has been with the officials; 0 for a draft."""
    if application.submitted_on is None:
        return 0
    questions = Question.objects.filter(application=application).values_list("asked_on", "answered_on")
    return days_with_officials(application.submitted_on, questions, on)
