"""What does the enterprise already have from measures? Shown beside a decision, kept with it, never a ground (a house rule)."""

from typing import Any

from ondiris.domains.applications.models import Application
from ondiris.domains.applications.terms import ApplicationState


def extract_for(application: Application) -> list[dict[str, Any]]:
    """The enterprise's other granted or waiting applications: number, measure, amount, state and day."""
    others = (
        Application.objects.filter(
            applicant=application.applicant_id, state__in=[ApplicationState.GRANTED, ApplicationState.WAITING]
        )
        .exclude(pk=application.pk)
        .only("number", "measure", "amount", "state", "submitted_on")
        .order_by("pk")
    )
    return [
        {
            "number": one.number,
            "measure": one.measure,
            "amount": None if one.amount is None else format(one.amount, "f"),
            "state": one.state,
            "submitted_on": one.submitted_on and one.submitted_on.isoformat(),
        }
        for one in others
    ]
