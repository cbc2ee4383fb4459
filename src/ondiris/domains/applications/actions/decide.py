"""One person proposes a decision, a second one makes it or sends it back; a case without money waits in order."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.base.errors import BadInput, Text, Trouble
from ondiris.base.journal.write import plain
from ondiris.base.lines import said
from ondiris.base.money import is_money
from ondiris.domains.applications.extract import extract_for
from ondiris.domains.applications.flow import FLOW
from ondiris.domains.applications.judging import Judged, judge_application
from ondiris.domains.applications.letters import send_decision
from ondiris.domains.applications.models import Application, Decision
from ondiris.domains.applications.permissions import may_decide, may_fund, may_propose, may_send_back
from ondiris.domains.applications.queries import waiting
from ondiris.domains.applications.terms import ApplicationState, DecisionKind
from ondiris.domains.documents.terms import LetterKind
from ondiris.domains.funds import ledger
from ondiris.domains.funds.models import Programme
from ondiris.domains.measures.catalogue import measure
from ondiris.law.rulebook import Conclusion


def _trouble(
    kind: DecisionKind, ground: str, amount: Decimal | None, judged: Judged, asked: Decimal
) -> dict[str, Text]:
    """Why this decision cannot be proposed on these findings, by field; the one gate for page, API and direct call."""
    wrong: dict[str, Text] = {}
    if kind == DecisionKind.REFUSE:
        if judged.conclusion == Conclusion.ELSEWHERE:
            wrong["kind"] = _("Another law provides for this case: it is not refused.")
        elif judged.proposable != DecisionKind.REFUSE and judged.grounds:
            wrong["kind"] = _("First establish whether another law provides for this case.")
        elif ground not in {finding.rule for finding in judged.grounds}:
            wrong["ground"] = _("A refusal rests on a condition of paragraph 5 of article 25 that was found not met.")
    elif kind == DecisionKind.ELSEWHERE:
        if judged.conclusion != Conclusion.ELSEWHERE:
            wrong["kind"] = _("No finding leads this case to another law.")
    else:
        if judged.conclusion != Conclusion.QUALIFIES:
            wrong["kind"] = _("A measure is granted when every condition is found met.")
        if amount is None or not is_money(amount) or amount == 0:
            wrong["amount"] = _("Give an amount above zero with at most two decimals.")
        elif amount > asked:
            wrong["amount"] = _("This is more than what was asked for.")
    return wrong


@act(FLOW, "propose", _("Propose a decision"), Application, may_propose)
def propose(
    actor: Actor,
    application: Application,
    *,
    kind: str,
    ground: str = "",
    amount: Decimal | None = None,
    reasons: str = "",
) -> Outcome:
    """Propose to grant, to refuse on a finding that is not met, or to show the other law. BadInput says why not."""
    if kind not in set(DecisionKind):
        raise BadInput({"kind": _("Choose what to propose.")})
    chosen = DecisionKind(kind)
    judged = judge_application(application, actor.on)
    wrong = _trouble(chosen, ground, amount, judged, application.amount or Decimal(0))
    if wrong:
        raise BadInput(wrong)
    Decision.objects.create(
        application=application,
        kind=chosen,
        ground=ground if chosen == DecisionKind.REFUSE else "",
        amount=amount if chosen == DecisionKind.GRANT else None,
        reasons=reasons.strip(),
        proposed_on=actor.on,
        proposed_by=actor.user_id,
        proposed_by_name=actor.name,
        **_rests_on(application, judged),
    )
    return Outcome({"kind": chosen, "ground": ground, "amount": amount})


def _rests_on(application: Application, judged: Judged) -> dict[str, Any]:
    return {
        "judged_on": judged.on,
        "case": plain(judged.case),
        "findings": {"edition": judged.edition, "findings": [f.to_json() for f in judged.findings]},
        "extract": extract_for(application),
    }


def open_decision(application: Application) -> Decision:
    """The proposal that waits for its second person."""
    return application.decisions.filter(decided_on=None, sent_back="").latest("pk")


@act(FLOW, "send_back", _("Send the proposal back"), Application, may_send_back)
def send_back(actor: Actor, application: Application, *, reason: str) -> Outcome:
    """Back to the officer, with the reason; the proposal stays on record."""
    decision = open_decision(application)
    decision.sent_back = said("reason", reason)
    decision.save()
    return Outcome({"reason": decision.sent_back})


@act(FLOW, "decide", _("Make the decision"), Application, may_decide)
def decide(actor: Actor, application: Application) -> Outcome:
    """Judge again on the day of the decision, then decide as proposed. Without money a granted case waits in order.

    BadInput where the findings of today no longer carry the proposal.
    """
    decision = open_decision(application)
    judged = judge_application(application, actor.on)
    kind = DecisionKind(decision.kind)
    wrong = _trouble(kind, decision.ground, decision.amount, judged, application.amount or Decimal(0))
    if wrong:
        raise BadInput(wrong)
    for field, value in _rests_on(application, judged).items():
        setattr(decision, field, value)
    decision.decided_on, decision.decided_by, decision.decided_by_name = actor.on, actor.user_id, actor.name
    decision.save()
    evidence = {"kind": kind, "ground": decision.ground, "findings": decision.findings, "extract": decision.extract}
    to = {DecisionKind.REFUSE: ApplicationState.REFUSED, DecisionKind.ELSEWHERE: ApplicationState.ELSEWHERE}.get(kind)
    if to is None:
        application.amount = decision.amount
        to = _granted_or_waiting(application, actor.on)
    send_decision(actor, LetterKind(to), application, decision)
    return Outcome(evidence, to=to)


def _programme(application: Application) -> Programme:
    return Programme.objects.select_for_update().get(code=measure(application.measure).programme)


def _waiting_before(application: Application) -> bool:
    return waiting(application.measure).exclude(pk=application.pk).exists()


def _granted_or_waiting(application: Application, on: date) -> ApplicationState:
    """Commit the money, or put the case at the end of the queue: want of money is no ground to refuse."""
    programme = _programme(application)
    assert application.amount is not None  # noqa: S101  (a grant has an amount, checked by _trouble)
    if not _waiting_before(application):
        try:
            ledger.commit(programme, application.amount, on, application.number)
        except ledger.NotEnough:
            pass
        else:
            return ApplicationState.GRANTED
    application.waiting_since = on
    return ApplicationState.WAITING


@act(FLOW, "fund", _("Give the money that has come"), Application, may_fund)
def fund(actor: Actor, application: Application) -> Outcome:
    """The first case of the queue gets its money. Trouble for a later one; NotEnough while the account is short."""
    programme = _programme(application)
    first = waiting(application.measure).first()
    if first is None or first.pk != application.pk:
        raise Trouble(_("An earlier case waits for the same money."), provision="4.4")
    assert application.amount is not None  # noqa: S101  (as above)
    ledger.commit(programme, application.amount, actor.on, application.number)
    decided = application.decisions.exclude(decided_on=None).latest("pk")
    send_decision(actor, LetterKind.GRANTED, application, decided)
    return Outcome({"amount": application.amount, "waited_since": application.waiting_since})
