"""In which order do granted applications wait for money?"""

from django.db.models import Q, QuerySet

from ondiris.domains.applications.models import Application
from ondiris.domains.applications.terms import ApplicationState


def waiting(measure_name: str) -> QuerySet[Application]:
    """The applications for a measure that were granted and wait for money, the first of the queue first."""
    queue = Application.objects.filter(measure=measure_name, state=ApplicationState.WAITING)
    return queue.order_by("waiting_since", "submitted_on", "pk")


def place_in_queue(application: Application) -> int:
    """The place of a waiting application, 1 for the one that gets money next."""
    since, submitted = application.waiting_since, application.submitted_on
    earlier = (
        Q(waiting_since__lt=since)
        | Q(waiting_since=since, submitted_on__lt=submitted)
        | Q(waiting_since=since, submitted_on=submitted, pk__lt=application.pk)
    )
    return waiting(application.measure).filter(earlier).count() + 1
