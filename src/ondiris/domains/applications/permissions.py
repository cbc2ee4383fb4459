"""Who may do what with an application, and who may see it?"""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer, no
from ondiris.base.figures import day
from ondiris.domains.applications.answering import last_day, open_question
from ondiris.domains.applications.models import Application
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.measures.catalogue import MEASURES, measure
from ondiris.domains.parties.permissions import acts_as, acts_for, holds
from ondiris.domains.parties.queries import has_mandate
from ondiris.domains.parties.terms import Capacity


def visible_to(actor: Actor) -> QuerySet[Application]:
    """The applications an actor may see: their own enterprise's, or those of the measures their body decides or serves.

    Drafts are the applicant's alone; an expert sees the cases assigned to them.
    """
    own = (
        Q(applicant=actor.organisation_id)
        if actor.capacities & {Capacity.APPLICANT, Capacity.SIGNATORY}
        else Q(pk__in=[])
    )
    officials = {Capacity.CASE_OFFICER, Capacity.DECISION_MAKER, Capacity.TREASURER, Capacity.MONITOR, Capacity.AUDITOR}
    handled = Q(pk__in=[])
    if actor.capacities & officials:
        handled = Q(measure__in=_measures_of(actor)) & ~Q(state=ApplicationState.DRAFT)
    assigned = Q(pk__in=[])
    if Capacity.EXPERT in actor.capacities:
        assigned = Q(pk__in=Application.objects.filter(assignments__expert=actor.user_id).values("pk"))
    return Application.objects.filter(own | handled | assigned)


def _measures_of(actor: Actor) -> list[str]:
    return [m.name for m in MEASURES if {m.decides, m.serves} & actor.roles]


def _applicant(actor: Actor, application: Application) -> Answer:
    return acts_for(actor, application.applicant_id, Capacity.APPLICANT)


def may_begin(actor: Actor) -> Answer:
    """An enterprise's representative begins an application for it."""
    if actor.roles:
        return no(_("A public body does not apply for a measure."))
    return acts_for(actor, actor.organisation_id, Capacity.APPLICANT)


may_save = may_attach = may_detach = may_answer = may_withdraw = _applicant


def may_submit(actor: Actor, application: Application) -> Answer:
    """The applicant's representative submits."""
    return _applicant(actor, application)


def _serves(actor: Actor, application: Application, capacity: Capacity) -> Answer:
    return acts_as(actor, measure(application.measure).serves, capacity)


def may_take(actor: Actor, application: Application) -> Answer:
    """A case officer of the institute that serves the measure takes the case."""
    return _serves(actor, application, Capacity.CASE_OFFICER)


def _own_case(actor: Actor, application: Application) -> Answer:
    answer = _serves(actor, application, Capacity.CASE_OFFICER)
    if not answer or application.officer is None or application.officer == actor.user_id:
        return answer
    if actor.stands_in_for(application.officer, Capacity.CASE_OFFICER):
        return Answer(True, deputy_for=application.officer_name)
    if not has_mandate(application.officer, actor.organisation_id, Capacity.CASE_OFFICER, actor.on):
        return answer  # who took the case has left; it goes on without them
    return no(_("%(name)s handles this case.") % {"name": application.officer_name})


may_ask = may_establish = may_propose = _own_case


def may_go_on(actor: Actor, application: Application) -> Answer:
    """The officer of the case, once the last day for the answer has passed."""
    answer = _own_case(actor, application)
    question = open_question(application) if answer else None
    if question is None:
        return answer
    last = last_day(question)
    if last is None:
        return no(_("The question carries no day for its answer, and the authority has set none."))
    if actor.on <= last:
        return no(_("The applicant may answer until %(day)s. After that day you may go on.") % {"day": day(last)})
    return answer


def may_examine(actor: Actor, application: Application) -> Answer:
    """The officer of the case, where its measure has an examination by experts."""
    answer = _own_case(actor, application)
    if answer and not measure(application.measure).experts_needed:
        return no(_("This measure has no examination by experts."))
    return answer


def may_assess(actor: Actor, application: Application) -> Answer:
    """An expert who was assigned to the case."""
    answer = holds(actor, Capacity.EXPERT)
    if answer and not application.assignments.filter(expert=actor.user_id).exists():
        return no(_("You were not asked to examine this case."))
    return answer


may_declare = may_assess


def may_decide(actor: Actor, application: Application) -> Answer:
    """A decision maker of the deciding body who did not propose the decision."""
    answer = acts_as(actor, measure(application.measure).decides, Capacity.DECISION_MAKER)
    if answer and application.decisions.filter(decided_on=None, proposed_by=actor.user_id, sent_back="").exists():
        return no(_("A second person decides: you proposed this decision."))
    return answer


may_send_back = may_fund = may_decide
