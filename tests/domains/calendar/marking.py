"""How does a test mark a duty of the institute as done?"""

from datetime import date

from ondiris.domains.calendar.actions.mark import mark_done
from ondiris.domains.calendar.models import Mark
from tests.factories import Country, actor


def marked(
    made: Country, name: str, done_on: date, *, on: date, who: str = "institute_follower", period: str = "2026"
) -> Mark:
    """The mark of whoever follows the duties of the body of `who`."""
    return mark_done(actor(made, who, on), deadline=name, period=period, done_on=done_on, handed_over="Letter 12")
