"""Which lists has a body approved, and what stood on them on a day?"""

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ondiris.base.acts import Thing
from ondiris.base.dated import Dated, not_reversed, one_at_a_time
from ondiris.domains.lists.terms import EditionState


class ApprovedList(models.Model):
    """A list that the law calls for, with the provision that does."""

    code = models.CharField(max_length=40, unique=True)
    provision = models.CharField(max_length=20)

    def __str__(self) -> str:
        return self.code


class Edition(Thing, Dated):
    """One edition of a list: published, it is in force in its period."""

    list = models.ForeignKey(ApprovedList, models.PROTECT, related_name="editions")
    title = models.CharField(_("Title"), max_length=200)
    act_number = models.CharField(_("Number of the approving act"), max_length=60, blank=True)
    act_date = models.DateField(_("Date of the approving act"), null=True, blank=True)

    class Meta:
        constraints = [
            not_reversed("edition_not_reversed"),
            one_at_a_time("one_edition_in_force", "list_id", when=Q(state=EditionState.PUBLISHED)),
        ]


class Line(models.Model):
    """A good of an edition: every commodity code that begins with the prefix."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="lines")
    prefix = models.CharField(_("Commodity code"), max_length=10)
    name_kk = models.CharField(max_length=300)
    name_ru = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)

    class Meta:
        ordering = ["prefix"]
        constraints = [models.UniqueConstraint(fields=["edition", "prefix"], name="a_good_once_an_edition")]

    def __str__(self) -> str:
        return f"{self.prefix} {self.name}"

    @property
    def name(self) -> str:
        """The good's name in the reader's language; in Russian where it has no name in that one."""
        return str(getattr(self, f"name_{get_language() or 'en'}", self.name_en)) or self.name_ru
