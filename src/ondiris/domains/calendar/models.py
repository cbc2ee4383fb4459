"""Which duties were marked as done, which terms has an event begun, and who was reminded?

A body's duties for a year are computed from the law's deadlines and the roles it holds; nothing here is written by a
job but that a reminder was sent.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ondiris.base.acts import Thing
from ondiris.domains.calendar.terms import MarkState, Occasion, TermState
from ondiris.domains.documents.models import Document
from ondiris.domains.parties.models import Organisation, User


class Mark(Thing):
    """The word of a body that it did what was due: the deadline's id and its period, the day, what was handed over."""

    deadline = models.CharField(max_length=60)
    period = models.CharField(max_length=20)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="marks")
    done_on = models.DateField(_("Done on"))
    handed_over = models.CharField(_("What was handed over"), max_length=300)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    marked_by_name = models.CharField(max_length=200)
    marked_on = models.DateField()
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "deadline", "period"], condition=Q(state=MarkState.STANDS), name="marked_once"
            )
        ]


class Term(Thing):
    """A time that an event began for an organisation; `body` is the one that began it and says how it ended."""

    deadline = models.CharField(max_length=60)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="terms")
    body = models.ForeignKey(Organisation, models.PROTECT, related_name="terms_begun")
    happened_on = models.DateField(_("Day of the event"))
    reference = models.CharField(_("Number of the paper"), max_length=200)
    ended_on = models.DateField(null=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "deadline", "happened_on", "reference"],
                condition=Q(state=TermState.RUNNING),
                name="begun_once",
            )
        ]


class Reminder(models.Model):
    """That a person was reminded of a duty on an occasion, which happens once."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    deadline = models.CharField(max_length=60)
    period = models.CharField(max_length=20)
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    occasion = models.CharField(max_length=10, choices=[(o, o) for o in Occasion])
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "deadline", "period", "user", "occasion"], name="reminded_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.deadline} {self.period}, {self.occasion}"
