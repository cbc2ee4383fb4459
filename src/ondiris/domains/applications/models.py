"""Who asked for which measure, what did they state, and what was decided on what?"""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from ondiris.base.acts import Thing
from ondiris.domains.applications.terms import ApplicationState, DecisionKind
from ondiris.domains.documents.models import Document
from ondiris.domains.parties.models import Organisation


class Application(Thing):
    """A request for a measure. `answers` keeps what was typed, fact by fact, so that a draft is never refused."""

    measure = models.CharField(max_length=60)
    applicant = models.ForeignKey(Organisation, models.PROTECT, related_name="applications")
    answers = models.JSONField(default=dict)
    begun_on = models.DateField()
    submitted_on = models.DateField(null=True)
    waiting_since = models.DateField(null=True)
    officer = models.BigIntegerField(null=True)
    officer_name = models.CharField(max_length=200, blank=True)
    amount = models.DecimalField(_("Amount"), max_digits=17, decimal_places=2, null=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "-id"], name="applications_by_state"),
            models.Index(fields=["state", "submitted_on", "id"], name="applications_by_age"),
            models.Index(fields=["applicant", "-id"], name="applications_of_applicant"),
            models.Index(fields=["officer", "state"], name="applications_of_officer"),
        ]
        constraints = [
            models.CheckConstraint(
                name="known_state", condition=models.Q(state__in=[s.value for s in ApplicationState])
            )
        ]


class Attachment(models.Model):
    """A document handed in for one of the measure's requirements."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="attachments")
    requirement = models.CharField(max_length=60)
    document = models.ForeignKey(Document, models.PROTECT)

    def __str__(self) -> str:
        return f"{self.application}: {self.requirement}"


class Question(models.Model):
    """A question of the officer; while it is open the clock stands still.

    It is answered, or closed without an answer after `answer_by`. Questions from before have no such day of their own.
    """

    application = models.ForeignKey(Application, models.PROTECT, related_name="questions")
    text = models.TextField(_("Question"))
    asked_on = models.DateField()
    asked_by_name = models.CharField(max_length=200)
    answer_by = models.DateField(null=True)
    answer_text = models.TextField(_("Answer"), blank=True)
    answered_on = models.DateField(null=True)
    answered_by_name = models.CharField(max_length=200, blank=True)
    closed_on = models.DateField(null=True)
    closed_by_name = models.CharField(max_length=200, blank=True)
    closed_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="answered_or_closed",
                condition=models.Q(answered_on__isnull=True) | models.Q(closed_on__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.application}: {self.text[:40]}"

    @property
    def ended_on(self) -> date | None:
        """The day from which the clock ran again; None while the question is open."""
        return self.answered_on or self.closed_on


class Established(models.Model):
    """A fact that an official established for a case, the newest of a name holding."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="established")
    fact = models.CharField(max_length=80)
    value = models.JSONField()
    note = models.TextField(blank=True)
    by = models.BigIntegerField()
    by_name = models.CharField(max_length=200)
    on = models.DateField()

    def __str__(self) -> str:
        return f"{self.application}: {self.fact}"


class Assignment(models.Model):
    """An expert asked to examine; without a word on conflict of interest no score is taken (42.3)."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="assignments")
    expert = models.BigIntegerField()
    expert_name = models.CharField(max_length=200)
    assigned_on = models.DateField()
    has_conflict = models.BooleanField(null=True)
    conflict_note = models.TextField(blank=True)
    scores = models.JSONField(default=dict)
    opinion = models.TextField(blank=True)
    assessed_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["application", "expert"], name="an_expert_once_a_case")]

    def __str__(self) -> str:
        return f"{self.application}: {self.expert_name}"


class Decision(models.Model):
    """A proposal and, once a second person made it, the decision, with all that it rested on.

    `case` holds the facts as judged, `findings` the rules' answers with evidence, `extract` what the enterprise had from
    other measures that day (never a ground), `ground` the rule whose "not met" a refusal rests on.
    """

    application = models.ForeignKey(Application, models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=20, choices=[(k, k) for k in DecisionKind])
    ground = models.CharField(max_length=80, blank=True)
    amount = models.DecimalField(max_digits=17, decimal_places=2, null=True)
    reasons = models.TextField(blank=True)
    proposed_on = models.DateField()
    proposed_by = models.BigIntegerField()
    proposed_by_name = models.CharField(max_length=200)
    judged_on = models.DateField(null=True)
    case = models.JSONField(default=dict)
    findings = models.JSONField(default=dict)
    extract = models.JSONField(default=list)
    decided_on = models.DateField(null=True)
    decided_by = models.BigIntegerField(null=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    sent_back = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_refusal_has_a_ground", condition=~models.Q(kind=DecisionKind.REFUSE) | ~models.Q(ground="")
            ),
            models.CheckConstraint(
                name="decided_by_a_second_person",
                condition=models.Q(decided_by__isnull=True) | ~models.Q(decided_by=models.F("proposed_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application}: {self.kind}"
