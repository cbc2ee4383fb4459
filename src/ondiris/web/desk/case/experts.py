"""How are experts chosen, and how do they declare their interests and score a case?"""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.periods import in_force
from ondiris.domains.applications.actions.examine import assess, declare, examine
from ondiris.domains.applications.models import Application, Assignment
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.parties.models import User
from ondiris.domains.parties.terms import Capacity
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import ActForm, ActPage, act_page, text_field
from ondiris.web.desk.case.acts import page_of
from ondiris.web.desk.things import application_at
from ondiris.web.ui.fields import NumberField
from ondiris.web.ui.parts import Line


class ExamineForm(ActForm):
    """Which experts are asked."""

    def __init__(self, application: Application, experts: list[User], *args: Any, **kwargs: Any) -> None:
        super().__init__(application, *args, **kwargs)
        self.fields["experts"] = forms.TypedMultipleChoiceField(
            label=_("Experts"),
            choices=[(user.pk, user.name) for user in experts],
            coerce=int,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Each declares interests before scoring. With a conflict of interest their part ends."),
        )


def _experts(application: Application, request: ActedRequest) -> list[User]:
    """People with an expert's mandate in force who were not asked about this case before."""
    known = User.objects.filter(in_force(request.day, "mandates__"), mandates__capacity=Capacity.EXPERT)
    asked = Assignment.objects.filter(application=application).values("expert")
    return list(known.exclude(pk__in=asked).exclude(pk=request.actor.user_id).distinct().order_by("name"))


@for_officials
def examine_page(request: ActedRequest, number: str) -> HttpResponse:
    """Choose the experts who examine the application."""
    case = application_at(request.actor, number)
    form = ExamineForm(case, _experts(case, request), request.POST or None)
    page = ActPage(
        title=examine.title,
        button=_("Ask these experts"),
        of=case.number,
        back=page_of(case),
        done=_("The experts are asked. When enough of them have scored, propose a decision."),
        lines=[
            Line(_("Applicant"), case.applicant.name),
            Line(_("Experts needed"), str(measure(case.measure).experts_needed)),
        ],
    )
    return act_page(request, examine, case, form, page)


class DeclareForm(ActForm):
    """Whether there is a conflict of interest."""

    has_conflict = forms.TypedChoiceField(
        label=gettext_lazy("Do you have a conflict of interest in this case?"),
        choices=[
            ("no", gettext_lazy("No, neither I nor those close to me gain or lose by it")),
            ("yes", gettext_lazy("Yes")),
        ],
        coerce=lambda text: text == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
    )
    note = text_field(gettext_lazy("If yes, what it is"), required=False, rows=3)


@for_officials
def declare_page(request: ActedRequest, number: str) -> HttpResponse:
    """The expert says whether there is a conflict of interest."""
    case = application_at(request.actor, number)
    page = ActPage(
        title=declare.title,
        button=_("Declare"),
        of=case.number,
        back=page_of(case),
        done=_("Your declaration is kept. Without a conflict of interest you now score the application."),
        lines=[Line(_("Applicant"), case.applicant.name), Line(_("BIN"), case.applicant.bin)],
        consequences=[_("With a conflict of interest your part in this case ends.")],
    )
    return act_page(request, declare, case, DeclareForm(case, request.POST or None), page)


class AssessForm(ActForm):
    """A score for each criterion of the measure, and the opinion."""

    def __init__(self, application: Application, own: Assignment | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(application, *args, **kwargs)
        self.criteria = measure(application.measure).criteria
        for criterion in self.criteria:
            self.fields[criterion.name] = NumberField(
                label=_(criterion.label),
                help_text=_("From 0 to %(most)d.") % {"most": criterion.most},
                least=0,
                most=criterion.most,
            )
        self.fields["opinion"] = text_field(_("Opinion"), help_text=_("Why you score so; the deciding body reads it."))
        if own is not None and own.assessed_on is not None:
            self.initial.update(own.scores, opinion=own.opinion)


@for_officials
def assess_page(request: ActedRequest, number: str) -> HttpResponse:
    """The expert scores the application by the measure's criteria."""
    case = application_at(request.actor, number)
    own = Assignment.objects.filter(application=case, expert=request.actor.user_id).first()
    form = AssessForm(case, own, request.POST or None)
    page = ActPage(
        title=assess.title,
        button=_("Hand in the scores"),
        of=case.number,
        back=page_of(case),
        done=_("Your scores and opinion are kept. The officer proposes a decision when all have scored."),
        lines=[Line(_("Applicant"), case.applicant.name)],
        consequences=[_("The criteria are an example set. Scores are no ground for refusal.")],
    )

    def call(version: int, opinion: str, **scores: int) -> None:
        assess(request.actor, number, version=version, scores=scores, opinion=opinion)

    return act_page(request, assess, case, form, page, call)
