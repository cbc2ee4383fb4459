"""What is due today for this official, oldest first?"""

from itertools import chain

from django.http import HttpResponse
from django.shortcuts import render

from ondiris.domains.parties.permissions import audits, may_see_ownership
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.due.cases import cases_due
from ondiris.web.desk.due.contracts import contracts_due
from ondiris.web.desk.due.duties import duties_due
from ondiris.web.desk.due.keeping import keeping_due
from ondiris.web.desk.due.planning import planning_due
from ondiris.web.desk.due.promises import promises_due


@for_officials
def home(request: ActedRequest) -> HttpResponse:
    """Everything that waits for this person, by what they may do; the number of queries does not grow with the cases."""
    actor = request.actor
    groups = (duties_due, planning_due, contracts_due, cases_due, promises_due, keeping_due)
    every = list(chain.from_iterable(group(actor) for group in groups))
    waiting = [one for one in every if one.rows]
    context = {
        "waiting": waiting,
        "nothing": [one.title for one in every if not one.rows],
        "count": sum(len(one.rows) for one in waiting),
        "more": any(one.more for one in waiting),
        "audits": bool(audits(actor)),
        "sees_ownership": bool(may_see_ownership(actor)),
    }
    return render(request, "desk/home.html", context)
