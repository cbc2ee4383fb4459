"""Until which day does a case wait for the answer to a question?"""

from datetime import date, timedelta

from ondiris.domains.applications.models import Application, Question
from ondiris.domains.legislation.queries import parameters_on
from ondiris.law.parameters import Gap, Value


def setting(on: date) -> Value | Gap:
    """The least number of days to answer a question asked on a day, which the authority sets."""
    return parameters_on().value("questions.days_to_answer", on)


def usual_day(asked_on: date) -> date | None:
    """The last day for the answer by the setting; None where none is established for the day of asking."""
    days = setting(asked_on)
    return None if isinstance(days, Gap) else asked_on + timedelta(days=days.value)


def last_day(question: Question) -> date | None:
    """The last day for the answer; by the setting where a question was asked before it carried a day of its own."""
    return question.answer_by or usual_day(question.asked_on)


def open_question(application: Application) -> Question | None:
    """The question that waits for its answer, with which the case waits."""
    return application.questions.filter(answered_on=None, closed_on=None).order_by("-pk").first()
