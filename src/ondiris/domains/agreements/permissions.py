"""Who may do what with an agreement and its reports, and who may see them?"""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer, no
from ondiris.domains.agreements.models import Agreement, Report
from ondiris.domains.measures.catalogue import MEASURES, measure
from ondiris.domains.measures.declaration import Measure
from ondiris.domains.parties.permissions import acts_as, acts_for, holds
from ondiris.domains.parties.terms import Capacity

OFFICIALS = frozenset(
    {
        Capacity.CASE_OFFICER,
        Capacity.DECISION_MAKER,
        Capacity.SIGNATORY,
        Capacity.TREASURER,
        Capacity.MONITOR,
        Capacity.AUDITOR,
    }
)


def visible_to(actor: Actor) -> QuerySet[Agreement]:
    """The agreements of the actor's own enterprise, or those under the measures their body decides or serves."""
    own = Q(recipient=actor.organisation_id)
    handled = Q(pk__in=[])
    if actor.capacities & OFFICIALS:
        handled = Q(application__measure__in=[m.name for m in MEASURES if {m.decides, m.serves} & actor.roles])
    return Agreement.objects.filter(own | handled)


def _measure(agreement: Agreement) -> Measure:
    return measure(agreement.application.measure)


def _serves(actor: Actor, agreement: Agreement, capacity: Capacity) -> Answer:
    return acts_as(actor, _measure(agreement).serves, capacity)


def may_draw(actor: Actor) -> Answer:
    """A case officer; that the institute serves the very measure is checked when its case is known."""
    if not actor.roles:
        return no(_("Only the body that the law names for this can do it."))
    return holds(actor, Capacity.CASE_OFFICER)


def may_plan(actor: Actor, agreement: Agreement) -> Answer:
    """A case officer of the institute that serves the measure."""
    return _serves(actor, agreement, Capacity.CASE_OFFICER)


may_offer = may_take_back = may_plan


def may_accept(actor: Actor, agreement: Agreement) -> Answer:
    """The recipient's signatory."""
    return acts_for(actor, agreement.recipient_id, Capacity.SIGNATORY)


def may_sign(actor: Actor, agreement: Agreement) -> Answer:
    """The signatory of the body that decides the measure."""
    return acts_as(actor, _measure(agreement).decides, Capacity.SIGNATORY)


def may_pay(actor: Actor, agreement: Agreement) -> Answer:
    """The treasurer of the institute that holds the account."""
    return _serves(actor, agreement, Capacity.TREASURER)


def may_give_notice(actor: Actor, agreement: Agreement) -> Answer:
    """The institute's monitor of counter-obligations (13.2.2:6)."""
    return _serves(actor, agreement, Capacity.MONITOR)


may_lift_notice = may_close = may_give_notice


def may_report(actor: Actor, report: Report) -> Answer:
    """The recipient's representative."""
    return acts_for(actor, report.agreement.recipient_id, Capacity.APPLICANT)


def may_begin_report(actor: Actor) -> Answer:
    """A representative of an enterprise; that the agreement is theirs is checked with it."""
    return holds(actor, Capacity.APPLICANT)


def may_judge_report(actor: Actor, report: Report) -> Answer:
    """The institute's monitor of counter-obligations."""
    return may_give_notice(actor, report.agreement)
