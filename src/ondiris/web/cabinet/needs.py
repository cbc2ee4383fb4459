"""What waits for the enterprise now?"""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer
from ondiris.domains.agreements.actions.sign import accept
from ondiris.domains.agreements.queries import reports_due
from ondiris.domains.agreements.terms import AgreementState, ReportState
from ondiris.domains.applications.models import Question
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.parties.permissions import holds
from ondiris.domains.parties.terms import Capacity
from ondiris.domains.planning.queries import AGREED
from ondiris.domains.planning.terms import ProposalState
from ondiris.domains.recovery.terms import ClaimState
from ondiris.web.cabinet.contract.needs import contract_needs
from ondiris.web.cabinet.lookup import own_agreements, own_applications, own_claims, own_lines
from ondiris.web.cabinet.standing import awaited
from ondiris.web.showing.planning import last_day
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Colour, Tag, Task


def needs(actor: Actor, on: date) -> list[Task]:
    """Money demanded, questions, agreements, notices, reports, lines to answer, contracts; each with where it is done."""
    return [
        *_claims(actor),
        *_questions(actor, on),
        *_to_sign(actor),
        *_notices(actor),
        *_reports(actor, on),
        *_lines(actor, on),
        *contract_needs(actor, on),
    ]


def _claims(actor: Actor) -> Iterator[Task]:
    for claim in own_claims(actor).filter(state=ClaimState.DEMANDED).select_related("agreement").order_by("pk"):
        yield Task(
            _("Return %(amount)s under agreement %(number)s")
            % {"amount": figures.tenge(claim.amount - claim.returned), "number": claim.agreement.number},
            Tag(_("Demanded"), Colour.RED),
            reverse("cabinet:claim", args=[claim.number]),
            _("Demanded as of %(day)s.") % {"day": figures.day(claim.demand_on)},
        )


def _questions(actor: Actor, on: date) -> Iterator[Task]:
    applications = own_applications(actor).filter(state=ApplicationState.ASKED)
    questions = Question.objects.filter(application__in=applications, answered_on=None, closed_on=None)
    for question in questions.select_related("application").order_by("pk"):
        asked_on = _("Asked on %(day)s.") % {"day": figures.day(question.asked_on)}
        yield Task(
            _("Answer a question on application %(number)s") % {"number": question.application.number},
            Tag(_("Answer"), Colour.YELLOW),
            reverse("cabinet:application", args=[question.application.number]),
            _with_reason(
                f"{asked_on} {awaited(question, on)}".strip(),
                holds(actor, Capacity.APPLICANT),
            ),
        )


def _to_sign(actor: Actor) -> Iterator[Task]:
    for agreement in own_agreements(actor).filter(state=AgreementState.OFFERED).order_by("pk"):
        yield Task(
            _("Sign agreement %(number)s") % {"number": agreement.number},
            Tag(_("Sign"), Colour.YELLOW),
            reverse("cabinet:agreement", args=[agreement.number]),
            _with_reason("", accept.possible(actor, agreement)),
        )


def _notices(actor: Actor) -> Iterator[Task]:
    for agreement in own_agreements(actor).filter(state=AgreementState.NOTICED).order_by("pk"):
        yield Task(
            _("Read the notice of shortfall under agreement %(number)s") % {"number": agreement.number},
            Tag(_("Notice"), Colour.RED),
            reverse("cabinet:agreement", args=[agreement.number]),
            _("Given on %(day)s.") % {"day": figures.day(agreement.noticed_on)},
        )


def _reports(actor: Actor, on: date) -> Iterator[Task]:
    for due in reports_due(own_agreements(actor), on):
        returned = due.state == ReportState.RETURNED
        sentence = (
            _("Correct the report for %(year)d under agreement %(number)s")
            if returned
            else _("Report for %(year)d under agreement %(number)s")
        )
        yield Task(
            sentence % {"year": due.year, "number": due.agreement},
            Tag(_("Correct"), Colour.RED) if returned else Tag(_("Report"), Colour.YELLOW),
            reverse("cabinet:report", args=[due.agreement, due.year]),
            _with_reason("", holds(actor, Capacity.APPLICANT)),
        )


def _lines(actor: Actor, on: date) -> Iterator[Task]:
    """One task a list: a customer may have hundreds of lines on it."""
    waiting = own_lines(actor).filter(state=ProposalState.SENT)
    for row in waiting.values("goods_list__year").annotate(lines=Count("pk")).order_by("goods_list__year"):
        year, lines = row["goods_list__year"], row["lines"]
        sentence = ngettext(
            "Answer for %(count)d line of the list of goods of %(year)d",
            "Answer for %(count)d lines of the list of goods of %(year)d",
            lines,
        )
        by = last_day(AGREED, year)
        late = by is not None and by < on
        yield Task(
            sentence % {"count": lines, "year": year},
            Tag(_("Late"), Colour.RED) if late else Tag(_("Answer"), Colour.YELLOW),
            f"{reverse('cabinet:lines')}?state={ProposalState.SENT}&year={year}",
            _with_reason(_("By %(day)s.") % {"day": figures.day(by)} if by else "", holds(actor, Capacity.APPLICANT)),
        )


def _with_reason(hint: str, answer: Answer) -> str:
    """The hint, and why somebody else of the enterprise has to do it, where so."""
    return hint if answer else f"{hint} {answer.reason}".strip()
